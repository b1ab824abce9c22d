import { lookup, Resolver } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { DomainError } from './errors';

export interface Address {
  address: string;
  family: 4 | 6;
}

/** All addresses of a name. */
export type Resolve = (name: string) => Promise<Address[]>;

/** Names that never lead to the public. What has no dot is such a name too. */
const LOCAL_NAMES =
  /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home|corp|private|home\.arpa|test|invalid|example|onion|alt)$/;

/** Ranges of this machine and of private networks, by the names that ipaddr.js gives them. */
const PRIVATE = new Set(['loopback', 'private', 'uniqueLocal', 'carrierGradeNat']);

/** Below it, a port is some other service's than the one meant; 443 apart. */
const FIRST_FREE_PORT = 1024;

/**
 * Which addresses others may have this server call. Public ones, by https; those of this machine and of private networks, and http, only
 * where the operator allows them. What no service has, such as link-local addresses, behind one of which clouds tell a machine its
 * secrets, is refused in any case.
 */
export class OutboundAddresses {
  constructor(
    private readonly isPrivateAllowed: boolean,
    private readonly resolve: Resolve = isPrivateAllowed ? bySystem : byDns,
  ) {}

  /** The address as it may be called, or a refusal that says why not. Asks no name server. */
  check(text: string, field = 'url'): URL {
    const refuse = (why: string) =>
      new DomainError('BAD_USER_INPUT', `${field} ${why}; give an https address that the public can reach`, {
        field,
      });
    if (!URL.canParse(text)) throw refuse('is no address');
    const url = new URL(text);
    const isWeb = url.protocol === 'https:' || (this.isPrivateAllowed && url.protocol === 'http:');
    if (!isWeb) throw refuse('does not begin with https://');
    if (url.username !== '' || url.password !== '') throw refuse('holds a user or a password');
    const why = this.#faultOfHost(hostOf(url));
    if (why !== null) throw refuse(why);
    if (!this.isPrivateAllowed && url.port !== '' && Number(url.port) < FIRST_FREE_PORT)
      throw refuse('names a port below 1024 that is not 443');
    return url;
  }

  /** As `check`, and what the name stands for now. A name that is not known yet may become so. */
  async checkNow(text: string, field = 'url'): Promise<URL> {
    const url = this.check(text, field);
    const host = hostOf(url);
    const addresses = isIP(host) ? [] : await this.resolve(host).catch(() => []);
    if (addresses.some(({ address }) => !this.isAllowed(address)))
      throw new DomainError('BAD_USER_INPUT', `${field} names a host that is not public`, { field });
    return url;
  }

  isAllowed(address: string): boolean {
    // An IPv6 address with a zone is of one link of this machine.
    if (address.includes('%') || isIP(address) === 0) return false;
    const parsed = this.isPrivateAllowed ? ipaddr.process(address) : ipaddr.parse(address);
    const range = parsed.range();
    if (this.isPrivateAllowed && PRIVATE.has(range)) return true;
    return range === 'unicast' && (parsed.kind() === 'ipv4' || isGlobal(parsed));
  }

  /**
   * For the sockets of an agent: looks the name up at each connection and hands out only what was vetted, so that what is connected to
   * is what was looked at. One address that is not allowed spoils all.
   */
  readonly lookup: LookupFunction = (name, { all }, callback) => {
    this.#vetted(name).then(
      (addresses) => {
        const [first] = addresses;
        if (all) callback(null, addresses);
        else callback(null, first?.address ?? '', first?.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    );
  };

  async #vetted(name: string): Promise<Address[]> {
    const addresses = await this.resolve(name);
    if (addresses.length === 0 || addresses.some(({ address }) => !this.isAllowed(address)))
      throw Object.assign(new Error('the name leads to an address that is not allowed'), {
        code: addresses.length === 0 ? 'ENOTFOUND' : 'EADDRESSREFUSED',
      });
    return addresses;
  }

  #faultOfHost(host: string): string | null {
    if (isIP(host)) return this.isAllowed(host) ? null : 'is an address that is not public';
    if (host.endsWith('.')) return 'names a host that ends in a dot';
    if (this.isPrivateAllowed) return null;
    return !host.includes('.') || LOCAL_NAMES.test(host) ? 'names a host that is not public' : null;
  }
}

/** The URL parser has by now turned every way to write an IPv4 address, decimal, octal, hexadecimal or short, into the usual one. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1').toLowerCase();
}

/** Of IPv6, only 2000::/3 is given out to be reached. */
function isGlobal(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  return ((address as ipaddr.IPv6).parts[0] ?? 0) >> 13 === 1;
}

/** Asks name servers alone, whatever this machine's own list of hosts says, and without the few threads that file access needs. */
async function byDns(name: string): Promise<Address[]> {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 });
  const [four, six] = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
  if (four.status === 'rejected' && six.status === 'rejected') throw four.reason;
  return [
    ...(four.status === 'fulfilled' ? four.value : []).map((address) => ({ address, family: 4 as const })),
    ...(six.status === 'fulfilled' ? six.value : []).map((address) => ({ address, family: 6 as const })),
  ];
}

async function bySystem(name: string): Promise<Address[]> {
  return (await lookup(name, { all: true })) as Address[];
}

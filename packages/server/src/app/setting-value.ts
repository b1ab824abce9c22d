import { isIP } from 'node:net';

/** How a setting's text is understood, and what it says when it is not. */
export interface SettingValue<T> {
  allowed: string;
  /** The value; `undefined` is not allowed. */
  parse(text: string): T | undefined;
}

export function integer(least: number, most: number): SettingValue<number> {
  return {
    allowed: `a whole number from ${least} to ${most}`,
    parse: (text) => (/^\d{1,15}$/.test(text) && +text >= least && +text <= most ? Number(text) : undefined),
  };
}

export function oneOf(...words: string[]): SettingValue<string> {
  return {
    allowed: `one of ${words.join(', ')}`,
    parse: (text) => (words.includes(text) ? text : undefined),
  };
}

export const directory: SettingValue<string> = {
  allowed: 'a path',
  parse: (text) => (text.includes('\0') ? undefined : text),
};

export const postgresUrl: SettingValue<string> = {
  allowed: 'postgres://user:password@host:port/database, of a PostgreSQL 15 or later',
  parse(text) {
    const url = readUrl(text);
    const isWhole = url && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1;
    return isWhole ? text : undefined;
  },
};

export const secret: SettingValue<string> = {
  allowed: 'at least 16 printable ASCII characters without a space',
  parse: (text) => (/^[\x21-\x7e]{16,}$/.test(text) ? text : undefined),
};

/** A name or an address to listen on. */
export const host: SettingValue<string> = {
  allowed: 'a host name or an IP address, without a port',
  parse: (text) => (isIP(text) || isHostName(text) ? text.toLowerCase() : undefined),
};

/** Names as a `Host` header carries them, so an IPv6 address has brackets. */
export const hosts: SettingValue<string[]> = {
  allowed: 'host names or IP addresses, without ports, with commas between',
  parse: (text) =>
    list(text, (item) => (host.parse(unbracketed(item)) === undefined ? undefined : asInHeader(item))),
};

export const origins: SettingValue<string[]> = {
  allowed: 'exact origins such as https://desk.example.org, with commas between; no *',
  parse: (text) =>
    list(text, (item) => {
      const url = readUrl(item);
      const isOrigin = url && /^https?:$/.test(url.protocol) && !item.includes('*');
      return isOrigin && `${url.origin}/` === url.href && !item.endsWith('/') ? url.origin : undefined;
    }),
};

export function isLoopback(name: string): boolean {
  return name === 'localhost' || name === '::1' || (isIP(name) === 4 && name.startsWith('127.'));
}

export function asInHeader(name: string): string {
  return isIP(name) === 6 ? `[${name.toLowerCase()}]` : name.toLowerCase();
}

function readUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

function unbracketed(name: string): string {
  return name.replace(/^\[(.*)\]$/, '$1');
}

function isHostName(text: string): boolean {
  return (
    text.length <= 253 &&
    /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*$/i.test(text)
  );
}

function list(text: string, parse: (item: string) => string | undefined): string[] | undefined {
  const items = text.split(',').map((item) => parse(item.trim()));
  return items.every((item) => item !== undefined) ? items : undefined;
}

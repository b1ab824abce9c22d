import { Agent, createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DomainError } from './errors';
import { type Address, OutboundAddresses } from './public-address';

const REFUSED: [string, string][] = [
  ['plain http', 'http://example.org/hook'],
  ['another scheme', 'ftp://example.org/hook'],
  ['a file', 'file:///etc/passwd'],
  ['this machine', 'https://127.0.0.1/'],
  ['this machine, elsewhere in its net', 'https://127.8.9.10/'],
  ['this machine by name', 'https://localhost/'],
  ['this machine by name, in capitals', 'https://LOCALHOST/'],
  ['a name below localhost', 'https://a.localhost/'],
  ['this machine with a trailing dot', 'https://localhost./'],
  ['this machine as one number', 'https://2130706433/'],
  ['this machine in octal', 'https://0177.0.0.1/'],
  ['this machine in hexadecimal', 'https://0x7f000001/'],
  ['this machine in hexadecimal parts', 'https://0x7f.0x0.0x0.0x1/'],
  ['this machine, short', 'https://127.1/'],
  ['this machine as an address with a trailing dot', 'https://127.0.0.1./'],
  ['this machine in full-width digits', 'https://１２７.0.0.1/'],
  ['this machine, percent-encoded', 'https://%31%32%37.0.0.1/'],
  ['any address of this machine', 'https://0.0.0.0/'],
  ['zero as a number', 'https://0/'],
  ['the net of zero', 'https://0.1.2.3/'],
  ['a private net of ten', 'https://10.0.0.1/'],
  ['a private net of 172', 'https://172.16.0.1/'],
  ['the end of the private net of 172', 'https://172.31.255.255/'],
  ['a private net of 192', 'https://192.168.1.1/'],
  ['addresses that providers share', 'https://100.64.0.1/'],
  ['what clouds tell their machines', 'https://169.254.169.254/latest/meta-data/'],
  ['the same as a number', 'https://2852039166/'],
  ['the same behind IPv6', 'https://[fd00:ec2::254]/'],
  ['link-local', 'https://169.254.0.1/'],
  ['many at once', 'https://224.0.0.1/'],
  ['everybody', 'https://255.255.255.255/'],
  ['what is reserved', 'https://240.0.0.1/'],
  ['what is for documentation', 'https://192.0.2.1/'],
  ['what is for documentation, too', 'https://198.51.100.7/'],
  ['what is for documentation, as well', 'https://203.0.113.9/'],
  ['what is for measuring', 'https://198.18.0.1/'],
  ['assignments of the protocol', 'https://192.0.0.8/'],
  ['old relays', 'https://192.88.99.1/'],
  ['IPv6: this machine', 'https://[::1]/'],
  ['IPv6: any address of it', 'https://[::]/'],
  ['IPv6: an IPv4 address within', 'https://[::ffff:127.0.0.1]/'],
  ['IPv6: a public IPv4 address within', 'https://[::ffff:1.1.1.1]/'],
  ['IPv6: an IPv4 address within, the old way', 'https://[::127.0.0.1]/'],
  ['IPv6: an IPv4 address translated', 'https://[64:ff9b::7f00:1]/'],
  ['IPv6: an IPv4 address translated at home', 'https://[64:ff9b:1::a00:1]/'],
  ['IPv6: an IPv4 address by 6to4', 'https://[2002:7f00:1::]/'],
  ['IPv6: an IPv4 address by Teredo', 'https://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/'],
  ['IPv6: unique local', 'https://[fc00::1]/'],
  ['IPv6: link-local', 'https://[fe80::1]/'],
  ['IPv6: link-local with a zone', 'https://[fe80::1%25eth0]/'],
  ['IPv6: site-local', 'https://[fec0::1]/'],
  ['IPv6: many at once', 'https://[ff02::1]/'],
  ['IPv6: documentation', 'https://[2001:db8::1]/'],
  ['IPv6: more documentation', 'https://[3fff::1]/'],
  ['IPv6: thrown away', 'https://[100::1]/'],
  ['IPv6: not given out', 'https://[4000::1]/'],
  ['a name without a dot', 'https://intranet/'],
  ['a name of the network around', 'https://printer.local/'],
  ['a name of a cloud', 'https://metadata.google.internal/'],
  ['a name at home', 'https://nas.home.arpa/'],
  ['a name that ends in a dot', 'https://example.org./'],
  ['a user in it', 'https://user@example.org/'],
  ['a user and a password in it', 'https://a:b@example.org/'],
  ['a port of mail', 'https://example.org:25/'],
  ['a port of shells', 'https://example.org:22/'],
  ['no host', 'https:///'],
];

describe('addresses that others have this server call', () => {
  const guard = new OutboundAddresses(false, async () => []);

  test.each(REFUSED)('are not %s', (_, url) => {
    expect(() => guard.check(url)).toThrow(DomainError);
  });

  test.each([
    'https://example.org/hook',
    'https://example.org:8443/hook?a=b',
    'https://1.1.1.1/',
    'https://[2606:4700::1111]/',
    'https://xn--bcher-kva.example.org/',
  ])('may be %s', (url) => {
    expect(guard.check(url).href).toBe(url);
  });

  test('are refused by a name that leads to one of them', async () => {
    const answers: { [name: string]: Address[] } = {
      'public.example.org': [{ address: '1.1.1.1', family: 4 }],
      'mixed.example.org': [
        { address: '1.1.1.1', family: 4 },
        { address: '10.0.0.1', family: 4 },
      ],
      'six.example.org': [{ address: '::1', family: 6 }],
      'zone.example.org': [{ address: 'fe80::1%eth0', family: 6 }],
    };
    const named = new OutboundAddresses(false, async (name) => answers[name] ?? []);

    await expect(named.checkNow('https://public.example.org/')).resolves.toBeInstanceOf(URL);
    await expect(named.checkNow('https://unknown.example.org/')).resolves.toBeInstanceOf(URL);
    for (const name of ['mixed', 'six', 'zone'])
      await expect(named.checkNow(`https://${name}.example.org/`)).rejects.toMatchObject({
        code: 'BAD_USER_INPUT',
        details: { field: 'url' },
      });
  });

  test.each(['169.254.169.254', '0.0.0.0', '224.0.0.1', 'fe80::1', '255.255.255.255', '::ffff:169.254.1.1'])(
    'are not %s where private ones are allowed',
    (address) => {
      expect(new OutboundAddresses(true).isAllowed(address)).toBe(false);
    },
  );

  test.each(['http://127.0.0.1:4000/', 'http://localhost:1/', 'https://10.1.2.3/', 'http://[::1]:8080/'])(
    'may be %s where private ones are allowed',
    (url) => {
      expect(new OutboundAddresses(true).check(url).href).toBe(url);
    },
  );
});

describe('a connection', () => {
  let server: Server;
  let asked = 0;

  beforeAll(async () => {
    server = createServer((_, response) => {
      asked += 1;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => server.close());

  /** As the sender does, by a name of which `answers` are given one after the other. */
  function call(guard: OutboundAddresses): Promise<number | string> {
    const { port } = server.address() as AddressInfo;
    const agent = new Agent({ lookup: guard.lookup });
    return new Promise((resolve) =>
      request({ host: 'rebound.example.org', port, agent }, (response) => resolve(response.statusCode ?? 0))
        .on('error', (error: NodeJS.ErrnoException) => resolve(String(error.code)))
        .end(),
    );
  }

  test('is not made to what the name came to mean after it was checked', async () => {
    const answers: Address[][] = [[{ address: '1.1.1.1', family: 4 }], [{ address: '127.0.0.1', family: 4 }]];
    const guard = new OutboundAddresses(false, async () => answers.shift() ?? []);
    await guard.checkNow('https://rebound.example.org/');

    expect(await call(guard)).toBe('EADDRESSREFUSED');
    expect(asked).toBe(0);
  });

  test('is made to the address that was vetted, by any name', async () => {
    const guard = new OutboundAddresses(true, async () => [{ address: '127.0.0.1', family: 4 }]);

    expect(await call(guard)).toBe(200);
  });
});

import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, readConfig } from './config';
import { readInstallation } from './installation';
import { describeSettings } from './settings';

const TOKEN = 'a-token-of-enough-length';

describe('the settings', () => {
  test('are whole when nothing is set', () => {
    expect(readConfig({})).toMatchObject({
      port: 4000,
      host: '127.0.0.1',
      databaseUrl: null,
      token: null,
      secret: null,
      allowedHosts: ['localhost', '127.0.0.1', '[::1]'],
      corsOrigins: [],
      logLevel: 'info',
      limits: {
        bodyBytes: 1_000_000,
        nesting: 50,
        depth: 15,
        aliases: 30,
        cost: 5000,
        pageSize: 100,
        deadlineMs: 10_000,
      },
    });
  });

  test('take an empty value for none', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 4000, databaseUrl: null });
  });

  test.each([
    ['PORT', '80a', 'a whole number from 0 to 65535'],
    ['PORT', '65536', 'a whole number from 0 to 65535'],
    ['PORT', '1e3', 'a whole number from 0 to 65535'],
    ['HOST', 'http://localhost', 'a host name or an IP address'],
    ['DATABASE_URL', 'mysql://localhost/entente', 'postgres://user:password@host:port/database'],
    ['DATABASE_URL', 'postgres://localhost', 'postgres://user:password@host:port/database'],
    ['DATABASE_POOL', '0', 'a whole number from 1 to 200'],
    ['ENTENTE_TOKEN', 'short', 'at least 16 printable ASCII characters'],
    ['ENTENTE_SECRET', 'with a space in the middle', 'at least 16 printable ASCII characters'],
    ['ALLOWED_HOSTS', 'desk.example.org:4000', 'host names or IP addresses, without ports'],
    ['ALLOWED_HOSTS', '*', 'host names or IP addresses, without ports'],
    ['CORS_ORIGINS', '*', 'exact origins'],
    ['CORS_ORIGINS', 'https://desk.example.org/app', 'exact origins'],
    ['CORS_ORIGINS', 'https://desk.example.org,', 'exact origins'],
    ['LOG_LEVEL', 'loud', 'one of fatal, error, warn'],
    ['MAX_DEPTH', '-1', 'a whole number from 3 to 100'],
  ])('refuse %s=%s and say what is allowed', (name, value, allowed) => {
    const read = () => readConfig({ [name]: value });

    expect(read).toThrow(ConfigError);
    expect(read).toThrow(
      new RegExp(`^${name}\\b.*: ${name} is .*${allowed.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`),
    );
  });

  test('take a whole database url and exact origins', () => {
    const DATABASE_URL = 'postgres://desk:secret@127.0.0.1:5432/entente';
    const config = readConfig({
      DATABASE_URL,
      CORS_ORIGINS: 'https://desk.example.org, http://localhost:5173',
    });

    expect(config.databaseUrl).toBe(DATABASE_URL);
    expect(config.corsOrigins).toEqual(['https://desk.example.org', 'http://localhost:5173']);
  });

  test('keep a refused secret out of the message', () => {
    expect(() => readConfig({ ENTENTE_TOKEN: 'hunter2' })).toThrow(/^(?!.*hunter2)/);
    expect(() => readConfig({ DATABASE_URL: 'mysql://me:hunter2@localhost/x' })).toThrow(/^(?!.*hunter2)/);
  });

  test.each(['0.0.0.0', '::', '192.168.1.7', 'desk.example.org'])(
    'refuse to listen on %s without a chosen token',
    (host) => {
      expect(() => readConfig({ HOST: host })).toThrow(/needs ENTENTE_TOKEN/);
      expect(readConfig({ HOST: host, ENTENTE_TOKEN: TOKEN }).host).toBe(host);
    },
  );

  test.each(['localhost', '127.0.0.5', '::1'])('let %s do without a token', (host) => {
    expect(readConfig({ HOST: host }).token).toBeNull();
  });

  test('allow the name that is listened on, but not every name for every address', () => {
    expect(readConfig({ HOST: 'desk.example.org', ENTENTE_TOKEN: TOKEN }).allowedHosts).toContain(
      'desk.example.org',
    );
    expect(readConfig({ HOST: '0.0.0.0', ENTENTE_TOKEN: TOKEN }).allowedHosts).not.toContain('0.0.0.0');
    expect(readConfig({ ALLOWED_HOSTS: 'Desk.example.org, ::1' }).allowedHosts).toEqual(
      expect.arrayContaining(['desk.example.org', '[::1]']),
    );
  });

  test('each stand in the table of the guide', () => {
    const table = describeSettings();

    for (const name of ['PORT', 'ENTENTE_DATA', 'MAX_COST', 'DEADLINE_MS'])
      expect(table).toContain(`| \`${name}\` |`);
    for (const row of table.split('\n').slice(2)) expect(row.split(' | ')).toHaveLength(4);
  });
});

describe('an installation', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'entente-installation-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  test('makes its token and its secret once and keeps them from others', () => {
    const config = readConfig({ ENTENTE_DATA: directory });
    const first = readInstallation(config);

    expect(first.token).not.toBe(first.secret);
    expect(readInstallation(config)).toEqual(first);
    expect(statSync(join(directory, 'secret')).mode & 0o777).toBe(0o600);
  });

  test('prefers what is set', () => {
    expect(readInstallation(readConfig({ ENTENTE_DATA: directory, ENTENTE_TOKEN: TOKEN })).token).toBe(TOKEN);
  });
});

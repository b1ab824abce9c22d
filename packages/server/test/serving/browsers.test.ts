import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startToyServer, type ToyServer } from './toy-server';

const BROWSER = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8' };
const HOME = 'https://desk.example.org';

let server: ToyServer;
let directory: string;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'entente-console-'));
  mkdirSync(join(directory, 'assets'));
  writeFileSync(join(directory, 'index.html'), '<!doctype html><title>GraphiQL</title>');
  writeFileSync(join(directory, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(directory, 'assets/index-Cf8Nfffy.js'), 'export {};');
  writeFileSync(join(directory, '.env'), 'SECRET=1');
  server = await startToyServer({}, { consoleDirectory: directory });
});
afterAll(async () => {
  await server.stop();
  rmSync(directory, { recursive: true });
});

describe('a browser', () => {
  test.each(['/', '/graphql', '/graphql?query={greeting}'])('gets the console at %s', async (path) => {
    const answer = await server.get(path, BROWSER);

    expect(answer).toMatchObject({ status: 200, text: expect.stringContaining('GraphiQL') });
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'content-security-policy': expect.stringMatching(
        /default-src 'none'.*script-src 'self';.*frame-ancestors 'none'/,
      ),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      vary: expect.stringContaining('Accept'),
    });
  });

  test('keeps hashed files for good and asks again for the others', async () => {
    expect(await server.get('/assets/index-Cf8Nfffy.js')).toMatchObject({
      status: 200,
      headers: {
        'cache-control': 'public, max-age=31536000, immutable',
        'content-type': expect.stringContaining('javascript'),
      },
    });
    expect(await server.get('/favicon.svg')).toMatchObject({
      status: 200,
      headers: { 'cache-control': 'no-cache', 'content-type': 'image/svg+xml' },
    });
  });

  test.each([
    '/.env',
    '/assets/',
    '/assets',
    '/..%2f..%2fetc%2fpasswd',
    '/assets/..%5c..%5c.env',
    '/assets/old-11111111.js',
  ])('is given no %s', async (path) => {
    const answer = await server.get(path, BROWSER);

    expect([400, 403, 404]).toContain(answer.status);
    expect(answer.errors[0]?.extensions).toMatchObject({ requestId: answer.headers['x-request-id'] });
    expect(answer.text).not.toContain(directory);
  });

  test('is told how to build the console where it has not been built', async () => {
    const bare = await startToyServer();
    const answer = await bare.get('/', BROWSER);
    await bare.stop();

    expect(answer).toMatchObject({
      status: 200,
      text: expect.stringContaining('--filter @entente/console build'),
    });
  });
});

describe('a client', () => {
  test.each(['/', '/graphql'])('gets GraphQL at %s', async (path) => {
    const headers = { accept: 'application/json', 'apollo-require-preflight': '1' };

    expect((await server.get(`${path}?query={greeting}`, headers)).data).toEqual({ greeting: 'Hello you' });
    expect(
      (await server.send('POST', path, { 'content-type': 'application/json' }, '{"query":"{greeting}"}'))
        .data,
    ).toEqual({
      greeting: 'Hello you',
    });
  });

  test('is answered in the media type it prefers, and nothing is kept by caches', async () => {
    const answer = await server.ask(
      '{ greeting }',
      {},
      { accept: 'application/graphql-response+json, application/json;q=0.9' },
    );

    expect(answer.headers).toMatchObject({
      'content-type': 'application/graphql-response+json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  });
});

describe('a page of another site', () => {
  test('cannot query by a link, which needs no preflight', async () => {
    const answer = await server.get('/graphql?query={greeting}', { accept: '*/*' });

    expect(answer).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    expect(answer.errors[0]?.message).toContain('apollo-require-preflight');
  });

  test('cannot write by a link at all', async () => {
    const query = encodeURIComponent('mutation { record(input: { title: "x" }) }');
    const answer = await server.get(`/graphql?query=${query}`, {
      accept: '*/*',
      'apollo-require-preflight': '1',
    });

    expect(answer).toMatchObject({ status: 405, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    expect(server.written).toEqual([]);
  });

  test('may ask, and read our headers, from an origin that is listed', async () => {
    const preflight = await server.send('OPTIONS', '/graphql', {
      origin: HOME,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization, content-type',
    });

    expect(preflight.status).toBe(204);
    expect(preflight.headers).toMatchObject({
      'access-control-allow-origin': HOME,
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers':
        'authorization, content-type, x-request-id, apollo-require-preflight, last-event-id',
    });
    const answer = await server.ask('{ greeting }', {}, { origin: HOME });
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': HOME,
      'access-control-expose-headers': 'x-request-id, retry-after',
      vary: expect.stringContaining('Origin'),
    });
    expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
  });

  test.each([
    'https://evil.example',
    'https://desk.example.org.evil.example',
    'http://desk.example.org',
    'null',
    `${HOME}:444`,
  ])('may not from %s', async (origin) => {
    const preflight = await server.send('OPTIONS', '/graphql', {
      origin,
      'access-control-request-method': 'POST',
    });
    const answer = await server.ask('{ greeting }', {}, { origin });

    for (const { headers } of [preflight, answer]) {
      expect(headers['access-control-allow-origin']).toBeUndefined();
      expect(headers['access-control-allow-credentials']).toBeUndefined();
    }
  });

  test('may read what was refused, too', async () => {
    const answer = await server.post('{', { origin: HOME });

    expect(answer).toMatchObject({ status: 400, headers: { 'access-control-allow-origin': HOME } });
  });
});

describe('the Host header', () => {
  test.each([
    'evil.example',
    'evil.example:80',
    '127.0.0.1.evil.example',
    '127.0.0.2',
    'localhost@evil.example',
  ])('%s is refused where only loopback names are allowed', async (host) => {
    const answer = await server.ask('{ greeting }', {}, { host });

    expect(answer).toMatchObject({ status: 421, errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  });

  test.each(['localhost', 'localhost.', 'LOCALHOST:4000', '127.0.0.1:1', '[::1]:4000'])(
    '%s is taken',
    async (host) => {
      expect((await server.ask('{ greeting }', {}, { host })).status).toBe(200);
    },
  );

  test('is not missed by HTTP 1.0, which may leave it out', async () => {
    const received = await server.sendBytes('GET / HTTP/1.0\r\naccept: text/html\r\n\r\n');

    expect(received).toMatch(/^HTTP\/1.1 421 /);
  });

  test('does not matter to health checks, which come by address', async () => {
    expect((await server.get('/livez', { host: '10.0.0.7' })).status).toBe(200);
    expect((await server.get('/readyz', { host: '10.0.0.7' })).status).toBe(200);
  });
});

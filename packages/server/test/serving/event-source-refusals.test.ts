import { type Asked, openStream, refusalOf } from './open-stream';
import { until } from './test-socket';
import { startToyServer, type ToyServer } from './toy-server';

let server: ToyServer;
beforeAll(async () => {
  server = await startToyServer({}, { times: { comment: 150 } });
});
afterAll(() => server.stop());

const open = (asked: Asked = {}) => openStream(server, asked);
const refused = (asked: Asked) => refusalOf(server, asked);

const aliases = Array.from({ length: 1000 }, (_, n) => `a${n}: greeting`).join(' ');
const deep = `{ engagements ${'{ related '.repeat(20)} { id } ${'}'.repeat(20)} }`;

describe('a request for a stream is refused with a status', () => {
  test.each<[string, Asked, number, string]>([
    ['for 10,000 brackets', { query: '{'.repeat(10_000) }, 400, 'QUERY_TOO_COSTLY'],
    ['for 1,000 aliases', { query: `{ ${aliases} }` }, 400, 'QUERY_TOO_COSTLY'],
    ['for 20 levels', { query: `subscription ${deep}` }, 400, 'QUERY_TOO_COSTLY'],
    [
      'for too many tokens',
      { query: `{ greeting ${'@skip(if: false) '.repeat(20_000)} }` },
      400,
      'QUERY_TOO_COSTLY',
    ],
    ['for a syntax error', { query: '{' }, 400, 'BAD_USER_INPUT'],
    ['for an unknown field', { query: 'subscription { nothing }' }, 400, 'BAD_USER_INPUT'],
    ['for no document', { method: 'GET', search: '' }, 400, 'BAD_USER_INPUT'],
    [
      'for variables that are no JSON',
      { method: 'GET', search: 'query={greeting}&variables={' },
      400,
      'BAD_USER_INPUT',
    ],
    [
      'for variables that do not fit',
      { query: 'query ($kind: Kind) { greeting(kind: $kind) }', variables: { kind: 'X' } },
      400,
      'BAD_USER_INPUT',
    ],
    ['for a NUL', { query: '{ greeting(name: "a\\u0000b") }' }, 400, 'BAD_USER_INPUT'],
    ['for another token', { headers: { authorization: 'Bearer another' } }, 401, 'UNAUTHENTICATED'],
    ['for no bearer token', { headers: { authorization: 'Basic YTpi' } }, 401, 'UNAUTHENTICATED'],
    ['for a reader of JSON', { headers: { accept: 'application/json' } }, 406, 'BAD_USER_INPUT'],
    ['for a body that is no JSON', { headers: { 'content-type': 'text/plain' } }, 415, 'BAD_USER_INPUT'],
    ['to a page of another site', { headers: { origin: 'https://evil.example' } }, 403, 'FORBIDDEN'],
    [
      'to an image of another site',
      { method: 'GET', headers: { 'sec-fetch-site': 'cross-site' } },
      403,
      'FORBIDDEN',
    ],
    ['for another host', { headers: { host: 'evil.example' } }, 421, 'FORBIDDEN'],
  ])('%s', async (_, asked, status, code) => {
    const answer = await refused(asked);

    expect(answer).toMatchObject({ status, errors: [{ extensions: { code } }] });
    expect(answer.errors[0].extensions.requestId).toBe(answer.headers['x-request-id']);
    expect(server.streams.count).toBe(0);
  });

  test('to a reservation of a single connection', async () => {
    for (const method of ['PUT', 'DELETE', 'HEAD']) {
      const answer = await server.send(method, '/graphql/stream', {});

      expect(answer).toMatchObject({ status: 405, headers: { allow: expect.stringContaining('POST') } });
      if (method !== 'HEAD') expect(answer.errors[0]?.message).toContain('single connection mode');
    }
  });

  test('beyond what an address may open, or the server', async () => {
    const narrow = await startToyServer({ MAX_ADDRESS_CONNECTIONS: '1' });
    const first = await open({ of: narrow });

    expect(await refused({ of: narrow })).toMatchObject({
      status: 429,
      headers: { 'retry-after': '1' },
      errors: [{ extensions: { code: 'RATE_LIMITED' } }],
    });
    await first.end();
    await until(() => narrow.streams.count === 0);
    const second = await open({ of: narrow });
    expect(second.status).toBe(200);
    await second.end();
    await narrow.stop();

    const full = await startToyServer({ MAX_STREAMS: '1' });
    const only = await open({ of: full });
    expect(await refused({ of: full })).toMatchObject({
      status: 503,
      headers: { 'retry-after': '1' },
      errors: [{ extensions: { code: 'OVERLOADED' } }],
    });
    await only.end();
    await full.stop();
  });

  test('but not to pages of an origin that is listed, or of our own', async () => {
    for (const origin of ['https://desk.example.org', server.url]) {
      const stream = await open({ method: 'GET', headers: { origin } });

      expect(stream.status).toBe(200);
      if (origin !== server.url) expect(stream.response.headers['access-control-allow-origin']).toBe(origin);
      await stream.end();
    }
  });
});

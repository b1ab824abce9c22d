import { startToyServer, type ToyServer } from './toy-server';

let server: ToyServer;
beforeAll(async () => {
  server = await startToyServer();
});
afterAll(() => server.stop());

/** A refusal that says what is wrong, carries the request's id, and after which the server still answers. */
async function expectRefusal(
  answer: Awaited<ReturnType<ToyServer['ask']>>,
  status: number,
  code = 'BAD_USER_INPUT',
) {
  expect(answer).toMatchObject({
    status,
    errors: [{ extensions: { code, requestId: answer.headers['x-request-id'] } }],
  });
  expect(answer.data ?? null).toBeNull();
  expect(answer.text).not.toMatch(/node_modules|\.ts\b|\n\s*at |stack|Fastify|FST_/);
  expect((await server.ask('{ greeting }')).data).toEqual({ greeting: 'Hello you' });
}

const json = (body: unknown) => JSON.stringify(body);

describe('a body', () => {
  test('of 2 MB is refused with 413', async () => {
    const answer = await server.post(json({ query: '{ greeting }', padding: 'x'.repeat(2_000_000) }));

    await expectRefusal(answer, 413);
    expect(answer.errors[0]?.message).toContain('1000000 bytes');
  });

  test('of 2 MB in chunks, whose length no header tells, is refused with 413', async () => {
    async function* chunks() {
      for (let sent = 0; sent < 200; sent++) yield Buffer.from('x'.repeat(10_000));
    }
    const answer = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: ReadableStream.from(chunks()),
      duplex: 'half',
    } as RequestInit);

    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  test.each([
    ['that is not JSON', '{ "query": '],
    ['that is empty', ''],
    ['that is an array of operations', json([{ query: '{ greeting }' }, { query: '{ greeting }' }])],
    ['that is a text', json('{ greeting }')],
    ['that is null', 'null'],
    ['without a query', json({ qeury: '{ greeting }' })],
    ['whose query is a number', json({ query: 1 })],
    ['whose variables are a text', json({ query: '{ greeting }', variables: '{}' })],
    ['with a key __proto__', '{"query":"{ greeting }","variables":{"__proto__":{"isAdmin":true}}}'],
    [
      'with a constructor that has a prototype',
      '{"query":"{ greeting }","variables":{"constructor":{"prototype":{}}}}',
    ],
  ])('%s is refused with 400', async (_, body) => {
    await expectRefusal(await server.post(body), 400);
  });

  test.each([
    ['application/x-www-form-urlencoded', 'query={greeting}'],
    [
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="query"\r\n\r\n{greeting}\r\n--x--',
    ],
    ['text/plain', json({ query: '{ greeting }' })],
    ['application/graphql', '{ greeting }'],
  ])('of type %s is refused with 415', async (type, body) => {
    await expectRefusal(await server.post(body, { 'content-type': type }), 415);
  });

  test('for clients that take nothing that is served is refused before anything is written', async () => {
    const answer = await server.ask(
      'mutation { record(input: { title: "x" }) }',
      {},
      { accept: 'image/png' },
    );

    await expectRefusal(answer, 406);
    expect(server.written).toEqual([]);
  });
});

describe('a document', () => {
  test('with 10,000 brackets is refused before it is parsed', async () => {
    await expectRefusal(await server.ask('{'.repeat(10_000)), 400, 'QUERY_TOO_COSTLY');
    await expectRefusal(await server.ask(`{ greeting(name: ${'['.repeat(10_000)}`), 400, 'QUERY_TOO_COSTLY');
  });

  test('with 10,000 brackets in the address of a GET is refused likewise', async () => {
    const answer = await server.get(`/graphql?query=${'{'.repeat(10_000)}`, {
      'apollo-require-preflight': '1',
    });

    await expectRefusal(answer, 400, 'QUERY_TOO_COSTLY');
  });

  test('with 1,000 aliases is refused', async () => {
    const aliases = Array.from({ length: 1000 }, (_, n) => `a${n}: greeting`).join(' ');

    await expectRefusal(await server.ask(`{ ${aliases} }`), 400, 'QUERY_TOO_COSTLY');
  });

  test('of 250 bytes that goes 15 levels deep along a cycle is refused', async () => {
    const depth = 20;
    const query = `{ engagements ${'{ related '.repeat(depth)} { id } ${'}'.repeat(depth)} }`;

    await expectRefusal(await server.ask(query), 400, 'QUERY_TOO_COSTLY');
  });

  test('of more tokens than are allowed is refused as too costly, with the limit', async () => {
    const answer = await server.ask(`{ greeting ${'@skip(if: false) '.repeat(20_000)} }`);

    await expectRefusal(answer, 400, 'QUERY_TOO_COSTLY');
    expect(answer.errors[0]?.extensions.limit).toEqual(expect.any(Number));
  });

  test('that repeats a field until comparing them is too costly is refused', async () => {
    await expectRefusal(await server.ask(`{ ${'greeting '.repeat(4_000)} }`), 400, 'QUERY_TOO_COSTLY');
  });

  test('with a subscription is refused, and it is said that this transport serves none', async () => {
    const answer = await server.ask('subscription { greetings }');

    await expectRefusal(answer, 400);
    expect(answer.errors[0]?.message).toMatch(/open a WebSocket at \/graphql, or ask \/graphql\/stream/);
  });

  test('of several operations asks for the name of one', async () => {
    const several = 'query A { greeting } query B { greeting }';
    const answer = await server.ask(several);

    await expectRefusal(answer, 400);
    expect(answer.errors[0]).toMatchObject({
      message: expect.stringMatching(/A, B/),
      extensions: { field: 'operationName' },
    });
    await expectRefusal(await server.post(json({ query: several, operationName: 'C' })), 400);
    expect((await server.post(json({ query: several, operationName: 'B' }))).status).toBe(200);
  });

  test('that asks for a persisted query gets a refusal that clients of such queries understand', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: 'abc' } };
    const answer = await server.post(json({ extensions }));

    expect(answer.errors[0]).toMatchObject({
      message: 'PersistedQueryNotSupported',
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });
});

describe('a value', () => {
  const RECORD = 'mutation ($input: EngagementInput!) { record(input: $input) }';

  test.each<[string, string, object, string, RegExp]>([
    [
      'an unknown enum value, near another',
      RECORD,
      { input: { title: 'x', kind: 'SUMIT' } },
      'kind',
      /Did you mean.*"SUMMIT"/,
    ],
    [
      'an unknown enum value, near none',
      RECORD,
      { input: { title: 'x', kind: 'PARTY' } },
      'kind',
      /Allowed: SUMMIT, MEETING, CALL/,
    ],
    [
      'a wrong value deep inside',
      RECORD,
      { input: { title: 'x', parties: [{ role: 'SUMMIT' }, { role: 7 }] } },
      'parties.1.role',
      /Enum/,
    ],
    ['a missing field', RECORD, { input: {} }, 'title', /required/],
    [
      'an unknown field',
      RECORD,
      { input: { title: 'x', titel: 'y' } },
      'titel',
      /not defined by type "EngagementInput"/,
    ],
    [
      'a scalar that cannot be read',
      RECORD,
      { input: { title: 'x', on: '2026' } },
      'on',
      /^A day is written YYYY-MM-DD$/,
    ],
    ['a missing variable', RECORD, {}, 'input', /required/],
    [
      'a null for what must not be null',
      'query ($id: ID!) { engagement(id: $id) { id } }',
      { id: null },
      'id',
      /must not be null/,
    ],
    ['a variable of another name', 'query ($k: Kind) { greeting(kind: $k) }', { k: 'X' }, 'kind', /Allowed/],
    [
      'a variable inside an input',
      'query ($k: [Kind!]) { engagements(filter: { kind: $k }) { id } }',
      { k: ['X'] },
      'filter.kind.0',
      /Allowed/,
    ],
    ['an unknown enum value as literal', '{ greeting(kind: PARTY) }', {}, 'kind', /Allowed: SUMMIT/],
    [
      'a wrong literal deep inside',
      'mutation { record(input: { title: "x", parties: [{ role: SUMMIT }, { role: 7 }] }) }',
      {},
      'parties.1.role',
      /Enum/,
    ],
    ['a missing field in a literal', 'mutation { record(input: { kind: CALL }) }', {}, 'title', /required/],
    [
      'a scalar that cannot be read, as literal',
      '{ greeting(day: "2026") }',
      {},
      'day',
      /A day is written YYYY-MM-DD/,
    ],
    ['an unknown argument', '{ engagements(frist: 3) { id } }', {}, 'frist', /Did you mean "first"/],
    ['a missing argument', '{ engagement { id } }', {}, 'id', /required/],
    [
      'a NUL in a variable',
      RECORD,
      { input: { title: 'x', parties: [{ role: 'CALL', name: 'a\0b' }] } },
      'parties.0.name',
      /U\+0000/,
    ],
    ['a NUL in a literal', '{ greeting(name: "a\\u0000b") }', {}, 'name', /U\+0000/],
  ])('%s is refused, naming the field', async (_, query, variables, field, message) => {
    const answer = await server.ask(query, variables);

    await expectRefusal(answer, 400);
    expect(answer.errors[0]).toMatchObject({
      message: expect.stringMatching(message),
      extensions: { field },
    });
    expect(server.written).toEqual([]);
  });

  test('of 20,000 characters is not repeated in the refusal', async () => {
    const answer = await server.ask(RECORD, { input: { title: 'x', kind: 'x'.repeat(20_000) } });

    await expectRefusal(answer, 400);
    expect(answer.text.length).toBeLessThan(1_000);
  });

  test('in 100,000 lists is refused', async () => {
    await expectRefusal(
      await server.post(`{"query":"{ greeting }","variables":{"name":${'['.repeat(1e5)}${']'.repeat(1e5)}}}`),
      400,
    );
  });

  test('called __proto__ in the variables of a GET is refused', async () => {
    const variables = encodeURIComponent('{"__proto__":{"isAdmin":true}}');
    const answer = await server.get(`/graphql?query={greeting}&variables=${variables}`, {
      'apollo-require-preflight': '1',
    });

    await expectRefusal(answer, 400);
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
  });
});

describe('an address', () => {
  test('that does not exist is answered in the same shape', async () => {
    await expectRefusal(await server.get('/nothing/here'), 404, 'NOT_FOUND');
    await expectRefusal(await server.get('/../../etc/passwd'), 404, 'NOT_FOUND');
  });

  test('that is no URL is refused', async () => {
    await expectRefusal(await server.get('/%zz'), 400);
  });

  test('asked by another method is refused with what is allowed', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      const answer = await server.send(method, '/graphql', {});

      await expectRefusal(answer, 405);
      expect(answer.headers.allow).toContain('POST');
    }
  });
});

describe('bytes', () => {
  test.each([
    ['that are no HTTP', 'NOT HTTP AT ALL\r\n\r\n', 400],
    ['with headers too large', `GET / HTTP/1.1\r\nhost: localhost\r\nx: ${'x'.repeat(40_000)}\r\n\r\n`, 431],
  ])('%s are refused in the same shape', async (_, bytes, status) => {
    const received = await server.sendBytes(bytes);

    expect(received).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(JSON.parse(received.split('\r\n\r\n')[1] ?? '')).toMatchObject({
      errors: [{ extensions: { code: 'BAD_USER_INPUT', requestId: expect.any(String) } }],
    });
  });
});

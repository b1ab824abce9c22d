import { startToyServer, type ToyServer } from './toy-server';

let server: ToyServer;
beforeAll(async () => {
  server = await startToyServer();
});
afterAll(() => server.stop());
beforeEach(() => {
  server.lines.length = 0;
});

const lastLine = () =>
  server
    .log()
    .filter(({ msg }) => msg === 'request')
    .at(-1);

describe('a request id', () => {
  test('is taken from the caller, echoed, told to the context, and stands in the log', async () => {
    const answer = await server.ask('{ greeting }', {}, { 'x-request-id': 'import-42:7' });

    expect(answer.headers['x-request-id']).toBe('import-42:7');
    expect(server.facts?.requestId).toBe('import-42:7');
    expect(lastLine()).toMatchObject({ requestId: 'import-42:7' });
  });

  test('is the trace when the caller has only that, and stands beside it when it has both', async () => {
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
    const traceparent = `00-${trace}-00f067aa0ba902b7-01`;

    expect((await server.ask('{ greeting }', {}, { traceparent })).headers['x-request-id']).toBe(trace);
    await server.ask('{ greeting }', {}, { traceparent, 'x-request-id': 'mine' });
    expect(lastLine()).toMatchObject({ requestId: 'mine', traceId: trace });
  });

  test.each([
    ['x-request-id', 'x'.repeat(129)],
    ['x-request-id', 'a b'],
    ['x-request-id', '<script>'],
    ['x-request-id', '"}'],
    ['traceparent', '00-00000000000000000000000000000000-00f067aa0ba902b7-01'],
    ['traceparent', 'nonsense'],
  ])('is made anew for %s: %s', async (name, value) => {
    const answer = await server.ask('{ greeting }', {}, { [name]: value });

    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('is in every error, and in the log for every error', async () => {
    for (const body of ['{', '{"query":"{"}', '{"query":"{ nothing }"}', '[]', '{"query":"{ required }"}']) {
      const answer = await server.post(body);

      expect(answer.errors[0]?.extensions.requestId).toBe(answer.headers['x-request-id']);
      expect(lastLine()).toMatchObject({
        requestId: answer.headers['x-request-id'],
        codes: [expect.any(String)],
      });
    }
  });
});

describe('the log', () => {
  test('has one line a request, with names and numbers', async () => {
    await server.ask(
      'query Welcome($name: String) { greeting(name: $name) }',
      { name: 'secret' },
      { authorization: 'Bearer secret' },
    );

    expect(server.lines).toHaveLength(1);
    expect(lastLine()).toEqual({
      level: 'info',
      time: expect.any(String),
      requestId: expect.any(String),
      method: 'POST',
      path: '/graphql',
      operation: 'Welcome',
      ms: expect.any(Number),
      status: 200,
      codes: [],
      msg: 'request',
    });
    expect(server.lines.join()).not.toContain('secret');
  });

  test('names the codes of the errors', async () => {
    await server.ask('{ required a: required }');
    expect(lastLine()).toMatchObject({ codes: ['INTERNAL'] });
    await server.ask('{ nothing }');
    expect(lastLine()).toMatchObject({ status: 400, codes: ['BAD_USER_INPUT'] });
  });

  test('keeps what stands behind a question mark out', async () => {
    await server.get('/graphql?query={greeting}&variables={"name":"secret"}', {
      'apollo-require-preflight': '1',
    });

    expect(lastLine()).toMatchObject({ path: '/graphql' });
    expect(server.lines.join()).not.toContain('secret');
  });

  test.each([
    ['a line break in an address', '/a%0d%0a{"level":"info"}'],
    ['a terminal sequence in an address', '/%1b[2J'],
    ['an address written from right to left', `/${encodeURI('\u202egnp.exe')}`],
    ['a very long address', `/${'a'.repeat(5_000)}`],
  ])('stays one short line of JSON for %s', async (_, path) => {
    await server.get(path);

    expect(server.lines).toHaveLength(1);
    expect(server.lines[0]).toMatch(/^[\x20-\x7e]+\n$/);
    expect(server.lines[0]?.length).toBeLessThan(600);
    expect(lastLine()).toMatchObject({ status: 404 });
  });

  test('is silent about health checks unless it is asked for detail', async () => {
    await server.get('/livez');

    expect(lastLine()).toMatchObject({ level: 'debug', path: '/livez' });
  });
});

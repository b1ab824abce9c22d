import { DomainError } from '../../src/platform/errors';
import { startToyServer, type ToyServer } from './toy-server';

let server: ToyServer;
beforeAll(async () => {
  server = await startToyServer();
});
afterAll(() => server.stop());

const failing = (make: () => Error) => {
  server.failures.it = make;
  return server.ask('{ fail(how: "it") }');
};

const coded = (code: string, message = 'x', more = {}) =>
  Object.assign(new Error(message), { code, ...more });

describe('an error', () => {
  test('of the domain keeps its words, code and details', async () => {
    const answer = await failing(
      () => new DomainError('CONFLICT', 'Somebody was faster', { currentVersion: 3 }),
    );

    expect(answer).toMatchObject({ status: 200, data: { fail: null } });
    expect(answer.errors).toEqual([
      {
        message: 'Somebody was faster',
        path: ['fail'],
        locations: [{ line: 1, column: 3 }],
        extensions: { currentVersion: 3, code: 'CONFLICT', requestId: answer.headers['x-request-id'] },
      },
    ]);
  });

  test('that nobody expected is masked, and its place is in the log under the same id', async () => {
    const answer = await failing(() =>
      coded('42P01', 'relation "secret_table" does not exist', {
        query: 'SELECT secret',
        parameters: ['value'],
      }),
    );

    expect(answer.errors[0]).toMatchObject({
      message: 'Something went wrong here. Give us the requestId.',
      extensions: { code: 'INTERNAL' },
    });
    expect(answer.text).not.toContain('secret');
    const entry = server
      .log()
      .find((line) => line.level === 'error' && line.requestId === answer.headers['x-request-id']);
    expect(entry).toMatchObject({
      failure: { code: '42P01', stack: expect.arrayContaining([expect.stringMatching(/^at /)]) },
    });
    expect(JSON.stringify(entry)).not.toMatch(/SELECT|value/);
  });

  test('of a field that must not be null is masked', async () => {
    expect((await server.ask('{ required }')).errors[0]?.extensions).toMatchObject({ code: 'INTERNAL' });
  });

  test("of a value that the schema does not allow is masked: it is ours, not the caller's", async () => {
    const answer = await server.ask('{ odd }');

    expect(answer).toMatchObject({ status: 200, errors: [{ extensions: { code: 'INTERNAL' } }] });
    expect(answer.text).not.toContain('hunter2');
  });

  test('that fills a list is told fifty times and logged five', async () => {
    const answer = await server.ask('{ failEverywhere { id } }');

    expect(answer.errors).toHaveLength(50);
    expect(
      server
        .log()
        .filter((line) => line.level === 'error' && line.requestId === answer.headers['x-request-id']),
    ).toHaveLength(5);
  });
});

describe('a database', () => {
  test.each([
    ['that refuses connections', () => coded('ECONNREFUSED')],
    [
      'that refuses them by two addresses',
      () => Object.assign(new AggregateError([coded('ECONNREFUSED')]), { code: undefined }),
    ],
    ['that is being shut down', () => coded('57P01')],
    ['that starts', () => coded('57P03')],
    ['whose pool is empty', () => new Error('timeout exceeded when trying to connect')],
    [
      'that went away, told by TypeORM',
      () => Object.assign(new Error('y'), { driverError: new Error('Connection terminated unexpectedly') }),
    ],
  ])('%s makes the answer 503 with a time to come back', async (_, make) => {
    const answer = await failing(make);

    expect(answer).toMatchObject({
      status: 503,
      headers: { 'retry-after': '2' },
      errors: [{ extensions: { code: 'OVERLOADED', retryAfterMs: 2_000 } }],
    });
    expect(answer.data).toBeUndefined();
  });

  test('that fails for one field leaves the others readable', async () => {
    server.failures.it = () => coded('ECONNREFUSED');
    const answer = await server.ask('{ greeting fail(how: "it") }');

    expect(answer).toMatchObject({ status: 200, data: { greeting: 'Hello you', fail: null } });
    expect(answer.errors[0]?.extensions.code).toBe('OVERLOADED');
  });

  test('that fails for one field and shows a bug in another is not an outage', async () => {
    server.failures = { it: () => coded('ECONNREFUSED'), bug: () => new TypeError('x is not a function') };
    const answer = await server.ask('{ fail(how: "it") failToo(how: "bug") }');

    expect(answer.status).toBe(200);
    expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(['OVERLOADED', 'INTERNAL']);
  });

  test.each([
    ['57014', 'DEADLINE_EXCEEDED'],
    ['22021', 'BAD_USER_INPUT'],
    ['40P01', 'OVERLOADED'],
    ['23505', 'INTERNAL'],
  ])('that says %s means %s', async (state, code) => {
    expect((await failing(() => coded(state))).errors[0]?.extensions.code).toBe(code);
  });
});

describe('class-validator', () => {
  test('has its report told by path, without the values it holds', async () => {
    const { ArgumentValidationError } = jest.requireActual<typeof import('type-graphql')>('type-graphql');
    const report = [
      {
        property: 'parties',
        value: 'secret',
        children: [
          {
            property: '0',
            children: [
              {
                property: 'name',
                constraints: { maxLength: 'name must be shorter than or equal to 500 characters' },
              },
            ],
          },
        ],
      },
      { property: 'title', constraints: { isNotEmpty: 'title should not be empty' } },
    ];
    const answer = await failing(() => new ArgumentValidationError(report as never));

    expect(answer.errors[0]).toMatchObject({
      message: 'parties.0.name must be shorter than or equal to 500 characters',
      extensions: {
        code: 'BAD_USER_INPUT',
        field: 'parties.0.name',
        problems: [{ field: 'parties.0.name' }, { field: 'title', message: 'title should not be empty' }],
      },
    });
    expect(answer.text).not.toContain('secret');
  });
});

describe('a token', () => {
  test('is handed on from the Authorization header, and from nowhere else', async () => {
    expect((await server.ask('{ token }', {}, { authorization: 'Bearer abc.DEF-123' })).data).toEqual({
      token: 'abc.DEF-123',
    });
    expect((await server.ask('{ token }', {}, { cookie: 'token=abc', 'x-token': 'abc' })).data).toEqual({
      token: null,
    });
  });

  test.each(['Basic dXNlcjpwYXNz', 'Bearer', 'Bearer a b', 'abc', ''])(
    'in the header "%s" is refused',
    async (authorization) => {
      const answer = await server.ask('{ greeting }', {}, { authorization });

      expect(answer).toMatchObject({ status: 401, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
      expect(answer.headers['www-authenticate']).toBe('Bearer');
      if (authorization.length > 10) expect(answer.text).not.toContain(authorization);
    },
  );

  test('that the context does not know is refused with 401', async () => {
    server.contextOf = () => {
      throw new DomainError('UNAUTHENTICATED', 'The token is not known');
    };
    const answer = await server.ask('{ greeting }', {}, { authorization: 'Bearer wrong' });
    server.contextOf = () => {};

    expect(answer).toMatchObject({
      status: 401,
      errors: [{ message: 'The token is not known', extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  test('whose check fails by a bug of ours is answered with 500, masked and logged', async () => {
    server.contextOf = () => {
      throw new Error('secret');
    };
    const answer = await server.ask('{ greeting }');
    server.contextOf = () => {};

    expect(answer).toMatchObject({ status: 500, errors: [{ extensions: { code: 'INTERNAL' } }] });
    expect(answer.text).not.toContain('secret');
    expect(
      server
        .log()
        .some((line) => line.level === 'error' && line.requestId === answer.headers['x-request-id']),
    ).toBe(true);
  });
});

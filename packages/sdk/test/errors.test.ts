import {
  BadInputError,
  ConflictError,
  CursorExpiredError,
  createClient,
  EntenteError,
  EpochChangedError,
  ForbiddenError,
  isRetryable,
  NotFoundError,
  OverloadedError,
  RateLimitedError,
  RefusedError,
  TimeoutError,
  TooCostlyError,
  UnauthenticatedError,
  UnreachableError,
} from '../src/index';
import { data, hangUp, refuse, ScriptedServer, status } from './support/scripted-server';

const id = 'engagement_1';

describe('an error', () => {
  let server: ScriptedServer;
  beforeAll(async () => {
    server = await ScriptedServer.start();
  });
  afterAll(() => server.stop());

  // biome-ignore lint/suspicious/noExplicitAny: an error of any class.
  const errorOf = async (): Promise<any> => {
    const entente = createClient({ url: server.url, retry: { attempts: 1 } });
    return entente.engagements.get({ id }).then(
      () => undefined,
      (error) => error,
    );
  };

  test.each([
    ['BAD_USER_INPUT', BadInputError, false],
    ['NOT_FOUND', NotFoundError, false],
    ['CONFLICT', ConflictError, false],
    ['UNAUTHENTICATED', UnauthenticatedError, false],
    ['FORBIDDEN', ForbiddenError, false],
    ['QUERY_TOO_COSTLY', TooCostlyError, false],
    ['RATE_LIMITED', RateLimitedError, true],
    ['OVERLOADED', OverloadedError, true],
    ['DEADLINE_EXCEEDED', TimeoutError, true],
    ['CURSOR_EXPIRED', CursorExpiredError, false],
    ['EPOCH_CHANGED', EpochChangedError, false],
    ['INTERNAL', EntenteError, false],
    ['OUT_OF_PAPER', RefusedError, false],
    ['toString', RefusedError, false],
  ])('of code %s has a class of its own and says what is known of the call', async (code, type, mayPass) => {
    server.play(refuse(code));

    const error = await errorOf();

    expect(error.constructor).toBe(type);
    expect(error.name).toBe(type.name);
    expect(isRetryable(error)).toBe(mayPass);
    expect(error).toMatchObject({
      code,
      message: `It is ${code}`,
      requestId: `request-${code}`,
      operation: 'getEngagement',
      attempts: 1,
      status: 200,
    });
  });

  test.each([
    [400, BadInputError],
    [401, UnauthenticatedError],
    [403, ForbiddenError],
    [404, UnreachableError],
    [413, BadInputError],
    [429, RateLimitedError],
    [500, EntenteError],
    [502, UnreachableError],
    [503, OverloadedError],
    [200, UnreachableError],
  ])('of status %i without GraphQL has a class, too', async (code, type) => {
    server.play(status(code));

    const error = await errorOf();

    expect(error.constructor).toBe(type);
    expect(error.status).toBe(code);
  });

  test('of nobody listening is unreachable, with its cause', async () => {
    server.play(hangUp);

    const error = await errorOf();

    expect(error).toBeInstanceOf(UnreachableError);
    expect(error.cause).toMatchObject({ name: 'TypeError', message: 'fetch failed' });
    expect(error.message).toContain(server.url);
  });

  test('carries what belongs to its code', async () => {
    server.play(refuse('CONFLICT', { currentVersion: 4, existingId: 'engagement_2' }));
    expect(await errorOf()).toMatchObject({ currentVersion: 4, existingId: 'engagement_2' });

    server.play(refuse('BAD_USER_INPUT', { field: 'participations.0.actor' }));
    expect(await errorOf()).toMatchObject({ field: 'participations.0.actor' });

    server.play(refuse('QUERY_TOO_COSTLY', { cost: 9_000, limit: 5_000 }));
    expect(await errorOf()).toMatchObject({ cost: 9_000, limit: 5_000 });
  });

  test('cannot be changed by what a server says beside it', async () => {
    server.play((_, response) => {
      response.end(
        '{"errors":[{"message":"No","extensions":{"code":"CONFLICT","name":"X","stack":"X","attempts":9,"__proto__":{"isAdmin":true}}}]}',
      );
    });

    const error = await errorOf();

    expect(error).toBeInstanceOf(ConflictError);
    expect(error).toMatchObject({ name: 'ConflictError', attempts: 1 });
    expect(error.isAdmin).toBeUndefined();
  });

  test('takes the request id from the body where a browser hides the header', async () => {
    server.play(() => ({
      errors: [{ message: 'No', extensions: { code: 'CONFLICT', requestId: 'from-body' } }],
    }));

    expect((await errorOf()).requestId).toBe('from-body');
  });

  test('is thrown for a record that is not there', async () => {
    server.play(data({ engagement: null }));

    const error = await errorOf();

    expect(error).toBeInstanceOf(NotFoundError);
    expect(error).toMatchObject({ code: 'NOT_FOUND', operation: 'getEngagement' });
  });

  test('is thrown for data that came with errors', async () => {
    server.play(() => ({
      data: { engagement: { id, label: null } },
      errors: [{ message: 'Broken', path: ['engagement', 'label'] }],
    }));

    const error = await errorOf();

    expect(error.constructor).toBe(EntenteError);
    expect(error.faults).toEqual([{ message: 'Broken', path: ['engagement', 'label'] }]);
  });
});

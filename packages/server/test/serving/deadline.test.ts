import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, Api } from '../harness/api';
import { serve } from '../harness/served';

type Answered = Required<Answer>;

let api: Api;
let server: { url: string; stop(): Promise<void> };

beforeAll(async () => {
  api = await Api.open();
  server = await serve(api, { deadlineMs: 400 });
});
afterAll(async () => {
  await server.stop();
  await api.close();
});

const ask = (signal?: AbortSignal) =>
  fetch(new URL('/graphql', server.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ engagements(first: 1) { nodes { kind } } }' }),
    signal: signal ?? null,
  });

/** Runs `fn` while nobody can read engagements, and tells how many statements wait for them afterwards. */
async function whileBlocked(fn: () => Promise<void>): Promise<number> {
  const runner = api.database.writer.createQueryRunner();
  await runner.startTransaction();
  await runner.query('LOCK TABLE engagement IN ACCESS EXCLUSIVE MODE');
  try {
    await fn();
    const [{ waiting }] = await runner.query(
      `SELECT count(*)::integer AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    return waiting;
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

describe('a statement that takes too long', () => {
  test('ends with the request’s deadline, on the database too', async () => {
    const waiting = await whileBlocked(async () => {
      const answer = await ask();
      expect(((await answer.json()) as Answered).errors[0]?.extensions.code).toBe('DEADLINE_EXCEEDED');
      await sleep(200);
    });

    expect(waiting).toBe(0);
  });

  test('ends when its reader goes away', async () => {
    const waiting = await whileBlocked(async () => {
      const gone = new AbortController();
      const answer = ask(gone.signal).catch(() => null);
      await sleep(100);
      gone.abort();
      await answer;
      await sleep(200);
    });

    expect(waiting).toBe(0);
  });

  test('leaves the server fit for the next request', async () => {
    expect(((await (await ask()).json()) as Answered).data.engagements.nodes).toEqual([]);
  });
});

import { Client } from 'pg';
import { Api } from '../../../test/harness/api';
import { leaderOf } from '../../app/leading';
import { createLog } from '../../platform/log';
import { Leader, type LeaderJob } from './leader.job';

const log = createLog({ level: 'silent' });

let api: Api;
const leaders: Leader[] = [];
beforeAll(async () => {
  api = await Api.open();
});
afterEach(async () => {
  delete api.runtime.committed;
  for (const leader of leaders.splice(0)) await leader.stop();
});
afterAll(() => api.close());

function candidate(jobs: LeaderJob[] = []): Leader {
  const leader = leaderOf(api.runtime, log, { days: 90 }, jobs);
  leaders.push(leader);
  leader.start();
  return leader;
}

async function until<T>(
  ask: () => Promise<T | null | undefined | false> | T | null | undefined | false,
): Promise<T> {
  for (const end = Date.now() + 10_000; Date.now() < end; ) {
    const answer = await ask();
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('it did not come to be');
}

const headOf = async () => Number((await api.database.writer.query('SELECT seq FROM event_head'))[0].seq);

/** Ends the leader's connection as PostgreSQL does when it goes away. */
const severLeader = () =>
  api.database.writer.query(
    `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
  );

async function numberedAfter(write: () => Promise<unknown>): Promise<number> {
  const before = await headOf();
  await write();
  const startedAt = performance.now();
  await until(async () => (await headOf()) > before);
  return performance.now() - startedAt;
}

describe('the leader', () => {
  test('numbers what is committed, told of it or not', async () => {
    const leader = candidate();
    await until(() => leader.leads);

    await numberedAfter(() => api.given.engagement());
    api.runtime.committed = leader.nudge;
    await numberedAfter(() => api.given.engagement());
  });

  test('takes down what migrations loaded', async () => {
    candidate();

    await until(async () => {
      const [{ untold }] = await api.database.writer.query(
        `SELECT count(*)::integer AS untold FROM record r WHERE NOT EXISTS (SELECT FROM event_subject s WHERE s.record_id = r.id)`,
      );
      return untold === 0;
    });
  });

  test('is one; when it stops, another takes over', async () => {
    const first = candidate();
    await until(() => first.leads);
    const second = candidate();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(second.leads).toBe(false);

    await first.stop();
    const startedAt = Date.now();
    await until(() => second.leads);
    expect(Date.now() - startedAt).toBeLessThan(1_000);
    expect(first.leads).toBe(false);
    await numberedAfter(() => api.given.engagement());
  });

  test('survives that its connection breaks', async () => {
    const leader = candidate();
    await until(() => leader.leads);

    await severLeader();
    await until(() => !leader.leads);
    await until(() => leader.leads);
    await numberedAfter(() => api.given.engagement());
  });

  test('waits for a database that is away, and can be stopped meanwhile', async () => {
    let tried = 0;
    const leader = new Leader({
      connection: () => {
        tried++;
        return new Client({ host: '127.0.0.1', port: 1, connectionTimeoutMillis: 500 });
      },
      sequencer: () => {
        throw new Error('there is nothing to lead');
      },
      begin: async () => undefined,
      jobs: [],
      log,
    });
    leader.start();
    await until(() => tried > 2);

    const startedAt = Date.now();
    await leader.stop();
    expect(Date.now() - startedAt).toBeLessThan(1_000);
    expect(leader.leads).toBe(false);
  });

  test('runs jobs, of which one may fail, and stops them when it leads no more', async () => {
    let ran = 0;
    let told: AbortSignal | null = null as AbortSignal | null;
    const leader = candidate([
      { name: 'failing', everyMs: 1, run: () => Promise.reject(new Error('as planned')) },
      {
        name: 'counting',
        everyMs: 1,
        run: async (signal) => {
          ran++;
          told = signal;
        },
      },
    ]);
    await until(() => ran > 3);

    await leader.stop();
    const last = ran;
    expect(told?.aborted).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(ran).toBe(last);
  });

  test('begins a new epoch where the database writes another history', async () => {
    const epochOf = async () =>
      (await api.database.writer.query('SELECT epoch, written_in FROM event_head'))[0];
    const first = candidate();
    await until(() => first.leads);
    const { epoch, written_in } = await until(async () => {
      const head = await epochOf();
      return head.written_in !== null && head;
    });
    await first.stop();
    await api.database.writer.query(`UPDATE event_head SET written_in = 'elsewhere'`);

    candidate();
    await until(async () => (await epochOf()).epoch !== epoch);
    expect((await epochOf()).written_in).toBe(written_in);
  });
});

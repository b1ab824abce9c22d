import { Api } from '../../../test/harness/api';
import { PARTITION } from './log-partitions.job';
import { LogRetention, type Retention } from './log-retention.job';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api.close());

const retain = (keeps: Retention) =>
  new LogRetention(api.database.writer, keeps).run(new AbortController().signal);

const numbers = async (): Promise<number[]> =>
  (await api.database.writer.query('SELECT seq FROM event_log ORDER BY seq')).map((row: { seq: string }) =>
    Number(row.seq),
  );

const partitions = async (): Promise<string[]> =>
  (
    await api.database.writer.query(
      `SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = 'event_log'::regclass ORDER BY 1`,
    )
  ).map((row: { name: string }) => row.name);

async function events(count: number): Promise<void> {
  for (let nth = 0; nth < count; nth++) await api.given.engagement();
  await api.sequence();
}

describe('the log', () => {
  test('keeps what is young', async () => {
    await events(5);
    await api.database.writer.query(
      `UPDATE event_log SET published_at = published_at - interval '91 days' WHERE seq <= 2`,
    );
    await retain({ days: 92 });
    expect(await numbers()).toEqual([1, 2, 3, 4, 5]);

    await retain({ days: 90 });
    expect(await numbers()).toEqual([3, 4, 5]);
  });

  test('keeps no more than so many', async () => {
    await retain({ days: 90, rows: 2 });

    expect(await numbers()).toEqual([4, 5]);
  });

  test('has room before it is needed, and goes by partitions where all is old', async () => {
    await api.database.writer.query('UPDATE event_head SET seq = $1', [PARTITION - 2]);
    await events(4);
    expect(await partitions()).toEqual(['event_log_0', 'event_log_1', 'event_log_2']);
    expect(await numbers()).toEqual([4, 5, PARTITION - 1, PARTITION, PARTITION + 1, PARTITION + 2]);

    await retain({ days: 90, rows: 2 });
    expect(await partitions()).toEqual(['event_log_1', 'event_log_2']);
    expect(await numbers()).toEqual([PARTITION + 1, PARTITION + 2]);

    await events(1);
    expect((await numbers()).at(-1)).toBe(PARTITION + 3);
  });

  test('has the indexes of the others in a partition that was attached', async () => {
    const plan = async (partition: string) =>
      (
        await api.database.writer.query(
          `SELECT count(*)::integer AS indexes FROM pg_index WHERE indrelid = '${partition}'::regclass`,
        )
      )[0].indexes;

    expect(await plan('event_log_2')).toBe(await plan('event_log_1'));
  });

  test('may be empty', async () => {
    await api.database.writer.query(`UPDATE event_log SET published_at = published_at - interval '91 days'`);
    await retain({ days: 90 });
    expect(await numbers()).toEqual([]);

    await events(1);
    expect(await numbers()).toEqual([PARTITION + 4]);
  });

  test('forgets keys of idempotency that count no more', async () => {
    const key =
      'mutation { recordEngagement(input: { kind: CALL, status: HELD }, idempotencyKey: "old") { id } }';
    await api.data(key);
    await retain({ days: 90 });
    expect(await api.database.writer.query('SELECT key FROM idempotency')).toHaveLength(1);

    await api.database.writer.query(`UPDATE idempotency SET at = at - interval '25 hours'`);
    await retain({ days: 90 });
    expect(await api.database.writer.query('SELECT key FROM idempotency')).toEqual([]);
  });
});

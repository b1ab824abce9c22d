import { findings } from '../../src/app/check';
import { Database } from '../../src/app/database';
import { DERIVED, OF_THE_DATABASE } from '../../src/app/dumped-tables';
import { Api } from '../harness/api';
import { emptyTestDatabase, TEST_SECRET } from '../harness/postgres/test-database';
import { ask, bodyOf, DumpWorld, HARD_TEXT, headerOf, linesOf } from './dump-world';

let world: DumpWorld;
let path: string;
let restored: string;
beforeAll(async () => {
  world = await DumpWorld.open();
  path = await world.dump();
  restored = await emptyTestDatabase('restored');
  await world.restore(path, restored);
}, 60_000);
afterAll(() => world.close());

/** All tables; a partition is a part of one. */
const TABLES = `SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace
  AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY c.relname COLLATE "C"`;

/** A new table that is made from others belongs to the derived ones of app/dumped-tables.ts, any other one here. */
const WITHOUT_HISTORY = [
  'event_head',
  'event_log',
  'event_outbox',
  'event_subject',
  'idempotency',
  'identity',
  'identity_key',
  'identity_search',
  'import_batch',
  'import_rejection',
  'import_row',
  'import_run',
  'import_skip',
  'import_warning',
  'record_version',
  'sameness',
  'webhook',
  'webhook_delivery',
];

describe('a dump', () => {
  test('says first what it is, of which schema, and where the event log stood', async () => {
    const [head] = await ask(world.url, 'SELECT epoch, seq::text, numbers::text[] FROM event_head');

    expect(headerOf(path)).toEqual({
      format: 'entente-dump',
      version: 1,
      server: expect.stringMatching(/^\d+\.\d+\.\d+/),
      migration: expect.stringMatching(/\d{13}$/),
      epoch: head?.epoch,
      position: { seq: head?.seq, numbers: head?.numbers },
      time: expect.stringMatching(/^20\d\d-.*Z$/),
      tables: expect.arrayContaining([
        'engagement',
        'engagement_history',
        'event_log',
        'identity',
        'webhook',
      ]),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test('holds every table, but for those that are made from the others', async () => {
    const tables = (await ask(world.url, TABLES)).map(({ name }) => name);

    expect([...headerOf(path).tables, ...DERIVED, ...OF_THE_DATABASE].sort()).toEqual(tables.sort());
  });

  test('holds no table that nobody has decided on: one without history is recorded, or it is derived', () => {
    const { tables } = headerOf(path);
    const isVersioned = (table: string) => tables.includes(`${table}_history`) || table.endsWith('_history');

    expect(tables.filter((table: string) => !isVersioned(table))).toEqual(WITHOUT_HISTORY);
  });

  test('holds no secret of a webhook that can be read', async () => {
    const { registerWebhook } = await world.api.data(
      `mutation ($input: WebhookInput!) { registerWebhook(input: $input, idempotencyKey: "secret") { secret } }`,
      { input: { name: 'Another desk', url: 'http://127.0.0.1:9/', isPaused: true } },
    );
    const later = await world.dump();

    expect(linesOf(later).join('\n')).not.toContain(registerWebhook.secret);
    expect(linesOf(later).join('\n')).not.toContain(registerWebhook.secret.replace('whsec_', ''));
    await ask(world.url, `DELETE FROM webhook WHERE name = 'Another desk'`);
    await ask(world.url, `DELETE FROM idempotency WHERE key = 'secret'`);
  });

  test('is the same again, but for its header, while nothing changes', async () => {
    expect(bodyOf(await world.dump())).toEqual(bodyOf(path));
  });
});

describe('a restored database', () => {
  test('gives the very dump that it was made of, but for the time and the epoch', async () => {
    const again = await world.dump(restored);

    expect(bodyOf(again)).toEqual(bodyOf(path));
    const { time: _, epoch: before, sha256: __, ...first } = headerOf(path);
    const { time: ___, epoch: after, sha256: ____, ...second } = headerOf(again);
    expect(second).toEqual(first);
    expect(after).not.toBe(before);
  });

  test('holds hard values as they were', async () => {
    for (const url of [world.url, restored]) {
      expect(await ask(url, `SELECT value FROM name WHERE value LIKE '%Zeile%' LIMIT 1`)).toEqual([
        { value: HARD_TEXT },
      ]);
      expect(await ask(url, 'SELECT revision, filter::text AS filter FROM webhook')).toEqual([
        { revision: '9223372036854775000', filter: 'null' },
      ]);
      expect(
        await ask(
          url,
          `SELECT key, answer::text, at::text = 'infinity' AS is_open FROM idempotency WHERE account = 'a' ORDER BY key`,
        ),
      ).toEqual([
        { key: 'json null', answer: 'null', is_open: false },
        { key: 'no answer', answer: null, is_open: true },
        {
          key: 'number',
          answer: '{"b": 1, "n": 12345678901234567890.123456789, "aa": [[], {}]}',
          is_open: false,
        },
      ]);
    }
  });

  test('has nothing that a check finds', async () => {
    const database = await Database.open(restored, { poolSize: 2, deadlineMs: 10_000, secret: TEST_SECRET });
    try {
      expect(await findings(database.writer)).toEqual([]);
    } finally {
      await database.close();
    }
  });

  test('has the indexes and the constraints of the schema', async () => {
    const schema = `SELECT indexdef AS definition FROM pg_indexes WHERE schemaname = 'public'
      UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 't'
      ORDER BY 1`;

    expect(await ask(restored, schema)).toEqual(await ask(world.url, schema));
  });

  test('refuses a row that points at nothing, as before', async () => {
    await expect(
      ask(restored, `UPDATE name SET record_id = '019b76da-a800-7000-8000-ffffffffffff'`),
    ).rejects.toThrow(/foreign key/);
  });

  test('goes on with the numbers of events and rows, without a hole', async () => {
    const api = await Api.open(restored);
    try {
      const [before] = await ask(restored, 'SELECT seq::integer FROM event_head');
      const ids = 'SELECT max(id)::integer AS id FROM event_outbox';
      const [waiting] = await ask(restored, ids);
      await api.given.topic('after-the-restore');
      const [added] = await ask(restored, ids);
      expect(added?.id).toBe(Number(waiting?.id) + 1);

      // The one that waited when the dump was made, and the new one.
      expect(await api.sequence()).toBe(2);
      const [after] = await ask(restored, 'SELECT seq::integer FROM event_head');
      expect(after?.seq).toBe(Number(before?.seq) + 2);
      expect(await findings(api.database.writer)).toEqual([]);
    } finally {
      await api.close();
    }
  });

  test('tells whoever resumes with a cursor of before to begin anew', async () => {
    const { events } = await world.api.data('{ events(first: 0) { head } }');
    const api = await Api.open(restored);
    try {
      const { errors } = await api.query('query ($after: Cursor) { events(after: $after) { head } }', {
        after: events.head,
      });
      expect(errors?.[0]?.extensions.code).toBe('EPOCH_CHANGED');
    } finally {
      await api.close();
    }
  });
});

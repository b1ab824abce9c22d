import { Api } from '../../test/harness/api';
import { CountingWorld } from '../../test/harness/counting-world';
import { freshTestDatabase } from '../../test/harness/postgres/test-database';
import { findings } from './check';
import { COUNTER_RULES } from './check-counters';

const RULES = new Set(COUNTER_RULES.map(([rule]) => rule));

let api: Api;
beforeAll(async () => {
  api = await Api.open(await freshTestDatabase());
  const world = await CountingWorld.of(api, 41);
  for (let step = 0; step < 30; step++) await world.step();
  await api.database.writer.query('SELECT fold_counters(50)');
});
afterAll(() => api.close());

const broken = async () => {
  const found = await findings(api.database.writer);
  return found.filter(({ rule }) => RULES.has(rule));
};

test('after many writes, nothing is found', async () => {
  expect(await broken()).toEqual([]);
});

const TAMPERED: readonly [done: string, statement: string, rule: string, id: RegExp][] = [
  [
    'a counter is off by one',
    `UPDATE counter SET rows = rows + 1 WHERE ctid = (SELECT ctid FROM counter WHERE subject = 'engagement' LIMIT 1)`,
    'the counters are the sum of what records contribute',
    /^engagement [A-Z]+ [A-Z]+ .*from marking \d on$/,
  ],
  [
    'a total is off by one',
    `UPDATE counter_total SET counted = counted - 1 WHERE ctid = (SELECT ctid FROM counter_total WHERE subject = 'actor' LIMIT 1)`,
    'totals are the sum of the counters',
    /^actor [A-Z]+ from marking \d on$/,
  ],
  [
    'a delta is lost',
    `DELETE FROM counter_delta WHERE ctid = (SELECT ctid FROM counter_delta WHERE subject = 'agreement' LIMIT 1)`,
    'the counters are the sum of what records contribute',
    /^agreement /,
  ],
  [
    'a record is remembered for what it does not contribute',
    `UPDATE tally SET contributions = '{}' WHERE record_id = (SELECT record_id FROM tally WHERE subject = 'engagement' AND contributions <> '{}' LIMIT 1)`,
    'what engagement contributes to the counters is that of a recount',
    /^[0-9a-f-]{36}$/,
  ],
  [
    'a record that is not there contributes',
    `INSERT INTO tally VALUES (gen_random_uuid(), 'engagement', NULL, '{}')`,
    'only records that are there contribute to the counters',
    /^[0-9a-f-]{36}$/,
  ],
  [
    'an actor was not counted',
    `INSERT INTO counter_delta (subject, marking, kind, is_sure, rows, counted) VALUES ('actor', 0, 'PERSON', FALSE, -1, -1)`,
    'the counters of actor are those of a recount',
    /^actor PERSON without period from marking 0 on$/,
  ],
  [
    'a record of two states is taken for one of many',
    `INSERT INTO counter_crowd SELECT record_id, subject, 0 FROM tally LIMIT 1`,
    'a record of many states is known as such',
    /^[0-9a-f-]{36}$/,
  ],
];

test.each(TAMPERED)('it is found where %s', async (_, statement, rule, id) => {
  const runner = api.database.writer.createQueryRunner();
  await runner.startTransaction();
  try {
    await runner.query(statement);
    const found = (await findings(runner)).filter((each) => RULES.has(each.rule));
    expect(found.map((each) => each.rule)).toContain(rule);
    expect(found.find((each) => each.rule === rule)?.id).toMatch(id);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
});

test('a rebuild makes of anything what a recount says', async () => {
  const { writer } = api.database;
  await writer.query('DELETE FROM tally');
  await writer.query('UPDATE counter SET rows = rows * 2');
  expect(await broken()).not.toEqual([]);

  await writer.query('SELECT rebuild_counters()');

  expect(await broken()).toEqual([]);
});

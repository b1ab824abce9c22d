import { Api } from '../../test/harness/api';
import { findings } from './check';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
  const id = await api.given.engagement();
  await api.given.engagement({ marking: 'AMBER' });
  await api.data(
    'mutation ($id: ID!) { retract(id: $id, expectedVersion: 1, reason: "for the test") { __typename } }',
    { id },
  );
  await api.sequence();
  await api.given.engagement();
});
afterAll(() => api.close());

const broken = async () => [...new Set((await findings(api.database.writer)).map(({ rule }) => rule))];

/** What is found while something is wrong. */
async function foundAfter(damage: string): Promise<string[]> {
  const { writer } = api.database;
  const runner = writer.createQueryRunner();
  await runner.startTransaction();
  try {
    await runner.query(damage);
    const rows = { query: (text: string, values?: unknown[]) => runner.query(text, values) };
    return [...new Set((await findings(rows)).map(({ rule }) => rule))];
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

describe('the check of the event log', () => {
  test('finds nothing where nothing is wrong', async () => {
    expect(await broken()).toEqual([]);
  });

  test.each([
    [
      'number_clear of the event log has no holes',
      'UPDATE event_log SET number_clear = number_clear + 1 WHERE seq = 3',
    ],
    ['the head of the event log is its last seq', 'UPDATE event_head SET seq = seq + 1'],
    ['the head of the event log is its last number_amber', 'UPDATE event_head SET numbers[3] = 1'],
    [
      'an entry of the event log tells of a version that is there',
      'UPDATE event_log SET version_id = record_id WHERE seq = 1',
    ],
    [
      'a version that is younger than the event log stands in it or in the outbox',
      'DELETE FROM event_outbox',
    ],
    [
      'what was told of a record last is how it stands',
      `UPDATE event_subject SET facets = facets - 'isGone'`,
    ],
    [
      'a version stands in the event log once',
      'UPDATE event_log SET version_id = (SELECT version_id FROM event_log WHERE seq = 2) WHERE seq = 1',
    ],
    ['what was told of a record last is how it stands', 'DELETE FROM event_subject'],
  ])('finds that it is not so: %s', async (rule, damage) => {
    expect(await foundAfter(damage)).toContain(rule);
  });
});

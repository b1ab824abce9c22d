import { Api } from '../../test/harness/api';
import { findings } from './check';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
  const [a, b, c] = [
    await api.given.engagement(),
    await api.given.engagement(),
    await api.given.engagement({ marking: 'AMBER' }),
  ] as [string, string, string];
  const decide = (status: string, ...records: string[]) =>
    api.data(
      'mutation ($records: [ID!]!, $status: IdentityStatus!) { decideIdentity(records: $records, status: $status, reason: "For the test") { id } }',
      { records, status },
    );
  await decide('DIFFERENT', a, b);
  await decide('SAME', a, b);
  await decide('SAME', b, c);
  await api.given.person('Somebody');
  await api.sequence();
});
afterAll(() => api.close());

const broken = async () => [...new Set((await findings(api.database.writer)).map(({ rule }) => rule))];

/** What is found while something is wrong. */
async function foundAfter(damage: string): Promise<string[]> {
  const runner = api.database.writer.createQueryRunner();
  await runner.startTransaction();
  try {
    await runner.query(damage);
    return [
      ...new Set(
        (await findings({ query: (text, values) => runner.query(text, values as unknown[]) })).map(
          ({ rule }) => rule,
        ),
      ),
    ];
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

describe('the check of identities', () => {
  test('finds nothing where nothing is wrong', async () => {
    expect(await broken()).toEqual([]);
  });

  test.each([
    ['the two records of an identity are there and of its type', `UPDATE identity SET type = 'actor'`],
    [
      'the two records of an identity are there and of its type',
      `UPDATE identity SET other_id = (SELECT id FROM record ORDER BY id DESC LIMIT 1) WHERE status = 'DIFFERENT'`,
    ],
    ['an identity is marked as the stricter of its records', 'UPDATE identity SET marking = 0'],
    [
      'of what was said of two records one thing holds, the last verdict',
      'UPDATE identity SET is_latest = FALSE',
    ],
    [
      'of what was said of two records one thing holds, the last verdict',
      `UPDATE identity SET is_latest = FALSE WHERE marking = 0; UPDATE identity SET is_latest = TRUE WHERE status = 'DIFFERENT'`,
    ],
    [
      'a record is counted under the one that verdicts say',
      'UPDATE sameness SET counted_as = (SELECT id FROM record ORDER BY id DESC LIMIT 1) WHERE clearance = 2',
    ],
    ['a record is counted under the one that verdicts say', `UPDATE identity SET status = 'DIFFERENT'`],
  ])('finds that it is not so: %s', async (rule, damage) => {
    expect(await foundAfter(damage)).toContain(rule);
  });
});

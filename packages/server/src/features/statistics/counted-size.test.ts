import { Api } from '../../../test/harness/api';
import { CountingWorld } from '../../../test/harness/counting-world';
import { freshTestDatabase } from '../../../test/harness/postgres/test-database';

const CLEARANCES = [0, 1, 2, 3, 4];
const MANY = ['QA', 'IQ', 'FR', 'IT', 'ES', 'PT', 'NL', 'BE', 'DK', 'SE', 'NO', 'FI', 'PL', 'GB'];

const ENGAGEMENTS: readonly object[] = [
  {},
  { kind: ['MEETING'] },
  { kind: ['VISIT', 'CALL'], status: ['HELD'] },
  { kind: [] },
  { levelAtLeast: 'MINISTER' },
  { when: { from: '2020', to: '2021' } },
  { when: { from: '2003' } },
  { when: { to: '2021' } },
  { when: { from: '2021-03', to: '2021-06' } },
  { when: { from: '2021', match: 'POSSIBLE' } },
  { involving: ['QA'] },
  { involving: ['QA'], kind: ['MEETING', 'VISIT'], when: { from: '2021', to: '2021' } },
  { involving: ['QA', 'FR'] },
  { involving: [] },
  { between: ['QA', 'IQ'] },
  { between: ['IQ', 'QA'], status: ['HELD'] },
  { between: ['QA', 'QA'] },
  { between: ['QA'], involving: ['FR'] },
  { between: ['QA', 'IQ', 'FR'] },
  { isRetracted: true },
  { not: { kind: ['MEETING'] } },
];
const AGREEMENTS: readonly object[] = [
  {},
  { form: ['TREATY'] },
  { between: ['QA', 'IQ'] },
  { involving: ['FR'], form: ['MOU', 'TREATY'] },
  { isRetracted: true },
];
const OTHERS = `
  claims { totalCount } support: claims(filter: { predicate: [SUPPORTS_RECORD] }) { totalCount } contextEvents { totalCount }
  actor(ref: "QA") {
    engagements { totalCount } met: engagements(filter: { between: ["IQ"] }) { totalCount } itself: engagements(filter: { between: ["QA"] }) { totalCount }
    agreements { totalCount } treaties: agreements(filter: { form: [TREATY], involving: ["FR"] }) { totalCount }
  }
  relationship(between: ["IQ", "QA"]) {
    engagements { totalCount } visits: engagements(filter: { kind: [VISIT], when: { from: "2020" } }) { totalCount } agreements { totalCount }
  }`;

/** Lists that have no past, and what they count. */
const PRESENT: readonly [query: string, rows: string][] = [
  ['actors', 'actor WHERE retracted_at IS NULL'],
  [
    'actors(filter: { kind: [STATE, PERSON] })',
    `actor WHERE retracted_at IS NULL AND kind IN ('STATE', 'PERSON')`,
  ],
  ['actors(filter: { isRetracted: true })', 'actor WHERE retracted_at IS NOT NULL'],
  ['places', 'place WHERE retracted_at IS NULL'],
  ['places(name: "Doha")', 'place WHERE FALSE'],
  ['sources', 'source WHERE retracted_at IS NULL'],
  [
    'sources(filter: { kind: [NEWS_ARTICLE] })',
    `source WHERE retracted_at IS NULL AND kind = 'NEWS_ARTICLE'`,
  ],
];

const FIELDS = [
  ...ENGAGEMENTS.map((filter, at) => `e${at}: engagements(filter: ${literal(filter)}) { totalCount }`),
  ...AGREEMENTS.map((filter, at) => `g${at}: agreements(filter: ${literal(filter)}) { totalCount }`),
  OTHERS,
].join('\n');

/** As GraphQL writes it: names and enum values without quotes. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join()}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value).map(([name, each]) => `${name}: ${literal(each)}`)}}`;
  return typeof value === 'string' && !/^[A-Z_]{3,}$/.test(value) ? JSON.stringify(value) : String(value);
}

let api: Api;
beforeEach(async () => {
  api = await Api.open(await freshTestDatabase());
});
afterEach(() => api.close());

describe('totalCount', () => {
  /** What is read as of a recorded time is counted, row by row: now, that is the same. */
  async function expectSame(after: string): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 5));
    const at = new Date().toISOString();
    for (const clearance of CLEARANCES) {
      const { data, errors } = await api.read(
        clearance,
        `query ($at: DateTime!) { ${FIELDS} asOf(recordedAt: $at) { ${FIELDS} } }`,
        { at },
      );
      expect(errors).toBeUndefined();
      const { asOf, ...now } = data;
      expect({ after, clearance, ...now }).toEqual({ after, clearance, ...asOf });
      for (const [query, rows] of PRESENT) {
        const [counted] = (
          await api.database.reader(clearance).query(`SELECT count(*)::integer AS count FROM ${rows}`)
        ).rows;
        const answer = await api.read(clearance, `{ list: ${query} { totalCount } }`);
        expect({ query, clearance, count: answer.data.list.totalCount }).toEqual({
          query,
          clearance,
          ...counted,
        });
      }
    }
  }

  test.each([31])(
    'is what counting the records says to every clearance, by any filter (seed %i)',
    async (seed) => {
      const world = await CountingWorld.of(api, seed);
      await api.given.engagement({ kind: 'SUMMIT', participations: MANY.map((actor) => ({ actor })) });
      await api.given.agreement({ form: 'TREATY', parties: MANY.map((actor) => ({ actor })) });
      for (let step = 0; step < 24; step++) {
        const done = await world.step();
        if (step % 4 === 3) await expectSame(`step ${step}: ${done}`);
      }
    },
    120_000,
  );

  test('does not count rows where counters know the number', async () => {
    api.sql.length = 0;
    await api.read(0, '{ engagements(filter: { between: ["QA", "IQ"] }, first: 0) { totalCount } }');
    expect(api.sql.at(-1)).toContain('counted t');
  });
});

import fc from 'fast-check';
import { Api } from '../../../test/harness/api';
import { findings } from '../../app/check';
import { type Pair, representatives } from './component.rule';

const MARKINGS = ['CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED'];
const VERDICTS = 20;

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api.close());

const deeds = fc.array(
  fc.record({
    one: fc.nat(7),
    other: fc.nat(7),
    isSame: fc.oneof(
      { weight: 5, arbitrary: fc.constant(true) },
      { weight: 3, arbitrary: fc.constant(false) },
      { weight: 1, arbitrary: fc.constant(null) },
    ),
  }),
  { minLength: VERDICTS, maxLength: VERDICTS },
);

/** Each world has a year of its own. */
let year = 1100;

/** Of the same engagements as counters tell them, and as they tell themselves. */
const COUNTS = `query ($year: Edtf!) {
  byCounters: engagements(filter: { when: { from: $year, to: $year } }) { ...Counts }
  byRecords: engagements(filter: { when: { from: $year, to: $year }, involving: "QA" }) { ...Counts } }
  fragment Counts on EngagementConnection { totalCount counted: groups(by: []) { count } years: groups(by: [YEAR]) { period count } }`;

const meeting = (more: { [field: string]: unknown } = {}) =>
  api.given.engagement({
    when: { edtf: `${year}-03-05` },
    participations: [{ actor: 'QA' }, { actor: 'IQ' }],
    ...more,
  });

const decide = (status: string, records: readonly string[]) =>
  api.query(
    'mutation ($records: [ID!]!, $status: IdentityStatus!) { decideIdentity(records: $records, status: $status, reason: "By chance") { status } }',
    { records, status },
  );

/** What is decided of records, kept apart from the product that decides it. */
class Model {
  readonly same = new Map<string, Pair>();
  readonly different = new Map<string, Pair>();
  readonly withdrawn = new Set<string>();

  constructor(
    readonly ids: readonly string[],
    readonly markings: readonly number[],
  ) {}

  /** Whether the product has to take it; it refuses what contradicts itself, withdrawn records included. */
  decide(pair: Pair, isSame: boolean): boolean {
    const key = pair.join(' ');
    const same = new Map(this.same);
    const different = new Map(this.different);
    same.delete(key);
    different.delete(key);
    (isSame ? same : different).set(key, pair);
    const all = representatives(this.ids, [...same.values()]);
    if ([...different.values()].some(([one, other]) => all.get(one) === all.get(other))) return false;
    for (const [own, next] of [
      [this.same, same],
      [this.different, different],
    ] as const) {
      own.clear();
      for (const [each, value] of next) own.set(each, value);
    }
    return true;
  }

  counted(clearance: number): { listed: number; counted: number } {
    const seen = this.ids.filter(
      (id, at) => (this.markings[at] ?? 0) <= clearance && !this.withdrawn.has(id),
    );
    return {
      listed: seen.length,
      counted: new Set(representatives(seen, [...this.same.values()]).values()).size,
    };
  }
}

test('verdicts at random leave the record in order, every id answering, and the counts right for every reader', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(4), { minLength: 8, maxLength: 8 }), deeds, async (markings, all) => {
      year++;
      const ids: string[] = [];
      for (const marking of markings) ids.push(await meeting({ marking: MARKINGS[marking] }));
      const model = new Model(ids, markings);
      const versions = new Map(ids.map((id) => [id, 1]));
      for (const { one, other, isSame } of all) {
        const id = ids[one] as string;
        if (isSame === null) await withdraw(model, versions, id);
        else if (one !== other) {
          const pair = [id, ids[other] as string].sort() as [string, string];
          const { errors } = await decide(isSame ? 'SAME' : 'DIFFERENT', pair);
          expect(errors?.[0]?.extensions.code).toBe(model.decide(pair, isSame) ? undefined : 'CONFLICT');
        }
      }
      for (const clearance of [0, 1, 2, 3, 4]) {
        const { data } = await api.read(clearance, COUNTS, { year: String(year) });
        const { listed, counted } = model.counted(clearance);
        const counts = {
          totalCount: listed,
          counted: [{ count: counted }],
          years: counted === 0 ? [] : [{ period: String(year), count: counted }],
        };
        expect(data).toEqual({ byCounters: counts, byRecords: counts });
      }
      const { nodes } = await api.data('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
      expect(nodes).toEqual(ids.map((id) => ({ id })));
      await api.sequence();
      expect(await findings(api.database.writer)).toEqual([]);
    }),
    { numRuns: 5 },
  );
}, 120_000);

async function withdraw(model: Model, versions: Map<string, number>, id: string): Promise<void> {
  const isBack = model.withdrawn.delete(id);
  if (!isBack) model.withdrawn.add(id);
  const version = versions.get(id) ?? 1;
  await api.data(
    `mutation ($id: ID!, $version: Int!) { ${isBack ? 'reinstate' : 'retract'}(id: $id, expectedVersion: $version, reason: "By chance") { id } }`,
    { id, version },
  );
  versions.set(id, version + 1);
}

test('who met whom is counted once for what is the same', async () => {
  year++;
  const [one, other] = [await meeting(), await meeting()];
  const network = async () => {
    const query = `query ($year: Edtf!) {
      byCounters: engagements(filter: { when: { from: $year, to: $year } }) { network(perYear: true) { count year } }
      byRecords: engagements(filter: { when: { from: $year, to: $year }, involving: "QA" }) { network { count } } }`;
    const { byCounters, byRecords } = await api.data(query, { year: String(year) });
    return [byCounters.network, byRecords.network];
  };
  expect(await network()).toEqual([[{ count: 2, year }], [{ count: 2 }]]);

  await decide('SAME', [one, other]);

  expect(await network()).toEqual([[{ count: 1, year }], [{ count: 1 }]]);
});

test('what a verdict on others changes for a third record is counted, too', async () => {
  year++;
  const [one, other, third] = [await meeting(), await meeting(), await meeting()].sort() as [
    string,
    string,
    string,
  ];
  const counted = async () => {
    const { byCounters, byRecords } = await api.data(COUNTS, { year: String(year) });
    return [byCounters.counted, byRecords.counted];
  };

  await decide('SAME', [other, third]);
  expect(await counted()).toEqual([[{ count: 2 }], [{ count: 2 }]]);

  // The other one stood for the third so far.
  await decide('SAME', [one, third]);
  expect(await counted()).toEqual([[{ count: 1 }], [{ count: 1 }]]);
});

test('a visit is counted by its meetings, whichever record of it has them', async () => {
  year++;
  const [twin, visit] = [await meeting({ kind: 'VISIT' }), await meeting({ kind: 'VISIT' })];
  await meeting({ parent: visit });
  const counted = async () => (await api.data(COUNTS, { year: String(year) })).byCounters.counted;
  expect(await counted()).toEqual([{ count: 2 }]);

  await decide('SAME', [twin, visit]);

  expect(await counted()).toEqual([{ count: 1 }]);
});

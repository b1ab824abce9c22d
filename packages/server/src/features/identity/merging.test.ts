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

/** Two states in each world, so that its engagements are all that is between them. */
let worlds = 0;

const COUNTS = `query ($between: [ActorRef!]) { engagements(filter: { between: $between }) {
  totalCount counted: groups(by: []) { count } years: groups(by: [YEAR]) { period count } } }`;

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
      const between = await statesOf(worlds++);
      const ids: string[] = [];
      for (const marking of markings)
        ids.push(
          await api.given.engagement({
            marking: MARKINGS[marking],
            when: { edtf: '2021-03-05' },
            participations: between.map((actor) => ({ actor })),
          }),
        );
      const model = new Model(ids, markings);
      const versions = new Map(ids.map((id) => [id, 1]));
      for (const { one, other, isSame } of all) {
        const id = ids[one] as string;
        if (isSame === null) await withdraw(model, versions, id);
        else if (one !== other) {
          const pair = [id, ids[other] as string].sort() as [string, string];
          const { errors } = await api.query(
            'mutation ($records: [ID!]!, $status: IdentityStatus!) { decideIdentity(records: $records, status: $status, reason: "By chance") { status } }',
            { records: pair, status: isSame ? 'SAME' : 'DIFFERENT' },
          );
          expect(errors?.[0]?.extensions.code).toBe(model.decide(pair, isSame) ? undefined : 'CONFLICT');
        }
      }
      for (const clearance of [0, 1, 2, 3, 4]) {
        const { data } = await api.read(clearance, COUNTS, { between });
        const { listed, counted } = model.counted(clearance);
        expect(data.engagements).toEqual({
          totalCount: listed,
          counted: [{ count: counted }],
          years: counted === 0 ? [] : [{ period: '2021', count: counted }],
        });
      }
      const { nodes } = await api.data('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
      expect(nodes).toEqual(ids.map((id) => ({ id })));
      await api.sequence();
      expect(await findings(api.database.writer)).toEqual([]);
    }),
    { numRuns: 5 },
  );
}, 120_000);

async function statesOf(world: number): Promise<string[]> {
  const rows: { iso2: string }[] = await api.database.writer.query(
    'SELECT iso2 FROM actor WHERE iso2 IS NOT NULL ORDER BY iso2 OFFSET $1 LIMIT 2',
    [2 * world],
  );
  return rows.map(({ iso2 }) => iso2);
}

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
  const participations = [{ actor: 'LI' }, { actor: 'AD' }];
  const meeting = () => api.given.engagement({ when: { edtf: '2021-03-05' }, participations });
  const [one, other] = [await meeting(), await meeting()];
  const network = async () =>
    (
      await api.data(
        'query { engagements(filter: { between: ["LI", "AD"] }) { network(perYear: true) { count year } } }',
      )
    ).engagements.network;
  expect(await network()).toMatchObject([{ count: 2 }]);

  await api.data(
    'mutation ($records: [ID!]!) { decideIdentity(records: $records, status: SAME, reason: "Seen in both") { id } }',
    { records: [one, other] },
  );

  expect(await network()).toMatchObject([{ count: 1 }]);
});

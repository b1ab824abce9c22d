import { Api } from '../../../test/harness/api';
import { demoOf } from '../../app/load-demo';
import { typeIdOf, uuidOf } from '../../platform/type-id';
import { FacetsQuery } from './facets.query';
import type { Facets, Known } from './log-entry.rule';
import { SEQUENCER_SETTINGS } from './sequencer.job';

const MARKINGS = ['CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED'];
const LEVELS = [
  'HEAD_OF_STATE',
  'HEAD_OF_GOVERNMENT',
  'MINISTER',
  'DEPUTY_MINISTER',
  'AMBASSADOR',
  'SENIOR_OFFICIAL',
  'OFFICIAL',
];
const AMENDABLE = [
  'actor',
  'position',
  'place',
  'topic',
  'engagement',
  'agreement',
  'context_event',
  'source',
];
const pascal = (table: string) =>
  table.replace(/(^|_)(\w)/g, (_, __, letter: string) => letter.toUpperCase());

/** The same numbers in every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

interface Row {
  id: string;
  facets: Facets;
}

let api: Api;
let db: ReturnType<Api['database']['alone']>;

beforeAll(async () => {
  api = await Api.open();
  await demoOf(api.database).load();
  db = api.database.alone('facets of a test', SEQUENCER_SETTINGS);
  await db.connect();
  await enlarge();
  await hideSome();
}, 60_000);
afterAll(async () => {
  await db.end();
  await api.close();
});

/** Meetings and agreements between whomever the demo knows, in their offices or not, with evidence or none. */
async function enlarge(): Promise<void> {
  const pick = seeded(3);
  const ids = async (table: string, where = 'TRUE'): Promise<string[]> =>
    (await api.database.writer.query(`SELECT id FROM ${table} WHERE ${where} ORDER BY id`)).map(
      (row: { id: string }) => typeIdOf(table, row.id),
    );
  const one = (list: readonly string[]) => list[pick(list.length)] as string;
  const states = ['QA', 'IQ', 'IR', 'FR'];
  const organizations: string[] = [];
  for (let nth = 0; nth < 6; nth++)
    organizations.push(
      await api.given.organization(
        `Organization ${nth}`,
        nth < 4 ? { state: one(states), parent: organizations[0] } : {},
      ),
    );
  const persons: string[] = [];
  for (let nth = 0; nth < 12; nth++) {
    persons.push(await api.given.person(`Person ${nth}`));
    const of = nth % 3 === 0 ? { state: one(states) } : { organization: one(organizations) };
    await api.given.tenure(
      one(persons),
      await api.given.position(`Office ${nth}`, { ...of, level: LEVELS[pick(7)] }),
    );
  }
  await api.given.group('Group', [one(persons), one(organizations)]);
  const sources: string[] = [];
  for (let nth = 0; nth < 8; nth++)
    sources.push(
      await api.given.source({
        kind: 'DATASET_ROW',
        title: `Row ${nth}`,
        publisher: one(organizations),
        ...(nth > 3 && { repeats: [{ cites: one(sources), kind: 'DATASET_ROW_OF' }] }),
      }),
    );
  const [tenures, topics, actors] = [
    await ids('tenure'),
    await ids('topic'),
    [...persons, ...organizations, ...states],
  ];
  const someone = () =>
    pick(2) === 0
      ? { tenure: one(tenures) }
      : { actor: one(actors), ...(pick(3) === 0 && { level: LEVELS[pick(7)] }) };
  for (let nth = 0; nth < 30; nth++)
    await api.given.engagement({
      title: `Engagement ${nth}`,
      kind: ['MEETING', 'VISIT', 'CALL', 'SUMMIT'][pick(4)],
      participations: [
        someone(),
        { ...someone(), role: ['INVITER', 'HOST', 'PARTICIPANT'][pick(3)] },
        { descriptor: 'officials', onBehalfOf: one(states) },
      ],
      agenda: [{ topic: one(topics) }],
      ...(pick(2) === 0 && { evidence: [{ source: one(sources), statement: `It took place ${nth}` }] }),
    });
  const parties: string[] = [];
  for (let nth = 0; nth < 20; nth++) {
    parties.length = 0;
    while (parties.length < 2) {
      const next = one([...states, ...organizations]);
      if (!parties.includes(next)) parties.push(next);
    }
    await api.given.agreement({
      title: `Agreement ${nth}`,
      parties: parties.map((actor) => ({ actor })),
      topics: [one(topics)],
      actions: Array.from({ length: pick(3) }, () => ({
        kind: ['SIGNATURE', 'RATIFICATION', 'ENTRY_INTO_FORCE', 'TEXT_AGREED'][pick(4)],
        ...(pick(2) === 0 && { party: one(parties) }),
        on: { edtf: `20${10 + pick(15)}` },
      })),
      ...(pick(2) === 0 && { evidence: [{ source: one(sources), statement: `It took place ${nth}` }] }),
    });
  }
}

/** Marks records of every type higher, by the mutations that people use. */
async function hideSome(): Promise<void> {
  const pick = seeded(7);
  for (const table of AMENDABLE) {
    const rows: { id: string }[] = await api.database.writer.query(
      `SELECT r.id FROM record r WHERE r.type = $1 AND ($1 <> 'actor' OR r.id IN (SELECT actor_id FROM participation UNION SELECT actor_id FROM agreement_party)) ORDER BY r.id`,
      [table],
    );
    for (let nth = 0; nth < 4 && rows.length > 0; nth++) {
      const row = rows.splice(pick(rows.length), 1)[0] as { id: string };
      const [{ version }] = await api.database.writer.query('SELECT version FROM record WHERE id = $1', [
        row.id,
      ]);
      await api.data(
        `mutation ($id: ID!, $version: Int!, $input: ${pascal(table)}Input!) { amend${pascal(table)}(id: $id, expectedVersion: $version, input: $input) { id } }`,
        { id: typeIdOf(table, row.id), version, input: { marking: MARKINGS[1 + pick(4)] } },
      );
    }
  }
}

async function facetsOf(type: string, asOf: Date | null = null): Promise<Row[]> {
  const facets = new FacetsQuery(
    (clearance) => api.database.reader(clearance),
    () => api.today,
  );
  const ids: { id: string }[] = await api.database.writer.query('SELECT id FROM record WHERE type = $1', [
    type,
  ]);
  await db.query('BEGIN');
  const found = await facets.of(
    db,
    type,
    ids.map(({ id }) => id),
    asOf,
  );
  await db.query('COMMIT');
  return [...found].map(([id, each]) => ({ id: typeIdOf(type, id), facets: each }));
}

/** Which records of a list a filter finds for a reader. */
async function found(clearance: number, list: string, filter: object): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null; ; ) {
    const { data, errors } = await api.read(
      clearance,
      `query ($filter: ${pascal(list.slice(0, -1))}Filter, $after: Cursor) {
        ${list}(filter: $filter, first: 100, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }`,
      { filter, after },
    );
    if (errors) throw new Error(JSON.stringify(errors));
    const { nodes, pageInfo } = data[list];
    ids.push(...nodes.map((node: { id: string }) => node.id));
    if (!pageInfo.hasNextPage) return ids.sort();
    after = pageInfo.endCursor;
  }
}

function matching(rows: readonly Row[], clearance: number, isSo: (facets: Facets) => boolean): string[] {
  return rows
    .filter(({ facets }) => facets.marking <= clearance && !facets.isGone && isSo(facets))
    .map(({ id }) => id)
    .sort();
}

/** Every value of a facet that some record has. */
const valuesOf = (rows: readonly Row[], facet: (facets: Facets) => Known | undefined): string[] =>
  [...new Set(rows.flatMap(({ facets }) => Object.keys(facet(facets) ?? {})))].sort();

const SETS: [
  list: string,
  facet: 'actors' | 'topics' | 'sources' | 'publishers',
  type: string,
  filter: (id: string) => object,
][] = [
  ['engagements', 'actors', 'actor', (id) => ({ involving: [id] })],
  ['engagements', 'topics', 'topic', (id) => ({ topics: [id] })],
  ['engagements', 'sources', 'source', (id) => ({ evidence: { sources: [id] } })],
  ['engagements', 'publishers', 'actor', (id) => ({ evidence: { publishers: [id] } })],
  ['agreements', 'actors', 'actor', (id) => ({ involving: [id] })],
  ['agreements', 'topics', 'topic', (id) => ({ topics: [id] })],
  ['agreements', 'sources', 'source', (id) => ({ evidence: { sources: [id] } })],
  ['claims', 'actors', 'actor', (id) => ({ involving: [id] })],
  ['claims', 'topics', 'topic', (id) => ({ topics: [id] })],
  ['claims', 'sources', 'source', (id) => ({ evidence: { sources: [id] } })],
  ['claims', 'publishers', 'actor', (id) => ({ evidence: { publishers: [id] } })],
];

describe('the facets', () => {
  test.each(SETS)(
    'of %s: %s are what the filter finds at each clearance',
    async (list, facet, type, filter) => {
      const rows = await facetsOf(list.slice(0, -1));
      const values = valuesOf(rows, (facets) => facets[facet]);
      expect(values.length).toBeGreaterThan(1);
      let differing = 0;
      for (const value of values)
        for (const clearance of [0, 2, 4]) {
          const expected = matching(rows, clearance, (facets) => (facets[facet]?.[value] ?? 9) <= clearance);
          expect({
            value,
            clearance,
            found: await found(clearance, list, filter(typeIdOf(type, value))),
          }).toEqual({
            value,
            clearance,
            found: expected,
          });
          differing +=
            expected.length !== matching(rows, 4, (facets) => value in (facets[facet] ?? {})).length ? 1 : 0;
        }
      // Else nothing would be hidden that could be told.
      expect(differing).toBeGreaterThan(0);
    },
    120_000,
  );

  test('tell the kinds and levels of engagements', async () => {
    const rows = await facetsOf('engagement');
    for (const clearance of [0, 1, 2, 3, 4]) {
      for (const kind of ['MEETING', 'VISIT', 'CALL', 'SUMMIT'])
        expect(await found(clearance, 'engagements', { kind: [kind] })).toEqual(
          matching(rows, clearance, (facets) => facets.kind === kind),
        );
      for (const [index, level] of LEVELS.entries())
        expect(await found(clearance, 'engagements', { levelAtLeast: level })).toEqual(
          matching(rows, clearance, (facets) =>
            Object.entries(facets.levels ?? {}).some(
              ([each, known]) => Number(each) <= index + 1 && known <= clearance,
            ),
          ),
        );
    }
  });

  test('tell the statuses of agreements and the grades of claims', async () => {
    const [agreements, claims] = [await facetsOf('agreement'), await facetsOf('claim')];
    for (const clearance of [0, 1, 2, 3, 4]) {
      for (const status of new Set(agreements.flatMap(({ facets }) => facets.statuses ?? [])))
        expect(await found(clearance, 'agreements', { status: [status] })).toEqual(
          matching(agreements, clearance, (facets) => facets.statuses?.[clearance] === status),
        );
      expect(await found(clearance, 'claims', { credibilityAtLeast: 'PROBABLY_TRUE' })).toEqual(
        matching(claims, clearance, (facets) => (facets.credibility ?? 9) <= 2),
      );
    }
  });

  test('tell a status by what each clearance may see of what was done', async () => {
    const id = await api.given.agreement({
      title: 'Signed in secret',
      parties: [{ actor: 'QA' }, { actor: 'IQ' }],
      actions: [{ kind: 'SIGNATURE', on: { edtf: '2020' } }],
    });
    await api.database.writer.query(
      `WITH hidden AS (UPDATE agreement_action SET marking = 3 WHERE record_id = $1)
       INSERT INTO event_outbox (version_id, record_id) SELECT id, record_id FROM record_version WHERE record_id = $1`,
      [uuidOf(id, 'agreement', 'id')],
    );
    const facets = (await facetsOf('agreement')).find((row) => row.id === id)?.facets;

    expect(facets?.statuses).toEqual(['ANTICIPATED', 'ANTICIPATED', 'ANTICIPATED', 'SIGNED', 'SIGNED']);
  });

  test.each([...AMENDABLE, 'claim'])('of a recorded time are those of %s then', async (type) => {
    const now = await facetsOf(type);
    const [{ at }] = await api.database.writer.query('SELECT clock_timestamp() AS at');

    expect(now.length).toBeGreaterThan(1);
    expect(await facetsOf(type, at)).toEqual(now);
    expect(await facetsOf(type, new Date('2020-01-01'))).toEqual([]);
  });
});

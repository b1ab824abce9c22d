import { Api } from '../../../test/harness/api';
import { freshTestDatabase } from '../../../test/harness/postgres/test-database';

let api: Api;
beforeAll(async () => {
  api = await Api.open(await freshTestDatabase());
  await world();
}, 60_000);
afterAll(() => api.close());

const met = (year: string | null, actors: string[], more: object = {}) =>
  api.given.engagement({
    when: year === null ? null : { edtf: year },
    participations: actors.map((actor) => ({ actor })),
    ...more,
  });

const RISING = [1, 2, 3, 4, 5];
let secret: string;

/** The present year is 2026: five years before it are 2021 to 2025. */
async function world(): Promise<void> {
  const { given } = api;
  for (const [index, count] of RISING.entries())
    for (let nth = 0; nth < count; nth++) {
      await met(String(2021 + index), ['QA', 'IQ']);
      await met(String(2025 - index), ['FR', 'DE']);
    }
  for (const year of ['2021', '2022', '2023', '2024', '2025']) await met(year, ['US', 'CN']);
  for (let nth = 0; nth < 9; nth++) await met('2026-02', ['US', 'CN']);
  await met('2023', ['US', 'CN'], { number: 'SEVERAL' });
  await met('2020', ['JP', 'KR']);
  await met(null, ['JP', 'KR'], { participations: [{ actor: 'JP' }, { actor: 'KR', role: 'INVITER' }] });
  await given.agreement({ title: 'A treaty', parties: [{ actor: 'FR' }, { actor: 'DE' }] });
  await given.agreement({ title: 'Another', parties: [{ actor: 'PE' }, { actor: 'CL' }] });
  await given.contextEvent({
    kind: 'BLOCKADE',
    actors: [
      { actor: 'SA', role: 'IMPOSER' },
      { actor: 'QA', role: 'TARGET' },
    ],
  });
  const source = await given.source({ kind: 'DATASET_ROW' });
  await given.claim({
    statement: 'They differ',
    predicate: 'TREND',
    source,
    targets: [{ record: 'EG' }, { record: 'ET' }],
  });
  secret = await given.organization('A secret service', { state: 'BR', marking: 'RED' });
  await met('2024', ['AR', secret]);
  await met('2024', ['NO', 'SE'], { marking: 'AMBER' });
}

const PAIRS = `query ($filter: RelationshipFilter, $orderBy: RelationshipOrder, $first: Int, $after: Cursor) {
  relationships(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount nodes { label engagementTrend } edges { cursor } pageInfo { hasNextPage endCursor } } }`;

interface Pair {
  label: string;
  engagementTrend: number;
}

async function pairs(filter: object | null = null, more: object = {}): Promise<string[]> {
  const { relationships } = await api.data(PAIRS, { filter, first: 100, ...more });
  expect(relationships.totalCount).toBe(relationships.nodes.length);
  return relationships.nodes.map(({ label }: Pair) => label);
}

const ALL = [
  ['France – Germany', 'Iraq – Qatar'],
  ['China – United States'],
  ['Argentina – Brazil', 'Japan – South Korea', 'Norway – Sweden'],
  ['Chile – Peru', 'Egypt – Ethiopia', 'Qatar – Saudi Arabia'],
];

describe('relationships', () => {
  test('are pairs of states of whom there is an engagement, agreement, context event or claim, the most engagements first', async () => {
    const found = await pairs();
    const [most, some, few, none] = ALL;

    expect([...found.slice(0, 2)].sort()).toEqual(most);
    // Fourteen, without the one that stands for several.
    expect(found.slice(2, 3)).toEqual(some);
    expect([...found.slice(3, 6)].sort()).toEqual(few);
    expect([...found.slice(6)].sort()).toEqual(none);
    expect(await pairs({})).toEqual(found);
  });

  test('are those that the reader may see', async () => {
    const { data } = await api.read(0, PAIRS, { first: 100 });
    const labels = data.relationships.nodes.map(({ label }: Pair) => label);

    expect(data.relationships.totalCount).toBe(7);
    expect(labels).not.toContain('Argentina – Brazil');
    expect(labels).not.toContain('Norway – Sweden');
  });

  test('are paged to the last, each once, and a cursor is of one list', async () => {
    for (const orderBy of ['MOST_ENGAGEMENTS', 'STEEPEST_RISE']) {
      const all = await pairs(null, { orderBy });
      const paged: string[] = [];
      let after: string | null = null;
      do {
        const {
          relationships,
        }: { relationships: { nodes: Pair[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } =
          await api.data(PAIRS, { orderBy, first: 2, after });
        paged.push(...relationships.nodes.map(({ label }) => label));
        after = relationships.pageInfo.hasNextPage ? relationships.pageInfo.endCursor : null;
        if (after !== null) {
          const foreign = await api.query(PAIRS, { orderBy, after, filter: { hasAgreements: true } });
          expect(foreign.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'after' });
        }
      } while (after !== null);
      expect(paged).toEqual(all);
      expect(all).toHaveLength(9);
    }
  });

  test('rise, fall or stay by the years that have passed', async () => {
    expect(await pairs({ trend: 'RISING', engagementsAtLeast: 5 })).toEqual(['Iraq – Qatar']);
    expect(await pairs({ trend: 'FALLING', engagementsAtLeast: 5 })).toEqual(['France – Germany']);
    expect(await pairs({ trend: 'STEADY', engagementsAtLeast: 1 })).toEqual([
      'China – United States',
      'Japan – South Korea',
    ]);
    const steepest = await api.data(PAIRS, { orderBy: 'STEEPEST_RISE', first: 100 });
    const trends = steepest.relationships.nodes.map(({ engagementTrend }: Pair) => engagementTrend);
    expect(steepest.relationships.nodes[0]).toEqual({ label: 'Iraq – Qatar', engagementTrend: 1 });
    expect(steepest.relationships.nodes.at(-1)).toEqual({ label: 'France – Germany', engagementTrend: -1 });
    expect(trends).toEqual([...trends].sort((a: number, b: number) => b - a));
  });

  test('can be asked for by agreements, time, number and actor', async () => {
    expect((await pairs({ hasAgreements: true })).sort()).toEqual(['Chile – Peru', 'France – Germany']);
    expect(await pairs({ hasAgreements: false, engagementsAtLeast: 15 })).toEqual(['Iraq – Qatar']);
    expect(await pairs({ hasAgreements: false })).toHaveLength(7);
    expect(await pairs({ when: { from: '2026-01', to: '2026-03' }, engagementsAtLeast: 1 })).toEqual([
      'China – United States',
    ]);
    expect(await pairs({ when: { from: '2024' }, engagementsAtLeast: 5 })).toEqual([
      'China – United States',
      'Iraq – Qatar',
    ]);
    expect((await pairs({ involving: ['QA', 'PE'] })).sort()).toEqual([
      'Chile – Peru',
      'Iraq – Qatar',
      'Qatar – Saudi Arabia',
    ]);
    expect(
      await pairs({ kind: ['ORGANIZATION', 'STATE'], involving: [secret], engagementsAtLeast: 1 }),
    ).toEqual(['A secret service – Argentina', 'A secret service – Brazil']);
  });

  test('are as they were then', async () => {
    const then = new Date().toISOString();
    await met('2025', ['MX', 'CA']);
    const data = await api.data(
      `query ($then: DateTime!) { relationships(first: 0) { totalCount }
        asOf(recordedAt: $then) { relationship(between: ["QA", "IQ"]) { label engagementTrend }
          actor(ref: "QA") { relationships { totalCount nodes { label engagementTrend } } } } }`,
      { then },
    );

    expect(data.relationships.totalCount).toBe(10);
    expect(data.asOf.relationship.engagementTrend).toBe(1);
    expect(data.asOf.actor.relationships).toEqual({
      totalCount: 2,
      nodes: [
        { label: 'Iraq – Qatar', engagementTrend: 1 },
        { label: 'Qatar – Saudi Arabia', engagementTrend: 0 },
      ],
    });
  });

  test('of several actors are of each, in as many statements as of one', async () => {
    const OF = `query ($kind: [OrganizationKind!], $states: [ActorKind!]) { actors(filter: {kind: $states, orgKind: $kind}, first: 100) { nodes {
      label relationships(first: 1) { totalCount nodes { label engagementTrend } } } } }`;
    const serial = await Api.open(undefined, 1);
    try {
      serial.sql.length = 0;
      const { actors } = await serial.data(OF, { states: ['STATE'] });
      // The states, their pages, the wider pages of those with fewer, totals, actors and trends.
      expect(serial.sql.length).toBeLessThanOrEqual(6);
      const of = (label: string) =>
        actors.nodes.find((node: { label: string }) => node.label === label)?.relationships;
      expect(of('Brazil')).toEqual({
        totalCount: 1,
        nodes: [{ label: 'Argentina – Brazil', engagementTrend: 0.1 }],
      });
      expect(of('China')).toEqual({
        totalCount: 1,
        nodes: [{ label: 'China – United States', engagementTrend: 0 }],
      });
      expect(of('Austria')).toEqual({ totalCount: 0, nodes: [] });
    } finally {
      await serial.close();
    }
  });

  test('of an organization are with states', async () => {
    const data = await api.data(
      `query ($id: ActorRef!) { actor(ref: $id) { relationships(filter: {engagementsAtLeast: 1}) { nodes { label } } } }`,
      { id: secret },
    );

    expect(data.actor.relationships.nodes).toEqual([
      { label: 'A secret service – Argentina' },
      { label: 'A secret service – Brazil' },
    ]);
  });

  test.each([
    ['first', '{ relationships(first: 101) { totalCount } }'],
    ['years', '{ relationship(between: ["QA", "IQ"]) { engagementTrend(years: 1) } }'],
    ['filter.involving', '{ relationships(filter: {involving: ["ZZ"]}) { totalCount } }'],
  ])('refuse what %s cannot be', async (field, query) => {
    expect((await api.query(query)).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });
});

test('counters and records find the same pairs, whoever reads', async () => {
  const OF = `(filter: $filter, orderBy: $orderBy, first: 100) { totalCount nodes { label engagementTrend } }`;
  const both = `query ($actor: ActorRef!, $filter: RelationshipFilter, $orderBy: RelationshipOrder, $then: DateTime!) {
    actor(ref: $actor) { relationships${OF} } asOf(recordedAt: $then) { actor(ref: $actor) { relationships${OF} } } }`;
  let found = 0;
  for (const actor of ['QA', 'AR'])
    for (const clearance of [0, 4])
      for (const filter of [
        {},
        { trend: 'RISING' },
        { when: { from: '2022', to: '2024' } },
        { hasAgreements: false },
      ])
        for (const orderBy of ['MOST_ENGAGEMENTS', 'STEEPEST_RISE']) {
          const then = new Date().toISOString();
          const { data, errors } = await api.read(clearance, both, { actor, filter, orderBy, then });
          expect(errors).toBeUndefined();
          // Of a time that has been there are no counters.
          expect(data.asOf.actor.relationships).toEqual(data.actor.relationships);
          found += data.actor.relationships.totalCount;
        }
  expect(found).toBeGreaterThan(20);
});

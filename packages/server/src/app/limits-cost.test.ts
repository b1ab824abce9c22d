import { buildSchema, getIntrospectionQuery, parse } from 'graphql';
import { costOf, fullIntrospectionCost } from './limits-cost.rule';

const SCHEMA = buildSchema(`
  type Query { node(id: ID): Node nodes(ids: [ID!]!): [Node]! visit(id: ID): Visit visits(first: Int = 20): VisitConnection! events(first: Int = 100): EventConnection! asOf: Query }
  type Mutation { recordVisit(label: String): Visit }
  type Subscription { events: EventFrame! }
  interface EventFrame { cursor: String }
  type EventDelivered implements EventFrame { cursor: String event: Event! }
  type Checkpoint implements EventFrame { cursor: String lagMs: Int }
  type Event { id: ID! record: Node }
  type EventEdge { cursor: String node: Event! }
  type EventConnection { nodes: [Event!]! edges: [EventEdge!]! head: String }
  interface Node { id: ID! }
  type FuzzyDate { edtf: String }
  type PageInfo { hasNextPage: Boolean! }
  type VisitEdge { cursor: String node: Visit! }
  type VisitConnection { nodes: [Visit!]! edges: [VisitEdge!]! totalCount: Int! pageInfo: PageInfo! }
  type Visit implements Node { id: ID! label: String when: FuzzyDate parent: Visit children(first: Int = 20): VisitConnection! topics: [Topic!]! labels: [String!]! }
  type Topic implements Node { id: ID! label: String broader: Topic narrower: [Topic!]! }
`);

function cost(query: string, variables: Record<string, unknown> = {}): number {
  return costOf(SCHEMA, parse(query), null, variables, 100).cost;
}

describe('the cost of a query', () => {
  test.each([
    ['one an object', '{ visit { label parent { label } } }', 2],
    ['nothing for a date', '{ visit { when { edtf } } }', 1],
    ['nothing for __typename', '{ __typename }', 0],
    ['five items for a plain list', '{ visit { topics { label } } }', 6],
    ['nothing for a list of texts', '{ visit { labels } }', 1],
    ['five times five for a list in a list', '{ visit { topics { narrower { label } } } }', 1 + 5 * (1 + 5)],
    ['the page of a connection, and itself', '{ visits(first: 7) { nodes { label } } }', 8],
    ['its default page', '{ visits { nodes { label } } }', 21],
    ['nothing for its PageInfo', '{ visits(first: 7) { nodes { label } pageInfo { hasNextPage } } }', 8],
    ['five for its total', '{ visits(first: 0) { totalCount } }', 6],
    ['an edge and its node as one', '{ visits(first: 7) { edges { cursor node { label } } } }', 8],
    ['edges beside nodes once more', '{ visits(first: 7) { nodes { id } edges { node { id } } } }', 15],
    ['an edge without its node', '{ visits(first: 7) { edges { cursor } } }', 8],
    [
      'a page of pages',
      '{ visits(first: 10) { nodes { children(first: 3) { nodes { parent { id } } } } } }',
      1 + 10 * (1 + 1 + 3 * 2),
    ],
    ['as many as ids are asked for', '{ nodes(ids: ["a", "b"]) { id } }', 2],
    ['five times for a mutation', 'mutation { recordVisit { parent { id } } }', 10],
    ['both of two aliases', '{ a: visit { id } b: visit { id } }', 2],
    [
      'the dearest type behind an interface',
      '{ node { id ... on Topic { narrower { id } } ... on Visit { parent { id } } } }',
      6,
    ],
    [
      'a fragment wherever it is spread',
      '{ visit { ...V parent { ...V } } } fragment V on Visit { topics { id } }',
      12,
    ],
    [
      'a fragment spread twice in one place only once',
      '{ visit { ...V ...V } } fragment V on Visit { topics { id } }',
      6,
    ],
    [
      'a fragment on an interface',
      '{ visit { ... on Node { ... on Visit { topics { id } } ... on Topic { narrower { id } } } } }',
      6,
    ],
    ['what the schema does not know as nothing', '{ nothing { at { all } } visit { id } ...Missing }', 1],
    [
      'more than a page as a page, so that the refusal is about the page',
      '{ visits(first: 5000) { nodes { id } } }',
      101,
    ],
    ['a page of the event log, which may be larger', '{ events(first: 1000) { nodes { id } } }', 1_001],
    [
      'what hangs on each event',
      '{ events(first: 500) { edges { cursor node { record { id } } } } }',
      1 + 500 * 2,
    ],
    ['more than that as that', '{ events(first: 1001) { nodes { id } } }', 1_001],
    ['the default page of the log', '{ events { nodes { id } } }', 101],
    ['its head alone', '{ events(first: 0) { head } }', 1],
    [
      'the dearest frame of a stream',
      'subscription { events { cursor ... on EventDelivered { event { record { id } } } ... on Checkpoint { lagMs } } }',
      3,
    ],
    ['a negative page as a full one', '{ visits(first: -1) { nodes { id } } }', 101],
    ['a page of null as a full one', '{ visits(first: null) { nodes { id } } }', 101],
  ])('counts %s', (_what, query, expected) => {
    expect(cost(query)).toBe(expected);
  });

  test('counts the page that a variable asks for', () => {
    const query = 'query ($n: Int = 30) { visits(first: $n) { nodes { id } } }';

    expect(cost(query, { n: 50 })).toBe(51);
    expect(cost(query)).toBe(31);
    expect(cost(query, { n: null })).toBe(101);
    expect(cost(query, { n: 'many' })).toBe(101);
    expect(cost('query ($n: Int) { visits(first: $n) { nodes { id } } }')).toBe(21);
    expect(cost('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ['a', 'b', 'c'] })).toBe(3);
  });

  test('leaves out what @skip and @include surely leave out', () => {
    const query =
      'query ($all: Boolean!) { visit { topics @include(if: $all) { id } parent @skip(if: true) { id } } }';

    expect(cost(query, { all: false })).toBe(1);
    expect(cost(query, { all: true })).toBe(6);
    expect(cost(query, { all: 'no' })).toBe(6);
    expect(cost(query)).toBe(6);
  });

  test('survives a fragment within itself, which validation refuses', () => {
    expect(cost('{ visit { ...V } } fragment V on Visit { parent { ...V } }')).toBe(2);
  });

  test('is a number that JSON can carry, however deep the query', () => {
    const query = `{ visits { nodes { ${'children(first: 100) { nodes { '.repeat(200)} id ${'} }'.repeat(200)} } } }`;

    expect(cost(query)).toBe(Number.MAX_SAFE_INTEGER);
    expect(cost(query.replace('visits', 'visits(first: 0)'))).toBe(1);
  });

  test('is reckoned at once where fragments double at each of forty levels', () => {
    const levels = Array.from(
      { length: 40 },
      (_, n) => `fragment F${n} on Visit { parent { ...F${n + 1} } other: parent { ...F${n + 1} } }`,
    );
    const started = performance.now();

    expect(cost(`{ visit { ...F0 } } ${levels.join(' ')} fragment F40 on Visit { id }`)).toBe(2 ** 41 - 1);
    expect(performance.now() - started).toBeLessThan(200);
  });
});

describe('the cost of introspection', () => {
  test('is counted by itself', () => {
    const { cost: own, introspection } = costOf(SCHEMA, parse(getIntrospectionQuery()), null, {}, 100);

    expect(own).toBe(0);
    expect(introspection).toBeGreaterThan(100);
    expect(introspection).toBeLessThanOrEqual(fullIntrospectionCost(SCHEMA));
  });

  test('grows with types within types', () => {
    const within =
      '{ __schema { types { fields { type { fields { args { type { fields { args { name } } } } } } } } } }';

    expect(costOf(SCHEMA, parse(within), null, {}, 100).introspection).toBeGreaterThan(
      2 * fullIntrospectionCost(SCHEMA),
    );
  });
});

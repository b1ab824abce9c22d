import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, type GraphQLSchema, getIntrospectionQuery, parse } from 'graphql';
import { DomainError } from '../platform/errors';
import { DEFAULT_LIMITS, refuseDocument, refuseText } from './limits';
import { chosenIn } from './limits-operation.rule';
import { depthOf } from './limits-shape.rule';

const SCHEMA = buildSchema(`
  type Query { visit(id: ID): Visit visits(first: Int = 20): VisitConnection! }
  type VisitConnection { nodes: [Visit!]! totalCount: Int! }
  type Visit { id: ID! parent: Visit children(first: Int = 20): VisitConnection! parts: [Visit!]! }
`);

function refusalOf(act: () => unknown): DomainError {
  const started = performance.now();
  try {
    act();
  } catch (error) {
    expect(performance.now() - started).toBeLessThan(200);
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

const ask = (query: string, operationName?: string, schema: GraphQLSchema = SCHEMA) =>
  refuseDocument(schema, parse(query), operationName, {}, DEFAULT_LIMITS);
const nested = (levels: number, field: string) =>
  `{ visit { ${`${field} { `.repeat(levels - 2)}id${' }'.repeat(levels - 2)} } }`;

describe('before parsing', () => {
  test.each([
    ['braces', '{ a '.repeat(10_000)],
    ['square brackets', `{ a(b: ${'['.repeat(10_000)}`],
    ['parentheses', '('.repeat(10_000)],
    ['list types', `query ($a: ${'['.repeat(51)}Int${']'.repeat(51)}) { a }`],
    ['brackets after a string left open', `{ a(b: "\n ${'['.repeat(60)}`],
    ['brackets after an escaped quote', `{ a(b: "\\"" ${'['.repeat(60)}`],
    ['brackets after an empty string', `{ a(b: "" ${'['.repeat(60)}`],
    ['brackets after a block with an escaped end', `{ a(b: """ \\""" """ ${'['.repeat(60)}`],
    ['brackets after a comment', `# "\n${'['.repeat(60)}`],
  ])('too many nested %s are refused', (_what, source) => {
    expect(refusalOf(() => refuseText(source, DEFAULT_LIMITS))).toMatchObject({
      code: 'QUERY_TOO_COSTLY',
      details: { limit: 50 },
    });
  });

  test.each([
    ['fifty levels', `${'{ a '.repeat(50)}${'}'.repeat(50)}`],
    ['a long query of few levels', `{ ${'a { b } '.repeat(5_000)} }`],
    ['brackets in a string', `{ a(b: "${'['.repeat(60)}") }`],
    ['brackets in a string after an escaped quote', `{ a(b: "\\"${'['.repeat(60)}") }`],
    [
      'brackets in a block',
      `{ a(b: """ " ${'['.repeat(60)}\n${'{'.repeat(60)} \\""" ${'('.repeat(60)}""") }`,
    ],
    ['brackets in a comment', `{ a # ${'['.repeat(60)}\n}`],
  ])('%s are not', (_what, source) => {
    expect(() => refuseText(source, DEFAULT_LIMITS)).not.toThrow();
  });

  test.each(['"', '"""', '\\', '"\\', '""""', '#'])('a megabyte of %j is scanned at once', (unit) => {
    const started = performance.now();
    refuseText(unit.repeat(999_999 / unit.length), DEFAULT_LIMITS);

    expect(performance.now() - started).toBeLessThan(500);
  });

  test('a text that is too large is refused', () => {
    expect(refusalOf(() => refuseText('é'.repeat(500_001), DEFAULT_LIMITS))).toMatchObject({
      code: 'QUERY_TOO_COSTLY',
      details: { limit: 1_000_000 },
    });
  });
});

describe('before execution', () => {
  test('a query of 250 bytes 15 levels deep is refused by its cost', () => {
    const query = nested(15, 'parts');

    expect(Buffer.byteLength(query)).toBeLessThan(250);
    const { code, details, message } = refusalOf(() => ask(query));
    expect(code).toBe('QUERY_TOO_COSTLY');
    expect(details).toEqual({ cost: expect.any(Number), limit: 5_000 });
    expect(message).toMatch(/ask for fewer with `first`/);
  });

  test('one of 15 levels that costs little is not', () => {
    expect(ask(nested(15, 'parent'))).toBe(14);
  });

  test('one of 16 levels is refused, through fragments too', () => {
    expect(refusalOf(() => ask(nested(16, 'parent')))).toMatchObject({
      code: 'QUERY_TOO_COSTLY',
      details: { depth: 16, limit: 15 },
    });

    const chain = Array.from(
      { length: 500 },
      (_, n) => `fragment F${n} on Visit { parent { ...F${n + 1} } }`,
    );
    expect(
      refusalOf(() => ask(`{ visit { ...F0 } } ${chain.join(' ')} fragment F500 on Visit { id }`)).details,
    ).toEqual({ depth: 502, limit: 15 });
  });

  test('a fragment counts wherever it is spread, the deepest place too', () => {
    const deep = `fragment Deep on Visit { ${'parent { '.repeat(7)}id${' }'.repeat(7)} }`;

    expect(ask(`{ visit { ...Deep } } ${deep}`)).toBe(8);
    expect(
      refusalOf(() => ask(`{ visit { ...Deep ${'parent { '.repeat(7)}...Deep${' }'.repeat(7)} } } ${deep}`))
        .details,
    ).toEqual({ depth: 16, limit: 15 });
  });

  test('a thousand aliases are refused, in fragments too', () => {
    const aliases = Array.from({ length: 1_000 }, (_, n) => `a${n}: __typename`).join(' ');

    expect(refusalOf(() => ask(`{ ${aliases} }`))).toMatchObject({
      code: 'QUERY_TOO_COSTLY',
      details: { aliases: 1_000, limit: 30 },
    });
    expect(refusalOf(() => ask(`{ ...A } fragment A on Query { ${aliases} }`)).details).toEqual({
      aliases: 1_000,
      limit: 30,
    });
  });

  test('fragments that double at each level are refused at once', () => {
    const levels = Array.from(
      { length: 13 },
      (_, n) => `fragment F${n} on Visit { parent { ...F${n + 1} } parts { ...F${n + 1} } }`,
    );

    expect(
      refusalOf(() => ask(`{ visit { ...F0 } } ${levels.join(' ')} fragment F13 on Visit { id }`)).details,
    ).toMatchObject({ limit: 5_000 });
  });

  test('only the operation that will run is measured', () => {
    const query = `query Small { visit { id } } query Large ${nested(16, 'parent')}`;

    expect(ask(query, 'Small')).toBe(1);
    expect(refusalOf(() => ask(query, 'Large')).details).toMatchObject({ depth: 16 });
    expect(ask(query)).toBe(0);
    expect(ask(query, 'Other')).toBe(0);
  });

  test("GraphiQL's introspection passes, though it is 15 levels deep and more; an endless one does not", () => {
    expect(
      ask(
        getIntrospectionQuery({ schemaDescription: true, specifiedByUrl: true, inputValueDeprecation: true }),
      ),
    ).toBe(0);
    expect(
      refusalOf(() =>
        ask(
          '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }',
        ),
      ).message,
    ).toMatch(/^The introspection may cost/);
    expect(
      refusalOf(() =>
        ask(
          `{ ${Array.from({ length: 30 }, (_, n) => `a${n}: __schema { types { fields { args { type { name } } } inputFields { type { name } } enumValues { name } } }`).join(' ')} }`,
        ),
      ).message,
    ).toMatch(/^The introspection may cost/);
  });
});

const served = join(__dirname, '../../schema.graphql');
const examples = join(__dirname, '../../../console/examples');
const describeServed = existsSync(served) ? describe : describe.skip;

describeServed('the questions of the analysts', () => {
  const schema = existsSync(served)
    ? buildSchema(readFileSync(served, 'utf8'), { assumeValid: true })
    : SCHEMA;

  test.each(readdirSync(examples).filter((name) => name.endsWith('.graphql')))(
    '%s is within every limit',
    (name) => {
      const text = readFileSync(join(examples, name), 'utf8');
      const chosen = chosenIn(parse(text), null);

      expect(() => refuseText(text, DEFAULT_LIMITS)).not.toThrow();
      expect(ask(text, undefined, schema)).toBeGreaterThan(0);
      expect(chosen && depthOf(chosen)).toBeLessThanOrEqual(DEFAULT_LIMITS.depth);
    },
  );
});

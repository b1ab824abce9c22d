import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentNode, parse, print as printByGraphql, stripIgnoredCharacters } from 'graphql';
import * as documents from '../src/generated/documents';
import { BadInputError, createClient, createCore, request, type TypedDocument } from '../src/index';
import { print } from '../src/print';
import { data, ScriptedServer } from './support/scripted-server';

const OPERATIONS = join(__dirname, '../operations');

/** A `TypedDocumentString`, as graphql-codegen writes it. */
class TypedDocumentString<Data, Variables> extends String {
  declare __apiType?: (variables: Variables) => Data;
}

describe('a request of one’s own', () => {
  let server: ScriptedServer;
  beforeAll(async () => {
    server = await ScriptedServer.start();
  });
  afterAll(() => server.stop());

  const entente = () => createClient({ url: server.url });

  test('takes text', async () => {
    server.play(data({ engagements: { totalCount: 3 } }));

    const { data: answer, errors } = await entente().request('query Counted { engagements { totalCount } }');

    expect(answer.engagements.totalCount).toBe(3);
    expect(errors).toEqual([]);
    expect(server.asked[0]).toMatchObject({
      query: 'query Counted { engagements { totalCount } }',
      operationName: 'Counted',
    });
  });

  test('takes a document without a name', async () => {
    server.play(data({}));

    await entente().request('{ engagements { totalCount } }');

    expect(server.asked[0]?.operationName).toBeUndefined();
  });

  test('takes a typed string, with its types', async () => {
    server.play(data({ topic: { label: 'Security' } }));
    const document = new TypedDocumentString<{ topic: { label: string } | null }, { ref: string }>(
      'query Named($ref: TopicRef!) { topic(ref: $ref) { label } }',
    );

    const { data: answer } = await request(createCore({ url: server.url }), document, { ref: 'security' });

    const label: string | undefined = answer.topic?.label;
    expect(label).toBe('Security');
    expect(server.asked[0]?.query).toContain('query Named(');
    // @ts-expect-error The document takes a ref.
    void (() => entente().request(document, { id: 1 }));
  });

  test('takes a typed tree, with its types', async () => {
    server.play(data({ actor: { __typename: 'State', id: 'actor_1' } }));

    const { data: answer } = await entente().request(documents.GetActorDocument, { ref: 'QA' });

    expect(answer.actor?.id).toBe('actor_1');
    expect(server.asked[0]?.query).toContain('fragment ActorDetail on Actor');
    // @ts-expect-error An actor has no budget.
    void answer.actor?.budget;
  });

  test('gets data beside errors if it says so, and the first error otherwise', async () => {
    server.play(() => ({
      data: { engagement: null },
      errors: [{ message: 'No', extensions: { code: 'BAD_USER_INPUT', field: 'id' } }],
    }));

    await expect(entente().request('{ engagement }')).rejects.toBeInstanceOf(BadInputError);
    expect(await entente().request('{ engagement }', {}, { partial: true })).toEqual({
      data: { engagement: null },
      errors: [expect.objectContaining({ message: 'No' })],
    });
  });

  test('without any data is an error, partial or not', async () => {
    server.play(() => ({ errors: [{ message: 'No', extensions: { code: 'BAD_USER_INPUT' } }] }));

    await expect(entente().request('{ engagement }', {}, { partial: true })).rejects.toBeInstanceOf(
      BadInputError,
    );
  });
});

describe('a tree', () => {
  const FEATURES = `
    query All($a: [Int!]! = [1 2], $b: In = {x: 1.5 y: "q\\"uo\\\\te\\n" z: null, e: ENUM, t: true} @d(x: 1)) @live {
      alias: field(a: $a, b: {c: [$b, "é"]}, s: """block
        text""") @include(if: true) { ...F @skip(if: false) ... on T { a } ... @x { b } ... { c } }
    }
    fragment F on T @y { id }
    mutation M { m }
    subscription S { s }`;

  test.each([
    ['every feature', FEATURES],
    ...readdirSync(OPERATIONS).map((name): [string, string] => [
      name,
      readFileSync(join(OPERATIONS, name), 'utf8'),
    ]),
  ] as [string, string][])('is written as graphql-js reads it: %s', (_, text) => {
    const tree = parse(text);

    expect(canonical(parse(print(tree as never)))).toBe(canonical(tree));
  });
});

test.each(Object.entries<TypedDocument<unknown, never>>(documents))(
  '%s is an ordinary document',
  (_, document) => {
    const tree = document as unknown as DocumentNode;

    expect(canonical(parse(printByGraphql(tree)))).toBe(canonical(tree));
  },
);

/** Block strings and plain ones mean the same. */
const canonical = (tree: DocumentNode): string =>
  stripIgnoredCharacters(printByGraphql(tree)).replace(/"""([^"]*)"""/g, (_, text) => JSON.stringify(text));

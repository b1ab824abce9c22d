import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { demoOf } from '../../src/app/load-demo';
import { Api } from '../harness/api';
import { freshTestDatabase } from '../harness/postgres/test-database';
import { examples, pages } from './pages';

const all = pages().flatMap(examples);
const answered = all.filter(({ answer }) => answer !== null);

describe('an example in the documentation', () => {
  const schema = buildSchema(readFileSync(join(__dirname, '../../schema.graphql'), 'utf8'));

  test.each(all)('is a valid query: $name', ({ query }) => {
    expect(validate(schema, parse(query)).map(({ message }) => message)).toEqual([]);
  });

  test('stands on the first screen, and in each guide for callers', () => {
    for (const page of ['README', 'docs/guides/frontend', 'docs/guides/integrator'])
      expect(all.filter(({ name }) => name.startsWith(`${page}.md:`))).not.toEqual([]);
  });
});

describe('an answer in the documentation', () => {
  let api: Api;

  beforeAll(async () => {
    api = await Api.open(await freshTestDatabase());
    await demoOf(api.database).load();
  });
  afterAll(() => api.close());

  test.each(answered)('is what anybody gets of the demo record: $name', async (example) => {
    const answer = await api.read(0, example.query, example.variables);

    // The id is another one for each request, and the place is the reader's to find.
    const told = answer.errors?.map(({ message, path, extensions: { requestId: _, ...extensions } }) => ({
      message,
      path,
      extensions,
    }));
    expect({ ...answer, ...(told && { errors: told }) }).toEqual(example.answer);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { demoOf } from '../../src/app/load-demo';
import { loadExcerpt } from '../../src/app/load-excerpt';
import { type Answer, Api } from '../harness/api';
import { Listening, until } from '../harness/listening';
import { freshTestDatabase } from '../harness/postgres/test-database';
import { examples, pages } from './pages';

const all = pages().flatMap(examples);

describe('an example in the documentation', () => {
  const schema = buildSchema(readFileSync(join(__dirname, '../../schema.graphql'), 'utf8'));
  let api: Api;

  beforeAll(async () => {
    api = await Api.open(await freshTestDatabase());
    await demoOf(api.database).load();
    await loadExcerpt(api.database, 'error');
  });
  afterAll(() => api.close());

  test('stands on the first screen, and in each guide for callers', () => {
    for (const page of ['README', 'docs/guides/frontend', 'docs/guides/integrator'])
      expect(all.filter(({ name }) => name.startsWith(`${page}.md:`))).not.toEqual([]);
  });

  test.each(all)('is valid: $name', ({ query }) => {
    expect(validate(schema, parse(query)).map(({ message }) => message)).toEqual([]);
  });

  // What writes comes last, so that the answers are those of the demo record alone.
  test.each(all.filter((example) => !writes(example) && !listens(example)))(
    'is answered as it says: $name',
    async (example) => {
      const answer = withoutPlaces(await api.read(0, example.query, example.variables));

      if (example.answer === null) expect(answer.errors).toBeUndefined();
      else expect(answer).toEqual(example.answer);
    },
  );

  // From the beginning of the log, so that there is something to tell.
  test.each(all.filter(listens))('is told: $name', async ({ query, variables }) => {
    await api.sequence();
    const { data } = await api.read(0, '{ events(first: 0) { oldest } }');
    const listening = await Listening.on(api);
    try {
      const ear = await listening.hear(query, {
        variables: { ...variables, after: data.events.oldest },
        clearance: 0,
      });
      await until(() => ear.told.length > 0, 'a frame');
      expect(ear.told[0]).not.toHaveProperty('errors');
    } finally {
      await listening.stop();
    }
  });

  test.each(all.filter(writes))('writes: $name', async ({ query, variables }) => {
    const { errors } = await api.query(query, variables);

    expect(errors).toBeUndefined();
  });
});

function writes({ query }: { query: string }): boolean {
  return /^mutation\b/m.test(query);
}

function listens({ query }: { query: string }): boolean {
  return /^subscription\b/m.test(query);
}

/** Errors without what differs from request to request. */
function withoutPlaces({ errors, ...answer }: Answer): Answer {
  if (!errors) return answer;
  const told = errors.map(({ message, path, extensions: { requestId: _, ...extensions } }) => ({
    message,
    path,
    extensions,
  }));
  return { ...answer, errors: told };
}

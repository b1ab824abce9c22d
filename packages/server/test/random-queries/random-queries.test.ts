import '../harness/production';
import { type DocumentNode, parse, validate } from 'graphql';
import { DEFAULT_LIMITS, refuseDocument } from '../../src/app/limits';
import { loadDemoIfEmpty } from '../../src/app/load-demo';
import { ANONYMOUS } from '../../src/app/runtime';
import { schema } from '../../src/app/schema';
import { WITHOUT_ID } from '../../src/features/record/record.query';
import { typeIdOf } from '../../src/platform/type-id';
import { Api, EDITOR } from '../harness/api';
import { freshTestDatabase } from '../harness/postgres/test-database';
import { QueryGenerator } from './query-generator';

const QUERIES = Number(process.env.ENTENTE_RANDOM_QUERIES ?? 5_000);
const AT_ONCE = 8;

/** Whether the answer holds a value of the record below its root fields. */
function hasValue(value: unknown, depth = 0): boolean {
  if (Array.isArray(value)) return value.some((each) => hasValue(each, depth));
  if (value !== null && typeof value === 'object')
    return Object.entries(value).some(([name, each]) => name !== '__typename' && hasValue(each, depth + 1));
  return depth > 1 && value !== null && value !== undefined;
}

describe('random queries made from the schema', () => {
  let api: Api;
  let generator: QueryGenerator;

  beforeAll(async () => {
    api = await Api.open(await freshTestDatabase());
    await loadDemoIfEmpty(api.database);
    await api.sequence();
    const rows: { table: string }[] = await api.database.writer.query(
      `SELECT c.relname AS table FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'past' WHERE c.relkind = 'v'`,
    );
    const ids: string[] = [];
    for (const { table } of rows) ids.push(...(await idsOf(api, table)));
    const events: { id: string }[] = await api.database.writer.query(
      'SELECT version_id AS id FROM event_log ORDER BY seq DESC LIMIT 150',
    );
    ids.push(...events.map(({ id }) => typeIdOf('event', id)));
    const topics: { slug: string }[] = await api.database.writer.query('SELECT slug FROM topic');
    generator = new QueryGenerator(schema(), {
      ids,
      actors: [
        'QA',
        'IQ',
        'QAT',
        'SA',
        'AE',
        'Q846',
        ...ids.filter((id) => id.startsWith('actor_')).slice(-20),
      ],
      topics: topics.map((topic) => topic.slug),
    });
  });
  afterAll(() => api.close());

  test(`${QUERIES} of them never fail from within, and reach nearly everything`, async () => {
    let asked = 0;
    let answered = 0;
    const internal: string[] = [];
    const refused = new Map<string, number>();
    for (let seed = 1; asked < QUERIES; ) {
      const batch: { source: string; document: DocumentNode }[] = [];
      while (batch.length < AT_ONCE) {
        const source = generator.make(seed++);
        const document = parse(source);
        try {
          refuseDocument(schema(), document, null, {}, DEFAULT_LIMITS);
        } catch {
          continue;
        }
        const [fault] = validate(schema(), document);
        if (fault) throw new Error(`invalid: ${source}\n${fault.message}`);
        batch.push({ source, document });
      }
      const answers = await Promise.all(
        batch.map(({ document }, index) => api.run(index % 2 === 0 ? EDITOR : ANONYMOUS, document)),
      );
      answers.forEach(({ data, errors }, index) => {
        asked++;
        if (hasValue(data)) answered++;
        for (const error of errors ?? []) {
          if (error.extensions.code === 'INTERNAL')
            internal.push(`${batch[index]?.source}\n  at ${error.path?.join('.')}`);
          else refused.set(error.message, (refused.get(error.message) ?? 0) + 1);
        }
      });
    }
    const missed = [...generator.selected].filter(([, times]) => times === 0).map(([field]) => field);
    const coverage = 1 - missed.length / generator.selected.size;
    process.stdout.write(
      `${asked} queries: ${internal.length} internal errors, ${(coverage * 100).toFixed(1)} % of ${generator.selected.size} fields selected, ` +
        `${((answered / asked) * 100).toFixed(1)} % with a value below the root, ${[...refused.values()].reduce((a, b) => a + b, 0)} refused in words\n`,
    );

    expect(internal.slice(0, 3)).toEqual([]);
    expect(coverage).toBeGreaterThanOrEqual(0.95);
    expect(answered / asked).toBeGreaterThanOrEqual(0.6);
  }, 240_000);
});

async function idsOf(api: Api, table: string): Promise<string[]> {
  const entity = api.database.catalog.entity(table);
  if (entity === null || WITHOUT_ID.includes(table)) return [];
  const rows: { id: string }[] = await api.database.writer.query(
    `SELECT id FROM ${table} ORDER BY id DESC LIMIT 150`,
  );
  return rows.map((row) => typeIdOf(table, row.id));
}

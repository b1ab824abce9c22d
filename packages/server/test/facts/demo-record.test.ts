import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findings } from '../../src/app/check';
import { demoOf, loadDemoIfEmpty } from '../../src/app/load-demo';
import { ARTICLES, NOTES } from '../../src/features/demo/demo-articles.data';
import { DEMO_IDS, demoId } from '../../src/features/demo/demo-ids.rule';
import { claimsOf } from '../../src/features/demo/demo-note.rule';
import { prefixOf } from '../../src/platform/type-id';
import { Api } from '../harness/api';
import { freshTestDatabase } from '../harness/postgres/test-database';
import { unproved, worldValues } from './world-values';

const DATA_PAGE = readFileSync(join(__dirname, '../../../../docs/data.md'), 'utf8');
const MOST_WORDS = 5;

describe('the demo record', () => {
  let api: Api;

  beforeAll(async () => {
    api = await Api.open(await freshTestDatabase());
  });
  afterAll(() => api.close());

  test('is loaded into a database of nothing but reference data, once, within three seconds', async () => {
    const start = performance.now();
    expect(await loadDemoIfEmpty(api.database)).toBe(true);
    expect(performance.now() - start).toBeLessThan(3_000);

    const before = await api.database.writer.query('SELECT count(*) FROM record_version');
    expect(await loadDemoIfEmpty(api.database)).toBe(false);
    expect(await demoOf(api.database).load()).toBe(false);
    expect(await api.database.writer.query('SELECT count(*) FROM record_version')).toEqual(before);
  });

  test('is as the door for writing would have left it', async () => {
    expect(await findings(api.database.writer)).toEqual([]);
  });

  test('holds no value of the world without a claim on its field, part or row that rests on a passage', async () => {
    const values = await worldValues(api.database.writer);

    expect(values.length).toBeGreaterThan(250);
    expect(await unproved(api.database.writer, values)).toEqual([]);
  });

  test('leaves a value that is only inferred on its claim', async () => {
    const inferred = await api.database.writer.query(
      `SELECT c.value, t.field, t.target_id AS record FROM claim c JOIN claim_target t ON t.record_id = c.id
        WHERE c.modality = 'INFERRED' AND c.value IS NOT NULL ORDER BY t.field`,
    );
    expect(inferred.map(({ value }: { value: string }) => value)).toEqual([
      'IN_PERSON',
      'Alwaght',
      '2021-03~',
    ]);

    const values = await worldValues(api.database.writer);
    for (const { field, record } of inferred)
      expect(
        values.filter((each) => each.recordId === record && each.field === field && each.partId === null),
      ).toEqual([]);
  });

  test('lets whoever alleges something begin the statement', () => {
    const alleged = [...ARTICLES.flatMap(({ claims }) => claims), ...NOTES.flatMap(claimsOf)].filter(
      ({ modality }) => modality === 'ALLEGED',
    );

    expect(alleged).toHaveLength(6);
    for (const { statement } of alleged)
      expect(statement).toMatch(
        /^(The article|The author of the article|[A-Z][a-z]+ [^,]*(, none of them named,)?) alleges? that /,
      );
  });

  test('retells in its notes with the force and the speakers of what is retold', () => {
    for (const note of NOTES) {
      const article = ARTICLES.find(({ id }) => id === note.article);
      const told = new Map(article?.claims.map((claim) => [claim.id, claim]));
      const retold = note.paragraphs.flat().flatMap(({ claim }) => (claim ? [claim] : []));
      expect(retold).toHaveLength(20);
      for (const { restates } of retold) {
        const forces = restates
          .map((id) => told.get(id))
          .map((claim) => [claim?.predicate, claim?.modality, claim?.speakers, claim?.gap]);
        expect(new Set(forces.map((force) => JSON.stringify(force))).size).toBe(1);
      }
    }
  });

  test.each(Object.entries(DEMO_IDS))('lists the id of %s for examples', async (symbol, id) => {
    expect(DATA_PAGE).toContain(`| \`${symbol}\` | \`${id}\` |`);

    const rows = await api.database.writer.query('SELECT type FROM record WHERE id = $1', [demoId(symbol)]);
    expect(rows).toEqual([{ type: prefixOf(id) }]);
  });

  test('quotes of the articles no more than five words at a time', async () => {
    const worded: { text: string }[] = await api.database.writer.query(`
      SELECT descriptor AS text FROM claim_target UNION SELECT descriptor FROM attribution UNION SELECT descriptor FROM participation
      UNION SELECT valid_text FROM claim UNION SELECT when_text FROM engagement UNION SELECT when_text FROM context_event`);
    const texts = worded.flatMap(({ text }) => (text === null ? [] : [text]));

    expect(texts.length).toBeGreaterThan(20);
    expect(texts.filter((text) => text.split(/\s+/).length > MOST_WORDS)).toEqual([]);
    const quotes: { quote: string | null }[] = await api.database.writer.query(
      `SELECT p.quote FROM passage p JOIN source s ON s.id = p.record_id WHERE s.kind = 'NEWS_ARTICLE'`,
    );
    expect(new Set(quotes.map(({ quote }) => quote))).toEqual(new Set([null]));
  });
});

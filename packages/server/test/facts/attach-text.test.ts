import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attachText } from '../../src/app/attach-text';
import { readConfig } from '../../src/app/config';
import { loadDemoIfEmpty } from '../../src/app/load-demo';
import { DEMO_IDS } from '../../src/features/demo/demo-ids.rule';
import { Api } from '../harness/api';
import { freshTestDatabase, TEST_SECRET, testDatabase } from '../harness/postgres/test-database';
import { articles } from './articles';

const OURS = 'The two ministers met. They spoke of borders.\n';
const SOURCE = `query($id: ID!) {
  source(id: $id) { version text passages(first: 100) { nodes { start quote prefix suffix heading } } }
}`;

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const texts = articles();

describe('attach-text', () => {
  let api: Api;
  const folder = mkdtempSync(join(tmpdir(), 'entente-attach-'));

  beforeAll(async () => {
    api = await Api.open(await freshTestDatabase());
    await loadDemoIfEmpty(api.database);
  });
  afterAll(async () => {
    await api.close();
    rmSync(folder, { recursive: true });
  });

  /** As the command line does it. */
  function attach(source: string, text: string): Promise<string> {
    const file = join(folder, 'text.txt');
    writeFileSync(file, text);
    const config = {
      ...readConfig({}),
      databaseUrl: testDatabase(),
      secret: TEST_SECRET,
      token: 'none that is asked for',
    };
    return attachText(config, source, file);
  }

  /** A source that was read but may not be kept, with passages by their hashes. */
  async function unheld(...passages: { start: number; end: number; quoteHash: string }[]): Promise<string> {
    const input = { kind: 'NEWS_ARTICLE', contentHash: sha256(OURS), passages };
    const { recordSource } = await api.data(
      'mutation($input: SourceInput!) { recordSource(input: $input) { id } }',
      { input },
    );
    return recordSource.id;
  }

  test('brings the quotes of passages that were known by their hashes', async () => {
    const id = await unheld({ start: 4, end: 21, quoteHash: sha256('two ministers met') });

    expect(await attach(id, OURS)).toContain(id);
    expect((await api.data(SOURCE, { id })).source).toMatchObject({
      text: OURS,
      passages: {
        nodes: [
          { quote: 'two ministers met', prefix: 'The ', suffix: '. They spoke of borders.\n', heading: null },
        ],
      },
    });
  });

  test('refuses a text other than was read', async () => {
    const id = await unheld();

    await expect(attach(id, OURS.replace('borders', 'trade'))).rejects.toThrow(/SHA-256/);
    await expect(attach('SRC_C', OURS)).rejects.toThrow('There is no such source');
    expect((await api.data(SOURCE, { id })).source).toMatchObject({ version: 1, text: null });
  });

  test('names the first passage that the text does not hold, and changes nothing', async () => {
    const id = await unheld(
      { start: 4, end: 21, quoteHash: sha256('two ministers met') },
      { start: 23, end: 44, quoteHash: sha256('They spoke of trade..') },
    );

    await expect(attach(id, OURS)).rejects.toThrow('23 to 44');
    const { source } = await api.data(SOURCE, { id });
    expect(source).toMatchObject({ version: 1, text: null });
    expect(source.passages.nodes.map(({ quote }: { quote: string | null }) => quote)).toEqual([null, null]);
  });

  const withArticle = texts === null ? test.skip : test;

  withArticle('shows the section headings of an article (skipped without ENTENTE_TRIAL_DATA)', async () => {
    const text = texts?.SRC_A ?? '';
    await attach('SRC_A', text);
    const { source } = await api.data(SOURCE, { id: DEMO_IDS.SRC_A });

    expect(source.passages.nodes).toHaveLength(64);
    const headings = new Map(
      source.passages.nodes.map(({ start, heading }: { start: number; heading: string | null }) => [
        start,
        heading,
      ]),
    );
    const stretch = (start: number, end: number) => [...text].slice(start, end).join('');
    expect([14, 1004, 1046, 1510].map((start) => headings.get(start))).toEqual([
      null,
      null,
      stretch(1004, 1045),
      stretch(1477, 1509),
    ]);
    await attach(DEMO_IDS.SRC_A, text);
    expect((await api.data(SOURCE, { id: DEMO_IDS.SRC_A })).source).toEqual(source);
  });
});

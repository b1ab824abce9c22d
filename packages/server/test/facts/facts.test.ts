import { createHash } from 'node:crypto';
import { attach } from '../../src/app/attach-text';
import { loadDemoIfEmpty } from '../../src/app/load-demo';
import { DEMO_IDS, demoId } from '../../src/features/demo/demo-ids.rule';
import { typeIdOf } from '../../src/platform/type-id';
import { Api } from '../harness/api';
import { freshTestDatabase } from '../harness/postgres/test-database';
import { articles, type Quote, quotes } from './articles';
import { type Fact, SAID } from './fact';
import { ACTOR_FACTS } from './facts-actors';
import { ENGAGEMENT_FACTS } from './facts-engagements';
import { MOTIVE_FACTS } from './facts-motives';
import { SOURCE_FACTS } from './facts-sources';
import { TOPIC_FACTS } from './facts-topics';

const FACTS: readonly Fact[] = [
  ...ENGAGEMENT_FACTS,
  ...ACTOR_FACTS,
  ...TOPIC_FACTS,
  ...MOTIVE_FACTS,
  ...SOURCE_FACTS,
];
const QUOTES = quotes();
const texts = articles();

interface Passage {
  quote: string;
  start: number;
  end: number;
}

interface Claim {
  targets: {
    field: string | null;
    part: { id: string } | null;
    record: { id: string; iso2?: string } | null;
  }[];
  passages: Passage[];
}

/** Every object in an answer, however deep. */
function* within(value: unknown): Generator<Record<string, unknown>> {
  if (value === null || typeof value !== 'object') return;
  if (!Array.isArray(value)) yield value as Record<string, unknown>;
  for (const each of Object.values(value)) yield* within(each);
}

const suffix = (id: string) => id.slice(id.lastIndexOf('_') + 1);

/** Whether a claim is about what `E1.when` names. */
function isOn(claim: Claim, target: string): boolean {
  const [symbol = '', field] = target.split('.');
  const id = suffix(typeIdOf('demo', demoId(symbol)));
  return claim.targets.some(
    ({ part, record, field: at }) =>
      (suffix(part?.id ?? record?.id ?? '') === id || (part === null && record?.iso2 === symbol)) &&
      (field === undefined || field === at),
  );
}

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** The quote as the passages of an answer hold it; null if none does. */
function quoteIn(answer: unknown, { start, end, hash }: Quote, on: string | undefined): string | null {
  const held: Passage[] = [];
  for (const object of within(answer)) {
    if (on === undefined && 'quote' in object) held.push(object as unknown as Passage);
    if (
      on !== undefined &&
      'passages' in object &&
      'targets' in object &&
      isOn(object as unknown as Claim, on)
    )
      held.push(...(object as unknown as Claim).passages);
  }
  for (const passage of held) {
    const quote = [...(passage.quote ?? '')].slice(start - passage.start, end - passage.start).join('');
    if (passage.start <= start && passage.end >= end && sha256(quote) === hash) return quote;
  }
  return null;
}

if (texts === null)
  test.skip('the facts of the articles: skipped, since ENTENTE_TRIAL_DATA leads to no articles/*.txt', () => {});
else
  describe('the facts of the articles', () => {
    let api: Api;
    const points = { SRC_A: [...texts.SRC_A], SRC_B: [...texts.SRC_B] };
    let proved = 0;

    beforeAll(async () => {
      api = await Api.open(await freshTestDatabase());
      await loadDemoIfEmpty(api.database);
      for (const source of ['SRC_A', 'SRC_B'] as const)
        await attach(api.database, DEMO_IDS[source], texts[source]);
    });

    afterAll(async () => {
      await api.close();
      process.stdout.write(`${FACTS.length} facts, ${proved} quotes\n`);
    });

    test('are all asked for, with every quote', () => {
      expect(FACTS.map(({ fact }) => fact)).toEqual([...new Set(QUOTES.map(({ fact }) => fact))]);
      expect([FACTS.length, QUOTES.length]).toEqual([81, 116]);
    });

    test('rest on claims whose passages stand in the texts, every one', async () => {
      const rows: { id: string; source: string; start: number; end: number; hash: string; quote: string }[] =
        await api.database.writer.query(
          `SELECT c.id, p.record_id AS source, p.start_offset AS start, p.end_offset AS end, p.quote_hash AS hash, p.quote
             FROM claim c LEFT JOIN claim_passage cp ON cp.record_id = c.id LEFT JOIN passage p ON p.id = cp.passage_id
            WHERE c.source_id = ANY($1)`,
          [[demoId('SRC_A'), demoId('SRC_B')]],
        );

      expect(new Set(rows.map(({ id }) => id)).size).toBe(119);
      for (const { source, start, end, hash, quote } of rows) {
        const stretch = points[source === demoId('SRC_A') ? 'SRC_A' : 'SRC_B'].slice(start, end).join('');
        expect([quote, hash]).toEqual([stretch, sha256(stretch)]);
      }
    });

    test.each(FACTS)('$fact is returned by one query with its quotes', async ({ fact, ask, says, on }) => {
      const answer = await api.data(`{ ${ask} } ${ask.includes('...Said') ? SAID : ''}`);

      expect(answer).toMatchObject(says);
      for (const [index, quote] of QUOTES.filter((each) => each.fact === fact).entries()) {
        const { source, start, end } = quote;
        expect([quote.number, quoteIn(answer, quote, on?.[index])]).toEqual([
          quote.number,
          points[source].slice(start, end).join(''),
        ]);
        proved++;
      }
    });
  });

import sql from 'sql-template-tag';
import type { Change } from '../../platform/change/change';
import type { Transaction } from '../../platform/change/transaction';
import { typeIdOf } from '../../platform/type-id';
import { Name } from '../record/name.entity';
import { Passage } from '../source/passage.entity';
import { ARTICLES } from './demo-articles.data';
import { addEvidence, addSources } from './demo-evidence.service';
import { demoId } from './demo-ids.rule';
import { DemoRows } from './demo-rows.service';
import { addActors, addWorld } from './demo-world.service';
import { STATES } from './world-actors.data';

/** Any number that no other lock takes: servers that start on one empty database at once load it once. */
const LOCK = 20_261_121;

/** Records two articles whole, so that there is something to ask at the first start. */
export class DemoService {
  constructor(private readonly change: Change) {}

  /** False if it stands there already, or stood there once: then nothing is changed. */
  load(): Promise<boolean> {
    return this.#load(async (tx) => {
      const found = await tx.rows(sql`SELECT FROM record WHERE id = ${demoId('SRC_A')}`);
      return found.length === 0;
    });
  }

  /** Loads it if there is nothing yet but reference data. */
  loadIfEmpty(): Promise<boolean> {
    return this.#load(async (tx) => {
      const found = await tx.rows(
        sql`SELECT FROM record r WHERE NOT EXISTS (SELECT FROM actor a WHERE a.id = r.id AND a.kind = 'STATE') LIMIT 1`,
      );
      return found.length === 0;
    });
  }

  #load(isWanted: (tx: Transaction) => Promise<boolean>): Promise<boolean> {
    return this.change.run({ field: 'demo', args: {}, by: 'demo', reason: 'Demo record' }, async (tx) => {
      await tx.execute(sql`SELECT pg_advisory_xact_lock(${LOCK})`);
      if (!(await isWanted(tx))) return false;
      const rows = new DemoRows(tx.catalog);
      await openStates(tx, rows);
      addActors(rows);
      addSources(rows);
      addWorld(rows);
      addEvidence(rows);
      for (const { id, table } of rows.records) tx.begin(table, 0, id);
      for (const [entity, each] of rows.tables) await tx.insert(entity, each);
      return true;
    });
  }

  /**
   * Fills in the headings above an article's passages once its text is attached; they are words of the article, so the demo holds only
   * where they stand.
   */
  async nameHeadings(sourceId: string): Promise<void> {
    const article = ARTICLES.find(({ id }) => typeIdOf('source', demoId(id)) === sourceId);
    if (!article) return;
    await this.change.run(
      { field: 'demo headings', args: { sourceId }, by: 'demo', reason: 'Headings' },
      async (tx) => {
        await tx.open(demoId(article.id), null, 'AMENDED', 'source');
        const passages = await tx.parts(Passage, demoId(article.id));
        const headings = passages.filter(({ id }) =>
          article.headings.some((symbol) => demoId(symbol) === id),
        );
        await tx.update(
          Passage,
          passages
            .filter((passage) => !headings.includes(passage))
            .map((passage) => {
              const above = headings
                .filter(({ end }) => end <= passage.start)
                .sort((a, b) => b.start - a.start)[0];
              return Object.assign(passage, { heading: above?.quote ?? null });
            }),
        );
      },
    );
  }
}

/** States are reference data, found by their codes; the articles' spellings are added to those they have. */
async function openStates(tx: Transaction, rows: DemoRows): Promise<void> {
  for (const code of STATES) {
    const [state] = await tx.rows<{ id: string }>(
      sql`SELECT id FROM actor WHERE kind = 'STATE' AND iso2 = ${code} AND marking = 0 AND retracted_at IS NULL`,
    );
    if (!state)
      throw new Error(`the demo needs the state ${code}, which the reference data of the migrations holds`);
    await tx.open(state.id, null, 'AMENDED', 'actor');
    rows.know(code, 'actor', state.id);
    rows.countFrom(Name, state.id, (await tx.parts(Name, state.id)).length);
  }
}

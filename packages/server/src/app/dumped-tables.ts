import { SmallMemory } from '../features/import/memory.job';
import { rebuildSearch } from '../features/search/search.projection';
import type { Choice, Rows } from '../platform/dump/tables';
import { CLEARANCES } from '../platform/postgres/roles';

/** Something that is made from what was recorded. A dump leaves it out; a restore makes it anew. */
interface Derivation {
  tables: readonly string[];
  rebuild(db: Rows): Promise<unknown>;
}

/** In the order in which they are made: a later one may read an earlier one. */
const DERIVATIONS: readonly Derivation[] = [
  {
    tables: ['counter', 'counter_total', 'counter_delta', 'counter_crowd', 'tally'],
    rebuild: (db) => db.query('SELECT rebuild_counters()'),
  },
  {
    tables: CLEARANCES.flatMap(({ name }) => [`search_document_${name}`, `search_word_${name}`]),
    async rebuild(db) {
      const query = async (text: string, values?: unknown[]) => (await db.query(text, values)).rows;
      const memory = new SmallMemory();
      // All of it in the transaction of the restore.
      await rebuildSearch({
        query,
        transaction: (run) => {
          memory.keep();
          return run({ query });
        },
      });
    },
  },
];

/** What each database says of itself, whoever's records it holds: which migrations ran, by which rules its documents were made. */
export const OF_THE_DATABASE = ['migrations', 'search_rules'];

export const DERIVED = DERIVATIONS.flatMap(({ tables }) => tables);

/** Everything else is dumped, so that a new table cannot be forgotten. */
export const CHOICE: Choice = {
  isLeftOut: (table) => OF_THE_DATABASE.includes(table) || DERIVED.includes(table),
  columnsLeftOut: [
    // A transaction of this database: a restored row belongs to the one that restores it.
    'event_outbox.transaction_id',
    // Told by the header; a restored log begins another epoch, in another database.
    'event_head.epoch',
    'event_head.written_in',
  ],
  // Of the tables of history.
  orderWithoutKey: ['id', 'recorded_from', 'recorded_to'],
};

export async function rebuildDerived(db: Rows): Promise<void> {
  for (const { rebuild } of DERIVATIONS) await rebuild(db);
}

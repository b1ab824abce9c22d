import { quoteName } from '../postgres/roles';
import type { Rows } from './tables';

/** Constraints between tables, and indexes that no constraint needs. */
const FOREIGN_KEYS = `
  SELECT c.conrelid::regclass::text AS table, c.conname AS name, pg_get_constraintdef(c.oid) AS definition
    FROM pg_constraint c WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace AND c.conparentid = 0
   ORDER BY c.conrelid::regclass::text, c.conname`;

const INDEXES = `
  SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition, c.relname AS table
    FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
   WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY($1) AND c.relkind = 'r' AND NOT c.relispartition
     AND NOT i.indisunique AND i.indisvalid
   ORDER BY c.relname, i.indexrelid::regclass::text`;

export interface Later {
  drop(): Promise<void>;
  /** Every row is then checked: a dump whose rows point at nothing fails here. */
  make(onStep: (step: string) => void): Promise<void>;
}

/**
 * Taken away while rows come in: made afterwards all at once they cost a fraction, and no order of tables is needed. Triggers rest
 * meanwhile, since what they write is in the dump, or made anew.
 */
export async function laterConstraints(db: Rows, tables: readonly string[]): Promise<Later> {
  const { rows: keys } = await db.query(FOREIGN_KEYS);
  const { rows: indexes } = await db.query(INDEXES, [tables]);
  return {
    async drop() {
      for (const table of tables)
        await db.query(`ALTER TABLE public.${quoteName(table)} DISABLE TRIGGER USER`);
      for (const { table, name } of keys)
        await db.query(`ALTER TABLE ${table} DROP CONSTRAINT ${quoteName(name)}`);
      for (const { name } of indexes) await db.query(`DROP INDEX ${name}`);
    },
    async make(onStep) {
      await db.query(`SET LOCAL maintenance_work_mem = '256MB'`);
      for (const table of tables)
        await db.query(`ALTER TABLE public.${quoteName(table)} ENABLE TRIGGER USER`);
      for (const { table, definition } of indexes) {
        onStep(`indexes of ${table}`);
        await db.query(definition);
      }
      for (const { table, name, definition } of keys) {
        onStep(`references of ${table}`);
        await db.query(`ALTER TABLE ${table} ADD CONSTRAINT ${quoteName(name)} ${definition}`);
      }
    },
  };
}

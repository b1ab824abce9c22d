import type { QueryRunner } from 'typeorm';
import { CLEARANCES, readerRole } from '../../platform/postgres/roles';

/** The four columns of a fuzzy date. */
export const fuzzy = (name: string) =>
  `${name}_text text, ${name}_edtf text, ${name}_earliest date, ${name}_latest date,
   CONSTRAINT ${name}_is_ordered CHECK (${name}_earliest <= ${name}_latest)`;

/** Column of a closed vocabulary: text with a check, since a native enum loses its index under row-level security. */
export const oneOf = (column: string, values: readonly string[], rest = 'NOT NULL') =>
  `${column} text ${rest} CONSTRAINT ${column}_is_known CHECK (${column} IN (${values.map((value) => `'${value}'`).join(', ')}))`;

const ROOT = `
  id uuid PRIMARY KEY REFERENCES record,
  marking smallint NOT NULL CHECK (marking BETWEEN 0 AND 4),
  recorded_from timestamptz(3) NOT NULL,
  retracted_at timestamptz(3), retracted_by text, retraction_reason text`;

const PART = `
  id uuid PRIMARY KEY,
  record_id uuid NOT NULL REFERENCES record,
  ordinal smallint NOT NULL,
  marking smallint NOT NULL CHECK (marking BETWEEN 0 AND 4),
  recorded_from timestamptz(3) NOT NULL,
  retracted_at timestamptz(3), retracted_by text, retraction_reason text`;

/** A table of roots: history, handling and its view of the past come with it. */
export async function createRoot(
  db: QueryRunner,
  table: string,
  columns: string,
  clearance = 'marking',
): Promise<void> {
  await db.query(`CREATE TABLE ${table} (${ROOT}, ${columns})`);
  await keepHistory(db, table);
  await guard(db, table, clearance);
}

/** A table of parts of roots. */
export async function createPart(db: QueryRunner, table: string, columns: string): Promise<void> {
  await db.query(`CREATE TABLE ${table} (${PART}, ${columns})`);
  // Serves every list of parts, which is always read by its record.
  await db.query(`CREATE INDEX ${table}_by_record ON ${table} (record_id, ordinal)`);
  await keepHistory(db, table);
  await guard(db, table, 'marking');
}

export async function dropVersioned(db: QueryRunner, table: string): Promise<void> {
  await db.query(`DROP VIEW past.${table}`);
  await db.query(`DROP TABLE ${table}_history`);
  await db.query(`DROP TABLE ${table}`);
}

/** What a row was before each change, and since when until when. A trigger, so that no path can forget it. */
export async function keepHistory(db: QueryRunner, table: string): Promise<void> {
  await db.query(`CREATE TABLE ${table}_history (LIKE ${table}, recorded_to timestamptz(3) NOT NULL)`);
  await db.query(`CREATE INDEX ${table}_history_by_id ON ${table}_history (id, recorded_from)`);
  await db.query(
    `CREATE TRIGGER keep_history BEFORE UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION keep_history()`,
  );
  const columns: { name: string }[] = await db.query(
    `SELECT quote_ident(column_name) AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name = $1 ORDER BY ordinal_position`,
    [table],
  );
  const names = columns.map((column) => column.name).join(', ');
  await db.query(`
    CREATE VIEW past.${table} WITH (security_invoker = true) AS
      SELECT ${names} FROM public.${table} WHERE recorded_from <= as_of()
      UNION ALL
      SELECT ${names} FROM public.${table}_history WHERE recorded_from <= as_of() AND recorded_to > as_of()`);
}

/** One policy a clearance, with constants: a setting could be changed by whoever reads. */
export async function guard(db: QueryRunner, table: string, clearance: string): Promise<void> {
  for (const guarded of [table, `${table}_history`]) {
    await db.query(`ALTER TABLE ${guarded} ENABLE ROW LEVEL SECURITY`);
    for (const level of CLEARANCES) {
      const role = await readerRole(db, level);
      await db.query(
        `CREATE POLICY reads_${level.name} ON ${guarded} FOR SELECT TO ${role} USING (${clearance} <= ${level.value})`,
      );
      await db.query(`GRANT SELECT ON ${guarded} TO ${role}`);
    }
  }
  for (const level of CLEARANCES)
    await db.query(`GRANT SELECT ON past.${table} TO ${await readerRole(db, level)}`);
}

/** A view that means the same in the present and, under the search path of the past, in the past. */
export async function createDerived(db: QueryRunner, view: string, select: string): Promise<void> {
  for (const path of ['public', 'past, public']) {
    await db.query(`SELECT set_config('search_path', '${path}', false)`);
    const schema = path === 'public' ? 'public' : 'past';
    await db.query(`CREATE VIEW ${schema}.${view} WITH (security_invoker = true) AS ${select}`);
    for (const level of CLEARANCES)
      await db.query(`GRANT SELECT ON ${schema}.${view} TO ${await readerRole(db, level)}`);
  }
  await db.query(`SELECT set_config('search_path', 'public', false)`);
}

export async function dropDerived(db: QueryRunner, view: string): Promise<void> {
  await db.query(`DROP VIEW past.${view}`);
  await db.query(`DROP VIEW public.${view}`);
}

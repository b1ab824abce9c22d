import { quoteName } from '../postgres/roles';

/** A connection of its own, as `pg` makes it. */
export interface Rows {
  // biome-ignore lint/suspicious/noExplicitAny: rows are what each statement says.
  query(text: string, values?: unknown[]): Promise<{ rows: any[] }>;
}

/** What of a table goes into a dump. */
export interface DumpedTable {
  name: string;
  columns: string[];
  /** SQL of the order of its rows, the same in every database that holds the same rows. */
  order: string;
  /** Columns that number their rows. */
  identities: string[];
}

/** What is said of tables beyond what their definitions say. */
export interface Choice {
  /** Tables that are made from the others. */
  isLeftOut(table: string): boolean;
  /** Columns that mean something in their own database only, as `table.column`. */
  columnsLeftOut: readonly string[];
  /** The order of rows of a table without a primary key. */
  orderWithoutKey: readonly string[];
}

const TABLES = `
  SELECT c.relname AS name,
         coalesce((SELECT array_agg(a.attname::text ORDER BY k.at)
            FROM pg_index i, unnest(i.indkey) WITH ORDINALITY AS k(attnum, at)
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
           WHERE i.indrelid = c.oid AND i.indisprimary), '{}') AS key,
         array_agg(jsonb_build_object('name', a.attname, 'isText', a.atttypid = 'text'::regtype, 'isIdentity', a.attidentity <> '')
                   ORDER BY a.attname COLLATE "C") AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
   WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
   GROUP BY c.oid, c.relname ORDER BY c.relname COLLATE "C"`;

interface Found {
  name: string;
  key: string[];
  columns: { name: string; isText: boolean; isIdentity: boolean }[];
}

/** No column has such a name. */
const LINE = '"the line"';

/** The tables of this database that a dump holds, by their names. */
export async function dumpedTables(db: Rows, choice: Choice): Promise<DumpedTable[]> {
  const { rows } = await db.query(TABLES);
  return (rows as Found[])
    .filter(({ name }) => !choice.isLeftOut(name))
    .map(({ name, key, columns }) => {
      const kept = columns.filter((column) => !choice.columnsLeftOut.includes(`${name}.${column.name}`));
      const order = key.length > 0 ? key : choice.orderWithoutKey;
      // The order of texts differs between databases, but for that of their bytes.
      const sorted = kept
        .filter((column) => order.includes(column.name))
        .sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
        .map((column) => quoteName(column.name) + (column.isText ? ' COLLATE "C"' : ''));
      return {
        name,
        columns: kept.map((column) => column.name),
        order: [...sorted, ...(key.length > 0 ? [] : [`${LINE} COLLATE "C"`])].join(', '),
        identities: kept.filter((column) => column.isIdentity).map((column) => column.name),
      };
    });
}

/** A row a line, each value as its text. Control characters are escaped in JSON, so that these two never stand in a line. */
export function copyOut({ name, columns, order }: DumpedTable): string {
  const texts = columns.map((column) => `${quoteName(column)}::text`).join(', ');
  return `COPY (SELECT ${LINE} FROM (SELECT array_to_json(ARRAY[${texts}])::text AS ${LINE}, * FROM public.${quoteName(name)}) AS rows ORDER BY ${order})
    TO STDOUT WITH (FORMAT csv, DELIMITER E'\\x02', QUOTE E'\\x01')`;
}

/** So that the same value is the same text whatever the database's own settings are. */
export const EXACT_TEXT = `
  SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'iso_8601'; SET bytea_output = 'hex';
  SET extra_float_digits = 1; SET xmlbinary = 'base64'; SET client_encoding = 'UTF8'; SET search_path = public;
  SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0`;

/** The number that an identity column gives next. */
export async function nextNumber(db: Rows, table: string, column: string): Promise<string> {
  const { rows } = await db.query(`SELECT pg_get_serial_sequence($1, $2) AS name`, [
    `public.${quoteName(table)}`,
    column,
  ]);
  const { rows: states } = await db.query(
    `SELECT (last_value + CASE WHEN is_called THEN 1 ELSE 0 END)::text AS next FROM ${rows[0].name}`,
  );
  return states[0].next;
}

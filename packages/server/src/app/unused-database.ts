import { dumpedTables, type Rows } from '../platform/dump/tables';
import { OperatorError } from '../platform/operator-error';
import { quoteName } from '../platform/postgres/roles';
import { CHOICE } from './dumped-tables';

/** Where migrations put reference data, and the log its place; whose rows they are is asked of `record`. */
const HAVE_ROWS_FROM_THE_START = ['record', 'record_version', 'actor', 'name', 'event_head', 'event_subject'];

const RECORDED = `
  SELECT EXISTS (SELECT FROM record WHERE version > 1 OR recorded_by <> 'reference data')
      OR EXISTS (SELECT FROM event_head WHERE seq > 0) AS is_used`;

/** A restore puts a dump in the place of what there is, and nothing that anybody recorded may be lost by that. */
export async function refuseUsed(db: Rows): Promise<void> {
  const { rows } = await db.query(RECORDED);
  if (rows[0].is_used) throw used('it has records');
  const tables = await dumpedTables(db, CHOICE);
  for (const { name } of tables.filter((table) => !HAVE_ROWS_FROM_THE_START.includes(table.name))) {
    const { rows: found } = await db.query(
      `SELECT EXISTS (SELECT FROM public.${quoteName(name)}) AS is_there`,
    );
    if (found[0].is_there) throw used(`${name} has rows`);
  }
}

const used = (why: string) =>
  new OperatorError(
    `The database is in use already: ${why}. A dump is restored into an empty one: set ENTENTE_DATA to a new directory, or DATABASE_URL to a new database.`,
  );

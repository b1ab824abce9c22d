import type { Rows } from '../platform/dump/tables';
import { OperatorError } from '../platform/operator-error';

/** What people and programs leave that is no record. */
const BESIDE_RECORDS = ['webhook', 'idempotency', 'identity', 'import_run'];

/** Reference data is every database's own, and replaced by that of the dump. */
const IS_USED = `
  SELECT EXISTS (SELECT FROM record WHERE version > 1 OR recorded_by <> 'reference data')
      OR EXISTS (SELECT FROM event_head WHERE seq > 0)
      OR ${BESIDE_RECORDS.map((table) => `EXISTS (SELECT FROM ${table})`).join(' OR ')} AS is_used`;

/** A restore puts a dump in the place of what there is, and nothing that anybody recorded may be lost by that. */
export async function refuseUsed(db: Rows): Promise<void> {
  const { rows } = await db.query(IS_USED);
  if (rows[0].is_used)
    throw new OperatorError(
      'The database is in use already. A dump is restored into an empty one: set ENTENTE_DATA to a new directory, or DATABASE_URL to a new database.',
    );
}

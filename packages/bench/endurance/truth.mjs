// What happened, as the database has it: the versions of the records, in the order in which the log numbered them.
import pg from 'pg';
import { product } from '../world/product.mjs';

/** Every version that was to be told, by the id of its event. `order` is its place in the log; null if it was not numbered. */
export async function readTruth(url) {
  const { typeIdOf } = product('platform/type-id');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(`
      SELECT v.id, v.record_type, v.record_id, v.version, l.seq
        FROM record_version v LEFT JOIN event_log l ON l.version_id = v.id
       WHERE l.seq IS NOT NULL OR v.by <> 'reference data'
       ORDER BY l.seq`);
    return new Map(
      rows.map((row) => [
        typeIdOf('event', row.id),
        {
          recordId: typeIdOf(row.record_type, row.record_id),
          version: row.version,
          order: row.seq === null ? null : Number(row.seq),
        },
      ]),
    );
  } finally {
    await client.end();
  }
}

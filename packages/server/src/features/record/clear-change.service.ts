import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/change/transaction';
import { Marking } from './record.entity';

/**
 * Whether a transaction wrote nothing but what is CLEAR, of records that say it for the first time, and points at nothing else: then
 * there is no marking to be derived. So it is with nearly everything that is loaded in bulk.
 */
export async function isClearThroughout(tx: Transaction): Promise<boolean> {
  for (const { type, isNew, marking, changes } of tx.touches) {
    // Which subjects a claim has left decides who may see it.
    if (marking > Marking.CLEAR || (!isNew && type === 'claim')) return false;
    for (const change of changes)
      if (change.marking > Marking.CLEAR || (change.before !== null && change.path.endsWith('marking')))
        return false;
  }
  const referred = tx.referred;
  if (referred.length === 0) return true;
  const found = await tx.rows(
    sql`SELECT FROM record WHERE id = ANY(${referred}::uuid[]) AND marking > 0
        UNION ALL SELECT FROM record_part WHERE id = ANY(${referred}::uuid[]) AND marking > 0
        UNION ALL SELECT FROM passage WHERE id = ANY(${referred}::uuid[]) AND marking > 0
        LIMIT 1`,
  );
  return found.length === 0;
}

import sql, { raw } from 'sql-template-tag';
import type { Transaction } from '../../platform/change/transaction';

type Table = 'agreement_action' | 'agreement_party' | 'commitment' | 'implementation_report';

/** The place behind all rows of a record's list, those withdrawn included. */
export async function nextOrdinal(tx: Transaction, table: Table, recordId: string): Promise<number> {
  const [row] = await tx.rows<{ next: number }>(
    sql`SELECT coalesce(max(ordinal) + 1, 0)::integer AS next FROM ${raw(table)} WHERE record_id = ${recordId}`,
  );
  return row?.next ?? 0;
}

import sql, { raw } from 'sql-template-tag';
import type { Transaction } from '../../platform/change/transaction';
import { DomainError } from '../../platform/errors';
import { typeIdOf } from '../../platform/type-id';
import type { Writer } from './commands.service';

interface Key {
  field: string;
  column: string;
  value: string | null;
}

/**
 * Refuses a code that another record of the table bears. Codes are unique per marking: compared across markings, a refusal would tell
 * that a hidden record exists.
 */
export async function refuseTaken(
  tx: Transaction,
  writer: Writer,
  table: string,
  row: { id: string; marking: number },
  keys: readonly Key[],
): Promise<void> {
  for (const { field, column, value } of keys) {
    if (value === null) continue;
    const [other] = await tx.rows<{ id: string }>(
      sql`SELECT id FROM ${raw(table)} WHERE ${raw(column)} = ${value} AND marking = ${row.marking} AND retracted_at IS NULL AND id <> ${row.id}`,
    );
    if (!other) continue;
    throw new DomainError(
      'CONFLICT',
      `${field} "${value}" is taken; amend the record that bears it, or give another`,
      {
        field,
        ...(writer.maySee(row.marking) ? { existingId: typeIdOf(table, other.id) } : {}),
      },
    );
  }
}

/** Two that record one code at once meet at its index: the second is tried anew, and then finds the first. */
export async function tryAnewIfTaken(write: Promise<void>): Promise<void> {
  try {
    await write;
  } catch (error) {
    const code = (error as { driverError?: { code?: string } })?.driverError?.code;
    throw code === '23505' ? Object.assign(new Error('taken meanwhile'), { code: '40001' }) : error;
  }
}

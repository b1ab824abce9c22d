import sql, { raw } from 'sql-template-tag';
import type { Transaction } from '../../platform/change/transaction';
import { DomainError } from '../../platform/errors';

/**
 * Refuses a parent below the record itself: a parent may have a parent, but nothing is its own ancestor. Two changes that would
 * together close a circle wait for each other.
 */
export async function refuseOwnAncestor(
  tx: Transaction,
  table: string,
  id: string,
  parentId: string | null,
): Promise<void> {
  if (parentId === null) return;
  await tx.rows(sql`SELECT pg_advisory_xact_lock(hashtext(${`${table}.parent`}))`);
  const ancestors = await tx.rows<{ id: string }>(
    sql`WITH RECURSIVE up(id) AS (
          SELECT ${parentId}::uuid UNION SELECT t.parent_id FROM up JOIN ${raw(table)} t ON t.id = up.id WHERE t.parent_id IS NOT NULL)
        SELECT id FROM up`,
  );
  if (ancestors.some((ancestor) => ancestor.id === id))
    throw new DomainError(
      'BAD_USER_INPUT',
      'parent would make it its own ancestor; name one that is not below it',
      { field: 'parent' },
    );
}

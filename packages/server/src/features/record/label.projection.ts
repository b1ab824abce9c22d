import sql, { raw } from 'sql-template-tag';
import type { Projection } from '../../platform/change/projection';
import type { Touch } from '../../platform/change/touch';
import type { Transaction } from '../../platform/change/transaction';
import type { EntityClass } from '../../platform/read/catalog';
import { Name } from './name.entity';
import { shownName } from './name.service';
import type { Row } from './record.entity';

/** Keeps the label of records that are called by their names, whichever way a name came, went or was marked. */
export const labels: Projection = {
  name: 'labels',
  async apply(tx, touches) {
    const renamed = new Map<string, string[]>();
    for (const touch of touches)
      if (isRenamed(touch)) renamed.set(touch.type, [...(renamed.get(touch.type) ?? []), touch.id]);
    for (const [type, ids] of renamed) await relabel(tx, type, ids);
  },
};

function isRenamed({ kind, changes }: Touch): boolean {
  return kind !== 'EXPUNGED' && changes.some(({ path }) => path === 'marking' || path.startsWith('name_'));
}

/** A record whose last name went keeps the label it had. */
async function relabel(tx: Transaction, type: string, ids: readonly string[]): Promise<void> {
  const entity = tx.catalog.entity(type) as EntityClass<Row & { label: string }> | null;
  if (!entity || !tx.catalog.shape(entity).columns.includes('label')) return;
  const rows = await tx.all(entity, sql`SELECT * FROM ${raw(type)} WHERE id = ANY(${ids}::uuid[])`);
  const names = new Map<string, Name[]>();
  for (const name of await tx.all(
    Name,
    sql`SELECT * FROM name WHERE record_id = ANY(${ids}::uuid[]) AND retracted_at IS NULL ORDER BY ordinal, id`,
  ))
    names.set(name.recordId, [...(names.get(name.recordId) ?? []), name]);
  const called = rows.flatMap((row) => {
    const label = shownName(names.get(row.id) ?? [], row.marking);
    return label === null || label === row.label ? [] : [Object.assign(row, { label })];
  });
  await tx.update(entity, called);
}

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
    for (const touch of touches) if (isRenamed(touch)) await relabel(tx, touch);
  },
};

function isRenamed({ kind, changes }: Touch): boolean {
  return kind !== 'EXPUNGED' && changes.some(({ path }) => path === 'marking' || path.startsWith('name_'));
}

/** A record whose last name went keeps the label it had. */
async function relabel(tx: Transaction, { id, type }: Touch): Promise<void> {
  const entity = tx.catalog.entity(type) as EntityClass<Row & { label: string }> | null;
  if (!entity || !tx.catalog.shape(entity).columns.includes('label')) return;
  const row = await tx.one(entity, id);
  if (!row) return;
  const label = shownName(await tx.parts(Name, id), row.marking);
  if (label !== null && label !== row.label) await tx.update(entity, [Object.assign(row, { label })]);
}

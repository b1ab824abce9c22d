import { DomainError } from '../errors';
import type { EntityClass } from '../read/catalog';
import { newId, uuidOf } from '../type-id';
import type { Transaction } from './transaction';

export interface PartRow {
  id: string;
  recordId: string;
  ordinal: number;
  marking: number;
  retractedAt: Date | null;
  retractedBy: string | null;
  retractionReason: string | null;
}

interface Owner {
  id: string;
  marking: number;
}

interface ListOf<T, I> {
  entity: EntityClass<T>;
  /** The list's name in the input. */
  field: string;
  /** Which of the record's rows of this table the list is; absent: all. */
  among?: (row: T) => boolean;
  /** The columns an item stands for. `path` names the item for a refusal. */
  toRow: (item: I, path: string, index: number) => Promise<Partial<T>> | Partial<T>;
}

/**
 * Makes a record's parts what the list says: items with an id are kept and changed, without one are new, left out are withdrawn.
 * Answers with the parts' ids in the order of the list; null if there is no list, which leaves everything as it is.
 */
export async function replaceParts<T extends PartRow, I extends object>(
  tx: Transaction,
  owner: Owner,
  items: readonly I[] | null | undefined,
  { entity, field, among = () => true, toRow }: ListOf<T, I>,
): Promise<string[] | null> {
  if (items === undefined) return null;
  const shape = tx.catalog.shape(entity);
  const isNew = tx.touches.some((touch) => touch.id === owner.id && touch.isNew);
  const standing = isNew
    ? []
    : (await tx.parts(entity, owner.id)).filter((row) => among(row) && isSeen(tx, row));
  const byId = new Map(standing.map((row) => [row.id, row]));
  const added: T[] = [];
  const kept: T[] = [];
  const ids: string[] = [];
  for (const [index, item] of (items ?? []).entries()) {
    const path = `${field}.${index}`;
    const values = await toRow(item, path, index);
    const given = (item as { id?: string | null }).id;
    if (given == null) {
      const row = shape.create({
        ...values,
        id: newId(),
        recordId: owner.id,
        ordinal: index,
        marking: owner.marking,
      } as Partial<T>);
      added.push(row);
      ids.push(row.id);
      continue;
    }
    const former = byId.get(uuidOf(given, shape.table, `${path}.id`));
    if (!former)
      throw new DomainError('NOT_FOUND', `${path}.id is no item of this record`, { field: `${path}.id` });
    byId.delete(former.id);
    kept.push(Object.assign(former, values, { ordinal: index }));
    ids.push(former.id);
  }
  const at = await tx.recordedAt();
  const withdrawn = [...byId.values()].map((row) =>
    Object.assign(row, {
      retractedAt: at,
      retractedBy: tx.command.by,
      retractionReason: tx.command.reason ?? 'Left out of the list',
    }),
  );
  await tx.insert(entity, added);
  await tx.update(entity, [...kept, ...withdrawn]);
  return ids;
}

/** A list replaces what its editor can see; hidden items stay. */
function isSeen(tx: Transaction, row: PartRow): boolean {
  return row.marking <= (tx.command.clearance ?? row.marking);
}

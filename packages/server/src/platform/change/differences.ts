import { typeIdOf } from '../type-id';

type Values = { [column: string]: unknown };

/** One field's change, as history and events tell it. */
export interface FieldChange {
  /** The field of the record, or the part and its field. Example: `participation_01h….role`. */
  path: string;
  marking: number;
  before: unknown;
  after: unknown;
}

/** How rows are kept, not what they say. */
const BOOKKEEPING = new Set(['id', 'record_id', 'recorded_from', 'folded', 'folded_title', 'folded_series', 'clearance']);

const camel = (column: string) => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

const plain = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : (value ?? null));

/** What a reader of history is told of a row's change: the fields of a record by name, those of a part behind its table and id. */
export function differences(table: string, id: string, before: Values | null, after: Values): FieldChange[] {
  const isPart = 'record_id' in after;
  const marking = Number(after.marking);
  const changes: FieldChange[] = [];
  for (const column of Object.keys(after)) {
    if (BOOKKEEPING.has(column)) continue;
    const [old, now] = [plain(before?.[column]), plain(after[column])];
    if (JSON.stringify(old) === JSON.stringify(now)) continue;
    changes.push({
      path: isPart ? `${typeIdOf(table, id)}.${camel(column)}` : camel(column),
      marking,
      before: old,
      after: now,
    });
  }
  return changes;
}

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

/** Which table's rows a column points at. */
export type Pointers = { readonly [column: string]: string };

/** How rows are kept, not what they say. */
const BOOKKEEPING = new Set([
  'id',
  'record_id',
  'recorded_from',
  'folded',
  'folded_title',
  'folded_series',
  'clearance',
]);

const camel = (column: string) => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/**
 * What a reader of history is told of a row's change: the fields of a record by their names in the schema, those of a part behind its
 * id. A fuzzy date is one field, a pointer is the id of what it points at.
 */
export function differences(
  table: string,
  id: string,
  before: Values | null,
  after: Values,
  pointers: Pointers = {},
): FieldChange[] {
  const isPart = 'record_id' in after;
  const marking = Number(after.marking);
  const former = before === null ? {} : told(before, pointers);
  return Object.entries(told(after, pointers))
    .filter(([field, value]) => JSON.stringify(former[field] ?? null) !== JSON.stringify(value))
    .map(([field, value]) => ({
      path: isPart ? `${typeIdOf(table, id)}.${field}` : field,
      marking,
      before: former[field] ?? null,
      after: value,
    }));
}

function told(row: Values, pointers: Pointers): { [field: string]: unknown } {
  const fields: { [field: string]: unknown } = {};
  for (const [column, value] of Object.entries(row)) {
    if (BOOKKEEPING.has(column)) continue;
    const [, date, part] = /^(.+)_(text|edtf|earliest|latest)$/.exec(column) ?? [];
    if (date !== undefined && `${date}_edtf` in row) {
      // The bounds follow from the date.
      if (part === 'edtf') fields[camel(date)] = dateOf(row, date);
    } else if (column in pointers)
      fields[camel(column.replace(/_id$/, ''))] =
        value == null ? null : typeIdOf(String(pointers[column]), String(value));
    else fields[camel(column)] = value instanceof Date ? value.toISOString() : (value ?? null);
  }
  return fields;
}

function dateOf(row: Values, name: string): { text: unknown; edtf: unknown } | null {
  const [text, edtf] = [row[`${name}_text`] ?? null, row[`${name}_edtf`] ?? null];
  return text === null && edtf === null ? null : { text, edtf };
}

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

const NO_POINTERS: Pointers = {};

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

/** What is told of a column, and under which name. */
interface Told {
  field: string;
  of(row: Values): unknown;
}

/** Worked out once for a table: an import tells of as many rows as it writes. */
const plans = new WeakMap<Pointers, Map<string, readonly Told[]>>();

/**
 * What a reader of history is told of a row's change: the fields of a record by their names in the schema, those of a part behind its
 * id. A fuzzy date is one field, a pointer is the id of what it points at.
 */
export function differences(
  table: string,
  id: string,
  before: Values | null,
  after: Values,
  pointers: Pointers = NO_POINTERS,
  /** Of the table; a row may leave out those that are null. */
  columns: readonly string[] = Object.keys(after),
): FieldChange[] {
  const marking = Number(after.marking);
  const prefix = 'record_id' in after ? `${typeIdOf(table, id)}.` : '';
  const changes: FieldChange[] = [];
  for (const { field, of } of planOf(table, columns, pointers)) {
    const value = of(after);
    const former = before === null ? null : of(before);
    if (value === former || (value !== null && former !== null && isEqual(value, former))) continue;
    changes.push({ path: prefix + field, marking, before: former, after: value });
  }
  return changes;
}

const isEqual = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

function planOf(table: string, columns: readonly string[], pointers: Pointers): readonly Told[] {
  let byTable = plans.get(pointers);
  if (!byTable) {
    byTable = new Map();
    plans.set(pointers, byTable);
  }
  let plan = byTable.get(table);
  if (!plan) {
    plan = columns.flatMap((column) => toldOf(column, columns, pointers) ?? []);
    byTable.set(table, plan);
  }
  return plan;
}

function toldOf(column: string, columns: readonly string[], pointers: Pointers): Told | null {
  if (BOOKKEEPING.has(column)) return null;
  const [, date, part] = /^(.+)_(text|edtf|earliest|latest)$/.exec(column) ?? [];
  if (date !== undefined && columns.includes(`${date}_edtf`))
    // The bounds follow from the date.
    return part === 'edtf' ? { field: camel(date), of: (each) => dateOf(each, date) } : null;
  const pointed = pointers[column];
  if (pointed !== undefined)
    return {
      field: camel(column.replace(/_id$/, '')),
      of: (each) => (each[column] == null ? null : typeIdOf(pointed, String(each[column]))),
    };
  return {
    field: camel(column),
    of: ({ [column]: value }) => (value instanceof Date ? value.toISOString() : (value ?? null)),
  };
}

function dateOf(row: Values, name: string): { text: unknown; edtf: unknown } | null {
  const [text, edtf] = [row[`${name}_text`] ?? null, row[`${name}_edtf`] ?? null];
  return text === null && edtf === null ? null : { text, edtf };
}

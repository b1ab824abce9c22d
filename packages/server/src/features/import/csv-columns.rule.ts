import type { DatasetRow, Reading } from './dataset.rule';

/** Cells of a row by the names in the header. */
export type Cells = { readonly [column: string]: string };

const QUOTED = /^"(.*)"$/s;

/** The columns that the first line of a file names; a mark of the byte order is none of them. */
export function headerOf(head: string): string[] {
  const [first = ''] = head.replace(/^\uFEFF/, '').split(/\r?\n/, 1);
  return first.split(',').map((name) => (QUOTED.exec(name)?.[1] ?? name).trim());
}

/** Reads rows by the names of their columns, in whatever order these stand. */
export function byColumns<F>(
  header: readonly string[],
  read: (cells: Cells, row: DatasetRow) => Reading<F>,
): (row: DatasetRow) => Reading<F> {
  return (row) => {
    if (row.cells.length !== header.length)
      return {
        is: 'REJECTED',
        reason: 'MALFORMED_ROW',
        field: null,
        value: null,
        message: `It has ${row.cells.length} columns, and the header names ${header.length}`,
      };
    const cells: { [column: string]: string } = {};
    header.forEach((name, index) => {
      cells[name] = (row.cells[index] ?? '').trim();
    });
    return read(cells, row);
  };
}

export function holdsAll(header: readonly string[], columns: readonly string[]): boolean {
  return columns.every((column) => header.includes(column));
}

export function missing<F>(field: string): Reading<F> {
  return { is: 'REJECTED', reason: 'MISSING_VALUE', field, value: null, message: `${field} is empty` };
}

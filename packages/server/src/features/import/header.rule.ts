import type { Format } from './dataset.rule';

/** The name of a column as names are compared: `Global_Event_ID` is `GLOBALEVENTID`. */
const keyOf = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Where the columns of a file stand, by what its first line calls them. */
export interface Header {
  delimiter: Format['delimiter'];
  /** How many columns there are. */
  width: number;
  /** Index by name, the first of that name. Blank names are left out. */
  columns: ReadonlyMap<string, number>;
}

/** The first line of a file as a header, if it names a column so; whichever of the three signs divides it. */
export function headerOf(head: string, column: string): Header | null {
  const line = head.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0] ?? '';
  for (const delimiter of ['\t', ';', ','] as const) {
    const names = line.split(delimiter).map(keyOf);
    if (!names.includes(column)) continue;
    const columns = new Map<string, number>();
    for (const [index, name] of names.entries())
      if (name !== '' && !columns.has(name)) columns.set(name, index);
    return { delimiter, width: names.length, columns };
  }
  return null;
}

/**
 * Lays what an input says over a row. Absent leaves the column as it is, null empties it; each value is made only if it is given.
 * Columns that must not be empty keep what `fallback` says where the input empties them.
 */
export async function merge<T extends object>(
  row: T,
  columns: { [K in keyof T]?: { given: unknown; value?: () => T[K] | Promise<T[K]>; fallback?: T[K] } },
): Promise<T> {
  for (const name of Object.keys(columns) as (keyof T)[]) {
    const column = columns[name];
    if (column === undefined || column.given === undefined) continue;
    row[name] =
      column.given === null
        ? ((column.fallback ?? null) as T[keyof T])
        : column.value
          ? await column.value()
          : (column.given as T[keyof T]);
  }
  return row;
}

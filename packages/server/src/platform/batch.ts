import DataLoader from 'dataloader';

type Load<T> = (keys: string[]) => Promise<readonly T[]>;

/** All the rows of a key, as many keys as are asked for in one turn read at once, remembered for the life of the loader: a request. */
export function groupLoader<T>(load: Load<T>, keyOf: (row: T) => string): DataLoader<string, T[]> {
  return new DataLoader(async (keys) => {
    const groups = new Map<string, T[]>(keys.map((key) => [key, []]));
    for (const row of await load([...keys])) groups.get(keyOf(row))?.push(row);
    return keys.map((key) => groups.get(key) ?? []);
  });
}

/** The one row of a key, or null. */
export function oneLoader<T>(load: Load<T>, keyOf: (row: T) => string): DataLoader<string, T | null> {
  return new DataLoader(async (keys) => {
    const rows = new Map((await load([...keys])).map((row) => [keyOf(row), row]));
    return keys.map((key) => rows.get(key) ?? null);
  });
}

interface Branch {
  id: string;
  parentId: string | null;
}

/**
 * Parents before children, each branch whole before the next; siblings stay in the order given. What hangs on something that is not
 * among them (hidden, withdrawn) stands at the top. With `top`, only it and what is below it.
 */
export function inTreeOrder<T extends Branch>(rows: readonly T[], top: string | null): T[] {
  const known = new Set(rows.map((row) => row.id));
  const below = new Map<string | null, T[]>();
  for (const row of rows) {
    const parent = row.parentId !== null && known.has(row.parentId) ? row.parentId : null;
    below.set(parent, [...(below.get(parent) ?? []), row]);
  }
  const branch = (row: T): T[] => [row, ...(below.get(row.id) ?? []).flatMap(branch)];
  const roots = top === null ? (below.get(null) ?? []) : rows.filter((row) => row.id === top);
  return roots.flatMap(branch);
}

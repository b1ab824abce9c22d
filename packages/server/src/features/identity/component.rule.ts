export type Pair = readonly [one: string, other: string];

/** Under which of them each is counted: of those that pairs lead to, the one that stands first. Pairs with an end outside lead nowhere. */
export function representatives(records: readonly string[], pairs: readonly Pair[]): Map<string, string> {
  const rank = new Map(records.map((id, at) => [id, at]));
  const parent = new Map(records.map((id) => [id, id]));
  const root = (id: string): string => {
    let at = id;
    for (let next = parent.get(at); next !== undefined && next !== at; next = parent.get(at)) at = next;
    return at;
  };
  for (const [one, other] of pairs) {
    if (!parent.has(one) || !parent.has(other)) continue;
    const [first, last] = [root(one), root(other)].sort(
      (a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0),
    ) as [string, string];
    parent.set(last, first);
  }
  return new Map(records.map((id) => [id, root(id)]));
}

/** A shortest way from one to the other over pairs, both ends included; null if there is none. */
export function wayBetween(from: string, to: string, pairs: readonly Pair[]): string[] | null {
  const cameFrom = new Map<string, string | null>([[from, null]]);
  for (const at of cameFrom.keys()) {
    if (at === to) break;
    for (const [one, other] of pairs)
      for (const [here, there] of [
        [one, other],
        [other, one],
      ] as const)
        if (here === at && !cameFrom.has(there)) cameFrom.set(there, at);
  }
  if (!cameFrom.has(to)) return null;
  const way: string[] = [];
  for (let at: string | null = to; at !== null; at = cameFrom.get(at) ?? null) way.unshift(at);
  return way;
}

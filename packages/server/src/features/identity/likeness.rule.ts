/** How alike two records are, and why; other records that the reasons name. */
export interface Likeness {
  score: number;
  reasons: string[];
  restsOn: string[];
}

/** What speaks for two records being one, or against it. */
export interface Ground {
  /** From 0 to 1; below 0 it speaks against it. */
  weight: number;
  /** In words, with the values; absent where it is no news. */
  reason?: string;
  restsOn?: readonly string[];
}

/** Under which keys a record is found, and under which it looks for others. */
export interface Keys {
  holds: string[];
  seeks: string[];
}

/** What a record says that others of its type are compared by, as far as whoever sees the record sees it. */
export interface Facts {
  id: string;
  marking: number;
}

/** How records of one type are compared. */
export interface Comparison<F extends Facts = Facts> {
  type: string;
  /** Reads the facts of the records $1 that stand and are marked $2. */
  statement: string;
  keysOf(facts: F): Keys;
  /** Null: they are two. */
  grounds(one: F, other: F): Ground[] | null;
  /** How grounds make a score. */
  weigh(grounds: readonly Ground[]): number;
}

/** Pairs that are less alike are not proposed. */
export const PROPOSED_FROM = 0.5;

const MOST_REASONS = 19;
const LONGEST_REASON = 300;

/** Grounds that each count for something: they add up. */
export function sumOf(grounds: readonly Ground[]): number {
  return grounds.reduce((sum, { weight }) => sum + weight, 0);
}

/** Grounds of which each might be enough: what all of them leave open is left open. What speaks against it takes its share of the rest. */
export function chanceOf(grounds: readonly Ground[]): number {
  const open = grounds.reduce((left, { weight }) => (weight > 0 ? left * (1 - weight) : left), 1);
  return grounds.reduce((chance, { weight }) => (weight < 0 ? chance * (1 + weight) : chance), 1 - open);
}

/** Null if they are two, or not alike enough to be proposed. */
export function likenessOf<F extends Facts>(comparison: Comparison<F>, one: F, other: F): Likeness | null {
  const grounds = comparison.grounds(one, other);
  if (grounds === null) return null;
  const score = Math.round(100 * Math.min(1, Math.max(0, comparison.weigh(grounds)))) / 100;
  if (score < PROPOSED_FROM) return null;
  return {
    score,
    reasons: grounds
      .flatMap(({ reason }) => (reason === undefined ? [] : [shortened(reason, LONGEST_REASON)]))
      .slice(0, MOST_REASONS),
    restsOn: [...new Set(grounds.flatMap(({ restsOn }) => restsOn ?? []))],
  };
}

export function shortened(text: string, most = 100): string {
  const letters = [...text];
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text;
}

/** Both values if they differ in writing: "a and b". */
export function bothOf(one: string, other: string): string {
  return one === other ? shortened(one) : `${shortened(one)} and ${shortened(other)}`;
}

/** What both lists hold. */
export function inBoth<T>(one: readonly T[], other: readonly T[], idOf: (item: T) => string): T[] {
  const ids = new Set(other.map(idOf));
  return one.filter((item) => ids.has(idOf(item)));
}

/** Worked out once for each record, however many others it is compared with. */
export function once<F extends object, V>(make: (facts: F) => V): (facts: F) => V {
  const known = new WeakMap<F, { value: V }>();
  return (facts) => {
    let found = known.get(facts);
    if (!found) {
      found = { value: make(facts) };
      known.set(facts, found);
    }
    return found.value;
  };
}

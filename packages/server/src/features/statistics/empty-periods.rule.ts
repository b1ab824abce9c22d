import type { Dimension } from './dimension.entity';
import { type Key, keyOf, type Tally } from './group-keys.rule';
import { isPeriod, periodOf } from './period.rule';

/** Days between which a series runs, as far as the question says. */
export interface Span {
  from: string | null;
  to: string | null;
}

/**
 * A row of nothing for every period between the first and the last, or those of the question, with every combination of the other
 * values that there is. Never more than `room`: what is found comes first.
 */
export function emptyPeriods(
  by: readonly Dimension[],
  tallies: readonly Tally[],
  span: Span,
  room: number,
): Tally[] {
  const at = by.findIndex(isPeriod);
  const dimension = by[at];
  if (dimension === undefined) return [];
  const found = tallies.flatMap(({ keys }) => (keys[at] == null ? [] : [Number(keys[at])]));
  const first = Math.min(...found, span.from === null ? Infinity : periodOf(dimension, span.from));
  const last = Math.max(...found, span.to === null ? -Infinity : periodOf(dimension, span.to));
  const others = by.length === 1 ? [[null]] : tallies.map(({ keys }) => keys.with(at, null));
  const known = new Set(tallies.map(({ keys }) => keyOf(keys)));
  const empty: Tally[] = [];
  for (let period = first; period <= last && empty.length < room; period++)
    for (const other of unique(others)) {
      const keys = other.with(at, period);
      if (empty.length < room && !known.has(keyOf(keys))) empty.push({ keys, count: 0 });
    }
  return empty;
}

function unique(combinations: Key[][]): Key[][] {
  return [...new Map(combinations.map((each) => [keyOf(each), each])).values()];
}

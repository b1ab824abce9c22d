import { Dimension } from './dimension.entity';
import { Group } from './group.entity';
import { isPeriod, periodName } from './period.rule';

/** The value of each dimension: a period's number, else what is stored. */
export type Key = string | number | null;

/** How often each combination of values was found. */
export interface Tally {
  keys: Key[];
  count: number;
}

export const keyOf = (keys: readonly Key[]): string => JSON.stringify(keys);

/** Periods in their order; else the most first, equals by their values, unknown ones last. */
export function inOrder(by: readonly Dimension[], tallies: readonly Tally[]): Tally[] {
  const period = by.findIndex(isPeriod);
  return [...tallies].sort(
    (a, b) =>
      (period < 0 ? 0 : compared(a.keys[period], b.keys[period])) || b.count - a.count || byKeys(a, b),
  );
}

/** The most, equals by their values: what the database keeps too where there are more than asked for. */
export function mostOf(tallies: readonly Tally[], top: number): Tally[] {
  return [...tallies].sort((a, b) => b.count - a.count || byKeys(a, b)).slice(0, top);
}

function byKeys(a: Tally, b: Tally): number {
  for (const [index, key] of a.keys.entries()) {
    const order = compared(key, b.keys[index]);
    if (order !== 0) return order;
  }
  return 0;
}

function compared(a: Key | undefined, b: Key | undefined): number {
  if (a === b) return 0;
  if (a == null) return 1;
  if (b == null) return -1;
  return a < b ? -1 : 1;
}

/** A row as it is shown: only the columns of its dimensions are filled. */
export function groupOf(table: string, by: readonly Dimension[], { keys, count }: Tally): Group {
  const group = Object.assign(new Group(), { count });
  for (const [index, dimension] of by.entries()) {
    const key = keys[index] ?? null;
    if (key !== null) Object.assign(group, { [columnOf(table, dimension)]: shown(dimension, key) });
  }
  return group;
}

function shown(dimension: Dimension, key: string | number): unknown {
  if (isPeriod(dimension)) return periodName(dimension, Number(key));
  return dimension === Dimension.RELATIONSHIP ? String(key).split(' ') : key;
}

function columnOf(table: string, dimension: Dimension): keyof Group {
  return table === 'agreement' && dimension === Dimension.STATUS ? 'agreementStatus' : COLUMN[dimension];
}

const COLUMN: { [dimension in Dimension]: keyof Group } = {
  YEAR: 'period',
  QUARTER: 'period',
  MONTH: 'period',
  STATE: 'stateId',
  RELATIONSHIP: 'pair',
  TOPIC: 'topicId',
  STATUS: 'engagementStatus',
  PUBLISHER: 'publisherId',
  KIND: 'kind',
  LEVEL: 'level',
  CAMEO_ROOT: 'cameoRoot',
  PLOVER_CATEGORY: 'ploverCategory',
  FORM: 'form',
  PREDICATE: 'predicate',
  MODALITY: 'modality',
};

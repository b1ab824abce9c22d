import { Level } from '../actor/position.entity';
import type { EventFilter } from '../feed/event-filter.input';
import { Credibility } from '../record/claim-terms.entity';

/** The names under which a filter's values were given. */
export type StoredFilter = { [field: string]: unknown };

/** Terms with an order are numbers in memory only; a filter is kept and shown as it was given. */
const TERMS: { [field: string]: { [term: string]: string | number } } = {
  levelAtLeast: Level,
  credibilityAtLeast: Credibility,
};

/** The filter as it was given. */
export function toStored(filter: EventFilter): StoredFilter {
  return translated(filter as StoredFilter, 'number');
}

/** The filter as it is matched. */
export function fromStored(filter: StoredFilter): EventFilter {
  return translated(filter, 'string') as EventFilter;
}

function translated(filter: StoredFilter, from: 'number' | 'string'): StoredFilter {
  const within = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(within) : translated(value as StoredFilter, from);
  return Object.fromEntries(
    Object.entries(filter)
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => {
        if (value === null) return [field, null];
        if (field === 'and' || field === 'or' || field === 'not') return [field, within(value)];
        return [field, typeof value === from ? (TERMS[field]?.[value as string] ?? value) : value];
      }),
  );
}

import sql, { empty, raw, type Sql } from 'sql-template-tag';
import { DomainError } from '../../platform/errors';
import type { FuzzyDateFilter } from '../../platform/fuzzy-date/fuzzy-date-filter';
import { rangeOf } from '../../platform/fuzzy-date/fuzzy-date-range';
import { ownerKey } from '../../platform/read/owners';
import type { Page } from '../../platform/read/page';
import type { Reader } from '../../platform/read/reader';
import type { Milestone } from '../agreement/agreement.entity';
import { lagBetween } from './agreement-facets.rule';
import { countersBy } from './counted-groups.rule';
import { type CountedSet, countedSet } from './counted-set.rule';
import { counterRows } from './counter-rows.rule';
import type { Dimension } from './dimension.entity';
import { emptyPeriods, type Span } from './empty-periods.rule';
import { type Facet, keyed } from './facet.rule';
import type { Group } from './group.entity';
import { groupOf, inOrder, type Key, keyOf, type Tally } from './group-keys.rule';
import { isPeriod } from './period.rule';

export const MOST_GROUPS = 1_000;
const MOST_DIMENSIONS = 3;

export interface GroupArgs {
  by: Dimension[];
  top?: number | null;
  fillEmpty?: boolean | null;
}

/** Counts the set of a connection: the same records whatever page of it is shown. */
export class GroupQuery {
  constructor(
    private readonly reader: Reader,
    private readonly today: string,
  ) {}

  async of(page: Page<unknown>, { by, top: most, fillEmpty }: GroupArgs): Promise<Group[]> {
    const { listing } = page;
    const set = countedSet(listing, this.reader, this.today);
    refuseUnfit(by, set);
    const top = checkedTop(most ?? 100, MOST_GROUPS);
    const owner = listing.within ? ownerKey(listing.within) : '';
    const tallies = await this.reader.batch<Tally[]>(
      `groups ${set.name} ${by} ${top}`,
      (keys) => this.#count(set, by, top, keys),
      owner,
    );
    const none = fillEmpty ? emptyPeriods(by, tallies, this.#spanOf(set), top - tallies.length) : [];
    return inOrder(by, [...tallies, ...none]).map((tally) =>
      Object.assign(groupOf(set.table, by, tally), {
        medianLag: async (from: Milestone, to: Milestone) =>
          (await this.#lags(set, by, from, to, owner)).get(keyOf(tally.keys)) ?? null,
      }),
    );
  }

  /** A statement for all owners, their rows numbered as they are. */
  async #count(
    set: CountedSet,
    by: readonly Dimension[],
    top: number,
    owners: readonly string[],
  ): Promise<Tally[][]> {
    const facets = facetsOf(set, by);
    const { columns, order } = columnsOf(facets);
    const counters = this.#counters(set, by);
    const counts = counters
      ? sql`SELECT keyed.at${columns}, sum(keyed.count)::integer AS count FROM (${counters}) keyed
             GROUP BY keyed.at${columns} HAVING sum(keyed.count) > 0`
      : sql`SELECT keyed.at${columns}, count(*)::integer AS count FROM (${keyed(facets)}) keyed GROUP BY keyed.at${columns}`;
    const rows = await this.reader.rows<{ at: string; count: number; [key: string]: Key }>(sql`
      ${counters ? empty : sql`WITH ${set.items(owners)}`}
      SELECT ranked.* FROM (
        SELECT keyed.*, row_number() OVER (PARTITION BY keyed.at ORDER BY keyed.count DESC${order}) AS place FROM (${counts}) keyed) ranked
       WHERE ranked.place <= ${top}`);
    return owners.map((_, index) => {
      const own = rows
        .filter((row) => Number(row.at) === index + 1)
        .map((row) => ({ keys: keysIn(row, by), count: row.count }));
      return by.length === 0 && own.length === 0 ? [{ keys: [], count: 0 }] : own;
    });
  }

  /** The way whose cost does not grow with the records, where there is one. */
  #counters(set: CountedSet, by: readonly Dimension[]): Sql | null {
    if (set.table !== 'engagement' || set.isNested) return null;
    const rows = counterRows(set.filter, this.reader, this.today);
    return rows && countersBy(set, rows, by);
  }

  /** The median of the days between two milestones, for each row; the middle of what a lag may be stands for it. */
  #lags(
    set: CountedSet,
    by: readonly Dimension[],
    from: Milestone,
    to: Milestone,
    owner: string,
  ): Promise<Map<string, number>> {
    if (set.table !== 'agreement') return Promise.resolve(new Map());
    return this.reader.batch(
      `median lag ${set.name} ${by} ${from} ${to}`,
      async (owners) => {
        const facets = facetsOf(set, by);
        const { columns } = columnsOf(facets);
        const days = raw(`keyed.key_${facets.length}`);
        const rows = await this.reader.rows<{ at: string; median: number; [key: string]: Key }>(sql`
          WITH ${set.items(owners)}
          SELECT keyed.at${columns}, percentile_cont(0.5) WITHIN GROUP (ORDER BY ${days}) AS median
            FROM (${keyed([...facets, lagBetween(from, to, set.isWide, this.today)])}) keyed
           WHERE ${days} IS NOT NULL GROUP BY keyed.at${columns}`);
        return owners.map(
          (_, index) =>
            new Map(
              rows
                .filter((row) => Number(row.at) === index + 1)
                .map((row) => [keyOf(keysIn(row, by)), row.median]),
            ),
        );
      },
      owner,
    );
  }

  /** From when until when the question itself reaches. */
  #spanOf({ filter }: CountedSet): Span {
    const when = filter.when as FuzzyDateFilter | null | undefined;
    return when == null ? { from: null, to: null } : rangeOf(when, 'filter.when', this.today);
  }
}

const facetsOf = ({ facets }: CountedSet, by: readonly Dimension[]) =>
  by.map((dimension) => facets[dimension] as Facet);

function keysIn(row: { [key: string]: Key }, by: readonly Dimension[]): Key[] {
  return by.map((_, index) => row[`key_${index}`] ?? null);
}

/** The columns of some facets, and how equals among their rows are put in order. */
function columnsOf(facets: readonly Facet[]): { columns: Sql; order: Sql } {
  const list = (of: (facet: Facet, index: number) => string) =>
    raw(facets.map((facet, index) => `, ${of(facet, index)}`).join(''));
  return {
    columns: list((_, index) => `keyed.key_${index}`),
    order: list(({ type }, index) => `keyed.key_${index}${type === 'text' ? ' COLLATE "C"' : ''} NULLS LAST`),
  };
}

export function checkedTop(top: number, most: number): number {
  if (top >= 1 && top <= most) return top;
  throw new DomainError('BAD_USER_INPUT', `top must be 1 to ${most}, not ${top}`, { field: 'top' });
}

function refuseUnfit(by: readonly Dimension[], { facets, table }: CountedSet): void {
  const refuse = (why: string): never => {
    throw new DomainError('BAD_USER_INPUT', `by ${why}`, { field: 'by' });
  };
  if (by.length > MOST_DIMENSIONS) refuse(`takes up to ${MOST_DIMENSIONS} dimensions, not ${by.length}`);
  if (new Set(by).size < by.length) refuse('names a dimension twice');
  if (by.filter(isPeriod).length > 1) refuse('takes one of YEAR, QUARTER and MONTH, which all fill `period`');
  for (const dimension of by)
    if (!facets[dimension])
      refuse(`${dimension} does not fit ${table}s; these have ${Object.keys(facets).join(', ')}`);
}

import sql, { join, raw, type Sql } from 'sql-template-tag';
import { allOf } from '../../platform/read/conditions';
import type { Listing, Sizes } from '../../platform/read/page';
import type { Reader } from '../../platform/read/reader';
import { PresentSession } from '../../platform/read/session';
import type { AgreementFilter } from '../agreement/agreement-filter.input';
import type { EngagementFilter } from '../engagement/engagement-filter.input';
import type { References } from '../record/references.query';
import { counterRows } from './counter-rows.rule';

/** By which field of a filter the counters tell the rows of a table apart; by none, if null. */
const KIND_OF: { [table: string]: string | null } = {
  actor: 'kind',
  claim: 'predicate',
  context_event: 'kind',
  place: null,
  source: 'kind',
};

type Filter = { [field: string]: unknown };

/** Tells the size of a set from the counters, where they know it: to the record what counting its rows would say. */
export class CountedSizes implements Sizes {
  constructor(
    private readonly reader: Reader,
    private readonly references: References,
    private readonly today: string,
  ) {}

  async of(listing: Listing<unknown>, count: (more: Sql) => Sql): Promise<Sql | null> {
    const { filter, within } = listing;
    // Counters are of the present.
    if (filter === undefined || !(this.reader.session instanceof PresentSession)) return null;
    if (within !== undefined && !within.isInvolvement) return null;
    const { table } = this.reader.catalog.shape(listing.entity);
    if (table === 'engagement' || table === 'agreement') return this.#ofStates(table, listing, count);
    const kind = KIND_OF[table];
    return kind === undefined || within !== undefined ? null : this.#ofKind(table, kind, filter as Filter);
  }

  #ofKind(table: string, kind: string | null, { isRetracted, ...filter }: Filter): Sql | null {
    const asked = Object.keys(filter).filter((field) => filter[field] != null);
    if (isRetracted || asked.some((field) => field !== kind)) return null;
    const rows = [sql`t.subject = ${table}`, this.reader.cleared('counted', 't')];
    return sumOf(
      TOTAL,
      kind === null || asked.length === 0 ? rows : [...rows, sql`t.kind = ANY(${filter[kind]})`],
    );
  }

  async #ofStates(
    table: string,
    { filter, within, alias }: Listing<unknown>,
    count: (more: Sql) => Sql,
  ): Promise<Sql | null> {
    const { between, involving, ...rest } = filter as EngagementFilter | AgreementFilter;
    const rows =
      table === 'engagement'
        ? this.#engagements(rest as EngagementFilter)
        : this.#agreements(rest as AgreementFilter);
    if (rows === null || (involving != null && involving.length !== 1)) return null;
    const named = await this.references.actors([...(between ?? []), ...(involving ?? [])], 'filter');
    const states = [
      ...(within ? [sql`owner.id`] : []),
      ...(within?.otherId === undefined ? [] : [sql`owner.other`]),
      ...[...new Set(named)].map((id) => sql`${id}::uuid`),
    ];
    const [one, other] = states;
    if (states.length > 2) return null;
    const { when, levelAtLeast } = rest as EngagementFilter;
    const isTotal = when == null && levelAtLeast == null;
    const sum = (more: Sql) =>
      isTotal ? sumOf(TOTAL, [...rows, more]) : sumOf(EACH, [...rows, more, sql`t.state_b IS NULL`]);
    if (one === undefined) return sum(sql`t.state_a IS NULL`);
    const size =
      other === undefined
        ? sum(sql`t.state_a = ${one}`)
        : sql`${sumOf(EACH, [...rows, sql`t.state_a = least(${one}, ${other}) AND t.state_b = greatest(${one}, ${other})`])}
              + ${count(inCrowd(table, alias))}`;
    // Counters are of states; what they do not know is counted. Somebody who is hidden is none, and one named twice no pair.
    return sql`CASE WHEN (SELECT count(*) FROM actor s WHERE s.id IN (${join(states)}) AND s.kind = 'STATE'
                            AND ${this.reader.cleared('actor', 's')}) = ${states.length}
                    THEN ${size} ELSE ${count(sql`TRUE`)} END`;
  }

  #engagements({ levelAtLeast, ...filter }: EngagementFilter): Sql[] | null {
    const rows = counterRows(filter, this.reader, this.today);
    return rows === null || levelAtLeast == null ? rows : [...rows, sql`t.level <= ${levelAtLeast}`];
  }

  #agreements({ form, isRetracted, ...filter }: AgreementFilter): Sql[] | null {
    if (isRetracted || Object.values(filter).some((value) => value != null)) return null;
    return [
      sql`t.subject = 'agreement'`,
      this.reader.cleared('counted', 't'),
      ...(form == null ? [] : [sql`t.kind = ANY(${form})`]),
    ];
  }
}

/** Counters with time, level and pairs, and those without. */
const EACH = sql`counted`;
const TOTAL = sql`counted_total`;

function sumOf(counters: Sql, rows: readonly Sql[]): Sql {
  return sql`(SELECT coalesce(sum(t.rows), 0)::integer FROM ${counters} t WHERE ${allOf(rows)})`;
}

/** Records of many states have no pairs in the counters. An array, so that what else is asked of them is looked up for these few. */
function inCrowd(table: string, alias: string): Sql {
  return sql`${raw(alias)}.id = ANY(ARRAY(SELECT w.record_id FROM counter_crowd w WHERE w.subject = ${table}))`;
}

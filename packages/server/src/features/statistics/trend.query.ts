import sql from 'sql-template-tag';
import { DomainError } from '../../platform/errors';
import { owners } from '../../platform/read/owners';
import type { Reader } from '../../platform/read/reader';
import { Actor, ActorKind } from '../actor/actor.entity';
import type { EngagementQuery } from '../engagement/engagement.query';
import type { Relationship } from '../relationship/relationship.entity';
import { countedSet } from './counted-set.rule';
import { counterRows } from './counter-rows.rule';
import { risesOf, type Source } from './pair-counts.rule';
import { slopeOf, type Years, yearsBefore } from './trend.rule';

const MOST_YEARS = 50;

/** Whether two meet more or less often from year to year. */
export class TrendQuery {
  constructor(
    private readonly reader: Reader,
    private readonly engagements: EngagementQuery,
    private readonly today: string,
  ) {}

  async of(relationship: Relationship, count: number): Promise<number> {
    if (count < 2 || count > MOST_YEARS)
      throw new DomainError('BAD_USER_INPUT', `years must be 2 to ${MOST_YEARS}, not ${count}`, {
        field: 'years',
      });
    const years = yearsBefore(this.today, count);
    const actors = await Promise.all(relationship.actorIds.map((id) => this.reader.one(Actor, id)));
    const kinds = [
      ...new Set(actors.flatMap((actor) => (actor as { kind: ActorKind } | null)?.kind ?? [])),
    ].sort();
    const rise = await this.reader.batch<number>(
      `rise over ${count} years of ${kinds}`,
      (keys) =>
        kinds.every((kind) => kind === ActorKind.STATE)
          ? this.#ofStates(keys, years)
          : this.#ofOthers(keys, years, kinds),
      relationship.actorIds.join(' '),
    );
    return slopeOf(rise, count);
  }

  async #ofStates(keys: readonly string[], years: Years): Promise<number[]> {
    const counters = counterRows({}, this.reader, this.today);
    if (!counters) return this.#ofOthers(keys, years, [ActorKind.STATE]);
    const [ones, others] = [0, 1].map((end) => keys.map((key) => key.split(' ')[end]));
    // More than these, by the index; of all that is counted, only these are kept.
    const isOfThese = sql`t.state_a = ANY(${ones}::uuid[]) AND t.state_b = ANY(${others}::uuid[])`;
    const { listing } = await this.engagements.page({}, null, { first: 0 });
    const set = countedSet(listing, this.reader, this.today);
    return this.#rises(keys, { set, kinds: [ActorKind.STATE], counters: [...counters, isOfThese] }, years);
  }

  /** Among the engagements that any of the pairs has. */
  async #ofOthers(keys: readonly string[], years: Years, kinds: readonly ActorKind[]): Promise<number[]> {
    const { listing } = await this.engagements.page({}, null, { first: 0 });
    const isOfThese = sql`e.id IN (
      SELECT a.engagement_id FROM ${owners(keys)}
        JOIN engagement_actor a ON a.actor_id = owner.id JOIN engagement_actor b ON b.engagement_id = a.engagement_id AND b.actor_id = owner.other)`;
    const set = countedSet({ ...listing, where: [...listing.where, isOfThese] }, this.reader, this.today);
    return this.#rises(keys, { set, kinds, counters: null }, years);
  }

  async #rises(keys: readonly string[], source: Source, years: Years): Promise<number[]> {
    const rows = await this.reader.rows<{ pair: string; rise: string }>(
      sql`SELECT f.pair, sum(f.rise) AS rise FROM (${risesOf(source, years)}) f(pair, count, rise, total)
           WHERE f.pair = ANY(${[...keys]}) GROUP BY f.pair`,
    );
    const rises = new Map(rows.map((row) => [row.pair, Number(row.rise)]));
    return keys.map((key) => rises.get(key) ?? 0);
  }
}

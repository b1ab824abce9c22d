import sql, { type Sql } from 'sql-template-tag';
import type { Page, PageArgs } from '../../platform/read/page';
import type { Reader } from '../../platform/read/reader';
import type { DayRange } from '../record/day-range.entity';
import type { References } from '../record/references.query';
import { Source } from '../source/source.entity';
import { Claim } from './claim.entity';
import type { ClaimRelationFilter } from './claim.input';
import { ClaimRelation } from './claim-relation.entity';
import { delayBetween } from './delay.rule';

export class ClaimRelationQuery {
  constructor(
    private readonly reader: Reader,
    private readonly references: References,
  ) {}

  /** The latest recorded first. */
  async page(filter: ClaimRelationFilter | null | undefined, args: PageArgs): Promise<Page<ClaimRelation>> {
    const name = `claim relations ${JSON.stringify(filter ?? {})}`;
    const where = await this.reader.once(name, () => this.#conditions(filter ?? {}));
    const order = [
      {
        sql: sql`(SELECT c.recorded_at FROM record c WHERE c.id = r.record_id)`,
        type: 'timestamptz' as const,
        descending: true,
      },
    ];
    return this.reader.page(
      { name, entity: ClaimRelation, alias: 'r', where: [STANDS, ...where], order },
      args,
    );
  }

  async #conditions({ kind, about, between, acrossPublishers }: ClaimRelationFilter): Promise<Sql[]> {
    const where: Sql[] = [];
    if (kind != null) where.push(sql`r.kind = ANY(${kind}::text[])`);
    if (about != null) {
      const ids = await this.references.records(about, 'filter.about');
      where.push(sql`EXISTS (SELECT FROM claim_target t WHERE t.record_id IN (r.record_id, r.to_id) AND t.retracted_at IS NULL
        AND t.target_id = ANY(${ids}::uuid[]))`);
    }
    for (const id of between == null ? [] : await this.references.actors(between, 'filter.between'))
      where.push(sql`EXISTS (SELECT FROM claim_actor a JOIN actor v ON v.id = a.actor_id
        WHERE a.claim_id IN (r.record_id, r.to_id) AND v.id = ${id})`);
    if (acrossPublishers != null)
      where.push(
        sql`coalesce(${publisherOf(sql`r.record_id`)} = ${publisherOf(sql`r.to_id`)}, ${OF_ONE_SOURCE}, FALSE) <> ${acrossPublishers}`,
      );
    return where;
  }

  /** From it, and to it. */
  async of(claim: Claim): Promise<ClaimRelation[]> {
    const fromStands = sql`AND EXISTS (SELECT FROM claim c WHERE c.id = claim_relation.record_id AND c.retracted_at IS NULL)`;
    const [from, to] = await Promise.all([
      this.reader.parts(ClaimRelation, claim.id),
      this.reader.parts(ClaimRelation, claim.id, 'to_id', fromStands),
    ]);
    return [...from, ...to];
  }

  async delay(relation: ClaimRelation): Promise<DayRange | null> {
    const published = async (claimId: string) => {
      const claim = await this.reader.one(Claim, claimId);
      return (await this.reader.one(Source, claim?.sourceId))?.published ?? null;
    };
    const [from, to] = await Promise.all([published(relation.recordId), published(relation.toId)]);
    return delayBetween(from, to);
  }
}

/** A relation goes with the claim it is part of. */
const STANDS = sql`r.retracted_at IS NULL AND EXISTS (SELECT FROM claim c WHERE c.id = r.record_id AND c.retracted_at IS NULL)`;

/** Then it has one publisher, whether or not anybody knows which. */
const OF_ONE_SOURCE = sql`(SELECT f.source_id = t.source_id FROM claim f JOIN claim t ON t.id = r.to_id WHERE f.id = r.record_id)`;

/** As far as it may be seen: one that is hidden is unknown. */
function publisherOf(claim: Sql): Sql {
  return sql`(SELECT p.id FROM claim c JOIN source s ON s.id = c.source_id JOIN actor p ON p.id = s.publisher_id WHERE c.id = ${claim})`;
}

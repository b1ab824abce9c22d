import sql, { type Sql } from 'sql-template-tag';
import { byFirstDay } from '../../platform/fuzzy-date/sort-key';
import type { EntityClass } from '../../platform/read/catalog';
import type { OrderKey, Page, PageArgs } from '../../platform/read/page';
import type { Reader } from '../../platform/read/reader';
import { uuidOf } from '../../platform/type-id';
import type { TargetRole } from '../record/claim-terms.entity';
import type { DomainRecord, Part } from '../record/record.entity';
import { Passage } from '../source/passage.entity';
import type { Source } from '../source/source.entity';
import { Attribution } from './attribution.entity';
import { Claim } from './claim.entity';
import { type ClaimFilter, ClaimOrder } from './claim.input';
import type { ClaimConditions } from './claim-conditions.query';
import { ClaimTarget } from './claim-target.entity';

const LONGEST_LABEL = 80;
const MOST_OF_PASSAGE = 50;

const publication = (
  bound: string,
) => sql`(SELECT ${bound === 'latest' ? sql`nullif(s.published_latest, 'infinity')` : sql`nullif(s.published_earliest, '-infinity')`}
  FROM source s WHERE s.id = c.source_id)`;

const ORDERS: { [order in ClaimOrder]: OrderKey[] } = {
  NEWEST: [{ sql: sql`coalesce(${publication('latest')}, '-infinity')`, type: 'date', descending: true }],
  OLDEST: [{ sql: sql`coalesce(${publication('earliest')}, 'infinity')`, type: 'date' }],
  IN_TEXT: [
    { sql: sql`coalesce(c.source_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff')`, type: 'uuid' },
    {
      sql: sql`coalesce((SELECT min(p.start_offset) FROM claim_passage l JOIN passage p ON p.id = l.passage_id
                          WHERE l.record_id = c.id AND l.retracted_at IS NULL), 2147483647)`,
      type: 'integer',
    },
  ],
  MOST_CREDIBLE: [
    { sql: sql`array_position(ARRAY['PREFERRED', 'NORMAL', 'DEPRECATED'], c.standing)`, type: 'integer' },
    { sql: sql`coalesce(c.credibility, 7)::integer`, type: 'integer' },
    {
      sql: sql`coalesce((SELECT o.reliability FROM source s JOIN outlet_standing o ON o.organization_id = s.publisher_id
                          WHERE s.id = c.source_id), 'Z')`,
      type: 'text',
    },
  ],
  VALID_FROM: [{ sql: byFirstDay('c.valid_earliest'), type: 'date' }],
  LAST_CHANGED: [
    {
      sql: sql`(SELECT r.changed_at FROM record r WHERE r.id = c.id)`,
      type: 'timestamptz',
      descending: true,
    },
  ],
};

export class ClaimQuery {
  constructor(
    private readonly reader: Reader,
    private readonly conditions: ClaimConditions,
    private readonly today: string,
  ) {}

  byId(id: string): Promise<Claim | null> {
    return this.reader.one(Claim, uuidOf(id, 'claim', 'id'));
  }

  /** Claims that stand, or those withdrawn. `within` ties them to an owner: the row is `c`. */
  async page(
    filter: ClaimFilter | null | undefined,
    order: ClaimOrder | null | undefined,
    args: PageArgs,
    within?: { name: string; ownerId: string; link: Sql },
  ): Promise<Page<Claim>> {
    const chosen = order ?? ClaimOrder.NEWEST;
    const name = `${within?.name ?? ''} claims ${JSON.stringify(filter ?? {})} ${chosen}`;
    const where = await this.reader.once(name, () => this.conditions.of(filter ?? {}, 'filter'));
    const stands = filter?.isRetracted ? sql`c.retracted_at IS NOT NULL` : sql`c.retracted_at IS NULL`;
    return this.reader.page(
      {
        name,
        entity: Claim,
        alias: 'c',
        where: [stands, ...where],
        order: ORDERS[chosen],
        within,
        filter: filter ?? {},
      },
      args,
    );
  }

  /** Claims that target a record, its parts or its fields, in any role. */
  about(
    record: DomainRecord,
    filter: ClaimFilter | null,
    order: ClaimOrder | null,
    args: PageArgs,
  ): Promise<Page<Claim>> {
    const link = sql`c.id IN (SELECT t.record_id FROM claim_target t WHERE t.target_id = owner.id AND t.retracted_at IS NULL)`;
    return this.page(filter, order, args, { name: 'about', ownerId: record.id, link });
  }

  /** Claims made in a source. */
  madeIn(
    source: Source,
    filter: ClaimFilter | null,
    order: ClaimOrder | null,
    args: PageArgs,
  ): Promise<Page<Claim>> {
    return this.page(filter, order, args, {
      name: 'made in',
      ownerId: source.id,
      link: sql`c.source_id = owner.id`,
    });
  }

  /** Claims that rest on a passage. */
  onPassage(passage: Passage): Promise<Claim[]> {
    return this.#lists(
      'on a passage',
      passage.id,
      MOST_OF_PASSAGE,
      (ids) =>
        sql`SELECT l.passage_id AS owner, c.* FROM claim_passage l JOIN claim c ON c.id = l.record_id
           WHERE l.passage_id = ANY(${ids}::uuid[]) AND l.retracted_at IS NULL AND c.retracted_at IS NULL
             AND ${this.reader.cleared('claim', 'c')} ORDER BY c.id`,
    );
  }

  /** Claims of one statement for many owners, each with its own. */
  #lists(name: string, owner: string, most: number, select: (ids: string[]) => Sql): Promise<Claim[]> {
    return this.reader.batch(
      `claims ${name}`,
      async (ids) => {
        const rows = await this.reader.rows<{ owner: string }>(select(ids));
        const shape = this.reader.catalog.shape(Claim);
        return ids.map((id) =>
          rows
            .filter((row) => row.owner === id)
            .slice(0, most)
            .map((row) => shape.hydrate(row as never)),
        );
      },
      owner,
    );
  }

  async targets(claim: Claim, role: readonly TargetRole[] | null | undefined): Promise<ClaimTarget[]> {
    const all = await this.reader.parts(ClaimTarget, claim.id);
    return role == null ? all : all.filter((target) => role.includes(target.role));
  }

  partOf({ partId, partType }: ClaimTarget): Promise<Part | null> {
    const entity = partType === null ? null : this.reader.catalog.entity(partType);
    return entity === null ? Promise.resolve(null) : this.reader.one(entity as EntityClass<Part>, partId);
  }

  passages(claim: Claim): Promise<Passage[]> {
    return this.reader.batch(
      'passages of a claim',
      async (ids) => {
        const rows = await this.reader.rows<{ owner: string }>(
          sql`SELECT l.record_id AS owner, p.* FROM claim_passage l JOIN passage p ON p.id = l.passage_id
               WHERE l.record_id = ANY(${ids}::uuid[]) AND l.retracted_at IS NULL AND ${this.reader.cleared('passage', 'p')}
               ORDER BY l.ordinal, l.id`,
        );
        const shape = this.reader.catalog.shape(Passage);
        return ids.map((id) =>
          rows.filter((row) => row.owner === id).map((row) => shape.hydrate(row as never)),
        );
      },
      claim.id,
    );
  }

  /** The nearest step first. */
  async attributions(claim: Claim): Promise<Attribution[]> {
    const steps = await this.reader.parts(Attribution, claim.id);
    return steps.sort((a, b) => a.order - b.order);
  }

  isOpen({ valid }: Claim): boolean {
    return valid?.latest == null || valid.latest === 'infinity' || valid.latest >= this.today;
  }

  isStated(claim: Claim): Promise<boolean | null> {
    return this.reader.batch(
      'is stated',
      async (ids) => {
        const rows = await this.reader.rows<{ id: string; stated: boolean | null }>(
          sql`SELECT n.id, claim_is_stated(n.id) AS stated FROM unnest(${ids}::uuid[]) AS n(id)`,
        );
        const stated = new Map(rows.map((row) => [row.id, row.stated]));
        return ids.map((id) => stated.get(id) ?? null);
      },
      claim.id,
    );
  }

  /** Its statement, as long as a label may be. */
  label({ statement }: Claim): string {
    const points = [...statement];
    return points.length <= LONGEST_LABEL
      ? statement
      : `${points
          .slice(0, LONGEST_LABEL - 1)
          .join('')
          .trimEnd()}…`;
  }
}

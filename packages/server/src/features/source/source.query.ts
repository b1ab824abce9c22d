import sql, { type Sql } from 'sql-template-tag';
import { byFirstDay, byLastDay } from '../../platform/fuzzy-date/sort-key';
import type { OrderKey, Page, PageArgs } from '../../platform/read/page';
import type { Reader } from '../../platform/read/reader';
import { uuidOf } from '../../platform/type-id';
import { Organization } from '../actor/actor.entity';
import { Passage } from './passage.entity';
import { Source } from './source.entity';
import { type SourceFilter, SourceOrder } from './source.input';
import { SourceCitation } from './source-citation.entity';
import type { SourceConditions } from './source-conditions.query';
import { SourceText } from './source-text.entity';

const ORDERS: { [order in SourceOrder]: OrderKey[] } = {
  NEWEST: [
    {
      sql: byLastDay('s.published_latest'),
      type: 'date',
      descending: true,
    },
  ],
  OLDEST: [{ sql: byFirstDay('s.published_earliest'), type: 'date' }],
  MOST_CITED: [
    {
      sql: sql`(SELECT count(DISTINCT c.citing_id)::integer FROM source_citing c WHERE c.cited_id = s.id)`,
      type: 'integer',
      descending: true,
    },
  ],
  LAST_CHANGED: [
    {
      sql: sql`(SELECT r.changed_at FROM record r WHERE r.id = s.id)`,
      type: 'timestamptz',
      descending: true,
    },
  ],
};

export class SourceQuery {
  constructor(
    private readonly reader: Reader,
    private readonly conditions: SourceConditions,
  ) {}

  byId(id: string): Promise<Source | null> {
    return this.reader.one(Source, uuidOf(id, 'source', 'id'));
  }

  /** Sources that stand, or those withdrawn. `within` ties them to an owner: the row is `s`. */
  async page(
    filter: SourceFilter | null | undefined,
    order: SourceOrder | null | undefined,
    args: PageArgs,
    within?: { name: string; ownerId: string; link: Sql },
  ): Promise<Page<Source>> {
    const chosen = order ?? SourceOrder.NEWEST;
    const name = `${within?.name ?? ''} sources ${JSON.stringify(filter ?? {})} ${chosen}`;
    const where = await this.reader.once(name, () => this.conditions.of(filter ?? {}, 'filter'));
    const stands = filter?.isRetracted ? sql`s.retracted_at IS NOT NULL` : sql`s.retracted_at IS NULL`;
    return this.reader.page(
      {
        name,
        entity: Source,
        alias: 's',
        where: [stands, ...where],
        order: ORDERS[chosen],
        within,
        filter: filter ?? {},
      },
      args,
    );
  }

  ofPublisher(
    organization: Organization,
    filter: SourceFilter | null,
    order: SourceOrder | null,
    args: PageArgs,
  ): Promise<Page<Source>> {
    return this.page(filter, order, args, {
      name: 'of a publisher',
      ownerId: organization.id,
      link: sql`s.publisher_id = owner.id`,
    });
  }

  /** Sources that repeat it, or refer to it in a claim. */
  citing(source: Source, args: PageArgs): Promise<Page<Source>> {
    return this.page(null, SourceOrder.NEWEST, args, {
      name: 'citing',
      ownerId: source.id,
      link: sql`s.id IN (SELECT c.citing_id FROM source_citing c WHERE c.cited_id = owner.id)`,
    });
  }

  /** What it repeats, as far as that may be seen: a citation without its end would tell that there is one. */
  async repeats(source: Source): Promise<SourceCitation[]> {
    const stands = sql`AND EXISTS (SELECT FROM source t WHERE t.id = source_citation.cites_id AND ${this.reader.cleared('source', 't')})`;
    return this.reader.parts(SourceCitation, source.id, 'record_id', stands);
  }

  /** Its passages in the order of the text: those that claims rest on, those that hold no fact, or all. */
  passages(source: Source, hasClaims: boolean | null, args: PageArgs): Page<Passage> {
    const rests = sql`EXISTS (SELECT FROM claim_passage l JOIN claim c ON c.id = l.record_id AND c.retracted_at IS NULL
      WHERE l.passage_id = p.id AND l.retracted_at IS NULL)`;
    return this.reader.page(
      {
        name: `passages ${hasClaims ?? ''}`,
        entity: Passage,
        alias: 'p',
        where: [
          sql`p.retracted_at IS NULL`,
          ...(hasClaims === null ? [] : [hasClaims ? rests : sql`NOT ${rests}`]),
        ],
        order: [
          { sql: sql`p.start_offset`, type: 'integer' },
          { sql: sql`p.end_offset`, type: 'integer' },
        ],
        within: { ownerId: source.id, link: sql`p.record_id = owner.id` },
      },
      args,
    );
  }

  async text(source: Source): Promise<string | null> {
    const [held] = await this.reader.parts(SourceText, source.id);
    return held?.text ?? null;
  }

  /** Its title, or what sort it is and whose, or what stands at its head: "News article, Alwaght". */
  async label({ title, kind, publisherId, dateline }: Source): Promise<string> {
    if (title) return title;
    const publisher = await this.reader.one(Organization, publisherId);
    const head = dateline?.replace(/[\s–—-]+$/u, '');
    return [worded(kind), publisher?.label ?? head].filter(Boolean).join(', ');
  }
}

const worded = (kind: string) => kind.charAt(0) + kind.slice(1).toLowerCase().replaceAll('_', ' ');

import sql, { raw, type Sql } from 'sql-template-tag';
import { DomainError } from '../../platform/errors';
import { allOf } from '../../platform/read/conditions';
import type { CursorSeal } from '../../platform/read/cursor';
import { owners } from '../../platform/read/owners';
import { LARGEST_PAGE, type PageInfo } from '../../platform/read/page';
import type { Reader } from '../../platform/read/reader';
import { type Actor, ActorKind } from '../actor/actor.entity';
import type { EngagementQuery } from '../engagement/engagement.query';
import type { EngagementFilter } from '../engagement/engagement-filter.input';
import { Direction } from '../record/claim-terms.entity';
import type { References } from '../record/references.query';
import { Relationship } from '../relationship/relationship.entity';
import { countedSet } from './counted-set.rule';
import { counterRows } from './counter-rows.rule';
import { countsOf, knownPairs, risesOf, type Source } from './pair-counts.rule';
import { hasAgreements } from './pair-members.rule';
import { RelationshipFilter, type RelationshipListArgs, RelationshipOrder } from './relationship-list.input';
import { movesSo, TREND_YEARS, yearsBefore } from './trend.rule';

interface Row {
  at: string;
  pair: string;
  key: string;
}

interface Slice {
  items: { node: Relationship; cursor: string }[];
  hasNextPage: boolean;
}

/** What a list of pairs asks the database: the parts that do not hang on its page. */
interface Question {
  name: string;
  /** `of` narrows them to pairs with one of these actors. */
  pairs: (isWhole: boolean, of: readonly string[] | null) => Sql;
  /** Whether pairs without engagements may be among them. */
  hasOthers: boolean;
  where: Sql[];
  /** Whom each pair must have one of; null for anybody. */
  involving: readonly string[] | null;
  /** Asked of each pair `c` that all else lets through. */
  ofAgreements: Sql | null;
  order: RelationshipOrder;
  kinds: readonly ActorKind[];
  owner: string;
}

/** A page of pairs; each part is read only when it is selected. */
export interface RelationshipPage {
  readonly nodes: Promise<Relationship[]>;
  readonly edges: Promise<Slice['items']>;
  readonly pageInfo: Promise<PageInfo>;
  readonly totalCount: Promise<number>;
}

export class RelationshipLists {
  constructor(
    private readonly reader: Reader,
    private readonly seal: CursorSeal,
    private readonly references: References,
    private readonly engagements: EngagementQuery,
    private readonly today: string,
  ) {}

  /** Pairs of two of some kinds, or of an owner with some. */
  async page(args: RelationshipListArgs, owner?: Actor & { kind: ActorKind }): Promise<RelationshipPage> {
    const first = args.first ?? 20;
    if (first < 0 || first > LARGEST_PAGE)
      throw new DomainError(
        'BAD_USER_INPUT',
        `first must be 0 to ${LARGEST_PAGE}, not ${first}; page on with after`,
        { field: 'first' },
      );
    const question = await this.#question(args, owner);
    let slice: Promise<Slice> | undefined;
    const read = () => {
      slice ??= this.#read(question, first, args.after ?? null);
      return slice;
    };
    const count = () => this.#count(question);
    return {
      get nodes() {
        return read().then(({ items }) => items.map(({ node }) => node));
      },
      get edges() {
        return read().then(({ items }) => items);
      },
      get pageInfo() {
        return read().then(({ items, hasNextPage }) => ({
          hasNextPage,
          endCursor: items.at(-1)?.cursor ?? null,
        }));
      },
      get totalCount() {
        return count();
      },
    };
  }

  async #question(
    { filter: given, orderBy }: RelationshipListArgs,
    owner?: Actor & { kind: ActorKind },
  ): Promise<Question> {
    const filter = given ?? new RelationshipFilter();
    const order = orderBy ?? RelationshipOrder.MOST_ENGAGEMENTS;
    const wanted = filter.kind ?? [ActorKind.STATE];
    const kinds = [...new Set([...wanted, ...(owner ? [owner.kind] : [])])].sort();
    const isOfTrend = order === RelationshipOrder.STEEPEST_RISE || filter.trend != null;
    const counted = await this.#source(filter.when ? { when: filter.when } : {}, kinds);
    const rising = isOfTrend ? await this.#source({}, kinds) : null;
    const years = yearsBefore(this.today, TREND_YEARS);
    const cleared = this.reader.cleared('counted', 't');
    const least = filter.engagementsAtLeast ?? 0;
    const involving = filter.involving
      ? await this.references.actors(filter.involving, 'filter.involving')
      : null;
    const areFew = least > 0 || filter.trend != null || filter.involving != null || owner !== undefined;
    const moves = filter.trend === Direction.RISING || filter.trend === Direction.FALLING;
    return {
      name: `relationships ${JSON.stringify(filter)} ${order} ${owner ? kinds : ''} of ${counted.set.name}`,
      kinds: wanted,
      owner: owner?.id ?? '',
      order,
      hasOthers: least < 1 && !moves,
      pairs: (isWhole, of) =>
        sql`SELECT f.pair, sum(f.count)::integer AS count, sum(f.rise)::integer AS rise, sum(f.total)::integer AS total
              FROM (${countsOf(narrowed(counted, of))}${rising ? sql` UNION ALL ${risesOf(narrowed(rising, of), years)}` : sql``}${
                isWhole ? sql` UNION ALL ${knownPairs(counted, cleared)}` : sql``
              }) f(pair, count, rise, total) GROUP BY f.pair`,
      where: [
        ...(least > 0 ? [sql`p.count >= ${least}`] : []),
        ...(filter.trend ? [movesSo(filter.trend, sql`p.rise`, sql`p.total`)] : []),
        ...(involving ? [sql`(a.id = ANY(${involving}::uuid[]) OR b.id = ANY(${involving}::uuid[]))`] : []),
      ],
      involving,
      ofAgreements: filter.hasAgreements == null ? null : hasAgreements(filter.hasAgreements, kinds, areFew),
    };
  }

  async #source(filter: EngagementFilter, kinds: readonly ActorKind[]): Promise<Source> {
    const { listing } = await this.engagements.page(filter, null, { first: 0 });
    const isOfStates = kinds.every((kind) => kind === ActorKind.STATE);
    return {
      set: countedSet(listing, this.reader, this.today),
      kinds,
      counters: isOfStates ? counterRows(filter, this.reader, this.today) : null,
    };
  }

  async #read(question: Question, first: number, after: string | null): Promise<Slice> {
    const list = `${question.name} ${question.owner}`;
    const position = after === null ? null : this.seal.open(list, after);
    if (first === 0) return { items: [], hasNextPage: false };
    const beyond = position && { key: Number(position.keys[0]), pair: position.id };
    const rows = await this.#batch(question, `page ${first} ${after ?? ''}`, async (keys) => {
      // Those that have engagements come first, and mostly fill the page.
      const isEnough = (found: Row[][]) =>
        found.every((own) => own.length > first && Number(own.at(-1)?.key) > 0);
      const quick = await this.#rows(question, keys, first + 1, beyond, false);
      return question.hasOthers && !isEnough(quick)
        ? this.#rows(question, keys, first + 1, beyond, true)
        : quick;
    });
    const items = rows.slice(0, first).map(({ pair, key }) => ({
      node: Object.assign(new Relationship(), { actorIds: pair.split(' ') as [string, string] }),
      cursor: this.seal.seal(list, { keys: [String(key)], id: pair }),
    }));
    return { items, hasNextPage: rows.length > first };
  }

  async #rows(
    question: Question,
    keys: readonly string[],
    most: number,
    beyond: { key: number; pair: string } | null,
    isWhole: boolean,
  ): Promise<Row[][]> {
    const key = question.order === RelationshipOrder.STEEPEST_RISE ? sql`p.rise` : sql`p.count`;
    const after = beyond
      ? sql`(${key} < ${beyond.key} OR (${key} = ${beyond.key} AND p.pair COLLATE "C" > ${beyond.pair}))`
      : sql`TRUE`;
    // In order first: whether two have agreements is then asked only of as many as the page takes.
    const rows = await this.reader.rows<Row>(sql`
      WITH chosen AS MATERIALIZED (${this.#chosen(question, keys, key, isWhole, after)})
      SELECT own.* FROM (SELECT DISTINCT c.at FROM chosen c) o CROSS JOIN LATERAL (
        SELECT c.* FROM (SELECT c.* FROM chosen c WHERE c.at = o.at ORDER BY c.key DESC, c.pair COLLATE "C" OFFSET 0) c
         WHERE ${question.ofAgreements ?? sql`TRUE`} LIMIT ${most}) own`);
    return keys.map((_, index) => rows.filter((row) => Number(row.at) === index + 1));
  }

  /** The pairs of each owner, or all, without their page. */
  #chosen(question: Question, keys: readonly string[], key: Sql, isWhole: boolean, after: Sql): Sql {
    const { kinds, owner } = question;
    const other = sql`CASE WHEN a.id = owner.id THEN b.kind ELSE a.kind END`;
    return sql`
      SELECT ${owner ? sql`owner.at` : sql`1`} AS at, p.pair, ${key} AS key, a.id AS one, b.id AS other
        FROM (${question.pairs(isWhole, owner ? keys : question.involving)}) p
        JOIN actor a ON a.id = left(p.pair, 36)::uuid AND a.retracted_at IS NULL AND ${this.reader.cleared('actor', 'a')}
        JOIN actor b ON b.id = right(p.pair, 36)::uuid AND b.retracted_at IS NULL AND ${this.reader.cleared('actor', 'b')}
        ${owner ? sql`JOIN ${owners(keys)} ON owner.id IN (a.id, b.id) AND ${other} = ANY(${kinds})` : raw('')}
       WHERE ${allOf([...question.where, after])}`;
  }

  #count(question: Question): Promise<number> {
    return this.#batch(question, 'count', async (keys) => {
      const chosen = this.#chosen(question, keys, sql`p.count`, question.hasOthers, sql`TRUE`);
      const rows = await this.reader.rows<{ at: string; count: number }>(sql`
        WITH chosen AS MATERIALIZED (${chosen})
        SELECT c.at, count(*)::integer AS count FROM chosen c WHERE ${question.ofAgreements ?? sql`TRUE`} GROUP BY c.at`);
      return keys.map((_, index) => rows.find((row) => Number(row.at) === index + 1)?.count ?? 0);
    });
  }

  #batch<V>(question: Question, what: string, load: (keys: string[]) => Promise<V[]>): Promise<V> {
    return this.reader.batch(`${question.name} ${what}`, load, question.owner);
  }
}

/** Counters of these alone, which an index finds. */
function narrowed(source: Source, of: readonly string[] | null): Source {
  if (!source.counters || of === null) return source;
  const isOfThese = sql`(t.state_a = ANY(${[...of]}::uuid[]) OR t.state_b = ANY(${[...of]}::uuid[]))`;
  return { ...source, counters: [...source.counters, isOfThese] };
}

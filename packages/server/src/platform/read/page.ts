import sql, { join, raw, type Sql } from 'sql-template-tag';
import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { DomainError } from '../errors';
import { Cursor } from '../scalars';
import type { Catalog, EntityClass } from './catalog';
import { allOf } from './conditions';
import type { CursorSeal } from './cursor';
import { ownerKey, owners, type Within } from './owners';

export const LARGEST_PAGE = 100;

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    defaultValue: 20,
    nullable: true,
    description: 'How many, 0 to 100; 0 for counts alone.',
  })
  first: number | null;

  @Field(() => Cursor, { nullable: true, description: 'The endCursor of the page before.' })
  after?: string | null;
}

/** A key to sort by. It is never null, so that a keyset can compare it: say in `sql` where unknown values stand. */
export interface OrderKey {
  sql: Sql;
  type: 'text' | 'date' | 'integer' | 'bigint' | 'timestamptz' | 'uuid' | 'double precision';
  descending?: boolean;
}

/** A filtered, ordered set of rows: the whole meaning of a connection. */
export interface Listing<T> {
  /** Names the set: equal names mean equal sets. Cursors and batches hang on it. */
  name: string;
  entity: EntityClass<T>;
  /** The alias under which `where` and `order` speak of the row. */
  alias: string;
  where: Sql[];
  order: OrderKey[];
  /** For rows of one owner, or of two: a condition that ties the row to `owner.id`, and to `owner.other`. */
  within?: Within;
  /** What was asked for, as far as it is not in `within`: what is computed over the whole set may know a shorter way to it. */
  filter?: object;
}

/** Knows how large some sets are without reading them. */
export interface Sizes {
  /**
   * The size of a set, in SQL that may speak of its `owner`; null where there is no shorter way than to count. `count` does, among the
   * rows of the set that satisfy something more.
   */
  of(listing: Listing<unknown>, count: (more: Sql) => Sql): Promise<Sql | null>;
}

interface Slice<T> {
  items: { node: T; cursor: string }[];
  hasNextPage: boolean;
}

@ObjectType({ description: 'Where a page ends. Paging is forward only.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follows.' })
  hasNextPage: boolean;

  @Field(() => Cursor, {
    nullable: true,
    description: "The last item's position, to be given as `after`; null on an empty page.",
  })
  endCursor: string | null;
}

/** What a page needs of whoever reads. */
interface Rows {
  readonly catalog: Catalog;
  rows<R>(statement: Sql): Promise<R[]>;
  batch<V>(name: string, load: (keys: string[]) => Promise<V[]>, key: string): Promise<V>;
  cleared(table: string, alias: string): Sql;
  readonly sizes: Sizes | null;
}

/** One page of a listing. Rows and count are read only when they are selected. */
export class Page<T> {
  #slice: Promise<Slice<T>> | null = null;

  constructor(
    private readonly reader: Rows,
    private readonly seal: CursorSeal,
    readonly listing: Listing<T>,
    private readonly args: PageArgs,
  ) {
    const first = args.first ?? 20;
    if (first < 0 || first > LARGEST_PAGE)
      throw new DomainError(
        'BAD_USER_INPUT',
        `first must be 0 to ${LARGEST_PAGE}, not ${first}; page on with after`,
        { field: 'first' },
      );
  }

  get nodes(): Promise<T[]> {
    return this.#read().then(({ items }) => items.map((item) => item.node));
  }

  get edges(): Promise<{ node: T; cursor: string }[]> {
    return this.#read().then(({ items }) => items);
  }

  get pageInfo(): Promise<PageInfo> {
    return this.#read().then(({ items, hasNextPage }) => ({
      hasNextPage,
      endCursor: items.at(-1)?.cursor ?? null,
    }));
  }

  get totalCount(): Promise<number> {
    return this.#count();
  }

  async #count(): Promise<number> {
    const { listing, reader } = this;
    const { table } = reader.catalog.shape(listing.entity);
    const link = listing.within?.link ?? sql`TRUE`;
    const count = (more: Sql) =>
      sql`(SELECT count(*)::integer FROM ${raw(table)} ${raw(listing.alias)} WHERE ${allOf([link, reader.cleared(table, listing.alias), ...listing.where, more])})`;
    const size = async () => (await reader.sizes?.of(listing, count)) ?? count(sql`TRUE`);
    if (!listing.within) {
      const [row] = await reader.rows<{ count: number }>(sql`SELECT ${await size()} AS count`);
      return row?.count ?? 0;
    }
    return reader.batch(
      `count ${listing.name}`,
      async (keys) => {
        const rows = await reader.rows<{ at: string; count: number }>(
          sql`SELECT owner.at, ${await size()} AS count FROM ${owners(keys)}`,
        );
        const counts = new Map(rows.map((row) => [Number(row.at), row.count]));
        return keys.map((_, index) => counts.get(index + 1) ?? 0);
      },
      ownerKey(listing.within),
    );
  }

  #read(): Promise<Slice<T>> {
    this.#slice ??= this.#load();
    return this.#slice;
  }

  async #load(): Promise<Slice<T>> {
    const first = this.args.first ?? 20;
    const { listing, reader } = this;
    const list = `${listing.name} ${listing.within ? ownerKey(listing.within) : ''}`;
    const after = this.args.after == null ? null : this.seal.open(list, this.args.after);
    if (first === 0) return { items: [], hasNextPage: false };
    const conditions =
      after === null ? listing.where : [...listing.where, this.#beyond(after.keys, after.id)];
    const { alias } = listing;
    const { table } = reader.catalog.shape(listing.entity);
    const keys = listing.order.map((key, index) => sql`, (${key.sql})::text AS ${raw(`key_${index}`)}`);
    const order = join(
      [
        ...listing.order.map((key) => sql`${key.sql} ${raw(key.descending ? 'DESC' : 'ASC')}`),
        sql`${raw(alias)}.id ${raw(this.#direction())}`,
      ],
      ', ',
    );
    const item = (
      link: Sql,
    ) => sql`SELECT ${raw(alias)}.* ${keys.length ? join(keys, ' ') : sql``} FROM ${raw(table)} ${raw(alias)}
        WHERE ${allOf([link, reader.cleared(table, alias), ...conditions])} ORDER BY ${order} LIMIT ${first + 1}`;
    const rows = listing.within
      ? await reader.batch(
          `page ${listing.name} ${first} ${this.args.after ?? ''}`,
          async (keys) => {
            const found = await reader.rows<{ owner_at: string }>(
              sql`SELECT owner.at AS owner_at, item.* FROM ${owners(keys)}
                  CROSS JOIN LATERAL (${item(listing.within?.link ?? sql`TRUE`)}) item`,
            );
            return keys.map((_, index) => found.filter((row) => Number(row.owner_at) === index + 1));
          },
          ownerKey(listing.within),
        )
      : await reader.rows<{ [column: string]: unknown }>(item(sql`TRUE`));
    const shape = reader.catalog.shape(listing.entity);
    const items = (rows as { [column: string]: unknown }[]).slice(0, first).map((row) => ({
      node: shape.hydrate(row),
      cursor: this.seal.seal(list, {
        keys: listing.order.map((_, index) => row[`key_${index}`] as string),
        id: String(row.id),
      }),
    }));
    return { items, hasNextPage: rows.length > first };
  }

  /** Ids follow the last key's direction, so that one index serves both. */
  #direction(): 'ASC' | 'DESC' {
    return this.listing.order.at(-1)?.descending ? 'DESC' : 'ASC';
  }

  /** What stands after a position: a key beyond its value, or equal and the next key beyond its own. */
  #beyond(values: (string | null)[], id: string): Sql {
    const { order, alias } = this.listing;
    const keys = [
      ...order.map((key, index) => ({ ...key, value: sql`${values[index]}::${raw(key.type)}` })),
      { sql: sql`${raw(alias)}.id`, descending: this.#direction() === 'DESC', value: sql`${id}::uuid` },
    ];
    // One direction: one comparison of rows, which an index can begin at.
    if (keys.every((key) => Boolean(key.descending) === Boolean(keys[0]?.descending))) {
      const sides = (side: 'sql' | 'value') =>
        join(
          keys.map((key) => key[side]),
          ', ',
        );
      return sql`(${sides('sql')}) ${raw(keys[0]?.descending ? '<' : '>')} (${sides('value')})`;
    }
    return join(
      keys.map((key, index) =>
        allOf([
          ...keys.slice(0, index).map((before) => sql`${before.sql} = ${before.value}`),
          sql`${key.sql} ${raw(key.descending ? '<' : '>')} ${key.value}`,
        ]),
      ),
      ' OR ',
    );
  }
}

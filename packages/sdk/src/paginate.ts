import type { EntenteError, Fault } from './errors.js';

/** One page of a list. */
export interface Page<Item> {
  /** The items. */
  readonly nodes: Item[];
  /** Where the page ends; give it as `after` to go on from here, now or later. Null on an empty page. */
  readonly endCursor: string | null;
  /** Whether more follows. */
  readonly hasNextPage: boolean;
  /** How many in the whole list, counted when the first page was read. */
  readonly totalCount: number;
  /** What could not be read of this page; the rest is there. */
  readonly errors: readonly Fault[];
}

/** How a list is read page by page. */
export interface PageOptions {
  /** How many items a page holds, 1 to 100. Absent: 50. */
  readonly size?: number | undefined;
  /** The `endCursor` of the page before the first one wanted. */
  readonly after?: string | null | undefined;
}

/**
 * A list that is read when it is asked for, and no further: stop iterating, and no other page is fetched.
 * Iterating gives the items; a page that could be read in part only gives its items, then throws.
 *
 * @example
 * ```ts
 * const agreements = entente.agreements.list({ filter: { between: ['QA', 'IQ'] } });
 * for await (const agreement of agreements) console.log(agreement.label);
 * for await (const page of agreements.pages({ size: 100 })) console.log(page.nodes.length, page.endCursor);
 * const newest = await agreements.take(20);
 * const all = await agreements.count();
 * ```
 */
export interface Listing<Item> extends AsyncIterable<Item> {
  /** The pages; a page that could be read in part only carries its errors. */
  pages(options?: PageOptions): AsyncIterableIterator<Page<Item>>;
  /** The first `count` items, or all if there are fewer. */
  take(count: number): Promise<Item[]>;
  /** How many there are, without reading them. */
  count(): Promise<number>;
}

/** A list that the server does not count. */
export interface Uncounted<Item> extends Omit<Listing<Item>, 'count' | 'pages'> {
  /** The pages; a page that could be read in part only carries its errors. */
  pages(options?: PageOptions): AsyncIterableIterator<Omit<Page<Item>, 'totalCount'>>;
}

/** A page as it is answered. */
export interface Connection<Item> {
  readonly nodes: Item[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount?: number;
}

/** What is asked for: `total` only once a list, since to count costs. */
export interface PageRequest {
  readonly first: number;
  readonly after?: string | null | undefined;
  readonly total?: boolean;
}

interface PageAnswer<Item> extends Connection<Item> {
  readonly errors: readonly Fault[];
  /** Made from the first of the errors. */
  readonly error: () => EntenteError;
}

const USUAL_SIZE = 50;
const LARGEST_SIZE = 100;

export function createListing<Item>(read: (page: PageRequest) => Promise<PageAnswer<Item>>): Listing<Item> {
  async function* answers(sizeOf: () => number, after: PageOptions['after'], total?: boolean) {
    for (;;) {
      const answer = await read({ first: sizeOf(), after, total });
      yield answer;
      const { endCursor, hasNextPage } = answer.pageInfo;
      // A cursor that does not move would be asked for again for ever.
      if (!hasNextPage || !endCursor || endCursor === after) return;
      after = endCursor;
      total = false;
    }
  }

  async function* pages({ size = USUAL_SIZE, after }: PageOptions = {}): AsyncGenerator<Page<Item>> {
    let known = 0;
    for await (const { nodes, pageInfo, errors, totalCount = known } of answers(() => size, after, true)) {
      known = totalCount;
      yield { nodes, ...pageInfo, totalCount, errors };
    }
  }

  async function* items(left: number): AsyncGenerator<Item> {
    const size = left === Infinity ? USUAL_SIZE : LARGEST_SIZE;
    if (left)
      for await (const { nodes, errors, error } of answers(() => Math.min(left, size), undefined)) {
        yield* nodes.slice(0, left);
        if (errors.length > 0) throw error();
        left -= nodes.length;
        if (left <= 0) return;
      }
  }

  return {
    [Symbol.asyncIterator]: () => items(Infinity),
    pages,
    async take(count) {
      const taken: Item[] = [];
      for await (const item of items(count)) taken.push(item);
      return taken;
    },
    async count() {
      const { totalCount, errors, error } = await read({ first: 0, total: true });
      if (errors.length > 0) throw error();
      return totalCount ?? 0;
    },
  };
}

import { DomainError } from '../../platform/errors';
import type { PageInfo } from '../../platform/read/page';
import type { Reader } from '../../platform/read/reader';
import { uuidOf } from '../../platform/type-id';
import type { References } from '../record/references.query';
import { type Event, EventConnection, type EventEdge } from './event.entity';
import type { EventContents } from './event.query';
import type { EventCursors, EventPosition } from './event-cursor.rule';
import type { EventFilter } from './event-filter.input';
import { matcherOf } from './event-filter.service';
import type { EventLog } from './event-log.query';
import { EVERYTHING, type Matcher } from './event-match.rule';
import { refuseLost } from './event-position.rule';
import type { LogEntry } from './log-entry.rule';
import { transitionOf } from './transition.rule';

const LARGEST_PAGE = 1_000;
/** A narrow filter reads on so far; then the page is answered as it is, and the next one goes on. */
const MOST_SCANNED = 20_000;
const SCANNED_AT_ONCE = 2_000;

export interface EventPageArgs {
  after?: string | null;
  filter?: EventFilter | null;
  first: number | null;
}

/** The log in the form that is pulled. */
export class EventQuery {
  constructor(
    private readonly reader: Reader,
    private readonly log: EventLog,
    private readonly contents: EventContents,
    private readonly cursors: EventCursors,
    private readonly references: References,
    private readonly clearance: number,
  ) {}

  async byId(id: string, field: string): Promise<Event | null> {
    const entry = await this.#entry(uuidOf(id, 'event', field));
    return entry && this.contents.of(entry, this.clearance);
  }

  #entry(id: string): Promise<LogEntry | null> {
    return this.reader.batch<LogEntry | null>(
      'event entries',
      async (ids) => {
        const found = new Map((await this.log.byVersions(ids)).map((entry) => [entry.id, entry]));
        return ids.map((each) => found.get(each) ?? null);
      },
      id,
    );
  }

  async page({ after, filter, first }: EventPageArgs): Promise<EventConnection> {
    const size = first ?? 100;
    if (size < 0 || size > LARGEST_PAGE)
      throw new DomainError(
        'BAD_USER_INPUT',
        `first must be 0 to ${LARGEST_PAGE}, not ${size}; page on with after`,
        { field: 'first' },
      );
    const { log, contents, cursors, clearance } = this;
    const given = after == null ? null : cursors.read(after, clearance);
    if (given?.snapshotAfter !== undefined)
      throw new DomainError(
        'BAD_USER_INPUT',
        'after is a place within a snapshot, which only the subscription hands out; go on with it there',
        { field: 'after' },
      );
    const matcher = await matcherOf(filter ?? null, this.references);
    const state = await this.reader.once('event log', () => log.state());
    if (given) refuseLost(given, state, cursors);
    const at = (number: number | undefined) => ({ epoch: state.epoch, clearance, number: number ?? 0 });
    const oldest = at(state.oldest[clearance]);
    const head = at(state.heads[clearance]);
    return new EventPage({ log, contents, cursors, matcher }, given ?? oldest, size, { head, oldest });
  }
}

interface Means {
  log: EventLog;
  contents: EventContents;
  cursors: EventCursors;
  matcher: Matcher;
}

/** One page of the log. Events are read only if they are selected. */
class EventPage extends EventConnection {
  override readonly head: string;
  override readonly oldest: string;
  #read: Promise<{ edges: EventEdge[]; pageInfo: PageInfo }> | null = null;

  constructor(
    private readonly means: Means,
    private readonly start: EventPosition,
    private readonly size: number,
    ends: { head: EventPosition; oldest: EventPosition },
  ) {
    super();
    this.head = means.cursors.write(ends.head);
    this.oldest = means.cursors.write(ends.oldest);
    if (size === 0)
      this.#read = Promise.resolve(this.#ended([], start.number, start.number < ends.head.number));
  }

  get edges(): Promise<EventEdge[]> {
    return this.#load().then(({ edges }) => edges);
  }

  get nodes(): Promise<Event[]> {
    return this.#load().then(({ edges }) => edges.map(({ node }) => node));
  }

  get pageInfo(): Promise<PageInfo> {
    return this.#load().then(({ pageInfo }) => pageInfo);
  }

  #load(): Promise<{ edges: EventEdge[]; pageInfo: PageInfo }> {
    this.#read ??= this.#scan();
    return this.#read;
  }

  /** One event more than the page takes is looked for, so that `hasNextPage` is true only if something follows, or may. */
  async #scan() {
    const { size, means } = this;
    const step = means.matcher === EVERYTHING ? size + 1 : SCANNED_AT_ONCE;
    const edges: EventEdge[] = [];
    let number = this.start.number;
    for (let scanned = 0; scanned < MOST_SCANNED; ) {
      const limit = Math.min(step, MOST_SCANNED - scanned);
      const entries = await means.log.after(this.start.clearance, number, limit);
      for await (const edge of this.#told(entries, size + 1 - edges.length)) edges.push(edge);
      if (edges.length > size)
        return this.#ended(edges.slice(0, size), edges[size - 1]?.cursor ?? number, true);
      number = entries.at(-1)?.numbers[this.start.clearance] ?? number;
      scanned += entries.length;
      if (entries.length < limit) return this.#ended(edges, number, false);
    }
    return this.#ended(edges, number, true);
  }

  /** At most so many of these as matter and are not hidden by now. */
  async *#told(entries: readonly LogEntry[], most: number): AsyncGenerator<EventEdge> {
    const { clearance } = this.start;
    const wanted = entries.flatMap((entry) => {
      const transition = transitionOf(entry, this.means.matcher, clearance);
      return transition ? [{ entry, transition }] : [];
    });
    for (let taken = 0; most > 0 && taken < wanted.length; ) {
      const tried = wanted.slice(taken, taken + most);
      taken += tried.length;
      const nodes = await Promise.all(tried.map(({ entry }) => this.means.contents.of(entry, clearance)));
      for (const [index, { entry, transition }] of tried.entries()) {
        const node = nodes[index];
        if (!node) continue;
        most--;
        yield { cursor: this.#cursor(entry.numbers[clearance] ?? 0), transition, node };
      }
    }
  }

  #cursor(number: number): string {
    return this.means.cursors.write({ ...this.start, number });
  }

  #ended(edges: EventEdge[], end: number | string, hasNextPage: boolean) {
    const endCursor = typeof end === 'string' ? end : this.#cursor(end);
    return { edges, pageInfo: { hasNextPage, endCursor } };
  }
}

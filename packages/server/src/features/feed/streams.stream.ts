import { createSourceEventStream, type DocumentNode, type GraphQLSchema } from 'graphql';
import { DomainError, type ErrorCode } from '../../platform/errors';
import type { Logger } from '../../platform/log';
import { CatchUp } from './catch-up.stream';
import type { EventCursors } from './event-cursor.rule';
import { matcherOf } from './event-filter.service';
import type { EventLog } from './event-log.query';
import type { EventTail } from './event-tail.stream';
import type { Frame, Sink, StreamViewer } from './frame.stream';
import { FrameMaker, type Recipe } from './frame-maker.stream';
import { Group, type Member, type Place } from './group.stream';
import type { LogEntry } from './log-entry.rule';
import { epochChanged, LogPages } from './log-pages.stream';
import { MatchIndex } from './match-index.rule';
import { MemoryBudget } from './memory-budget.rule';
import { type OpenReading, Readings } from './readings.stream';
import { RequestedStream } from './requested-stream.rule';
import { streamDocumentOf, variablesOf } from './stream-document.rule';
import { narrowed, type StreamRequest } from './stream-request.rule';
import { StreamStarts } from './stream-starts.stream';
import { Subscriber } from './subscriber.stream';
import { Turns } from './turns.stream';

export type { Frame, Sink };

/** A subscription as a transport asks for it. */
export interface StreamAsk {
  /** Validated, its limits checked. Give the same object for the same text: what is derived from it is kept with it. */
  document: DocumentNode;
  variables: Record<string, unknown>;
  operationName: string | null;
  viewer: StreamViewer;
  requestId: string;
  /** Of a client that comes back; stands above `after`. */
  lastEventId?: string | null;
}

export interface StreamsOptions {
  schema: GraphQLSchema;
  tail: EventTail;
  /** As the owner of the log. */
  log: EventLog;
  cursors: EventCursors;
  open: OpenReading;
  deadlineMs: number;
  /** What an error means, whatever threw it. */
  codeOf(error: unknown): ErrorCode;
  /** An error as the client reads it. */
  formatError(error: unknown): unknown;
  logger: Logger;
}

/** Frames kept for those who could not take them yet. */
const KEPT_BYTES = 16 * 1024 * 1024;
/** How often those who took no more are looked at, in case nobody says that they do. */
const LOOK_AGAIN_MS = 50;
const CHECKPOINTS_MS = 250;
/** At a time: ten thousand groups that began together would else hold up events together. */
const MOST_CHECKPOINTS = 250;
/** Executions of all groups at a time. */
const MOST_MAKING = 2_000;
/** Until this process has noticed that the log was restored. */
const SETTLES_MS = 500;
/** When the log was not read for so long, what was made before may tell of what is hidden by now. */
const STALE_MS = 2_000;

/** Every subscription of the process. */
export class Streams {
  readonly #groups = new Map<string, Promise<Group>>();
  readonly #recipes = new Map<string, Recipe>();
  readonly #indexes = Array.from({ length: 5 }, () => new MatchIndex<Group>());
  readonly #aside = new Set<Member>();
  readonly #subscribers = new Map<Group, Set<Member>>();
  readonly #readings: Readings;
  readonly #maker: FrameMaker;
  readonly #pages: LogPages;
  readonly #starts: StreamStarts;
  readonly #catchUp: CatchUp;
  readonly #budget = new MemoryBudget(KEPT_BYTES);
  readonly #turns = new Turns(MOST_MAKING);
  readonly #timers: NodeJS.Timeout[];
  readonly #unlisten: () => void;
  #count = 0;
  #isStopped = false;

  constructor(private readonly options: StreamsOptions) {
    const { tail, log, cursors, open, deadlineMs, codeOf, formatError, logger } = options;
    this.#readings = new Readings(
      open,
      deadlineMs,
      () => new DomainError('DEADLINE_EXCEEDED', `No frame within ${deadlineMs} ms; select less`),
    );
    this.#maker = new FrameMaker({ readings: this.#readings, cursors, log: logger, codeOf, formatError });
    this.#pages = new LogPages(tail, log, cursors, (error) => codeOf(error) === 'OVERLOADED');
    this.#starts = new StreamStarts(log, cursors);
    this.#catchUp = new CatchUp({
      pages: this.#pages,
      log,
      maker: this.#maker,
      setAside: (subscriber) => this.#setAside(subscriber),
      place: (subscriber) => this.#place(subscriber),
    });
    this.#unlisten = tail.listen({
      appended: (entries) => this.#appended(entries),
      jumped: (heads) => {
        for (const group of this.#subscribers.keys()) group.readOn(heads[group.clearance] ?? 0);
      },
      renewed: () => {
        for (const group of [...this.#subscribers.keys()]) this.#failAll(group, epochChanged());
      },
    });
    this.#timers = [
      setInterval(() => this.#lookAgain(), LOOK_AGAIN_MS),
      setInterval(() => this.#sendCheckpoints(), CHECKPOINTS_MS),
    ];
  }

  /** Subscriptions that are live. */
  get count(): number {
    return this.#count;
  }

  /** For those who watch it: how many groups share executions, and how many there were. */
  get figures(): { groups: number; executions: number; keptBytes: number; aside: number } {
    return {
      groups: this.#subscribers.size,
      executions: this.#maker.executions,
      keptBytes: this.#budget.bytes,
      aside: this.#aside.size,
    };
  }

  /**
   * Throws before anything is attached. Once it resolves the subscription is live: only then may a transport acknowledge it.
   */
  async attach(ask: StreamAsk, sink: Sink): Promise<{ detach(): void }> {
    const request = await this.#requestOf(ask);
    const { clearance } = ask.viewer;
    const start = await this.#starts.of(request, clearance, ask.lastEventId ?? null);
    let group = await this.#groupFor(ask, request);
    // The last one may have left it while we waited.
    while (!this.#subscribers.has(group)) group = await this.#groupFor(ask, request);
    // Nothing may come between this line and the last: what the index finds from here on is for this subscriber too.
    if (this.#isStopped) throw new DomainError('OVERLOADED', 'The server is stopping; connect again');
    if (start.epoch !== this.options.tail.epoch || group.epoch !== start.epoch) {
      this.#leaveIfEmpty(group);
      throw new DomainError('OVERLOADED', 'The event log was restored just now; connect again', {
        retryAfterMs: SETTLES_MS,
      });
    }
    const subscriber: Member = new Subscriber(group, sink, start.number, start.snapshotAfter, () =>
      this.#left(subscriber),
    );
    this.#subscribers.get(group)?.add(subscriber);
    this.#count++;
    group.recipe.subscribers++;
    sink.onDrain = () => {
      if (!subscriber.hasRoom() && this.#aside.delete(subscriber)) this.#place(subscriber);
    };
    this.#place(subscriber);
    return { detach: () => subscriber.end() };
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#pages.isStopped = true;
    this.#unlisten();
    for (const timer of this.#timers) clearInterval(timer);
    for (const subscribers of this.#subscribers.values())
      for (const subscriber of [...subscribers]) subscriber.end();
  }

  async #requestOf({ document, variables, operationName, viewer }: StreamAsk): Promise<StreamRequest> {
    const source = await createSourceEventStream({
      schema: this.options.schema,
      document,
      variableValues: variables,
      operationName,
      contextValue: { viewer },
    });
    if (source instanceof RequestedStream) return source.request;
    if ('errors' in source && source.errors?.[0]) throw source.errors[0];
    throw new Error('the field hands back no stream of the feed');
  }

  /** One for all who ask for the same. */
  async #groupFor(ask: StreamAsk, request: StreamRequest): Promise<Group> {
    const { schema } = this.options;
    const { shared, sharedText, selection, selectionText } = streamDocumentOf(
      ask.document,
      ask.operationName,
    );
    const { viewer } = ask;
    const rights = `${viewer.clearance} ${viewer.mayWrite} ${JSON.stringify(viewer.account)}`;
    const key = `${rights} ${variablesOf(schema, shared, ask.variables).text} ${sharedText}`;
    for (;;) {
      let group = this.#groups.get(key);
      if (!group) {
        const { given, text } = variablesOf(schema, selection, ask.variables);
        const recipe: Recipe = {
          key: `${rights} ${text} ${selectionText}`,
          field: request.field,
          document: selection,
          variables: given,
          viewer,
          remembered: new Map(),
          users: 0,
          subscribers: 0,
        };
        group = this.#makeGroup(key, request, recipe);
        this.#groups.set(key, group);
      }
      try {
        const made = await group;
        if (this.#groups.get(key) === group) return made;
      } catch (error) {
        if (this.#groups.get(key) === group) this.#groups.delete(key);
        throw error;
      }
    }
  }

  async #makeGroup(key: string, request: StreamRequest, fresh: Recipe): Promise<Group> {
    const { tail } = this.options;
    const filter = await this.#readings.use(fresh.viewer, ({ references }) =>
      matcherOf(request.filter, references),
    );
    if (tail.epoch === null) throw new DomainError('OVERLOADED', 'The event log was not read yet; try again');
    const recipe = this.#recipes.get(fresh.key) ?? fresh;
    this.#recipes.set(recipe.key, recipe);
    this.#maker.use(recipe);
    const group: Group = new Group(
      key,
      recipe,
      narrowed(request.field, filter),
      request.checkpointSeconds,
      tail.epoch,
      {
        tail,
        pages: this.#pages,
        maker: this.#maker,
        budget: this.#budget,
        turns: this.#turns,
        setAside: (subscriber) => this.#setAside(subscriber),
        failAll: (error) => this.#failAll(group, error),
      },
    );
    this.#subscribers.set(group, new Set());
    this.#indexes[group.clearance]?.add(group);
    return group;
  }

  #left(subscriber: Member): void {
    const { group } = subscriber;
    this.#count--;
    group.recipe.subscribers--;
    subscriber.sink.onDrain = null;
    this.#aside.delete(subscriber);
    group.live.delete(subscriber);
    this.#subscribers.get(group)?.delete(subscriber);
    this.#leaveIfEmpty(group);
  }

  #leaveIfEmpty(group: Group): void {
    if (this.#subscribers.get(group)?.size !== 0) return;
    this.#subscribers.delete(group);
    this.#groups.delete(group.key);
    this.#indexes[group.clearance]?.delete(group);
    group.end();
    this.#maker.leave(group.recipe);
    if (group.recipe.users === 0) this.#recipes.delete(group.recipe.key);
  }

  #failAll(group: Group, error: unknown): void {
    for (const subscriber of [...(this.#subscribers.get(group) ?? [])]) subscriber.fail(error);
    this.#leaveIfEmpty(group);
  }

  /** Wherever it is best served from: its group, the ring or the log. */
  #place(subscriber: Member): void {
    if (subscriber.isEnded) return;
    const place = this.#placeOf(subscriber);
    if (place === 'BEHIND') this.#catchUp.add(subscriber);
    else if (place === 'ASIDE') this.#setAside(subscriber);
  }

  #placeOf(subscriber: Member): Place {
    if (subscriber.snapshotAfter !== null) return 'BEHIND';
    return this.options.tail.ageMs > STALE_MS ? 'ASIDE' : subscriber.group.resume(subscriber);
  }

  #setAside(subscriber: Member): void {
    if (!subscriber.isEnded) this.#aside.add(subscriber);
  }

  #lookAgain(): void {
    for (const subscriber of this.#aside)
      if (subscriber.takes) {
        this.#aside.delete(subscriber);
        this.#place(subscriber);
      }
  }

  #sendCheckpoints(): void {
    const now = performance.now();
    let made = 0;
    for (const group of this.#subscribers.keys())
      if (group.checkpointIfDue(now) && ++made === MOST_CHECKPOINTS) return;
  }

  #appended(entries: readonly LogEntry[]): void {
    const wanted = new Set<Group>();
    for (const entry of entries) {
      this.#forgetHidden(entry);
      for (const [clearance, index] of this.#indexes.entries())
        if (entry.numbers[clearance] !== null && !index.isEmpty)
          for (const group of index.candidates(entry)) {
            this.#offer(group, entry);
            wanted.add(group);
          }
    }
    for (const group of wanted) group.pump();
  }

  /** A filter that fails ends its group, and must not keep others from what follows. */
  #offer(group: Group, entry: LogEntry): void {
    try {
      group.offer(entry);
    } catch (error) {
      group.fail(error);
    }
  }

  /** What was made before a marking was raised, or a record erased, may hold what is hidden from now on. */
  #forgetHidden({ change, marking, formerMarking }: LogEntry): void {
    const isErased = change === 'EXPUNGED';
    if (!isErased && (formerMarking === null || marking <= formerMarking)) return;
    if (isErased) this.#pages.forget();
    for (let clearance = 0; clearance < this.#indexes.length; clearance++)
      if (isErased || (clearance >= (formerMarking ?? 0) && clearance < marking)) {
        this.#maker.forget(clearance);
        for (const group of this.#subscribers.keys()) if (group.clearance === clearance) group.forget();
      }
  }
}

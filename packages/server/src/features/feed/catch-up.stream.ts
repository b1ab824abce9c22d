import { Change } from '../record/version.entity';
import type { Transition } from './event.entity';
import type { EventLog, Subject } from './event-log.query';
import type { Frame } from './frame.stream';
import { Abandoned, type FrameMaker } from './frame-maker.stream';
import type { Group, Member } from './group.stream';
import type { LogEntry } from './log-entry.rule';
import { type LogPages, numberOf } from './log-pages.stream';

/** Subscribers that read at a time. */
const MOST_AT_ONCE = 8;
/** How long one of them is waited for that takes no more, before its turn ends. */
const PATIENCE_MS = 20;
/** Executions that read together. */
const CHUNK = 250;
const RECORDS = 500;
const CHANGES = Object.values(Change);

interface Wanted {
  entry: LogEntry;
  transition: Transition;
}

/** Frames of a chunk, and what had been hidden before they were made. */
interface Made {
  chunk: readonly Wanted[];
  frames: readonly (Frame | null)[];
  hidings: number;
}

export interface CatchUpMeans {
  readonly pages: LogPages;
  readonly log: EventLog;
  readonly maker: FrameMaker;
  /** It takes no more for now. */
  setAside(subscriber: Member): void;
  /** It has come a page further. */
  place(subscriber: Member): void;
}

/**
 * Brings those who are behind up to their groups, a page each in turn, so that one with a long way does not hold up the others. What is
 * read for one that takes no more is let go.
 */
export class CatchUp {
  readonly #waiting: Member[] = [];
  #running = 0;

  constructor(private readonly means: CatchUpMeans) {}

  add(subscriber: Member): void {
    this.#waiting.push(subscriber);
    this.#run();
  }

  #run(): void {
    while (this.#running < MOST_AT_ONCE) {
      const subscriber = this.#waiting.shift();
      if (!subscriber) return;
      if (subscriber.isEnded) continue;
      this.#running++;
      const turn = subscriber.snapshotAfter === null ? this.#readOn(subscriber) : this.#snapshot(subscriber);
      turn
        .then((goesOn) => {
          if (goesOn) this.means.place(subscriber);
          else if (!subscriber.isEnded) this.means.setAside(subscriber);
        })
        .catch((error) => {
          if (!(error instanceof Abandoned)) subscriber.fail(error);
        })
        .finally(() => {
          this.#running--;
          this.#run();
        });
    }
  }

  /** False if it takes no more for now. */
  async #readOn(subscriber: Member): Promise<boolean> {
    const { group } = subscriber;
    const entries = await this.means.pages.after(group.clearance, subscriber.at);
    const chunks = chunksOf(group, entries);
    if (!subscriber.takes) return false;
    let ahead: Promise<Made> | null = null;
    for (const [index, chunk] of chunks.entries()) {
      const made: Made = await (ahead ?? this.#made(group, chunk));
      const following = chunks[index + 1];
      // The database reads for the next ones while these are sent.
      ahead = following ? this.#made(group, following) : null;
      // If it fails, that is told when its turn comes.
      ahead?.catch(() => undefined);
      if (await this.#sendAll(subscriber, made)) continue;
      ahead?.then(
        (unused) => this.#putBack(group, unused, 0),
        () => undefined,
      );
      return false;
    }
    if (entries.length > 0) subscriber.at = numberOf(entries.at(-1), group.clearance);
    return this.#checkpoint(subscriber);
  }

  async #sendAll(subscriber: Member, made: Made): Promise<boolean> {
    const { group } = subscriber;
    for (const [index, { entry }] of made.chunk.entries()) {
      const takes = subscriber.takes || (await subscriber.takesWithin(PATIENCE_MS));
      if (!takes || !this.#isGood(group, made)) {
        this.#putBack(group, made, index);
        return false;
      }
      subscriber.at = numberOf(entry, group.clearance);
      this.#send(subscriber, made.frames[index]);
    }
    return true;
  }

  /** It will soon take again, most likely: what was made for it is not made twice. */
  #putBack(group: Group, made: Made, from: number): void {
    if (!this.#isGood(group, made)) return;
    for (const [index, { entry, transition }] of made.chunk.entries())
      if (index >= from)
        this.means.maker.putBack(group.recipe, entry, transition, made.frames[index] ?? null);
  }

  async #made(group: Group, chunk: readonly Wanted[]): Promise<Made> {
    const { maker } = this.means;
    const hidings = maker.hidings(group.clearance);
    const frames = await Promise.all(
      chunk.map(({ entry, transition }) => maker.event(group.recipe, group.epoch, entry, transition)),
    );
    return { chunk, frames, hidings };
  }

  /** If something was hidden since, it is made anew, in another turn. */
  #isGood(group: Group, { hidings }: Made): boolean {
    return hidings === this.means.maker.hidings(group.clearance);
  }

  /**
   * Records by id, as the stream last told of them and as they may be seen now. No transaction spans the pages: whatever happens to a
   * record after the head was read is in the log, which follows.
   */
  async #snapshot(subscriber: Member): Promise<boolean> {
    const { maker, log } = this.means;
    const { group } = subscriber;
    const position = { epoch: group.epoch, clearance: group.clearance, number: subscriber.at };
    const subjects = await this.means.pages.persist(() =>
      log.subjects(group.clearance, subscriber.snapshotAfter || null, RECORDS),
    );
    const wanted = subjects.filter((subject) => isIn(group, subject));
    for (let done = 0; done < wanted.length; done += CHUNK) {
      if (!subscriber.takes) return false;
      const chunk = wanted.slice(done, done + CHUNK);
      const frames = await Promise.all(
        chunk.map(({ recordId }) => maker.record(group.recipe, recordId, position)),
      );
      for (const [index, { recordId }] of chunk.entries()) {
        if (!subscriber.takes) return false;
        subscriber.snapshotAfter = recordId;
        this.#send(subscriber, frames[index]);
      }
    }
    if (subjects.length === RECORDS) {
      subscriber.snapshotAfter = subjects.at(-1)?.recordId ?? '';
      return this.#checkpoint(subscriber);
    }
    const end = await maker.snapshotEnd(group.recipe, position);
    if (!subscriber.takes) return false;
    subscriber.snapshotAfter = null;
    this.#send(subscriber, end);
    return true;
  }

  /** One that reads much and finds little is told how far it came. */
  async #checkpoint(subscriber: Member): Promise<boolean> {
    const { group, at: number, snapshotAfter } = subscriber;
    const { checkpointSeconds, epoch, clearance } = group;
    const isDue =
      checkpointSeconds !== null && performance.now() - subscriber.sentAt >= checkpointSeconds * 1_000;
    if (!isDue) return true;
    const position = { epoch, clearance, number, ...(snapshotAfter ? { snapshotAfter } : {}) };
    // Whoever has the whole snapshot before it can resume nowhere in it.
    if (snapshotAfter === '') return true;
    const frame = await this.means.maker.checkpoint(group.recipe, position, () => group.lagAfter(number));
    if (!subscriber.takes) return false;
    this.#send(subscriber, frame);
    return true;
  }

  #send(subscriber: Member, frame: Frame | null | undefined): void {
    if (!frame) return;
    subscriber.sentAt = performance.now();
    subscriber.send(frame);
  }
}

/** What a filter says of changes is about events; a record is in if some change would bring it in. */
function isIn({ matcher, clearance, recipe }: Group, { recordId, recordType, facets }: Subject): boolean {
  if (recipe.field !== 'events') return false;
  return CHANGES.some((change) => matcher.matches({ recordId, recordType, change }, facets, clearance));
}

function chunksOf(group: Group, entries: readonly LogEntry[]): Wanted[][] {
  const chunks: Wanted[][] = [];
  for (const entry of entries) {
    const transition = group.meaningOf(entry);
    if (transition === null) continue;
    const last = chunks.at(-1);
    if (last && last.length < CHUNK) last.push({ entry, transition });
    else chunks.push([{ entry, transition }]);
  }
  return chunks;
}

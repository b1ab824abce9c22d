import type { Transition } from './event.entity';
import type { Matcher } from './event-match.rule';
import type { EventTail } from './event-tail.stream';
import type { Frame } from './frame.stream';
import { Abandoned, type FrameMaker, type Recipe } from './frame-maker.stream';
import type { LogEntry } from './log-entry.rule';
import { type LogPages, numberOf } from './log-pages.stream';
import type { MemoryBudget } from './memory-budget.rule';
import { meaningOf } from './stream-request.rule';
import type { Subscriber } from './subscriber.stream';
import type { Turns } from './turns.stream';

/** Executions of one group at a time. */
const MOST_MAKING = 64;
/** Events that wait for their execution; what comes after is read again from the ring or the log. */
const MOST_QUEUED = 1_000;
const MOST_FRAMES = 256;
const FRAME_BYTES = 200;

/** An event, or a checkpoint, whose frame is being made; handed on in the order in which they stand. */
interface Slot {
  readonly number: number;
  /** Null: a checkpoint. */
  readonly told: { entry: LogEntry; transition: Transition } | null;
  isMade: boolean;
  frame: Frame | null;
  hidings: number;
}

interface Kept {
  number: number;
  frame: Frame;
  drop(): void;
}

export interface GroupMeans {
  readonly tail: EventTail;
  readonly pages: LogPages;
  readonly maker: FrameMaker;
  readonly budget: MemoryBudget;
  readonly turns: Turns;
  /** Takes no more for now. */
  setAside(subscriber: Member): void;
  /** None of a group's can go on. */
  failAll(error: unknown): void;
}

/** One of a group. */
export type Member = Subscriber<Group>;

/** Where a subscriber stands to its group. */
export type Place = 'LIVE' | 'ASIDE' | 'BEHIND';

/** All who ask for the same with the same rights: one execution and one text an event, sent to each of them. */
export class Group {
  readonly live = new Set<Member>();
  readonly #queue: Slot[] = [];
  #making = 0;
  /** The next of the queue to be made. */
  #next = 0;
  /** While events are found by reading on, not by the index: up to where that has come. */
  #scanned: number | null = null;
  #drained: () => void = () => undefined;
  /** Frames made lately, for those who could not take them: all that matter after `#floor`. */
  readonly #frames: Kept[] = [];
  #floor: number;
  #isEnded = false;
  #checkpointAt: number;

  constructor(
    readonly key: string,
    readonly recipe: Recipe,
    readonly matcher: Matcher,
    readonly checkpointSeconds: number | null,
    readonly epoch: string,
    private readonly means: GroupMeans,
  ) {
    this.#floor = this.#lane.head;
    this.#checkpointAt = this.#nextCheckpoint();
  }

  get clearance(): number {
    return this.recipe.viewer.clearance;
  }

  get #lane() {
    return this.means.tail.ring.lane(this.clearance);
  }

  /** Everything up to and including it is dealt with. */
  get position(): number {
    const waiting = this.#queue.find(({ told }) => told !== null);
    return waiting ? waiting.number - 1 : (this.#scanned ?? this.#lane.head);
  }

  meaningOf(entry: LogEntry): Transition | null {
    return meaningOf(this.recipe.field, entry, this.matcher, this.clearance);
  }

  /** The index found an event for it. To be followed by `pump`, once for all that were found together. */
  offer(entry: LogEntry): void {
    if (this.#scanned !== null) return;
    const transition = this.meaningOf(entry);
    if (transition === null) return;
    if (this.#queue.length < MOST_QUEUED) this.#push(entry, transition);
    else this.#readOn(numberOf(entry, this.clearance) - 1);
  }

  /** The ring went on elsewhere: what was not offered is read. */
  readOn(from: number): void {
    if (this.#scanned === null) this.#readOn(from);
  }

  #readOn(from: number): void {
    this.#scanned = from;
    this.#scan().catch((error) => this.fail(error));
  }

  #push(entry: LogEntry, transition: Transition): void {
    this.#queue.push({
      number: numberOf(entry, this.clearance),
      told: { entry, transition },
      isMade: false,
      frame: null,
      hidings: 0,
    });
  }

  async #scan(): Promise<void> {
    while (!this.#isEnded && this.#scanned !== null) {
      if (this.#queue.length > 0) await new Promise<void>((resolve) => (this.#drained = resolve));
      const entries = await this.means.pages.after(this.clearance, this.#scanned);
      if (this.#isEnded) return;
      for (const entry of entries) {
        const transition = this.meaningOf(entry);
        if (transition !== null) this.#push(entry, transition);
      }
      const read = entries.length > 0 ? numberOf(entries.at(-1), this.clearance) : this.#scanned;
      // From here on the index finds what comes, since nothing can come between this line and the next.
      this.#scanned = read >= this.#lane.head ? null : read;
      this.pump();
    }
  }

  /** Begins as many executions as may run, in one turn of the event loop, so that they read together. */
  pump(): void {
    if (this.#isEnded || this.#making > MOST_MAKING / 2) return;
    while (this.#making < MOST_MAKING) {
      const slot = this.#queue[this.#next];
      if (!slot || !this.means.turns.take(this)) return;
      this.#next++;
      this.#make(slot);
    }
  }

  #make(slot: Slot): void {
    const { maker } = this.means;
    this.#making++;
    slot.hidings = maker.hidings(this.clearance);
    const making = slot.told
      ? maker.event(this.recipe, this.epoch, slot.told.entry, slot.told.transition)
      : maker.checkpoint(
          this.recipe,
          { epoch: this.epoch, clearance: this.clearance, number: slot.number },
          () => this.lagMs,
        );
    making
      .finally(() => this.means.turns.giveBack())
      .then(
        (frame) => {
          this.#making--;
          slot.isMade = true;
          slot.frame = frame;
          this.#flush();
        },
        (error) => {
          this.#making--;
          this.fail(error);
        },
      )
      .catch((error) => this.fail(error));
  }

  #flush(): void {
    if (this.#isEnded) return;
    let done = 0;
    for (const slot of this.#queue) {
      if (!slot.isMade) break;
      if (slot.frame && slot.told && slot.hidings < this.means.maker.hidings(this.clearance)) {
        // Something was hidden since: whether this still may be told is to be seen anew.
        slot.isMade = false;
        this.means.turns.insist();
        this.#make(slot);
        break;
      }
      done++;
    }
    const slots = this.#queue.splice(0, done);
    this.#next -= done;
    for (const slot of slots) if (slot.frame) this.#deliver(slot.number, slot.frame, slot.told !== null);
    if (this.#queue.length === 0) this.#drained();
    else this.pump();
  }

  #deliver(number: number, frame: Frame, isEvent: boolean): void {
    if (isEvent) this.#keep(number, frame);
    this.#checkpointAt = this.#nextCheckpoint();
    for (const subscriber of this.live) {
      if (number < subscriber.at || (isEvent && number === subscriber.at)) continue;
      if (subscriber.sink.isFull) {
        this.live.delete(subscriber);
        subscriber.at = isEvent ? number - 1 : number;
        this.means.setAside(subscriber);
      } else {
        subscriber.at = number;
        subscriber.send(frame);
      }
    }
  }

  #keep(number: number, frame: Frame): void {
    const kept: Kept = { number, frame, drop: () => undefined };
    this.#frames.push(kept);
    kept.drop = this.means.budget.hold(frame.body.length + FRAME_BYTES, () => this.#dropThrough(number));
    if (this.#frames.length > MOST_FRAMES) this.#dropThrough(this.#frames[0]?.number ?? 0);
  }

  #dropThrough(number: number): void {
    while (this.#frames[0] && this.#frames[0].number <= number) this.#frames.shift()?.drop();
    this.#floor = Math.max(this.#floor, number);
  }

  /** Nothing made before is given out again: something was hidden. */
  forget(): void {
    const last = this.#frames.at(-1);
    if (last) this.#dropThrough(last.number);
  }

  /** Gives it what it has not had, as far as that is at hand and it takes it. */
  resume(subscriber: Member): Place {
    if (subscriber.at < this.#floor) return 'BEHIND';
    for (let index = this.#firstAfter(subscriber.at); index < this.#frames.length; index++) {
      if (!subscriber.takes) return 'ASIDE';
      const { number, frame } = this.#frames[index] as Kept;
      subscriber.at = number;
      subscriber.send(frame);
    }
    if (!subscriber.isEnded) this.live.add(subscriber);
    return 'LIVE';
  }

  #firstAfter(number: number): number {
    let low = 0;
    let high = this.#frames.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#frames[middle] as Kept).number > number) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** How long what is told now has been in the log; when the log could not be read, as long as that is ago. */
  get lagMs(): number {
    return this.lagAfter(this.position);
  }

  lagAfter(position: number): number {
    const waiting = this.#lane.get(position + 1);
    const age = this.means.tail.ageMs;
    return Math.max(waiting ? Date.now() - waiting.publishedAt.getTime() : 0, age > 1_000 ? age : 0);
  }

  /** By time alone; what was sent meanwhile told where to resume just as well. Answers with whether one is made. */
  checkpointIfDue(now: number): boolean {
    if (now < this.#checkpointAt || this.live.size === 0) return false;
    this.#checkpointAt = this.#nextCheckpoint();
    if (this.#queue.some(({ told }) => told === null)) return false;
    const number = this.#queue.at(-1)?.number ?? this.position;
    this.#queue.push({ number, told: null, isMade: false, frame: null, hidings: 0 });
    this.pump();
    return true;
  }

  #nextCheckpoint(): number {
    return this.checkpointSeconds === null
      ? Number.POSITIVE_INFINITY
      : performance.now() + this.checkpointSeconds * 1_000;
  }

  /** For all of them. */
  fail(error: unknown): void {
    if (this.#isEnded || error instanceof Abandoned) return;
    this.means.failAll(error);
  }

  end(): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.means.turns.forget(this);
    this.#drained();
    for (const { drop } of this.#frames) drop();
    this.#frames.length = 0;
  }
}

import type { DocumentNode, ExecutionResult } from 'graphql';
import type { ErrorCode } from '../../platform/errors';
import { describeFailure, type Logger } from '../../platform/log';
import { Checkpoint, type EventFrame, SnapshotEnd, SnapshotItem, Transition } from './event.entity';
import type { EventCursors, EventPosition } from './event-cursor.rule';
import { frameOf, type StreamField } from './frame.rule';
import type { Frame, StreamViewer } from './frame.stream';
import type { LogEntry } from './log-entry.rule';
import { numberOf } from './log-pages.stream';
import { MemoryBudget } from './memory-budget.rule';
import type { Reading, Readings } from './readings.stream';

const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 2_000;
/** What takes too long so often will go on doing so. */
const MOST_DEADLINES = 3;
const MOST_REMEMBERED = 2_000;
const REMEMBERED_BYTES = 8 * 1024 * 1024;
/** Objects around a body. */
const FRAME_BYTES = 200;
const TRANSITIONS = Object.values(Transition);

/** What every frame of a subscription is made by, whichever events it wants. */
export interface Recipe {
  readonly key: string;
  readonly field: StreamField;
  readonly document: DocumentNode;
  readonly variables: Record<string, unknown>;
  readonly viewer: StreamViewer;
  /** Frames made lately, by event and transition. */
  readonly remembered: Map<number, Promise<Frame | null>>;
  /** How many groups use it; with the last one, its retries end. */
  users: number;
  /** How many are told by it: what is made for one alone need not be remembered. */
  subscribers: number;
}

export interface FrameMakerOptions {
  readings: Readings;
  cursors: EventCursors;
  log: Logger;
  codeOf(error: unknown): ErrorCode;
  /** As the client reads it. */
  formatError(error: unknown): unknown;
}

type Make = (reading: Reading) => Promise<EventFrame | null>;

/** What another try may be without. */
const PASSING: ReadonlySet<ErrorCode> = new Set(['OVERLOADED', 'DEADLINE_EXCEEDED']);

/** Nobody waits for it any more. */
export class Abandoned extends Error {}

/**
 * Makes frames: one execution and one text for all that share a recipe. What fails because the database is away, or slow, is tried
 * again, since an event that was passed over would be lost.
 */
export class FrameMaker {
  /** Rises whenever something was hidden from a clearance: what was made before may tell of it. */
  readonly #hidings = [0, 0, 0, 0, 0];
  #recipes = new Set<Recipe>();
  #budget = new MemoryBudget(REMEMBERED_BYTES);
  /** Executions so far, tries included. */
  executions = 0;

  constructor(private readonly options: FrameMakerOptions) {}

  use(recipe: Recipe): void {
    recipe.users++;
    this.#recipes.add(recipe);
  }

  leave(recipe: Recipe): void {
    if (--recipe.users > 0) return;
    this.#recipes.delete(recipe);
    recipe.remembered.clear();
  }

  hidings(clearance: number): number {
    return this.#hidings[clearance] ?? 0;
  }

  /** Something is hidden from a clearance from now on: nothing made before is given out again. */
  forget(clearance: number): void {
    this.#hidings[clearance] = this.hidings(clearance) + 1;
    for (const recipe of this.#recipes) if (recipe.viewer.clearance === clearance) recipe.remembered.clear();
  }

  /** The frame of an event; null if the event is hidden by now. */
  event(recipe: Recipe, epoch: string, entry: LogEntry, transition: Transition): Promise<Frame | null> {
    const { clearance } = recipe.viewer;
    const number = numberOf(entry, clearance);
    const name = nameOf(number, transition);
    const known = recipe.remembered.get(name);
    if (known) return known;
    const cursor = this.options.cursors.write({ epoch, clearance, number });
    const made = this.#persist(recipe, cursor, async (reading) => {
      const event = await reading.event(entry);
      return event && frameOf(recipe.field, entry, clearance, { cursor, event, transition });
    });
    if (recipe.subscribers > 1) this.#remember(recipe, name, made);
    return made;
  }

  /** Made, and not taken for now. */
  putBack(recipe: Recipe, entry: LogEntry, transition: Transition, frame: Frame | null): void {
    const name = nameOf(numberOf(entry, recipe.viewer.clearance), transition);
    if (!recipe.remembered.has(name)) this.#remember(recipe, name, Promise.resolve(frame));
  }

  async checkpoint(recipe: Recipe, position: EventPosition, lagMs: () => number): Promise<Frame> {
    const cursor = this.options.cursors.write(position);
    return this.#certain(recipe, cursor, () =>
      Object.assign(new Checkpoint(), { cursor, lagMs: Math.round(lagMs()), serverTime: new Date() }),
    );
  }

  /** A record as it is; null if it is hidden by now. */
  record(recipe: Recipe, recordId: string, position: EventPosition): Promise<Frame | null> {
    const cursor = this.options.cursors.write({ ...position, snapshotAfter: recordId });
    return this.#persist(recipe, cursor, async (reading) =>
      (await reading.hasRecord(recordId)) ? Object.assign(new SnapshotItem(), { cursor, recordId }) : null,
    );
  }

  snapshotEnd(recipe: Recipe, position: EventPosition): Promise<Frame> {
    const cursor = this.options.cursors.write(position);
    return this.#certain(recipe, cursor, () => Object.assign(new SnapshotEnd(), { cursor }));
  }

  async #certain(recipe: Recipe, cursor: string, frame: () => EventFrame): Promise<Frame> {
    const made = await this.#persist(recipe, cursor, async () => frame());
    if (made === null) throw new Error('a frame without an event cannot be hidden');
    return made;
  }

  #remember(recipe: Recipe, name: number, made: Promise<Frame | null>): void {
    const { remembered } = recipe;
    remembered.set(name, made);
    if (remembered.size > MOST_REMEMBERED) {
      const [oldest] = remembered.keys();
      if (oldest !== undefined) remembered.delete(oldest);
    }
    const forget = () => {
      if (remembered.get(name) === made) remembered.delete(name);
    };
    made.then((frame) => {
      if (remembered.get(name) === made) this.#budget.hold((frame?.body.length ?? 0) + FRAME_BYTES, forget);
    }, forget);
  }

  #persist(recipe: Recipe, cursor: string, make: Make): Promise<Frame | null> {
    return this.#try(recipe, cursor, make).catch((error) => this.#tryAgain(recipe, cursor, make, error));
  }

  async #tryAgain(recipe: Recipe, cursor: string, make: Make, failure: unknown): Promise<Frame | null> {
    let error = failure;
    let retryMs = FIRST_RETRY_MS;
    for (let deadlines = 0; ; ) {
      const code = this.options.codeOf(error);
      if (code === 'DEADLINE_EXCEEDED') deadlines++;
      if (deadlines === MOST_DEADLINES || !PASSING.has(code)) throw error;
      this.options.log.warn({ error: describeFailure(error) }, 'a frame could not be made; trying again');
      await new Promise((resolve) => setTimeout(resolve, retryMs * (0.5 + Math.random())));
      retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
      if (recipe.users === 0) throw new Abandoned();
      try {
        return await this.#try(recipe, cursor, make);
      } catch (again) {
        error = again;
      }
    }
  }

  /** Throws what another try may be without; any other error is part of the frame, as it is of an answer. */
  #try(recipe: Recipe, cursor: string, make: Make): Promise<Frame | null> {
    this.executions++;
    return this.options.readings.use(recipe.viewer, async (reading) => {
      const frame = await make(reading);
      if (frame === null) return null;
      const result = await reading.run(recipe.document, recipe.variables, frame);
      const passing = result.errors?.find((error) => PASSING.has(this.options.codeOf(error)));
      if (passing) throw passing;
      return { body: this.#bodyOf(result), cursor };
    });
  }

  #bodyOf({ data, errors }: ExecutionResult): Buffer {
    return Buffer.from(
      JSON.stringify(
        errors ? { errors: errors.map((error) => this.options.formatError(error)), data } : { data },
      ),
    );
  }
}

function nameOf(number: number, transition: Transition): number {
  return number * TRANSITIONS.length + TRANSITIONS.indexOf(transition);
}

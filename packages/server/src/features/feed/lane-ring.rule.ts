import type { Facets, Known, LogEntry } from './log-entry.rule';

/** The latest entries of the log that one clearance may know of, by its own dense numbers. */
export class Lane {
  #kept: LogEntry[] = [];
  /** Where in `#kept` the first one lies. */
  #from = 0;
  /** The number before the first one. */
  #oldest: number;

  constructor(
    private readonly clearance: number,
    head: number,
  ) {
    this.#oldest = head;
  }

  /** The number before the oldest entry kept. */
  get oldest(): number {
    return this.#oldest;
  }

  get head(): number {
    return this.#oldest + this.#kept.length - this.#from;
  }

  push(entry: LogEntry): void {
    const number = entry.numbers[this.clearance];
    if (number !== this.head + 1)
      throw new Error(
        `the log has a gap: ${number} follows ${this.head} among the numbers of clearance ${this.clearance}`,
      );
    this.#kept.push(entry);
  }

  shift(): LogEntry | undefined {
    const entry = this.#kept[this.#from];
    if (entry === undefined) return undefined;
    this.#from++;
    this.#oldest++;
    if (this.#from > 1_000 && this.#from * 2 > this.#kept.length) {
      this.#kept = this.#kept.slice(this.#from);
      this.#from = 0;
    }
    return entry;
  }

  get(number: number): LogEntry | undefined {
    return number > this.#oldest ? this.#kept[this.#from + number - this.#oldest - 1] : undefined;
  }

  /** What follows `number`; null if that is kept no more. */
  after(number: number, limit: number): LogEntry[] | null {
    if (number < this.#oldest) return null;
    const start = this.#from + number - this.#oldest;
    return this.#kept.slice(start, start + limit);
  }
}

export interface RingBounds {
  entries: number;
  bytes: number;
}

export const RING_BOUNDS: RingBounds = { entries: 20_000, bytes: 64 * 1024 * 1024 };

/** The latest entries of the log, each once in memory, in a lane a clearance. */
export class LaneRing {
  #lanes: readonly Lane[] = [];
  #bytes = 0;

  constructor(private readonly bounds: RingBounds = RING_BOUNDS) {}

  /** Forgets everything: the log goes on after these numbers. */
  reset(heads: readonly number[]): void {
    this.#lanes = heads.map((head, clearance) => new Lane(clearance, head));
    this.#bytes = 0;
  }

  get heads(): readonly number[] {
    return this.#lanes.map(({ head }) => head);
  }

  lane(clearance: number): Lane {
    const lane = this.#lanes[clearance];
    if (!lane) throw new Error(`the ring has no lane for clearance ${clearance}`);
    return lane;
  }

  push(entry: LogEntry): void {
    if (entry.change === 'EXPUNGED') this.#erase(entry.recordId);
    for (const [clearance, number] of entry.numbers.entries())
      if (number !== null) this.lane(clearance).push(entry);
    this.#bytes += weightOf(entry);
    const all = this.lane(this.#lanes.length - 1);
    while (all.head - all.oldest > this.bounds.entries || this.#bytes > this.bounds.bytes) {
      const oldest = all.get(all.oldest + 1);
      if (oldest === undefined) return;
      for (const [clearance, number] of oldest.numbers.entries())
        if (number !== null) this.lane(clearance).shift();
      this.#bytes -= weightOf(oldest);
    }
  }

  #erase(recordId: string): void {
    const all = this.lane(this.#lanes.length - 1);
    for (let number = all.oldest + 1; number <= all.head; number++) {
      const entry = all.get(number);
      if (entry?.recordId !== recordId) continue;
      this.#bytes -= weightOf(entry);
      Object.assign(entry, { before: entry.before && erased(entry.before), after: erased(entry.after) });
      this.#bytes += weightOf(entry);
    }
  }
}

/** Of an erased record, the entries before keep what the log itself keeps of them. */
function erased(facets: Facets): Facets {
  return { marking: facets.marking, ...(facets.isGone && { isGone: facets.isGone }) };
}

const ENTRY_BYTES = 700;
const KNOWN_BYTES = 90;

/** Bytes in memory, about: what grows is the sets of ids. */
function weightOf({ before, after }: LogEntry): number {
  let count = 0;
  for (const facets of [before, after])
    if (facets)
      for (const known of [facets.actors, facets.topics, facets.sources, facets.publishers])
        count += sizeOf(known);
  return ENTRY_BYTES + KNOWN_BYTES * count;
}

function sizeOf(known: Known | undefined): number {
  let size = 0;
  for (const _ in known) size++;
  return size;
}

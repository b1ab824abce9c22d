import type { EventLog } from '../feed/event-log.query';
import type { LogEntry } from '../feed/log-entry.rule';
import type { Endpoint } from './endpoint.job';
import type { Enrolment, PendingRow, WebhookStore } from './webhook-store.job';

const ENTRIES = 500;
/** A webhook that wants nothing of what goes by has its position written so often. */
const WRITE_MS = 5_000;

export interface Enrolled {
  rows: { row: PendingRow; entry: LogEntry }[];
  /** Webhooks whose place is no more, and why; null: somebody else moved it, so it is to be read anew. */
  lost: { endpoint: Endpoint; reason: 'epoch' | 'expired' | null }[];
  hasMore: boolean;
}

/** Makes deliveries of what comes next in the log. */
export class Enroller {
  readonly #writtenAt = new WeakMap<Endpoint, number>();

  constructor(
    private readonly log: EventLog,
    private readonly store: WebhookStore,
  ) {}

  async enrol(endpoints: readonly Endpoint[], now: number): Promise<Enrolled> {
    const enrolled: Enrolled = { rows: [], lost: [], hasMore: false };
    const { epoch, heads } = await this.store.head();
    const readings = new Map<string, Promise<LogEntry[]>>();
    /** Webhooks that got equally far share what is read. */
    const entriesAfter = (clearance: number, number: number) => {
      const key = `${clearance} ${number}`;
      const reading = readings.get(key) ?? this.log.after(clearance, number, ENTRIES);
      readings.set(key, reading);
      return reading;
    };
    const courses: [Endpoint, Enrolment, readonly LogEntry[]][] = [];
    for (const endpoint of endpoints) {
      const { clearance, live, replay } = endpoint;
      const head = heads[clearance] ?? 0;
      if (endpoint.epoch !== epoch || live.at > head) enrolled.lost.push({ endpoint, reason: 'epoch' });
      else if (endpoint.hasRoom && live.at < head) {
        const entries = await entriesAfter(clearance, live.at);
        const [first] = entries;
        // Numbers have no gaps: what is missing was dropped from the log.
        if (first === undefined || endpoint.numberOf(first) !== live.at + 1)
          enrolled.lost.push({ endpoint, reason: 'expired' });
        else courses.push([endpoint, endpoint.enrolment(entries, false), entries]);
        enrolled.hasMore ||= entries.length === ENTRIES;
      }
      if (endpoint.hasRoom && replay && replay.at < replay.until) {
        const entries = await entriesAfter(clearance, replay.at);
        courses.push([endpoint, endpoint.enrolment(entries, true), entries]);
        enrolled.hasMore ||= entries.length === ENTRIES;
      }
    }
    const isLost = new Set(enrolled.lost.map(({ endpoint }) => endpoint));
    const kept = courses.filter(([endpoint]) => !isLost.has(endpoint));
    for (const isReplay of [false, true])
      await this.#write(
        kept.filter(([, enrolment]) => enrolment.isReplay === isReplay),
        now,
        enrolled,
      );
    return enrolled;
  }

  async #write(
    courses: readonly [Endpoint, Enrolment, readonly LogEntry[]][],
    now: number,
    enrolled: Enrolled,
  ): Promise<void> {
    const due = courses.filter(([endpoint, { deliveries, isOver }]) => {
      const isLong = now - (this.#writtenAt.get(endpoint) ?? 0) >= WRITE_MS;
      return deliveries.length > 0 || isOver || isLong;
    });
    if (due.length === 0) return;
    const rows = await this.store.enrol(
      due.map(([, enrolment]) => enrolment),
      new Date(now),
    );
    const entries = new Map(due.flatMap(([, , read]) => read.map((entry) => [entry.id, entry])));
    const moved = new Set(rows.map((row) => row.webhook_id));
    for (const [endpoint, { isReplay, isOver, to, deliveries }] of due) {
      if (deliveries.length > 0 && !moved.has(endpoint.id)) enrolled.lost.push({ endpoint, reason: null });
      this.#writtenAt.set(endpoint, now);
      const course = isReplay ? endpoint.replay : endpoint.live;
      if (course) course.stored = to;
      if (isReplay && isOver) endpoint.replay = null;
    }
    for (const row of rows) {
      const entry = row.version_id === null ? undefined : entries.get(row.version_id);
      if (entry) enrolled.rows.push({ row, entry });
    }
  }
}

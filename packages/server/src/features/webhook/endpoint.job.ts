import { DomainError } from '../../platform/errors';
import type { OutboundAddresses } from '../../platform/public-address';
import type { SecretBox } from '../../platform/secret-box';
import { newId } from '../../platform/type-id';
import type { Matcher } from '../feed/event-match.rule';
import type { LogEntry } from '../feed/log-entry.rule';
import { transitionOf } from '../feed/transition.rule';
import { DeliveryQueue, type Waiting } from './delivery-queue.rule';
import type { Health } from './endpoint-health.rule';
import { WebhookRequests } from './webhook-request.job';
import { ownerOf, type WebhookRow } from './webhook-row.rule';
import type { Enrolment, PendingRow } from './webhook-store.job';

/** A delivery with what is to be sent; a test has no entry of the log. */
export interface Delivery extends Waiting {
  endpoint: Endpoint;
  entry: LogEntry | null;
  attempts: number;
  /** The last attempt got no answer at all, which says nothing about this event. */
  isUnanswered?: boolean;
}

/** More than this waits in the log, not as deliveries. */
const MOST_WAITING = 5_000;

/** An active webhook, as the sender holds it. */
export class Endpoint {
  readonly id: string;
  readonly clearance: number;
  readonly epoch: string;
  readonly queue: DeliveryQueue<Delivery>;
  health: Health;
  /** Up to where events were looked at, and up to where the database knows of it. */
  live: { at: number; stored: number };
  replay: { at: number; stored: number; until: number } | null;
  /** It was paused, disabled or retired. */
  isOver = false;
  requests: WebhookRequests;
  matcher: Matcher;
  revision: string;
  #url: string;
  #secrets: string[];
  #formerUntil: number;

  constructor(
    row: WebhookRow,
    matcher: Matcher,
    private readonly means: { box: SecretBox; addresses: OutboundAddresses; window?: number },
  ) {
    this.queue = new DeliveryQueue(means.window);
    this.id = row.id;
    this.clearance = row.clearance;
    this.epoch = row.epoch;
    this.live = { at: Number(row.reached), stored: Number(row.reached) };
    this.#take(row, matcher);
    this.queue.isDown = row.failures > 0;
  }

  /** What its owner changed holds from the next delivery on. Another address, or a resumption, gets a new try. */
  amend(row: WebhookRow, matcher: Matcher, now: number): void {
    const isFresh = row.url !== this.#url || row.failures === 0;
    const health = this.health;
    this.#take(row, matcher);
    if (!isFresh) this.health = health;
    else {
      this.health = { failures: 0, failingSince: null };
      this.queue.isDown = false;
      this.queue.restUntil = 0;
      this.queue.hasten(now);
    }
  }

  #take(row: WebhookRow, matcher: Matcher): void {
    if (row.url !== this.#url) {
      const url = this.means.addresses.check(row.url);
      this.requests?.retire();
      this.requests = new WebhookRequests(url, this.means.addresses);
      this.#url = row.url;
    }
    this.revision = row.revision;
    this.matcher = matcher;
    this.health = { failures: row.failures, failingSince: row.failing_since?.getTime() ?? null };
    const { replay_reached: reached, replay_until: until } = row;
    this.replay =
      reached === null ? null : { at: Number(reached), stored: Number(reached), until: Number(until) };
    const secret = this.#opened(row.secret);
    if (secret === null)
      throw new DomainError('CONFLICT', 'The secret was sealed by another installation; rotate it', {
        field: 'secret',
      });
    const former = row.former_secret === null ? null : this.#opened(row.former_secret);
    this.#secrets = former === null ? [secret] : [secret, former];
    this.#formerUntil = former === null ? 0 : (row.former_secret_until?.getTime() ?? 0);
  }

  /** Null where another installation sealed it, as after a restore elsewhere. */
  #opened(sealed: Buffer): string | null {
    try {
      return this.means.box.open(sealed, ownerOf(this.id));
    } catch {
      return null;
    }
  }

  /** The present one first. */
  secrets(now: number): string[] {
    return now < this.#formerUntil ? this.#secrets : this.#secrets.slice(0, 1);
  }

  get hasRoom(): boolean {
    return this.queue.size < MOST_WAITING;
  }

  /** What these entries, which come next in its clearance's numbers, mean for it. */
  enrolment(entries: readonly LogEntry[], isReplay: boolean): Enrolment {
    const course = isReplay ? this.replay : this.live;
    if (course === null) throw new Error('there is no replay');
    const until = isReplay ? (this.replay?.until ?? 0) : Number.MAX_SAFE_INTEGER;
    const last = entries.at(-1);
    course.at = last === undefined ? until : Math.min(until, this.numberOf(last));
    const deliveries = entries
      .filter((entry) => this.numberOf(entry) <= until)
      .filter((entry) => transitionOf(entry, this.matcher, this.clearance) !== null)
      .map((entry) => ({ id: newId(), versionId: entry.id, number: this.numberOf(entry) }));
    return {
      id: this.id,
      isReplay,
      from: course.stored,
      to: course.at,
      isOver: course.at >= until,
      deliveries,
    };
  }

  numberOf(entry: LogEntry): number {
    return entry.numbers[this.clearance] ?? 0;
  }

  add(row: PendingRow, entry: LogEntry | null): void {
    this.queue.add({
      id: row.id,
      key: entry?.recordId ?? row.id,
      dueAt: new Date(row.due_at).getTime(),
      nth: Number(row.nth),
      endpoint: this,
      entry,
      attempts: row.attempts,
    });
  }
}

import { setMaxListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { DomainError } from '../../platform/errors';
import { typeIdOf } from '../../platform/type-id';
import { matcherOf } from '../feed/event-filter.service';
import type { LogEntry } from '../feed/log-entry.rule';
import type { DeliveryResults } from './delivery-results.job';
import type { DispatchMeans } from './dispatch-means.job';
import { type Delivery, Endpoint } from './endpoint.job';
import { judge, type Verdict } from './endpoint-health.rule';
import { Enroller } from './enroller.job';
import { PayloadMaker } from './payload.job';
import { signedHeaders } from './signature.rule';
import { fromStored } from './stored-filter.rule';
import type { WebhookRow } from './webhook-row.rule';
import type { WebhookStore } from './webhook-store.job';

const RELOAD_MS = 500;
const FOLLOW_MS = 50;
/** So long at most until due times are compared with the clock again. */
const LOOK_MS = 100;
const AFTER_FAILURE_MS = 250;
/** Entries of the log that are read at once for deliveries that an earlier leader left. */
const ENTRIES = 1_000;

/** The sender during one leadership. */
export class Dispatch {
  readonly #endpoints = new Map<string, Endpoint>();
  /** Not active any more, with deliveries under way. */
  readonly #leaving = new Map<string, Endpoint>();
  readonly #enroller: Enroller;
  readonly #payloads: PayloadMaker;
  readonly #sending = new Set<Promise<void>>();
  readonly #closing = new AbortController();
  readonly #now: () => number;
  #reloading: Promise<void> | null = null;
  #wake: () => void = () => undefined;

  constructor(
    private readonly means: DispatchMeans,
    private readonly store: WebhookStore,
    private readonly results: DeliveryResults,
  ) {
    this.#now = means.now ?? Date.now;
    // Every request listens; many at a time are no leak.
    setMaxListeners(0, this.#closing.signal);
    this.#enroller = new Enroller(means.log, store);
    this.#payloads = new PayloadMaker(means);
  }

  async run(isOver: AbortSignal): Promise<void> {
    isOver.addEventListener('abort', () => this.#wake());
    const steps: [() => Promise<boolean>, number][] = [
      [() => this.#reload(), RELOAD_MS],
      [() => this.#follow(), FOLLOW_MS],
      [() => this.#send(), 0],
    ];
    await Promise.all(steps.map(([step, pause]) => this.#repeat(step, pause, isOver)));
  }

  /** When nothing is under way. */
  async settled(): Promise<void> {
    await Promise.all(this.#sending);
  }

  /** Breaks off what is under way. */
  close(): void {
    this.#closing.abort();
    for (const endpoint of [...this.#endpoints.values(), ...this.#leaving.values()])
      endpoint.requests.retire();
  }

  /** A step says whether there is more to do at once. */
  async #repeat(step: () => Promise<boolean>, pause: number, isOver: AbortSignal): Promise<void> {
    while (!isOver.aborted) {
      let rest = pause;
      try {
        if (await step()) continue;
      } catch (error) {
        if (isOver.aborted) return;
        this.means.journal.warn({ error: String(error) }, 'The sender of webhooks was held up; it goes on');
        rest = AFTER_FAILURE_MS;
      }
      if (rest > 0) await wait(rest, undefined, { signal: isOver }).catch(() => undefined);
    }
  }

  async #reload(): Promise<boolean> {
    this.#reloading ??= this.#load().finally(() => {
      this.#reloading = null;
    });
    await this.#reloading;
    return false;
  }

  async #load(): Promise<void> {
    const rows = await this.store.active();
    const ids = new Set(rows.map((row) => row.id));
    for (const endpoint of this.#endpoints.values()) if (!ids.has(endpoint.id)) this.#drop(endpoint);
    const { epoch } = await this.store.head();
    for (const row of rows) {
      const present = this.#endpoints.get(row.id);
      // Before anything that waits is sent: a database that was restored elsewhere calls nobody.
      if (!present && row.epoch !== epoch) {
        await this.#disable(row.id, 'epoch');
        continue;
      }
      if (present?.revision === row.revision || (this.#leaving.get(row.id)?.queue.sending ?? 0) > 0) continue;
      await this.#take(row, present);
    }
    if (this.#endpoints.size === 0) return;
    for (const row of await this.store.tests([...this.#endpoints.keys()]))
      this.#endpoints.get(row.webhook_id)?.add(row, null);
    this.#wake();
  }

  async #take(row: WebhookRow, present: Endpoint | undefined): Promise<void> {
    try {
      const { references } = this.means.audienceOf(row.clearance);
      const matcher = await matcherOf(row.filter && fromStored(row.filter), references);
      if (present) present.amend(row, matcher, this.#now());
      else {
        const endpoint = new Endpoint(row, matcher, this.means);
        await this.#loadPending(endpoint);
        this.#endpoints.set(row.id, endpoint);
      }
    } catch (error) {
      // Such as an actor in its filter that was erased, or an address that is not allowed any more.
      if (!(error instanceof DomainError)) throw error;
      await this.#disable(row.id, String(error.details.field ?? error.code));
    }
  }

  async #loadPending(endpoint: Endpoint): Promise<void> {
    const rows = await this.store.pending(endpoint.id);
    const versions = rows.flatMap(({ version_id: id }) => (id === null ? [] : [id]));
    const entries = new Map<string, LogEntry>();
    for (let at = 0; at < versions.length; at += ENTRIES)
      for (const entry of await this.means.log.byVersions(versions.slice(at, at + ENTRIES)))
        entries.set(entry.id, entry);
    const isLost = ({ version_id: id }: { version_id: string | null }) => id !== null && !entries.has(id);
    const lost = rows.filter(isLost).map(({ id }) => id);
    if (lost.length > 0) await this.store.giveUp(lost);
    for (const row of rows)
      if (!isLost(row))
        endpoint.add(row, row.version_id === null ? null : (entries.get(row.version_id) ?? null));
  }

  async #follow(): Promise<boolean> {
    if (this.#endpoints.size === 0) return false;
    const { rows, lost, hasMore } = await this.#enroller.enrol([...this.#endpoints.values()], this.#now());
    for (const { row, entry } of rows) this.#endpoints.get(row.webhook_id)?.add(row, entry);
    for (const { endpoint, reason } of lost) {
      this.#drop(endpoint);
      if (reason !== null) await this.#disable(endpoint.id, reason);
    }
    if (rows.length > 0) this.#wake();
    return hasMore;
  }

  async #disable(id: string, reason: string): Promise<void> {
    this.means.journal.warn({ webhook: typeIdOf('webhook', id), reason }, 'A webhook was disabled');
    await this.store.disable(id, reason, new Date(this.#now()));
  }

  #drop(endpoint: Endpoint): void {
    this.#endpoints.delete(endpoint.id);
    this.#leaving.set(endpoint.id, endpoint);
    endpoint.requests.retire();
  }

  /** Takes what is due, makes its payloads and sends them off; does not wait for answers. */
  async #send(): Promise<boolean> {
    const now = this.#now();
    const taken = [...this.#endpoints.values()].flatMap((endpoint) => endpoint.queue.take(now));
    if (taken.length === 0) {
      await this.#untilDue(now);
      return true;
    }
    const current = await this.#current(taken);
    try {
      const payloads = await this.#payloads.of(current);
      const hidden = current.filter((delivery) => !payloads.has(delivery));
      if (hidden.length > 0) await this.store.forget(hidden.map(({ id }) => id));
      for (const delivery of hidden) delivery.endpoint.queue.settle(delivery);
      if (this.#closing.signal.aborted) return false;
      for (const [delivery, payload] of payloads) this.#track(this.#deliver(delivery, payload));
    } catch (error) {
      putBack(current);
      throw error;
    }
    return true;
  }

  /** Those whose webhook is as it was when it was looked at last; the others wait until it has been looked at anew. */
  async #current(taken: readonly Delivery[]): Promise<Delivery[]> {
    const ids = [...new Set(taken.map(({ endpoint }) => endpoint.id))];
    const revisions = await this.store.revisions(ids).catch((error) => {
      putBack(taken);
      throw error;
    });
    const isCurrent = ({ endpoint }: Delivery) => revisions.get(endpoint.id) === endpoint.revision;
    const current = taken.filter(isCurrent);
    if (current.length < taken.length) {
      putBack(taken.filter((delivery) => !isCurrent(delivery)));
      await this.#reloading;
      await this.#reload();
    }
    return current;
  }

  #track(sending: Promise<void>): void {
    this.#sending.add(sending);
    void sending.finally(() => this.#sending.delete(sending));
  }

  async #deliver(delivery: Delivery, { id, body }: { id: string; body: string }): Promise<void> {
    const { endpoint } = delivery;
    const startedAt = this.#now();
    const headers = signedHeaders(id, body, endpoint.secrets(startedAt), startedAt);
    const answer = await endpoint.requests.post(body, headers, this.#closing.signal);
    // Broken off by us, not by the endpoint: no attempt.
    if (answer.status === null && this.#closing.signal.aborted) return;
    const verdict = judge(answer, {
      attempts: delivery.attempts + 1,
      isTest: delivery.entry === null,
      health: endpoint.health,
      now: this.#now(),
      chance: (this.means.chance ?? Math.random)(),
    });
    await this.#record(delivery, verdict, answer.status, startedAt);
  }

  /** Until it is written, the delivery keeps its place. */
  async #record(
    delivery: Delivery,
    verdict: Verdict,
    httpStatus: number | null,
    startedAt: number,
  ): Promise<void> {
    const { endpoint } = delivery;
    const hasChanged = verdict.health.failures !== endpoint.health.failures || verdict.disabled !== null;
    const isBack = verdict.status === 'DELIVERED' && endpoint.health.failures > 0;
    const wasDown = endpoint.queue.isDown;
    endpoint.health = verdict.health;
    endpoint.queue.isDown = verdict.isDown;
    endpoint.queue.restUntil = Math.max(endpoint.queue.restUntil, verdict.restUntil);
    delivery.attempts += 1;
    delivery.isUnanswered = httpStatus === null;
    await new Promise<void>((written) =>
      this.results.add({
        result: {
          id: delivery.id,
          status: verdict.status,
          attempts: delivery.attempts,
          http_status: httpStatus,
          last_attempt_at: new Date(startedAt),
          due_at: new Date(verdict.dueAt),
        },
        standing: hasChanged ? this.#standing(endpoint, verdict) : null,
        written,
      }),
    );
    if (verdict.disabled !== null) this.#drop(endpoint);
    if (verdict.status === 'PENDING') endpoint.queue.again(delivery, verdict.dueAt);
    else endpoint.queue.settle(delivery);
    if (isBack) endpoint.queue.hasten(this.#now(), ({ isUnanswered }) => wasDown || isUnanswered === true);
    this.#wake();
  }

  #standing(endpoint: Endpoint, { health, disabled }: Verdict) {
    if (disabled !== null)
      this.means.journal.warn(
        { webhook: typeIdOf('webhook', endpoint.id), reason: disabled },
        'A webhook was disabled',
      );
    return {
      id: endpoint.id,
      failures: health.failures,
      failing_since: health.failingSince === null ? null : new Date(health.failingSince),
      disabled_at: disabled === null ? null : new Date(this.#now()),
      disabled_reason: disabled,
    };
  }

  async #untilDue(now: number): Promise<void> {
    const due = [...this.#endpoints.values()].map((endpoint) => endpoint.queue.nextAt(now) ?? Infinity);
    const rest = Math.max(1, Math.min(LOOK_MS, Math.min(...due) - now));
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, rest);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** Not sent: no attempt. */
function putBack(deliveries: readonly Delivery[]): void {
  for (const delivery of deliveries) delivery.endpoint.queue.again(delivery, delivery.dueAt);
}

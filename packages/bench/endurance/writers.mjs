// Many writers at once in a process that no fault kills: what the database holds in the end is the truth, whatever happened on the way.
// Told what to do by its parent; answers with what it did.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Door, PlannedRollback } from '../world/door.mjs';

const RECORD =
  'mutation ($input: EngagementInput!, $key: String) { it: recordEngagement(input: $input, idempotencyKey: $key) { id version } }';
const AMEND =
  'mutation ($id: ID!, $version: Int!, $input: EngagementInput!, $key: String) { it: amendEngagement(id: $id, expectedVersion: $version, input: $input, idempotencyKey: $key) { id version } }';
const RETRACT =
  'mutation ($id: ID!, $version: Int!, $key: String) { it: retract(id: $id, expectedVersion: $version, reason: "An exercise.", idempotencyKey: $key) { id version } }';
const REINSTATE =
  'mutation ($id: ID!, $version: Int!, $key: String) { it: reinstate(id: $id, expectedVersion: $version, reason: "An exercise.", idempotencyKey: $key) { id version } }';
const PERSON =
  'mutation ($input: ActorInput!, $key: String) { it: recordActor(input: $input, idempotencyKey: $key) { id version } }';
const VERSION = 'query ($id: ID!) { engagement(id: $id) { id version } }';

const STATES = ['QA', 'IQ', 'FR', 'DE', 'TR', 'JO', 'KW', 'EG'];
const any = (list) => list[Math.floor(Math.random() * list.length)];

class Writers {
  done = 0;
  counts = { rollbacks: 0, slowCommits: 0, conflicts: 0, retries: 0, givenUp: 0 };
  /** Acknowledged: `id version`. */
  acked = [];
  #hot = [];
  #started = Date.now();

  constructor(door, options) {
    this.door = door;
    this.options = options;
  }

  async run() {
    const { writers, hot } = this.options;
    while (this.#hot.length < hot) {
      const made = await this.#write(RECORD, this.#engagement());
      if (made) this.#hot.push(made.id);
    }
    await Promise.all(Array.from({ length: writers }, () => this.#writer()));
  }

  async #writer() {
    while (this.done < this.options.events) {
      await this.#pace();
      const dice = Math.random();
      if (dice < 0.25) await this.#write(RECORD, this.#engagement());
      else if (dice < 0.35)
        await this.#write(PERSON, { input: { kind: 'PERSON', names: [{ value: randomUUID() }] } });
      else if (dice < 0.4) await this.#comeAndGo();
      else await this.#amendHot();
    }
  }

  /** So many a second that the faults are spread over all of them. */
  async #pace() {
    const due = this.#started + (this.done / this.options.perSecond) * 1_000;
    const early = due - Date.now();
    if (early > 0) await sleep(early * (0.5 + Math.random()));
  }

  #engagement() {
    const from = any(STATES);
    return {
      input: {
        kind: any(['MEETING', 'VISIT', 'TALKS', 'CALL']),
        status: 'HELD',
        venueText: randomUUID(),
        participations: [{ actor: from }, { actor: any(STATES.filter((state) => state !== from)) }],
      },
    };
  }

  /** One of few records that all writers are after: the version it has by now decides who of them is refused. */
  async #amendHot() {
    const id = any(this.#hot);
    const version = await this.#versionOf(id);
    await this.#write(AMEND, { id, version, input: { venueText: randomUUID() } });
  }

  async #comeAndGo() {
    const made = await this.#write(RECORD, this.#engagement());
    if (!made) return;
    const gone = await this.#write(RETRACT, made);
    if (gone && Math.random() < 0.5) await this.#write(REINSTATE, gone);
  }

  async #versionOf(id) {
    for (;;) {
      try {
        return (await this.door.ask(VERSION, { id })).engagement.version;
      } catch {
        await sleep(50);
      }
    }
  }

  /** Until it is answered: under the same key, so that what was written before a crash is not written twice. Null if refused. */
  async #write(source, variables) {
    const key = randomUUID();
    const destiny = this.#destiny();
    for (let attempt = 1; ; attempt++) {
      try {
        const { it } = await this.door.ask(source, { ...variables, key }, attempt === 1 ? destiny : {});
        this.done += 1;
        this.acked.push(`${it.id} ${it.version}`);
        return it;
      } catch (error) {
        if (error.code === 'CONFLICT') {
          this.counts.conflicts += 1;
          return null;
        }
        if (error instanceof PlannedRollback) {
          this.counts.rollbacks += 1;
          if (Math.random() < 0.5) {
            this.counts.givenUp += 1;
            return null;
          }
        } else {
          this.counts.retries += 1;
          // A refusal is a fault of this program.
          if (error.code === 'BAD_USER_INPUT' || attempt > 500) throw error;
          await sleep(20 + Math.random() * 100);
        }
      }
    }
  }

  #destiny() {
    const dice = Math.random();
    if (dice < this.options.rollbacks) return { isRolledBack: true };
    if (dice > 1 - this.options.slow) {
      this.counts.slowCommits += 1;
      return { delayMs: 20 + Math.random() * 180 };
    }
    return {};
  }
}

process.once('message', async (options) => {
  // An idle connection that PostgreSQL's end breaks is replaced by the pool.
  process.on('uncaughtException', (error) => {
    if (!/terminat|ECONN|closed/i.test(error.message)) throw error;
  });
  const door = await Door.open(options.databaseUrl, options.writers + 4);
  const writers = new Writers(door, options);
  const timer = setInterval(() => process.send({ done: writers.done, counts: writers.counts }), 250);
  await writers.run();
  clearInterval(timer);
  process.send({ done: writers.done, counts: writers.counts, acked: writers.acked, isFinished: true }, () =>
    process.exit(0),
  );
});
process.once('disconnect', () => process.exit(1));

// A process that changes records by the product's own way to write, at a steady rate, and notes when each change was committed.
//   { open: { databaseUrl, records } }   makes so many topics; answers with their ids
//   { write: { perSecond, seconds } }    one change after the other, of each record in turn; answers with what it managed
//   { one: at }                          changes one record; answers when it was committed
//   { holdOpen: seconds }                keeps a transaction open and idle that has written something
//   { take }                             `record version` → just before COMMIT was sent
import { setTimeout as sleep } from 'node:timers/promises';
import { Door } from '../world/door.mjs';

const RECORD = 'mutation ($input: TopicInput!) { it: recordTopic(input: $input) { id version } }';
const AMEND =
  'mutation ($id: ID!, $version: Int!, $input: TopicInput!) { it: amendTopic(id: $id, expectedVersion: $version, input: $input) { id version } }';
const now = () => Number(process.hrtime.bigint()) / 1e6;

class Writer {
  topics = [];
  committed = [];

  async open({ databaseUrl, records, pool = 16 }) {
    this.door = await Door.open(databaseUrl, pool);
    const run = process.hrtime.bigint().toString(36);
    for (let n = 0; n < records; n++) {
      const slug = `t-${run}-${n}`;
      const { it } = await this.door.ask(RECORD, { input: { slug, names: [{ value: slug }] } });
      this.topics.push({ ...it, idle: Promise.resolve() });
    }
    return this.topics.map(({ id }) => id);
  }

  async one(at) {
    const topic = this.topics[at % this.topics.length];
    const { id, version } = topic;
    let committedAt = 0;
    const { it } = await this.door.ask(
      AMEND,
      { id, version, input: { ploverContext: `v${version}` } },
      {
        committing: () => {
          committedAt = now();
        },
      },
    );
    topic.version = it.version;
    this.committed.push([`${it.id} ${it.version}`, committedAt]);
    return { change: `${it.id} ${it.version}`, committedAt };
  }

  /** Begins each when it is due, whether the one before is done or not, but for a record's own. */
  async write({ perSecond, seconds }) {
    const began = now();
    const count = Math.round(perSecond * seconds);
    const running = new Set();
    for (let n = 0; n < count; n++) {
      const early = began + (n / perSecond) * 1_000 - now();
      if (early > 1) await sleep(early);
      const topic = this.topics[n % this.topics.length];
      topic.idle = topic.idle.then(() => this.one(n));
      running.add(topic.idle);
      topic.idle.finally(() => running.delete(topic.idle));
    }
    await Promise.all(this.topics.map(({ idle }) => idle));
    const took = (now() - began) / 1_000;
    return { count, seconds: took, perSecond: count / took };
  }

  async holdOpen(seconds) {
    const runner = this.door.database.writer.createQueryRunner();
    await runner.startTransaction();
    await runner.query('SELECT pg_current_xact_id()');
    await sleep(seconds * 1_000);
    await runner.rollbackTransaction();
    await runner.release();
  }
}

const writer = new Writer();
const DO = {
  open: (how) => writer.open(how),
  one: (at) => writer.one(at),
  write: (how) => writer.write(how),
  holdOpen: (seconds) => writer.holdOpen(seconds),
  take: () => writer.committed.splice(0),
};

process.on('message', async ({ n, what, how }) => {
  try {
    process.send({ n, answer: (await DO[what](how)) ?? {} });
  } catch (error) {
    process.send({ n, failure: error.stack });
  }
});
process.once('disconnect', () => process.exit(0));

// A process full of subscribers, which measures for its parent: when what reached whom, and how much.
//   { open: { kind, count, port, token, queries, probes } }   queries: one each in turn; probes: so many note each event by itself
//   { expect: n }      answers when every subscriber has had n events since the last `reset`: the time of the first and of the last
//   { reset } { pause } { resume } { counts } { take } { keep: n } { close }
import { RawSse } from '../clients/raw-sse.mjs';
import { RawWs } from '../clients/raw-ws.mjs';

const KINDS = { ws: RawWs, sse: RawSse };
const EVENT = Buffer.from('EventDelivered');
const AT_ONCE = 100;
const now = () => Number(process.hrtime.bigint()) / 1e6;

class Swarm {
  clients = [];
  counts = [];
  ended = [];
  firstAt = 0;
  lastAt = 0;
  #satisfied = 0;
  #expected = Number.POSITIVE_INFINITY;
  /** What probes saw: `change` → when. */
  seen = [];

  async open({ kind, count, port, token, queries, probes = 0 }) {
    for (let from = 0; from < count; from += AT_ONCE) {
      const some = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, n) => {
        const at = this.clients.length;
        this.counts.push(0);
        const client = new KINDS[kind]({
          port,
          token,
          ...queries[(from + n) % queries.length],
          onMessage: (body) => this.#message(at, body, from + n < probes),
          onEnd: (why) => this.ended.push(why),
        });
        this.clients.push(client);
        return client.attached;
      });
      await Promise.all(some);
    }
    return { isOpen: true };
  }

  #message(at, body, isProbe) {
    if (!body.includes(EVENT)) return;
    const time = now();
    if (this.firstAt === 0) this.firstAt = time;
    this.counts[at] += 1;
    if (this.counts[at] === this.#expected) {
      this.#satisfied += 1;
      this.lastAt = time;
      if (this.#satisfied === this.clients.length) this.whole?.();
    }
    if (isProbe) this.seen.push([at, changeIn(body), time]);
  }

  reset() {
    this.counts.fill(0);
    this.#satisfied = 0;
    this.firstAt = 0;
    this.#expected = Number.POSITIVE_INFINITY;
  }

  /** To be asked before the first of them can come. */
  expect(count) {
    this.reset();
    this.#expected = count;
    return new Promise((resolve) => {
      this.whole = () => resolve({ firstAt: this.firstAt, lastAt: this.lastAt });
    });
  }

  each(act) {
    for (const client of this.clients) act(client);
  }

  /** Goes on with the first `count` subscribers alone. */
  keep(count) {
    for (const client of this.clients.splice(count)) client.close();
    this.counts.length = this.clients.length;
  }
}

/** `record version` of the event in a frame. */
function changeIn(body) {
  const text = body.toString();
  return `${/"recordId":"([^"]+)"/.exec(text)?.[1]} ${/"recordVersion":(\d+)/.exec(text)?.[1]}`;
}

const swarm = new Swarm();
const DO = {
  open: (options) => swarm.open(options),
  expect: (count) => swarm.expect(count),
  reset: () => swarm.reset(),
  pause: () => swarm.each((client) => client.pause()),
  resume: () => swarm.each((client) => client.resume()),
  counts: () => ({ counts: swarm.counts, ended: swarm.ended }),
  take: () => ({ seen: swarm.seen.splice(0) }),
  keep: (count) => swarm.keep(count),
  close: () => swarm.keep(0),
};

process.on('message', async ({ n, what, how }) => {
  try {
    process.send({ n, answer: (await DO[what](how)) ?? {} });
  } catch (error) {
    process.send({ n, failure: error.message });
  }
});
process.once('disconnect', () => process.exit(0));

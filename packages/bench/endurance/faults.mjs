// What goes wrong in a run, and when: each kind so many times, spread over the time by chance.
import { setTimeout as sleep } from 'node:timers/promises';

export class Faults {
  counts = {};
  #isOver = false;
  #running = [];

  /** Does `act` `times` times within `seconds`. An act that answers `false` found nothing to break, and is tried again. */
  schedule(name, times, seconds, act) {
    this.counts[name] = 0;
    if (times > 0) this.#running.push(this.#repeat(name, times, (seconds * 1_000) / times, act));
  }

  async #repeat(name, times, everyMs, act) {
    const began = Date.now();
    for (let n = 0; n < times && !this.#isOver; ) {
      const due = began + (n + Math.random()) * everyMs;
      await this.#wait(due - Date.now());
      if (this.#isOver) return;
      if ((await act()) === false) await this.#wait(50);
      else this.counts[name] = ++n;
    }
  }

  async #wait(ms) {
    const until = Date.now() + ms;
    while (!this.#isOver && Date.now() < until) await sleep(Math.min(100, until - Date.now()));
  }

  /** Resolves when all of them have happened. */
  done() {
    return Promise.all(this.#running);
  }

  stop() {
    this.#isOver = true;
    return this.done();
  }
}

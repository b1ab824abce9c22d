// A process of ours that is asked to do things, and answers.
import { fork } from 'node:child_process';
import { once } from 'node:events';

export class Remote {
  #asked = new Map();
  #n = 0;

  /** `program`: beside this file. */
  constructor(program) {
    this.child = fork(new URL(program, import.meta.url).pathname, {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      serialization: 'advanced',
    });
    this.child.on('message', ({ n, answer, failure }) => {
      const { resolve, reject } = this.#asked.get(n);
      this.#asked.delete(n);
      if (failure === undefined) resolve(answer);
      else reject(new Error(failure));
    });
    // Asked once more while all is taken down.
    this.child.on('error', () => undefined);
    this.child.once('exit', (code) => {
      for (const { reject } of this.#asked.values()) reject(new Error(`${program} ended with ${code}`));
    });
  }

  ask(what, how) {
    const n = ++this.#n;
    this.child.send({ n, what, how });
    return new Promise((resolve, reject) => this.#asked.set(n, { resolve, reject }));
  }

  async stop() {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
  }
}

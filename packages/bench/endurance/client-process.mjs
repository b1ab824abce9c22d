// A client as a process that can be killed, and comes back.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export class ClientProcess {
  #child = null;
  #isWanted = true;
  kills = 0;

  /** `names`: of the subscribers in it. `task`: what it is told to do. `notesOf`: where one of them writes
   * down what it was told, and how that is read. */
  constructor({ program, args = [], names, task, directory, env = {}, notesOf }) {
    this.notesOf = notesOf;
    this.program = program;
    this.args = args;
    this.names = names;
    this.task = task;
    this.env = env;
    this.log = join(directory, `${names[0]}.log`);
  }

  start() {
    const output = openSync(this.log, 'a');
    this.#child = fork(this.program, this.args, {
      env: { ...process.env, ...this.env },
      stdio: ['ignore', output, output, 'ipc'],
    });
    closeSync(output);
    if (this.task) this.#child.send(this.task);
    this.#child.on('error', () => undefined);
    this.#child.once('exit', (code) => {
      this.#child = null;
      if (!this.#isWanted) return;
      // It went by itself: what it was told made it give up.
      if (code !== null) this.failure = this.lastWords();
      else setTimeout(() => this.#isWanted && this.start(), Math.random() * 500);
    });
  }

  lastWords() {
    return readFileSync(this.log, 'utf8').slice(-2_000);
  }

  kill() {
    if (!this.#child) return false;
    this.kills += 1;
    return this.#child.kill('SIGKILL');
  }

  async stop() {
    this.#isWanted = false;
    const child = this.#child;
    if (!child) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
}

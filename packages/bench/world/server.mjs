// The product as a process that can be killed, and comes back on the same port.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fixedPort } from './ports.mjs';
import { SECRET, TOKEN } from './product.mjs';

const PROGRAM = new URL('run-server.mjs', import.meta.url).pathname;

export class Server {
  #child = null;
  #isWanted = false;
  kills = 0;

  /** `env`: settings of the product. */
  constructor({ port, databaseUrl, directory, env = {} }) {
    this.port = port;
    this.url = `http://127.0.0.1:${port}`;
    this.log = `${directory}/server-${port}.log`;
    this.nodeArgs = (process.env.SERVER_NODE_ARGS ?? '').split(' ').filter(Boolean);
    this.env = {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: 'production',
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      ENTENTE_DATA: directory,
      ENTENTE_SECRET: SECRET,
      ENTENTE_TOKEN: TOKEN,
      ENTENTE_DEMO: 'no',
      LOG_LEVEL: 'warn',
      ...env,
    };
  }

  static async start(options) {
    const server = new Server({ port: await fixedPort(), ...options });
    await server.start();
    return server;
  }

  get pid() {
    return this.#child?.pid;
  }

  get isRunning() {
    return this.#child !== null;
  }

  /** Serves when it resolves. However it ends, it is started again until `stop`. */
  async start(patienceMs = 60_000) {
    this.#isWanted = true;
    this.#spawn();
    await this.ready(patienceMs);
  }

  #spawn() {
    const output = openSync(this.log, 'a');
    const child = spawn(process.execPath, [...this.nodeArgs, PROGRAM], {
      env: this.env,
      stdio: ['ignore', output, output],
    });
    closeSync(output);
    this.#child = child;
    child.once('exit', () => {
      this.#child = null;
      // Not at once: one that cannot start would take the machine.
      if (this.#isWanted) setTimeout(() => this.#isWanted && this.#spawn(), 50);
    });
  }

  async ready(patienceMs = 60_000) {
    const until = Date.now() + patienceMs;
    while (!(await isReady(this.url))) {
      if (Date.now() > until) throw new Error(`The server does not get ready:\n${this.lastWords()}`);
      await sleep(25);
    }
  }

  lastWords() {
    return readFileSync(this.log, 'utf8').slice(-4_000);
  }

  /** kill -9; the next one is on its way when it resolves. */
  async kill() {
    const child = this.#child;
    if (!child) return;
    this.kills += 1;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  /** Asks it to stop, as an operator does. */
  async stop(signal = 'SIGTERM') {
    this.#isWanted = false;
    const child = this.#child;
    if (!child) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
    await ended;
    clearTimeout(timer);
  }
}

async function isReady(url) {
  try {
    const { ok } = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) });
    return ok;
  } catch {
    return false;
  }
}

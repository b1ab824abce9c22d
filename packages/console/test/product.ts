import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const START = join(__dirname, '../../server/scripts/start.mjs');

/** The product as `pnpm start` runs it, with an empty record and this page. */
export class Product {
  readonly token = 'a-token-for-the-tests-of-the-console';
  url = '';
  readonly #folder = mkdtempSync(join(tmpdir(), 'entente-console-product-'));
  #process: ChildProcess | null = null;

  /** Again: on the same port, with the same record. */
  async start(): Promise<void> {
    const env = {
      PATH: process.env.PATH,
      PORT: this.url === '' ? '0' : new URL(this.url).port,
      LOG_LEVEL: 'error',
      ENTENTE_DEMO: 'no',
      ENTENTE_DATA: this.#folder,
      ENTENTE_TOKEN: this.token,
    };
    const server = spawn(process.execPath, [START], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    this.#process = server;
    for await (const line of createInterface({ input: server.stdout })) {
      const [, url] = /(http:\S+)\/graphql/.exec(line) ?? [];
      if (!url) continue;
      this.url = url;
      server.stdout.resume();
      return;
    }
    throw new Error('The server ended before it served');
  }

  async stop(): Promise<void> {
    const server = this.#process;
    this.#process = null;
    if (!server) return;
    server.kill('SIGINT');
    if (server.exitCode === null) await once(server, 'exit');
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Something happens. */
  async record(title: string): Promise<void> {
    const query = 'mutation ($input: EngagementInput!) { recordEngagement(input: $input) { id } }';
    const variables = { input: { title, kind: 'MEETING', status: 'HELD' } };
    const answer = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.token}` },
      body: JSON.stringify({ query, variables }),
    });
    const { errors } = (await answer.json()) as { errors?: unknown };
    if (errors) throw new Error(JSON.stringify(errors));
  }
}

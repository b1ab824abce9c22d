import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

const MAIN = join(__dirname, '../../../server/dist/main.js');
const TOKEN = 'a-token-for-the-tests-of-the-sdk';

/** The product as it is shipped, in a process of its own, with the demo record in a database of its own. */
export class Product {
  readonly token = TOKEN;

  url = '';
  private process!: ChildProcess;

  private constructor(
    private readonly settings: Record<string, string>,
    private readonly folder: string,
  ) {}

  static async start(settings: Record<string, string> = {}): Promise<Product> {
    const product = new Product(settings, mkdtempSync(join(tmpdir(), 'entente-sdk-')));
    await product.#serve('0');
    return product;
  }

  async #serve(port: string): Promise<void> {
    const env = {
      PATH: process.env.PATH,
      PORT: port,
      LOG_LEVEL: 'error',
      ENTENTE_DATA: this.folder,
      ENTENTE_TOKEN: TOKEN,
      ...this.settings,
    };
    this.process = spawn(process.execPath, [MAIN, 'serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    for await (const line of createInterface({ input: this.process.stdout as Readable })) {
      const [, url] = /(http:\S+\/graphql)/.exec(line) ?? [];
      if (url) this.url = url;
      if (url) return;
    }
    throw new Error('The server ended before it served; is it built?');
  }

  /** Ends the process, as it may or without warning, and starts another on the same address. */
  async restart(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    await this.#end(signal);
    await this.#serve(new URL(this.url).port);
  }

  async stop(): Promise<void> {
    await this.#end('SIGINT');
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    this.process.kill(signal);
    if (this.process.exitCode === null && this.process.signalCode === null) await once(this.process, 'exit');
  }
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const MAIN = join(__dirname, '../../../server/dist/main.js');
const TOKEN = 'a-token-for-the-tests-of-the-sdk';

/** The product as it is shipped, in a process of its own, with the demo record in a database of its own. */
export class Product {
  readonly token = TOKEN;

  private constructor(
    readonly url: string,
    private readonly process: ChildProcess,
    private readonly folder: string,
  ) {}

  static async start(settings: Record<string, string> = {}): Promise<Product> {
    const folder = mkdtempSync(join(tmpdir(), 'entente-sdk-'));
    const env = {
      PATH: process.env.PATH,
      PORT: '0',
      LOG_LEVEL: 'error',
      ENTENTE_DATA: folder,
      ENTENTE_TOKEN: TOKEN,
      ...settings,
    };
    const server = spawn(process.execPath, [MAIN, 'serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    for await (const line of createInterface({ input: server.stdout })) {
      const [, url] = /(http:\S+\/graphql)/.exec(line) ?? [];
      if (url) return new Product(url, server, folder);
    }
    throw new Error('The server ended before it served; is it built?');
  }

  async stop(): Promise<void> {
    this.process.kill('SIGINT');
    if (this.process.exitCode === null) await once(this.process, 'exit');
    rmSync(this.folder, { recursive: true, force: true });
  }
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { TEST_SECRET, testDatabase } from '../harness/postgres/test-database';

const SCRIPT = join(__dirname, '../../scripts/entente.mjs');

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** The command as an operator gives it, on the database of the tests. */
export class Entente {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;

  constructor(args: readonly string[], dataDirectory: string) {
    this.child = spawn(process.execPath, [SCRIPT, ...args], {
      env: {
        PATH: process.env.PATH,
        DATABASE_URL: testDatabase(),
        ENTENTE_DATA: dataDirectory,
        ENTENTE_SECRET: TEST_SECRET,
        LOG_LEVEL: 'warn',
      },
    });
    let stdout = '';
    let stderr = '';
    this.child.stdout?.on('data', (chunk) => {
      stdout += chunk;
    });
    this.child.stderr?.on('data', (chunk) => {
      stderr += chunk;
    });
    this.ended = once(this.child, 'close').then(([code]) => ({ code, stdout, stderr }));
  }

  /** Sends the signal as soon as `isSo`; answers with how it ended. */
  async signal(signal: NodeJS.Signals, isSo: () => Promise<boolean>): Promise<Ended> {
    while (this.child.exitCode === null && !(await isSo())) await wait(5);
    this.child.kill(signal);
    return this.ended;
  }
}

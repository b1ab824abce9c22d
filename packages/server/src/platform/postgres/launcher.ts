import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { OperatorError } from '../operator-error';
import { postgresHome } from './binaries';
import { chooseDisguise, type Disguise, reachableHome } from './unprivileged';

/** What `flock` answers when another process holds the directory. */
const HELD = 75;
const DIES_WITH_US = ['setpriv', '--pdeathsig', 'INT', '--'];
const LOG_LIMIT_BYTES = 5_000_000;

/** A process of PostgreSQL that ended before it should have. */
export interface Ending {
  isHeld: boolean;
  lastWords: string;
}

/** Runs PostgreSQL's programs for one directory, one at a time, as a user they accept. */
export class Launcher {
  readonly #disguise: Disguise = chooseDisguise();
  readonly #home: string;
  readonly #logFile: string;

  constructor(readonly directory: string) {
    try {
      // Others may pass through what is above, because PostgreSQL may have to run as another user.
      mkdirSync(dirname(directory), { recursive: true, mode: 0o711 });
      mkdirSync(directory, { recursive: true, mode: 0o700 });
      this.own(directory);
      this.#logFile = join(directory, 'postgres.log');
      if ((statSync(this.#logFile, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES)
        rmSync(this.#logFile);
      closeSync(openSync(this.#logFile, 'a', 0o600));
    } catch (error) {
      throw new OperatorError(`The directory ${directory} cannot be written: ${(error as Error).message}`);
    }
    this.#home = reachableHome(postgresHome(), directory, this.#disguise);
  }

  /** Gives a file to the user that PostgreSQL runs as. */
  own(path: string): void {
    if (this.#disguise.owner !== null) chownSync(path, this.#disguise.owner, this.#disguise.owner);
  }

  spawn(program: 'initdb' | 'postgres', args: string[]): { child: ChildProcess; ended: Promise<Ending> } {
    const from = statSync(this.#logFile).size;
    const output = openSync(this.#logFile, 'a');
    const [command = '', ...rest] = [
      // Dies with us, even by kill -9. Twice: entering a user namespace may forget it.
      ...DIES_WITH_US,
      // The lock is inherited by every process of PostgreSQL and lasts until the last of them is gone.
      ...['flock', '--no-fork', '--nonblock', `--conflict-exit-code=${HELD}`, join(this.directory, 'lock')],
      ...this.#disguise.prefix,
      ...DIES_WITH_US,
      ...[join(this.#home, 'bin', program), ...args],
    ];
    const child = spawn(command, rest, {
      cwd: this.directory,
      // Ctrl-C in a terminal reaches the whole group: the server stops first, then PostgreSQL.
      detached: true,
      // Its own: ours may hold secrets, and a locale that is not installed.
      env: { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C' },
      stdio: ['ignore', output, output],
    });
    closeSync(output);
    child.unref();
    const ended = once(child, 'exit').then(([code]) => ({
      isHeld: code === HELD,
      lastWords: readFileSync(this.#logFile).subarray(from).toString().trim().slice(-2000),
    }));
    return { child, ended };
  }
}

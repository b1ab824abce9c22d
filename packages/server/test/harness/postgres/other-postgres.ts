import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { freePort } from '../../../src/platform/postgres/port';
import { chooseDisguise } from '../../../src/platform/postgres/unprivileged';

/** Where Debian installs the oldest version that the product supports. */
const BINARIES = '/usr/lib/postgresql/15/bin';

export const hasPostgres15 = existsSync(join(BINARIES, 'postgres'));

/** A PostgreSQL 15 for as long as a test takes. */
export async function startPostgres15(): Promise<{ url: string; stop(): Promise<void> }> {
  const { prefix, owner } = chooseDisguise();
  const directory = mkdtempSync(join(tmpdir(), 'entente-postgres15-'));
  if (owner !== null) execFileSync('chown', [`${owner}`, directory]);
  const data = join(directory, 'data');
  const password = join(directory, 'password');
  writeFileSync(password, 'secret');
  const run = (program: string, args: string[]): [string, string[]] => {
    const [command = '', ...rest] = [...prefix, join(BINARIES, program), ...args];
    return [command, rest];
  };
  execFileSync(
    ...run('initdb', [
      '-D',
      data,
      '-U',
      'entente',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '-A',
      'scram-sha-256',
      `--pwfile=${password}`,
    ]),
    { stdio: 'ignore' },
  );
  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories=', 'fsync=off'];
  const server = spawn(...run('postgres', ['-D', data, ...settings.flatMap((each) => ['-c', each])]), {
    stdio: 'ignore',
  });
  const ended = once(server, 'exit');
  const url = `postgres://entente:secret@127.0.0.1:${port}/postgres`;
  await answering(url);
  return {
    url,
    async stop() {
      server.kill('SIGINT');
      await ended;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function answering(url: string): Promise<void> {
  for (const end = Date.now() + 10_000; ; await wait(50)) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

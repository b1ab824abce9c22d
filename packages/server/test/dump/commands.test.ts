import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { readConfig } from '../../src/app/config';
import { dump } from '../../src/app/dump';
import { restore } from '../../src/app/restore';
import { emptyTestDatabase, TEST_SECRET } from '../harness/postgres/test-database';
import { ask, bodyOf, DumpWorld } from './dump-world';

const ENTENTE = join(__dirname, '../../scripts/entente.mjs');

let world: DumpWorld;
beforeAll(async () => {
  world = await DumpWorld.open();
}, 60_000);
afterAll(() => world.close());

const configFor = (databaseUrl: string) => ({
  ...readConfig({}),
  databaseUrl,
  secret: TEST_SECRET,
  token: 'none',
});

/** As an operator runs it, in a process of its own. */
function entente(
  args: string[],
  databaseUrl: string,
): ChildProcess & { text: { stdout: string; stderr: string } } {
  const child = spawn(process.execPath, [ENTENTE, ...args], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: databaseUrl,
      ENTENTE_SECRET: TEST_SECRET,
      TMPDIR: world.folder,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const text = { stdout: '', stderr: '' };
  child.stderr?.on('data', (piece) => {
    text.stderr += piece;
  });
  return Object.assign(child, { text });
}

describe('entente dump', () => {
  test('writes a file for its owner alone, and none over another', async () => {
    const path = world.path();
    expect(await dump(configFor(world.url), path)).toMatch(/^Dumped \d+ rows, .* MB, in .* s \(\d+ rows\/s/);
    expect(statSync(path).mode & 0o777).toBe(0o600);

    await expect(dump(configFor(world.url), path)).rejects.toThrow(
      `${path} is there already: give another name, or remove it.`,
    );
    await expect(dump(configFor(world.url), join(world.folder, 'nowhere', 'x'))).rejects.toThrow(
      /The dump could not be written: .*ENOENT/,
    );
  });

  test('has one state of the database, while others go on writing', async () => {
    const before = await world.dump();
    const path = world.path();
    let isDone = false;
    const writing = (async () => {
      for (let n = 0; !isDone; n += 1) await world.api.given.topic(`written-meanwhile-${n}`);
      return world.api.sequence();
    })();
    await dump(configFor(world.url), path);
    isDone = true;
    expect(await writing).toBeGreaterThan(0);

    const url = await emptyTestDatabase('meanwhile');
    await restore(configFor(url), path);
    expect(bodyOf(await world.dump(url))).toEqual(bodyOf(path));
    expect(bodyOf(path).length).toBeGreaterThanOrEqual(bodyOf(before).length);
  }, 60_000);

  test('goes through a pipe into another database, and keeps nothing beside', async () => {
    const url = await emptyTestDatabase('piped');
    const out = entente(['dump'], world.url);
    const into = entente(['restore', '-'], url);
    out.stdout?.pipe(into.stdin as NodeJS.WritableStream);
    expect(await Promise.all([once(out, 'exit'), once(into, 'exit')])).toEqual([
      [0, null],
      [0, null],
    ]);

    expect(out.text.stderr).toMatch(/^Dumped \d+ rows/);
    expect(bodyOf(await world.dump(url))).toEqual(bodyOf(await world.dump()));
    expect(readdirSync(world.folder).filter((name) => name.startsWith('entente-restore'))).toEqual([]);
  }, 60_000);

  test('leaves no file when it is stopped', async () => {
    const path = world.path();
    // It waits for a table that somebody else holds, and is stopped then.
    const holder = new Client({ connectionString: world.url });
    await holder.connect();
    await holder.query('BEGIN; LOCK TABLE webhook IN ACCESS EXCLUSIVE MODE');
    const child = entente(['dump', path], world.url);
    while (!existsSync(`${path}.unfinished`) && child.exitCode === null) await wait(50);
    await wait(300);
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([1, null]);
    await holder.end();

    expect(child.text.stderr).toBe('Stopped; no dump was made.\n');
    expect(existsSync(path)).toBe(false);
    expect(existsSync(`${path}.unfinished`)).toBe(false);
  }, 60_000);
});

describe('entente restore', () => {
  test('makes nothing of a file that is refused', async () => {
    const path = await world.dump();
    const cut = world.file(readFileSync(path).subarray(0, -100));
    const url = await emptyTestDatabase('refused');

    await expect(restore(configFor(url), cut)).rejects.toThrow('cut off');
    await expect(restore(configFor(url), join(world.folder, 'none'))).rejects.toThrow(
      'none cannot be read: ENOENT',
    );
    expect(await ask(url, `SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace`)).toEqual([]);
  });

  test('writes nothing when it is stopped, and does it when it is called again', async () => {
    const path = await world.dump();
    const url = await emptyTestDatabase('stopped');
    const first = entente(['migrate', 'up'], url);
    await once(first, 'exit');
    const holder = new Client({ connectionString: url });
    await holder.connect();
    await holder.query('BEGIN; LOCK TABLE webhook IN ACCESS SHARE MODE');
    const child = entente(['restore', path], url);
    const waiting = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
    while ((await ask(url, waiting)).length === 0 && child.exitCode === null) await wait(50);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([1, null]);
    await holder.end();

    expect(child.text.stderr).toBe('Stopped; nothing was restored.\n');
    expect(await ask(url, 'SELECT FROM engagement')).toEqual([]);
    expect(await restore(configFor(url), path)).toMatch(/^Restored \d+ rows/);
    expect(bodyOf(await world.dump(url))).toEqual(bodyOf(path));
  }, 60_000);
});

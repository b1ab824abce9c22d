import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { clusterIn, readStatus } from './cluster';
import { type Postgres, startPostgres } from './embedded';

const log = { debug() {}, warn() {} };
let directory: string;
let running: Postgres[] = [];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'entente-postgres-'));
});

afterEach(async () => {
  await Promise.all(running.map((server) => server.stop()));
  running = [];
  rmSync(directory, { recursive: true, force: true });
});

async function start(patienceMs?: number): Promise<Postgres> {
  const server = await startPostgres({ directory, log, patienceMs });
  running.push(server);
  return server;
}

async function ask(url: string, statement: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return Object.values((await client.query(statement)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

/** The process that takes connections, by PostgreSQL's own account. */
function serverProcess(): number | null {
  const status = readStatus(clusterIn(directory));
  return status?.isReady ? status.pid : null;
}

async function until(what: string, isTrue: () => boolean): Promise<void> {
  for (const end = Date.now() + 10_000; !isTrue(); await sleep(20))
    if (Date.now() > end) throw new Error(`Not within 10 s: ${what}`);
}

describe('the embedded PostgreSQL', () => {
  test('is a PostgreSQL 18 with UTF-8, checksums and an address of this machine only', async () => {
    const { url } = await start();

    expect(new URL(url).hostname).toBe('127.0.0.1');
    expect(await ask(url, 'SHOW server_version')).toMatch(/^18\./);
    expect(await ask(url, 'SHOW listen_addresses')).toBe('127.0.0.1');
    expect(await ask(url, 'SHOW data_checksums')).toBe('on');
    expect(await ask(url, 'SHOW server_encoding')).toBe('UTF8');
    expect(await ask(url, `SELECT lower('ÄÇ')`)).toBe('äç');
  });

  test('refuses a wrong password and keeps the right one from others', async () => {
    const { url } = await start();
    const wrong = new URL(url);
    wrong.password = 'guess';

    await expect(ask(wrong.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
    expect(statSync(join(directory, 'cluster', 'connection.json')).mode & 0o777).toBe(0o600);
  });

  test('has its rows and its address again after a restart', async () => {
    const first = await start();
    await ask(first.url, `CREATE TABLE envoy AS SELECT 'Metternich' AS name`);
    await first.stop();
    const second = await start();

    expect(second.url).toBe(first.url);
    expect(await ask(second.url, 'SELECT name FROM envoy')).toBe('Metternich');
  });

  test('takes another port when its own is taken', async () => {
    const first = await start();
    await first.stop();
    const blocker = await startBlocker(Number(new URL(first.url).port));
    const second = await start();
    blocker();

    expect(new URL(second.url).port).not.toBe(new URL(first.url).port);
    expect(await ask(second.url, 'SELECT 1')).toBe(1);
  });

  test('refuses a second server on the same directory and leaves the first one whole', async () => {
    const first = await start();

    await expect(start(300)).rejects.toThrow(/is in use by PostgreSQL process \d+.*ENTENTE_DATA/);
    expect(await ask(first.url, 'SELECT 1')).toBe(1);
  });

  test('stands up again when it is killed, with what was committed', async () => {
    const { url } = await start();
    await ask(url, `CREATE TABLE envoy AS SELECT 'Talleyrand' AS name`);
    const killed = serverProcess() ?? 0;
    process.kill(killed, 'SIGKILL');
    await until('another process serves', () => ![killed, null].includes(serverProcess()));

    expect(await ask(url, 'SELECT name FROM envoy')).toBe('Talleyrand');
  });

  test('ends with a server that is killed, and the next start has what was committed', async () => {
    const { child, url } = await startInAnotherProcess();
    await ask(url, `CREATE TABLE envoy AS SELECT 'Castlereagh' AS name`);
    const orphan = serverProcess();
    child.kill('SIGKILL');

    const { url: again } = await start();
    expect(await ask(again, 'SELECT name FROM envoy')).toBe('Castlereagh');
    await until('the process of the killed server is gone', () => !existsSync(`/proc/${orphan}`));
  });

  test('is not misled by a set-up that was interrupted', async () => {
    writeFileSync(join(directory, 'unfinished-abc'), '');
    const { url } = await start();

    expect(await ask(url, 'SELECT 1')).toBe(1);
    expect(existsSync(join(directory, 'unfinished-abc'))).toBe(false);
  });
});

async function startBlocker(port: number): Promise<() => void> {
  const { createServer } = await import('node:net');
  const server = createServer();
  await new Promise<void>((resolve) => server.listen({ host: '127.0.0.1', port }, resolve));
  return () => server.close();
}

/** A server of its own process, as one that is killed must be. */
async function startInAnotherProcess(): Promise<{ child: ChildProcess; url: string }> {
  const program = `
    const { transformSync } = require('@swc/core');
    require('node:module')._extensions['.ts'] = (module, file) =>
      module._compile(transformSync(require('node:fs').readFileSync(file, 'utf8'), {
        filename: file, module: { type: 'commonjs' }, jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
      }).code, file);
    require(${JSON.stringify(join(__dirname, 'embedded.ts'))})
      .startPostgres({ directory: ${JSON.stringify(directory)}, log: { debug() {}, warn() {} } })
      .then(({ url }) => { console.log(url); setInterval(() => {}, 1000); });
  `;
  const child = spawn(process.execPath, ['-e', program], {
    cwd: __dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve) =>
    child.stdout?.once('data', (data) => resolve(String(data).trim())),
  );
  return { child, url };
}

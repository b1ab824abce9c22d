import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { OperatorError } from '../operator-error';
import {
  clusterIn,
  createCluster,
  DATABASE,
  databaseUrl,
  readConnection,
  readStatus,
  removeUnfinished,
  writeConnection,
} from './cluster';
import { type Ending, Launcher } from './launcher';
import { freePort } from './port';

/** A killed server's PostgreSQL needs a moment to go; until then its files are held. */
const PATIENCE_MS = 5_000;
const STOP_MS = 15_000;

const SETTINGS: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  // Room for the indexes of a hundred thousand records: an import touches all of them.
  shared_buffers: '256MB',
  // The data lies on one local disk that is mostly in memory.
  random_page_cost: '1.1',
  // Costs more than it saves on statements of a few milliseconds.
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  // A failed statement's text may hold what a reader of the log may not see.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
};

export interface PostgresLog {
  debug(message: string): void;
  warn(message: string): void;
}

export interface PostgresOptions {
  /** Holds the cluster, its password and its log; made if missing. One server at a time. */
  directory: string;
  log: PostgresLog;
  /** PostgreSQL's own settings, over ours. */
  settings?: Record<string, string>;
  /** How long a server on its way out is waited for. */
  patienceMs?: number;
}

export interface Postgres {
  url: string;
  stop(): Promise<void>;
}

/** Starts the PostgreSQL that comes with the packages, on 127.0.0.1 alone; it ends with this process, however that ends. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const { directory, log, patienceMs = PATIENCE_MS } = options;
  const launcher = new Launcher(resolve(directory));
  const cluster = clusterIn(launcher.directory);
  const settings = { ...SETTINGS, ...options.settings };
  const start = () => startPatiently(launcher, cluster, settings, patienceMs);
  let server = await start();
  let isStopping = false;
  removeUnfinished(launcher.directory);
  log.debug(`PostgreSQL ${server.child.pid} serves ${cluster} on port ${server.port}`);

  const restartWhenItFalls = async (): Promise<void> => {
    const { lastWords } = await server.ended;
    if (isStopping) return;
    // Set up anew it would look like the old one, without its rows.
    if (!existsSync(cluster)) throw new OperatorError(`PostgreSQL ended because ${cluster} is gone.`);
    log.warn(`PostgreSQL ended by itself and is started again. ${lastWords}`);
    server = await start();
    if (isStopping) return stopServer(server);
    return restartWhenItFalls();
  };
  restartWhenItFalls().catch((error: Error) => log.warn(error.message));

  const connection = readConnection(cluster);
  await createDatabase(databaseUrl(connection, 'postgres'));
  return {
    url: databaseUrl(connection),
    async stop() {
      isStopping = true;
      await stopServer(server);
    },
  };
}

interface Server {
  child: ChildProcess;
  ended: Promise<Ending>;
  port: number;
}

async function startPatiently(
  launcher: Launcher,
  cluster: string,
  settings: Record<string, string>,
  patienceMs: number,
): Promise<Server> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const outcome = await tryToStart(launcher, cluster, settings);
    if ('child' in outcome) return outcome;
    if (!isTransient(outcome))
      throw new OperatorError(`PostgreSQL did not start in ${launcher.directory}:\n${outcome.lastWords}`);
    if (Date.now() > until) throw new OperatorError(inUse(launcher.directory, cluster));
    await sleep(100);
  }
}

async function tryToStart(
  launcher: Launcher,
  cluster: string,
  settings: Record<string, string>,
): Promise<Server | Ending> {
  if (!existsSync(cluster)) {
    const ending = await createCluster(launcher);
    if (ending) return ending;
  }
  const connection = readConnection(cluster);
  const port = await freePort(connection.port);
  const { child, ended } = launcher.spawn('postgres', [
    ...['-D', cluster, '-p', String(port)],
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]);
  for (;;) {
    const ending = await Promise.race([ended, sleep(10)]);
    if (ending) return ending;
    const status = readStatus(cluster);
    if (!status?.isReady || status.pid !== child.pid) continue;
    if (port !== connection.port) writeConnection(cluster, { ...connection, port });
    return { child, ended, port };
  }
}

/** Held by a server that is on its way out, or a port taken between our look and PostgreSQL's. */
function isTransient({ isHeld, lastWords }: Ending): boolean {
  return (
    isHeld || /lock file "postmaster.pid" already exists|could not bind|shared memory block/.test(lastWords)
  );
}

function inUse(directory: string, cluster: string): string {
  const pid = readStatus(cluster)?.pid;
  return (
    `The database in ${directory} is in use${pid ? ` by PostgreSQL process ${pid}` : ''}: another server runs on it. ` +
    'Stop that one first, or set ENTENTE_DATA to another directory.'
  );
}

async function createDatabase(maintenanceUrl: string): Promise<void> {
  const client = new Client({ connectionString: maintenanceUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/** First the clients are cut off and everything is written out; if that takes too long, recovery does it at the next start. */
async function stopServer({ child, ended }: Server): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.ref();
  child.kill('SIGINT');
  const timer = setTimeout(() => child.kill('SIGQUIT'), STOP_MS);
  await ended;
  clearTimeout(timer);
}

import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '../operator-error';
import type { Ending, Launcher } from './launcher';

const UNFINISHED = 'unfinished-';
const SUPERUSER = 'entente';
export const DATABASE = 'entente';

/** What a client needs to know of a cluster; kept in its data directory, readable by its owner alone. */
export interface Connection {
  port: number;
  password: string;
}

export function clusterIn(directory: string): string {
  return join(directory, 'cluster');
}

/** Makes the cluster in a place of its own and moves it: one that was interrupted is never taken for a whole one. */
export async function createCluster(launcher: Launcher): Promise<Ending | null> {
  const { directory } = launcher;
  const workshop = mkdtempSync(join(directory, UNFINISHED));
  const cluster = join(workshop, 'cluster');
  const passwordFile = join(workshop, 'password');
  const password = randomBytes(24).toString('hex');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  for (const path of [workshop, passwordFile]) launcher.own(path);

  const { child, ended } = launcher.spawn('initdb', [
    ...['-D', cluster, '-U', SUPERUSER, '--auth=scram-sha-256', `--pwfile=${passwordFile}`],
    ...[
      '-E',
      'UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
    ],
  ]);
  child.ref();
  const ending = await ended;
  if (child.exitCode !== 0) {
    rmSync(workshop, { recursive: true, force: true });
    if (ending.isHeld) return ending;
    throw new OperatorError(`PostgreSQL could not be set up in ${directory}:\n${ending.lastWords}`);
  }
  writeConnection(cluster, { port: 0, password });
  renameSync(cluster, clusterIn(directory));
  rmSync(workshop, { recursive: true, force: true });
  return null;
}

export function removeUnfinished(directory: string): void {
  for (const name of readdirSync(directory))
    if (name.startsWith(UNFINISHED)) rmSync(join(directory, name), { recursive: true, force: true });
}

export function readConnection(cluster: string): Connection {
  return JSON.parse(readFileSync(join(cluster, 'connection.json'), 'utf8'));
}

export function databaseUrl({ port, password }: Connection, database = DATABASE): string {
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
}

export function writeConnection(cluster: string, connection: Connection): void {
  const path = join(cluster, 'connection.json');
  writeFileSync(`${path}.new`, JSON.stringify(connection), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/** PostgreSQL's own account of how far it has come: the process, and whether it takes connections. */
export function readStatus(cluster: string): { pid: number; port: number; isReady: boolean } | null {
  const path = join(cluster, 'postmaster.pid');
  if (!existsSync(path)) return null;
  const lines = readFileSync(path, 'utf8').split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' };
}

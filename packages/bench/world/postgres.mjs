// A PostgreSQL of our own, from the product's binaries, that can be crashed: every process of it is killed at once,
// and the product's own watch starts it again on the same files and port.
import { mkdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fixedPort } from './ports.mjs';
import { product } from './product.mjs';

/** A crash of processes, unlike one of the machine, leaves what was written with the kernel: nothing needs to wait for the disk. */
export const FAST = { fsync: 'off', max_connections: '300', max_wal_size: '4GB' };

export async function startDatabase(directory, settings = FAST) {
  const { startPostgres } = product('platform/postgres/embedded');
  const { clusterIn, createCluster, readConnection, readStatus, writeConnection } =
    product('platform/postgres/cluster');
  const { Launcher } = product('platform/postgres/launcher');

  mkdirSync(directory, { recursive: true, mode: 0o711 });
  const launcher = new Launcher(directory);
  await createCluster(launcher);
  const cluster = clusterIn(directory);
  writeConnection(cluster, { ...readConnection(cluster), port: await fixedPort() });
  const log = { debug() {}, warn() {} };
  const postgres = await startPostgres({ directory, log, settings, patienceMs: 30_000 });
  return {
    url: postgres.url,
    /** Kills everything of it, and waits until it takes connections again. */
    async crash() {
      const { pid } = readStatus(cluster);
      for (const each of [pid, ...childrenOf(pid)]) kill(each);
      for (;;) {
        await sleep(20);
        const status = readStatus(cluster);
        if (status?.isReady && status.pid !== pid) return;
      }
    },
    stop: () => postgres.stop(),
  };
}

/** Where the kernel does not tell, none: they end by themselves when they find their parent gone. */
function childrenOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

function kill(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It went with its parent.
  }
}

import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asSuperuser, RUN } from './test-database';

export default async function tearDown(): Promise<void> {
  const server = globalThis.ententeTestServer;
  if (!server) return removeFromForeignServer(process.env[RUN.prefix] ?? '');
  await server.stop();
  rmSync(join(tmpdir(), `entente-test-${process.pid}`), { recursive: true, force: true });
}

/** A server that is not ours keeps neither the databases nor the roles of the run. */
async function removeFromForeignServer(prefix: string): Promise<void> {
  const named = async (catalogue: string, column: string): Promise<string[]> => {
    const rows = await asSuperuser(
      `SELECT ${column} AS name FROM ${catalogue} WHERE ${column} LIKE '${prefix}\\_%'`,
    );
    return rows.map(({ name }) => `"${name}"`);
  };
  for (const database of await named('pg_database', 'datname'))
    await asSuperuser(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
  for (const role of await named('pg_roles', 'rolname')) await asSuperuser(`DROP ROLE IF EXISTS ${role}`);
}

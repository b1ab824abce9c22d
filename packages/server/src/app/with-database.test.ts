import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startPostgres } from '../platform/postgres/embedded';
import { readConfig } from './config';
import { postgresDirectory, withDatabase } from './with-database';

const log = { debug() {}, warn() {} };

async function isAlive(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

describe('the database of a command', () => {
  let dataDirectory: string;
  beforeEach(() => {
    dataDirectory = mkdtempSync(join(tmpdir(), 'entente-command-'));
  });
  afterEach(() => rmSync(dataDirectory, { recursive: true }));

  test('is started for the command and stopped after it, even after a failure', async () => {
    const config = readConfig({ ENTENTE_DATA: dataDirectory });
    let url = '';
    const failing = withDatabase(config, log, async (given) => {
      url = given;
      expect(await isAlive(url)).toBe(true);
      throw new Error('the command failed');
    });

    await expect(failing).rejects.toThrow('the command failed');
    expect(await isAlive(url)).toBe(false);
  });

  test('is that of the server which runs already, and stays', async () => {
    const config = readConfig({ ENTENTE_DATA: dataDirectory });
    const server = await startPostgres({ directory: postgresDirectory(config), log });
    const url = await withDatabase(config, log, async (given) => given);

    expect(url).toBe(server.url);
    expect(await isAlive(url)).toBe(true);
    await server.stop();
  });

  test('is the one that is set', async () => {
    const config = readConfig({
      ENTENTE_DATA: dataDirectory,
      DATABASE_URL: 'postgres://desk@127.0.0.1/entente',
    });

    expect(await withDatabase(config, log, async (given) => given)).toBe('postgres://desk@127.0.0.1/entente');
  });
});

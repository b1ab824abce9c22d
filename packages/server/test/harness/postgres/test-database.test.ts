import { Client } from 'pg';
import { emptyTestDatabase, freshTestDatabase, testDatabase } from './test-database';

async function ask(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

describe('the database of a test', () => {
  test('belongs to its worker alone', async () => {
    const [row] = await ask(testDatabase(), 'SELECT current_database() AS name');

    expect(row?.name).toMatch(new RegExp(`^entente_test_\\d+_${process.env.JEST_WORKER_ID}$`));
  });

  test('is made anew when asked for', async () => {
    await ask(testDatabase(), 'CREATE TABLE left_over ()');
    const url = await freshTestDatabase();

    expect(await ask(url, `SELECT FROM pg_tables WHERE tablename = 'left_over'`)).toEqual([]);
  });

  test('is empty when the migrations are what is tested', async () => {
    const url = await emptyTestDatabase('migrations');

    expect(await ask(url, `SELECT FROM pg_tables WHERE schemaname = 'public'`)).toEqual([]);
  });
});

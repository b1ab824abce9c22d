import { Database, migrateDown, migrateStatus, migrateUp } from '../../src/app/database';
import { emptyTestDatabase, TEST_SECRET, testDatabase } from '../harness/postgres/test-database';

const OPTIONS = { poolSize: 2, deadlineMs: 10_000, secret: TEST_SECRET };

/** What the migrations alone decide: entities name neither indexes nor checks. */
const OF_MIGRATIONS_ALONE = /DROP INDEX|CREATE INDEX "IDX_|DROP CONSTRAINT "(?!.*_fkey)/;

describe('the migrations', () => {
  test('make the tables that the entities expect', async () => {
    const database = await Database.open(testDatabase(), OPTIONS);
    try {
      const { upQueries } = await database.writer.driver.createSchemaBuilder().log();

      expect(upQueries.map(({ query }) => query).filter((query) => !OF_MIGRATIONS_ALONE.test(query))).toEqual(
        [],
      );
    } finally {
      await database.close();
    }
  });

  test('can all be taken back and run again', async () => {
    const url = await emptyTestDatabase('migrations');
    const names = await migrateUp(url, TEST_SECRET);

    for (const name of [...names].reverse()) expect(await migrateDown(url)).toBe(name);
    expect(await migrateDown(url)).toBeNull();

    expect(await migrateUp(url, TEST_SECRET)).toEqual(names);
    expect((await migrateStatus(url)).every((migration) => migration.hasRun)).toBe(true);
  });
});

import { findings } from '../../src/app/check';
import { Database, migrateDown, migrateStatus } from '../../src/app/database';
import { hasPostgres15, startPostgres15 } from '../harness/postgres/other-postgres';
import { emptyTestDatabase, TEST_SECRET } from '../harness/postgres/test-database';
import { ask, bodyOf, DumpWorld } from './dump-world';

let world: DumpWorld;
let path: string;
beforeAll(async () => {
  world = await DumpWorld.open();
  path = await world.dump();
}, 60_000);
afterAll(() => world.close());

async function found(url: string) {
  const database = await Database.open(url, { poolSize: 2, deadlineMs: 10_000, secret: TEST_SECRET });
  try {
    return await findings(database.writer);
  } finally {
    await database.close();
  }
}

// Skipped where Debian's PostgreSQL 15 is not installed.
(hasPostgres15 ? describe : describe.skip)('a dump of another PostgreSQL', () => {
  test('is the same when it went through PostgreSQL 15 and back', async () => {
    const older = await startPostgres15();
    try {
      expect(await ask(older.url, 'SHOW server_version')).toEqual([
        { server_version: expect.stringMatching(/^15[.]/) },
      ]);
      await ask(older.url, 'CREATE DATABASE elsewhere');
      const elsewhere = older.url.replace(/postgres$/, 'elsewhere');
      await world.restore(path, elsewhere);
      expect(await found(elsewhere)).toEqual([]);
      const fromOlder = await world.dump(elsewhere);
      expect(bodyOf(fromOlder)).toEqual(bodyOf(path));

      const back = await emptyTestDatabase('back');
      await world.restore(fromOlder, back);
      expect(bodyOf(await world.dump(back))).toEqual(bodyOf(path));
      expect(await found(back)).toEqual([]);
    } finally {
      await older.stop();
    }
  }, 60_000);
});

describe('a dump of an earlier schema', () => {
  test('is put into that schema and migrated, as its database would have been', async () => {
    const earlier = await emptyTestDatabase('earlier');
    await world.restore(path, earlier);
    const last = await migrateDown(earlier);
    const latest = (await migrateStatus(earlier)).findLast(({ hasRun }) => hasRun)?.name;
    const older = await world.dump(earlier, latest);

    const target = await emptyTestDatabase('later');
    await world.restore(older, target);
    const status = await migrateStatus(target);
    expect(status.at(-1)).toEqual({ name: last, hasRun: true });
    expect(await found(target)).toEqual([]);
    const meetings = 'SELECT * FROM engagement ORDER BY id';
    expect(await ask(target, meetings)).toEqual(await ask(world.url, meetings));
  }, 60_000);
});

import { Api } from '../../../test/harness/api';
import { renewEpoch, renewEpochIfElsewhere } from './epoch.job';

let api: Api;
let db: ReturnType<Api['database']['alone']>;
beforeAll(async () => {
  api = await Api.open();
  db = api.database.alone('epoch of a test');
  await db.connect();
});
afterAll(async () => {
  await db.end();
  await api.close();
});

const head = async () => (await db.query('SELECT epoch, written_in FROM event_head')).rows[0];

describe('the epoch', () => {
  test('is made with the log, and stays while the database goes on', async () => {
    const { epoch } = await head();
    expect(epoch).toMatch(/^[0-9a-f]{16}$/);

    expect(await renewEpochIfElsewhere(db)).toBeNull();
    expect(await renewEpochIfElsewhere(db)).toBeNull();
    expect((await head()).epoch).toBe(epoch);
  });

  test('is another where the database writes another history', async () => {
    const { epoch, written_in } = await head();
    expect(written_in).toMatch(/^\d+\/\d+\/[0-9A-F]{8}$/);
    await db.query(`UPDATE event_head SET written_in = left(written_in, -1) || '9'`);

    const renewed = await renewEpochIfElsewhere(db);
    expect(renewed).not.toBe(epoch);
    expect(await head()).toEqual({ epoch: renewed, written_in });
  });

  test('is renewed when the operator says so', async () => {
    const { epoch } = await head();

    expect(await renewEpoch(db)).not.toBe(epoch);
  });

  test('is judged by an ordinary user too, as far as it may ask', async () => {
    const { epoch } = await head();
    await db.query('BEGIN; CREATE ROLE entente_ordinary; GRANT ALL ON event_head TO entente_ordinary');
    await db.query('SET LOCAL ROLE entente_ordinary');
    expect(await renewEpochIfElsewhere(db)).toBeNull();

    await db.query(
      'RESET ROLE; REVOKE EXECUTE ON FUNCTION pg_control_system(), pg_current_wal_insert_lsn() FROM PUBLIC',
    );
    await db.query('SET LOCAL ROLE entente_ordinary');
    expect(await renewEpochIfElsewhere(db)).not.toBeNull();
    expect((await head()).written_in).toMatch(/^-\/\d+\/-$/);
    await db.query('ROLLBACK');
    expect((await head()).epoch).toBe(epoch);
  });
});

import { Api } from '../../../test/harness/api';
import { CountingWorld } from '../../../test/harness/counting-world';
import { freshTestDatabase } from '../../../test/harness/postgres/test-database';
import { miscounted } from '../../../test/harness/recount';

const CLEARANCES = [0, 1, 2, 3, 4];
const SEEDS = (process.env.COUNTER_SEEDS ?? '1,2').split(',').map(Number);
const STEPS = 60;

let api: Api;
beforeEach(async () => {
  api = await Api.open(await freshTestDatabase());
});
afterEach(() => api.close());

async function expectCounted(after: string): Promise<void> {
  for (const clearance of CLEARANCES)
    expect({ after, clearance, wrong: await miscounted(api.database, clearance) }).toEqual({
      after,
      clearance,
      wrong: [],
    });
}

describe('counters', () => {
  test.each(SEEDS)(
    'are what a recount says to every clearance after each of many writes (seed %i)',
    async (seed) => {
      const world = await CountingWorld.of(api, seed);
      await expectCounted('the beginning');
      for (let step = 0; step < STEPS; step++) {
        const done = await world.step();
        await expectCounted(`step ${step}: ${done}`);
        if (step % 10 === 0) await api.database.writer.query('SELECT fold_counters(100)');
      }
    },
    240_000,
  );
});

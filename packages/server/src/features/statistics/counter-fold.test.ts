import { Api } from '../../../test/harness/api';
import { freshTestDatabase } from '../../../test/harness/postgres/test-database';
import { miscounted } from '../../../test/harness/recount';
import { CounterFold } from './counter-fold.job';

const AMEND_ACTOR =
  'mutation ($id: ID!, $v: Int!, $state: ActorRef!) { amendActor(id: $id, expectedVersion: $v, input: { state: $state }) { id } }';
const AMEND =
  'mutation ($id: ID!, $v: Int!, $input: EngagementInput!) { amendEngagement(id: $id, expectedVersion: $v, input: $input) { id } }';

let api: Api;
beforeEach(async () => {
  api = await Api.open(await freshTestDatabase());
});
afterEach(() => api.close());

const fold = (isOver = new AbortController().signal) => new CounterFold(api.database.writer).run(isOver);
const unfolded = async () =>
  (await api.database.writer.query('SELECT count(*)::integer AS count FROM counter_delta'))[0].count;

/** Until `work` is done, again and again; says how often. */
async function during(work: Promise<unknown>, again: () => Promise<void>): Promise<number> {
  let isDone = false;
  const done = work.finally(() => {
    isDone = true;
  });
  let times = 0;
  for (; !isDone; times++) await again();
  await done;
  return times;
}

async function expectCounted(): Promise<void> {
  for (const clearance of [0, 4]) expect(await miscounted(api.database, clearance)).toEqual([]);
}

describe('the job that folds', () => {
  test('adds up what was appended, and leaves the sums as they were', async () => {
    const { given } = api;
    for (const kind of ['MEETING', 'MEETING', 'CALL'])
      await given.engagement({ kind, participations: [{ actor: 'QA' }, { actor: 'IQ' }] });
    expect(await unfolded()).toBeGreaterThan(0);

    await fold();

    expect(await unfolded()).toBe(0);
    await expectCounted();
    await given.engagement({ participations: [{ actor: 'QA' }] });
    await expectCounted();
  });

  test('stops where the process leads no more', async () => {
    await api.given.engagement();

    await fold(AbortSignal.abort());

    expect(await unfolded()).toBeGreaterThan(0);
  });
});

describe('while many write and the job folds', () => {
  test('every read finds the sums of its moment', async () => {
    const { given } = api;
    const write = async (actor: string) => {
      for (let n = 0; n < 25; n++)
        await given.engagement({
          kind: n % 2 ? 'MEETING' : 'CALL',
          marking: n % 3 ? 'CLEAR' : 'AMBER',
          participations: [{ actor }, { actor: 'QA' }],
        });
    };
    const folding = during(Promise.all(['IQ', 'FR', 'DE'].map(write)), () => fold());
    const reads = await during(folding, expectCounted);

    expect(reads).toBeGreaterThan(3);
    await expectCounted();
  }, 60_000);

  test('an organization that changes its state takes along what is recorded of it meanwhile', async () => {
    const { given } = api;
    const ministry = await given.organization('A ministry', { orgKind: 'MINISTRY', state: 'QA' });
    for (let version = 1; version < 12; version++)
      await Promise.all([
        given.engagement({ participations: [{ actor: ministry }, { actor: 'DE' }] }),
        api.data(AMEND_ACTOR, { id: ministry, v: version, state: version % 2 ? 'IQ' : 'QA' }),
        given.engagement({ participations: [{ actor: ministry }] }),
      ]);
    await expectCounted();
  }, 60_000);

  test('two meetings of a visit that are withdrawn at once leave the visit to be counted', async () => {
    const { given } = api;
    for (let n = 0; n < 8; n++) {
      const visit = await given.engagement({ kind: 'VISIT' });
      const meetings = [await given.engagement({ parent: visit }), await given.engagement({ parent: visit })];
      await Promise.all(
        meetings.map((id) =>
          api.data(
            'mutation ($id: ID!) { retract(id: $id, expectedVersion: 1, reason: "an error") { id } }',
            {
              id,
            },
          ),
        ),
      );
      await Promise.all([
        api.data(AMEND, { id: visit, v: 1, input: { kind: 'VISIT', title: 'The visit' } }),
        given.engagement({ parent: visit }),
      ]);
    }
    await expectCounted();
  }, 60_000);
});

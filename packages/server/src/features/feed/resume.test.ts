import fc from 'fast-check';
import { Api } from '../../../test/harness/api';
import { FILTERS, headOf, histories, Player, pulled, STREAM, type Step } from '../../../test/harness/history';
import { Ear, Listening, until } from '../../../test/harness/listening';

const RUNS = 8;
/** So many entries that every resumption reads the log. */
const TINY = { entries: 1, bytes: 1_000_000 };

let api: Api;
/** What each keeps of the log: all, nothing. */
let byRing: Listening;
let byLog: Listening;

beforeAll(async () => {
  api = await Api.open();
  await api.sequence();
  byRing = await Listening.on(api);
  byLog = await Listening.on(api, { ring: TINY });
});

afterAll(async () => {
  await Promise.all([byRing.stop(), byLog.stop()]);
  await api.close();
});

/** Each filter but the last has something to tell of it. */
const WHAT_FOLLOWS: readonly Step[] = [0, 1, 2].map((which) => ({
  what: 'RECORD',
  which,
  marking: 0,
  kind: which,
  states: [which, (which + 1) % 3] as [number, number],
}));

const clearances = fc.nat(4);
const filters = fc.constantFrom(...FILTERS);

/** Frames that should not come have had time to. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 30));

describe('a stream that is resumed', () => {
  test('from whichever event, by the ring or by the log, gets exactly what follows it', async () => {
    await fc.assert(
      fc.asyncProperty(
        histories({ hides: true, length: 24 }),
        clearances,
        filters,
        async (steps, clearance, filter) => {
          const start = await headOf(api, clearance);
          await new Player(api).play(steps, 3);
          const all = await pulled(api, clearance, start, filter);
          const cursors = [start, ...all.map(({ cursor }) => cursor)];
          const heard = await Promise.all(
            [byRing, byLog].map((listening) =>
              Promise.all(
                cursors.map((after) => listening.hear(STREAM, { clearance, variables: { after, filter } })),
              ),
            ),
          );
          const areTold = (count: number) =>
            heard.every((ears) => ears.every((ear, at) => ear.told.length >= count - at));
          await until(() => areTold(all.length), 'the rest');
          await settled();
          for (const ears of heard)
            for (const [at, ear] of ears.entries()) expect(ear.told).toEqual(all.slice(at));

          await new Player(api).play(WHAT_FOLLOWS);
          const more = await pulled(api, clearance, all.at(-1)?.cursor ?? start, filter);
          await until(() => areTold(all.length + more.length), 'what follows live');
          await settled();
          for (const ears of heard)
            for (const [at, ear] of ears.entries()) {
              expect(ear.told.map(({ event }) => event.id)).toEqual(
                [...all, ...more].slice(at).map(({ event }) => event.id),
              );
              ear.detach();
            }
        },
      ),
      { numRuns: RUNS, endOnFailure: true },
    );
  }, 60_000);

  test('again and again, while things happen, misses nothing and repeats nothing', async () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 3, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        histories({ hides: false, length: 24 }),
        clearances,
        filters,
        cuts,
        fc.boolean(),
        async (steps, clearance, filter, sizes, usesRing) => {
          const start = await headOf(api, clearance);
          const listening = usesRing ? byRing : byLog;
          const heard: unknown[] = [];
          let isOver = false;
          const listener = (async () => {
            let after = start;
            for (let turn = 0; !isOver; turn++) {
              const ear = new Ear();
              ear.room = sizes[turn % sizes.length] ?? 1;
              await listening.hear(STREAM, { clearance, variables: { after, filter }, ear });
              await until(() => ear.isFull || isOver, 'frames', 20_000);
              ear.detach();
              heard.push(...ear.told);
              after = ear.frames.at(-1)?.cursor ?? after;
            }
          })();
          await new Player(api).play(steps);
          const all = await pulled(api, clearance, start, filter);
          await until(() => heard.length >= all.length - 4, 'most of it');
          await settled();
          isOver = true;
          await listener;

          const versions = (told: unknown) =>
            (told as { event: unknown }[]).map(({ event }) => withoutRecord(event));
          expect(versions(heard)).toEqual(versions(all));
        },
      ),
      { numRuns: RUNS, endOnFailure: true },
    );
  }, 60_000);

  test('after a stall goes on where it was, from its group, the ring or the log', async () => {
    await fc.assert(
      fc.asyncProperty(
        histories({ hides: false, length: 24 }),
        clearances,
        filters,
        fc.nat(6),
        async (steps, clearance, filter, room) => {
          const ears: Ear[] = [];
          const start = await headOf(api, clearance);
          for (const listening of [byRing, byLog]) {
            const stalling = new Ear();
            stalling.room = room;
            ears.push(
              await listening.hear(STREAM, { clearance, variables: { filter } }),
              await listening.hear(STREAM, { clearance, variables: { filter }, ear: stalling }),
            );
          }
          await new Player(api).play(steps);
          const all = await pulled(api, clearance, start, filter);
          for (const ear of ears) ear.room = Number.POSITIVE_INFINITY;
          await until(() => ears.every((ear) => ear.told.length >= all.length), 'all of it');
          await settled();

          for (const ear of ears) {
            expect(ear.told.map(({ event }) => withoutRecord(event))).toEqual(
              all.map(({ event }) => withoutRecord(event)),
            );
            ear.detach();
          }
        },
      ),
      { numRuns: RUNS, endOnFailure: true },
    );
  }, 60_000);
});

/** The record is as it was when the event was told, which differs. */
function withoutRecord(event: unknown): unknown {
  return { ...(event as object), record: null };
}

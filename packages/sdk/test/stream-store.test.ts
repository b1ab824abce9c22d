import { AbortedError, type CursorStore, createClient } from '../src/index';
import { ScriptedServer } from './support/scripted-server';
import {
  changed,
  checkpoint,
  cursorsAsked,
  errorOf,
  next,
  playStreams,
  stream,
  take,
  versionsIn,
} from './support/streamed';

/** Remembers what was saved, in its order. */
class Remembering implements CursorStore {
  readonly saved: string[] = [];
  constructor(private readonly last: string | null = null) {}
  load = async () => this.saved.at(-1) ?? this.last;
  save = async (cursor: string) => void this.saved.push(cursor);
}

describe('how far a stream got', () => {
  let server: ScriptedServer;
  beforeAll(async () => {
    server = await ScriptedServer.start();
  });
  afterAll(() => server.stop());
  beforeEach(() => playStreams(server, stream([next(changed(1)), next(changed(2)), next(changed(3))])));

  const follow = (options: object = {}) =>
    createClient({ url: server.url }).events({}, { from: 'EARLIEST', ...options });

  test('is saved after the body of the loop has run, and before the next item', async () => {
    const store = new Remembering();
    const seen: string[][] = [];
    for await (const { recordVersion } of follow({ store })) {
      seen.push([...store.saved]);
      if (recordVersion === 3) break;
    }

    expect(seen).toEqual([[], ['c1'], ['c1', 'c2']]);
  });

  test('is waited for', async () => {
    const order: string[] = [];
    const save = async (cursor: string) => {
      await new Promise((later) => setTimeout(later, 20));
      order.push(`saved ${cursor}`);
    };
    for await (const { cursor } of follow({ store: { load: async () => null, save } })) {
      order.push(`got ${cursor}`);
      if (order.length === 5) break;
    }

    expect(order).toEqual(['got c1', 'saved c1', 'got c2', 'saved c2', 'got c3']);
  });

  test('is not saved when the body throws', async () => {
    const store = new Remembering();
    const loop = async () => {
      for await (const { recordVersion } of follow({ store }))
        if (recordVersion === 2) throw new Error('disk full');
    };

    await expect(loop()).rejects.toThrow('disk full');
    expect(store.saved).toEqual(['c1']);
  });

  test('is not saved when the loop is left, since nobody knows whether the body was done', async () => {
    const store = new Remembering();
    await take(follow({ store }), 2);

    expect(store.saved).toEqual(['c1']);
  });

  test('is saved when the signal aborts while the body runs', async () => {
    const store = new Remembering();
    const controller = new AbortController();
    const loop = async () => {
      for await (const { recordVersion } of follow({ store, signal: controller.signal }))
        if (recordVersion === 2) controller.abort();
    };

    await expect(loop()).rejects.toBeInstanceOf(AbortedError);
    expect(store.saved).toEqual(['c1', 'c2']);
  });

  test('is where it goes on the next time, whatever `after` says', async () => {
    await take(follow({ store: new Remembering('c7'), after: 'c5' }), 1);
    await take(follow({ store: new Remembering(), after: 'c5' }), 1);
    await take(follow({ store: new Remembering() }), 1);

    expect(cursorsAsked(server)).toEqual(['c7', 'c5', null]);
    expect(server.asked.map(({ variables }) => variables.from)).toEqual([undefined, undefined, 'EARLIEST']);
  });

  test('is where the log ended, before anything happened', async () => {
    playStreams(server, stream([]));
    const store = new Remembering();
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 100);

    await errorOf(take(follow({ from: 'LATEST', store, signal: controller.signal }), 1));

    expect(store.saved).toEqual(['head']);
  });

  test('moves with checkpoints, though nothing is handed out, and not before what came earlier was dealt with', async () => {
    playStreams(
      server,
      stream([next(changed(1)), next(checkpoint(8)), next(checkpoint(9)), next(changed(10))]),
    );
    const store = new Remembering();
    const seen: string[][] = [];
    for await (const { recordVersion } of follow({ store })) {
      seen.push([...store.saved]);
      if (recordVersion === 10) break;
    }

    expect(seen).toEqual([[], ['c1', 'c8', 'c9']]);
  });

  test('moves over repeats', async () => {
    playStreams(server, stream([next(changed(1)), next({ ...changed(1), cursor: 'c2' }), next(changed(3))]));
    const store = new Remembering();

    expect(versionsIn(await take(follow({ store }), 2))).toEqual([1, 3]);
    expect(store.saved).toEqual(['c1', 'c2']);
  });

  test('is saved once, though it is told twice', async () => {
    playStreams(server, stream([next(checkpoint(1)), next(checkpoint(1)), next(changed(2))]));
    const store = new Remembering();
    await take(follow({ store }), 1);

    expect(store.saved).toEqual(['c1']);
  });

  test('that cannot be loaded or saved ends the stream', async () => {
    const full = async () => Promise.reject(new Error('disk full'));

    await expect(take(follow({ store: { load: full, save: full } }), 1)).rejects.toThrow('disk full');
    await expect(take(follow({ store: { load: async () => null, save: full } }), 2)).rejects.toThrow(
      'disk full',
    );
  });
});

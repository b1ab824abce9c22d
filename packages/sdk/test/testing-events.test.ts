import { agreementStatusChanged } from '../src/generated/resources/agreements';
import { engagementChanged } from '../src/generated/resources/engagements';
import { events, subscribe } from '../src/generated/resources/events';
import { CursorExpiredError, createClient, EpochChangedError } from '../src/index';
import { createFakeServer } from '../src/testing';
import { errorOf, take } from './support/streamed';

const begin = () => {
  const server = createFakeServer();
  const entente = createClient({ url: 'http://fake.test/graphql', fetch: server.fetch });
  const asked = () =>
    server.requests.filter(({ operation }) => operation === 'events').map(({ variables }) => variables.after);
  return { server, log: server.events, entente, asked };
};
const ids = (items: readonly object[]) => items.map((item) => (item as { recordId?: string }).recordId);

describe('the log of the fake server', () => {
  beforeEach(() => jest.spyOn(Math, 'random').mockReturnValue(0));
  afterEach(() => jest.restoreAllMocks());

  test('is followed from its beginning, and on', async () => {
    const { log, entente } = begin();
    log.tell({ recordId: 'one' }).tell({ recordId: 'two', change: 'RECORDED' }, { transition: 'CREATED' });
    const items = entente.events({}, { from: 'EARLIEST' });

    expect((await items.next()).value).toMatchObject({
      kind: 'change',
      recordId: 'one',
      transition: 'UPDATED',
    });
    expect((await items.next()).value).toMatchObject({
      event: { change: 'RECORDED' },
      transition: 'CREATED',
    });
    const third = items.next();
    log.checkpoint().tell({ recordId: 'three', recordVersion: 4 });
    expect((await third).value).toMatchObject({
      recordId: 'three',
      recordVersion: 4,
      record: { id: 'three' },
    });
    await items.return?.();
    expect(log.connections).toBe(0);
  });

  test('is followed from now on', async () => {
    const { log, entente } = begin();
    log.tell({ recordId: 'before' });
    const next = take(events(entente), 1);
    await until(() => log.connections === 1);
    log.tell({ recordId: 'after' });

    expect(ids(await next)).toEqual(['after']);
    expect(await entente.events.bounds()).toEqual({ head: '1.2', oldest: '1.0' });
  });

  test('begins with a snapshot, which is resumed where it broke', async () => {
    const { log, entente } = begin();
    log.records = [{ id: 'one', version: 3 }, { id: 'two' }];
    const got: object[] = [];
    for await (const item of entente.events({}, { from: 'SNAPSHOT', checkpoints: true })) {
      got.push(item);
      if (got.length === 1) log.tell({ recordId: 'one', recordVersion: 4 }).drop();
      if (got.length === 4) break;
    }

    expect(got).toMatchObject([
      { kind: 'snapshot', recordId: 'one', recordVersion: 3 },
      { kind: 'snapshot', recordId: 'two' },
      { kind: 'snapshotEnd' },
      { kind: 'change', recordId: 'one', recordVersion: 4 },
    ]);
  });

  test('can be dropped, and is followed on', async () => {
    const { log, entente, asked } = begin();
    log.tell({ recordId: 'one' });
    const got: object[] = [];
    for await (const item of entente.events({}, { from: 'EARLIEST' })) {
      if (got.push(item) === 2) break;
      log.drop().tell({ recordId: 'two' });
    }

    expect(ids(got)).toEqual(['one', 'two']);
    expect(asked()).toEqual([null, '1.1']);
  });

  test('can repeat itself, which is left out', async () => {
    const { log, entente } = begin();
    log.repeat().tell({ recordId: 'one' }).repeat().repeat().tell({ recordId: 'two' });

    const items = await take(entente.events({}, { from: 'EARLIEST' }), 2);

    expect(items.map(({ cursor }) => cursor)).toEqual(['1.1', '1.4']);
  });

  test('can take its time', async () => {
    const { log, entente } = begin();
    log.tell({ recordId: 'one' }).delay(150);
    const began = performance.now();

    await take(entente.events({}, { from: 'EARLIEST' }), 1);

    expect(performance.now() - began).toBeGreaterThan(140);
  });

  test('can fall silent, which is noticed', async () => {
    const { log, entente, asked } = begin();
    log.tell({ recordId: 'one' });
    const got: object[] = [];
    for await (const item of entente.events({}, { from: 'EARLIEST', silenceMs: 50 })) {
      if (got.push(item) === 2) break;
      log.silence().tell({ recordId: 'two' });
    }

    expect(ids(got)).toEqual(['one', 'two']);
    expect(asked()).toEqual([null, '1.1']);
  });

  test('can forget, and be another one', async () => {
    const { log, entente } = begin();
    const { head } = log.tell({ recordId: 'one' }).bounds;
    log.tell({ recordId: 'two' }).expire();

    expect(await errorOf(take(entente.events({}, { after: head }), 1))).toMatchObject({
      constructor: CursorExpiredError,
      oldestCursor: '1.2',
    });
    log.changeEpoch();
    expect(await errorOf(take(entente.events({}, { after: '1.2' }), 1))).toBeInstanceOf(EpochChangedError);
    log.tell({ recordId: 'three' });
    expect(ids(await take(entente.events({}, { from: 'EARLIEST' }), 1))).toEqual(['three']);
  });

  test('can be refused', async () => {
    const { server, log, entente } = begin();
    server.refuse(events, 'OVERLOADED', { retryAfterMs: 1 });
    log.tell({ recordId: 'one' });

    expect(await take(entente.events({}, { from: 'EARLIEST' }), 1)).toHaveLength(1);
    server.refuse(events, 'FORBIDDEN');
    expect(await errorOf(take(entente.events({}, { from: 'EARLIEST' }), 1))).toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  test('stands behind typed views and documents of one’s own', async () => {
    const { log, entente } = begin();
    log.tell({ recordId: 'agreement_1', record: { label: 'Framework' } }, { from: 'SIGNED', to: 'IN_FORCE' });
    const from = 'EARLIEST';

    expect(await take(engagementChanged(entente, {}, { from }), 1)).toMatchObject([
      { record: { label: 'Framework' } },
    ]);
    expect(await take(agreementStatusChanged(entente, {}, { from }), 1)).toMatchObject([
      { from: 'SIGNED', to: 'IN_FORCE' },
    ]);
    const document = 'subscription Mine($after: Cursor) { mine: events(after: $after) { cursor } }';
    expect(await take(subscribe(entente, document, {}, { from }), 1)).toMatchObject([
      { data: { mine: { cursor: '1.1' } } },
    ]);
  });
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((later) => setTimeout(later, 5));
}

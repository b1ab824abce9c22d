import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket } from 'ws';
import { verifyWebhook } from '../src/generated/resources/webhooks';
import {
  BadInputError,
  type ClientOptions,
  type CursorStore,
  createClient,
  type Entente,
  type ReconnectEvent,
  UnauthenticatedError,
} from '../src/index';
import { webSocket } from '../src/ws';
import { present } from './support/present';
import { Product } from './support/product';
import { runSamples } from './support/run-samples';
import { samples } from './support/samples';
import { errorOf, take } from './support/streamed';

const talks = { kind: 'TALKS', status: 'EXPECTED', participations: [{ actor: 'QA' }, { actor: 'IQ' }] };

class Remembering implements CursorStore {
  last: string | null = null;
  load = async () => this.last;
  save = async (cursor: string) => {
    this.last = cursor;
  };
}

describe('the stream of the product', () => {
  let product: Product;
  const told: ReconnectEvent[] = [];
  beforeAll(async () => {
    product = await Product.start({ WEBHOOK_PRIVATE_ADDRESSES: 'yes' });
    // The demo record is in the log, too; until all of it is, the end of the log moves, now and then with a pause.
    let head = '';
    let rests = 0;
    await until(async () => {
      const before = head;
      head = (await client().events.bounds()).head;
      rests = head === before ? rests + 1 : 0;
      await new Promise((later) => setTimeout(later, 300));
      return rests === 4;
    });
  }, 60_000);
  afterAll(() => product.stop());
  beforeEach(() => {
    told.length = 0;
  });

  const client = (options: Partial<ClientOptions> = {}): Entente =>
    createClient({
      url: product.url,
      auth: product.token,
      onEvent: (event) => void (event.type === 'reconnect' && told.push(event)),
      ...options,
    });
  const sockets = () => webSocket({ webSocketImpl: WebSocket });
  const record = (title: string) => client().engagements.record({ input: { ...talks, title } });

  describe.each([
    ['by server-sent events', undefined],
    ['over a WebSocket', sockets],
  ])('%s', (_, makeTransport) => {
    const following = (options: Partial<ClientOptions> = {}) =>
      client({ ...(makeTransport && { transport: makeTransport() }), ...options });

    test('tells what was recorded, with its cursor', async () => {
      const { head: after } = await client().events.bounds();
      const { id, version } = await record('Told');

      const [item] = await take(following().events({}, { after }), 1);

      expect(item).toMatchObject({
        kind: 'change',
        transition: 'CREATED',
        recordId: id,
        recordVersion: version,
        record: { __typename: 'Engagement', id, version },
        event: { change: 'RECORDED', recordType: 'ENGAGEMENT', recordId: id },
        errors: [],
      });
      expect(item?.cursor).not.toBe(after);
    });

    test('begins with the records as they are, and goes on without a gap', async () => {
      const filter = { recordType: ['AGREEMENT'] };
      const count = await client().agreements.list().count();
      const kinds: string[] = [];
      const known = new Map<string, number>();
      let amended: string | undefined;
      for await (const item of following().events({ filter }, { from: 'SNAPSHOT', checkpoints: true })) {
        kinds.push(item.kind);
        if (item.kind === 'checkpoint') continue;
        if (item.kind === 'snapshotEnd') {
          const [id, expectedVersion] = present([...known][0]);
          amended = (
            await client().agreements.amend({
              id,
              expectedVersion,
              input: { title: `Anew at ${Date.now()}` },
            })
          ).id;
          continue;
        }
        known.set(item.recordId, item.recordVersion);
        if (item.kind === 'change') {
          expect(item.recordId).toBe(amended);
          break;
        }
      }

      expect(known.size).toBe(count);
      expect(kinds.filter((kind) => kind === 'snapshotEnd')).toHaveLength(1);
    });

    test('narrows by a filter, and tells checkpoints', async () => {
      const filter = { change: ['RETRACTED'], between: ['QA', 'IQ'] };
      const { head: after } = await client().events.bounds();
      const items = following().events({ filter }, { after, checkpoints: true, checkpointSeconds: 1 });
      expect((await items.next()).value).toMatchObject({ kind: 'checkpoint', lagMs: expect.any(Number) });

      const { id, version } = await record('Withdrawn');
      await client().engagements.retract({ id, expectedVersion: version, reason: 'Made for a test.' });
      for (;;) {
        const { value } = await items.next();
        if (value?.kind === 'checkpoint') continue;
        expect(value).toMatchObject({ kind: 'change', transition: 'DELETED', recordId: id });
        break;
      }
      await items.return?.();
    });

    test('tells engagements and statuses by their types', async () => {
      const { head: after } = await client().events.bounds();
      const { id } = await record('Typed');
      const [changed] = await take(following().engagements.changed({}, { after }), 1);
      expect(changed).toMatchObject({
        transition: 'CREATED',
        recordId: id,
        record: { id, status: 'EXPECTED' },
      });

      const framework = await client().agreements.record({
        input: { title: 'Framework', form: 'FRAMEWORK', parties: [{ actor: 'QA' }, { actor: 'IQ' }] },
      });
      await client().agreements.recordAction({
        agreement: framework.id,
        input: { kind: 'SIGNATURE', on: { edtf: '2021-03-15' } },
      });
      for await (const { from, to, record } of following().agreements.statusChanged({}, { after })) {
        if (record?.id !== framework.id || from === null) continue;
        expect([from, to]).toEqual(['ANTICIPATED', record.status]);
        break;
      }
    });

    test.each(['SIGTERM', 'SIGKILL'] as const)(
      'survives a server that ends by %s, and misses nothing',
      async (signal) => {
        const store = new Remembering();
        const expected: string[] = [];
        const got: string[] = [];
        const { head: after } = await client().events.bounds();
        for (let count = 0; count < 3; count++) expected.push((await record(`Before ${signal}`)).id);
        const filter = { recordType: ['ENGAGEMENT'] };
        for await (const { recordId } of following().events({ filter }, { after, store, silenceMs: 5_000 })) {
          got.push(recordId);
          if (got.length === 2) {
            await product.restart(signal);
            for (let count = 0; count < 3; count++) expected.push((await record(`After ${signal}`)).id);
          }
          if (got.length === 6) break;
        }

        expect(got).toEqual(expected);
        expect(told.length).toBeGreaterThan(0);
        // Left by a break: the last one comes again.
        const [again] = await take(following().events({ filter }, { store }), 1);
        expect(again?.recordId).toBe(expected[5]);
      },
      60_000,
    );

    test('refuses a filter, a cursor and a token that are none', async () => {
      const { head } = await client().events.bounds();
      const unknown = await errorOf(
        take(following().events({ filter: { between: ['ZZ'] } }, { after: head }), 1),
      );
      expect(unknown).toBeInstanceOf(BadInputError);
      expect(unknown.field).toContain('between');

      const altered = `${head.slice(0, -2)}${head.endsWith('AA') ? 'BB' : 'AA'}`;
      expect(await errorOf(take(following().events({}, { after: altered }), 1))).toBeInstanceOf(
        BadInputError,
      );
      expect(
        await errorOf(take(following({ auth: 'not-a-token-of-this-server' }).events({}, { after: head }), 1)),
      ).toBeInstanceOf(UnauthenticatedError);
    });
  });

  test('is the log that can be read page by page, with one cursor', async () => {
    const { oldest } = await client().events.bounds();
    const pages: { cursor: string; node: { id: string } }[] = [];
    for await (const page of client().events.list().pages({ after: oldest, size: 50 }))
      pages.push(...page.nodes);
    const streamed = await take(client().events({}, { after: oldest }), pages.length);

    expect(pages.length).toBeGreaterThan(5);
    expect(streamed.map(({ cursor }) => cursor)).toEqual(pages.map(({ cursor }) => cursor));
    const [second] = await take(client().events({}, { after: pages[0]?.cursor }), 1);
    expect(second).toMatchObject({ event: { id: pages[1]?.node.id } });
  }, 20_000);

  test('calls webhooks, whose calls are verified', async () => {
    const calls: Promise<Awaited<ReturnType<typeof verifyWebhook>>>[] = [];
    let secrets: string[] = [];
    const receiver = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk) => chunks.push(chunk));
      request.on('end', () => {
        calls.push(verifyWebhook({ headers: request.headers, body: Buffer.concat(chunks) }, secrets));
        response.writeHead(204).end();
      });
    }).listen(0, '127.0.0.1');
    await new Promise((ready) => receiver.once('listening', ready));
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
    const { webhooks } = client();

    const hook = await webhooks.register({
      input: { name: 'Engagements', url, filter: { recordType: ['ENGAGEMENT'] } },
    });
    secrets = [present(hook.secret)];
    await webhooks.sendTest({ id: hook.id });
    await until(() => calls.length === 1);
    expect(await calls[0]).toMatchObject({ type: 'org.entente.test.v1' });

    const rotated = await webhooks.rotateSecret({ id: hook.id });
    secrets = [present(rotated.secret)];
    const { id } = await record('Called');
    await until(() => calls.length === 2);
    expect(await calls[1]).toMatchObject({
      specversion: '1.0',
      type: 'org.entente.engagement.recorded.v1',
      subject: id,
      data: { transition: 'CREATED', event: { recordId: id, change: 'RECORDED' } },
    });

    await until(async () =>
      (await webhooks.get({ id: hook.id })).deliveries.every(({ status }) => status === 'DELIVERED'),
    );
    expect((await webhooks.list()).map(({ id }) => id)).toContain(hook.id);
    expect((await webhooks.amend({ id: hook.id, input: { isPaused: true } })).pausedAt).not.toBeNull();
    await webhooks.retire({ id: hook.id });
    expect((await webhooks.list()).map(({ id }) => id)).not.toContain(hook.id);
    receiver.close();
  }, 30_000);

  test('runs the examples of WebSockets, files and errors', async () => {
    const named = samples().filter(({ name }) => /^(ws|node|errors)\.ts/.test(name));
    const { id } = present((await client().engagements.list().take(1))[0]);

    expect(named.length).toBeGreaterThan(10);
    expect(
      await runSamples(named, { url: product.url, token: product.token, idFor: () => id }),
    ).toMatchObject({});
  }, 60_000);
});

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await isSo()) return;
    await new Promise((later) => setTimeout(later, 50));
  }
  throw new Error('It never came to be.');
}

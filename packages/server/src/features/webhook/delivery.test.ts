import { Webhook as Verifier } from 'standardwebhooks';
import { type Call, type Receiver, until } from '../../../test/harness/receiver';
import { WebhookWorld } from '../../../test/harness/webhook-world';

const ALL = 'SELECT count(*)::integer AS count FROM webhook_delivery WHERE status = $1';

const versions = (calls: readonly Call[], subject: string) =>
  calls.filter(({ event }) => event.subject === subject).map(({ event }) => event.data.event.recordVersion);

describe('what a webhook is sent', () => {
  let world: WebhookWorld;
  let receiver: Receiver;

  beforeEach(async () => {
    world = await WebhookWorld.open();
    receiver = await world.receiver();
    world.start();
  });
  afterEach(async () => {
    await world.api.database.writer.query('DELETE FROM webhook');
    await world.close();
  });

  test('is signed as the reference library expects, in the form of CloudEvents', async () => {
    const { id, secret } = await world.register(receiver.url);
    const record = await world.record();
    const [call] = (await receiver.has(1)) as [Call];

    expect(new Verifier(secret).verify(call.body, call.headers as never)).toEqual(call.event);
    expect(call.headers).toMatchObject({
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'user-agent': expect.stringContaining('Entente'),
      'webhook-id': call.event.id,
    });
    expect(call.event).toEqual({
      specversion: '1.0',
      id: expect.stringMatching(/^event_/),
      source: 'urn:entente:event-log',
      type: 'org.entente.topic.recorded.v1',
      subject: record,
      time: expect.any(String),
      datacontenttype: 'application/json',
      dataschema: 'urn:entente:event:v1',
      sequence: expect.stringMatching(/^\d{19}$/),
      data: {
        cursor: expect.any(String),
        transition: 'CREATED',
        event: expect.objectContaining({
          id: call.event.id,
          recordType: 'TOPIC',
          recordId: record,
          recordVersion: 1,
          change: 'RECORDED',
          by: 'editor',
          before: null,
          after: expect.objectContaining({ slug: expect.any(String) }),
        }),
      },
    });
    await until(async () => (await world.ask(id)).deliveries[0]?.status === 'DELIVERED');
    expect(await world.ask(id)).toMatchObject({
      cursor: call.event.data.cursor,
      deliveries: [{ attempts: 1, httpStatus: 204, event: { id: call.event.id, change: 'RECORDED' } }],
    });
  });

  test('is what its filter wants, and nothing else', async () => {
    await world.register(receiver.url, { filter: { change: ['AMENDED'] } });
    const record = await world.record(2);
    await world.record();
    await receiver.has(1);
    await new Promise((resolve) => setTimeout(resolve, 200));

    expect(receiver.calls.map(({ event }) => [event.subject, event.type])).toEqual([
      [record, 'org.entente.topic.amended.v1'],
    ]);
  });

  test('comes in order for each record, side by side for several, whatever fails', async () => {
    await world.register(receiver.url);
    let asked = 0;
    receiver.reply = () => ({ status: ++asked % 3 === 0 ? 500 : 204, afterMs: 10 });
    const records = await Promise.all([1, 2, 3, 4, 5, 6].map(() => world.write(4)));
    await world.api.sequence();
    await until(async () => {
      world.ahead += 10_000;
      const [{ count }] = await world.api.database.writer.query(ALL, ['DELIVERED']);
      return count === 24;
    }, 30_000);

    for (const record of records)
      expect([...new Set(versions(receiver.calls, record))]).toEqual([1, 2, 3, 4]);
    // A later version never goes out before the earlier one was accepted.
    for (const record of records) {
      const seen = versions(receiver.calls, record);
      expect(seen).toEqual([...seen].sort((a, b) => a - b));
    }
    expect(receiver.most).toBeGreaterThan(1);
    expect(receiver.most).toBeLessThanOrEqual(8);
  }, 40_000);

  test('is tried again by the schedule, signed anew, and given up after ten attempts; then the record goes on', async () => {
    const { id, secret } = await world.register(receiver.url);
    receiver.reply = ({ event }) => ({ status: event.data.event.recordVersion === 1 ? 500 : 204 });
    const record = await world.record(2);
    const minutes = [0, 5 / 60, 5, 30, 120, 300, 600, 840, 1_200, 1_440];
    for (const [nth, delay] of minutes.entries()) {
      if (nth > 0) {
        await until(async () => (await world.ask(id)).deliveries.at(-1)?.attempts === nth);
        world.ahead += delay * 60_000 - 2_000;
        await new Promise((resolve) => setTimeout(resolve, 150));
        expect(receiver.calls).toHaveLength(nth);
        world.ahead += 2_000;
      }
      await receiver.has(nth + 1);
    }
    // After ten failures in a row it is asked again within a minute.
    await until(async () => (await world.ask(id)).deliveries.at(-1)?.attempts === 10);
    world.ahead += 60_000;
    await receiver.has(11);

    expect(versions(receiver.calls, record)).toEqual([...minutes.map(() => 1), 2]);
    expect(new Set(receiver.ids.slice(0, 10)).size).toBe(1);
    const stamps = receiver.calls.map(({ headers }) => Number(headers['webhook-timestamp']));
    expect(Math.abs((stamps[9] ?? 0) - (stamps[0] ?? 0) - 75 * 3_600 - 35 * 60 - 5)).toBeLessThan(30);
    await until(async () => (await world.ask(id)).deliveries[0].status === 'DELIVERED');
    const { deliveries } = await world.ask(id);
    expect(
      deliveries.map(({ status, attempts }: { status: string; attempts: number }) => [status, attempts]),
    ).toEqual([
      ['DELIVERED', 1],
      ['FAILED', 10],
    ]);
    const first = receiver.calls[0] as Call;
    expect(() => new Verifier(secret).verify(first.body, first.headers as never)).not.toThrow();
  }, 40_000);

  test('is signed with both secrets for a day after a rotation', async () => {
    const { id, secret } = await world.register(receiver.url);
    const { rotateWebhookSecret } = await world.api.data(
      'mutation ($id: ID!) { rotateWebhookSecret(id: $id) { secret } }',
      { id },
    );
    await world.record();
    const [during] = (await receiver.has(1)) as [Call];
    for (const each of [secret, rotateWebhookSecret.secret])
      expect(() => new Verifier(each).verify(during.body, during.headers as never)).not.toThrow();

    world.ahead = 25 * 3_600_000;
    await world.record();
    const after = (await receiver.has(2))[1] as Call;
    expect(String(after.headers['webhook-signature']).split(' ')).toHaveLength(1);
  });

  test('ends at once with 410, and goes on where it was when it is resumed', async () => {
    const { id } = await world.register(receiver.url);
    receiver.reply = () => ({ status: 410 });
    await world.record();
    await until(async () => (await world.ask(id)).disabledAt !== null);
    await world.record();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(receiver.calls).toHaveLength(1);

    receiver.reply = () => ({ status: 204 });
    await world.api.data('mutation ($id: ID!) { amendWebhook(id: $id, input: { isPaused: false }) { id } }', {
      id,
    });
    await receiver.has(3);
    expect(new Set(receiver.ids).size).toBe(2);
  });

  test.each([
    ['seconds', () => '30'],
    ['a date', (world: WebhookWorld) => new Date(world.now() + 30_000).toUTCString()],
  ])('waits as long as 429 asks for, in %s, all of it', async (_, after) => {
    await world.register(receiver.url);
    receiver.reply = () => ({ status: 429, headers: { 'retry-after': after(world) } });
    await world.record();
    await receiver.has(1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    receiver.reply = () => ({ status: 204 });
    await world.record();
    world.ahead += 26_000;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(receiver.calls).toHaveLength(1);
    world.ahead += 5_000;
    await receiver.has(3);
  });

  test('is not sent on to where a redirect leads', async () => {
    const elsewhere = await world.receiver();
    const { id } = await world.register(receiver.url);
    receiver.reply = () => ({ status: 302, headers: { location: elsewhere.url } });
    await world.record();
    await until(async () => (await world.ask(id)).deliveries[0]?.attempts === 1);

    expect((await world.ask(id)).deliveries[0]).toMatchObject({ status: 'PENDING', httpStatus: 302 });
    expect(elsewhere.calls).toHaveLength(0);
  });

  test('keeps its place while the webhook is paused, and none after it is retired', async () => {
    const { id } = await world.register(receiver.url);
    const set = (isPaused: boolean) =>
      world.api.data(
        'mutation ($id: ID!, $p: Boolean!) { amendWebhook(id: $id, input: { isPaused: $p }) { id } }',
        { id, p: isPaused },
      );
    await set(true);
    await world.record(2);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(receiver.calls).toHaveLength(0);
    await set(false);
    await receiver.has(2);

    await world.api.data('mutation ($id: ID!) { retireWebhook(id: $id) { id } }', { id });
    await world.record();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(receiver.calls).toHaveLength(2);
  });

  test('goes to the new address, by the new filter, from the amendment on', async () => {
    const other = await world.receiver();
    const { id } = await world.register(receiver.url);
    receiver.reply = () => ({ status: 500 });
    await world.record(2);
    await receiver.has(1);
    await world.api.data(
      'mutation ($id: ID!, $input: WebhookInput!) { amendWebhook(id: $id, input: $input) { id } }',
      { id, input: { url: other.url, filter: { change: ['AMENDED'] } } },
    );
    world.ahead += 10_000;
    await other.has(1);

    expect(other.calls.map(({ event }) => event.data.event.change)).toEqual(['AMENDED']);
    expect(receiver.calls).toHaveLength(1);
  });

  test('does not tell what was hidden meanwhile', async () => {
    const { api } = world;
    const register = await api.as(
      { account: 'clear', clearance: 0, mayWrite: true },
      'mutation ($input: WebhookInput!) { registerWebhook(input: $input) { id } }',
      { input: { name: 'For everybody', url: receiver.url } },
    );
    const { id } = register.data.registerWebhook;
    receiver.reply = () => ({ status: 500 });
    const record = await world.record(1, { ploverContext: null });
    await receiver.has(1);
    await world.amend(record, 1, { marking: 'RED' });
    await api.sequence();
    receiver.reply = () => ({ status: 204 });
    world.ahead += 10_000;
    await receiver.has(2);

    const told = receiver.calls[1]?.event.data;
    expect(told).toMatchObject({
      transition: 'LEFT',
      event: { recordId: record, before: null, after: null, changed: [] },
    });
    const rows = await api.database.writer.query(
      'SELECT status FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id WHERE w.account = $1',
      ['clear'],
    );
    await until(async () => rows.length >= 1);
    const { data } = await api.as(
      { account: 'clear', clearance: 0, mayWrite: true },
      'query ($id: ID!) { webhook(id: $id) { deliveries { event { change recordId } } } }',
      { id },
    );
    expect(data.webhook.deliveries).toHaveLength(1);
  });

  test('is thin where it would be too long, and says so', async () => {
    await world.register(receiver.url);
    await world.record(1, {
      names: Array.from({ length: 60 }, (_, nth) => ({ value: `${nth} ${'long '.repeat(150)}` })),
    });
    const [call] = (await receiver.has(1)) as [Call];

    expect(Buffer.byteLength(call.body)).toBeLessThanOrEqual(20_000);
    expect(call.event.data.leftOut).toEqual(['before', 'after']);
    expect(call.event.data.event).not.toHaveProperty('after');
    expect(call.event.data.event.changed.length).toBeGreaterThan(0);
  });

  test('may be a test, signed, which is no event', async () => {
    const { id, secret } = await world.register(receiver.url);
    const before = await world.api.data('{ events(first: 0) { head } }');
    await world.api.data('mutation ($id: ID!) { sendTestEvent(id: $id) { id } }', { id });
    const [call] = (await receiver.has(1)) as [Call];

    expect(new Verifier(secret).verify(call.body, call.headers as never)).toMatchObject({
      type: 'org.entente.test.v1',
    });
    await until(async () => (await world.ask(id)).deliveries[0]?.status === 'DELIVERED');
    expect((await world.ask(id)).deliveries).toMatchObject([{ event: null }]);
    expect(await world.api.data('{ events(first: 0) { head } }')).toEqual(before);
  });

  test('is sent again, in order, for a range that is asked for', async () => {
    const { id, cursor } = await world.register(receiver.url);
    await world.record(3);
    const three = [...(await receiver.has(3))];
    await until(async () => (await world.ask(id)).cursor === three[2]?.event.data.cursor);
    const until2 = three[1]?.event.data.cursor;
    await world.api.data(
      'mutation ($id: ID!, $after: Cursor!, $until: Cursor) { replayWebhook(id: $id, after: $after, until: $until) { id } }',
      { id, after: cursor, until: until2 },
    );
    await receiver.has(5);
    await new Promise((resolve) => setTimeout(resolve, 200));

    expect(receiver.ids).toEqual([...receiver.ids.slice(0, 3), ...receiver.ids.slice(0, 2)]);
    expect((await world.ask(id)).deliveries).toHaveLength(5);
  });
});

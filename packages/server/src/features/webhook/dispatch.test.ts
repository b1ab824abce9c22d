import { type AddressInfo, createServer } from 'node:net';
import { type Receiver, until } from '../../../test/harness/receiver';
import { WebhookWorld } from '../../../test/harness/webhook-world';
import { OutboundAddresses } from '../../platform/public-address';
import { DueDates } from '../feed/due-dates.job';

const HOUR = 3_600_000;
const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('the sender of webhooks', () => {
  let world: WebhookWorld;
  let receiver: Receiver;

  beforeEach(async () => {
    world = await WebhookWorld.open();
    receiver = await world.receiver();
  });
  afterEach(async () => {
    await world.api.database.writer.query('DELETE FROM webhook');
    await world.close();
  });

  const pending = async (): Promise<number> =>
    (
      await world.api.database.writer.query(
        `SELECT count(*)::integer AS n FROM webhook_delivery WHERE status = 'PENDING'`,
      )
    )[0].n;

  const failures = async (): Promise<number> =>
    (await world.api.database.writer.query('SELECT failures FROM webhook'))[0].failures;

  test('delivers to endpoints that answer while others are dead', async () => {
    // One that refuses connections, one that takes them and is silent, one that never answers a request.
    const closed = await world.receiver();
    const refused = closed.url;
    await closed.close();
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const hanging = await world.receiver();
    hanging.reply = () => ({ hangs: true });
    world.start();
    for (const url of [refused, `http://127.0.0.1:${(silent.address() as AddressInfo).port}/`, hanging.url])
      await world.register(url);
    await world.register(receiver.url);
    const delays: number[] = [];
    for (let round = 0; round < 10; round++) {
      await world.write();
      await world.api.sequence();
      const numberedAt = performance.now();
      const calls = await receiver.has(round + 1);
      delays.push((calls[round]?.at ?? 0) - numberedAt);
    }
    silent.close();

    expect(Math.max(...delays)).toBeLessThan(1_000);
    expect(hanging.most).toBeLessThanOrEqual(8);
  });

  test.each([1, 3])('sends an endpoint at most %i at a time, if it is told so', async (window) => {
    receiver.reply = () => ({ afterMs: 30 });
    await world.register(receiver.url);
    await Promise.all(Array.from({ length: 12 }, () => world.write()));
    await world.api.sequence();
    world.start({ window });
    await receiver.has(12);

    expect(receiver.most).toBe(window);
  });

  test('asks an endpoint that is down by one delivery at a time, then sends all', async () => {
    await world.register(receiver.url);
    receiver.reply = () => ({ status: 500, afterMs: 5 });
    world.start();
    await Promise.all(Array.from({ length: 30 }, () => world.write()));
    await world.api.sequence();
    await receiver.has(8);
    await rest(200);
    const before = receiver.calls.length;
    expect(before).toBeLessThanOrEqual(13);
    receiver.most = 0;
    for (let second = 0; second < 10; second++) {
      world.ahead += 60_000;
      await rest(120);
    }
    expect(receiver.most).toBe(1);
    expect(receiver.calls.length - before).toBeLessThanOrEqual(11);

    receiver.reply = () => ({ status: 204 });
    world.ahead += 60_000;
    await until(async () => (await pending()) === 0);
    expect(new Set(receiver.ids).size).toBe(30);
  });

  test('does not wait for the schedule once an endpoint that gave no answer is back', async () => {
    const [first, second] = [await world.write(), await world.write()];
    await world.api.sequence();
    await world.register(receiver.url);
    receiver.reply = () => ({ hangs: true });
    world.start();
    await world.amend(first, 1);
    await world.api.sequence();
    await receiver.has(1);
    receiver.disconnect();
    await until(async () => (await failures()) === 1);
    receiver.reply = () => ({ status: 204 });
    await world.amend(second, 1);
    await world.api.sequence();
    await receiver.has(3);

    expect(receiver.calls.map(({ event }) => event.subject)).toEqual([first, second, first]);
  });

  test('loses nothing when it is killed, and repeats no more than was under way, under the same ids', async () => {
    const { id } = await world.register(receiver.url);
    receiver.reply = () => ({ status: 204, afterMs: 8 });
    const records = await Promise.all(Array.from({ length: 12 }, () => world.write(5)));
    await world.api.sequence();
    let kills = 0;
    while (kills < 5) {
      world.start();
      const seen = receiver.calls.length;
      await until(() => receiver.calls.length >= seen + 9);
      await world.kill();
      kills++;
    }
    world.start();
    await until(async () => new Set(receiver.ids).size === 60 && (await pending()) === 0, 10_000);

    expect(receiver.calls.length - 60).toBeLessThanOrEqual(8 * kills);
    for (const record of records) {
      const told = receiver.calls.filter(({ event }) => event.subject === record);
      const first = [...new Set(told.map(({ event }) => event.data.event.recordVersion))];
      expect(first).toEqual([1, 2, 3, 4, 5]);
    }
    expect(
      (await world.ask(id)).deliveries.every(({ status }: { status: string }) => status === 'DELIVERED'),
    ).toBe(true);
  });

  test('makes one delivery of an event, though two believe to lead', async () => {
    await world.register(receiver.url);
    world.start();
    world.start();
    for (let round = 0; round < 10; round++) {
      await Promise.all(Array.from({ length: 5 }, () => world.write()));
      await world.api.sequence();
    }
    await until(() => new Set(receiver.ids).size === 50, 10_000);
    await until(async () => (await pending()) === 0);
    const [{ rows, events }] = await world.api.database.writer.query(
      'SELECT count(*)::integer AS rows, count(DISTINCT version_id)::integer AS events FROM webhook_delivery',
    );

    expect({ rows, events }).toEqual({ rows: 50, events: 50 });
  });

  test('repeats nothing when it is told to stop', async () => {
    await world.register(receiver.url);
    receiver.reply = () => ({ status: 204, afterMs: 20 });
    await Promise.all(Array.from({ length: 30 }, () => world.write()));
    await world.api.sequence();
    world.start();
    await receiver.has(10);
    await world.stop();
    world.start();
    await receiver.has(30);
    await until(async () => (await pending()) === 0);

    expect(receiver.calls).toHaveLength(30);
  });

  test('disables an endpoint that accepted nothing for five days', async () => {
    const { id } = await world.register(receiver.url);
    receiver.reply = () => ({ status: 503 });
    world.start();
    for (let hours = 0; hours < 130; hours += 5) {
      await world.record();
      const count = receiver.calls.length;
      await until(
        () => receiver.calls.length > count || world.lines.some((line) => line.includes('disabled')),
      ).catch(() => undefined);
      await until(async () => (await world.ask(id)).disabledAt !== null || (await failures()) > 0);
      if ((await world.ask(id)).disabledAt) break;
      world.ahead += 5 * HOUR;
    }

    const { disabledAt } = await world.ask(id);
    expect(disabledAt).not.toBeNull();
    expect(world.ahead).toBeGreaterThanOrEqual(120 * HOUR);
    expect(world.lines.join('')).toContain('"reason":"failing"');
  }, 60_000);

  test('disables a webhook whose place in the log was lost by a restored backup', async () => {
    const { id } = await world.register(receiver.url);
    await world.record();
    await world.api.database.writer.query(`UPDATE event_head SET epoch = reverse(epoch)`);
    world.start();
    await until(async () => (await world.ask(id)).disabledAt !== null);
    expect(receiver.calls).toHaveLength(0);
    const { cursor } = await world.ask(id);
    const { errors } = await world.api.query('query ($after: Cursor) { events(after: $after) { head } }', {
      after: cursor,
    });
    expect(errors?.[0]?.extensions.code).toBe('EPOCH_CHANGED');

    await world.api.data('mutation ($id: ID!) { amendWebhook(id: $id, input: { isPaused: false }) { id } }', {
      id,
    });
    const record = await world.record();
    const calls = await receiver.has(1);
    expect(calls.map(({ event }) => event.subject)).toEqual([record]);
  });

  test('sends nothing of what waited when the database was restored elsewhere', async () => {
    const { id } = await world.register(receiver.url);
    await world.api.data('mutation ($id: ID!) { sendTestEvent(id: $id) { id } }', { id });
    await world.api.database.writer.query(`UPDATE event_head SET epoch = reverse(epoch)`);
    world.start();
    await until(async () => (await world.ask(id)).disabledAt !== null);

    expect(receiver.calls).toHaveLength(0);
  });

  test('disables a webhook whose secret another installation sealed, and goes on with the others', async () => {
    const { id } = await world.register(receiver.url);
    const { id: other } = await world.register(receiver.url);
    await world.api.database.writer.query(
      `UPDATE webhook SET secret = decode(repeat('00', 60), 'hex') WHERE name = 'A desk' AND id = (SELECT min(id::text)::uuid FROM webhook)`,
    );
    world.start();
    await until(async () => (await world.ask(id)).disabledAt !== null);
    const record = await world.record();

    expect((await receiver.has(1)).map(({ event }) => event.subject)).toEqual([record]);
    expect((await world.ask(other)).disabledAt).toBeNull();

    // A new secret helps, though the former one cannot be opened either.
    await world.api.data('mutation ($id: ID!) { rotateWebhookSecret(id: $id) { secret } }', { id });
    await world.api.data('mutation ($id: ID!) { amendWebhook(id: $id, input: { isPaused: false }) { id } }', {
      id,
    });
    await world.record();
    await receiver.has(4);
    expect((await world.ask(id)).disabledAt).toBeNull();
  });

  test('calls nobody whom the operator has not allowed, though the webhook was registered', async () => {
    const { id } = await world.register(receiver.url);
    world.api.runtime.outbound = new OutboundAddresses(false, async () => []);
    world.start();
    await world.record();
    await until(async () => (await world.ask(id)).disabledAt !== null);

    expect(receiver.calls).toHaveLength(0);
  });

  test('connects to nothing that a name came to mean after it was registered', async () => {
    let connections = 0;
    const server = createServer(() => connections++);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    let address = '1.1.1.1';
    world.api.runtime.outbound = new OutboundAddresses(false, async () => [{ address, family: 4 }]);
    const { id } = await world.register(`https://rebound.example.org:${port}/hook`);
    address = '127.0.0.1';
    world.start();
    await world.record();
    await until(async () => (await world.ask(id)).deliveries[0]?.attempts === 1);

    server.close();

    expect((await world.ask(id)).deliveries[0]).toMatchObject({ status: 'PENDING', httpStatus: null });
    expect(connections).toBe(0);
  });

  test('says no secret and no address in its log', async () => {
    const { id, secret } = await world.register(`${receiver.url}?token=canary-of-the-address`);
    const rotated = await world.api.data('mutation ($id: ID!) { rotateWebhookSecret(id: $id) { secret } }', {
      id,
    });
    receiver.reply = () => ({ status: 410, body: 'canary-of-the-answer' });
    world.start();
    await world.record();
    await until(async () => (await world.ask(id)).disabledAt !== null);
    await world.stop();

    const lines = world.lines.join('');
    expect(lines).toContain(id);
    for (const canary of [secret.slice(6), rotated.rotateWebhookSecret.secret.slice(6), 'whsec', 'canary'])
      expect(lines).not.toContain(canary);
    expect(receiver.calls[0]?.body).not.toContain('whsec');
  });

  test('tells that an expected date went by', async () => {
    const { api } = world;
    await world.register(receiver.url, { filter: { change: ['DATE_PASSED'], between: ['QA', 'IQ'] } });
    world.start();
    const expected = { status: 'EXPECTED', when: { edtf: '2099-05' } };
    const id = await api.given.engagement({
      ...expected,
      participations: ['QA', 'IQ'].map((actor) => ({ actor })),
    });
    await api.given.engagement({ ...expected, participations: ['QA', 'FR'].map((actor) => ({ actor })) });
    await new DueDates(api.database.writer, () => '2099-06-01').run(new AbortController().signal);
    await api.sequence();
    const [call] = await receiver.has(1);

    expect(call?.event).toMatchObject({ type: 'org.entente.engagement.date_passed.v1', subject: id });
  });
});

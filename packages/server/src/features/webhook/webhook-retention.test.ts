import { WebhookWorld } from '../../../test/harness/webhook-world';
import { WebhookRetention } from './webhook-retention.job';

describe('the delivery log', () => {
  let world: WebhookWorld;
  beforeAll(async () => {
    world = await WebhookWorld.open();
  });
  afterAll(() => world.close());

  test('ends after 30 days, and a retired webhook after two', async () => {
    const db = world.api.database.writer;
    const { id } = await world.register('http://127.0.0.1:1/');
    const { id: retired } = await world.register('http://127.0.0.1:1/');
    const deliver = (status: string, days: number) =>
      db.query(
        `INSERT INTO webhook_delivery (id, webhook_id, status, created_at, due_at)
         SELECT gen_random_uuid(), w.id, $1, now() - $2 * interval '1 day', now() FROM webhook w WHERE name = 'A desk'`,
        [status, days],
      );
    for (const status of ['DELIVERED', 'FAILED', 'PENDING'])
      for (const days of [29, 31]) await deliver(status, days);
    await world.api.data('mutation ($id: ID!) { retireWebhook(id: $id) { id } }', { id: retired });
    const retention = new WebhookRetention(db);

    await retention.run(new AbortController().signal);
    expect((await world.ask(id)).deliveries.map(({ status }: { status: string }) => status).sort()).toEqual([
      'DELIVERED',
      'FAILED',
      'PENDING',
      'PENDING',
    ]);
    await db.query(`UPDATE webhook SET retired_at = retired_at - interval '3 days'`);
    await retention.run(new AbortController().signal);
    expect(await db.query('SELECT count(*)::integer AS left FROM webhook')).toEqual([{ left: 1 }]);
  });
});

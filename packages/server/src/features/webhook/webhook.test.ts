import { Webhook as Verifier } from 'standardwebhooks';
import { Api, EDITOR } from '../../../test/harness/api';
import type { Viewer } from '../../app/runtime';
import { OutboundAddresses } from '../../platform/public-address';

const REGISTER = `mutation ($input: WebhookInput!, $key: String) {
  registerWebhook(input: $input, idempotencyKey: $key) { id name url filter pausedAt disabledAt cursor secret deliveries { id } }
}`;
const AMEND = `mutation ($id: ID!, $input: WebhookInput!) { amendWebhook(id: $id, input: $input) { id name url filter pausedAt cursor secret } }`;
const ROTATE = `mutation ($id: ID!, $key: String) { rotateWebhookSecret(id: $id, idempotencyKey: $key) { id secret } }`;
const RETIRE = `mutation ($id: ID!, $key: String) { retireWebhook(id: $id, idempotencyKey: $key) { id name url secret } }`;

const URL = 'https://desk.example.org/hook';
const INPUT = { name: 'Signed at last', url: URL };
const OTHER: Viewer = { account: 'somebody', clearance: 4, mayWrite: true };

describe('a webhook', () => {
  let api: Api;
  beforeAll(async () => {
    api = await Api.open();
  });
  afterAll(() => api.close());
  beforeEach(() => {
    api.runtime.outbound = new OutboundAddresses(false, async () => []);
  });

  const register = async (input: object = {}): Promise<{ id: string; secret: string; cursor: string }> =>
    (await api.data(REGISTER, { input: { ...INPUT, ...input } })).registerWebhook;

  test('is registered with a secret that nobody is shown again', async () => {
    const webhook = await register({ filter: { recordType: ['AGREEMENT'], levelAtLeast: 'MINISTER' } });

    expect(webhook).toMatchObject({
      id: expect.stringMatching(/^webhook_/),
      name: 'Signed at last',
      url: URL,
      filter: { recordType: ['AGREEMENT'], levelAtLeast: 'MINISTER' },
      pausedAt: null,
      disabledAt: null,
      deliveries: [],
    });
    expect(Buffer.from(webhook.secret.replace('whsec_', ''), 'base64')).toHaveLength(32);
    expect(() => new Verifier(webhook.secret)).not.toThrow();
    const seen = await api.data(
      `query ($id: ID!) { webhook(id: $id) { id secret } webhooks { id secret } node(id: $id) { id __typename } }`,
      { id: webhook.id },
    );
    expect(seen.webhook).toEqual({ id: webhook.id, secret: null });
    expect(seen.webhooks).toContainEqual({ id: webhook.id, secret: null });
    expect(seen.node).toEqual({ id: webhook.id, __typename: 'Webhook' });
  });

  test('begins at the head of the log, or after a cursor', async () => {
    const { events } = await api.data('{ events(first: 0) { oldest } }');
    await api.given.topic(`t-${Date.now()}`);
    await api.sequence();
    const { events: now } = await api.data('{ events(first: 0) { head } }');

    expect((await register()).cursor).toBe(now.head);
    expect((await register({ after: events.oldest })).cursor).toBe(events.oldest);
  });

  test('answers a repeat as it answered first, secret included', async () => {
    const variables = { input: INPUT, key: 'register-1' };
    const first = await api.data(REGISTER, variables);
    expect(await api.data(REGISTER, variables)).toEqual(first);

    const { id } = first.registerWebhook;
    const rotated = await api.data(ROTATE, { id, key: 'rotate-1' });
    expect(await api.data(ROTATE, { id, key: 'rotate-1' })).toEqual(rotated);
    expect(rotated.rotateWebhookSecret.secret).not.toBe(first.registerWebhook.secret);

    const retired = await api.data(RETIRE, { id, key: 'retire-1' });
    expect(retired.retireWebhook).toEqual({ id, name: INPUT.name, url: URL, secret: null });
    expect(await api.data(RETIRE, { id, key: 'retire-1' })).toEqual(retired);
    expect(await api.data('query ($id: ID!) { webhook(id: $id) { id } }', { id })).toEqual({ webhook: null });
  });

  test.each([
    ['no name', { name: null }, 'name'],
    ['a name that is too long', { name: 'n'.repeat(101) }, 'name'],
    ['no address', { url: null }, 'url'],
    ['an address by http', { url: 'http://desk.example.org/' }, 'url'],
    ['an address of this machine', { url: 'https://127.0.0.1/' }, 'url'],
    ['an actor nobody knows', { filter: { or: [{ between: ['XQ'] }] } }, 'filter.or.0.between.0'],
    [
      'an id of another type',
      { filter: { sources: ['actor_01h455vb4pex5vsknk084sn02q'] } },
      'filter.sources.0',
    ],
    ['a cursor that nobody gave', { after: 'abc' }, 'after'],
  ])('is refused with %s', async (_, input, field) => {
    const { errors } = await api.query(REGISTER, { input: { ...INPUT, ...input } });

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  test('is refused with a name that leads to where others must not call', async () => {
    api.runtime.outbound = new OutboundAddresses(false, async () => [{ address: '10.0.0.1', family: 4 }]);

    const { errors } = await api.query(REGISTER, { input: INPUT });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'url' });
  });

  test('is written by whoever may write', async () => {
    const anonymous = await api.read(0, REGISTER, { input: INPUT });
    expect(anonymous.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const reader = await api.as({ account: 'reader', clearance: 4, mayWrite: false }, REGISTER, {
      input: INPUT,
    });
    expect(reader.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('does not exist for other accounts, nor for less clearance than it was registered with', async () => {
    const { id } = await register();
    const READ = 'query ($id: ID!) { webhook(id: $id) { id } node(id: $id) { id } webhooks { id } }';
    const nothing = { data: { webhook: null, node: null, webhooks: [] } };

    expect(await api.as(OTHER, READ, { id })).toEqual(nothing);
    expect(await api.as({ ...EDITOR, clearance: 3 }, READ, { id })).toEqual(nothing);
    expect(await api.read(4, READ, { id })).toEqual(nothing);
    for (const mutation of [
      'amendWebhook(id: $id, input: { name: "x" })',
      'rotateWebhookSecret(id: $id)',
      'sendTestEvent(id: $id)',
      'retireWebhook(id: $id)',
    ]) {
      const { errors } = await api.as(OTHER, `mutation ($id: ID!) { ${mutation} { id } }`, { id });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND', field: 'id' });
    }
  });

  test('is amended, paused and resumed', async () => {
    const { id } = await register({ filter: { change: ['RECORDED'] } });
    const amend = async (input: object) => (await api.data(AMEND, { id, input })).amendWebhook;

    expect(await amend({ name: 'Another', filter: { credibilityAtLeast: 'POSSIBLY_TRUE' } })).toMatchObject({
      name: 'Another',
      url: URL,
      filter: { credibilityAtLeast: 'POSSIBLY_TRUE' },
      secret: null,
    });
    expect((await amend({ filter: null })).filter).toBeNull();
    expect((await amend({ isPaused: true })).pausedAt).not.toBeNull();
    expect((await amend({ isPaused: false })).pausedAt).toBeNull();
    const { errors } = await api.query(AMEND, { id, input: { after: 'x' } });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'after' });
  });

  test('keeps its secret from the database', async () => {
    const { id, secret } = await register();
    const rotated = (await api.data(ROTATE, { id, key: 'kept' })).rotateWebhookSecret.secret;
    const rows = await api.database.writer.query(
      `SELECT string_agg(w::text, '') || (SELECT string_agg(i::text, '') FROM idempotency i) AS everything, string_agg(encode(secret, 'escape'), '') AS raw FROM webhook w`,
    );

    for (const each of [secret, rotated]) {
      const bytes = Buffer.from(each.replace('whsec_', ''), 'base64');
      for (const form of [each.slice(6), bytes.toString('hex'), 'whsec'])
        expect(rows[0].everything + rows[0].raw).not.toContain(form);
    }
    expect(rows[0].everything).toContain('sealed');
  });
});

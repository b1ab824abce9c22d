import { createHmac, randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import {
  type ReceivedWebhook,
  verifyWebhook,
  WebhookRefusedError,
} from '../src/generated/resources/webhooks';

const secretOf = (bytes: number): string => `whsec_${randomBytes(bytes).toString('base64')}`;
const current = secretOf(32);
const former = secretOf(24);
const EVENT = {
  specversion: '1.0',
  id: 'event_1',
  type: 'org.entente.agreement.amended.v1',
  data: { cursor: 'c1', transition: 'UPDATED', event: { recordId: 'agreement_1', by: 'جهة – 卡塔尔' } },
};

/** Signed by the reference implementation. */
function signed(secrets: string[], { id = 'event_1', body = JSON.stringify(EVENT), at = new Date() } = {}) {
  const signatures = secrets.map((secret) => new Webhook(secret).sign(id, at, body));
  const headers: Record<string, string> = {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': signatures.join(' '),
  };
  return { headers, body };
}

const refused = async (request: Request | ReceivedWebhook, secrets: string | string[] = current) =>
  expect(verifyWebhook(request, secrets)).rejects.toBeInstanceOf(WebhookRefusedError);

describe('a webhook', () => {
  test('signed by the reference implementation is verified, however it is handed over', async () => {
    const { headers, body } = signed([current]);
    const bytes = new TextEncoder().encode(body);

    for (const request of [
      { headers, body },
      { headers, body: bytes },
      { headers, body: Buffer.from(body) },
      { headers: new Headers(headers), body },
      new Request('http://127.0.0.1/hook', { method: 'POST', headers, body }),
    ])
      expect(await verifyWebhook(request, current)).toEqual(EVENT);
  });

  test('is verified while the secret is rotated, on either side', async () => {
    expect(await verifyWebhook(signed([current, former]), former)).toEqual(EVENT);
    expect(await verifyWebhook(signed([former]), [current, former])).toEqual(EVENT);
    expect(await verifyWebhook(signed([secretOf(32), current]), [former, current])).toEqual(EVENT);
  });

  test('that was changed on its way is refused', async () => {
    const { headers, body } = signed([current]);

    await refused({ headers, body: body.replace('agreement_1', 'agreement_2') });
    await refused({ headers: { ...headers, 'webhook-id': 'event_2' }, body });
    const later = String(Number(headers['webhook-timestamp']) + 1);
    await refused({ headers: { ...headers, 'webhook-timestamp': later }, body });
  });

  test('of another sender is refused', async () => {
    await refused(signed([former]));
    await refused(signed([current]), []);
  });

  test.each([
    ['no signature', ''],
    ['half of one', 'v1'],
    ['none that is base64', 'v1,%%%'],
    ['an empty one', 'v1,'],
  ])('with %s is refused', async (_, signature) => {
    const { headers, body } = signed([current]);
    await refused({ headers: { ...headers, 'webhook-signature': signature }, body });
  });

  test('with a signature of another version is refused, though it be right', async () => {
    const { headers, body } = signed([current]);
    const signature = headers['webhook-signature']?.replace('v1,', 'v1a,') ?? '';
    await refused({ headers: { ...headers, 'webhook-signature': signature }, body });
  });

  test('is refused five minutes before and after its time, or as the receiver wants', async () => {
    const minutes = (count: number) => signed([current], { at: new Date(Date.now() + count * 60_000) });

    expect(await verifyWebhook(minutes(-4.9), current)).toEqual(EVENT);
    expect(await verifyWebhook(minutes(4.9), current)).toEqual(EVENT);
    await refused(minutes(-5.1));
    await refused(minutes(5.1));
    expect(await verifyWebhook(minutes(-60), current, { toleranceSeconds: Infinity })).toEqual(EVENT);
    await expect(verifyWebhook(minutes(-1), current, { toleranceSeconds: 30 })).rejects.toThrow('timestamp');
  });

  test.each(['', 'now', 'NaN'])(
    'with the timestamp %j is refused, though it be signed',
    async (timestamp) => {
      const { headers, body } = signed([current]);
      const key = Buffer.from(current.replace('whsec_', ''), 'base64');
      const signature = createHmac('sha256', key).update(`event_1.${timestamp}.${body}`).digest('base64');
      const forged = { ...headers, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };

      await expect(verifyWebhook({ headers: forged, body }, current)).rejects.toThrow('timestamp');
    },
  );

  test.each(['', 'whsec_', 'whsec_###'])(
    'is not verified with the secret %j, which is none',
    async (none) => {
      await expect(verifyWebhook(signed([current]), none)).rejects.toThrow('A secret is');
    },
  );

  test('with any bytes for its body is verified as it came', async () => {
    const body = `{"specversion":"1.0","text":"\\u0000 é ${'x'.repeat(20_000)}"}`;
    expect(await verifyWebhook(signed([current], { body }), current)).toEqual(JSON.parse(body));
  });
});

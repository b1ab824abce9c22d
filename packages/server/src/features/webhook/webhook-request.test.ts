import { Receiver } from '../../../test/harness/receiver';
import { OutboundAddresses } from '../../platform/public-address';
import { WebhookRequests } from './webhook-request.job';

const LONGEST_MS = 300;

describe('a call to an endpoint', () => {
  let receiver: Receiver;
  let requests: WebhookRequests;
  beforeEach(async () => {
    receiver = await Receiver.open();
    requests = new WebhookRequests(new URL(receiver.url), new OutboundAddresses(true), LONGEST_MS);
  });
  afterEach(async () => {
    requests.retire();
    await receiver.close();
  });

  const post = (signal = new AbortController().signal) => requests.post('{}', { 'webhook-id': 'a' }, signal);

  test('is over after its time, whatever the endpoint does, and is not made twice', async () => {
    expect(await post()).toMatchObject({ status: 204 });
    receiver.reply = () => ({ hangs: true });
    const startedAt = performance.now();

    expect(await post()).toEqual({ status: null });
    expect(performance.now() - startedAt).toBeLessThan(3 * LONGEST_MS);
    expect(receiver.calls).toHaveLength(2);
  });

  test('reads little of an answer, and takes it by its status', async () => {
    receiver.reply = () => ({ status: 200, body: 'x'.repeat(5_000_000) });

    expect(await post()).toMatchObject({ status: 200 });
  });

  test('says what the endpoint wants to be waited for', async () => {
    receiver.reply = () => ({ status: 503, headers: { 'retry-after': '7' } });

    expect(await post()).toEqual({ status: 503, retryAfter: '7' });
  });

  test('goes on over a new connection where the kept one was closed meanwhile', async () => {
    await post();
    receiver.disconnect();

    expect(await post()).toMatchObject({ status: 204 });
  });

  test('is broken off when the sender ends', async () => {
    receiver.reply = () => ({ hangs: true });
    const end = new AbortController();
    const answer = post(end.signal);
    await receiver.has(1);
    end.abort();

    expect(await answer).toEqual({ status: null });
  });
});

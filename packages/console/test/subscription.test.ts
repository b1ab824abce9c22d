import type { Browser, Page, WebSocket } from 'playwright-core';
import { hasChromium, openChromium } from './chromium';
import { Product } from './product';
import { QUERY, TOOL, write } from './write';

const EVENTS = `subscription Events {
  events(checkpointSeconds: 60) {
    cursor
    ... on EventDelivered { transition event { recordType change after } }
  }
}`;

(hasChromium ? describe : describe.skip)('A subscription in the page', () => {
  const product = new Product();
  let browser: Browser;
  let page: Page;
  let sockets: WebSocket[];
  let sent: string[];
  let complaints: string[];

  beforeAll(async () => {
    await product.start();
    browser = await openChromium();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await product.remove();
  });

  beforeEach(async () => {
    page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
    page.setDefaultTimeout(15_000);
    sockets = [];
    sent = [];
    complaints = [];
    page.on('websocket', (socket) => {
      sockets.push(socket);
      socket.on('framesent', ({ payload }) => sent.push(String(payload)));
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(product.url);
    await page.locator('.graphiql-response').getByText('data').waitFor();
  });

  afterEach(() => page.context().close());

  const answer = (text: string) => page.locator('.graphiql-response').getByText(text).first().waitFor();
  const press = (name: RegExp) => page.getByRole('button', { name }).click();

  async function authorize(token: string): Promise<void> {
    await page.locator('[data-name="headers"]').click();
    await write(page, TOOL, JSON.stringify({ Authorization: `Bearer ${token}` }));
  }

  /** Runs it, and waits until the server has been asked for it so many times. */
  async function run(query: string, times = 1): Promise<void> {
    await write(page, QUERY, query);
    await page.locator('.graphiql-tab').getByText('Events').waitFor();
    await press(/Execute query/);
    await subscribed(times);
  }

  async function subscribed(times: number): Promise<void> {
    const subscriptions = () => sent.filter((message) => message.includes('"subscribe"')).length;
    while (subscriptions() < times) await page.waitForTimeout(20);
    // The protocol has no word for a subscription that is live.
    await page.waitForTimeout(500);
  }

  test('shows what happens as it happens, until it is stopped', async () => {
    await authorize(product.token);
    await run(EVENTS);
    await product.record('Round one');
    await answer('Round one');
    await product.record('Round two');
    await answer('Round two');
    if (process.env.SCREENSHOT) await page.screenshot({ path: process.env.SCREENSHOT });
    await press(/Stop query/);
    await product.record('Round three');
    await page.waitForTimeout(500);

    expect(await page.locator('.graphiql-response').textContent()).not.toContain('Round three');
    expect(sockets.map((socket) => socket.isClosed())).toEqual([true]);
    expect(sockets[0]?.url()).toBe(`${product.url.replace('http', 'ws')}/graphql`);
    expect(complaints).toEqual([]);
  });

  test('is asked anew, over another socket, as who the headers say', async () => {
    await run(EVENTS);
    await press(/Stop query/);
    await authorize(product.token);
    await press(/Execute query/);
    await subscribed(2);

    const begun = sent.filter((message) => message.includes('connection_init'));
    expect(begun.map((message) => JSON.parse(message).payload)).toEqual([
      { headers: {} },
      { headers: { Authorization: `Bearer ${product.token}` } },
    ]);
    expect(sockets.map((socket) => socket.isClosed())).toEqual([true, false]);
  });

  test('can be read by the EventSource of a page, too, which knows where it was', async () => {
    const told = page.evaluate(
      (query) =>
        new Promise((resolve) => {
          const source = new EventSource(`/graphql/stream?${new URLSearchParams({ query })}`);
          source.addEventListener('open', () => document.body.classList.add('is-live'));
          source.addEventListener('next', ({ data, lastEventId }) => {
            source.close();
            resolve({ cursor: lastEventId, frame: JSON.parse(data).data.events });
          });
        }),
      EVENTS,
    );
    await page.locator('body.is-live').waitFor();
    await product.record('By EventSource');

    const { cursor, frame } = (await told) as { cursor: string; frame: { cursor: string; event: object } };
    expect(frame.event).toMatchObject({ after: { title: 'By EventSource' } });
    expect(cursor).toBe(frame.cursor);
    expect(complaints).toEqual([]);
  });

  test('that is refused is answered with the reason', async () => {
    await run(EVENTS.replace('events(', 'events(after: "AAAA", '));
    await answer('BAD_USER_INPUT');

    expect(await page.locator('.failure').count()).toBe(0);
    expect(await page.getByRole('button', { name: /Execute query/ }).count()).toBe(1);
  });

  test('of somebody whom the server does not know is answered with the reason', async () => {
    await authorize('another-token-than-the-one-it-has');
    await write(page, QUERY, EVENTS);
    await page.locator('.graphiql-tab').getByText('Events').waitFor();
    await press(/Execute query/);

    await answer('bearer token');
    expect(await page.locator('.failure').count()).toBe(0);
  });

  test('goes on where it stopped when the server was away, and says so meanwhile', async () => {
    await authorize(product.token);
    await run(EVENTS);
    await product.record('Before');
    await answer('Before');
    await product.stop();
    await page.locator('.failure').getByText('broke off').waitFor();
    expect(await page.locator('.failure button').count()).toBe(0);
    // The page is not there when this happens.
    await page.context().setOffline(true);
    await product.start();
    await product.record('Meanwhile');
    await page.context().setOffline(false);

    await answer('Meanwhile');
    expect(await page.locator('.failure').count()).toBe(0);
  }, 120_000);
});

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { hasChromium, openChromium } from './chromium';
import { type PageServer, servePage } from './page-server';
import { QUERY, TOOL, write } from './write';

(hasChromium ? describe : describe.skip)('The page', () => {
  const directory = mkdtempSync(join(tmpdir(), 'entente-console-'));
  let server: PageServer;
  let browser: Browser;
  let page: Page;
  let requested: string[];
  let complaints: string[];

  beforeAll(async () => {
    const console = join(__dirname, '..');
    execFileSync(
      join(console, 'node_modules/.bin/vite'),
      ['build', '--emptyOutDir', '--outDir', directory, '--logLevel', 'error'],
      { cwd: console },
    );
    browser = await openChromium();
  });

  beforeEach(async () => {
    server = await servePage(directory);
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    requested = [];
    complaints = [];
    page.on('request', (request) => requested.push(request.url()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    await page.goto(server.url);
  });

  afterEach(async () => {
    await page.context().close();
    await server.stop();
  });

  afterAll(async () => {
    await browser.close();
    rmSync(directory, { recursive: true });
  });

  const answer = (text: string) => page.locator('.graphiql-response').getByText(text).waitFor();
  const open = (title: RegExp) => page.getByRole('button', { name: title }).click();

  test('says in English what it is', async () => {
    expect(await page.title()).toBe('Entente · GraphiQL');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
  });

  test('answers the question on Qatar and Iraq at once', async () => {
    await answer('EngagementsOfTwoStatesByLevel');
    expect(server.operations.map(({ name }) => name)).toEqual(['EngagementsOfTwoStatesByLevel']);
  });

  test('opens and asks an example with one click, in the tab of an example that nobody has changed', async () => {
    await answer('EngagementsOfTwoStatesByLevel');
    await open(/Every spelling of a name/);
    await answer('EverySpelling');

    await page.locator('.graphiql-query-editor').getByText('query EverySpelling').waitFor();
    await page.locator('.graphiql-editor-tool').getByText('"person"').waitFor();
    expect(await page.locator('.graphiql-tab').count()).toBe(1);
  });

  test('keeps what the reader has written when an example is opened, and the headers with it', async () => {
    await answer('EngagementsOfTwoStatesByLevel');
    await page.locator('[data-name="headers"]').click();
    await write(page, TOOL, '{"Authorization": "Bearer written"}');
    await write(page, QUERY, 'query Mine { engagements }');
    await page.locator('.graphiql-tab').getByText('Mine').waitFor();
    await open(/Sources cited but not held/);
    await answer('CitedNotHeld');

    expect(await page.locator('.graphiql-tab-button').allTextContents()).toEqual(['Mine', 'CitedNotHeld']);
    expect(server.operations.at(-1)).toEqual({ name: 'CitedNotHeld', authorization: 'Bearer written' });
  });

  test('does not send a mutation again when the page is opened anew', async () => {
    await answer('EngagementsOfTwoStatesByLevel');
    await write(page, QUERY, 'mutation Mine { recordEngagement(title: "Round") }');
    await page.locator('.graphiql-tab').getByText('Mine').waitFor();
    await page.waitForTimeout(1_000); // GraphiQL stores its tabs half a second after the last key.
    await page.reload();
    await page.locator('.graphiql-query-editor').getByText('mutation Mine').waitFor();
    await page.waitForTimeout(500);

    expect(server.operations.map(({ name }) => name)).toEqual(['EngagementsOfTwoStatesByLevel']);
  });

  test('shows the documentation of the schema', async () => {
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.locator('.graphiql-doc-explorer').getByText('Query', { exact: true }).click();
    await page.getByText('All engagements.').waitFor();
  });

  test('remembers what was asked', async () => {
    await answer('EngagementsOfTwoStatesByLevel');
    await page.getByRole('button', { name: 'Show History' }).click();
    await page.locator('.graphiql-history').getByText('EngagementsOfTwoStatesByLevel').waitFor();
  });

  test('says so when the server is gone, and recovers by one click', async () => {
    await answer('EngagementsOfTwoStatesByLevel');
    const port = Number(new URL(server.url).port);
    await server.stop();
    await open(/Third parties/);
    await page.locator('.failure').getByText('No server answers').waitFor();

    server = await servePage(directory, port);
    await page.getByRole('button', { name: 'Try again' }).click();
    await answer('ThirdParties');
    expect(await page.locator('.failure').count()).toBe(0);
  });

  test('says so when something else answers in place of the server', async () => {
    await answer('EngagementsOfTwoStatesByLevel');
    await page.route('**/graphql', (route) =>
      route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' }),
    );
    await open(/Third parties/);

    await page.locator('.failure').getByText('answered with status 502, but not in JSON').waitFor();
    expect(await page.locator('.graphiql-response').textContent()).not.toContain('stack');
  });

  test('asks no other machine for anything, and breaks no rule of its policy', async () => {
    await answer('EngagementsOfTwoStatesByLevel');
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.getByRole('button', { name: /Prettify/ }).click();
    await page.waitForLoadState('networkidle');

    expect(requested.filter((url) => !/^(data|blob):/.test(url) && !url.startsWith(server.url))).toEqual([]);
    expect(requested.filter((url) => url.includes('worker')).length).toBeGreaterThanOrEqual(3);
    expect(complaints).toEqual([]);
  });
});

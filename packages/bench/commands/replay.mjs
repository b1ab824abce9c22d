// How fast the log is read from its oldest event on, by every way there is, and how soon the first event comes.
import { setTimeout as sleep } from 'node:timers/promises';
import { RawSse } from '../clients/raw-sse.mjs';
import { RawWs } from '../clients/raw-ws.mjs';
import { Door } from '../world/door.mjs';
import { median, publish, spread, versionOfPostgres } from '../world/figures.mjs';
import { option } from '../world/process.mjs';
import { TOKEN } from '../world/product.mjs';
import { onStage } from '../world/stage.mjs';

const EVENTS = option('events', 50_000);
const ROUNDS = option('rounds', 5);
const AT_ONCE = 500;
const PATIENCE_MS = 120_000;

const BULK = 'mutation ($inputs: [EngagementInput!]!) { recordEngagements(inputs: $inputs) { code } }';
const STREAM = `subscription { events(from: EARLIEST) { __typename cursor
  ... on EventDelivered { transition event { id recordType recordId recordVersion change at } } } }`;
const PAGE = `query ($after: Cursor) { events(after: $after, first: 100) { oldest
  edges { cursor transition node { id recordType recordId recordVersion change at } } } }`;

await onStage('replay', async (stage) => {
  const server = await stage.server();
  const door = await Door.open(stage.database.url, 4);
  stage.undo.push(() => door.close());
  await fill(door);

  const ways = {
    ws: () => stream(RawWs, server),
    sse: () => stream(RawSse, server),
    pull: () => pull(server),
  };
  const found = Object.fromEntries(Object.keys(ways).map((way) => [way, []]));
  for (let round = 0; round < ROUNDS; round++)
    for (const [way, read] of Object.entries(ways)) {
      found[way].push(await read());
      console.log(round, way, found[way].at(-1));
    }
  const rate = (way) => found[way].map(({ perSecond }) => perSecond);
  const first = (way) => found[way].map(({ firstMs }) => firstMs);
  publish('replay', {
    title: `The log from its oldest event on: ${EVENTS} events`,
    about: `One reader at a time, of everything, with the clearance of the operator; ${ROUNDS} rounds, in turns.`,
    rows: Object.keys(ways).map((way) => ({
      way,
      'events/s': spread(rate(way), 0),
      'ms to the first': spread(first(way), 0),
    })),
    goals: Object.keys(ways)
      .filter((way) => way !== 'pull')
      .flatMap((way) => [
        [`${way}: at least 20,000 events/s: ${median(rate(way)).toFixed(0)}`, median(rate(way)) >= 20_000],
        [`${way}: the first within 200 ms: ${median(first(way)).toFixed(0)}`, median(first(way)) <= 200],
      ]),
    postgres: await versionOfPostgres(stage.database.url),
  });
});

async function fill(door) {
  const inputs = Array.from({ length: AT_ONCE }, (_, n) => ({
    kind: 'MEETING',
    status: 'HELD',
    venueText: `Hall ${n}`,
    participations: [{ actor: 'QA' }, { actor: 'IQ' }],
  }));
  for (let done = 0; done < EVENTS; done += AT_ONCE) await door.ask(BULK, { inputs });
  for (;;) {
    const [{ count }] = await door.rows('SELECT count(*) FROM event_outbox');
    if (Number(count) === 0) return;
    console.log(`${count} events to be numbered`);
    await sleep(1_000);
  }
}

function stream(Client, { port }) {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    let count = 0;
    let firstMs = null;
    const timer = setTimeout(() => reject(new Error(`only ${count} of ${EVENTS} events came`)), PATIENCE_MS);
    const client = new Client({
      port,
      token: TOKEN,
      query: STREAM,
      variables: {},
      onMessage(body) {
        if (!body.includes('EventDelivered')) return;
        firstMs ??= performance.now() - began;
        if (++count < EVENTS) return;
        clearTimeout(timer);
        client.close();
        resolve({ perSecond: (count / (performance.now() - began)) * 1_000, firstMs });
      },
      onEnd: (why) => count < EVENTS && reject(new Error(`${why} after ${count}`)),
    });
    client.attached.catch(reject);
  });
}

async function pull({ url }) {
  const began = performance.now();
  let count = 0;
  let firstMs = null;
  let after = (await page(url, null)).oldest;
  while (count < EVENTS) {
    const { edges } = await page(url, after);
    if (edges.length === 0) throw new Error(`only ${count} of ${EVENTS} events came`);
    firstMs ??= performance.now() - began;
    count += edges.length;
    after = edges.at(-1).cursor;
  }
  return { perSecond: (count / (performance.now() - began)) * 1_000, firstMs };
}

async function page(url, after) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` },
    body: JSON.stringify({ query: PAGE, variables: { after } }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data.events;
}

// From commit to the frame at the client: at a steady rate, with many subscribers, alone and beside a transaction that idles.
import { setTimeout as sleep } from 'node:timers/promises';
import { Remote } from '../load/remote.mjs';
import { median, publish, quantile, versionOfPostgres } from '../world/figures.mjs';
import { cpuSeconds, option } from '../world/process.mjs';
import { TOKEN } from '../world/product.mjs';
import { onStage } from '../world/stage.mjs';
import { eventsQuery } from './queries.mjs';

const RATE = option('rate', 500);
const SUBSCRIBERS = option('subscribers', 1_000);
/** Of a window; windows with the idle transaction and without take turns. */
const SECONDS = option('seconds', 5);
const WINDOWS = option('windows', 4);
const RECORDS = option('records', 200);
/** More frames a second than this are not asked of one process. */
const MOST = option('most', 100_000);
/** Each notes every event it gets. */
const PROBES = 20;
const SWARMS = 2;

/** What subscribers want: some of the records, by one filter each that others may share, or everything. */
const INTERESTS = [
  { name: `1 record of ${RECORDS}`, share: 1 / RECORDS, queriesFor: (ids) => ids.map((id) => wanting([id])) },
  {
    name: `a tenth of ${RECORDS} records`,
    share: 0.1,
    queriesFor: (ids) =>
      Array.from({ length: 10 }, (_, n) => wanting(ids.filter((_id, at) => at % 10 === n))),
  },
  { name: 'everything', share: 1, queriesFor: () => [eventsQuery()] },
];
const isAsked = ({ share }) => share * RATE * SUBSCRIBERS <= MOST;

function wanting(ids) {
  return eventsQuery({ filter: { record: ids } });
}

await onStage('latency', async (stage) => {
  const server = await stage.server({ env: { MAX_ADDRESS_CONNECTIONS: String(SUBSCRIBERS + 100) } });
  const writer = new Remote('./writer.mjs');
  stage.undo.push(() => writer.stop());
  const ids = await writer.ask('open', { databaseUrl: stage.database.url, records: RECORDS });
  await writer.ask('write', { perSecond: RATE, seconds: 5 });
  const rows = [];
  const goals = [];
  for (const kind of ['ws', 'sse'])
    for (const { name: interest, queriesFor } of INTERESTS.filter(isAsked)) {
      const [plain, idle] = await measure({ kind, queries: queriesFor(ids), server, writer });
      rows.push(rowOf(kind, interest, 'no', plain), rowOf(kind, interest, 'yes', idle));
      goals.push(...goalsOf(`${kind}, ${interest}`, plain, idle));
      console.table(rows.slice(-2));
    }
  publish('latency', {
    title: `From commit to the client at ${RATE} events/s with ${SUBSCRIBERS} subscribers`,
    about: `Milliseconds from just before COMMIT is sent to the frame at the client, by ${PROBES} probes among the subscribers of each of ${SWARMS} processes, over ${WINDOWS} windows of ${SECONDS} s; in turns with as many during which another transaction has written and then sits idle. \`told/s\`: frames to all subscribers. The events come from another process than the server, so nobody tells its leader that there are some.`,
    rows,
    goals,
    notes: INTERESTS.filter((each) => !isAsked(each)).map(
      ({ name, share }) =>
        `Not measured: ${name}, which is ${share * RATE * SUBSCRIBERS} frames a second (\`--most\` ${MOST}).`,
    ),
    postgres: await versionOfPostgres(stage.database.url),
  });
});

/** Plain and beside an idle transaction, over the same sockets. */
async function measure({ kind, queries, server, writer }) {
  const swarms = Array.from({ length: SWARMS }, () => new Remote('./swarm.mjs'));
  try {
    const count = SUBSCRIBERS / SWARMS;
    for (const swarm of swarms)
      await swarm.ask('open', { kind, count, port: server.port, token: TOKEN, queries, probes: PROBES });
    // Warm, and behind nothing.
    await writer.ask('write', { perSecond: RATE / 2, seconds: 2 });
    const figures = [false, true].map(() => ({ late: [], told: 0, events: 0, seconds: 0, cpu: 0 }));
    for (let window = 0; window < 2 * WINDOWS; window++)
      await watch({ swarms, writer, server, isIdle: window % 2 === 1, into: figures[window % 2] });
    return figures;
  } finally {
    for (const swarm of swarms) await swarm.stop();
  }
}

/** A window, and what it shows. */
async function watch({ swarms, writer, server, isIdle, into }) {
  await settle(swarms);
  await Promise.all([...swarms, writer].map((each) => each.ask('take')));
  for (const swarm of swarms) await swarm.ask('reset');
  const cpu = cpuSeconds(server.pid);
  const [wrote] = await Promise.all([
    writer.ask('write', { perSecond: RATE, seconds: SECONDS }),
    isIdle ? writer.ask('holdOpen', SECONDS) : null,
  ]);
  await settle(swarms);
  into.cpu += cpuSeconds(server.pid) - cpu;
  into.told += await toldTo(swarms);
  into.events += wrote.count;
  into.seconds += wrote.seconds;
  const committed = new Map(await writer.ask('take'));
  for (const swarm of swarms)
    for (const [, change, at] of (await swarm.ask('take')).seen)
      if (committed.has(change)) into.late.push(at - committed.get(change));
}

async function toldTo(swarms) {
  const answers = await Promise.all(swarms.map((swarm) => swarm.ask('counts')));
  return answers.flatMap(({ counts }) => counts).reduce((a, b) => a + b, 0);
}

/** Until nobody is told anything any more. */
async function settle(swarms) {
  for (let before = -1, now = await toldTo(swarms); before !== now; ) {
    await sleep(500);
    before = now;
    now = await toldTo(swarms);
  }
}

function ms(values, share) {
  return quantile(values, share).toFixed(1);
}

function rowOf(transport, interest, idle, { late, told, events, seconds, cpu }) {
  return {
    transport,
    'each wants': interest,
    'idle transaction': idle,
    'events/s': (events / seconds).toFixed(0),
    'told/s': (told / seconds).toFixed(0),
    p50: ms(late, 0.5),
    p90: ms(late, 0.9),
    p99: ms(late, 0.99),
    max: ms(late, 1),
    'ms CPU of the server an event': ((cpu / events) * 1_000).toFixed(2),
  };
}

function goalsOf(who, plain, idle) {
  const [p50, p99, beside] = [median(plain.late), quantile(plain.late, 0.99), quantile(idle.late, 0.99)];
  return [
    [`${who}: p50 ${p50.toFixed(1)} ms, at most 25`, p50 <= 25],
    [`${who}: p99 ${p99.toFixed(1)} ms, at most 150`, p99 <= 150],
    [
      `${who}: p99 beside an idle transaction ${(beside / p99).toFixed(2)} times as long, at most 2`,
      beside <= 2 * p99,
    ],
  ];
}

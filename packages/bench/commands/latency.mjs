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
const SECONDS = option('seconds', 20);
const IDLE_SECONDS = option('idle-seconds', 5);
const RECORDS = option('records', 200);
const ROUNDS = option('rounds', 1);
/** Each notes every event it gets. */
const PROBES = 20;
const SWARMS = 2;

/** What subscribers want: of `RECORDS` records one, or everything. */
const INTERESTS = {
  'one record of 200 each': (ids) => ids.map((id) => eventsQuery({ filter: { record: [id] } })),
  everything: () => [eventsQuery()],
};

await onStage('latency', async (stage) => {
  const server = await stage.server({ env: { MAX_ADDRESS_CONNECTIONS: String(SUBSCRIBERS + 100) } });
  const writer = new Remote('./writer.mjs');
  stage.undo.push(() => writer.stop());
  const ids = await writer.ask('open', { databaseUrl: stage.database.url, records: RECORDS });
  await writer.ask('write', { perSecond: RATE, seconds: 5 });
  const rows = [];
  const goals = [];
  for (let round = 1; round <= ROUNDS; round++)
    for (const kind of ['ws', 'sse'])
      for (const [interest, queriesFor] of Object.entries(INTERESTS)) {
        const figures = await measure({ kind, queries: queriesFor(ids), server, writer });
        rows.push(...figures.map((figure) => rowOf({ kind, interest, round, ...figure })));
        goals.push(...goalsOf(kind, interest, figures));
        console.log(rows.slice(-2));
      }
  publish('latency', {
    title: `From commit to the client at ${RATE} events/s with ${SUBSCRIBERS} subscribers`,
    about: `Milliseconds from just before COMMIT is sent to the frame's last byte at the client, by ${PROBES} probes among the subscribers of each of ${SWARMS} processes, and again while a transaction that has written sits idle for ${IDLE_SECONDS} s. \`told/s\`: frames to all subscribers.`,
    rows,
    goals,
    postgres: await versionOfPostgres(stage.database.url),
  });
});

/** Plain, then with the idle transaction, over the same sockets. */
async function measure({ kind, queries, server, writer }) {
  const swarms = Array.from({ length: SWARMS }, () => new Remote('./swarm.mjs'));
  try {
    const share = SUBSCRIBERS / SWARMS;
    for (const swarm of swarms)
      await swarm.ask('open', {
        kind,
        count: share,
        port: server.port,
        token: TOKEN,
        queries,
        probes: PROBES,
      });
    const figures = [];
    for (const idle of [0, IDLE_SECONDS]) {
      // Warm, and behind nothing.
      await writer.ask('write', { perSecond: RATE / 2, seconds: 2 });
      await settle(swarms);
      await Promise.all([...swarms, writer].map((each) => each.ask('take')));
      for (const swarm of swarms) await swarm.ask('reset');
      const cpu = cpuSeconds(server.pid);
      const [wrote] = await Promise.all([
        writer.ask('write', { perSecond: RATE, seconds: idle > 0 ? idle : SECONDS }),
        idle > 0 ? writer.ask('holdOpen', idle) : null,
      ]);
      await settle(swarms);
      const committed = new Map(await writer.ask('take'));
      const late = [];
      for (const swarm of swarms)
        for (const [, change, at] of (await swarm.ask('take')).seen)
          if (committed.has(change)) late.push(at - committed.get(change));
      const told = await toldTo(swarms);
      figures.push({
        idle,
        late,
        told: told / wrote.seconds,
        perSecond: wrote.perSecond,
        cpu: (cpuSeconds(server.pid) - cpu) / wrote.seconds,
      });
    }
    return figures;
  } finally {
    for (const swarm of swarms) await swarm.stop();
  }
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

const ms = (values, share) => quantile(values, share).toFixed(1);

function rowOf({ kind, interest, round, idle, late, told, perSecond, cpu }) {
  return {
    transport: kind,
    'each wants': interest,
    ...(ROUNDS > 1 ? { round } : {}),
    'idle transaction': idle > 0 ? 'yes' : 'no',
    'events/s': perSecond.toFixed(0),
    'told/s': told.toFixed(0),
    p50: ms(late, 0.5),
    p90: ms(late, 0.9),
    p99: ms(late, 0.99),
    max: ms(late, 1),
    'cores of the server': cpu.toFixed(2),
  };
}

function goalsOf(kind, interest, [plain, idle]) {
  const [p50, p99, beside] = [median(plain.late), quantile(plain.late, 0.99), quantile(idle.late, 0.99)];
  const who = `${kind}, ${interest}`;
  return [
    [`${who}: p50 ${p50.toFixed(1)} ms, at most 25`, p50 <= 25],
    [`${who}: p99 ${p99.toFixed(1)} ms, at most 150`, p99 <= 150],
    [
      `${who}: p99 beside an idle transaction ${(beside / p99).toFixed(2)} times as long, at most 2`,
      beside <= 2 * p99,
    ],
  ];
}

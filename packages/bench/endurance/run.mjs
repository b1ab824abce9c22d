import { fork } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { versionOfPostgres } from '../world/figures.mjs';
import { startDatabase } from '../world/postgres.mjs';
import { SECRET } from '../world/product.mjs';
import { Server } from '../world/server.mjs';
import { undoWhenStopped } from '../world/stage.mjs';
import { Faults } from './faults.mjs';
import { startSubscribers } from './subscribers.mjs';
import { readTruth } from './truth.mjs';
import { judge } from './verdict.mjs';

const WRITERS = new URL('writers.mjs', import.meta.url).pathname;
/** Of the time; the rest is for what comes before and after. Webhooks are told one by one, and fall behind meanwhile. */
const shareOfFaults = ({ transports, isShort }) => (transports.includes('webhook') && !isShort ? 0.5 : 0.75);
/** When nobody is told anything new for so long, what is missing counts as lost. */
const PATIENCE_MS = 30_000;

/** A whole run. Everything that was started is gone afterwards, whatever happens. */
export async function endure(options, directory) {
  const undo = [];
  undoWhenStopped(undo);
  try {
    return await runIn({ options, directory, undo });
  } finally {
    for (const each of undo.splice(0).reverse()) await each();
  }
}

async function runIn({ options, directory, undo }) {
  const started = Date.now();
  const database = await startDatabase(`${directory}/postgres`);
  undo.push(() => database.stop());
  const servers = [];
  for (let n = 0; n < options.servers; n++) {
    const server = await Server.start({ databaseUrl: database.url, directory, env: SETTINGS });
    undo.push(() => server.stop('SIGKILL'));
    servers.push(server);
  }
  const subscribers = await startSubscribers({ options, directory, servers, undo });

  const seconds = options.minutes * 60 * shareOfFaults(options);
  const writers = startWriters(options, seconds, database.url, undo);
  const faults = scheduleFaults({ options, seconds, database, servers, subscribers });
  const world = { options, started, writers, faults, subscribers };
  const timer = setInterval(() => console.log(progress(world)), options.isShort ? 2_000 : 10_000);
  undo.push(() => clearInterval(timer));

  await writers.finished;
  const limit = started + options.minutes * 60_000;
  await Promise.race([faults.done(), sleep(Math.max(0, limit - Date.now()), null, { ref: false })]);
  await faults.stop();
  await Promise.all(servers.map((server) => server.ready()));
  const truth = await tellTheRest({ database, servers, subscribers, options, faults });
  clearInterval(timer);
  console.log(progress(world));
  return {
    truth,
    subscribers: subscribers.all,
    cuts: subscribers.cuts,
    written: writers.state,
    unacknowledged: missingOf(writers.state.acked, truth),
    faults: faults.counts,
    postgres: await versionOfPostgres(database.url),
    seconds: (Date.now() - started) / 1_000,
  };
}

/** What the product is run with, other than by default. */
const SETTINGS = {
  WEBHOOK_PRIVATE_ADDRESSES: 'yes',
  ...(process.env.WEBHOOK_WINDOW && { WEBHOOK_WINDOW: process.env.WEBHOOK_WINDOW }),
};

function startWriters(options, seconds, databaseUrl, undo) {
  const child = fork(WRITERS, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  undo.push(() => child.kill('SIGKILL'));
  const writers = { state: { done: 0, counts: {} } };
  writers.finished = new Promise((resolve, reject) => {
    child.on('message', (state) => {
      writers.state = state;
      if (state.isFinished) resolve();
    });
    child.once('exit', (code) => code === 0 || reject(new Error(`The writers ended with ${code}.`)));
  });
  child.send({
    databaseUrl,
    secret: SECRET,
    events: options.events,
    writers: options.writers,
    perSecond: options.events / seconds,
    hot: 20,
    rollbacks: 0.05,
    slow: 0.05,
  });
  return writers;
}

function scheduleFaults({ options, seconds, database, servers, subscribers }) {
  const faults = new Faults();
  faults.schedule('disconnects', options.disconnects, seconds, () => subscribers.cut());
  faults.schedule('half-open', options.freezes, seconds, () => subscribers.freeze());
  faults.schedule('server kills', options.kills, seconds, async () => {
    const server = servers[Math.floor(Math.random() * servers.length)];
    if (!server.isRunning) return false;
    await server.kill();
    // The next fault of this kind should meet a server, not an attempt at one.
    await server.ready().catch(() => undefined);
  });
  faults.schedule('PostgreSQL crashes', options['postgres-crashes'], seconds, () => database.crash());
  faults.schedule('client kills', options['client-kills'], seconds, () => subscribers.kill());
  return faults;
}

/** Waits until everybody was told everything, or nobody is told anything any more. */
async function tellTheRest({ database, servers, subscribers, options, faults }) {
  let last = { told: -1, at: Date.now() };
  let isHastened = !options.transports.includes('webhook');
  for (;;) {
    const truth = await readTruth(database.url);
    const isNumbered = [...truth.values()].every(({ order }) => order !== null);
    const lines = subscribers.all.map(({ count }) => count());
    // To compare them is much work; whoever wrote down less than happened has not been told everything.
    const mayBeAll = isNumbered && lines.every((count) => count >= truth.size);
    if (mayBeAll && subscribers.all.every(({ read }) => judge(read(), truth).lost === 0)) return truth;
    const told = lines.reduce((a, b) => a + b, 0);
    if (told !== last.told) last = { told, at: Date.now() };
    const quietMs = Date.now() - last.at;
    if (quietMs > 5_000 && !isHastened) {
      isHastened = true;
      await hastenWebhooks(database.url, servers, faults);
    }
    if (quietMs > PATIENCE_MS) return truth;
    await sleep(1_000);
  }
}

/**
 * The second retry of a delivery comes five minutes after the first; nothing is shown by waiting. It is made due now, and the leader
 * killed, which goes by its memory else.
 */
async function hastenWebhooks(url, servers, faults) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rowCount } = await client.query(
    `UPDATE webhook_delivery SET due_at = now() WHERE status = 'PENDING' AND due_at > now()`,
  );
  await client.end();
  console.log(
    `${rowCount} deliveries that would wait for minutes are due now; the servers are killed once more`,
  );
  for (const server of servers) await server.kill();
  faults.counts['server kills'] += servers.length;
  await Promise.all(servers.map((server) => server.ready()));
}

/** Acknowledged to a writer, and not there. */
function missingOf(acked, truth) {
  const there = new Set([...truth.values()].map(({ recordId, version }) => `${recordId} ${version}`));
  return acked.filter((change) => !there.has(change)).length;
}

function progress({ options, started, writers, faults, subscribers }) {
  const at = `${((Date.now() - started) / 1_000).toFixed(0)} s`.padStart(6);
  const share = Math.min(1, writers.state.done / options.events);
  const bar = '#'.repeat(Math.round(share * 20)).padEnd(20, '.');
  const counts = Object.entries(faults.counts).map(([name, count]) => `${name} ${count}`);
  return `${at} [${bar}] written ${writers.state.done}, told ${subscribers.told()}, ${counts.join(', ')}`;
}

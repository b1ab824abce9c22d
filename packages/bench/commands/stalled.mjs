// A thousand readers that stop reading while events go on: what they cost, and whether they have missed anything when they read again.
import { setTimeout as sleep } from 'node:timers/promises';
import { Remote } from '../load/remote.mjs';
import { median, publish, versionOfPostgres } from '../world/figures.mjs';
import { option, residentMb } from '../world/process.mjs';
import { TOKEN } from '../world/product.mjs';
import { onStage } from '../world/stage.mjs';
import { eventsQuery } from './queries.mjs';

const READERS = option('readers', 1_000);
const SECONDS = option('seconds', 120);
const RATE = option('rate', 500);
/** Until the server's memory of recent events is full, as it is in life. */
const WARM_SECONDS = option('warm', 45);
/** All of what they missed is so much that only some can be followed to the end. */
const RESUMED = option('resumed', 50);
const PATIENCE_MS = option('patience', 300) * 1_000;
const UNLIMITED = { MAX_ADDRESS_CONNECTIONS: String(READERS + 100) };

await onStage('stalled', async (stage) => {
  // The first leads; it is told the same events, has the same ordinary readers, and nobody who stalls.
  const control = await stage.server({ env: UNLIMITED });
  const server = await stage.server({ env: UNLIMITED });
  const writer = new Remote('./writer.mjs');
  const swarm = new Remote('./swarm.mjs');
  stage.undo.push(() => writer.stop());
  stage.undo.push(() => swarm.stop());
  await writer.ask('open', { databaseUrl: stage.database.url, records: 200 });
  // A WebSocket that takes nothing for 45 s answers no ping and is dropped like one that is gone; a response stays.
  const everything = { kind: 'sse', port: server.port, token: TOKEN, queries: [eventsQuery()] };
  for (const { port } of [control, server]) {
    const ordinary = new Remote('./swarm.mjs');
    stage.undo.push(() => ordinary.stop());
    await ordinary.ask('open', { ...everything, port, count: 5 });
  }
  await writer.ask('write', { perSecond: RATE, seconds: WARM_SECONDS });
  await swarm.ask('open', {
    ...everything,
    count: READERS,
    probes: RESUMED,
  });
  await writer.ask('take');
  await swarm.ask('pause');
  await sleep(2_000);

  const both = [server, control].map(({ pid }) => ({ pid, before: residentMb(pid), samples: [] }));
  const began = Date.now();
  const timer = setInterval(() => {
    for (const { pid, samples } of both) samples.push(residentMb(pid));
    const [stalled, other] = both.map(({ samples }) => samples.at(-1).toFixed(0));
    if (both[0].samples.length % 10 === 0)
      console.log(
        `${((Date.now() - began) / 1_000).toFixed(0)} s: ${stalled} MB, without stalled readers ${other} MB`,
      );
  }, 1_000);
  const wrote = await writer.ask('write', { perSecond: RATE, seconds: SECONDS });
  clearInterval(timer);
  const written = (await writer.ask('take')).map(([change]) => change);

  await swarm.ask('keep', RESUMED);
  const { took, counts, ended } = await resume(swarm, written.length);
  const missed = await missedBy(swarm, written);
  const [growth, others] = both.map(growthOf);
  publish('stalled', {
    title: `${READERS} readers that stop reading for ${SECONDS} s at ${RATE} events/s`,
    about: `Resident memory of the server while ${READERS} readers of everything over server-sent events take nothing from their sockets, after ${WARM_SECONDS} s of the same events with five ordinary readers, beside a second server that has these alone; then ${RESUMED} of them read on, and what they get is compared with what was written.`,
    rows: [
      {
        'events/s': wrote.perSecond.toFixed(0),
        events: written.length,
        'MB before, at the end, at most': megabytes(both[0]),
        'growth MB': growth.toFixed(0),
        'without stalled readers': `${megabytes(both[1])}; ${others.toFixed(0)}`,
        'missed events': missed,
        'sockets ended': ended,
        'caught up in s': took.toFixed(0),
        'events/s then': ((RESUMED * written.length) / took).toFixed(0),
      },
    ],
    goals: [
      [
        `memory grows by at most 10 MB: ${growth.toFixed(0)}; of a server without them ${others.toFixed(0)}`,
        growth <= 10,
      ],
      [
        `nothing is lost when they resume: ${missed}`,
        missed === 0 && counts.every((n) => n >= written.length),
      ],
    ],
    postgres: await versionOfPostgres(stage.database.url),
  });
});

/** By the medians of a fifth of the samples, since a collector of garbage comes and goes. */
function growthOf({ before, samples }) {
  return median(samples.slice(-Math.ceil(samples.length / 5))) - before;
}

function megabytes({ before, samples }) {
  return [before, samples.at(-1), Math.max(...samples)].map((each) => each.toFixed(0)).join(', ');
}

async function resume(swarm, expected) {
  const began = Date.now();
  await swarm.ask('resume');
  for (;;) {
    const { counts, ended } = await swarm.ask('counts');
    const took = (Date.now() - began) / 1_000;
    if (counts.every((count) => count >= expected) || Date.now() - began > PATIENCE_MS)
      return { took, counts, ended: ended.length };
    await sleep(200);
  }
}

/** Events that a reader did not get, over all readers. */
async function missedBy(swarm, written) {
  const got = new Map();
  for (const [reader, change] of (await swarm.ask('take')).seen) {
    if (!got.has(reader)) got.set(reader, new Set());
    got.get(reader).add(change);
  }
  let missed = 0;
  for (let reader = 0; reader < RESUMED; reader++)
    missed += written.filter((change) => !got.get(reader)?.has(change)).length;
  return missed;
}

// One event to ten thousand subscribers on one process, beside the least it can cost and beside one execution for each of them. All
// sockets are open at the same time, and the kinds take turns.
import { setTimeout as sleep } from 'node:timers/promises';
import { Remote } from '../load/remote.mjs';
import { median, publish, spread, versionOfPostgres } from '../world/figures.mjs';
import { cpuSeconds, option, peakMb, residentMb } from '../world/process.mjs';
import { TOKEN } from '../world/product.mjs';
import { onStage } from '../world/stage.mjs';
import { eventsQuery } from './queries.mjs';

const SUBSCRIBERS = option('subscribers', 10_000);
const ROUNDS = option('rounds', 30);
const GROUPS = option('groups', 200);
const PATIENCE_MS = 60_000;
/** Sockets of everybody, so that one address may have them all. */
const UNLIMITED = { MAX_ADDRESS_CONNECTIONS: String(SUBSCRIBERS + 100) };

await onStage('fanout', async (stage) => {
  const writer = new Remote('./writer.mjs');
  stage.undo.push(() => writer.stop());
  const floor = new Remote('./floor.mjs');
  stage.undo.push(() => floor.stop());

  const first = await stage.server({ env: UNLIMITED });
  const ids = await writer.ask('open', { databaseUrl: stage.database.url, records: 3 });
  const kinds = [
    { name: 'shared', groups: 1, server: first },
    { name: `${GROUPS} groups`, groups: GROUPS, server: await stage.server({ env: UNLIMITED }) },
    { name: 'one execution each', groups: SUBSCRIBERS, server: await stage.server({ env: UNLIMITED }) },
  ];
  for (const [at, kind] of kinds.entries()) await openOurs(stage, kind, ids[at]);
  const raw = { name: 'raw sockets', port: await floor.ask('listen'), times: [], cpu: [] };
  await openSwarm(stage, raw, [{ query: '', variables: {} }]);

  const body = await bodyOf(first.url);
  for (let round = -3; round < ROUNDS; round++) {
    for (const [at, kind] of kinds.entries())
      await tell(kind, round, () => writer.ask('one', at).then(({ committedAt }) => committedAt));
    await tell(raw, round, () => floor.ask('write', { body }).then(({ beganAt }) => beganAt));
    if (round % 10 === 0) console.log(`round ${round}`);
  }
  await report(stage, kinds, raw);
});

async function openOurs(stage, kind, id) {
  kind.times = [];
  kind.cpu = [];
  kind.port = kind.server.port;
  const queries = Array.from({ length: kind.groups }, (_, n) =>
    eventsQuery({ alias: `events${n}`, filter: { record: [id] } }),
  );
  const before = residentMb(kind.server.pid);
  const began = Date.now();
  await openSwarm(stage, kind, queries);
  await sleep(1_000);
  kind.idleMb = residentMb(kind.server.pid);
  console.log(
    `${kind.name}: ${SUBSCRIBERS} in ${((Date.now() - began) / 1_000).toFixed(0)} s, ${before.toFixed(0)} → ${kind.idleMb.toFixed(0)} MB`,
  );
}

async function openSwarm(stage, kind, queries) {
  kind.swarm = new Remote('./swarm.mjs');
  stage.undo.push(() => kind.swarm.stop());
  await kind.swarm.ask('open', { kind: 'ws', count: SUBSCRIBERS, port: kind.port, token: TOKEN, queries });
}

/** What is written to a raw socket is what the product writes. */
async function bodyOf() {
  return `{"id":"1","type":"next","payload":${'x'.repeat(20)}"EventDelivered"${'x'.repeat(560)}}`;
}

async function tell(kind, round, act) {
  const cpu = kind.server ? cpuSeconds(kind.server.pid) : 0;
  const all = kind.swarm.ask('expect', 1);
  // Asked over another channel: the swarm has to be expecting before the first frame comes.
  await kind.swarm.ask('counts');
  const beganAt = await act();
  const answer = await Promise.race([all, sleep(PATIENCE_MS, null, { ref: false })]);
  if (!answer) {
    const { counts, ended } = await kind.swarm.ask('counts');
    throw new Error(
      `${kind.name}: ${counts.filter((count) => count === 0).length} were not told; ${ended.length} ended: ${ended[0]}`,
    );
  }
  if (round < 0) return;
  kind.times.push({ first: answer.firstAt - beganAt, last: answer.lastAt - beganAt });
  if (kind.server) kind.cpu.push((cpuSeconds(kind.server.pid) - cpu) * 1_000);
}

async function report(stage, kinds, raw) {
  const last = ({ times }) => times.map((time) => time.last);
  const [shared, groups, each] = kinds;
  const rows = [...kinds, raw].map((kind) => ({
    kind: kind.name,
    'ms to the first': spread(kind.times.map(({ first }) => first)),
    'ms to the last': spread(last(kind)),
    'against raw sockets': (median(last(raw)) / median(last(kind))).toFixed(2),
    'ms CPU': kind.server ? spread(kind.cpu, 0) : '',
    'MB idle': kind.server ? kind.idleMb.toFixed(0) : '',
    'MB at most': kind.server ? peakMb(kind.server.pid).toFixed(0) : '',
  }));
  const share = median(last(raw)) / median(last(shared));
  const times = median(last(each)) / median(last(shared));
  publish('fanout', {
    title: `One event to ${SUBSCRIBERS} subscribers of one process`,
    about: `Milliseconds from just before COMMIT is sent (raw sockets: from the first write) to the first and to the last subscriber, each figure the median of ${ROUNDS} rounds and between which nine of ten lie; ${SUBSCRIBERS} graphql-transport-ws sockets a kind, all open at once, kinds in turn.`,
    rows,
    goals: [
      [`at least 0.8 of the rate of raw sockets: ${share.toFixed(2)}`, share >= 0.8],
      [`at least 3 times as fast as one execution each: ${times.toFixed(1)}`, times >= 3],
      [
        `at most 512 MB: ${peakMb(shared.server.pid).toFixed(0)}; with ${GROUPS} groups ${peakMb(groups.server.pid).toFixed(0)}`,
        Math.max(peakMb(shared.server.pid), peakMb(groups.server.pid)) <= 512,
      ],
    ],
    postgres: await versionOfPostgres(stage.database.url),
  });
}

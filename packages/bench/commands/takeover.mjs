// The leader is killed while another server stands by: how long until the next event is numbered.
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Remote } from '../load/remote.mjs';
import { median, publish, spread, versionOfPostgres } from '../world/figures.mjs';
import { holdsPort, option } from '../world/process.mjs';
import { onStage } from '../world/stage.mjs';

const ROUNDS = option('rounds', 20);
const PER_SECOND = 50;

await onStage('takeover', async (stage) => {
  const servers = [await stage.server(), await stage.server()];
  const writer = new Remote('./writer.mjs');
  stage.undo.push(() => writer.stop());
  await writer.ask('open', { databaseUrl: stage.database.url, records: 20 });
  const db = new pg.Client({ connectionString: stage.database.url });
  await db.connect();
  stage.undo.push(() => db.end());

  const times = [];
  for (let round = 0; round < ROUNDS; round++) {
    const writing = writer.ask('write', { perSecond: PER_SECOND, seconds: 4 });
    await sleep(1_000 + Math.random() * 500);
    const leader = await leaderOf(db, servers);
    const before = await clock(db);
    await leader.kill();
    const next = await nextNumbered(db, before);
    times.push(next);
    console.log(`round ${round + 1}: ${next.toFixed(0)} ms`);
    await writing;
    await Promise.all(servers.map((server) => server.ready()));
    // The one that came back has to stand by before the next falls.
    await sleep(500);
  }
  publish('takeover', {
    title: 'From the leader’s death to the next numbered event',
    about: `kill -9 of the leading server while ${PER_SECOND} changes a second are written and a second server stands by, by PostgreSQL's clock; ${ROUNDS} rounds.`,
    rows: [
      {
        'ms (nine of ten)': spread(times, 0),
        least: Math.min(...times).toFixed(0),
        most: Math.max(...times).toFixed(0),
      },
    ],
    goals: [[`at most 1,000 ms at the median: ${median(times).toFixed(0)}`, median(times) <= 1_000]],
    postgres: await versionOfPostgres(stage.database.url),
  });
});

/** The server that holds the lock of the leader. */
async function leaderOf(db, servers) {
  for (;;) {
    const { rows } = await db.query(
      `SELECT DISTINCT a.client_port FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE l.locktype = 'advisory' AND l.granted`,
    );
    const leader = servers.find(
      ({ pid }) => pid && rows.some(({ client_port: port }) => holdsPort(pid, port)),
    );
    if (leader) return leader;
    await sleep(50);
  }
}

async function clock(db) {
  const { rows } = await db.query('SELECT clock_timestamp()::text AS at');
  return rows[0].at;
}

/** Milliseconds. What the dead one had sent already may still have been committed: a gap shows where it ended. */
async function nextNumbered(db, before) {
  const until = Date.now() + 30_000;
  for (;;) {
    const { rows } = await db.query(
      `SELECT extract(epoch FROM published_at - $1::timestamptz) * 1000 AS ms FROM event_log
        WHERE published_at > $1::timestamptz + interval '20 milliseconds' ORDER BY seq LIMIT 1`,
      [before],
    );
    if (rows[0]) return Number(rows[0].ms);
    if (Date.now() > until) throw new Error('Nobody numbers events any more.');
    await sleep(10);
  }
}

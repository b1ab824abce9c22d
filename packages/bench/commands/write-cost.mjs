// What the event costs a write: the same mutations with the row of the outbox and without it, in turns.
import { Door } from '../world/door.mjs';
import { median, publish, quantile, spread, versionOfPostgres } from '../world/figures.mjs';
import { option } from '../world/process.mjs';
import { product } from '../world/product.mjs';
import { onStage } from '../world/stage.mjs';

const BLOCKS = option('blocks', 40);
const WRITES = option('writes', 50);
const WRITERS = option('writers', 16);
const SECONDS = option('seconds', 2);

const RECORD = 'mutation ($input: TopicInput!) { it: recordTopic(input: $input) { id version } }';
const AMEND =
  'mutation ($id: ID!, $version: Int!, $input: TopicInput!) { it: amendTopic(id: $id, expectedVersion: $version, input: $input) { id version } }';

let isTold = true;

/** The event is a row of the outbox, whichever statement writes it; without it everything else stays as it is. */
function withoutOutbox() {
  const { Transaction } = product('platform/change/transaction');
  const rows = Transaction.prototype.rows;
  Transaction.prototype.rows = function (statement) {
    if (isTold || !statement.text.includes('event_outbox')) return rows.call(this, statement);
    if (statement.text.startsWith('INSERT INTO event_outbox')) return Promise.resolve([]);
    // Written by the statement that writes the versions.
    const alone = /^\s*WITH \w+ AS \((\s*INSERT INTO record_version [\s\S]*?) RETURNING/.exec(
      statement.text,
    )?.[1];
    if (!alone) throw new Error(`This measures nothing any more: ${statement.text}`);
    const count = Math.max(...[...alone.matchAll(/\$(\d+)/g)].map(([, n]) => Number(n)));
    return rows.call(this, { text: alone, values: statement.values.slice(0, count) });
  };
}

/** That both kinds were what they are called. */
async function check(door, written) {
  const [{ count }] = await door.rows(
    `SELECT count(*) FROM record_version v WHERE NOT EXISTS (SELECT FROM event_log l WHERE l.version_id = v.id)
        AND NOT EXISTS (SELECT FROM event_outbox o WHERE o.version_id = v.id) AND v.by <> 'reference data'`,
  );
  if (Number(count) !== written.without)
    throw new Error(`${count} writes had no event, not ${written.without}`);
}

await onStage('write-cost', async (stage) => {
  // Its leader empties the outbox meanwhile, as it does in life.
  await stage.server();
  withoutOutbox();
  const door = await Door.open(stage.database.url, WRITERS);
  stage.undo.push(() => door.close());
  const topics = await Promise.all(Array.from({ length: WRITERS }, (_, n) => recordTopic(door, n)));

  const written = { with: 0, without: 0 };
  const amending = (topic) => {
    written[isTold ? 'with' : 'without'] += 1;
    return amend(door, topic);
  };
  const single = { with: [], without: [] };
  const blocks = { with: [], without: [] };
  for (let block = -4; block < BLOCKS; block++)
    for (const kind of block % 2 === 0 ? ['with', 'without'] : ['without', 'with']) {
      isTold = kind === 'with';
      const times = [];
      for (let n = 0; n < WRITES; n++) times.push(await timed(() => amending(topics[0])));
      if (block < 0) continue;
      single[kind].push(...times);
      blocks[kind].push(median(times));
    }
  const rates = { with: [], without: [] };
  for (let round = 0; round < 10; round++)
    for (const kind of round % 2 === 0 ? ['with', 'without'] : ['without', 'with']) {
      isTold = kind === 'with';
      rates[kind].push(await rateOf(topics, amending));
    }

  await check(door, written);
  const added = median(single.with) - median(single.without);
  const differences = blocks.with.map((value, at) => value - blocks.without[at]);
  publish('write-cost', {
    title: 'What the event costs a write',
    about: `\`amendTopic\` through the schema in one process, a commit to the disk each; ${BLOCKS} blocks of ${WRITES} by one writer, and ten rounds of ${SECONDS} s by ${WRITERS} writers, with and without the row of the outbox in turns, while a leader numbers what comes.`,
    rows: Object.keys(single).map((kind) => ({
      event: kind,
      'ms p50': median(single[kind]).toFixed(2),
      'ms p95': quantile(single[kind], 0.95).toFixed(2),
      'ms p50 of blocks': spread(blocks[kind], 2),
      [`transactions/s of ${WRITERS} writers`]: spread(rates[kind], 0),
    })),
    goals: [
      [
        `at most 0.3 ms at the median: ${added.toFixed(2)}; between neighbouring blocks ${spread(differences, 2)}`,
        added <= 0.3,
      ],
    ],
    notes: [
      `With the event ${((median(rates.with) / median(rates.without)) * 100).toFixed(0)} % of the transactions/s without.`,
    ],
    postgres: await versionOfPostgres(stage.database.url),
  });
});

async function recordTopic(door, n) {
  const slug = `cost-${process.hrtime.bigint().toString(36)}-${n}`;
  return (await door.ask(RECORD, { input: { slug, names: [{ value: slug }] } })).it;
}

async function amend(door, topic) {
  const input = { ploverContext: `v${topic.version}` };
  topic.version = (await door.ask(AMEND, { id: topic.id, version: topic.version, input })).it.version;
}

async function timed(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function rateOf(topics, amending) {
  const until = performance.now() + SECONDS * 1_000;
  let count = 0;
  await Promise.all(
    topics.map(async (topic) => {
      while (performance.now() < until) {
        await amending(topic);
        count += 1;
      }
    }),
  );
  return count / SECONDS;
}

// What statistics, counts and searches cost at the size of the real datasets, and at ten times that.
import { existsSync } from 'node:fs';
import { writeEvents } from '../load/synthetic-events.mjs';
import { entente } from '../world/command.mjs';
import { withClient } from '../world/databases.mjs';
import { median, publish, spread, versionOfPostgres } from '../world/figures.mjs';
import { cpuSeconds, option, words } from '../world/process.mjs';
import { product } from '../world/product.mjs';
import { replicate } from '../world/replicate.mjs';
import { onStage } from '../world/stage.mjs';

const TIMES = option('times', 10);
const REPEATS = option('repeats', 40);
const ROUNDS = option('rounds', 5);
const { data } = words('data');

/** Files of a folder of datasets, as far as they are there. */
const FILES = [
  ['icews', 'icews/icews_events_2005_2015.tsv'],
  ['uk-treaties', 'uk-treaties/uk_treaties.csv'],
  ['un-treaties', 'un-treaties/untc_index.csv'],
  ['un-treaties', 'un-treaties/untc_party_actions.csv'],
  ['gdelt', 'gdelt/20191024143000.export.CSV'],
  ['gdelt', 'gdelt/narayave_events.csv'],
  ['gdelt', 'gdelt/scenario_20201113.csv'],
  ['gdelt', 'gdelt/scenario_20201114.csv'],
];

/** A query, and how much more of a processor it may cost at ten times the size. */
const WORK = [
  [
    'counts by month × state',
    1.5,
    '{ engagements(first: 0) { groups(by: [MONTH, STATE], top: 1000) { period state { id } count } } }',
  ],
  [
    'counts by month × pair',
    1.5,
    '{ engagements(first: 0) { groups(by: [MONTH, RELATIONSHIP], top: 1000) { period relationship { id } count } } }',
  ],
  [
    'count of the list of two states',
    1.5,
    '{ engagements(filter: { between: ["CN", "JP"] }, first: 0) { totalCount } }',
  ],
  ['count of all engagements', 1.5, '{ engagements(first: 0) { totalCount } }'],
  ['count of all claims', 1.5, '{ claims(first: 0) { totalCount } }'],
  [
    'network a year',
    1.5,
    '{ engagements(first: 0) { network(perYear: true, top: 200) { from { id } to { id } year count highestLevel } } }',
  ],
  [
    'search: a frequent word',
    2,
    '{ search(text: "treaty", first: 20) { nodes { score record { id label } } } }',
  ],
  [
    'search: a rare word',
    2,
    '{ search(text: "fisheries", first: 20) { nodes { score record { id label } } } }',
  ],
  [
    'search: a name',
    2,
    '{ search(text: "Husayn", types: [ACTOR], first: 20) { nodes { score record { id label } } } }',
  ],
  [
    'search: a name with a slip',
    2,
    '{ search(text: "Ahmadinejat", types: [ACTOR], first: 20) { nodes { score record { id label } } suggestions } }',
  ],
]; // prettier-ignore

/** Processor time of the server and of every backend of the database. */
async function processors(server, url) {
  const pids = await withClient(url, async (client) => {
    const { rows } = await client.query(
      'SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
    return rows.map((row) => row.pid);
  });
  const read = (pid) => {
    try {
      return cpuSeconds(pid);
    } catch {
      return 0;
    }
  };
  return () => [server.pid, ...pids].reduce((sum, pid) => sum + read(pid), 0);
}

async function ask(server, query) {
  const answer = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { errors, data: found } = await answer.json();
  if (errors) throw new Error(`${query}\n${JSON.stringify(errors)}`);
  return found;
}

/** Milliseconds of processor and of waiting a query, by round. */
async function measure(server, url, query) {
  for (let warm = 0; warm < 8; warm++) await ask(server, query);
  const cpu = [];
  const wall = [];
  for (let round = 0; round < ROUNDS; round++) {
    const clock = await processors(server, url);
    const [before, began] = [clock(), performance.now()];
    for (let nth = 0; nth < REPEATS; nth++) await ask(server, query);
    wall.push((performance.now() - began) / REPEATS);
    cpu.push(((clock() - before) * 1_000) / REPEATS);
  }
  return { cpu, wall };
}

await onStage('scale', async (stage) => {
  const first = await stage.server();
  await first.stop();
  const whole = stage.database.url;
  if (data) {
    for (const [dataset, file] of FILES)
      if (existsSync(`${data}/${file}`))
        console.log(await entente(whole, stage.directory, 'import', dataset, `${data}/${file}`));
  } else {
    const file = `${stage.directory}/events.tsv`;
    writeEvents(file, 100_000);
    console.log(await entente(whole, stage.directory, 'import', 'icews', file));
  }
  const prepared = () =>
    withClient(whole, async (client) => {
      // Its events are not what is measured, and numbering them would be.
      await client.query('DELETE FROM event_outbox');
      await client.query('VACUUM ANALYZE');
      const { rows } = await client.query(
        "SELECT count(*)::int AS records, count(*) FILTER (WHERE type = 'engagement')::int AS engagements FROM record",
      );
      return rows[0];
    });
  const measureAll = async () => {
    const server = await stage.server();
    const figures = [];
    for (const [what, , query] of WORK) {
      figures.push(await measure(server, whole, query));
      console.log(what, spread(figures.at(-1).cpu), 'ms');
    }
    await server.stop();
    return figures;
  };
  const sizes = [await prepared()];
  const one = await measureAll();
  await replicate(whole, TIMES, (line) => console.log(line));
  await withClient(whole, (client) => product('app/dumped-tables').rebuildDerived(client));
  sizes.push(await prepared());
  const ten = await measureAll();
  const ratios = WORK.map((_, at) => median(ten[at].cpu) / median(one[at].cpu));
  const rows = WORK.map(([what], at) => ({
    what,
    'ms of processor': spread(one[at].cpu),
    [`at ${TIMES}×`]: spread(ten[at].cpu),
    ratio: ratios[at].toFixed(2),
    'ms waited': spread(one[at].wall),
    [`waited at ${TIMES}×`]: spread(ten[at].wall),
  }));
  const goals = WORK.map(([what, most], at) => [`${what}: at most ${most} ×`, ratios[at] <= most]);
  publish('scale', {
    title: `At ${TIMES} times the size`,
    about: `${data ? 'The real datasets' : 'Synthetic rows'}: ${sizes[0].records} records, ${sizes[0].engagements} engagements; against ${TIMES} times that, replicated (synthetic: the same content under other ids, of the same days): ${sizes[1].records} records, ${sizes[1].engagements} engagements. Processor time of the server and all backends of the database, a query, over HTTP as an anonymous reader; ${ROUNDS} rounds of ${REPEATS}.`,
    rows,
    goals,
    postgres: await versionOfPostgres(whole),
  });
});

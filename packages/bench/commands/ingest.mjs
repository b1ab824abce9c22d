// From a file to commit: `entente import` against TypeORM's save() of all that the import wrote, in turns.
import { difference, save } from '../load/saved.mjs';
import { writeEvents } from '../load/synthetic-events.mjs';
import { entente } from '../world/command.mjs';
import { copyOf, emptyDatabase, withClient } from '../world/databases.mjs';
import { median, publish, spread, versionOfPostgres } from '../world/figures.mjs';
import { option, words } from '../world/process.mjs';
import { onStage } from '../world/stage.mjs';

const ROWS = option('rows', 60_000);
const ROUNDS = option('rounds', 3);
const { file, dataset = 'icews' } = words('file', 'dataset');

async function importInto(url, directory, path) {
  const began = performance.now();
  await entente(url, directory, 'import', dataset, path);
  const wallMs = performance.now() - began;
  const run = await withClient(url, async (client) => {
    const { rows } = await client.query(`
      SELECT extract(epoch FROM r.finished_at - r.started_at)::float8 AS seconds, b.*
        FROM import_run r CROSS JOIN LATERAL (
             SELECT sum(accepted)::int AS accepted, sum(skipped)::int AS skipped, sum(rejected)::int AS rejected, sum(unchanged)::int AS unchanged
               FROM import_batch WHERE run_id = r.id) b
       ORDER BY r.started_at DESC LIMIT 1`);
    return rows[0];
  });
  return { ...run, wallMs };
}

await onStage('ingest', async (stage) => {
  const path = file ?? `${stage.directory}/events.tsv`;
  if (!file) writeEvents(path, ROWS);
  const rates = { import: [], save: [], ratio: [] };
  let last;
  let objects;
  let tables;
  for (let round = 0; round < ROUNDS; round++) {
    // Readers' roles are named after the database, and states have ids of their own in each.
    const full = await emptyDatabase(stage.database.url, 'imported');
    await entente(full, stage.directory, 'migrate', 'up');
    const peer = await copyOf(full, 'saved');
    last = await importInto(full, stage.directory, path);
    const wanted = await difference(full, peer);
    const ms = await save(peer, wanted);
    objects = wanted.reduce((sum, { rows }) => sum + rows.length, 0);
    tables = wanted.length;
    rates.import.push(last.accepted / last.seconds);
    rates.save.push(last.accepted / (ms / 1_000));
    rates.ratio.push(ms / 1_000 / last.seconds);
    console.log(
      `round ${round + 1}: ${last.accepted} accepted, ${last.seconds.toFixed(1)} s, save() ${(ms / 1_000).toFixed(1)} s`,
    );
  }
  publish('ingest', {
    title: 'From a file to commit',
    about: `\`entente import ${dataset}\` of ${file ? 'a real file' : `${ROWS} synthetic rows`} (accepted ${last.accepted}, skipped ${last.skipped}, rejected ${last.rejected}): history, evidence, events, search, counters and the memory of what was imported included. The peer writes the same ${objects} rows of the same ${tables} tables by TypeORM's \`save()\`, 500 objects at a time, without mapping or deriving anything.`,
    rows: [
      { way: '`entente import`', 'accepted rows/s': spread(rates.import, 0) },
      { way: 'batched `save()`', 'accepted rows/s': spread(rates.save, 0) },
      { way: 'ratio', 'accepted rows/s': spread(rates.ratio, 1) },
    ],
    goals: [
      ['at least 4,000 accepted rows a second', median(rates.import) >= 4_000],
      ['at least six times batched save()', median(rates.ratio) >= 6],
    ],
    notes: [
      `The command as a whole process, its start included: ${(last.wallMs / 1_000).toFixed(1)} s in the last of ${ROUNDS} rounds.`,
    ],
    postgres: await versionOfPostgres(stage.database.url),
  });
});

// Figures: their middle, their spread, and the page that keeps them.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import pg from 'pg';

export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export const median = (values) => quantile(values, 0.5);

/** `12.3 (9.8–15.1)`: the median, and between which values nine of ten lie. */
export function spread(values, digits = 1) {
  const [low, middle, high] = [0.05, 0.5, 0.95].map((share) => quantile(values, share).toFixed(digits));
  return `${middle} (${low}–${high})`;
}

export async function versionOfPostgres(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query('SHOW server_version');
  await client.end();
  return rows[0].server_version;
}

/** Prints a table and writes it to `results/<name>.md`, with what it was measured on. `goals`: a sentence and whether it holds. */
export function publish(name, { title, about, rows, goals = [], notes = [], postgres }) {
  const table = markdown(rows);
  const verdicts = goals.map(([what, isMet]) => `* ${isMet ? 'met' : '**missed**'}: ${what}`);
  const [cpu] = cpus();
  const page = [
    `# ${title}`,
    about,
    table,
    ...(verdicts.length > 0 ? [verdicts.join('\n')] : []),
    ...(notes.length > 0 ? [notes.map((note) => `* ${note}`).join('\n')] : []),
    `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC · ${cpus().length} cores of ${cpu.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, shared · load ${loadavg()[0].toFixed(1)} at the end · Node ${process.versions.node} · PostgreSQL ${postgres} · commit ${commit()}`,
  ].join('\n\n');
  const directory = new URL('../results/', import.meta.url).pathname;
  mkdirSync(directory, { recursive: true });
  writeFileSync(`${directory}${name}.md`, `${page}\n`);
  console.log(`\n${page}`);
}

function markdown(rows) {
  const names = Object.keys(rows[0]);
  return [names, names.map(() => '---'), ...rows.map((row) => names.map((each) => row[each]))]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function commit() {
  try {
    return execFileSync('git', ['-c', 'safe.directory=*', 'rev-parse', '--short', 'HEAD'], {
      encoding: 'utf8',
      cwd: new URL('.', import.meta.url).pathname,
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return 'unknown';
  }
}

import { openFile } from '../features/import/dataset-file.job';
import { datasetNamed } from '../features/import/datasets.rule';
import { Import, type ImportMeans, SIDE_BY_SIDE } from '../features/import/import.job';
import { ImportStatus } from '../features/import/import-run.entity';
import { summaryOf } from '../features/import/import-summary.query';
import { barOf, lineOf, type Progress } from '../features/import/progress.rule';
import { summaryText } from '../features/import/summary.rule';
import { OperatorError } from '../platform/operator-error';
import { withRecords } from './command-database';
import type { Config } from './config';
import type { Database } from './database';
import { importMeans } from './import-means';
import { interruptible } from './interruption';
import { refreshStatistics } from './planner-statistics';

const ON_TERMINAL_MS = 200;
const IN_LINES_MS = 5_000;

export interface ImportOptions {
  isDryRun: boolean;
  limit: number | null;
}

/** The operator's command: answers with what became of the rows. */
export async function importFile(
  config: Config,
  name: string,
  path: string,
  options: ImportOptions,
): Promise<string> {
  const dataset = datasetNamed(name);
  const file = await openFile(path);
  const goOn = `The same command goes on with ${file.name}.`;
  const { status, text } = await interruptible(`Stopped before the first row. ${goOn}`, (stop) =>
    withRecords(
      config,
      (database) =>
        work(
          new Import(importMeans(database, config.logLevel), { dataset, file, ...options }),
          database,
          stop,
        ),
      SIDE_BY_SIDE + 2,
    ),
  );
  if (status === ImportStatus.INTERRUPTED) throw new OperatorError(`${text}\nInterrupted. ${goOn}`);
  return text;

  async function work(run: Import, database: Database, stop: AbortSignal) {
    const from = Date.now();
    const seconds = () => (Date.now() - from) / 1000;
    const said = saying(() => ({
      rows: run.figures.read,
      rejected: run.figures.rejected,
      bytes: file.position(),
      ofBytes: options.limit === null ? file.bytes : null,
      seconds: seconds(),
    }));
    const summary = async () => {
      const rows: ImportMeans['rows'] = (text, values) => database.writer.query(text, values as unknown[]);
      const means = { seconds: seconds(), peakMegabytes: process.resourceUsage().maxRSS / 1000 };
      const sums = await summaryOf(rows, run.figures.runId ?? '');
      const dry = options.isDryRun ? 'Nothing was written: a dry run.\n' : '';
      return `${dry}${summaryText(sums, means, (code) => dataset.codeLabel(code))}`;
    };
    try {
      const status = await run.run(stop).finally(said.end);
      if (run.figures.accepted > 0 && !options.isDryRun) await refreshStatistics(database);
      return { status, text: await summary() };
    } catch (error) {
      if (run.figures.runId !== null)
        process.stderr.write(`${await summary().catch(() => '')}\nFailed. ${goOn}\n`);
      throw error;
    }
  }
}

/** On standard error: a bar on a terminal, a line now and then elsewhere. */
function saying(progress: () => Progress, out: NodeJS.WriteStream = process.stderr) {
  let width = 0;
  const tick = () => {
    if (!out.isTTY) return out.write(`${lineOf(progress())}\n`);
    const bar = barOf(progress()).slice(0, (out.columns ?? 80) - 1);
    out.write(`\r${bar.padEnd(width)}`);
    width = bar.length;
    return true;
  };
  const timer = setInterval(tick, out.isTTY ? ON_TERMINAL_MS : IN_LINES_MS);
  return {
    end() {
      clearInterval(timer);
      if (out.isTTY && width > 0) out.write(`\r${' '.repeat(width)}\r`);
    },
  };
}

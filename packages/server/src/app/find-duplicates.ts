import { DuplicateFinder } from '../features/identity/duplicate-finder.job';
import { searchAll } from '../features/identity/duplicates.job';
import { withRecords } from './command-database';
import type { Config } from './config';
import { DumpProgress } from './dump-progress';
import { interruptible } from './interruption';

const CROWDED = 50;

/** The operator's command: compares every record, and answers with what was found. */
export async function findDuplicates(config: Config): Promise<string> {
  const from = Date.now();
  const progress = new DumpProgress('Comparing');
  return interruptible(
    'Interrupted. What was found stays; the same command compares everything anew.',
    (stop) =>
      withRecords(config, async (database) => {
        const owner = database.aside('entente duplicates', 1);
        try {
          const finder = new DuplicateFinder(owner, (clearance) => database.reader(clearance));
          const { records, candidates } = await searchAll(owner, finder, stop, (searched) =>
            progress.step(
              `${searched.records} of ${searched.of} records, ${searched.candidates} new candidates`,
            ),
          );
          const { rows } = await owner.query(
            `SELECT (SELECT count(*) FROM identity WHERE is_latest AND status = 'CANDIDATE')::integer AS open,
                  (SELECT count(*) FROM (SELECT FROM identity_key GROUP BY key HAVING count(*) > ${CROWDED}) k)::integer AS crowded`,
          );
          const [{ open, crowded }] = rows;
          const seconds = ((Date.now() - from) / 1000).toFixed(1);
          return [
            `${records} records compared in ${seconds} s: ${candidates} new candidates, ${open} in all.`,
            ...(crowded > 0
              ? [
                  `${crowded} keys are shared by more than ${CROWDED} records; of these only some were compared with each other.`,
                ]
              : []),
          ].join('\n');
        } finally {
          progress.end();
          await owner.end();
        }
      }),
  );
}

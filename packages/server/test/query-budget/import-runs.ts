import { typeIdOf } from '../../src/platform/type-id';
import type { Api } from '../harness/api';

const uuidOfRun = (number: number) => `019b76da-a800-7000-8000-1000000000${String(number).padStart(2, '0')}`;

/** The run that examples of the SDK ask for. */
export const RUN = typeIdOf('import_run', uuidOfRun(0));

/** A run that refused a row, passed over another and did not know a value of a third; the run that is asked for gets as many more. */
export async function plantRun({ database }: Api, number: number): Promise<void> {
  const { writer } = database;
  await writer.query(
    `INSERT INTO import_run (id, marking, dataset, file, hash, status, is_dry_run, started_at, finished_at)
     VALUES ($1, 0, 'gdelt', 'made-up.export.CSV', '', 'COMPLETED', false, now(), now())`,
    [uuidOfRun(number)],
  );
  for (const run of new Set([uuidOfRun(0), uuidOfRun(number)])) {
    await writer.query(`INSERT INTO import_batch VALUES ($1, $2, '', 1, 1, 1, 1)`, [run, number]);
    await writer.query(`INSERT INTO import_skip VALUES ($1, $2::integer, '19' || $2::integer, 1)`, [
      run,
      number,
    ]);
    await writer.query(
      `INSERT INTO import_warning VALUES ($1, $2::integer, '', 'state', 'QQ' || $2::integer, 1, 3)`,
      [run, number],
    );
    await writer.query(
      `INSERT INTO import_rejection (id, run_id, marking, line, field, value, reason, message)
       VALUES (gen_random_uuid(), $1, 0, 2, 'SQLDATE', '20211399', 'BAD_DATE', 'SQLDATE is no day')`,
      [run],
    );
  }
}

import sql from 'sql-template-tag';
import { DomainError } from '../../platform/errors';
import { LARGEST_PAGE, type Page, type PageArgs } from '../../platform/read/page';
import type { Reader } from '../../platform/read/reader';
import { uuidOf } from '../../platform/type-id';
import { datasetOrNull } from './datasets.rule';
import {
  ImportRejection,
  ImportRun,
  type ImportWarning,
  type RejectionReason,
  type SkippedCode,
} from './import-run.entity';

/** How many rows of each sort a run counts. */
export interface ImportSums {
  accepted: number;
  unchanged: number;
  skipped: number;
  rejected: number;
}

const NONE: ImportSums = { accepted: 0, unchanged: 0, skipped: 0, rejected: 0 };
/** Codes and values of a run that are answered with. */
const MOST = 100;

/** Reads how runs of importers went, as far as the reader may see. */
export class ImportRunQuery {
  constructor(private readonly reader: Reader) {}

  byId(id: string): Promise<ImportRun | null> {
    return this.reader.one(ImportRun, uuidOf(id, 'import_run', 'id'));
  }

  /** The latest first. */
  latest(datasets: readonly string[] | null, first: number): Promise<ImportRun[]> {
    if (first < 1 || first > LARGEST_PAGE)
      throw new DomainError('BAD_USER_INPUT', `first must be 1 to ${LARGEST_PAGE}, not ${first}`, {
        field: 'first',
      });
    return this.reader.all(
      ImportRun,
      sql`SELECT * FROM import_run WHERE ${this.reader.cleared('import_run')} AND (${datasets}::text[] IS NULL OR dataset = ANY(${datasets}))
          ORDER BY started_at DESC, id DESC LIMIT ${first}`,
    );
  }

  /** A run is what its transactions are, so that its figures are right whatever broke it off. */
  sums({ id }: ImportRun): Promise<ImportSums> {
    return this.reader.batch(
      'sums of imports',
      async (ids) => {
        const rows = await this.reader.rows<ImportSums & { run_id: string }>(
          sql`SELECT run_id, sum(accepted)::integer AS accepted, sum(unchanged)::integer AS unchanged,
                     sum(skipped)::integer AS skipped, sum(rejected)::integer AS rejected
                FROM import_batch WHERE run_id = ANY(${ids}::uuid[]) GROUP BY run_id`,
        );
        const byRun = new Map(rows.map((row) => [row.run_id, row]));
        return ids.map((each) => byRun.get(each) ?? NONE);
      },
      id,
    );
  }

  async skippedCodes({ id, dataset }: ImportRun): Promise<SkippedCode[]> {
    const found = await this.#listed<Omit<SkippedCode, 'label'>>(
      'skipped codes of imports',
      (ids) => sql`
        SELECT run_id, code, count FROM (
          SELECT run_id, code, sum(count)::integer AS count,
                 row_number() OVER (PARTITION BY run_id ORDER BY sum(count) DESC, code) AS nth
            FROM import_skip WHERE run_id = ANY(${ids}::uuid[]) GROUP BY run_id, code) s
         WHERE nth <= ${MOST} ORDER BY run_id, nth`,
      id,
    );
    const labels = datasetOrNull(dataset);
    return found.map(({ code, count }) => ({ code, count, label: labels?.codeLabel(code) ?? null }));
  }

  async warnings({ id }: ImportRun): Promise<ImportWarning[]> {
    return this.#listed<ImportWarning>(
      'warnings of imports',
      (ids) => sql`
        SELECT run_id, kind, value, count, "firstRow" FROM (
          SELECT run_id, kind, value, sum(count)::integer AS count, min(first_row) AS "firstRow",
                 row_number() OVER (PARTITION BY run_id ORDER BY sum(count) DESC, kind, value) AS nth
            FROM import_warning WHERE run_id = ANY(${ids}::uuid[]) GROUP BY run_id, kind, value) s
         WHERE nth <= ${MOST} ORDER BY run_id, nth`,
      id,
    );
  }

  rejections(
    run: ImportRun,
    reasons: readonly RejectionReason[] | null,
    args: PageArgs,
  ): Page<ImportRejection> {
    return this.reader.page<ImportRejection>(
      {
        name: `rejections ${JSON.stringify(reasons)}`,
        entity: ImportRejection,
        alias: 'j',
        where: reasons === null ? [] : [sql`j.reason = ANY(${reasons})`],
        order: [{ sql: sql`j.line`, type: 'integer' }],
        within: { ownerId: run.id, link: sql`j.run_id = owner.id` },
      },
      args,
    );
  }

  #listed<R>(name: string, statement: (ids: string[]) => ReturnType<typeof sql>, id: string): Promise<R[]> {
    return this.reader.batch<R[]>(
      name,
      async (ids) => {
        const rows = await this.reader.rows<R & { run_id: string }>(statement(ids));
        return ids.map((each) => rows.filter((row) => row.run_id === each));
      },
      id,
    );
  }
}

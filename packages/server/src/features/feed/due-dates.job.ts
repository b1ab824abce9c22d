import sql, { join, type Sql } from 'sql-template-tag';
import type { DataSource } from 'typeorm';
import type { Surroundings } from '../../platform/change/change';
import { type Passing, tellOfTime } from '../../platform/change/passing';
import { typeIdOf } from '../../platform/type-id';
import { dueAgreements, dueCommitments } from '../agreement/agreement-due.query';
import { dueEngagements } from '../engagement/engagement-due.query';
import type { LeaderJob } from './leader.job';

type Rows = <R>(statement: Sql) => Promise<R[]>;

interface Due {
  record_id: string;
  marking: number;
  field: string;
  part_id: string | null;
  text: string | null;
  edtf: string | null;
}

const MINUTE_MS = 60_000;
/** Records that one transaction locks. */
const AT_ONCE = 200;
/** Changes that were begun before the last look may be committed after it. */
const OVERLAP_MS = 10 * MINUTE_MS;

/**
 * Tells once of each expected date that went by without what was expected. What was told is known by the record's versions, so that
 * neither another leader nor a restart tells it again; another date for the same thing is told anew.
 */
export class DueDates implements LeaderJob {
  readonly name = 'expected dates';
  readonly everyMs = MINUTE_MS;
  #day = '';
  #looked = new Date(0);

  constructor(
    private readonly database: DataSource,
    private readonly today: () => string,
    private readonly surroundings: Surroundings = {},
  ) {}

  /** On a new day at everything, then at what was changed since. */
  async run(isOver: AbortSignal): Promise<void> {
    const day = this.today();
    const startedAt = new Date();
    const since = day === this.#day ? new Date(this.#looked.getTime() - OVERLAP_MS) : null;
    const rows: Rows = (statement) => this.database.query(statement.text, statement.values);
    const records = [...new Set((await untold(rows, day, changedSince(since))).map((due) => due.record_id))];
    for (let at = 0; at < records.length; at += AT_ONCE) {
      if (isOver.aborted) return;
      const some = records.slice(at, at + AT_ONCE);
      await tellOfTime(
        this.database,
        some,
        async (within) => (await untold(within, day, sql`d.record_id = ANY(${some}::uuid[])`)).map(passingOf),
        this.surroundings,
      );
    }
    this.#day = day;
    this.#looked = startedAt;
  }
}

function changedSince(since: Date | null): Sql {
  return since === null ? sql`TRUE` : sql`d.changed_at >= ${since}`;
}

/** What is due and was not told. */
async function untold(rows: Rows, day: string, which: Sql): Promise<Due[]> {
  const due = await rows<Due & { told: { [path: string]: { edtf?: unknown } | null }[] | null }>(sql`
    SELECT d.*, (SELECT jsonb_agg(v.after) FROM record_version v
                  WHERE v.record_id = d.record_id AND v.change = 'DATE_PASSED' AND v.after IS NOT NULL) AS told
      FROM (${join([dueEngagements(day), dueAgreements(day), dueCommitments(day)], ' UNION ALL ')}) d
     WHERE ${which} ORDER BY d.record_id, d.part_id`);
  return due.filter((each) => !each.told?.some((after) => after[pathOf(each)]?.edtf === each.edtf));
}

function pathOf({ part_id, field }: Due): string {
  return part_id === null ? field : `${typeIdOf('commitment', part_id)}.${field}`;
}

/** The date is told on both sides: it is what it was. */
function passingOf(due: Due): Passing {
  const date = { text: due.text, edtf: due.edtf };
  return {
    recordId: due.record_id,
    change: 'DATE_PASSED',
    marking: due.marking,
    field: pathOf(due),
    before: date,
    after: date,
  };
}

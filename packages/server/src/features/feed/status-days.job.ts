import sql, { type Sql } from 'sql-template-tag';
import type { DataSource } from 'typeorm';
import type { Surroundings } from '../../platform/change/change';
import { type Passing, tellOfTime } from '../../platform/change/passing';
import type { FacetsQuery } from './facets.query';
import type { LeaderJob } from './leader.job';
import type { Facets } from './log-entry.rule';

type Rows = <R>(statement: Sql) => Promise<R[]>;

const MINUTE_MS = 60_000;
/** Records that one transaction locks. */
const AT_ONCE = 200;

/**
 * Tells of agreements whose status changed by mere time, as by an entry into force that lay ahead: once a day, by comparison with what
 * was told last. What waits in the outbox is told with the status of the day anyway.
 */
export class StatusDays implements LeaderJob {
  readonly name = 'statuses of the day';
  readonly everyMs = MINUTE_MS;
  #day = '';

  constructor(
    private readonly database: DataSource,
    private readonly facets: FacetsQuery,
    private readonly today: () => string,
    private readonly surroundings: Surroundings = {},
  ) {}

  async run(isOver: AbortSignal): Promise<void> {
    const day = this.today();
    if (day === this.#day) return;
    const candidates: { id: string }[] = await this.database.query(
      `SELECT g.id FROM agreement g JOIN event_subject s ON s.record_id = g.id JOIN agreement_statuses($1::date) n ON n.agreement_id = g.id
        WHERE g.retracted_at IS NULL
          AND (n.status IS DISTINCT FROM s.facets -> 'statuses' ->> 4
               -- What is marked above the record may make it another status for others.
               OR EXISTS (SELECT FROM agreement_action x WHERE x.record_id = g.id AND x.marking > g.marking)
               OR EXISTS (SELECT FROM agreement_party x WHERE x.record_id = g.id AND x.marking > g.marking)
               OR EXISTS (SELECT FROM agreement_action x JOIN actor a ON a.id = x.party_id AND a.marking > g.marking WHERE x.record_id = g.id))
        ORDER BY g.id`,
      [day],
    );
    for (let at = 0; at < candidates.length; at += AT_ONCE) {
      if (isOver.aborted) return;
      const some = candidates.slice(at, at + AT_ONCE).map(({ id }) => id);
      await tellOfTime(this.database, some, (rows) => this.#changed(rows, some), this.surroundings);
    }
    this.#day = day;
  }

  async #changed(rows: Rows, ids: readonly string[]): Promise<Passing[]> {
    const told = await rows<{ id: string; facets: Facets }>(sql`
      SELECT s.record_id AS id, s.facets FROM event_subject s
       WHERE s.record_id = ANY(${ids}::uuid[]) AND NOT EXISTS (SELECT FROM event_outbox o WHERE o.record_id = s.record_id AND NOT o.is_bulk)
         AND NOT EXISTS (SELECT FROM event_outbox o WHERE o.record_id = s.record_id AND o.is_bulk)`);
    const connection = {
      query: async ({ text, values }: { text: string; values?: unknown[] }) => ({
        rows: await rows<never>({ text, values: values ?? [] } as unknown as Sql),
      }),
    };
    const now = await this.facets.of(
      connection,
      'agreement',
      told.map(({ id }) => id),
    );
    return told.flatMap(({ id, facets }) => changesOf(id, facets, now.get(id)));
  }
}

/** One entry for all who see the same change, marked so that nobody below is told of it. */
function changesOf(recordId: string, before: Facets, after: Facets | undefined): Passing[] {
  const passing: Passing[] = [];
  if (!before.statuses || !after?.statuses) return passing;
  let last = '';
  for (let clearance = after.marking; clearance < after.statuses.length; clearance++) {
    const [from, to] = [before.statuses[clearance], after.statuses[clearance]];
    const change = from === to ? '' : `${from} ${to}`;
    if (change !== '' && change !== last)
      passing.push({
        recordId,
        change: 'STATUS_CHANGED',
        marking: clearance,
        field: 'status',
        before: from,
        after: to,
      });
    last = change;
  }
  return passing;
}

import type { FacetsQuery } from './facets.query';
import { inOneState, type OwnConnection } from './own-connection.query';

/** Records that one step looks at. */
const AT_ONCE = 1_000;

interface Row {
  id: string;
  type: string;
  is_untold: boolean;
}

/** Takes records down as they are that no event ever told of, as a migration leaves them, so that a snapshot has them too. */
export class UntoldRecords {
  #seen = '00000000-0000-0000-0000-000000000000';

  constructor(
    private readonly db: OwnConnection,
    private readonly facets: FacetsQuery,
  ) {}

  /** Looks at some more; answers with whether any are left. Two questions of the outbox, since each lane has an index of its own. */
  step(): Promise<boolean> {
    return inOneState(this.db, async () => {
      const { rows }: { rows: Row[] } = await this.db.query({
        text: `SELECT r.id, r.type,
                      NOT EXISTS (SELECT FROM event_subject s WHERE s.record_id = r.id)
                      AND NOT EXISTS (SELECT FROM event_outbox o WHERE o.record_id = r.id AND NOT o.is_bulk)
                      AND NOT EXISTS (SELECT FROM event_outbox o WHERE o.record_id = r.id AND o.is_bulk) AS is_untold
                 FROM record r WHERE r.id > $1 ORDER BY r.id LIMIT $2`,
        values: [this.#seen, AT_ONCE],
      });
      const untold = rows.filter((row) => row.is_untold);
      for (const type of new Set(untold.map((row) => row.type)))
        await this.#takeDown(
          type,
          untold.filter((row) => row.type === type).map((row) => row.id),
        );
      this.#seen = rows.at(-1)?.id ?? this.#seen;
      return rows.length === AT_ONCE;
    });
  }

  async #takeDown(type: string, ids: readonly string[]): Promise<void> {
    const found = await this.facets.of(this.db, type, ids);
    const subjects = [...found].map(([record_id, facets]) => ({ record_id, record_type: type, facets }));
    await this.db.query({
      text: `INSERT INTO event_subject SELECT n.* FROM jsonb_to_recordset($1::jsonb) AS n(record_id uuid, record_type text, facets jsonb)
             ON CONFLICT (record_id) DO NOTHING`,
      values: [JSON.stringify(subjects)],
    });
  }
}

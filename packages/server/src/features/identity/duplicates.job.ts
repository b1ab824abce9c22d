import { setTimeout as wait } from 'node:timers/promises';
import type { DuplicateFinder } from './duplicate-finder.job';
import { COMPARED } from './duplicate-finder.job';
import type { Owner } from './guess-store.job';

/** Records that are compared at once: the process that leads has other things to do. */
const AT_ONCE = 100;
const ALL_AT_ONCE = 500;

/** After a verdict, or when a date goes by, a record says what it said. */
const WITHOUT_NEWS = ['IDENTIFIED', 'DATE_PASSED', 'STATUS_CHANGED'];

/** Up to where the log goes, and what of it is next to be looked at: most entries are of types that are not compared. */
const NEXT = `
  SELECT h.seq AS head, n.seq, n.record_id, n.record_type
    FROM event_head h CROSS JOIN identity_search s
    LEFT JOIN LATERAL (
      SELECT l.seq, l.record_id, l.record_type FROM event_log l
       WHERE l.seq > s.seq AND l.record_type = ANY($2) AND l.change <> ALL($3) ORDER BY l.seq LIMIT $1) n ON TRUE
   WHERE h.seq > s.seq
   ORDER BY n.seq`;

/** A log that was restored, or began anew, may count from below. */
const BEGIN_ANEW = 'UPDATE identity_search s SET seq = 0 FROM event_head h WHERE s.seq > h.seq';

/** Compares what the event log tells of, in its order, so that nothing is left out however late it was committed. */
export class Duplicates {
  readonly name = 'duplicates';
  readonly everyMs = 2_000;

  constructor(
    private readonly owner: Owner,
    private readonly finder: DuplicateFinder,
  ) {}

  async run(isOver: AbortSignal): Promise<void> {
    await this.owner.query(BEGIN_ANEW);
    while (!isOver.aborted) {
      const startedAt = performance.now();
      const { rows } = await this.owner.query(NEXT, [AT_ONCE, COMPARED, WITHOUT_NEWS]);
      if (rows.length === 0) return;
      for (const type of COMPARED) {
        const ids = rows.filter(({ record_type }) => record_type === type).map(({ record_id }) => record_id);
        await this.finder.examine(type, [...new Set<string>(ids)]);
      }
      const reached = rows.length < AT_ONCE ? rows[0].head : rows.at(-1)?.seq;
      await this.owner.query('UPDATE identity_search SET seq = $1', [reached]);
      // Half of the time is for others.
      await wait(performance.now() - startedAt, undefined, { signal: isOver }).catch(() => undefined);
    }
  }
}

/** What a search through everything came to so far. */
export interface Searched {
  records: number;
  of: number;
  candidates: number;
}

/** Compares every record, in the order of their ids. What stands already stays, so that a search that was broken off may begin anew. */
export async function searchAll(
  owner: Owner,
  finder: DuplicateFinder,
  isOver: AbortSignal,
  said: (searched: Searched) => void,
): Promise<Searched> {
  const { rows: counts } = await owner.query(
    'SELECT count(*)::integer AS of FROM record WHERE type = ANY($1) AND expunged_at IS NULL',
    [COMPARED],
  );
  const searched: Searched = { records: 0, of: counts[0].of, candidates: 0 };
  for (let last = '00000000-0000-0000-0000-000000000000'; ; ) {
    isOver.throwIfAborted();
    const { rows } = await owner.query(
      'SELECT id, type FROM record WHERE id > $1 AND type = ANY($2) AND expunged_at IS NULL ORDER BY id LIMIT $3',
      [last, COMPARED, ALL_AT_ONCE],
    );
    if (rows.length === 0) return searched;
    for (const type of COMPARED)
      searched.candidates += await finder.examine(
        type,
        rows.filter((row) => row.type === type).map(({ id }) => id),
      );
    searched.records += rows.length;
    last = rows.at(-1).id;
    said(searched);
  }
}

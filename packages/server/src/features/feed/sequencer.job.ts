import type { FacetsQuery } from './facets.query';
import { type Facets, type LogEntry, visibilityOf } from './log-entry.rule';
import { LogPartitions } from './log-partitions.job';
import { inOneState, type OwnConnection } from './own-connection.query';
import { UntoldRecords } from './untold-records.job';

/** Most events of a pass, and how many of them are bulk where there are live ones: the pass stays short, and both lanes move. */
const MOST = 500;
const FOR_BULK = 100;

/** Clearances below the highest, which see a part of the log and count it by numbers of their own. */
const PARTIAL = [0, 1, 2, 3];

/**
 * For the connection it runs on. Its statements look up a few hundred rows in indexes: a plan made while tables were small must not go
 * on reading them whole once they are large.
 */
export const SEQUENCER_SETTINGS = [
  'jit=off',
  'enable_seqscan=off',
  'enable_hashjoin=off',
  'enable_mergejoin=off',
  'plan_cache_mode=force_generic_plan',
];

/** Live rows first. A row whose record waits in the other lane waits too: within a record the order is that of the versions. */
const TAKE = {
  name: 'take_outbox',
  text: `
    WITH live AS MATERIALIZED (
           SELECT o.id, 0 AS lane, o.version_id FROM event_outbox o
            WHERE NOT o.is_bulk
              AND NOT EXISTS (SELECT FROM event_outbox e WHERE e.is_bulk AND e.record_id = o.record_id AND e.id < o.id)
            ORDER BY o.id LIMIT $1::integer - $2::integer),
         bulk AS MATERIALIZED (
           SELECT o.id, 1 AS lane, o.version_id FROM event_outbox o
            WHERE o.is_bulk
              AND NOT EXISTS (SELECT FROM event_outbox e WHERE NOT e.is_bulk AND e.record_id = o.record_id AND e.id < o.id)
            ORDER BY o.id LIMIT CASE WHEN EXISTS (SELECT FROM live) THEN $2::integer ELSE $1::integer END)
    SELECT o.id, v.id AS version_id, v.record_id, v.record_type, v.version, v.change, v.marking, v.at, v.by, s.facets AS told,
           v.at < (SELECT w.at FROM record_version w WHERE w.record_id = v.record_id ORDER BY w.version DESC, w.id DESC LIMIT 1) AS is_past
      FROM (TABLE live UNION ALL TABLE bulk) o
      JOIN record_version v ON v.id = o.version_id
      LEFT JOIN event_subject s ON s.record_id = v.record_id
     ORDER BY o.lane, o.id`,
};

/** All that a pass writes, in one statement. */
const PUBLISH = {
  name: 'publish_events',
  text: `
    WITH entry AS (
           INSERT INTO event_log
           SELECT n.* FROM jsonb_to_recordset($1::jsonb) AS n(
             seq bigint, number_clear bigint, number_green bigint, number_amber bigint, number_amber_strict bigint,
             version_id uuid, record_id uuid, record_type text, version integer, change text, marking smallint, former_marking smallint,
             facets_before jsonb, facets_after jsonb, at timestamptz, by text, published_at timestamptz)),
         subject AS (
           INSERT INTO event_subject SELECT n.* FROM jsonb_to_recordset($2::jsonb) AS n(record_id uuid, record_type text, facets jsonb)
           ON CONFLICT (record_id) DO UPDATE SET facets = excluded.facets),
         done AS (DELETE FROM event_outbox WHERE id = ANY($3::bigint[])),
         head AS (UPDATE event_head SET seq = $4, numbers = $5)
    SELECT pg_notify('event_head', $4::text)`,
};

const ERASE = {
  name: 'erase_facets',
  text: `
    UPDATE event_log SET facets_after = jsonb_strip_nulls(jsonb_build_object('marking', facets_after -> 'marking', 'isGone', facets_after -> 'isGone')),
           facets_before = CASE WHEN facets_before IS NOT NULL
             THEN jsonb_strip_nulls(jsonb_build_object('marking', facets_before -> 'marking', 'isGone', facets_before -> 'isGone')) END
     WHERE record_id = ANY($1::uuid[]) AND seq < $2`,
};

interface Taken {
  id: string;
  version_id: string;
  record_id: string;
  record_type: string;
  version: number;
  change: string;
  marking: number;
  at: Date;
  by: string;
  told: Facets | null;
  is_past: boolean;
}

interface Head {
  seq: number;
  numbers: number[];
}

/** A row of the outbox with what is to be told of it. */
interface Told extends Taken {
  before: Facets | null;
  after: Facets;
}

/**
 * Moves what was committed from the outbox to the log and numbers it. Passes are strictly serial, so that what is visible of the log
 * has no holes: whoever runs one holds the leader's lock, and the row of the head is the second line of defence.
 */
export class Sequencer {
  readonly #partitions: LogPartitions;
  readonly #untold: UntoldRecords;

  constructor(
    private readonly db: OwnConnection,
    private readonly facets: FacetsQuery,
    private readonly clock: () => Date = () => new Date(),
  ) {
    this.#partitions = new LogPartitions(db);
    this.#untold = new UntoldRecords(db, facets);
  }

  /** Whether there is anything to do, without a transaction. */
  async hasWork(): Promise<boolean> {
    const { rows } = await this.db.query({
      name: 'has_work',
      text: 'SELECT EXISTS (SELECT FROM event_outbox) AS has',
    });
    return Boolean(rows[0]?.has);
  }

  /** Numbers what waits, up to some hundreds; answers with how many it were. */
  async pass(most = MOST): Promise<number> {
    try {
      return await inOneState(this.db, () => this.#pass(most));
    } catch (error) {
      this.#partitions.forget();
      throw error;
    }
  }

  /** Whether a pass took so many that more may wait. */
  isFull(count: number): boolean {
    return count >= FOR_BULK;
  }

  /** Records that were never told of are taken down, some at a time; answers with whether more may be left. */
  backfill(): Promise<boolean> {
    return this.#untold.step();
  }

  async #pass(most: number): Promise<number> {
    const { rows: heads } = await this.db.query({
      name: 'lock_head',
      text: 'SELECT seq, numbers FROM event_head FOR UPDATE',
    });
    const head = { seq: Number(heads[0].seq), numbers: heads[0].numbers.map(Number) };
    const { rows } = await this.db.query({ ...TAKE, values: [most, Math.ceil((most * FOR_BULK) / MOST)] });
    if (rows.length === 0) return 0;
    await this.#partitions.reach(head.seq + rows.length);
    const told = await this.#told(rows);
    const publishedAt = this.clock();
    const entries = told.map((each) => entryOf(each, head, publishedAt));
    await this.db.query({
      ...PUBLISH,
      values: [
        JSON.stringify(entries),
        JSON.stringify(subjectsOf(told)),
        told.map(({ id }) => id),
        head.seq,
        head.numbers,
      ],
    });
    await this.#erase(entries);
    return rows.length;
  }

  /** Each event with the state it made and the one it found. */
  async #told(rows: readonly Taken[]): Promise<Told[]> {
    const after = await this.#states(rows);
    const last = new Map<string, Facets>();
    const told: Told[] = [];
    for (const row of rows) {
      const state = after.get(row.id);
      if (!state) throw new Error(`${row.record_type} ${row.record_id} has no row in record`);
      told.push({ ...row, before: last.get(row.record_id) ?? (await this.#formerly(row)), after: state });
      last.set(row.record_id, state);
    }
    return told;
  }

  /** What a migration loaded was never told of: what it was before its first event is looked up. */
  async #formerly(row: Taken): Promise<Facets | null> {
    if (row.told !== null || row.change === 'RECORDED') return row.told;
    const before = new Date(row.at.getTime() - 1);
    return (
      (await this.facets.of(this.db, row.record_type, [row.record_id], before)).get(row.record_id) ?? null
    );
  }

  /** By row of the outbox. What was changed again since is computed as it was then. */
  async #states(rows: readonly Taken[]): Promise<Map<string, Facets>> {
    const states = new Map<string, Facets>();
    for (const group of groupsOf(rows)) {
      const [{ record_type: type, is_past: isPast, at }] = group as [Taken, ...Taken[]];
      const ids = [...new Set(group.map((row) => row.record_id))];
      const found = await this.facets.of(this.db, type, ids, isPast ? at : null);
      for (const row of group) {
        const state = found.get(row.record_id);
        if (state) states.set(row.id, state);
      }
    }
    return states;
  }

  /** What an erased record was goes from what was told before. The entry that tells of the erasure keeps whom it concerned. */
  async #erase(entries: readonly { change: string; record_id: string; seq: number }[]): Promise<void> {
    const erased = entries.filter(({ change }) => change === 'EXPUNGED');
    for (const { record_id, seq } of erased) await this.db.query({ ...ERASE, values: [[record_id], seq] });
  }
}

/** Rows whose states one statement computes: of one type, and either of the present or of one instant. */
function groupsOf(rows: readonly Taken[]): Taken[][] {
  const groups = new Map<string, Taken[]>();
  for (const row of rows) {
    const key = `${row.record_type} ${row.is_past ? row.at.getTime() : ''}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}

/** Gives it its numbers, which the head counts. */
function entryOf({ before, after, ...row }: Told, head: Head, publishedAt: Date) {
  const marking = Math.max(row.marking, after.marking);
  const formerMarking = before?.marking ?? null;
  const facts: Pick<LogEntry, 'marking' | 'formerMarking' | 'after'> = { marking, formerMarking, after };
  const [clear, green, amber, strict] = PARTIAL.map((clearance) => {
    if (visibilityOf(facts, clearance) === 'NONE') return null;
    head.numbers[clearance] = (head.numbers[clearance] ?? 0) + 1;
    return head.numbers[clearance];
  });
  head.seq += 1;
  return {
    seq: head.seq,
    number_clear: clear,
    number_green: green,
    number_amber: amber,
    number_amber_strict: strict,
    version_id: row.version_id,
    record_id: row.record_id,
    record_type: row.record_type,
    version: row.version,
    change: row.change,
    marking,
    former_marking: formerMarking,
    facets_before: before,
    facets_after: after,
    at: row.at,
    by: row.by,
    published_at: publishedAt,
  };
}

/** What was told of each record last. */
function subjectsOf(told: readonly Told[]) {
  const last = new Map(
    told.map(({ record_id, record_type, after }) => [record_id, { record_id, record_type, facets: after }]),
  );
  return [...last.values()];
}

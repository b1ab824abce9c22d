import type { Facets, LogEntry } from './log-entry.rule';

/** A connection, a pool or TypeORM's: whatever runs a statement as the owner of the tables. */
export interface Statements {
  // biome-ignore lint/suspicious/noExplicitAny: drivers differ in what they wrap rows in.
  query(text: string, values?: unknown[]): Promise<any>;
}

/** Where the log stands; one snapshot. */
export interface LogState {
  /** Changes when the database was restored: numbers of before mean nothing any more. */
  readonly epoch: string;
  /** The last number, by clearance 0 to 4. */
  readonly heads: readonly number[];
  /** The number before the oldest that is kept, by clearance. */
  readonly oldest: readonly number[];
}

/** A record as the stream last told of it. */
export interface Subject {
  readonly recordId: string;
  readonly recordType: string;
  readonly facets: Facets;
}

interface Row {
  [column: string]: unknown;
}

/** By clearance. */
export const NUMBER_COLUMNS = ['number_clear', 'number_green', 'number_amber', 'number_amber_strict', 'seq'];

const COLUMNS = `seq, number_clear, number_green, number_amber, number_amber_strict, version_id, record_id, record_type, version, change,
  marking, former_marking, facets_before, facets_after, at, by, published_at`;

/** Nil, which no record has: what follows it is everything. */
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/**
 * The event log, read as the owner of its tables: numbers and facets, no content. What it gives is for matching, never for showing.
 */
export class EventLog {
  constructor(private readonly db: Statements) {}

  async state(): Promise<LogState> {
    const oldest = NUMBER_COLUMNS.map(
      (column) =>
        `(SELECT ${column} - 1 FROM event_log WHERE ${column} IS NOT NULL ORDER BY ${column} LIMIT 1) AS ${column}`,
    );
    const [row] = await this.#rows(
      `SELECT epoch, numbers || seq AS heads, kept.* FROM event_head, (SELECT ${oldest.join(', ')}) kept(${NUMBER_COLUMNS.map((column) => `oldest_${column}`).join(', ')})`,
    );
    if (!row) throw new Error('event_head has no row');
    const heads = (row.heads as (string | number)[]).map(Number);
    return {
      epoch: String(row.epoch),
      heads,
      // Where nothing is kept, what was told is all past.
      oldest: NUMBER_COLUMNS.map((column, clearance) => Number(row[`oldest_${column}`] ?? heads[clearance])),
    };
  }

  /** What follows `number` among the numbers of one clearance. */
  async after(clearance: number, number: number, limit: number): Promise<LogEntry[]> {
    const column = columnOf(clearance);
    return this.#entries(
      `SELECT ${COLUMNS} FROM event_log WHERE ${column} > $1 ORDER BY ${column} LIMIT $2`,
      [number, limit],
    );
  }

  /** What follows `seq` for every clearance, with where the log stands: one snapshot, so that the two agree. */
  async next(seq: number, limit: number): Promise<{ epoch: string; head: number; entries: LogEntry[] }> {
    const rows = await this.#rows(
      `SELECT h.epoch, h.seq AS head, l.* FROM event_head h
         LEFT JOIN LATERAL (SELECT ${COLUMNS} FROM event_log WHERE seq > $1 ORDER BY seq LIMIT $2) l ON true ORDER BY l.seq`,
      [seq, limit],
    );
    const [row] = rows;
    if (!row) throw new Error('event_head has no row');
    return {
      epoch: String(row.epoch),
      head: Number(row.head),
      entries: row.seq === null ? [] : rows.map(entryOf),
    };
  }

  /** Everything that follows `seq`, for every clearance. */
  tail(seq: number, limit: number): Promise<LogEntry[]> {
    return this.after(4, seq, limit);
  }

  /** Records that a clearance may see and that are not gone, as the stream last told of them, by id. */
  async subjects(clearance: number, afterRecordId: string | null, limit: number): Promise<Subject[]> {
    const rows = await this.#rows(
      `SELECT record_id, record_type, facets FROM event_subject
        WHERE record_id > $1 AND (facets->>'marking')::integer <= $2 AND facets->'isGone' IS NULL ORDER BY record_id LIMIT $3`,
      [afterRecordId ?? BEFORE_ALL, clearance, limit],
    );
    return rows.map((row) => ({
      recordId: String(row.record_id),
      recordType: String(row.record_type),
      facets: row.facets as Facets,
    }));
  }

  async byVersion(versionId: string): Promise<LogEntry | null> {
    return (await this.byVersions([versionId]))[0] ?? null;
  }

  byVersions(versionIds: readonly string[]): Promise<LogEntry[]> {
    return this.#entries(`SELECT ${COLUMNS} FROM event_log WHERE version_id = ANY($1::uuid[])`, [versionIds]);
  }

  async #entries(text: string, values: unknown[]): Promise<LogEntry[]> {
    return (await this.#rows(text, values)).map(entryOf);
  }

  async #rows(text: string, values?: unknown[]): Promise<Row[]> {
    const result: Row[] | { rows: Row[] } = await this.db.query(text, values);
    return Array.isArray(result) ? result : result.rows;
  }
}

function columnOf(clearance: number): string {
  const column = NUMBER_COLUMNS[clearance];
  if (column === undefined) throw new Error(`there is no clearance ${clearance}`);
  return column;
}

/** The driver gives bigint as text. No log gets as far as where numbers lose their last digit. */
function entryOf(row: Row): LogEntry {
  return {
    seq: Number(row.seq),
    numbers: NUMBER_COLUMNS.map((column) => (row[column] === null ? null : Number(row[column]))),
    id: String(row.version_id),
    recordId: String(row.record_id),
    recordType: String(row.record_type),
    version: Number(row.version),
    change: String(row.change),
    marking: Number(row.marking),
    formerMarking: row.former_marking === null ? null : Number(row.former_marking),
    before: row.facets_before as Facets | null,
    after: row.facets_after as Facets,
    at: row.at as Date,
    by: String(row.by),
    publishedAt: row.published_at as Date,
  };
}

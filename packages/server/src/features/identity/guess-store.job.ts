import { createHash } from 'node:crypto';
import { newId } from '../../platform/type-id';
import type { Counted, Guess, Guesses } from './choice.rule';

/** A connection of the owner of the tables; rows are what each statement says. */
export interface OwnerConnection {
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  query(text: string, values?: unknown[]): Promise<{ rows: any[] }>;
  release(isBroken?: boolean): void;
}

export interface Owner {
  connect(): Promise<OwnerConnection>;
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  query(text: string, values?: unknown[]): Promise<{ rows: any[] }>;
}

/** A record that may be compared, and the last that was told of it. */
export interface Stamped {
  id: string;
  marking: number;
  stamp: string | null;
}

/** What is said of a pair so far. */
export interface Said {
  id: string;
  one: string;
  other: string;
  marking: number;
  isDecided: boolean;
  score: number;
}

/** Keys of a record, which is found under them by its marking. */
export interface Keyed {
  id: string;
  marking: number;
  keys: readonly string[];
}

/** With how many of one marking that share a key a record is compared, on either side of its id; and with how many of that marking. */
const NEIGHBOURS = 25;
const MOST_COMPARED = 50;

const STAMPS = `
  SELECT r.id, r.marking, (SELECT v.id FROM record_version v WHERE v.record_id = r.id ORDER BY v.version DESC, v.id DESC LIMIT 1) AS stamp
    FROM record r WHERE r.id = ANY($1::uuid[]) AND r.type = $2 AND r.expunged_at IS NULL`;

const KEEP_KEYS = `
  WITH due AS (SELECT * FROM unnest($2::uuid[], $3::smallint[], $4::bigint[]) AS d(record_id, marking, key)),
       gone AS (DELETE FROM identity_key k WHERE k.record_id = ANY($1::uuid[])
                   AND NOT EXISTS (SELECT FROM due d WHERE d.record_id = k.record_id AND d.marking = k.marking AND d.key = k.key))
  INSERT INTO identity_key (key, marking, record_id) SELECT key, marking, record_id FROM due ON CONFLICT DO NOTHING`;

/**
 * Neighbours by their ids, so that a key that thousands share costs no more than one that some share. Those of each marking by themselves:
 * what is hidden from somebody takes no place of what is not.
 */
const PARTNERS = `
  SELECT record_id, partner FROM (
    SELECT s.record_id, n.record_id AS partner,
           row_number() OVER (PARTITION BY s.record_id, l.marking ORDER BY count(*) DESC, n.record_id) AS nth
      FROM (SELECT 0 AS marking UNION ALL
            SELECT m FROM generate_series(1, 4) AS m WHERE EXISTS (SELECT FROM identity_key k WHERE k.marking = m AND k.marking > 0)) l
     CROSS JOIN unnest($1::uuid[], $2::bigint[]) AS s(record_id, key)
     CROSS JOIN LATERAL (
       (SELECT k.record_id FROM identity_key k
         WHERE k.key = s.key AND k.marking = l.marking AND k.record_id > s.record_id ORDER BY k.record_id LIMIT ${NEIGHBOURS})
        UNION ALL
       (SELECT k.record_id FROM identity_key k
         WHERE k.key = s.key AND k.marking = l.marking AND k.record_id < s.record_id ORDER BY k.record_id DESC LIMIT ${NEIGHBOURS})) n
     GROUP BY s.record_id, l.marking, n.record_id) p
   WHERE nth <= ${MOST_COMPARED}`;

const SAID = `
  SELECT id, one_id AS one, other_id AS other, marking, decided_by IS NOT NULL AS "isDecided", coalesce(score, 0) AS score
    FROM identity WHERE is_latest AND one_id = ANY($1::uuid[])
   UNION
  SELECT id, one_id, other_id, marking, decided_by IS NOT NULL, coalesce(score, 0)
    FROM identity WHERE is_latest AND other_id = ANY($1::uuid[])`;

/** Those of which nothing was told since, and that nobody is changing: of the others another event tells, and they are compared again. */
const UNCHANGED = `
  SELECT r.id FROM record r JOIN unnest($1::uuid[], $2::uuid[]) AS s(id, stamp) ON s.id = r.id
   WHERE s.stamp IS NOT DISTINCT FROM (SELECT v.id FROM record_version v WHERE v.record_id = r.id ORDER BY v.version DESC, v.id DESC LIMIT 1)
     FOR KEY SHARE OF r SKIP LOCKED`;

const ADD = `
  INSERT INTO identity (id, type, one_id, other_id, marking, status, score, reasons, rests_on, is_latest)
  SELECT n.id, $2, n.one, n.other, greatest(a.marking, b.marking), 'CANDIDATE', n.score, n.reasons, n."restsOn", TRUE
    FROM jsonb_to_recordset($1::jsonb) AS n(id uuid, one uuid, other uuid, score double precision, reasons text[], "restsOn" uuid[])
    JOIN record a ON a.id = n.one JOIN record b ON b.id = n.other
  ON CONFLICT (one_id, other_id) WHERE is_latest DO NOTHING`;

const CHANGE = `
  UPDATE identity i SET score = n.score, reasons = n.reasons, rests_on = n."restsOn"
    FROM jsonb_to_recordset($1::jsonb) AS n(id uuid, score double precision, reasons text[], "restsOn" uuid[])
   WHERE i.id = n.id AND i.is_latest AND i.decided_by IS NULL
     AND (i.score, i.reasons, i.rests_on) IS DISTINCT FROM (n.score, n.reasons, n."restsOn")`;

const DROP = 'DELETE FROM identity WHERE id = ANY($1::uuid[]) AND is_latest AND decided_by IS NULL';

/** Keys and guesses as they are stored. Neither is a record: they come and go, and nobody is told. */
export class GuessStore {
  constructor(private readonly db: Owner) {}

  async stampsOf(type: string, ids: readonly string[]): Promise<Stamped[]> {
    return (await this.db.query(STAMPS, [ids, type])).rows;
  }

  async keep(type: string, records: readonly string[], held: readonly Keyed[]): Promise<void> {
    const rows = held.flatMap(({ id, marking, keys }) =>
      keys.map((key) => [id, marking, digestOf(type, key)] as const),
    );
    await this.db.query(KEEP_KEYS, [records, ...[0, 1, 2].map((column) => rows.map((row) => row[column]))]);
  }

  /** Of each record, others that share some of the keys it looks for. */
  async partners(
    type: string,
    sought: readonly Omit<Keyed, 'marking'>[],
  ): Promise<{ record_id: string; partner: string }[]> {
    const rows = sought.flatMap(({ id, keys }) => keys.map((key) => [id, digestOf(type, key)] as const));
    return (await this.db.query(PARTNERS, [rows.map(([id]) => id), rows.map(([, key]) => key)])).rows;
  }

  async saidOf(ids: readonly string[]): Promise<Said[]> {
    return (await this.db.query(SAID, [ids])).rows;
  }

  async counted(ids: readonly string[]): Promise<Counted[]> {
    const { rows } = await this.db.query(
      'SELECT record_id, clearance, counted_as FROM sameness WHERE record_id = ANY($1::uuid[])',
      [ids],
    );
    return rows;
  }

  /** Answers with how many pairs came to be guessed. */
  async write(
    type: string,
    { added, changed, dropped }: Guesses,
    stamps: ReadonlyMap<string, string | null>,
  ): Promise<number> {
    if (added.length + changed.length + dropped.length === 0) return 0;
    const connection = await this.db.connect();
    try {
      await connection.query('BEGIN');
      const ids = [...stamps.keys()];
      const { rows } = await connection.query(UNCHANGED, [ids, ids.map((id) => stamps.get(id) ?? null)]);
      const sure = new Set(rows.map((row) => row.id));
      const isSure = ({ one, other }: Guess) => sure.has(one) && sure.has(other);
      await connection.query(DROP, [dropped]);
      await connection.query(CHANGE, [JSON.stringify(changed.filter(isSure))]);
      const fresh = added.filter(isSure).map((guess) => ({ ...guess, id: newId() }));
      await connection.query(ADD, [JSON.stringify(fresh), type]);
      await connection.query('COMMIT');
      connection.release();
      return fresh.length;
    } catch (error) {
      connection.release(true);
      throw error;
    }
  }
}

/** Two keys with one digest cost a comparison, and nothing else. */
function digestOf(type: string, key: string): string {
  return String(createHash('sha1').update(`${type} ${key}`).digest().readBigInt64BE());
}

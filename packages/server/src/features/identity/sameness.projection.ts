import sql, { raw } from 'sql-template-tag';
import type { Transaction } from '../../platform/change/transaction';
import type { Pair } from './component.rule';
import { type Member, membersOf, samenessOf } from './sameness.rule';

/** Records that verdicts lead to from some of one type, with the pairs that are the same. */
export interface Merged {
  members: Member[];
  pairs: Pair[];
}

/**
 * Verdicts are few, and two of them may meet in a third record that neither locks: what follows from them is computed by one
 * transaction at a time.
 */
export function oneAtATime(tx: Transaction): Promise<void> {
  return tx.execute(sql`SELECT pg_advisory_xact_lock(hashtext('entente identity'))`);
}

/** Everything that any verdict joins to these records, whoever may see it. */
export async function mergedWith(tx: Transaction, type: string, ids: readonly string[]): Promise<Merged> {
  const members = await tx.rows<Member>(sql`
    WITH RECURSIVE member (id) AS (
      SELECT unnest(${ids}::uuid[])
       UNION
      SELECT n.id FROM member m CROSS JOIN LATERAL (
        SELECT i.other_id AS id FROM identity i WHERE i.one_id = m.id AND i.is_latest AND i.status = 'SAME'
         UNION ALL
        SELECT i.one_id FROM identity i WHERE i.other_id = m.id AND i.is_latest AND i.status = 'SAME') n)
    ${raw(membersOf(type, 'SELECT id FROM member'))}`);
  const pairs = await tx.rows<{ one_id: string; other_id: string }>(
    sql`SELECT one_id, other_id FROM identity WHERE is_latest AND status = 'SAME' AND one_id = ANY(${members.map(({ id }) => id)}::uuid[])`,
  );
  return { members, pairs: pairs.map((pair): Pair => [pair.one_id, pair.other_id]) };
}

/**
 * Computes anew who is counted under whom, for each clearance over the records that stand and that it sees. The records for
 * which something changed are counted anew.
 */
export async function renewSameness(tx: Transaction, type: string, ids: readonly string[]): Promise<void> {
  const { members, pairs } = await mergedWith(tx, type, ids);
  const rows = samenessOf(members, pairs);
  const changed = await tx.rows<{ record_id: string }>(sql`
    WITH due AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS d(record_id uuid, clearance smallint, counted_as uuid)),
         gone AS (
           DELETE FROM sameness s WHERE s.record_id = ANY(${members.map(({ id }) => id)}::uuid[])
              AND NOT EXISTS (SELECT FROM due d WHERE d.record_id = s.record_id AND d.clearance = s.clearance) RETURNING record_id),
         set AS (
           INSERT INTO sameness SELECT * FROM due ON CONFLICT (record_id, clearance) DO UPDATE SET counted_as = excluded.counted_as
            WHERE sameness.counted_as <> excluded.counted_as RETURNING record_id)
    SELECT record_id FROM gone UNION SELECT record_id FROM set`);
  tx.affect(
    type,
    changed.map((row) => row.record_id),
  );
}

/** What a verdict says, which holds from now on for its pair. */
export interface Verdict {
  id: string;
  type: string;
  one: string;
  other: string;
  marking: number;
  status: string;
  score: number | null;
  reasons: readonly string[];
  restsOn: readonly string[];
  reason: string;
}

/** What holds of a pair so far. */
export interface Standing {
  id: string;
  status: string;
  score: number | null;
  reasons: string[];
  restsOn: string[];
}

/** What is said of a pair, by whoever may see it. */
export async function standingOn(tx: Transaction, one: string, other: string): Promise<Standing | null> {
  const [row] = await tx.rows<Standing>(
    sql`SELECT id, status, score, reasons, rests_on AS "restsOn" FROM identity WHERE one_id = ${one} AND other_id = ${other} AND is_latest`,
  );
  return row ?? null;
}

export async function recordVerdict(tx: Transaction, verdict: Verdict): Promise<void> {
  const { id, type, one, other, marking, status, score, reasons, restsOn, reason } = verdict;
  await tx.execute(
    sql`UPDATE identity SET is_latest = FALSE WHERE one_id = ${one} AND other_id = ${other} AND is_latest`,
  );
  await tx.execute(sql`
    INSERT INTO identity (id, type, one_id, other_id, marking, status, score, reasons, rests_on, decided_by, decided_at, reason, is_latest)
    VALUES (${id}, ${type}, ${one}, ${other}, ${marking}, ${status}, ${score}, ${[...reasons]}::text[], ${[...restsOn]}::uuid[],
            ${tx.command.by}, ${await tx.recordedAt()}, ${reason}, TRUE)`);
}

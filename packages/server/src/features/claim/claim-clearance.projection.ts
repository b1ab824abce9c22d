import sql, { raw } from 'sql-template-tag';
import type { Projection } from '../../platform/change/projection';
import type { Touch } from '../../platform/change/touch';
import type { Transaction } from '../../platform/change/transaction';
import { typeIdOf } from '../../platform/type-id';
import { isClearThroughout } from '../record/clear-change.service';
import { Claim } from './claim.entity';

/** Rows of a claim that go with what they point at. */
const ROWS = ['claim_target', 'claim_passage', 'attribution', 'claim_relation'];

/**
 * Keeps the clearance that a claim asks for, and the markings of its rows, whenever claims are written or what they rest on is marked
 * anew. The row in `record` carries a claim's clearance: it is what others may know of it.
 */
export const claimClearance: Projection = {
  name: 'claim clearance',
  async apply(tx, touches) {
    const written = touches.filter((touch) => touch.type === 'claim');
    // Claims begin with the clearance of their marking.
    if (await isClearThroughout(tx)) return;
    const moved = touches.filter(isMarkedAnew).map((touch) => touch.id);
    if (moved.length > 0) await raiseClaimsOf(tx, moved);
    const reached = moved.length > 0 ? await claimsOn(tx, moved) : [];
    const claims = [
      ...new Set([
        ...tx.touches.filter((touch) => touch.type === 'claim').map((touch) => touch.id),
        ...reached,
      ]),
    ];
    if (claims.length === 0) return;
    const affected = await clear(tx, claims);
    await markRows(tx, affected);
    if (written.length > 0 || moved.length > 0) await tellTouches(tx);
  },
};

/** A marking that changed; those of rows that are new say nothing of rows that stand. */
function isMarkedAnew({ isNew, changes }: Touch): boolean {
  return (
    !isNew &&
    changes.some(({ path, before }) => before !== null && (path === 'marking' || path.endsWith('.marking')))
  );
}

/** A claim is never marked below its source. It is not lowered with it: its marking may have been chosen. */
async function raiseClaimsOf(tx: Transaction, sources: readonly string[]): Promise<void> {
  const below = await tx.rows<{ id: string; least: number }>(
    sql`SELECT c.id, s.marking AS least FROM claim c JOIN source s ON s.id = c.source_id
         WHERE s.id = ANY(${sources}::uuid[]) AND c.marking < s.marking ORDER BY c.id`,
  );
  if (below.length === 0) return;
  for (const { id } of below) await tx.open(id, null, 'AMENDED', 'claim');
  const least = new Map(below.map((row) => [row.id, row.least]));
  const claims = await tx.all(
    Claim,
    sql`SELECT * FROM claim WHERE id = ANY(${below.map((row) => row.id)}::uuid[])`,
  );
  await tx.update(
    Claim,
    claims.map((claim) => Object.assign(claim, { marking: least.get(claim.id) })),
  );
}

async function claimsOn(tx: Transaction, records: readonly string[]): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    sql`SELECT record_id AS id FROM claim_target WHERE target_id = ANY(${records}::uuid[])
        UNION SELECT id FROM claim WHERE source_id = ANY(${records}::uuid[])
        UNION SELECT record_id FROM attribution WHERE speaker_id = ANY(${records}::uuid[]) OR referenced_source_id = ANY(${records}::uuid[])
        UNION SELECT a.record_id FROM attribution a JOIN tenure t ON t.id = a.tenure_id WHERE t.record_id = ANY(${records}::uuid[])`,
  );
  return rows.map((row) => row.id);
}

/** Claims can be about claims: whoever may not see the one may not see the other. Answers with all that were looked at. */
async function clear(tx: Transaction, claims: readonly string[]): Promise<string[]> {
  const at = await tx.recordedAt();
  const affected = new Set(claims);
  let next = [...claims];
  while (next.length > 0) {
    const changed = await tx.rows<{ id: string }>(
      sql`WITH moved AS (
            UPDATE claim c SET clearance = h.clearance, recorded_from = ${at} FROM claim_handling h
             WHERE h.claim_id = c.id AND c.id = ANY(${next}::uuid[]) AND h.claim_id = ANY(${next}::uuid[]) AND h.clearance <> c.clearance RETURNING c.id)
          SELECT id FROM moved`,
    );
    await tx.execute(
      sql`UPDATE record r SET marking = c.clearance, recorded_from = ${at} FROM claim c
           WHERE c.id = r.id AND r.id = ANY(${next}::uuid[]) AND r.marking <> c.clearance`,
    );
    next =
      changed.length === 0
        ? []
        : await claimsOn(
            tx,
            changed.map((row) => row.id),
          );
    for (const id of next) affected.add(id);
  }
  return [...affected];
}

async function markRows(tx: Transaction, claims: readonly string[]): Promise<void> {
  const at = await tx.recordedAt();
  for (const table of ROWS) {
    const ends =
      table === 'claim_relation'
        ? sql`UNION SELECT id FROM claim_relation WHERE to_id = ANY(${claims}::uuid[])`
        : sql``;
    const rows = sql`SELECT id FROM ${raw(table)} WHERE record_id = ANY(${claims}::uuid[]) ${ends}`;
    await tx.execute(
      sql`UPDATE ${raw(table)} t SET marking = h.marking, recorded_from = ${at} FROM claim_row_handling h
           WHERE h.type = ${raw(`'${table}'`)} AND h.id = t.id AND h.id = ANY(ARRAY(${rows})) AND h.marking <> t.marking`,
    );
  }
}

/** What is told of a change is told to whoever may see the row: a target that is hidden must not show in the history of its claim. */
async function tellTouches(tx: Transaction): Promise<void> {
  const touches = new Map(
    tx.touches.filter((touch) => touch.type === 'claim').map((touch) => [touch.id, touch]),
  );
  const ids = [...touches.keys()];
  for (const row of await tx.rows<{ id: string; clearance: number }>(
    sql`SELECT id, clearance FROM claim WHERE id = ANY(${ids}::uuid[])`,
  )) {
    const touch = touches.get(row.id);
    if (touch) touch.marking = row.clearance;
  }
  const rows = await tx.rows<{
    type: string;
    id: string;
    claim_id: string;
    marking: number;
    clearance: number;
  }>(
    sql`SELECT h.type, h.id, h.claim_id, h.marking FROM claim_row_handling h JOIN claim c ON c.id = h.claim_id
         WHERE h.claim_id = ANY(${ids}::uuid[]) AND h.marking > c.clearance`,
  );
  for (const { type, id, claim_id, marking } of rows) {
    const path = `${typeIdOf(type, id)}.`;
    for (const change of touches.get(claim_id)?.changes ?? [])
      if (change.path.startsWith(path)) change.marking = marking;
  }
}

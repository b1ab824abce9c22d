import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/change/transaction';
import { DomainError } from '../../platform/errors';
import { newId, typeIdOf } from '../../platform/type-id';
import { ClaimRelation, type ClaimRelationKind } from './claim-relation.entity';

/** A relation that is to be, and the field of the input that asks for it. */
export interface RelationDraft {
  fromId: string;
  toId: string;
  kind: ClaimRelationKind;
  note: string | null;
  field: string;
}

const MOST_RELATIONS = 100;

/** Relates claims. A relation is part of the claim it comes from. Answers with the relations' ids. */
export async function addRelations(tx: Transaction, drafts: readonly RelationDraft[]): Promise<string[]> {
  if (drafts.length === 0) return [];
  for (const { fromId, toId, field } of drafts)
    if (fromId === toId)
      throw new DomainError('BAD_USER_INPUT', `${field} is the claim itself; a relation joins two claims`, {
        field,
      });
  await openClaims(
    tx,
    drafts.map((draft) => draft.fromId),
  );
  await refuseRepeated(tx, drafts);
  const ordinals = await refuseTooMany(tx, drafts);
  const rows = drafts.map(({ fromId, toId, kind, note }) => {
    const ordinal = ordinals.get(fromId) ?? 0;
    ordinals.set(fromId, ordinal + 1);
    const marking = tx.touches.find((touch) => touch.id === fromId)?.marking ?? 0;
    return tx.catalog
      .shape(ClaimRelation)
      .create({ id: newId(), recordId: fromId, ordinal, marking, toId, kind, note });
  });
  await tx.insert(ClaimRelation, rows);
  return rows.map((row) => row.id);
}

/** Always in one order, so that two who relate the same claims wait for each other and do not lock each other out. */
export async function openClaims(tx: Transaction, ids: readonly string[]): Promise<void> {
  for (const id of [...new Set(ids)].sort()) await tx.open(id, null, 'AMENDED', 'claim');
}

async function refuseRepeated(tx: Transaction, drafts: readonly RelationDraft[]): Promise<void> {
  const ends = (name: 'fromId' | 'toId' | 'kind') => drafts.map((draft) => draft[name]);
  const [standing] = await tx.rows<{ id: string; at: string }>(
    sql`SELECT r.id, n.at FROM unnest(${ends('fromId')}::uuid[], ${ends('toId')}::uuid[], ${ends('kind')}::text[]) WITH ORDINALITY AS n(from_id, to_id, kind, at)
          JOIN claim_relation r ON r.record_id = n.from_id AND r.to_id = n.to_id AND r.kind = n.kind AND r.retracted_at IS NULL
         ORDER BY n.at LIMIT 1`,
  );
  if (!standing) return;
  const field = drafts[Number(standing.at) - 1]?.field ?? 'from';
  throw new DomainError('CONFLICT', 'The two claims stand so to each other already', {
    field,
    existingId: typeIdOf('claim_relation', standing.id),
  });
}

/** How many relations each claim has, from itself; at both ends together they are bounded, since lists show them whole. */
async function refuseTooMany(
  tx: Transaction,
  drafts: readonly RelationDraft[],
): Promise<Map<string, number>> {
  const ids = [...new Set(drafts.flatMap(({ fromId, toId }) => [fromId, toId]))];
  const rows = await tx.rows<{ id: string; own: number; all: number }>(
    sql`SELECT n.id, count(*) FILTER (WHERE r.is_own)::integer AS own, count(*)::integer AS all
          FROM unnest(${ids}::uuid[]) AS n(id) CROSS JOIN LATERAL (
               SELECT TRUE AS is_own FROM claim_relation f WHERE f.record_id = n.id AND f.retracted_at IS NULL
               UNION ALL SELECT FALSE FROM claim_relation t WHERE t.to_id = n.id AND t.retracted_at IS NULL) r
         GROUP BY n.id`,
  );
  for (const { fromId, toId, field } of drafts)
    for (const { id, all } of rows)
      if ((id === fromId || id === toId) && all >= MOST_RELATIONS)
        throw new DomainError(
          'BAD_USER_INPUT',
          `${field} has ${all} relations, which is as many as a claim can have`,
          { field },
        );
  return new Map(rows.map((row) => [row.id, row.own]));
}

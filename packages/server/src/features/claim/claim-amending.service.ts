import sql from 'sql-template-tag';
import { merge } from '../../platform/change/merge';
import type { Transaction } from '../../platform/change/transaction';
import { DomainError } from '../../platform/errors';
import { fuzzyDate } from '../../platform/fuzzy-date/fuzzy-date';
import type { EntityClass } from '../../platform/read/catalog';
import { newId } from '../../platform/type-id';
import { Modality, Polarity, Predicate, Standing, TargetRole } from '../record/claim-terms.entity';
import type { ClaimInput } from '../record/evidence.input';
import { Marking, type OwnedRow } from '../record/record.entity';
import { Passage } from '../source/passage.entity';
import { writePassages } from '../source/passage.service';
import { SourceKind } from '../source/source.entity';
import { Attribution } from './attribution.entity';
import { Claim } from './claim.entity';
import { type ClaimDraft, draftClaims } from './claim-draft.service';
import { ClaimPassage } from './claim-passage.entity';
import { markingOf, sourceFacts } from './claim-recording.service';
import { ClaimRelation, ClaimRelationKind } from './claim-relation.entity';
import { addRelations } from './claim-relation.service';
import { refuseUnsound } from './claim-soundness.rule';
import { ClaimTarget } from './claim-target.entity';
import { KnownRecords } from './known-records.service';

/** Lays an input over a claim. A list replaces the whole list; what it says again stays the row it was. */
export async function amendClaim(tx: Transaction, id: string, input: ClaimInput): Promise<void> {
  const row = await tx.one(Claim, id);
  if (!row) throw DomainError.notFound('Claim', id);
  const { drafts } = await draftClaims(tx, [{ input, path: '' }]);
  const draft = drafts[0] as ClaimDraft;
  if (draft.restsOn.includes(id))
    throw new DomainError('BAD_USER_INPUT', 'restsOn holds the claim itself; name other claims', {
      field: 'restsOn',
    });
  await merge(row, {
    sourceId: { given: input.source, value: () => draft.sourceId },
    predicate: { given: input.predicate, fallback: Predicate.SUPPORTS_RECORD },
    statement: { given: input.statement },
    modality: { given: input.modality, fallback: Modality.ASSERTED },
    polarity: { given: input.polarity, fallback: Polarity.POSITIVE },
    value: { given: input.value },
    gap: { given: input.gap },
    direction: { given: input.direction },
    priority: { given: input.priority },
    valid: { given: input.valid, value: () => fuzzyDate(input.valid ?? {}, 'valid') },
    credibility: { given: input.credibility },
    standing: { given: input.standing, fallback: Standing.NORMAL },
  });
  const lists = await standingLists(tx, id);
  const passages =
    input.passages === undefined
      ? lists.passages.map((each) => each.passageId)
      : await newPassages(tx, row, input);
  const targets = input.targets === undefined ? lists.targets : draft.targets;
  const restsOn = input.restsOn === undefined ? lists.supports.map((each) => each.recordId) : draft.restsOn;
  const source =
    row.sourceId === null ? null : ((await sourceFacts(tx, [row.sourceId])).get(row.sourceId) ?? null);
  const subjects = targets.filter((target) => target.role === TargetRole.SUBJECT);
  refuseUnsound(
    {
      ...row,
      hasSource: source !== null,
      isFromDatasetRow: source?.kind === SourceKind.DATASET_ROW,
      subjects: subjects.length,
      namesField: subjects.some((target) => target.field !== null),
      passages: passages.length,
      restsOn: restsOn.length,
    },
    (field) => field,
  );
  if (input.passages === undefined) await refuseForeignPassages(tx, row, passages);
  row.marking = await amendedMarking(tx, row, input, source?.marking ?? null, restsOn);
  await tx.update(Claim, [row]);
  if (input.targets !== undefined) await replaceRows(tx, ClaimTarget, row, lists.targets, draft.targets);
  if (input.passages !== undefined)
    await replaceRows(
      tx,
      ClaimPassage,
      row,
      lists.passages,
      passages.map((passageId) => ({ passageId })),
    );
  if (input.attributions !== undefined)
    await replaceRows(tx, Attribution, row, lists.attributions, draft.attributions);
  if (input.restsOn !== undefined) await replaceSupports(tx, id, lists.supports, restsOn);
}

/** What the editor can see of them: a list replaces no more than that. */
async function standingLists(tx: Transaction, id: string) {
  const { clearance = Marking.RED } = tx.command;
  const seen = <T extends OwnedRow>(rows: readonly T[]) => rows.filter((row) => row.marking <= clearance);
  return {
    targets: seen(await tx.parts(ClaimTarget, id)),
    passages: seen(await tx.parts(ClaimPassage, id)),
    attributions: seen(await tx.parts(Attribution, id)),
    supports: seen(
      await tx.all(
        ClaimRelation,
        sql`SELECT * FROM claim_relation WHERE to_id = ${id} AND kind = 'SUPPORTS' AND retracted_at IS NULL ORDER BY id`,
      ),
    ),
  };
}

async function newPassages(tx: Transaction, claim: Claim, { passages }: ClaimInput): Promise<string[]> {
  const given = passages ?? [];
  if (given.length > 0 && claim.sourceId === null)
    throw new DomainError('BAD_USER_INPUT', 'passages are of a source; name it in source', {
      field: 'passages',
    });
  const requests = given.map((input, index) => ({
    sourceId: String(claim.sourceId),
    input,
    path: `passages.${index}`,
  }));
  return [...new Set(await writePassages(tx, requests))];
}

/** Passages stay in the source they are of; a claim that moves to another needs others. */
async function refuseForeignPassages(tx: Transaction, claim: Claim, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await tx.all(Passage, sql`SELECT * FROM passage WHERE id = ANY(${ids}::uuid[])`);
  if (rows.some((passage) => passage.recordId !== claim.sourceId))
    throw new DomainError('BAD_USER_INPUT', 'passages are of the former source; give those of the new one', {
      field: 'passages',
    });
}

async function amendedMarking(
  tx: Transaction,
  claim: Claim,
  input: ClaimInput,
  ofSource: number | null,
  restsOn: readonly string[],
): Promise<number> {
  const known =
    ofSource === null
      ? await KnownRecords.of(
          tx,
          restsOn.map((id) => ({ id, type: 'claim', field: 'restsOn' })),
        )
      : null;
  const least = ofSource ?? Math.max(0, ...restsOn.map((id) => known?.markingOf(id) ?? 0));
  return markingOf(input.marking ?? Math.max(claim.marking, least), least, ofSource !== null, 'marking');
}

/** Rows that say the same stay, in their new place; new ones are added, the others withdrawn. */
async function replaceRows<T extends OwnedRow>(
  tx: Transaction,
  entity: EntityClass<T>,
  claim: Claim,
  standing: readonly T[],
  wanted: readonly Partial<T>[],
): Promise<void> {
  const rest = new Set(standing);
  const kept: T[] = [];
  const added: T[] = [];
  for (const [ordinal, values] of wanted.entries()) {
    const same = [...rest].find((row) =>
      Object.entries(values).every(([name, value]) => (row[name as keyof T] ?? null) === (value ?? null)),
    );
    if (same) {
      rest.delete(same);
      kept.push(Object.assign(same, { ordinal }));
    } else
      added.push(
        tx.catalog.shape(entity).create({
          ...values,
          id: newId(),
          recordId: claim.id,
          ordinal,
          marking: claim.marking,
        } as Partial<T>),
      );
  }
  await withdraw(tx, entity, [...rest], kept);
  await tx.insert(entity, added);
}

async function withdraw<T extends OwnedRow>(
  tx: Transaction,
  entity: EntityClass<T>,
  rows: readonly T[],
  kept: readonly T[] = [],
): Promise<void> {
  const retractedAt = await tx.recordedAt();
  const withdrawn = rows.map((row) =>
    Object.assign(row, {
      retractedAt,
      retractedBy: tx.command.by,
      retractionReason: tx.command.reason ?? 'Left out of the list',
    }),
  );
  await tx.update(entity, [...kept, ...withdrawn]);
}

async function replaceSupports(
  tx: Transaction,
  id: string,
  standing: readonly ClaimRelation[],
  wanted: readonly string[],
): Promise<void> {
  const left = standing.filter((relation) => !wanted.includes(relation.recordId));
  for (const { recordId } of left) await tx.open(recordId, null, 'AMENDED', 'claim');
  await withdraw(tx, ClaimRelation, left);
  const known = standing.map((relation) => relation.recordId);
  await addRelations(
    tx,
    wanted
      .filter((fromId) => !known.includes(fromId))
      .map((fromId, index) => ({
        fromId,
        toId: id,
        kind: ClaimRelationKind.SUPPORTS,
        note: null,
        field: `restsOn.${index}`,
      })),
  );
}

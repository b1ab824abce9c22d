import type { Transaction } from '../../platform/change/transaction';
import { DomainError } from '../../platform/errors';
import { prefixOf, uuidOf } from '../../platform/type-id';
import { TargetRole } from '../record/claim-terms.entity';
import type { ClaimTargetInput } from '../record/evidence.input';
import { Part } from '../record/record.entity';
import { PART_TYPES } from '../record/retraction.service';
import { referencesIn } from '../record/targets.query';
import type { TargetSketch } from './evidence-path.rule';
import type { KnownRecords, Pointer } from './known-records.service';

export interface TargetDraft extends TargetSketch {
  path: string;
  /** What its id says the record is; null where it is named by a code. */
  targetType: string | null;
}

/** What an input names as targets; whether that exists is asked of all claims at once. */
export async function targetDrafts(
  tx: Transaction,
  targets: readonly ClaimTargetInput[] | null | undefined,
  path: string,
): Promise<TargetDraft[]> {
  return Promise.all((targets ?? []).map((target, index) => targetDraft(tx, target, `${path}.${index}`)));
}

async function targetDraft(tx: Transaction, target: ClaimTargetInput, path: string): Promise<TargetDraft> {
  const { record, part, field, descriptor } = target;
  if (record == null && part == null && !descriptor?.trim())
    throw refusal(`${path}.record`, 'is needed, or for somebody unnamed a descriptor');
  if (record == null && part == null && field != null)
    throw refusal(`${path}.field`, 'is of a record; name it in record');
  if (field != null && !/^[a-z][A-Za-z]{0,60}$/.test(field))
    throw refusal(
      `${path}.field`,
      'takes the name of one field, such as when; name a part of the record in part',
    );
  return {
    path,
    role: target.role ?? TargetRole.SUBJECT,
    targetType: record == null ? null : prefixOf(record),
    targetId: record == null ? null : await referencesIn(tx).record(record, `${path}.record`),
    partId: part == null ? null : uuidOf(part, PART_TYPES, `${path}.part`),
    partType: part == null ? null : prefixOf(part),
    field: field ?? null,
    descriptor: descriptor ?? null,
  };
}

export function pointersOf(targets: readonly TargetDraft[]): Pointer[] {
  return targets.flatMap(({ targetId, targetType, partId, partType, path }) => [
    ...(targetId === null ? [] : [{ id: targetId, type: targetType, field: `${path}.record` }]),
    ...(partId === null ? [] : [{ id: partId, type: partType, field: `${path}.part` }]),
  ]);
}

/** A part is one of the target record; alone it tells the record. */
export function settled({ path, targetType: _, ...target }: TargetDraft, known: KnownRecords): TargetSketch {
  if (target.partId === null) return target;
  const recordId = known.recordOf(target.partId);
  if (target.targetId !== null && target.targetId !== recordId)
    throw refusal(
      `${path}.part`,
      'is a part of another record; name that one in record, or leave record out',
    );
  return { ...target, targetId: recordId };
}

const BOOKKEEPING = [
  'id',
  'recordId',
  'ordinal',
  'recordedFrom',
  'retractedAt',
  'retractedBy',
  'retractionReason',
];

/** The fields of a part: its columns by the names that inputs give them. */
export function fieldsOfPart(tx: Transaction, type: string): readonly string[] | null {
  const entity = tx.catalog.entity(type);
  if (entity === null || !(entity.prototype instanceof Part)) return null;
  return Object.keys(tx.catalog.shape(entity).hydrate({}) as object)
    .filter((field) => !BOOKKEEPING.includes(field))
    .map((field) => field.replace(/Id$/, ''));
}

function refusal(field: string, why: string): DomainError {
  return new DomainError('BAD_USER_INPUT', `${field} ${why}`, { field });
}

import { DomainError } from '../../platform/errors';
import { type Gap, Predicate } from '../record/claim-terms.entity';

/** A claim as it is about to stand, in what its structure depends on. */
export interface ClaimSketch {
  predicate: Predicate;
  statement: string | null;
  value: string | null;
  gap: Gap | null;
  priority: number | null;
  hasSource: boolean;
  /** A row of a dataset is its own passage. */
  isFromDatasetRow: boolean;
  subjects: number;
  /** Whether some subject names a field. */
  namesField: boolean;
  passages: number;
  restsOn: number;
}

const PHASES = ['HOSTILE', 'RIVALRY', 'STRAINED', 'NORMAL', 'COOPERATIVE', 'ALLIED'];

/** Refuses a claim whose structure is wrong. What it says of the world is its own affair. */
export function refuseUnsound(claim: ClaimSketch, at: (field: string) => string): void {
  const refuse = (field: string, why: string): never => {
    throw new DomainError('BAD_USER_INPUT', `${at(field)} ${why}`, { field: at(field) });
  };
  if (!claim.statement?.trim()) refuse('statement', 'is needed: what is said, in your words');
  if (claim.subjects === 0) refuse('targets', 'needs at least one SUBJECT: what the claim is about');
  if (!claim.hasSource && claim.restsOn === 0)
    refuse('source', 'is needed unless the claim rests on others (restsOn)');
  if (claim.passages === 0 && !claim.isFromDatasetRow && claim.restsOn === 0)
    refuse(
      'passages',
      'needs at least one passage, unless the source is a DATASET_ROW or the claim rests on others',
    );
  if (claim.passages > 0 && !claim.hasSource) refuse('passages', 'are of a source; name it in source');
  if (claim.gap !== null && claim.predicate !== Predicate.SUPPORTS_RECORD)
    refuse('gap', 'is for SUPPORTS_RECORD alone: it says why a field of a record is empty');
  if (claim.gap !== null && !claim.namesField)
    refuse('gap', 'is of a field; name it in the field of a SUBJECT, or in fields');
  if (claim.priority !== null && claim.priority < 1) refuse('priority', 'counts from 1, the top goal');
  if (
    claim.predicate === Predicate.RELATIONSHIP_PHASE &&
    claim.value !== null &&
    !PHASES.includes(claim.value)
  )
    refuse('value', `of a RELATIONSHIP_PHASE is one of ${PHASES.join(', ')}`);
}

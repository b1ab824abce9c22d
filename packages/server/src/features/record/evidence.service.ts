import type { Transaction } from '../../platform/change/transaction';
import type { ClaimInput } from './evidence.input';

/** What the paths of a claim's `fields` lead to: the record, and its parts by the name and place of their list in the input. */
export interface Evidenced {
  recordId: string;
  type: string;
  /** For an input that is a part itself: that part. */
  part?: { id: string; type: string };
  lists: { [field: string]: { type: string; ids: readonly string[] } };
  /** Names of the input's fields, so that a path that leads nowhere is refused. */
  fields: readonly string[];
}

/** Records what supports an input, in its transaction. Claims know every record; no record knows claims. */
export interface EvidenceRecorder {
  recordEvidence(
    tx: Transaction,
    evidenced: Evidenced,
    evidence: readonly ClaimInput[] | null | undefined,
  ): Promise<void>;
  /** The strictest marking among claims and their sources; CLEAR without any. */
  strictestMarking(tx: Transaction, evidence: readonly ClaimInput[] | null | undefined): Promise<number>;
}

/** The lists of an input and the ids that writing gave their items, for `Evidenced`. */
export function listsOf(written: {
  [field: string]: { type: string; ids: string[] | null };
}): Evidenced['lists'] {
  return Object.fromEntries(
    Object.entries(written).flatMap(([field, { type, ids }]) =>
      ids === null ? [] : [[field, { type, ids }]],
    ),
  );
}

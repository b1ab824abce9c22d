import type { FieldChange } from './differences';

export type ChangeKind = 'RECORDED' | 'AMENDED' | 'RETRACTED' | 'REINSTATED' | 'EXPUNGED';

/** A record of which rows were written in this transaction. */
export interface Touch {
  id: string;
  type: string;
  marking: number;
  version: number;
  isNew: boolean;
  kind: ChangeKind;
  changes: FieldChange[];
}

/** What is said of a record and changes nothing in it: an entry of its own, which raises no version. */
export interface Telling {
  recordId: string;
  change: 'IDENTIFIED';
  /** Who may be told; at least who may see the record. */
  marking: number;
  field: string;
  before: unknown;
  after: unknown;
}

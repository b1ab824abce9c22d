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

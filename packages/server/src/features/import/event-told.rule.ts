/** What a row wrote: a record, and the parts of it that the row tells of. */
export interface Told {
  recordId: string;
  type: 'engagement' | 'agreement';
  parts: readonly { id: string; type: string }[];
}

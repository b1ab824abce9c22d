/** What is asked for: a field of the mutation type with its arguments, by whom and why. */
export interface Command {
  field: string;
  args: unknown;
  idempotencyKey?: string | null;
  by: string;
  /** What is marked above it does not exist for whoever asks. Absent: everything exists, as for the command line. */
  clearance?: number;
  reason?: string | null;
  /** One of many that somebody loads: subscribers hear of it in turn with what happens live. */
  isBulk?: boolean;
}

/** What is asked for: a field of the mutation type with its arguments, by whom and why. */
export interface Command {
  field: string;
  args: unknown;
  idempotencyKey?: string | null;
  by: string;
  reason?: string | null;
}

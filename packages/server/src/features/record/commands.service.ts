import type { Command } from '../../platform/change/command';
import { DomainError } from '../../platform/errors';

/** Who writes. Everything that is written begins with a command, and a command with the right to give one. */
export class Writer {
  constructor(
    private readonly account: string | null,
    private readonly mayWrite: boolean,
    private readonly clearance: number,
  ) {}

  /** Whether what has this marking exists for the account. */
  maySee(marking: number): boolean {
    return marking <= this.clearance;
  }

  command(field: string, args: unknown, idempotencyKey?: string | null, reason?: string | null): Command {
    if (this.account === null)
      throw new DomainError(
        'UNAUTHENTICATED',
        `${field} needs the header "Authorization: Bearer …" with the token that the server printed at its start`,
      );
    if (!this.mayWrite) throw new DomainError('FORBIDDEN', `${this.account} may not write`);
    return {
      field,
      args,
      idempotencyKey: idempotencyKey ?? null,
      by: this.account,
      clearance: this.clearance,
      reason: reason ?? null,
    };
  }
}

import type { Change } from '../../platform/change/change';
import { adopt, Draft } from '../../platform/change/draft';
import type { Transaction } from '../../platform/change/transaction';
import { DomainError, type ErrorCode } from '../../platform/errors';
import type { Writer } from '../record/commands.service';
import type { EngagementInput } from './engagement.input';
import type { EngagementService } from './engagement.service';

const MOST = 500;

/** What became of one of many: the id it got, or why it was refused. */
export type Outcome = { id: string } | { code: ErrorCode; field: string | null; message: string };

export class EngagementBulkService {
  constructor(
    private readonly change: Change,
    private readonly writer: Writer,
    private readonly engagements: EngagementService,
  ) {}

  /** Those that are accepted are one change; each that is refused says why and spoils no other. */
  record(inputs: readonly EngagementInput[], idempotencyKey?: string | null): Promise<Outcome[]> {
    const command = this.writer.command('recordEngagements', { inputs }, idempotencyKey);
    if (inputs.length < 1 || inputs.length > MOST)
      throw new DomainError('BAD_USER_INPUT', `inputs takes 1 to ${MOST} engagements, not ${inputs.length}`, {
        field: 'inputs',
      });
    return this.change.run({ ...command, isBulk: true }, async (tx) => {
      await tx.recordedAt();
      const drafts = inputs.map(() => new Draft(tx));
      // Side by side, so that what they refer to is looked up for many at once.
      const outcomes = await Promise.all(
        inputs.map((input, index) => this.#attempt(drafts[index] as Draft, input)),
      );
      await adopt(
        tx,
        drafts.filter((_, index) => 'id' in (outcomes[index] as Outcome)),
      );
      return outcomes;
    });
  }

  async #attempt(draft: Transaction, input: EngagementInput): Promise<Outcome> {
    try {
      return { id: await this.engagements.recordIn(draft, input) };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const { code, message, details } = error;
      return { code, field: typeof details.field === 'string' ? details.field : null, message };
    }
  }
}

import type { Change } from '../../platform/change/change';
import { uuidOf } from '../../platform/type-id';
import type { AmendArgs } from '../record/command-args.input';
import type { Writer } from '../record/commands.service';
import type { ClaimInput } from '../record/evidence.input';
import type { ClaimRelationInput } from './claim.input';
import { amendClaim } from './claim-amending.service';
import type { ClaimRecorder } from './claim-recording.service';
import { addRelations } from './claim-relation.service';
import { KnownRecords } from './known-records.service';

export class ClaimService {
  constructor(
    private readonly change: Change,
    private readonly writer: Writer,
    private readonly recorder: ClaimRecorder,
  ) {}

  record(input: ClaimInput, idempotencyKey?: string | null): Promise<string> {
    const command = this.writer.command('recordClaim', { input }, idempotencyKey);
    return this.change.run(command, async (tx) => {
      const [id] = await this.recorder.recordMany(tx, [{ input, path: '' }]);
      return String(id);
    });
  }

  amend({ id, expectedVersion, reason, idempotencyKey }: AmendArgs, input: ClaimInput): Promise<string> {
    const uuid = uuidOf(id, 'claim', 'id');
    const command = this.writer.command(
      'amendClaim',
      { id, expectedVersion, input, reason },
      idempotencyKey,
      reason,
    );
    return this.change.run(command, async (tx) => {
      await tx.open(uuid, expectedVersion, 'AMENDED', 'claim');
      await amendClaim(tx, uuid, input);
      return uuid;
    });
  }

  /** Answers with the relation's id. */
  relate(input: ClaimRelationInput, idempotencyKey?: string | null): Promise<string> {
    const fromId = uuidOf(input.from, 'claim', 'from');
    const toId = uuidOf(input.to, 'claim', 'to');
    return this.change.run(this.writer.command('relateClaims', { input }, idempotencyKey), async (tx) => {
      await KnownRecords.of(tx, [
        { id: fromId, type: 'claim', field: 'from' },
        { id: toId, type: 'claim', field: 'to' },
      ]);
      const [id] = await addRelations(tx, [
        { fromId, toId, kind: input.kind, note: input.note ?? null, field: 'to' },
      ]);
      return String(id);
    });
  }
}

import sql, { raw } from 'sql-template-tag';
import type { Change } from '../../platform/change/change';
import type { Transaction } from '../../platform/change/transaction';
import { DomainError } from '../../platform/errors';
import { prefixOf, uuidOf } from '../../platform/type-id';
import type { Writer } from './commands.service';
import type { Row } from './record.entity';
import { RECORD_TYPES } from './references.query';

/** Parts that can be withdrawn by themselves. */
export const PART_TYPES = [
  'name',
  'group_member',
  'tenure',
  'outlet_assessment',
  'context_event_actor',
  'source_citation',
  'participation',
  'agenda_item',
  'engagement_link',
  'agreement_party',
  'agreement_action',
  'commitment',
  'implementation_report',
  'claim_relation',
];

export class RetractionService {
  constructor(
    private readonly change: Change,
    private readonly writer: Writer,
  ) {}

  retract(
    id: string,
    expectedVersion: number,
    reason: string,
    idempotencyKey?: string | null,
  ): Promise<string> {
    return this.#run('retract', id, expectedVersion, reason, idempotencyKey);
  }

  reinstate(
    id: string,
    expectedVersion: number,
    reason: string,
    idempotencyKey?: string | null,
  ): Promise<string> {
    return this.#run('reinstate', id, expectedVersion, reason, idempotencyKey);
  }

  /** Answers with the record's id, also where a part of it was meant. */
  async #run(
    field: 'retract' | 'reinstate',
    id: string,
    expectedVersion: number,
    reason: string,
    key?: string | null,
  ): Promise<string> {
    const type = prefixOf(id) ?? '';
    const uuid = uuidOf(id, [...RECORD_TYPES, ...PART_TYPES], 'id');
    if (reason.trim().length < 3 || reason.length > 500)
      throw new DomainError('BAD_USER_INPUT', 'reason has 3 to 500 characters and says why', {
        field: 'reason',
      });
    const command = this.writer.command(field, { id, expectedVersion, reason }, key, reason);
    return this.change.run(command, async (tx) => {
      const recordId = await recordOf(tx, type, uuid);
      await tx.open(recordId, expectedVersion, field === 'retract' ? 'RETRACTED' : 'REINSTATED');
      const entity = tx.catalog.entity(type);
      const row = entity && ((await tx.one(entity, uuid)) as (Row & { recordId?: string }) | null);
      if (!entity || !row || row.marking > (tx.command.clearance ?? row.marking))
        throw new DomainError('NOT_FOUND', 'id names nothing that can be withdrawn', { field: 'id' });
      if ((row.retractedAt !== null) === (field === 'retract'))
        throw new DomainError(
          'CONFLICT',
          field === 'retract' ? 'It is withdrawn already' : 'It was not withdrawn',
          { field: 'id' },
        );
      const withdrawal =
        field === 'retract'
          ? { retractedAt: await tx.recordedAt(), retractedBy: tx.command.by, retractionReason: reason }
          : { retractedAt: null, retractedBy: null, retractionReason: null };
      await tx.update(entity as never, [Object.assign(row, withdrawal)] as never).catch(refuseTakenCode);
      return recordId;
    });
  }
}

async function recordOf(tx: Transaction, type: string, id: string): Promise<string> {
  if ((RECORD_TYPES as readonly string[]).includes(type)) return id;
  const [row] = await tx.rows<{ record_id: string }>(
    sql`SELECT record_id FROM ${raw(type)} WHERE id = ${id}`,
  );
  if (!row) throw new DomainError('NOT_FOUND', `id names no ${type.replaceAll('_', ' ')}`, { field: 'id' });
  return row.record_id;
}

/** While a record was withdrawn, another may have taken its code. */
function refuseTakenCode(error: unknown): never {
  if ((error as { driverError?: { code?: string } }).driverError?.code !== '23505') throw error;
  throw new DomainError(
    'CONFLICT',
    'Another record took its code while it was withdrawn; amend that one, or retract it first',
    {
      field: 'id',
    },
  );
}

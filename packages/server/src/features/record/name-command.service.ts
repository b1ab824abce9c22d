import type { Change } from '../../platform/change/change';
import { DomainError } from '../../platform/errors';
import type { Writer } from './commands.service';
import type { EvidenceRecorder } from './evidence.service';
import type { NameInput } from './name.input';
import { addName } from './name.service';
import { referencesIn } from './targets.query';

const FIELDS = ['value', 'kind', 'language', 'firstSource'];

/** What its statement calls itself, and so has no names. */
const NAMELESS = ['source', 'claim'];

export class NameService {
  constructor(
    private readonly change: Change,
    private readonly writer: Writer,
    private readonly evidence: EvidenceRecorder,
  ) {}

  /** Adds a spelling to a record; answers with the name's id. */
  recordName(record: string, input: NameInput, idempotencyKey?: string | null): Promise<string> {
    return this.change.run(
      this.writer.command('recordName', { record, input }, idempotencyKey),
      async (tx) => {
        const recordId = await referencesIn(tx).record(record, 'record');
        const { id, type, marking } = await tx.open(recordId, null).catch((error) => {
          throw error instanceof DomainError
            ? new DomainError(error.code, 'record names no record', { field: 'record' })
            : error;
        });
        if (NAMELESS.includes(type))
          throw new DomainError(
            'BAD_USER_INPUT',
            `record is a ${type}, which has no names; give any other record`,
            { field: 'record' },
          );
        const nameId = await addName(tx, { id, marking }, input);
        await this.evidence.recordEvidence(
          tx,
          { recordId: id, type, part: { id: nameId, type: 'name' }, lists: {}, fields: FIELDS },
          input.evidence,
        );
        return nameId;
      },
    );
  }
}

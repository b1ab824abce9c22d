import sql from 'sql-template-tag';
import type { Change } from '../../platform/change/change';
import { replaceParts } from '../../platform/change/parts';
import type { Transaction } from '../../platform/change/transaction';
import { DomainError } from '../../platform/errors';
import { type FuzzyDate, fuzzyDate } from '../../platform/fuzzy-date/fuzzy-date';
import { newId } from '../../platform/type-id';
import type { Writer } from '../record/commands.service';
import type { EvidenceRecorder } from '../record/evidence.service';
import { existing, existingActor } from '../record/targets.query';
import { Tenure } from './tenure.entity';
import type { TenureInput } from './tenure.input';

const FIELDS = ['person', 'position', 'from', 'to', 'isActing'];

export class TenureService {
  constructor(
    private readonly change: Change,
    private readonly writer: Writer,
    private readonly evidence: EvidenceRecorder,
  ) {}

  /** Adds an office to those a person held; answers with the tenure's id. */
  record(input: TenureInput, idempotencyKey?: string | null): Promise<string> {
    return this.change.run(this.writer.command('recordTenure', { input }, idempotencyKey), async (tx) => {
      if (input.id != null)
        throw new DomainError('BAD_USER_INPUT', 'id is for lists; change a tenure by amendActor', {
          field: 'id',
        });
      const person = await existingActor(tx, input.person, 'person', 'PERSON');
      if (person === null)
        throw new DomainError('BAD_USER_INPUT', 'person is needed to record a tenure', { field: 'person' });
      const { marking } = await tx.open(person, null, 'AMENDED', 'actor');
      const [last] = await tx.rows<{ ordinal: number }>(
        sql`SELECT coalesce(max(ordinal), -1) AS ordinal FROM tenure WHERE record_id = ${person}`,
      );
      const values = await tenureRow(tx, person, input);
      const row = tx.catalog.shape(Tenure).create({
        ...values,
        id: newId(),
        recordId: person,
        ordinal: Number(last?.ordinal ?? -1) + 1,
        marking,
      });
      await tx.insert(Tenure, [row]);
      await supportTenures(tx, this.evidence, person, [row.id], [input]);
      return row.id;
    });
  }
}

export function replaceTenures(
  tx: Transaction,
  person: { id: string; marking: number },
  tenures: readonly TenureInput[] | null | undefined,
): Promise<string[] | null> {
  return replaceParts(tx, person, tenures, {
    entity: Tenure,
    field: 'tenures',
    toRow: (item: TenureInput, path) => tenureRow(tx, person.id, item, path),
  });
}

/** Records what each tenure of a list brings along to support it. */
export async function supportTenures(
  tx: Transaction,
  evidence: EvidenceRecorder,
  recordId: string,
  ids: readonly string[] | null,
  tenures: readonly TenureInput[] | null | undefined,
): Promise<void> {
  for (const [index, id] of (ids ?? []).entries())
    await evidence.recordEvidence(
      tx,
      { recordId, type: 'actor', part: { id, type: 'tenure' }, lists: {}, fields: FIELDS },
      tenures?.[index]?.evidence,
    );
}

async function tenureRow(
  tx: Transaction,
  personId: string,
  input: TenureInput,
  path = '',
): Promise<Partial<Tenure>> {
  const at = (field: string) => (path === '' ? field : `${path}.${field}`);
  const named = await existingActor(tx, input.person, at('person'));
  if (named !== null && named !== personId)
    throw new DomainError(
      'BAD_USER_INPUT',
      `${at('person')} is another person; leave it out in the list of one`,
      { field: at('person') },
    );
  const from = input.from == null ? null : fuzzyDate(input.from, at('from'));
  const to = input.to == null ? null : fuzzyDate(input.to, at('to'));
  refuseBackwards(from, to, at('to'));
  const positionId = String(await existing(tx, 'position', input.position, at('position')));
  return { positionId, from, to, isActing: input.isActing ?? null };
}

/** Open and unknown bounds compare as SQL has them: `-infinity` and `infinity` as text lie on the right side of every day. */
function refuseBackwards(from: FuzzyDate | null, to: FuzzyDate | null, field: string): void {
  if (from?.earliest != null && to?.latest != null && to.latest < from.earliest)
    throw new DomainError('BAD_USER_INPUT', `${field} lies before from`, { field });
}

import type { Change } from '../../platform/change/change';
import { merge } from '../../platform/change/merge';
import type { Transaction } from '../../platform/change/transaction';
import { DomainError } from '../../platform/errors';
import { fuzzyDate } from '../../platform/fuzzy-date/fuzzy-date';
import { uuidOf } from '../../platform/type-id';
import type { AmendArgs } from '../record/command-args.input';
import type { Writer } from '../record/commands.service';
import { type EvidenceRecorder, listsOf } from '../record/evidence.service';
import { replaceNames } from '../record/name.service';
import { RowNumber } from '../record/record.entity';
import { existing, existingActor } from '../record/targets.query';
import { refuseLong } from '../record/wording.service';
import { Agreement } from './agreement.entity';
import type { AgreementActionInput, AgreementInput } from './agreement.input';
import { addActions } from './agreement-action.service';
import { replaceAgreementParts } from './agreement-parts.service';

const FIELDS = [
  'title',
  'number',
  'form',
  'isBinding',
  'ambit',
  'consentMode',
  'topics',
  'depositary',
  'registrations',
  'supersedes',
  'amends',
  'expectedBy',
  'parties',
  'actions',
  'names',
];

const MOST_REGISTRATIONS = 20;
const MOST_FIRST_ACTIONS = 1_000;

export class AgreementService {
  constructor(
    private readonly change: Change,
    private readonly writer: Writer,
    private readonly evidence: EvidenceRecorder,
  ) {}

  async record(input: AgreementInput, idempotencyKey?: string | null): Promise<string> {
    return this.change.run(this.writer.command('recordAgreement', { input }, idempotencyKey), (tx) =>
      this.recordIn(tx, input),
    );
  }

  async amend(
    { id, expectedVersion, reason, idempotencyKey }: AmendArgs,
    input: AgreementInput,
  ): Promise<string> {
    const uuid = uuidOf(id, 'agreement', 'id');
    const args = { id, expectedVersion, input, reason };
    const command = this.writer.command('amendAgreement', args, idempotencyKey, reason);
    if (input.actions != null)
      throw new DomainError(
        'BAD_USER_INPUT',
        'actions are given only when recording; add one by recordAgreementAction, withdraw one by retract',
        { field: 'actions' },
      );
    return this.change.run(command, async (tx) => {
      await tx.open(uuid, expectedVersion, 'AMENDED', 'agreement');
      const row = await tx.one(Agreement, uuid);
      if (!row) throw DomainError.notFound('Agreement', id);
      return this.#write(tx, row, input);
    });
  }

  async recordAction(
    agreement: string,
    input: AgreementActionInput,
    idempotencyKey?: string | null,
  ): Promise<string> {
    const command = this.writer.command('recordAgreementAction', { agreement, input }, idempotencyKey);
    return this.change.run(command, async (tx) => {
      const id = String(await existing(tx, 'agreement', agreement, 'agreement'));
      const { marking } = await tx.open(id, null, 'AMENDED', 'agreement');
      const [action] = await addActions(tx, this.evidence, { id, marking }, [input], null);
      return String(action);
    });
  }

  /** Records inside a transaction that somebody else began, as a load of many does. */
  async recordIn(tx: Transaction, input: AgreementInput, id?: string): Promise<string> {
    if (!input.parties?.length)
      throw new DomainError('BAD_USER_INPUT', 'An agreement names at least one party; give them as parties', {
        field: 'parties',
      });
    const marking = input.marking ?? (await this.evidence.strictestMarking(tx, input.evidence));
    const row = tx.catalog.shape(Agreement).create({
      id: tx.begin('agreement', marking, id),
      marking,
      number: RowNumber.ONE,
      registrations: [],
    } as Partial<Agreement>);
    return this.#write(tx, row, input, true);
  }

  async #write(tx: Transaction, row: Agreement, input: AgreementInput, isNew = false): Promise<string> {
    refuseLong(input.registrations, 'registrations', MOST_REGISTRATIONS);
    refuseLong(input.actions, 'actions', MOST_FIRST_ACTIONS);
    await merge(row, {
      title: { given: input.title },
      number: { given: input.number, fallback: RowNumber.ONE },
      form: { given: input.form },
      isBinding: { given: input.isBinding },
      ambit: { given: input.ambit },
      consentMode: { given: input.consentMode },
      depositaryId: {
        given: input.depositary,
        value: () => existingActor(tx, input.depositary, 'depositary'),
      },
      registrations: { given: input.registrations, fallback: [] },
      expectedBy: { given: input.expectedBy, value: () => fuzzyDate(input.expectedBy ?? {}, 'expectedBy') },
      marking: { given: input.marking, fallback: row.marking },
    });
    await (isNew ? tx.insert(Agreement, [row]) : tx.update(Agreement, [row]));
    const written = {
      parties: { type: 'agreement_party', ids: await replaceAgreementParts(tx, row, input) },
      actions: {
        type: 'agreement_action',
        ids: await addActions(tx, this.evidence, row, input.actions ?? [], 'actions'),
      },
      names: { type: 'name', ids: await replaceNames(tx, row, input.names) },
    };
    const evidenced = { recordId: row.id, type: 'agreement', lists: listsOf(written), fields: FIELDS };
    await this.evidence.recordEvidence(tx, evidenced, input.evidence);
    return row.id;
  }
}

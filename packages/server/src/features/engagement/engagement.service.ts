import type { Change } from '../../platform/change/change';
import { merge } from '../../platform/change/merge';
import type { Transaction } from '../../platform/change/transaction';
import { DomainError } from '../../platform/errors';
import { fold } from '../../platform/fold';
import { fuzzyDate } from '../../platform/fuzzy-date/fuzzy-date';
import { uuidOf } from '../../platform/type-id';
import { refuseOwnAncestor } from '../record/ancestry.service';
import type { AmendArgs } from '../record/command-args.input';
import type { Writer } from '../record/commands.service';
import { type EvidenceRecorder, listsOf } from '../record/evidence.service';
import { replaceNames } from '../record/name.service';
import { RowNumber } from '../record/record.entity';
import { existing, existingActor } from '../record/targets.query';
import { refuseMissing } from '../record/wording.service';
import { Engagement } from './engagement.entity';
import type { EngagementInput } from './engagement.input';
import { replaceEngagementParts } from './engagement-parts.service';
import { refuseUnsound } from './engagement-soundness.rule';

const FIELDS = [
  'kind',
  'status',
  'number',
  'title',
  'summary',
  'when',
  'place',
  'venueText',
  'venueOrganization',
  'mode',
  'series',
  'edition',
  'parent',
  'sequence',
  'participations',
  'agenda',
  'links',
  'names',
  'codes',
];

export class EngagementService {
  constructor(
    private readonly change: Change,
    private readonly writer: Writer,
    private readonly evidence: EvidenceRecorder,
  ) {}

  record(input: EngagementInput, idempotencyKey?: string | null): Promise<string> {
    const command = this.writer.command('recordEngagement', { input }, idempotencyKey);
    return this.change.run(command, (tx) => this.recordIn(tx, input));
  }

  amend({ id, expectedVersion, reason, idempotencyKey }: AmendArgs, input: EngagementInput): Promise<string> {
    const uuid = uuidOf(id, 'engagement', 'id');
    const args = { id, expectedVersion, input, reason };
    return this.change.run(
      this.writer.command('amendEngagement', args, idempotencyKey, reason),
      async (tx) => {
        await tx.open(uuid, expectedVersion, 'AMENDED', 'engagement');
        const row = await tx.one(Engagement, uuid);
        if (!row) throw DomainError.notFound('Engagement', id);
        return this.#write(tx, row, input, false);
      },
    );
  }

  /** Records inside a transaction that somebody else began, as the bulk form does. */
  async recordIn(tx: Transaction, input: EngagementInput, id?: string): Promise<string> {
    refuseMissing(input, ['kind', 'status'], 'an engagement');
    const marking = input.marking ?? (await this.evidence.strictestMarking(tx, input.evidence));
    const blank = { id: tx.begin('engagement', marking, id), marking, number: RowNumber.ONE };
    return this.#write(tx, tx.catalog.shape(Engagement).create(blank as Partial<Engagement>), input, true);
  }

  async #write(tx: Transaction, row: Engagement, input: EngagementInput, isNew: boolean): Promise<string> {
    refuseUnsound(input);
    await merge(row, {
      kind: { given: input.kind, fallback: row.kind },
      status: { given: input.status, fallback: row.status },
      number: { given: input.number, fallback: RowNumber.ONE },
      title: { given: input.title },
      summary: { given: input.summary },
      when: { given: input.when, value: () => fuzzyDate(input.when ?? {}, 'when') },
      placeId: { given: input.place, value: () => existing(tx, 'place', input.place, 'place') },
      venueText: { given: input.venueText },
      venueOrganizationId: {
        given: input.venueOrganization,
        value: () => existingActor(tx, input.venueOrganization, 'venueOrganization', 'ORGANIZATION'),
      },
      mode: { given: input.mode },
      series: { given: input.series },
      foldedSeries: { given: input.series, value: () => fold(String(input.series)) },
      edition: { given: input.edition },
      parentId: {
        given: input.parent,
        value: () => existing(tx, 'engagement', input.parent, 'parent'),
      },
      sequence: { given: input.sequence },
      marking: { given: input.marking, fallback: row.marking },
    });
    // What is new cannot be an ancestor yet.
    if (!isNew && input.parent != null) await refuseOwnAncestor(tx, 'engagement', row.id, row.parentId);
    await (isNew ? tx.insert(Engagement, [row]) : tx.update(Engagement, [row]));
    const written = {
      ...(await replaceEngagementParts(tx, row, input)),
      names: { type: 'name', ids: await replaceNames(tx, row, input.names) },
    };
    await this.evidence.recordEvidence(
      tx,
      { recordId: row.id, type: 'engagement', lists: listsOf(written), fields: FIELDS },
      input.evidence,
    );
    return row.id;
  }
}

import sql from 'sql-template-tag';
import type { Change } from '../../platform/change/change';
import { merge } from '../../platform/change/merge';
import type { Transaction } from '../../platform/change/transaction';
import { DomainError } from '../../platform/errors';
import { fold } from '../../platform/fold';
import { fuzzyDate } from '../../platform/fuzzy-date/fuzzy-date';
import { uuidOf } from '../../platform/type-id';
import type { Writer } from '../record/commands.service';
import { type EvidenceRecorder, listsOf } from '../record/evidence.service';
import { replaceNames } from '../record/name.service';
import { RowNumber } from '../record/record.entity';
import { existing, existingActor } from '../record/targets.query';
import { Engagement } from './engagement.entity';
import type { EngagementInput } from './engagement.input';
import { replaceEngagementParts } from './engagement-parts.service';

const FIELDS = [
  'kind', 'status', 'number', 'title', 'summary', 'when', 'place', 'venueText', 'venueOrganization', 'mode', 'series', 'edition', 'parent',
  'sequence', 'participations', 'agenda', 'links', 'names', 'codes',
];

export class EngagementService {
  constructor(
    private readonly change: Change,
    private readonly writer: Writer,
    private readonly evidence: EvidenceRecorder,
  ) {}

  async record(input: EngagementInput, idempotencyKey?: string | null): Promise<string> {
    return this.change.run(this.writer.command('recordEngagement', { input }, idempotencyKey), (tx) => this.recordIn(tx, input));
  }

  async amend(id: string, expectedVersion: number, input: EngagementInput, reason?: string | null, idempotencyKey?: string | null): Promise<string> {
    const uuid = uuidOf(id, 'engagement', 'id');
    const command = this.writer.command('amendEngagement', { id, expectedVersion, input, reason }, idempotencyKey, reason);
    return this.change.run(command, async (tx) => {
      await tx.open(uuid, expectedVersion, 'AMENDED', 'engagement');
      const row = await tx.one(Engagement, uuid);
      if (!row) throw DomainError.notFound('Engagement', id);
      return this.#write(tx, row, input);
    });
  }

  /** Records inside a transaction that somebody else began, as the bulk form does. */
  async recordIn(tx: Transaction, input: EngagementInput, id?: string): Promise<string> {
    for (const field of ['kind', 'status'] as const)
      if (input[field] == null) throw new DomainError('BAD_USER_INPUT', `${field} is needed to record an engagement`, { field });
    const marking = input.marking ?? (await this.evidence.strictestMarking(tx, input.evidence));
    const row = tx.catalog.shape(Engagement).create({ id: tx.begin('engagement', marking, id), marking, number: RowNumber.ONE } as Partial<Engagement>);
    return this.#write(tx, row, input);
  }

  async #write(tx: Transaction, row: Engagement, input: EngagementInput): Promise<string> {
    const isNew = row.kind === null;
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
      parentId: { given: input.parent, value: () => this.#parent(tx, row.id, String(input.parent)) },
      sequence: { given: input.sequence },
      marking: { given: input.marking, fallback: row.marking },
    });
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

  /** A parent may have a parent, but no engagement is its own ancestor. */
  async #parent(tx: Transaction, id: string, parent: string): Promise<string | null> {
    const parentId = await existing(tx, 'engagement', parent, 'parent');
    const ancestors = await tx.rows<{ id: string }>(
      sql`WITH RECURSIVE up(id) AS (SELECT ${parentId}::uuid UNION SELECT e.parent_id FROM up JOIN engagement e ON e.id = up.id WHERE e.parent_id IS NOT NULL)
          SELECT id FROM up`,
    );
    if (ancestors.some((ancestor) => ancestor.id === id))
      throw new DomainError('BAD_USER_INPUT', 'parent would make the engagement its own ancestor; name one that is not within it', { field: 'parent' });
    return parentId;
  }
}

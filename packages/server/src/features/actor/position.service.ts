import sql from 'sql-template-tag';
import type { Change } from '../../platform/change/change';
import { merge } from '../../platform/change/merge';
import type { Transaction } from '../../platform/change/transaction';
import { DomainError } from '../../platform/errors';
import { fold } from '../../platform/fold';
import { uuidOf } from '../../platform/type-id';
import type { AmendArgs } from '../record/command-args.input';
import type { Writer } from '../record/commands.service';
import type { EvidenceRecorder } from '../record/evidence.service';
import { Marking } from '../record/record.entity';
import { existingActor } from '../record/targets.query';
import { refuseMissing, refuseUnfit } from '../record/wording.service';
import { Actor, Organization, State } from './actor.entity';
import { Position } from './position.entity';
import type { PositionInput } from './position.input';

const FIELDS = ['title', 'organization', 'state', 'accreditedTo', 'level'];
const LONGEST_TITLE = 500;
const MOST_POSITIONS = 300;

export class PositionService {
  constructor(
    private readonly change: Change,
    private readonly writer: Writer,
    private readonly evidence: EvidenceRecorder,
  ) {}

  record(input: PositionInput, idempotencyKey?: string | null): Promise<string> {
    return this.change.run(this.writer.command('recordPosition', { input }, idempotencyKey), (tx) => {
      refuseMissing(input, ['title'], 'an office');
      const marking = input.marking ?? Marking.CLEAR;
      const row = tx.catalog.shape(Position).create({ id: tx.begin('position', marking), marking });
      return this.#write(tx, row, input, true);
    });
  }

  amend({ id, expectedVersion, reason, idempotencyKey }: AmendArgs, input: PositionInput): Promise<string> {
    const uuid = uuidOf(id, 'position', 'id');
    const command = this.writer.command(
      'amendPosition',
      { id, expectedVersion, input, reason },
      idempotencyKey,
      reason,
    );
    return this.change.run(command, async (tx) => {
      await tx.open(uuid, expectedVersion, 'AMENDED', 'position');
      const row = await tx.one(Position, uuid);
      if (!row) throw DomainError.notFound('Position', id);
      return this.#write(tx, row, input, false);
    });
  }

  async #write(tx: Transaction, row: Position, input: PositionInput, isNew: boolean): Promise<string> {
    if (input.title != null) refuseUnfit(input.title, 'title', LONGEST_TITLE);
    const former = row.organizationId ?? row.stateId;
    await merge(row, {
      title: { given: input.title, fallback: row.title },
      organizationId: {
        given: input.organization,
        value: () => existingActor(tx, input.organization, 'organization', 'ORGANIZATION'),
      },
      stateId: { given: input.state, value: () => existingActor(tx, input.state, 'state', 'STATE') },
      accreditedToId: { given: input.accreditedTo, value: () => receiver(tx, input.accreditedTo) },
      level: { given: input.level },
      marking: { given: input.marking, fallback: row.marking },
    });
    row.foldedTitle = fold(row.title);
    refuseNotOfOne(row);
    if ((row.organizationId ?? row.stateId) !== former) await refuseTooMany(tx, row);
    await (isNew ? tx.insert(Position, [row]) : tx.update(Position, [row]));
    await this.evidence.recordEvidence(
      tx,
      { recordId: row.id, type: 'position', lists: {}, fields: FIELDS },
      input.evidence,
    );
    return row.id;
  }
}

function refuseNotOfOne({ organizationId, stateId }: Position): void {
  if (organizationId === null && stateId === null)
    throw new DomainError(
      'BAD_USER_INPUT',
      'organization is needed, or state for an office of no organization',
      { field: 'organization' },
    );
  if (organizationId !== null && stateId !== null)
    throw new DomainError(
      'BAD_USER_INPUT',
      'state is for an office of no organization; leave it out, that of the organization counts',
      {
        field: 'state',
      },
    );
}

async function receiver(tx: Transaction, reference: string | null | undefined): Promise<string | null> {
  const id = await existingActor(tx, reference, 'accreditedTo');
  const actor = id === null ? null : await tx.one(Actor, id);
  if (actor !== null && !(actor instanceof State) && !(actor instanceof Organization))
    throw new DomainError('BAD_USER_INPUT', 'accreditedTo takes a state or an organization', {
      field: 'accreditedTo',
    });
  return id;
}

/** State.positions and Organization.positions are plain lists, so they are bounded here. */
async function refuseTooMany(tx: Transaction, { id, organizationId, stateId }: Position): Promise<void> {
  const [count] = await tx.rows<{ all: number }>(
    sql`SELECT count(*)::integer AS all FROM position p JOIN position_state s ON s.position_id = p.id
         WHERE p.retracted_at IS NULL AND p.id <> ${id}
           AND s.state_id = coalesce(${stateId}::uuid, (SELECT o.state_id FROM actor o WHERE o.id = ${organizationId}))`,
  );
  const [own] = await tx.rows<{ all: number }>(
    sql`SELECT count(*)::integer AS all FROM position WHERE organization_id = ${organizationId} AND retracted_at IS NULL AND id <> ${id}`,
  );
  if (Math.max(count?.all ?? 0, own?.all ?? 0) >= MOST_POSITIONS)
    throw new DomainError(
      'BAD_USER_INPUT',
      `It has ${MOST_POSITIONS} offices, which is as many as a state with its organizations can have`,
      {
        field: organizationId === null ? 'state' : 'organization',
      },
    );
}

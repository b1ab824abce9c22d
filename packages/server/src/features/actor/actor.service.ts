import type { Change } from '../../platform/change/change';
import { merge } from '../../platform/change/merge';
import type { Transaction } from '../../platform/change/transaction';
import { DomainError } from '../../platform/errors';
import { uuidOf } from '../../platform/type-id';
import { refuseOwnAncestor } from '../record/ancestry.service';
import type { AmendArgs } from '../record/command-args.input';
import type { Writer } from '../record/commands.service';
import { type EvidenceRecorder, listsOf } from '../record/evidence.service';
import { labelOf, replaceNames } from '../record/name.service';
import { Marking } from '../record/record.entity';
import { existingActor } from '../record/targets.query';
import { refuseTaken, tryAnewIfTaken } from '../record/uniqueness.service';
import { refuseMissing } from '../record/wording.service';
import {
  Actor,
  type ActorGroup,
  type ActorKind,
  type Organization,
  type Person,
  type State,
} from './actor.entity';
import type { ActorInput } from './actor.input';
import { refuseMalformedCodes, refuseMisfits } from './actor-kind.rule';
import { replaceMembers } from './group-member.service';
import { replaceTenures, supportTenures } from './tenure.service';

const FIELDS = [
  'kind',
  'names',
  'wikidataId',
  'parent',
  'iso2',
  'iso3',
  'region',
  'orgKind',
  'state',
  'seatState',
  'domain',
  'statedSize',
  'members',
  'tenures',
];

/** A row of the one table: what does not fit its kind is null. */
type ActorRow = State & Organization & Person & ActorGroup & { kind: ActorKind };

export class ActorService {
  constructor(
    private readonly change: Change,
    private readonly writer: Writer,
    private readonly evidence: EvidenceRecorder,
  ) {}

  record(input: ActorInput, idempotencyKey?: string | null): Promise<string> {
    return this.change.run(this.writer.command('recordActor', { input }, idempotencyKey), (tx) => {
      refuseMissing(input, ['kind', 'names'], 'an actor');
      const marking = input.marking ?? Marking.CLEAR;
      const blank = { id: tx.begin('actor', marking), marking, kind: input.kind };
      return this.#write(
        tx,
        tx.catalog.shape(Actor).create(blank as Partial<Actor>) as ActorRow,
        input,
        true,
      );
    });
  }

  amend({ id, expectedVersion, reason, idempotencyKey }: AmendArgs, input: ActorInput): Promise<string> {
    const uuid = uuidOf(id, 'actor', 'id');
    const command = this.writer.command(
      'amendActor',
      { id, expectedVersion, input, reason },
      idempotencyKey,
      reason,
    );
    return this.change.run(command, async (tx) => {
      await tx.open(uuid, expectedVersion, 'AMENDED', 'actor');
      const row = (await tx.one(Actor, uuid)) as ActorRow | null;
      if (!row) throw DomainError.notFound('Actor', id);
      if (input.kind != null && input.kind !== row.kind)
        throw new DomainError(
          'BAD_USER_INPUT',
          `kind is ${row.kind} and stays; record another actor and withdraw this one`,
          { field: 'kind' },
        );
      return this.#write(tx, row, input, false);
    });
  }

  async #write(tx: Transaction, row: ActorRow, input: ActorInput, isNew: boolean): Promise<string> {
    refuseMisfits(row.kind, input);
    refuseMalformedCodes(input);
    await merge(row, {
      wikidataId: { given: input.wikidataId },
      parentId: { given: input.parent, value: () => this.#parent(tx, row.id, input.parent) },
      iso2: { given: input.iso2 },
      iso3: { given: input.iso3 },
      region: { given: input.region },
      orgKind: { given: input.orgKind },
      stateId: { given: input.state, value: () => existingActor(tx, input.state, 'state', 'STATE') },
      seatStateId: {
        given: input.seatState,
        value: () => existingActor(tx, input.seatState, 'seatState', 'STATE'),
      },
      domain: { given: input.domain },
      statedSize: { given: input.statedSize },
      marking: { given: input.marking, fallback: row.marking },
    });
    await refuseTaken(tx, this.writer, 'actor', row, [
      { field: 'iso2', column: 'iso2', value: row.iso2 },
      { field: 'iso3', column: 'iso3', value: row.iso3 },
      { field: 'wikidataId', column: 'wikidata_id', value: row.wikidataId },
      { field: 'domain', column: 'domain', value: row.domain },
    ]);
    const names = await replaceNames(tx, row, input.names);
    row.label = await labelOf(tx, row);
    await tryAnewIfTaken(isNew ? tx.insert<Actor>(Actor, [row]) : tx.update<Actor>(Actor, [row]));
    const members = await replaceMembers(tx, row, input.members);
    const tenures = await replaceTenures(tx, row, input.tenures);
    const lists = listsOf({
      names: { type: 'name', ids: names },
      members: { type: 'group_member', ids: members },
      tenures: { type: 'tenure', ids: tenures },
    });
    await this.evidence.recordEvidence(
      tx,
      { recordId: row.id, type: 'actor', lists, fields: FIELDS },
      input.evidence,
    );
    await supportTenures(tx, this.evidence, row.id, tenures, input.tenures);
    return row.id;
  }

  async #parent(tx: Transaction, id: string, parent: string | null | undefined): Promise<string | null> {
    const parentId = await existingActor(tx, parent, 'parent');
    await refuseOwnAncestor(tx, 'actor', id, parentId);
    return parentId;
  }
}

import type { Change } from '../../platform/change/change';
import { merge } from '../../platform/change/merge';
import { replaceParts } from '../../platform/change/parts';
import type { Transaction } from '../../platform/change/transaction';
import { DomainError } from '../../platform/errors';
import { fuzzyDate } from '../../platform/fuzzy-date/fuzzy-date';
import { uuidOf } from '../../platform/type-id';
import type { AmendArgs } from '../record/command-args.input';
import type { Writer } from '../record/commands.service';
import { type EvidenceRecorder, listsOf } from '../record/evidence.service';
import { existing, existingActor } from '../record/targets.query';
import { refuseLong, refuseMissing } from '../record/wording.service';
import { ContextEvent, ContextEventActor } from './context-event.entity';
import type { ContextEventActorInput, ContextEventInput } from './context-event.input';

const FIELDS = ['kind', 'when', 'place', 'actors'];
const MOST_ACTORS = 100;

export class ContextEventService {
  constructor(
    private readonly change: Change,
    private readonly writer: Writer,
    private readonly evidence: EvidenceRecorder,
  ) {}

  record(input: ContextEventInput, idempotencyKey?: string | null): Promise<string> {
    return this.change.run(
      this.writer.command('recordContextEvent', { input }, idempotencyKey),
      async (tx) => {
        refuseMissing(input, ['kind'], 'a context event');
        const marking = input.marking ?? (await this.evidence.strictestMarking(tx, input.evidence));
        const row = tx.catalog
          .shape(ContextEvent)
          .create({ id: tx.begin('context_event', marking), marking });
        return this.#write(tx, row, input, true);
      },
    );
  }

  amend(
    { id, expectedVersion, reason, idempotencyKey }: AmendArgs,
    input: ContextEventInput,
  ): Promise<string> {
    const uuid = uuidOf(id, 'context_event', 'id');
    const command = this.writer.command(
      'amendContextEvent',
      { id, expectedVersion, input, reason },
      idempotencyKey,
      reason,
    );
    return this.change.run(command, async (tx) => {
      await tx.open(uuid, expectedVersion, 'AMENDED', 'context_event');
      const row = await tx.one(ContextEvent, uuid);
      if (!row) throw DomainError.notFound('Context event', id);
      return this.#write(tx, row, input, false);
    });
  }

  async #write(
    tx: Transaction,
    row: ContextEvent,
    input: ContextEventInput,
    isNew: boolean,
  ): Promise<string> {
    await merge(row, {
      kind: { given: input.kind, fallback: row.kind },
      when: { given: input.when, value: () => fuzzyDate(input.when ?? {}, 'when') },
      placeId: { given: input.place, value: () => existing(tx, 'place', input.place, 'place') },
      marking: { given: input.marking, fallback: row.marking },
    });
    await (isNew ? tx.insert(ContextEvent, [row]) : tx.update(ContextEvent, [row]));
    refuseLong(input.actors, 'actors', MOST_ACTORS);
    const actors = await replaceParts(tx, row, input.actors, {
      entity: ContextEventActor,
      field: 'actors',
      toRow: (item: ContextEventActorInput, path) => actorRow(tx, item, path),
    });
    await this.evidence.recordEvidence(
      tx,
      {
        recordId: row.id,
        type: 'context_event',
        lists: listsOf({ actors: { type: 'context_event_actor', ids: actors } }),
        fields: FIELDS,
      },
      input.evidence,
    );
    return row.id;
  }
}

async function actorRow(
  tx: Transaction,
  { actor, role }: ContextEventActorInput,
  path: string,
): Promise<Partial<ContextEventActor>> {
  return { actorId: String(await existingActor(tx, actor, `${path}.actor`)), role };
}

import type { Change } from '../../platform/change/change';
import { merge } from '../../platform/change/merge';
import type { Transaction } from '../../platform/change/transaction';
import { DomainError } from '../../platform/errors';
import { uuidOf } from '../../platform/type-id';
import type { AmendArgs } from '../record/command-args.input';
import type { Writer } from '../record/commands.service';
import { type EvidenceRecorder, listsOf } from '../record/evidence.service';
import { labelOf, replaceNames } from '../record/name.service';
import { Marking } from '../record/record.entity';
import { existingActor } from '../record/targets.query';
import { refuseMissing } from '../record/wording.service';
import { Place, PlaceResolution } from './place.entity';
import type { PlaceInput } from './place.input';

const FIELDS = ['names', 'resolution', 'country', 'geoNamesId', 'latitude', 'longitude'];

export class PlaceService {
  constructor(
    private readonly change: Change,
    private readonly writer: Writer,
    private readonly evidence: EvidenceRecorder,
  ) {}

  record(input: PlaceInput, idempotencyKey?: string | null): Promise<string> {
    return this.change.run(this.writer.command('recordPlace', { input }, idempotencyKey), (tx) => {
      refuseMissing(input, ['resolution', 'names'], 'a place');
      const marking = input.marking ?? Marking.CLEAR;
      const row = tx.catalog.shape(Place).create({ id: tx.begin('place', marking), marking });
      return this.#write(tx, row, input, true);
    });
  }

  amend({ id, expectedVersion, reason, idempotencyKey }: AmendArgs, input: PlaceInput): Promise<string> {
    const uuid = uuidOf(id, 'place', 'id');
    const command = this.writer.command(
      'amendPlace',
      { id, expectedVersion, input, reason },
      idempotencyKey,
      reason,
    );
    return this.change.run(command, async (tx) => {
      await tx.open(uuid, expectedVersion, 'AMENDED', 'place');
      const row = await tx.one(Place, uuid);
      if (!row) throw DomainError.notFound('Place', id);
      return this.#write(tx, row, input, false);
    });
  }

  async #write(tx: Transaction, row: Place, input: PlaceInput, isNew: boolean): Promise<string> {
    await merge(row, {
      resolution: { given: input.resolution, fallback: row.resolution },
      countryId: { given: input.country, value: () => existingActor(tx, input.country, 'country', 'STATE') },
      geoNamesId: { given: input.geoNamesId },
      latitude: { given: input.latitude },
      longitude: { given: input.longitude },
      marking: { given: input.marking, fallback: row.marking },
    });
    refuseNowhere(row);
    const names = await replaceNames(tx, row, input.names);
    row.label = await labelOf(tx, row);
    await (isNew ? tx.insert(Place, [row]) : tx.update(Place, [row]));
    await this.evidence.recordEvidence(
      tx,
      {
        recordId: row.id,
        type: 'place',
        lists: listsOf({ names: { type: 'name', ids: names } }),
        fields: FIELDS,
      },
      input.evidence,
    );
    return row.id;
  }
}

function refuseNowhere({ latitude, longitude, resolution, countryId, geoNamesId }: Place): void {
  const refuse = (field: string, why: string) =>
    new DomainError('BAD_USER_INPUT', `${field} ${why}`, { field });
  if (latitude !== null && Math.abs(latitude) > 90) throw refuse('latitude', 'is from -90 to 90 degrees');
  if (longitude !== null && Math.abs(longitude) > 180)
    throw refuse('longitude', 'is from -180 to 180 degrees');
  if ((latitude === null) !== (longitude === null))
    throw refuse(latitude === null ? 'latitude' : 'longitude', 'is missing; a point needs both, or neither');
  if (geoNamesId !== null && geoNamesId < 1) throw refuse('geoNamesId', 'is a positive number');
  if (resolution === PlaceResolution.REGION && countryId !== null)
    throw refuse(
      'country',
      'does not fit a REGION, which is of several countries; take ADMIN for a part of one',
    );
}

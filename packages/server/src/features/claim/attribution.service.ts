import type { Transaction } from '../../platform/change/transaction';
import { DomainError } from '../../platform/errors';
import type { AttributionInput } from '../record/evidence.input';
import { existing, existingActor, existingTenure } from '../record/targets.query';
import type { Attribution } from './attribution.entity';
import type { Pointer } from './known-records.service';

export type AttributionSketch = Pick<
  Attribution,
  'order' | 'kind' | 'speakerId' | 'tenureId' | 'descriptor' | 'referencedSourceId'
>;

const MOST_STEPS = 20;

export async function attributionDrafts(
  tx: Transaction,
  attributions: readonly AttributionInput[] | null | undefined,
  path: string,
): Promise<AttributionSketch[]> {
  return Promise.all(
    (attributions ?? []).map((each, index) => attributionDraft(tx, each, `${path}.${index}`)),
  );
}

async function attributionDraft(
  tx: Transaction,
  input: AttributionInput,
  path: string,
): Promise<AttributionSketch> {
  const { order = 1, kind, speaker, tenure, descriptor, referencedSource } = input;
  const refuse = (field: string, why: string): never => {
    throw new DomainError('BAD_USER_INPUT', `${path}.${field} ${why}`, { field: `${path}.${field}` });
  };
  if (order < 1 || order > MOST_STEPS)
    refuse('order', `counts the steps from 1, nearest the source, to ${MOST_STEPS}`);
  if (speaker == null && tenure == null && referencedSource == null && !descriptor?.trim())
    refuse('speaker', 'is needed, or a tenure, a referencedSource or, for somebody unnamed, a descriptor');
  const [speakerId, held, referencedSourceId] = await Promise.all([
    existingActor(tx, speaker, `${path}.speaker`),
    existingTenure(tx, tenure, `${path}.tenure`),
    existing(tx, 'source', referencedSource, `${path}.referencedSource`),
  ]);
  if (speakerId !== null && held !== null && held.personId !== speakerId)
    refuse('tenure', 'is held by another than speaker; give one of the two');
  return {
    order,
    kind,
    // Whoever speaks in an office is the one who holds it.
    speakerId: speakerId ?? held?.personId ?? null,
    tenureId: held?.id ?? null,
    descriptor: descriptor ?? null,
    referencedSourceId,
  };
}

export function pointersOfAttributions(drafts: readonly AttributionSketch[], path: string): Pointer[] {
  return drafts.flatMap(({ speakerId, tenureId, referencedSourceId }, index) => [
    ...(speakerId === null ? [] : [{ id: speakerId, type: 'actor', field: `${path}.${index}.speaker` }]),
    ...(tenureId === null ? [] : [{ id: tenureId, type: 'tenure', field: `${path}.${index}.tenure` }]),
    ...(referencedSourceId === null
      ? []
      : [{ id: referencedSourceId, type: 'source', field: `${path}.${index}.referencedSource` }]),
  ]);
}

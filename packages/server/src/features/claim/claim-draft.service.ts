import type { Transaction } from '../../platform/change/transaction';
import { DomainError } from '../../platform/errors';
import { uuidOf } from '../../platform/type-id';
import type { ClaimInput } from '../record/evidence.input';
import type { Evidenced } from '../record/evidence.service';
import { refuseLong } from '../record/wording.service';
import { type AttributionSketch, attributionDrafts, pointersOfAttributions } from './attribution.service';
import { fieldsOfPart, pointersOf, settled, type TargetDraft, targetDrafts } from './claim-target.service';
import { type TargetSketch, targetsOfPaths } from './evidence-path.rule';
import { KnownRecords } from './known-records.service';

/** A claim as an input gives it. `path` is where it stands; empty where it is the input. */
export interface GivenClaim {
  input: ClaimInput;
  path: string;
  /** The record that the claim's input stands in. */
  evidenced?: Evidenced;
  /** A fixed id, such as of a demo record. */
  id?: string;
}

/** A claim whose references are found. */
export interface ClaimDraft extends GivenClaim {
  at: (field: string) => string;
  sourceId: string | null;
  restsOn: string[];
  targets: TargetSketch[];
  attributions: AttributionSketch[];
}

const MOST_TARGETS = 50;
const MOST_PASSAGES = 50;
const MOST_ATTRIBUTIONS = 20;
const MOST_RELATIONS = 100;

/** Finds everything that claims point at; in a fixed number of statements, whatever their number. */
export async function draftClaims(
  tx: Transaction,
  given: readonly GivenClaim[],
): Promise<{ drafts: ClaimDraft[]; known: KnownRecords }> {
  const open = await Promise.all(given.map((claim) => draftOf(tx, claim)));
  const known = await KnownRecords.of(
    tx,
    open.flatMap(({ draft, named }) => [
      ...(draft.sourceId === null || draft.sourceId === draft.evidenced?.recordId
        ? []
        : [{ id: draft.sourceId, type: 'source', field: draft.at('source') }]),
      ...draft.restsOn.map((id, index) => ({ id, type: 'claim', field: draft.at(`restsOn.${index}`) })),
      ...pointersOf(named),
      ...pointersOfAttributions(draft.attributions, draft.at('attributions')),
    ]),
  );
  for (const { draft, named } of open) draft.targets.push(...named.map((target) => settled(target, known)));
  return { drafts: open.map(({ draft }) => draft), known };
}

async function draftOf(
  tx: Transaction,
  given: GivenClaim,
): Promise<{ draft: ClaimDraft; named: TargetDraft[] }> {
  const { input, path, evidenced } = given;
  const at = (field: string) => (path === '' ? field : `${path}.${field}`);
  refuseLong(input.targets, at('targets'), MOST_TARGETS);
  refuseLong(input.passages, at('passages'), MOST_PASSAGES);
  refuseLong(input.attributions, at('attributions'), MOST_ATTRIBUTIONS);
  refuseLong(input.restsOn, at('restsOn'), MOST_RELATIONS);
  if (!evidenced && input.fields != null)
    throw new DomainError(
      'BAD_USER_INPUT',
      `${at('fields')} is for evidence inside another input; here name targets`,
      {
        field: at('fields'),
      },
    );
  const own = evidenced
    ? targetsOfPaths(
        evidenced,
        input.fields,
        (type) => fieldsOfPart(tx, type),
        (index) => at(`fields.${index}`),
      )
    : [];
  const restsOn = [
    ...new Set((input.restsOn ?? []).map((id, index) => uuidOf(id, 'claim', at(`restsOn.${index}`)))),
  ];
  const [named, attributions] = await Promise.all([
    targetDrafts(tx, input.targets, at('targets')),
    attributionDrafts(tx, input.attributions, at('attributions')),
  ]);
  refuseLong([...own, ...named], at('targets'), MOST_TARGETS);
  return {
    draft: { ...given, at, sourceId: sourceOf(given, at), restsOn, targets: own, attributions },
    named,
  };
}

/** What supports a source's own fields stands in that source, unless another is named. */
function sourceOf({ input, evidenced }: GivenClaim, at: (field: string) => string): string | null {
  if (input.source != null) return uuidOf(input.source, 'source', at('source'));
  return evidenced?.type === 'source' && !input.restsOn?.length ? evidenced.recordId : null;
}

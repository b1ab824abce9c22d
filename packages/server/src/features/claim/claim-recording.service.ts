import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/change/transaction';
import { DomainError } from '../../platform/errors';
import { fuzzyDate } from '../../platform/fuzzy-date/fuzzy-date';
import { newId, uuidOf } from '../../platform/type-id';
import { Modality, Polarity, Predicate, Standing, TargetRole } from '../record/claim-terms.entity';
import type { ClaimInput } from '../record/evidence.input';
import type { Evidenced, EvidenceRecorder } from '../record/evidence.service';
import { lookUp } from '../record/evidence-lookup.service';
import { Marking } from '../record/record.entity';
import { type PassageRequest, writePassages } from '../source/passage.service';
import { SourceKind } from '../source/source.entity';
import { Attribution } from './attribution.entity';
import { Claim } from './claim.entity';
import { type ClaimDraft, draftClaims, type GivenClaim } from './claim-draft.service';
import { ClaimPassage } from './claim-passage.entity';
import { ClaimRelationKind } from './claim-relation.entity';
import { addRelations, openClaims } from './claim-relation.service';
import { refuseUnsound } from './claim-soundness.rule';
import { ClaimTarget } from './claim-target.entity';
import type { KnownRecords } from './known-records.service';

/** What a claim must know of its source. */
export interface SourceFacts {
  id: string;
  kind: SourceKind;
  marking: number;
}

/** Records claims, many at a time: what stands inside another input, and what is recorded by itself. */
export class ClaimRecorder implements EvidenceRecorder {
  async recordEvidence(
    tx: Transaction,
    evidenced: Evidenced,
    evidence: readonly ClaimInput[] | null | undefined,
  ): Promise<void> {
    await this.recordMany(
      tx,
      (evidence ?? []).map((input, index) => ({ input, path: `evidence.${index}`, evidenced })),
    );
  }

  /** Claims recorded together in a transaction that somebody else began; their ids, in order. */
  async recordMany(tx: Transaction, given: readonly GivenClaim[]): Promise<string[]> {
    if (given.length === 0) return [];
    const { drafts, known } = await draftClaims(tx, given);
    const sources = await sourceFacts(
      tx,
      drafts.flatMap((draft) => draft.sourceId ?? []),
    );
    for (const draft of drafts) refuseUnsound(sketchOf(draft, sources), draft.at);
    await openClaims(
      tx,
      drafts.flatMap((draft) => draft.restsOn),
    );
    const rows = drafts.map((draft) => rowOf(tx, draft, sources, known));
    const passages = await passagesOf(tx, drafts);
    await tx.insert(Claim, rows);
    await this.#insertParts(tx, drafts, rows, passages);
    await addRelations(
      tx,
      drafts.flatMap(({ restsOn, at }, index) =>
        restsOn.map((fromId, place) => ({
          fromId,
          toId: String(rows[index]?.id),
          kind: ClaimRelationKind.SUPPORTS,
          note: null,
          field: at(`restsOn.${place}`),
        })),
      ),
    );
    return rows.map((row) => row.id);
  }

  async #insertParts(
    tx: Transaction,
    drafts: readonly ClaimDraft[],
    claims: readonly Claim[],
    passages: string[][],
  ): Promise<void> {
    const of = <T>(items: (index: number) => readonly T[]) =>
      claims.flatMap((claim, index) =>
        items(index).map((item, ordinal) => ({
          ...item,
          id: newId(),
          recordId: claim.id,
          ordinal,
          marking: claim.marking,
        })),
      );
    await tx.insert(
      ClaimTarget,
      of((index) => drafts[index]?.targets ?? []).map((row) => tx.catalog.shape(ClaimTarget).create(row)),
    );
    await tx.insert(
      ClaimPassage,
      of((index) => (passages[index] ?? []).map((passageId) => ({ passageId }))).map((row) =>
        tx.catalog.shape(ClaimPassage).create(row),
      ),
    );
    await tx.insert(
      Attribution,
      of((index) => drafts[index]?.attributions ?? []).map((row) =>
        tx.catalog.shape(Attribution).create(row),
      ),
    );
  }

  async strictestMarking(
    tx: Transaction,
    evidence: readonly ClaimInput[] | null | undefined,
  ): Promise<number> {
    const claims = evidence ?? [];
    const ids = claims.flatMap(({ source, restsOn }, index) => [
      ...(source == null ? [] : [uuidOf(source, 'source', `evidence.${index}.source`)]),
      ...(restsOn ?? []).map((id, place) => uuidOf(id, 'claim', `evidence.${index}.restsOn.${place}`)),
    ]);
    const given = Math.max(Marking.CLEAR, ...claims.map((claim) => claim.marking ?? Marking.CLEAR));
    if (ids.length === 0) return given;
    const found = await lookUp(tx, 'markings', ids, async (keys) => {
      const rows = await tx.rows<{ id: string; marking: number }>(
        sql`SELECT id, marking FROM record WHERE id = ANY(${[...new Set(keys)]}::uuid[])`,
      );
      const byId = new Map(rows.map((row) => [row.id, row.marking]));
      return keys.map((id) => byId.get(id) ?? Marking.CLEAR);
    });
    return Math.max(given, ...found);
  }
}

export async function sourceFacts(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, SourceFacts>> {
  const found = await lookUp(tx, 'sources of claims', [...new Set(ids)], async (keys) => {
    const rows = await tx.rows<SourceFacts>(
      sql`SELECT id, kind, marking FROM source WHERE id = ANY(${[...new Set(keys)]}::uuid[])`,
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    return keys.map((id) => byId.get(id) ?? null);
  });
  return new Map(found.flatMap((facts) => (facts === null ? [] : [[facts.id, facts]])));
}

function sketchOf(
  { input, sourceId, targets, restsOn }: ClaimDraft,
  sources: ReadonlyMap<string, SourceFacts>,
) {
  const subjects = targets.filter((target) => target.role === TargetRole.SUBJECT);
  return {
    predicate: input.predicate ?? Predicate.SUPPORTS_RECORD,
    statement: input.statement ?? null,
    value: input.value ?? null,
    gap: input.gap ?? null,
    priority: input.priority ?? null,
    hasSource: sourceId !== null,
    isFromDatasetRow: sourceId !== null && sources.get(sourceId)?.kind === SourceKind.DATASET_ROW,
    subjects: subjects.length,
    namesField: subjects.some((target) => target.field !== null),
    passages: input.passages?.length ?? 0,
    restsOn: restsOn.length,
  };
}

function rowOf(
  tx: Transaction,
  { input, at, id, sourceId, restsOn }: ClaimDraft,
  sources: ReadonlyMap<string, SourceFacts>,
  known: KnownRecords,
): Claim {
  const least =
    sourceId === null
      ? Math.max(...restsOn.map((each) => known.markingOf(each)))
      : (sources.get(sourceId)?.marking ?? 0);
  const marking = markingOf(input.marking, least, sourceId !== null, at('marking'));
  return tx.catalog.shape(Claim).create({
    id: tx.begin('claim', marking, id),
    marking,
    clearance: marking,
    sourceId,
    predicate: input.predicate ?? Predicate.SUPPORTS_RECORD,
    statement: String(input.statement),
    modality: input.modality ?? Modality.ASSERTED,
    polarity: input.polarity ?? Polarity.POSITIVE,
    value: input.value ?? null,
    gap: input.gap ?? null,
    direction: input.direction ?? null,
    priority: input.priority ?? null,
    valid: input.valid == null ? null : fuzzyDate(input.valid, at('valid')),
    credibility: input.credibility ?? null,
    standing: input.standing ?? Standing.NORMAL,
  });
}

/** What a claim says must be kept at least as close as where it says so. */
export function markingOf(
  given: Marking | null | undefined,
  least: number,
  hasSource: boolean,
  field: string,
): Marking {
  if (given == null) return least;
  if (given >= least) return given;
  const whose = hasSource ? 'its source' : 'the claims it rests on';
  throw new DomainError(
    'BAD_USER_INPUT',
    `${field} is below that of ${whose}, ${Marking[least]}; leave it out or give ${Marking[least]} or a stricter one`,
    { field },
  );
}

/** The passages of each claim, each once. */
async function passagesOf(tx: Transaction, drafts: readonly ClaimDraft[]): Promise<string[][]> {
  const requests = drafts.map(({ input, sourceId, at }): PassageRequest[] =>
    (input.passages ?? []).map((passage, index) => ({
      sourceId: String(sourceId),
      input: passage,
      path: at(`passages.${index}`),
    })),
  );
  const ids = await writePassages(tx, requests.flat());
  const left = [...ids];
  return requests.map((own) => [...new Set(left.splice(0, own.length))]);
}

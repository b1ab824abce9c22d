import { type Gap, Modality, Polarity, Predicate, Standing } from '../record/claim-terms.entity';

/** A live claim on a record, a part or a field of it. */
export interface Evidence {
  claimId: string;
  partId: string | null;
  partType: string | null;
  field: string | null;
  predicate: Predicate;
  modality: Modality;
  polarity: Polarity;
  standing: Standing;
  gap: Gap | null;
  value: string | null;
}

const STANDINGS = Object.values(Standing);
const MODALITIES = Object.values(Modality);

/** The best first: by standing, then by the force of what is said, our own readings last. */
export function byForce(one: Evidence, other: Evidence): number {
  const rank = ({ standing, modality }: Evidence) =>
    STANDINGS.indexOf(standing) * 100 + MODALITIES.indexOf(modality);
  return rank(one) - rank(other);
}

/** A denial supports nothing, and that something is withheld does not say how surely the rest is known. */
function supporting(evidence: readonly Evidence[]): Evidence[] {
  return evidence.filter(({ polarity, gap }) => polarity === Polarity.POSITIVE && gap === null);
}

const supportsRecord = ({ predicate }: Evidence) => predicate === Predicate.SUPPORTS_RECORD;

function best(evidence: readonly Evidence[]): Modality | null {
  return [...evidence].sort(byForce)[0]?.modality ?? null;
}

/** How surely a record is said: by what is said of it or its fields, else of its parts. */
export function modalityOfRecord(evidence: readonly Evidence[]): Modality | null {
  const own = supporting(evidence).filter((each) => each.partId === null && supportsRecord(each));
  const parts = [...new Set(evidence.flatMap(({ partId }) => partId ?? []))];
  return best(own) ?? bestOf(parts.map((partId) => ofPart(evidence, partId)));
}

/** Of parts, what evidence proper says goes before what a claim of another sort proves by the way. */
function bestOf(parts: readonly Evidence[][]): Modality | null {
  const all = parts.flat();
  return best(all.filter(supportsRecord)) ?? best(all);
}

/** A claim of any sort proves the spelling that it uses. */
function ofPart(evidence: readonly Evidence[], partId: string): Evidence[] {
  return supporting(evidence).filter((each) => each.partId === partId);
}

export function modalityOfPart(evidence: readonly Evidence[], partId: string): Modality | null {
  return bestOf([ofPart(evidence, partId)]);
}

/** How surely a field holds what it holds: a claim that gives another value does not support it. */
export function modalityOfField(evidence: readonly Evidence[], field: string): Modality | null {
  return best(
    supporting(evidence).filter(
      (each) => each.partId === null && each.field === field && each.value === null && supportsRecord(each),
    ),
  );
}

const MOST = 50;
const MOST_CLAIMS = 20;

export interface FoundAbsence {
  field: string;
  kind: Gap;
  claimIds: string[];
}

export interface FoundReading {
  field: string;
  value: string;
  modality: Modality;
  claimId: string;
}

/** Why fields are empty or lists short, each reason once, with who says so. `pathOf` names a field of a part. */
export function absencesIn(
  evidence: readonly Evidence[],
  pathOf: (each: Evidence) => string,
): FoundAbsence[] {
  const found = new Map<string, FoundAbsence>();
  for (const each of [...evidence].sort(byForce)) {
    if (
      each.gap === null ||
      each.field === null ||
      !supportsRecord(each) ||
      each.polarity !== Polarity.POSITIVE
    )
      continue;
    const field = pathOf(each);
    const absence = found.get(`${field} ${each.gap}`) ?? { field, kind: each.gap, claimIds: [] };
    if (absence.claimIds.length < MOST_CLAIMS) absence.claimIds.push(each.claimId);
    found.set(`${field} ${each.gap}`, absence);
  }
  return inOrderOfFields([...found.values()]);
}

/** Values that claims give beside the fields. */
export function readingsIn(
  evidence: readonly Evidence[],
  pathOf: (each: Evidence) => string,
): FoundReading[] {
  return inOrderOfFields(
    [...evidence]
      .sort(byForce)
      .filter((each) => each.field !== null && supportsRecord(each) && supporting([each]).length > 0)
      .flatMap((each) =>
        each.value === null
          ? []
          : [{ field: pathOf(each), value: each.value, modality: each.modality, claimId: each.claimId }],
      ),
  );
}

function inOrderOfFields<T extends { field: string }>(found: T[]): T[] {
  return found.sort((a, b) => (a.field < b.field ? -1 : a.field > b.field ? 1 : 0)).slice(0, MOST);
}

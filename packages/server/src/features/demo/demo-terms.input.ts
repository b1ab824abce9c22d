import type { FuzzyDateInput } from '../../platform/fuzzy-date/fuzzy-date';
import type { ClaimRelationKind } from '../claim/claim-relation.entity';
import type { AttributionKind, Direction, Gap, Modality, Predicate } from '../record/claim-terms.entity';

/**
 * A record or part by its symbolic name, a field of it behind a dot: `E1.when`. States go by their ISO 3166-1 code, topics by their slug.
 */
export type Target = string | { unnamed: string };

/** Somebody who speaks in a source, nearer than whom there is nobody: no chain in these articles is longer than one step. */
export interface DemoSpeaker {
  kind: `${AttributionKind}`;
  actor?: string;
  unnamed?: string;
  /** The text that the article refers to. */
  source?: string;
}

/** One claim of an article; what is left out is null, or the usual. */
export interface DemoClaim {
  id: string;
  /** Usually SUPPORTS_RECORD. */
  predicate?: `${Predicate}`;
  statement: string;
  /** Usually ASSERTED. */
  modality?: `${Modality}`;
  subject: readonly Target[];
  object?: readonly Target[];
  against?: readonly Target[];
  beneficiary?: readonly Target[];
  topic?: readonly Target[];
  context?: readonly Target[];
  passages: readonly string[];
  speakers?: readonly DemoSpeaker[];
  value?: string;
  gap?: `${Gap}`;
  direction?: `${Direction}`;
  priority?: number;
  valid?: FuzzyDateInput;
}

/** From code point, to code point (exclusive), SHA-256 of what stands between. */
export type DemoPassage = readonly [start: number, end: number, hash: string];

/** An article whose text may not be kept: offsets and hashes stand for it. */
export interface DemoArticle {
  id: string;
  dateline: string;
  contentHash: string;
  passages: Readonly<Record<string, DemoPassage>>;
  /** Those of the passages that are section headings. Their words are the article's, so only `attach-text` can fill them in. */
  headings: readonly string[];
  claims: readonly DemoClaim[];
}

/** A sentence of a note; one that holds a claim says which of the article's claims it restates, in its own words. */
export interface NoteSentence {
  text: string;
  claim?: { id: string; statement: string; restates: readonly string[] };
}

/** Our own account of an article. Its text may be kept and shown. */
export interface DemoNote {
  id: string;
  title: string;
  article: string;
  paragraphs: readonly (readonly NoteSentence[])[];
}

export interface DemoRelation {
  from: string;
  kind: `${ClaimRelationKind}`;
  to: string;
  note?: string;
}

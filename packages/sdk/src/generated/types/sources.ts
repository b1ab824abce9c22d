// Generated from schema.graphql and operations/*.graphql by `pnpm --filter @entente/sdk run generate`. Do not edit.
import type { ActorRef, Affiliation, ClaimInput, DateTime, Evidence, FuzzyDateFilter, FuzzyDateInput, Marking, Modality, PassageInput, Predicate, RecordFrame, Reliability, When } from './common.js';

/** A source repeated. */
export type SourceCitationInput = {
  /** Which one. */
  cites: string;
  /** Of one that is kept. */
  id?: string | null;
  /** How. */
  kind: SourceCitationKind;
};

/** How a source repeats another. */
export const SourceCitationKind = {
  /** As a row made from it. */
  DATASET_ROW_OF: 'DATASET_ROW_OF',
  /** In part. */
  EXTRACT: 'EXTRACT',
  /** In other words, by a coder. */
  PARAPHRASE: 'PARAPHRASE',
  /** Word for word. */
  REPRINT: 'REPRINT',
  /** In another language. */
  TRANSLATION: 'TRANSLATION'
} as const;
export type SourceCitationKind = (typeof SourceCitationKind)[keyof typeof SourceCitationKind] | (string & {});

/** Which sources. */
export type SourceFilter = {
  /** Of outlets of these affiliations. */
  affiliation?: Array<Affiliation> | null;
  /** Changed after this instant. */
  changedSince?: DateTime | null;
  /** Whether another source repeats or refers to it. */
  isCited?: boolean | null;
  /** Held, or only referred to. */
  isHeld?: boolean | null;
  /** Only withdrawn ones, or only those that stand. */
  isRetracted?: boolean | null;
  /** Of these kinds. */
  kind?: Array<SourceKind> | null;
  /** In these languages. */
  language?: Array<string> | null;
  /** With these markings. */
  marking?: Array<Marking> | null;
  /** Published then. */
  published?: FuzzyDateFilter | null;
  /** Of these publishers. */
  publisher?: Array<ActorRef> | null;
  /** Of outlets of this grade or a better one. */
  reliabilityAtLeast?: Reliability | null;
  /** Repeating one of these. */
  repeats?: Array<string> | null;
  /** Found there. */
  url?: string | null;
};

/** A source. */
export type SourceInput = {
  /** The byline, verbatim. */
  author?: string | null;
  /** SHA-256 of the text, if it may not be held. */
  contentHash?: string | null;
  /** Place or agency at its head, verbatim. */
  dateline?: string | null;
  /** What supports its own fields, such as the dateline. */
  evidence?: Array<ClaimInput> | null;
  /** Absent: true. */
  isHeld?: boolean | null;
  /** Needed when recording. */
  kind?: SourceKind | null;
  /** Its language, BCP 47. Example: `en`. */
  language?: string | null;
  /** With whom it may be shared. Absent: CLEAR. */
  marking?: Marking | null;
  /** Passages read that hold no fact; only when recording. */
  passages?: Array<PassageInput> | null;
  /** When it was published. */
  published?: FuzzyDateInput | null;
  /** Who published or issued it. */
  publisher?: ActorRef | null;
  /** What it wholly repeats. */
  repeats?: Array<SourceCitationInput> | null;
  /** When it was fetched. */
  retrievedAt?: DateTime | null;
  /** Terms of use. */
  rights?: string | null;
  /** The text, if it may be held; only when recording. */
  text?: string | null;
  /** Its headline. */
  title?: string | null;
  /** Where it was found. */
  url?: string | null;
};

/** Sorts of source. */
export const SourceKind = {
  /** A coder's own account of what another source says. */
  CODER_NOTE: 'CODER_NOTE',
  /** A row of a dataset. */
  DATASET_ROW: 'DATASET_ROW',
  /** An interview. */
  INTERVIEW: 'INTERVIEW',
  /** A news article. */
  NEWS_ARTICLE: 'NEWS_ARTICLE',
  /** A statement of a government organ. */
  OFFICIAL_STATEMENT: 'OFFICIAL_STATEMENT',
  /** Anything else. */
  OTHER: 'OTHER',
  /** A post on a social medium. */
  SOCIAL_POST: 'SOCIAL_POST',
  /** The text of an agreement. */
  TREATY_TEXT: 'TREATY_TEXT'
} as const;
export type SourceKind = (typeof SourceKind)[keyof typeof SourceKind] | (string & {});

/** Orders of sources. */
export const SourceOrder = {
  /** Latest change first. */
  LAST_CHANGED: 'LAST_CHANGED',
  /** Most cited first. */
  MOST_CITED: 'MOST_CITED',
  /** Latest publication first. */
  NEWEST: 'NEWEST',
  /** Earliest publication first. */
  OLDEST: 'OLDEST'
} as const;
export type SourceOrder = (typeof SourceOrder)[keyof typeof SourceOrder] | (string & {});

/** A source in a list. */
export interface SourceSummary {
  /** Its type and UUIDv7. Example: `engagement_01h455vb4pex5vsknk084sn02q`. */
  id: string;
  /** A short name to show, never empty. */
  label: string;
  /** Counts its changes and those of its parts, from 1; give it as expectedVersion. */
  version: number;
  /** With whom it may be shared. */
  marking: Marking;
  /** When it was last changed. */
  changedAt: DateTime;
  /** What sort. */
  kind: SourceKind;
  /** Its headline. */
  title: string | null;
  /** The byline, verbatim. */
  author: string | null;
  /** Where it was found. */
  url: string | null;
  /** Its language, BCP 47. Example: `en`. */
  language: string | null;
  /** Whether it was read here; false: another source refers to it. */
  isHeld: boolean;
  /** When it was published. */
  published: When | null;
  /** The outlet, or the organ that issued it. */
  publisher: {
    id: string;
    label: string;
    /** An outlet's web domain. Example: `example.org`. */
    domain: string | null;
    /** The grade as an outlet on a day; null if never graded. */
    reliability: Reliability | null;
    /** Whose outlet it is on a day; null if no source says. */
    affiliation: Affiliation | null;
  } | null;
}

/** A source with what it repeats, as recording and amending answer it. Its text is read by `text`. */
export interface SourceRecord extends RecordFrame {
  /** What sort. */
  kind: SourceKind;
  /** Its headline. */
  title: string | null;
  /** The byline, verbatim. */
  author: string | null;
  /** Where it was found. */
  url: string | null;
  /** When it was fetched. */
  retrievedAt: DateTime | null;
  /** Its language, BCP 47. Example: `en`. */
  language: string | null;
  /** Place or agency at its head, verbatim. Example: `Doha, Qatar –`. */
  dateline: string | null;
  /** Under what terms its text may be kept and shown. */
  rights: string | null;
  /** Whether it was read here; false: another source refers to it. */
  isHeld: boolean;
  /** SHA-256 of the text, hexadecimal; null if never held. */
  contentHash: string | null;
  /** When it was published. */
  published: When | null;
  /** The outlet, or the organ that issued it. */
  publisher: {
    id: string;
    label: string;
    /** An outlet's web domain. Example: `example.org`. */
    domain: string | null;
    /** The grade as an outlet on a day; null if never graded. */
    reliability: Reliability | null;
    /** Whose outlet it is on a day; null if no source says. */
    affiliation: Affiliation | null;
  } | null;
  /** Sources that it wholly repeats (at most 20). */
  repeats: Array<{
    id: string;
    /** How. */
    kind: SourceCitationKind;
    /** The one repeated. */
    cites: {
      id: string;
      label: string;
    } | null;
  }>;
}

/** A source whole: what it repeats, what repeats it, and the claims made in it. Its text is read by `text`. */
export interface SourceDetail extends SourceRecord {
  /** Sources that repeat it, or refer to it in a claim. */
  citedBy: {
    /** The page. */
    nodes: Array<{
      id: string;
      label: string;
      /** What sort. */
      kind: SourceKind;
    }>;
    /** Where the page ends. */
    pageInfo: {
      /** Whether more follows. */
      hasNextPage: boolean;
    };
  };
  /** The claims made in it; `claims` are those about it. */
  statements: {
    /** The page. */
    nodes: Array<Evidence>;
    /** Where the page ends. */
    pageInfo: {
      /** Whether more follows. */
      hasNextPage: boolean;
    };
  };
}

/** The text of a source. */
export interface SourceText {
  /** Its type and UUIDv7. Example: `engagement_01h455vb4pex5vsknk084sn02q`. */
  id: string;
  /** SHA-256 of the text, hexadecimal; null if never held. */
  contentHash: string | null;
  /** The whole text, if held and you may read it. */
  text: string | null;
}

/** A passage, with the claims that rest on it. */
export interface PassageSummary {
  /** Its type and UUIDv7. Example: `engagement_01h455vb4pex5vsknk084sn02q`. */
  id: string;
  /** The exact text, misprints kept; null where it may not be shown. */
  quote: string | null;
  /** SHA-256 of the exact text. */
  quoteHash: string;
  /** What stands before it. */
  prefix: string | null;
  /** What stands after it. */
  suffix: string | null;
  /** Where it begins, in Unicode code points from 0. */
  start: number;
  /** Where it ends, exclusive. */
  end: number;
  /** The section heading above it. */
  heading: string | null;
  /** What it supports (at most 50); empty where it was read and holds no fact. */
  claims: Array<{
    id: string;
    /** What sort of proposition. */
    predicate: Predicate;
    /** It in our words. */
    statement: string;
    /** How surely it, or one field, is said; null if no claim supports that. Of a claim: the force its last speaker gives it. */
    modality: Modality | null;
  }>;
}

/** What `getSource` takes. */
export interface GetSourceVariables {
  /** Begins with `source_`. */
  id: string;
}

/** What `listSources` takes. */
export interface ListSourcesVariables {
  /** Which ones. Absent: all. */
  filter?: SourceFilter | null;
  /** In which order. */
  orderBy?: SourceOrder | null;
}

/** What `getSourceAsOf` takes. */
export interface GetSourceAsOfVariables {
  /** What was recorded later is left out. */
  recordedAt: DateTime;
  /** Begins with `source_`. */
  id: string;
}

/** What `getSourceText` takes. */
export interface GetSourceTextVariables {
  /** Begins with `source_`. */
  id: string;
}

/** What `listSourcePassages` takes. */
export interface ListSourcePassagesVariables {
  /** Begins with `source_`. */
  id: string;
  /** Only those on which claims rest, or do not. */
  hasClaims?: boolean | null;
}

/** What `recordSource` takes. */
export interface RecordSourceVariables {
  /** What to record. */
  input: SourceInput;
}

/** What `amendSource` takes. */
export interface AmendSourceVariables {
  /** Which one. */
  id: string;
  /** The version you have seen; another current one is a CONFLICT that carries it. */
  expectedVersion: number;
  /** What changes. */
  input: SourceInput;
  /** Why, for the history. */
  reason?: string | null;
}

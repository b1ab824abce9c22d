// Generated from schema.graphql and operations/*.graphql by `pnpm --filter @entente/sdk run generate`. Do not edit.
import type { ActorLink, ActorRef, ClaimInput, Credibility, DateTime, Dimension, Direction, Evidence, EvidenceFilter, FuzzyDateFilter, Gap, Marking, Modality, Polarity, Predicate, RecordRef, Standing, TargetRole, TopicRef, WarningCode } from './common.js';

/** Which claims. */
export type ClaimFilter = {
  /** All of these. */
  and?: Array<ClaimFilter> | null;
  /** Naming all of these, in any role; offices and organizations count for their state. */
  between?: Array<ActorRef> | null;
  /** Changed after this instant. */
  changedSince?: DateTime | null;
  /** Of this grade or a better one. */
  credibilityAtLeast?: Credibility | null;
  /** Moving so. */
  direction?: Array<Direction> | null;
  /** Resting on this. */
  evidence?: EvidenceFilter | null;
  /** With this gap. */
  gap?: Array<Gap> | null;
  /** Naming any of these, in any role. */
  involving?: Array<ActorRef> | null;
  /** Whether still holding. */
  isOpen?: boolean | null;
  /** Only withdrawn ones, or only those that stand. */
  isRetracted?: boolean | null;
  /** Objectives stated, or ascribed. */
  isStated?: boolean | null;
  /** With these markings. */
  marking?: Array<Marking> | null;
  /** Of these modalities. */
  modality?: Array<Modality> | null;
  /** Not this. */
  not?: ClaimFilter | null;
  /** One of these. */
  or?: Array<ClaimFilter> | null;
  /** Said, or denied. */
  polarity?: Array<Polarity> | null;
  /** Of these predicates. */
  predicate?: Array<Predicate> | null;
  /** At one end of such a relation. */
  relation?: Array<ClaimRelationKind> | null;
  /** Made in one of these. */
  source?: Array<string> | null;
  /** Attributed to one of these. */
  speaker?: Array<ActorRef> | null;
  /** Of these standings. */
  standing?: Array<Standing> | null;
  /** With one of these as SUBJECT. */
  subject?: Array<RecordRef> | null;
  /** With such a target. */
  target?: ClaimTargetFilter | null;
  /** On one of these, or a narrower topic. */
  topics?: Array<TopicRef> | null;
  /** Holding then. */
  valid?: FuzzyDateFilter | null;
  /** With this value. Example: `STRAINED`. */
  value?: Array<string> | null;
};

/** Orders of claims. */
export const ClaimOrder = {
  /** By source and place in it. */
  IN_TEXT: 'IN_TEXT',
  /** Latest change first. */
  LAST_CHANGED: 'LAST_CHANGED',
  /** Standing, then credibility, then reliability. */
  MOST_CREDIBLE: 'MOST_CREDIBLE',
  /** Latest publication first. */
  NEWEST: 'NEWEST',
  /** Earliest publication first. */
  OLDEST: 'OLDEST',
  /** Earliest validity first. */
  VALID_FROM: 'VALID_FROM'
} as const;
export type ClaimOrder = (typeof ClaimOrder)[keyof typeof ClaimOrder] | (string & {});

/** Which relations. */
export type ClaimRelationFilter = {
  /** Where either claim targets one of these. */
  about?: Array<RecordRef> | null;
  /** Whether the sources are of different publishers; an unknown publisher counts as different from that of another source. */
  acrossPublishers?: boolean | null;
  /** Where the two claims together name all of these. */
  between?: Array<ActorRef> | null;
  /** Of these kinds. */
  kind?: Array<ClaimRelationKind> | null;
};

/** How one claim stands to another. */
export type ClaimRelationInput = {
  /** This claim */
  from: string;
  /** stands so to */
  kind: ClaimRelationKind;
  /** Why. */
  note?: string | null;
  /** that one. */
  to: string;
};

/** How one claim stands to another. */
export const ClaimRelationKind = {
  /** Both cannot be true. */
  CONTRADICTS: 'CONTRADICTS',
  /** It puts it right. */
  CORRECTS: 'CORRECTS',
  /** It gives it another meaning. */
  REFRAMES: 'REFRAMES',
  /** It takes it back. */
  RETRACTS: 'RETRACTS',
  /** It says the same, or is a ground of it. */
  SUPPORTS: 'SUPPORTS'
} as const;
export type ClaimRelationKind = (typeof ClaimRelationKind)[keyof typeof ClaimRelationKind] | (string & {});

/** Which targets. */
export type ClaimTargetFilter = {
  /** This field. */
  field?: string | null;
  /** These parts. */
  part?: Array<string> | null;
  /** These records. */
  record?: Array<RecordRef> | null;
  /** In these roles. */
  role?: Array<TargetRole> | null;
};

/** A claim in a list: with its evidence, since a claim is nothing without. */
export interface ClaimSummary extends Evidence {
  /** Counts its changes and those of its parts, from 1; give it as expectedVersion. */
  version: number;
  /** With whom it may be shared. */
  marking: Marking;
  /** When it was last changed. */
  changedAt: DateTime;
  /** Whether what it says is rising. */
  direction: Direction | null;
  /** Rank among one holder's objectives; 1 is the top goal. */
  priority: number | null;
  /** Whether `valid` has not ended. An obstacle is open until then. */
  isOpen: boolean;
  /** Of an objective: stated by its holder or its organs (true), or ascribed (false); else null. */
  isStated: boolean | null;
  /** Admiralty code of the information; null if not graded. */
  credibility: Credibility | null;
  /** Whether preferred among rivals. */
  standing: Standing;
}

/** A claim whole, and how others stand to it. */
export interface ClaimDetail extends ClaimSummary {
  /** A short name to show, never empty. */
  label: string;
  /** When it was first recorded. */
  recordedAt: DateTime;
  /** The account or importer that recorded it. */
  recordedBy: string;
  /** Its withdrawal; null if it stands. */
  retraction: {
    /** When. */
    at: DateTime;
    /** The account or importer. */
    by: string;
    /** Why. */
    reason: string;
  } | null;
  /** Oddities in it (at most 20). */
  warnings: Array<{
    /** Which oddity. */
    code: WarningCode;
    /** It in words, with the values concerned. */
    message: string;
    /** The field concerned, if one. */
    field: string | null;
  }>;
  /** Independent origins of all that supports it (at most 100). */
  origins: Array<{
    /** Who speaks there. */
    speaker: ActorLink | null;
    /** The text; null if only the speaker is known. */
    source: {
      id: string;
      label: string;
    } | null;
    /** Sources that carry it (at most 50). */
    via: Array<{
      id: string;
      label: string;
    }>;
  }>;
  /** Its relations from and to other claims (at most 100). */
  relations: Array<RelationSummary>;
}

/** How one claim stands to another. */
export interface RelationSummary {
  /** Its type and UUIDv7. Example: `engagement_01h455vb4pex5vsknk084sn02q`. */
  id: string;
  /** stands so to */
  kind: ClaimRelationKind;
  /** Why. */
  note: string | null;
  /** How surely it is said, by its best live claim; null if none supports it. */
  modality: Modality | null;
  /** From the publication of the earlier to that of the later. */
  delay: {
    /** At least so many days; null if unbounded. */
    minimum: number | null;
    /** At most so many days; null if unbounded. */
    maximum: number | null;
  } | null;
  /** This claim */
  from: RelatedClaim;
  /** that one. */
  to: RelatedClaim;
}

/** A claim at one end of a relation. */
export interface RelatedClaim {
  /** Its type and UUIDv7. Example: `engagement_01h455vb4pex5vsknk084sn02q`. */
  id: string;
  /** What sort of proposition. */
  predicate: Predicate;
  /** It in our words. */
  statement: string;
  /** How surely it, or one field, is said; null if no claim supports that. Of a claim: the force its last speaker gives it. */
  modality: Modality | null;
  /** Where it is said; null for an inference of ours that rests on other claims. */
  source: {
    id: string;
    label: string;
    /** The outlet, or the organ that issued it. */
    publisher: {
      id: string;
      label: string;
    } | null;
  } | null;
  /** Its ground in the source (at most 50). */
  passages: Array<{
    id: string;
    /** The exact text, misprints kept; null where it may not be shown. */
    quote: string | null;
  }>;
}

/** What `getClaim` takes. */
export interface GetClaimVariables {
  /** Begins with `claim_`. */
  id: string;
}

/** What `listClaims` takes. */
export interface ListClaimsVariables {
  /** Which ones. Absent: all. */
  filter?: ClaimFilter | null;
  /** In which order. */
  orderBy?: ClaimOrder | null;
}

/** What `groupClaims` takes. */
export interface GroupClaimsVariables {
  /** Up to 3 that fit this set. None gives one row. */
  by: Array<Dimension>;
  /** Which ones. Absent: all. */
  filter?: ClaimFilter | null;
  /** Rows for empty periods too. */
  fillEmpty?: boolean | null;
  /** At most 1000. */
  top?: number | null;
}

/** What `listClaimsAsOf` takes. */
export interface ListClaimsAsOfVariables {
  /** What was recorded later is left out. */
  recordedAt: DateTime;
  /** Which ones. Absent: all. */
  filter?: ClaimFilter | null;
  /** In which order. */
  orderBy?: ClaimOrder | null;
}

/** What `listClaimRelations` takes. */
export interface ListClaimRelationsVariables {
  /** Which ones. Absent: all. */
  filter?: ClaimRelationFilter | null;
}

/** What `recordClaim` takes. */
export interface RecordClaimVariables {
  /** What is said, by whom, of what. */
  input: ClaimInput;
}

/** What `amendClaim` takes. */
export interface AmendClaimVariables {
  /** Which one. */
  id: string;
  /** The version you have seen; another current one is a CONFLICT that carries it. */
  expectedVersion: number;
  /** What changes. */
  input: ClaimInput;
  /** Why, for the history. */
  reason?: string | null;
}

/** What `relateClaims` takes. */
export interface RelateClaimsVariables {
  /** The two claims and how they stand. */
  input: ClaimRelationInput;
}

// Generated from schema.graphql and operations/*.graphql by `pnpm --filter @entente/sdk run generate`. Do not edit.
import type { ActorKind, ActorLink, ActorRef, AgreementSummary, ContextEventSummary, DateTime, Direction, EngagementSummary, Evidence, FuzzyDateFilter, TargetRole } from './common.js';

/** Which pairs. */
export type RelationshipFilter = {
  /** With so many engagements or more. */
  engagementsAtLeast?: number | null;
  /** With or without any agreement. */
  hasAgreements?: boolean | null;
  /** With any of these. */
  involving?: Array<ActorRef> | null;
  /** Between actors of these kinds. */
  kind?: Array<ActorKind> | null;
  /** Moving so over five years. */
  trend?: Direction | null;
  /** Looking only at engagements then. */
  when?: FuzzyDateFilter | null;
};

/** Orders of pairs. */
export const RelationshipOrder = {
  /** Most engagements first. */
  MOST_ENGAGEMENTS: 'MOST_ENGAGEMENTS',
  /** Steepest trend first. */
  STEEPEST_RISE: 'STEEPEST_RISE'
} as const;
export type RelationshipOrder = (typeof RelationshipOrder)[keyof typeof RelationshipOrder] | (string & {});

/** All that is known between two actors: the latest engagements, agreements and measures, and who else is named. */
export interface RelationshipDetail {
  /** `relationship_` and the two ids, sorted. */
  id: string;
  /** Both names. Example: `Iraq – Qatar`. */
  label: string;
  /** The two. */
  actors: Array<ActorLink>;
  /** Where both took part. */
  engagements: {
    /** The page. */
    nodes: Array<EngagementSummary>;
    /** Where the page ends. */
    pageInfo: {
      /** Whether more follows. */
      hasNextPage: boolean;
    };
    /** How many in the whole set; costs only when asked for. */
    totalCount: number;
  };
  /** Agreements between them. */
  agreements: {
    /** The page. */
    nodes: Array<AgreementSummary>;
    /** Where the page ends. */
    pageInfo: {
      /** Whether more follows. */
      hasNextPage: boolean;
    };
    /** How many in the whole set; costs only when asked for. */
    totalCount: number;
  };
  /** Context events that name both, also through a group. */
  contextEvents: {
    /** The page. */
    nodes: Array<ContextEventSummary>;
    /** Where the page ends. */
    pageInfo: {
      /** Whether more follows. */
      hasNextPage: boolean;
    };
    /** How many in the whole set; costs only when asked for. */
    totalCount: number;
  };
  /** Claims that name both. */
  phases: {
    /** The page. */
    nodes: Array<Evidence>;
    /** Where the page ends. */
    pageInfo: {
      /** Whether more follows. */
      hasNextPage: boolean;
    };
  };
  /** Claims that name both. */
  claims: {
    /** How many in the whole set; costs only when asked for. */
    totalCount: number;
  };
  /** Who else those claims name, the most often named first (at most 100). */
  thirdParties: Array<{
    /** In what roles. */
    roles: Array<TargetRole>;
    /** In how many claims. */
    claimCount: number;
    /** Who. */
    actor: ActorLink;
  }>;
}

/** A pair of actors in a list. */
export interface RelationshipSummary {
  /** `relationship_` and the two ids, sorted. */
  id: string;
  /** Both names. Example: `Iraq – Qatar`. */
  label: string;
  /** By how many engagements a year they become more each year; below 0: fewer. */
  engagementTrend: number;
  /** The two. */
  actors: Array<ActorLink>;
  /** Where both took part. */
  engagements: {
    /** How many in the whole set; costs only when asked for. */
    totalCount: number;
  };
}

/** What `getRelationship` takes. */
export interface GetRelationshipVariables {
  /** Exactly two actors, in any order. */
  between: Array<ActorRef>;
}

/** What `listRelationships` takes. */
export interface ListRelationshipsVariables {
  /** Which ones. Absent: all. */
  filter?: RelationshipFilter | null;
  /** In which order. */
  orderBy?: RelationshipOrder | null;
}

/** What `getRelationshipAsOf` takes. */
export interface GetRelationshipAsOfVariables {
  /** What was recorded later is left out. */
  recordedAt: DateTime;
  /** Exactly two actors. */
  between: Array<ActorRef>;
}

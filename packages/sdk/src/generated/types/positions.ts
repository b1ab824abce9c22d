// Generated from schema.graphql and operations/*.graphql by `pnpm --filter @entente/sdk run generate`. Do not edit.
import type { ActorLink, ActorRef, ClaimInput, Evidence, Level, Marking, RecordFrame, TenureSummary } from './common.js';

/** An office. */
export type PositionInput = {
  /** The receiver, of an ambassador. */
  accreditedTo?: ActorRef | null;
  /** What supports it. */
  evidence?: Array<ClaimInput> | null;
  /** How high it stands. */
  level?: Level | null;
  /** With whom it may be shared. Absent: CLEAR. */
  marking?: Marking | null;
  /** Where it is. */
  organization?: ActorRef | null;
  /** Whose it is, if of no organization. One of the two is needed. */
  state?: ActorRef | null;
  /** Needed when recording. */
  title?: string | null;
};

/** An office without its holders, as recording and amending answer it. */
export interface PositionRecord extends RecordFrame {
  /** Example: `Undersecretary`. */
  title: string;
  /** How high it stands. */
  level: Level | null;
  /** Where the office is. */
  organization: {
    id: string;
    label: string;
  } | null;
  /** Whose office it is, if of no organization. */
  state: {
    id: string;
    label: string;
    /** ISO 3166-1 alpha-2; null where there is none, as for former states. Example: `QA`. */
    iso2: string | null;
  } | null;
  /** The receiving state or organization, of an ambassador. */
  accreditedTo: ActorLink | null;
}

/** An office whole: who held it, and what is said of it. */
export interface PositionDetail extends PositionRecord {
  /** Who held it, the latest first. */
  tenures: {
    /** The page. */
    nodes: Array<TenureSummary>;
    /** Where the page ends. */
    pageInfo: {
      /** Whether more follows. */
      hasNextPage: boolean;
    };
  };
  /** Claims that target it, its parts or its fields, in any role. */
  claims: {
    /** The page. */
    nodes: Array<Evidence>;
    /** Where the page ends. */
    pageInfo: {
      /** Whether more follows. */
      hasNextPage: boolean;
    };
  };
}

/** What `getPosition` takes. */
export interface GetPositionVariables {
  /** Begins with `position_`. */
  id: string;
}

/** What `recordPosition` takes. */
export interface RecordPositionVariables {
  /** What to record. */
  input: PositionInput;
}

/** What `amendPosition` takes. */
export interface AmendPositionVariables {
  /** Which one. */
  id: string;
  /** The version you have seen; another current one is a CONFLICT that carries it. */
  expectedVersion: number;
  /** What changes. */
  input: PositionInput;
  /** Why, for the history. */
  reason?: string | null;
}

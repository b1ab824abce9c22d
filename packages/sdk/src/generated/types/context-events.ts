// Generated from schema.graphql and operations/*.graphql by `pnpm --filter @entente/sdk run generate`. Do not edit.
import type { ActorLink, ActorRef, ClaimInput, ContextEventKind, ContextEventRole, DateTime, Evidence, FuzzyDateFilter, FuzzyDateInput, Marking, Modality, RecordFrame, When } from './common.js';

/** An actor in it. */
export type ContextEventActorInput = {
  /** Who. */
  actor: ActorRef;
  /** Of one that is kept. */
  id?: string | null;
  /** In what role. */
  role: ContextEventRole;
};

/** Which context events. */
export type ContextEventFilter = {
  /** Changed after this instant. */
  changedSince?: DateTime | null;
  /** With any of these, also as a member of a group, or through an organization, that is named. */
  involving?: Array<ActorRef> | null;
  /** Measures, or circumstances. */
  isMeasure?: boolean | null;
  /** Only withdrawn ones, or only those that stand. */
  isRetracted?: boolean | null;
  /** Of these kinds. */
  kind?: Array<ContextEventKind> | null;
  /** Going on then. */
  when?: FuzzyDateFilter | null;
};

/** A measure or circumstance. */
export type ContextEventInput = {
  /** Who. */
  actors?: Array<ContextEventActorInput> | null;
  /** What supports it and its parts. */
  evidence?: Array<ClaimInput> | null;
  /** Needed when recording. */
  kind?: ContextEventKind | null;
  /** With whom it may be shared. Absent: that of its strictest evidence. */
  marking?: Marking | null;
  /** Where. */
  place?: string | null;
  /** From when to when. */
  when?: FuzzyDateInput | null;
};

/** A context event with its actors, as recording and amending answer it. */
export interface ContextEventRecord extends RecordFrame {
  /** What sort. */
  kind: ContextEventKind;
  /** Whether somebody imposed it. */
  isMeasure: boolean;
  /** From when to when. Example: `2017/`, end unknown. */
  when: When | null;
  /** Where. */
  place: {
    id: string;
    label: string;
  } | null;
  /** Who imposed it, and whom it touches (at most 100). */
  actors: Array<{
    id: string;
    /** In what role. */
    role: ContextEventRole;
    /** How surely it is said, by its best live claim; null if none supports it. */
    modality: Modality | null;
    /** Who. */
    actor: ActorLink | null;
  }>;
}

/** A context event whole, with what is said of it. */
export interface ContextEventDetail extends ContextEventRecord {
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

/** What `getContextEvent` takes. */
export interface GetContextEventVariables {
  /** Begins with `context_event_`. */
  id: string;
}

/** What `listContextEvents` takes. */
export interface ListContextEventsVariables {
  /** Which ones. Absent: all. */
  filter?: ContextEventFilter | null;
}

/** What `listContextEventsAsOf` takes. */
export interface ListContextEventsAsOfVariables {
  /** What was recorded later is left out. */
  recordedAt: DateTime;
  /** Which ones. Absent: all. */
  filter?: ContextEventFilter | null;
}

/** What `recordContextEvent` takes. */
export interface RecordContextEventVariables {
  /** What to record. */
  input: ContextEventInput;
}

/** What `amendContextEvent` takes. */
export interface AmendContextEventVariables {
  /** Which one. */
  id: string;
  /** The version you have seen; another current one is a CONFLICT that carries it. */
  expectedVersion: number;
  /** What changes. */
  input: ContextEventInput;
  /** Why, for the history. */
  reason?: string | null;
}

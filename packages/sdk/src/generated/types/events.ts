// Generated from schema.graphql and operations/*.graphql by `pnpm --filter @entente/sdk run generate`. Do not edit.
import type { ActorRef, AgreementStatus, Change, Credibility, Cursor, DateTime, EngagementKind, Level, Marking, TopicRef } from './common.js';

/** Which events. Conditions look at the record before and after. */
export type EventFilter = {
  /** Agreements now of these statuses. */
  agreementStatus?: Array<AgreementStatus> | null;
  /** All of these. */
  and?: Array<EventFilter> | null;
  /** With all of these. */
  between?: Array<ActorRef> | null;
  /** With these changes. */
  change?: Array<Change> | null;
  /** Claims of this grade or a better one. */
  credibilityAtLeast?: Credibility | null;
  /** Engagements of these kinds. */
  engagementKind?: Array<EngagementKind> | null;
  /** With any of these. */
  involving?: Array<ActorRef> | null;
  /** Engagements of this level or a higher one. */
  levelAtLeast?: Level | null;
  /** Not this. */
  not?: EventFilter | null;
  /** One of these. */
  or?: Array<EventFilter> | null;
  /** Resting on sources of these. */
  publishers?: Array<ActorRef> | null;
  /** Of these records. */
  record?: Array<string> | null;
  /** Of these types. */
  recordType?: Array<RecordType> | null;
  /** Resting on these sources. */
  sources?: Array<string> | null;
  /** On these topics. */
  topics?: Array<TopicRef> | null;
};

/** The types of record. */
export const RecordType = {
  /** State, Organization, Person or ActorGroup. */
  ACTOR: 'ACTOR',
  /** Agreement. */
  AGREEMENT: 'AGREEMENT',
  /** Claim. */
  CLAIM: 'CLAIM',
  /** ContextEvent. */
  CONTEXT_EVENT: 'CONTEXT_EVENT',
  /** Engagement. */
  ENGAGEMENT: 'ENGAGEMENT',
  /** Place. */
  PLACE: 'PLACE',
  /** Position. */
  POSITION: 'POSITION',
  /** Source. */
  SOURCE: 'SOURCE',
  /** Topic. */
  TOPIC: 'TOPIC'
} as const;
export type RecordType = (typeof RecordType)[keyof typeof RecordType] | (string & {});

/** Where a stream begins. */
export const StreamStart = {
  /** With the oldest event kept. */
  EARLIEST: 'EARLIEST',
  /** With what happens from now on. */
  LATEST: 'LATEST',
  /** With the records as they are, then with what happens. */
  SNAPSHOT: 'SNAPSHOT'
} as const;
export type StreamStart = (typeof StreamStart)[keyof typeof StreamStart] | (string & {});

/** What a change means for a filter and a reader. */
export const Transition = {
  /** New in the log and in the filter. */
  CREATED: 'CREATED',
  /** Withdrawn or erased. */
  DELETED: 'DELETED',
  /** Came in, by a change or a lowered marking. */
  ENTERED: 'ENTERED',
  /** Went out, by a change or a raised marking. */
  LEFT: 'LEFT',
  /** Was in, is in. */
  UPDATED: 'UPDATED'
} as const;
export type Transition = (typeof Transition)[keyof typeof Transition] | (string & {});

/** A record as far as all are alike: what changed, or what is there. */
export interface StreamedRecord {
  /** Which type it is. */
  __typename: 'ActorGroup' | 'Agreement' | 'Claim' | 'ContextEvent' | 'Engagement' | 'Organization' | 'Person' | 'Place' | 'Position' | 'Source' | 'State' | 'Topic';
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
  /** Its withdrawal; null if it stands. */
  retraction: {
    /** When. */
    at: DateTime;
    /** The account or importer. */
    by: string;
    /** Why. */
    reason: string;
  } | null;
}

/** One change, as an entry of the event log. */
export interface ChangeEvent {
  /** Stable over all transports and retries. */
  id: string;
  /** What changed. */
  recordType: RecordType;
  /** Which one. */
  recordId: string;
  /** Its version after the change. */
  recordVersion: number;
  /** What happened. */
  change: Change;
  /** Fields and parts that changed. */
  changed: Array<string>;
  /** The changed values before; see schemaVersion. */
  before: unknown | null;
  /** The changed values after. */
  after: unknown | null;
  /** When it was committed. */
  at: DateTime;
  /** The account or importer. */
  by: string;
  /** Why, if said. */
  reason: string | null;
  /** Of `before` and `after`; additive within a number. */
  schemaVersion: number;
}

/** A change and the record as it is now. */
export interface RecordEvent extends ChangeEvent {
  /** The record as it is now, for you; null if gone or hidden. */
  record: StreamedRecord | null;
}

/** One frame of the stream. */
export type AnyEventFrame = {
  /** To be saved once the frame is dealt with; of one clearance. */
  cursor: Cursor;
} & (
  | {
    /** Which type it is. */
    __typename: 'AgreementStatusChange' | 'EngagementChange' | 'SnapshotEnd';
  }
  | {
    /** Which type it is. */
    __typename: 'Checkpoint';
    /** How far behind the log this stream is. */
    lagMs: number;
    /** The server's clock. */
    serverTime: DateTime;
  }
  | {
    /** Which type it is. */
    __typename: 'EventDelivered';
    /** What it means for the filter. */
    transition: Transition;
    /** The event. */
    event: RecordEvent;
  }
  | {
    /** Which type it is. */
    __typename: 'SnapshotItem';
    /** The record. */
    record: StreamedRecord;
  }
);

/** An event and its position in the log. */
export interface EventAtPosition {
  /** Its position, for your clearance. */
  cursor: Cursor;
  /** What it means for the filter. */
  transition: Transition;
  /** The event. */
  node: RecordEvent;
}

/** Where the log begins and ends, for you. */
export interface EventBounds {
  /** After the latest event of the log, whatever the filter; `first: 0` asks for this alone. */
  head: Cursor;
  /** Before the oldest event kept (90 days). */
  oldest: Cursor;
}

/** What `events` takes. */
export interface EventsVariables {
  /** Absent: all you may see. */
  filter?: EventFilter | null;
}

/** What `listEvents` takes. */
export interface ListEventsVariables {
  /** Absent: all you may see. */
  filter?: EventFilter | null;
}

/** What `getEventBounds` takes. */
export interface GetEventBoundsVariables {
}

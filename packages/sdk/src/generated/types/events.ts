// Generated from schema.graphql and operations/*.graphql by `pnpm --filter @entente/sdk run generate`. Do not edit.
import type { ChangeEvent, Cursor, DateTime, EventFilter, Marking, Transition } from './common.js';

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

// Generated from schema.graphql and operations/*.graphql by `pnpm --filter @entente/sdk run generate`. Do not edit.
import type { Change, DateTime, Marking, Modality, NameInput, NameKind, RecordRef } from './common.js';

/** Any record or part, as far as all of them are alike. */
export type AnyRecord = {
  /** Its type and UUIDv7. Example: `engagement_01h455vb4pex5vsknk084sn02q`. */
  id: string;
} & (
  | {
    /** Which type it is. */
    __typename: 'ActorGroup' | 'Agreement' | 'Claim' | 'ContextEvent' | 'Engagement' | 'Organization' | 'Person' | 'Place' | 'Position' | 'Source' | 'State' | 'Topic';
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
  | {
    /** Which type it is. */
    __typename: 'AgendaItem' | 'AgreementAction' | 'AgreementParty' | 'ClaimRelation' | 'Commitment' | 'ContextEventActor' | 'EngagementLink' | 'GroupMember' | 'ImplementationReport' | 'Name' | 'OutletAssessment' | 'Participation' | 'SourceCitation' | 'Tenure';
    /** With whom it may be shared; never below its record. */
    marking: Marking;
    /** How surely it is said, by its best live claim; null if none supports it. */
    modality: Modality | null;
  }
  | {
    /** Which type it is. */
    __typename: 'Attribution' | 'ClaimTarget' | 'Event' | 'Identity' | 'ImportRejection' | 'ImportRun' | 'Passage' | 'Relationship' | 'Webhook' | 'WebhookDelivery';
  }
);

/** One version of a record. */
export interface VersionSummary {
  /** Its number. */
  version: number;
  /** What made it. */
  change: Change;
  /** Fields and parts that changed. */
  changed: Array<string>;
  /** The changed values before; null for the first version. */
  before: unknown | null;
  /** The changed values after. */
  after: unknown | null;
  /** When. */
  at: DateTime;
  /** The account or importer. */
  by: string;
  /** Why, if said. */
  reason: string | null;
}

/** A spelling, and whose it is. */
export interface NameRecord {
  /** Its type and UUIDv7. Example: `engagement_01h455vb4pex5vsknk084sn02q`. */
  id: string;
  /** The spelling, verbatim. */
  value: string;
  /** What sort of name. */
  kind: NameKind;
  /** Its language and script, BCP 47. Example: `ar-Latn`. */
  language: string | null;
  /** How surely it is said, by its best live claim; null if none supports it. */
  modality: Modality | null;
  /** Whose name it is. */
  record: {
    __typename: 'ActorGroup' | 'Agreement' | 'Claim' | 'ContextEvent' | 'Engagement' | 'Organization' | 'Person' | 'Place' | 'Position' | 'Source' | 'State' | 'Topic';
    id: string;
    label: string;
    /** Counts its changes and those of its parts, from 1; give it as expectedVersion. */
    version: number;
  };
}

/** What `getRecord` takes. */
export interface GetRecordVariables {
  /** An id of any type. */
  id: string;
}

/** What `getRecords` takes. */
export interface GetRecordsVariables {
  /** At most 100 ids, types may be mixed. */
  ids: Array<string>;
}

/** What `getRecordAsOf` takes. */
export interface GetRecordAsOfVariables {
  /** What was recorded later is left out. */
  recordedAt: DateTime;
  /** An id of any type. */
  id: string;
}

/** What `recordHistory` takes. */
export interface RecordHistoryVariables {
  /** A record. */
  id: string;
  /** Only versions below this one. */
  before?: number | null;
  /** How many, 1 to 100. */
  first?: number | null;
}

/** What `recordName` takes. */
export interface RecordNameVariables {
  /** Whose name it is. */
  record: RecordRef;
  /** The spelling. */
  input: NameInput;
}

/** What `retractRecord` takes. */
export interface RetractRecordVariables {
  /** A record or a part, whose version is that of its record. */
  id: string;
  /** The version you have seen; another current one is a CONFLICT that carries it. */
  expectedVersion: number;
  /** Why, 3 to 500 characters. */
  reason: string;
}

/** What `reinstateRecord` takes. */
export interface ReinstateRecordVariables {
  /** A record or a part. */
  id: string;
  /** The version you have seen; another current one is a CONFLICT that carries it. */
  expectedVersion: number;
  /** Why, 3 to 500 characters. */
  reason: string;
}

/** What `expungeRecord` takes. */
export interface ExpungeRecordVariables {
  /** A record. */
  id: string;
  /** Why: a living person, a court order, withdrawn press text. */
  reason: string;
}

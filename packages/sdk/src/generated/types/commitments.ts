// Generated from schema.graphql and operations/*.graphql by `pnpm --filter @entente/sdk run generate`. Do not edit.
import type { ActorLink, ActorRef, ClaimInput, CommitmentAct, FuzzyDateInput, ImplementationStatus, Modality, TopicRef, When } from './common.js';

/** A promise, made at an engagement or in an agreement, exactly one. */
export type CommitmentInput = {
  /** Made anew, or reaffirmed. */
  act?: CommitmentAct;
  /** The agreement. */
  agreement?: string | null;
  /** By when. */
  due?: FuzzyDateInput | null;
  /** The engagement. */
  engagement?: string | null;
  /** What supports it. */
  evidence?: Array<ClaimInput> | null;
  /** Who promised. */
  parties: Array<ActorRef>;
  /** What, in our words. */
  statement: string;
  /** What it is about. */
  topic?: TopicRef | null;
};

/** A report on a commitment or an agreement, exactly one. */
export type ImplementationReportInput = {
  /** The agreement. */
  agreement?: string | null;
  /** The commitment. */
  commitment?: string | null;
  /** What supports it. */
  evidence?: Array<ClaimInput> | null;
  /** The period. */
  period?: FuzzyDateInput | null;
  /** How far. */
  status: ImplementationStatus;
};

/** A promise, with where it was made. */
export interface CommitmentRecord {
  /** Its type and UUIDv7. Example: `engagement_01h455vb4pex5vsknk084sn02q`. */
  id: string;
  /** Made anew, or reaffirmed. */
  act: CommitmentAct;
  /** What, in our words. */
  statement: string;
  /** That of its latest report; null if there is none. */
  status: ImplementationStatus | null;
  /** How surely it is said, by its best live claim; null if none supports it. */
  modality: Modality | null;
  /** By when. */
  due: When | null;
  /** Who promised (at most 50). */
  parties: Array<ActorLink>;
  /** What it is about. */
  topic: {
    id: string;
    label: string;
    /** Its readable key. Example: `border-security`. */
    slug: string;
  } | null;
  /** Where it was made, or */
  engagement: {
    id: string;
    label: string;
    /** Counts its changes and those of its parts, from 1; give it as expectedVersion. */
    version: number;
  } | null;
  /** in which agreement. */
  agreement: {
    id: string;
    label: string;
    /** Counts its changes and those of its parts, from 1; give it as expectedVersion. */
    version: number;
  } | null;
}

/** A report, with what it is about. */
export interface ReportRecord {
  /** Its type and UUIDv7. Example: `engagement_01h455vb4pex5vsknk084sn02q`. */
  id: string;
  /** How far. */
  status: ImplementationStatus;
  /** How surely it is said, by its best live claim; null if none supports it. */
  modality: Modality | null;
  /** The period reported on. */
  period: When | null;
  /** The commitment, or */
  commitment: {
    id: string;
    /** What, in our words. */
    statement: string;
    /** That of its latest report; null if there is none. */
    status: ImplementationStatus | null;
  } | null;
  /** the agreement. */
  agreement: {
    id: string;
    label: string;
    /** Counts its changes and those of its parts, from 1; give it as expectedVersion. */
    version: number;
  } | null;
}

/** What `recordCommitment` takes. */
export interface RecordCommitmentVariables {
  /** What was promised. */
  input: CommitmentInput;
}

/** What `recordImplementationReport` takes. */
export interface RecordImplementationReportVariables {
  /** What was found. */
  input: ImplementationReportInput;
}

// Generated from schema.graphql and operations/*.graphql by `pnpm --filter @entente/sdk run generate`. Do not edit.
import type { DateTime, RecordType } from './common.js';

/** Which pairs. */
export type IdentityFilter = {
  /** With one of these. */
  record?: Array<string> | null;
  /** At least so alike, 0 to 1. */
  scoreAtLeast?: number | null;
  /** With these verdicts. */
  status?: Array<IdentityStatus> | null;
  /** Of these types of record. */
  type?: Array<RecordType> | null;
};

/** Verdicts on two records. */
export const IdentityStatus = {
  /** They may be one. */
  CANDIDATE: 'CANDIDATE',
  /** They are two. */
  DIFFERENT: 'DIFFERENT',
  /** They are one: each keeps its id, counts take them once. */
  SAME: 'SAME'
} as const;
export type IdentityStatus = (typeof IdentityStatus)[keyof typeof IdentityStatus] | (string & {});

/** What is guessed, or was decided, of two records: that they are the same, or are not. */
export interface IdentityVerdict {
  /** Its type and UUIDv7. Example: `engagement_01h455vb4pex5vsknk084sn02q`. */
  id: string;
  /** The verdict. */
  status: IdentityStatus;
  /** How alike, 0 to 1; null if an editor said so. */
  score: number | null;
  /** Why, with the values (at most 20). Example: `overlapping dates: 2021-03~ and XXXX-03`. */
  reasons: Array<string>;
  /** Who decided; null for a candidate that was found. */
  decidedBy: string | null;
  /** When. */
  decidedAt: DateTime | null;
  /** The two, of one type. */
  records: Array<{
    __typename: 'ActorGroup' | 'Agreement' | 'Claim' | 'ContextEvent' | 'Engagement' | 'Organization' | 'Person' | 'Place' | 'Position' | 'Source' | 'State' | 'Topic';
    id: string;
    label: string;
    /** Counts its changes and those of its parts, from 1; give it as expectedVersion. */
    version: number;
  }>;
}

/** What `listIdentities` takes. */
export interface ListIdentitiesVariables {
  /** Absent: undecided candidates. */
  filter?: IdentityFilter | null;
}

/** What `decideIdentity` takes. */
export interface DecideIdentityVariables {
  /** Two records of one type. */
  records: Array<string>;
  /** The verdict. */
  status: IdentityStatus;
  /** Why, 3 to 500 characters. */
  reason: string;
}

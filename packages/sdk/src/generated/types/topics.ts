// Generated from schema.graphql and operations/*.graphql by `pnpm --filter @entente/sdk run generate`. Do not edit.
import type { EngagementSummary, Marking, NameInput, RecordFrame, TopicRef } from './common.js';

/** A topic. */
export type TopicInput = {
  /** With whom it may be shared. Absent: CLEAR. */
  marking?: Marking | null;
  /** Its names; at least one when recording. */
  names?: Array<NameInput> | null;
  /** The broader topic. */
  parent?: TopicRef | null;
  /** The PLOVER context. */
  ploverContext?: string | null;
  /** Needed when recording: lower-case words joined by hyphens. */
  slug?: string | null;
};

/** A topic and its place in the tree, as recording and amending answer it. */
export interface TopicRecord extends RecordFrame {
  /** Its readable key. Example: `border-security`. */
  slug: string;
  /** The PLOVER context it belongs to. Example: `terrorism`. */
  ploverContext: string | null;
  /** The broader topic. */
  parent: {
    id: string;
    label: string;
    /** Its readable key. Example: `border-security`. */
    slug: string;
  } | null;
  /** The narrower topics (at most 100). */
  children: Array<{
    id: string;
    label: string;
    /** Its readable key. Example: `border-security`. */
    slug: string;
  }>;
}

/** A topic whole, with the latest engagements that had it on the agenda. */
export interface TopicDetail extends TopicRecord {
  /** Where it, or a narrower one, was on the agenda. */
  engagements: {
    /** The page. */
    nodes: Array<EngagementSummary>;
    /** Where the page ends. */
    pageInfo: {
      /** Whether more follows. */
      hasNextPage: boolean;
    };
  };
}

/** A topic in the tree. */
export interface TopicSummary {
  /** Its type and UUIDv7. Example: `engagement_01h455vb4pex5vsknk084sn02q`. */
  id: string;
  /** A short name to show, never empty. */
  label: string;
  /** Its readable key. Example: `border-security`. */
  slug: string;
  /** The PLOVER context it belongs to. Example: `terrorism`. */
  ploverContext: string | null;
  /** The broader topic. */
  parent: {
    id: string;
    /** Its readable key. Example: `border-security`. */
    slug: string;
  } | null;
}

/** What `getTopic` takes. */
export interface GetTopicVariables {
  /** An id, or a slug such as `border-security`. */
  ref: TopicRef;
}

/** What `listTopics` takes. */
export interface ListTopicsVariables {
  /** Only this one and those below it. */
  below?: TopicRef | null;
}

/** What `recordTopic` takes. */
export interface RecordTopicVariables {
  /** What to record. */
  input: TopicInput;
}

/** What `amendTopic` takes. */
export interface AmendTopicVariables {
  /** Which one. */
  id: string;
  /** The version you have seen; another current one is a CONFLICT that carries it. */
  expectedVersion: number;
  /** What changes. */
  input: TopicInput;
  /** Why, for the history. */
  reason?: string | null;
}

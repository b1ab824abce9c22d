// Generated from schema.graphql and operations/*.graphql by `pnpm --filter @entente/sdk run generate`. Do not edit.
import type { RecordType } from './common.js';

/** A record that was found, and where the words stand in it. */
export interface FoundRecord {
  /** How well it matches, 0 to 1. */
  score: number;
  /** The record. */
  record: {
    __typename: 'ActorGroup' | 'Agreement' | 'Claim' | 'ContextEvent' | 'Engagement' | 'Organization' | 'Person' | 'Place' | 'Position' | 'Source' | 'State' | 'Topic';
    id: string;
    label: string;
  };
  /** Where it matches (at most 5). */
  excerpts: Array<{
    /** In which field. Example: `names`. */
    field: string;
    /** What stands before. */
    before: string;
    /** What matches, verbatim. */
    match: string;
    /** What stands after. */
    after: string;
  }>;
}

/** What `search` takes. */
export interface SearchVariables {
  /** 2 to 200 characters. Example: `al-Ghanmi`. */
  text: string;
  /** Only these kinds of record. Absent: all. */
  types?: Array<RecordType> | null;
}

/** What `suggestSearch` takes. */
export interface SuggestSearchVariables {
  /** 2 to 200 characters. Example: `al-Ghanmi`. */
  text: string;
  /** Only these kinds of record. Absent: all. */
  types?: Array<RecordType> | null;
}

// Generated from schema.graphql and operations/*.graphql by `pnpm --filter @entente/sdk run generate`. Do not edit.
import type { DateTime, Marking } from './common.js';

/** How a run ended. */
export const ImportStatus = {
  /** To the end. */
  COMPLETED: 'COMPLETED',
  /** By an error. */
  FAILED: 'FAILED',
  /** Broken off; a new run goes on. */
  INTERRUPTED: 'INTERRUPTED',
  /** Not yet. */
  RUNNING: 'RUNNING'
} as const;
export type ImportStatus = (typeof ImportStatus)[keyof typeof ImportStatus] | (string & {});

/** Why rows are refused. */
export const RejectionReason = {
  /** Not a date. */
  BAD_DATE: 'BAD_DATE',
  /** Not UTF-8. */
  BAD_ENCODING: 'BAD_ENCODING',
  /** Not a number. */
  BAD_NUMBER: 'BAD_NUMBER',
  /** Values exclude each other. */
  CONTRADICTION: 'CONTRADICTION',
  /** Wrong number of columns. */
  MALFORMED_ROW: 'MALFORMED_ROW',
  /** A needed value is empty. */
  MISSING_VALUE: 'MISSING_VALUE'
} as const;
export type RejectionReason = (typeof RejectionReason)[keyof typeof RejectionReason] | (string & {});

/** One run of an importer in a list: rows read are those accepted, unchanged, skipped and rejected. */
export interface ImportRunSummary {
  /** Its type and UUIDv7. Example: `engagement_01h455vb4pex5vsknk084sn02q`. */
  id: string;
  /** Which dataset. */
  dataset: string;
  /** Its version. */
  datasetVersion: string | null;
  /** The name of the file. */
  file: string;
  /** SHA-256 of the file. Of standard input it is known at the end, and empty until then. */
  hash: string;
  /** As high as the highest of what it wrote. */
  marking: Marking;
  /** Whether nothing was written. */
  isDryRun: boolean;
  /** How it ended. */
  status: ImportStatus;
  /** When it began. */
  startedAt: DateTime;
  /** When it ended. */
  finishedAt: DateTime | null;
  /** Rows read. */
  read: number;
  /** Rows that wrote something. */
  accepted: number;
  /** Rows already known. */
  unchanged: number;
  /** Rows out of scope. */
  skipped: number;
  /** Rows refused. */
  rejected: number;
}

/** A run with what it passed over and what it warns of. */
export interface ImportRunDetail extends ImportRunSummary {
  /** Codes of rows out of scope, the most frequent first (at most 100). */
  skippedCodes: Array<{
    /** The code. Example: `190`. */
    code: string;
    label: string | null;
    /** How many rows. */
    count: number;
  }>;
  /** Values that were kept as they were read, though nobody knows what they stand for, the most frequent first (at most 100). */
  warnings: Array<{
    /** What sort of value. Example: `state`. */
    kind: string;
    /** The value, at most 200 characters. */
    value: string;
    /** How many rows. */
    count: number;
    /** The first line in the file that holds it, from 1. */
    firstRow: number;
  }>;
}

/** A row that was not taken, and why. */
export interface RejectedRow {
  /** Its type and UUIDv7. Example: `engagement_01h455vb4pex5vsknk084sn02q`. */
  id: string;
  /** The line in the file, from 1. */
  row: number;
  /** The column. */
  field: string | null;
  /** The raw value, at most 200 characters. */
  value: string | null;
  /** What sort of reason. */
  reason: RejectionReason;
  /** It in words. */
  message: string;
}

/** What `getImportRun` takes. */
export interface GetImportRunVariables {
  /** Begins with `import_run_`. */
  id: string;
}

/** What `listImportRuns` takes. */
export interface ListImportRunsVariables {
  /** Of these datasets. Absent: all. */
  dataset?: Array<string> | null;
  /** How many, 1 to 100. */
  first?: number | null;
}

/** What `listImportRejections` takes. */
export interface ListImportRejectionsVariables {
  /** Begins with `import_run_`. */
  id: string;
  /** For these reasons. Absent: all. */
  reason?: Array<RejectionReason> | null;
}

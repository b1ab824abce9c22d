/** Runs a statement on tables that whoever imports owns. */
type Rows = <R>(text: string, values?: readonly unknown[]) => Promise<R[]>;

/** How many codes a summary names. */
const MOST_CODES = 20;

export interface ImportSummary {
  accepted: number;
  unchanged: number;
  skipped: number;
  rejected: number;
  codes: { code: string; count: number }[];
  moreCodes: number;
  reasons: { reason: string; count: number }[];
  /** Each sort of value with how many of them there are, and how many rows hold one. */
  warnings: { kind: string; values: number; rows: number }[];
}

/** What a run came to, from its books. */
export async function summaryOf(rows: Rows, runId: string): Promise<ImportSummary> {
  const [sums] = await rows<Pick<ImportSummary, 'accepted' | 'unchanged' | 'skipped' | 'rejected'>>(
    `SELECT coalesce(sum(accepted), 0)::integer AS accepted, coalesce(sum(unchanged), 0)::integer AS unchanged,
            coalesce(sum(skipped), 0)::integer AS skipped, coalesce(sum(rejected), 0)::integer AS rejected
       FROM import_batch WHERE run_id = $1`,
    [runId],
  );
  const codes = await rows<{ code: string; count: number }>(
    'SELECT code, sum(count)::integer AS count FROM import_skip WHERE run_id = $1 GROUP BY code ORDER BY count DESC, code',
    [runId],
  );
  const reasons = await rows<{ reason: string; count: number }>(
    'SELECT reason, count(*)::integer AS count FROM import_rejection WHERE run_id = $1 GROUP BY reason ORDER BY count DESC, reason',
    [runId],
  );
  const warnings = await rows<{ kind: string; values: number; rows: number }>(
    `SELECT kind, count(DISTINCT value)::integer AS values, sum(count)::integer AS rows
       FROM import_warning WHERE run_id = $1 GROUP BY kind ORDER BY kind`,
    [runId],
  );
  if (!sums) throw new Error('sums without a row');
  return {
    ...sums,
    codes: codes.slice(0, MOST_CODES),
    moreCodes: Math.max(0, codes.length - MOST_CODES),
    reasons,
    warnings,
  };
}

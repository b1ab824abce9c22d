import type { DataSource } from 'typeorm';
import { demoId } from '../../src/features/demo/demo-ids.rule';

/** One non-null column of a row that the demo recorded. */
export interface WorldValue {
  table: string;
  field: string;
  recordId: string;
  /** Null for a record's own row. */
  partId: string | null;
}

interface Column {
  table: string;
  column: string;
}

/** What is said, and where, is the evidence itself. */
const EVIDENCE = [
  'claim',
  'claim_target',
  'claim_passage',
  'claim_relation',
  'attribution',
  'passage',
  'source_text',
  'source_citation',
];

/** How rows are kept, and what is derived from others. */
const BOOKKEEPING = [
  'id',
  'record_id',
  'ordinal',
  'marking',
  'recorded_from',
  'retracted_at',
  'retracted_by',
  'retraction_reason',
  'label',
  'folded',
  'folded_title',
  'folded_series',
  'is_held',
  'content_hash',
  'commitment_id',
];

/** Classifications and identifiers: reference data, which no article is asked to prove. Of topics all of it, the tree and its names. */
const CLASSIFIED: Readonly<Record<string, readonly string[]>> = {
  actor: ['kind', 'org_kind', 'iso2', 'iso3', 'region', 'wikidata_id', 'domain'],
  position: ['level'],
  place: ['resolution', 'geo_names_id', 'latitude', 'longitude'],
  topic: ['slug', 'plover_context', 'parent_id'],
  context_event: ['kind'],
  source: ['kind', 'language'],
  name: ['kind', 'language'],
};

/** The name under which claims address a column: `place_id` is `place`, the four columns of a fuzzy date are one field. */
function fieldOf(column: string): string {
  const bare = column.replace(/_(id|text|edtf|earliest|latest)$/, '');
  // Alone among the columns in ending so without being a date's.
  const name = column === 'venue_text' ? column : bare;
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** Every non-null world column of every row of the demo, by the columns that the database has. */
export async function worldValues(db: DataSource): Promise<WorldValue[]> {
  const columns: Column[] = await db.query(
    `SELECT c.table_name AS "table", c.column_name AS "column" FROM information_schema.columns c
      WHERE c.table_schema = 'public' AND to_regclass('public.' || c.table_name || '_history') IS NOT NULL
        AND c.table_name <> 'record' AND c.table_name <> ALL($1) AND c.column_name <> ALL($2)
      ORDER BY c.table_name, c.ordinal_position`,
    [EVIDENCE, BOOKKEEPING],
  );
  const found: WorldValue[] = [];
  for (const { table, column } of columns) {
    if (CLASSIFIED[table]?.includes(column)) continue;
    const [{ isPart }] = await db.query(
      `SELECT EXISTS (SELECT FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1 AND column_name = 'record_id') AS "isPart"`,
      [table],
    );
    const owner = isPart ? 't.record_id' : 't.id';
    const rows: { id: string; owner: string }[] = await db.query(
      `SELECT t.id, ${owner} AS owner FROM ${table} t
        WHERE t.recorded_from = (SELECT recorded_at FROM record WHERE id = $1)
          AND to_jsonb(t.${column}) IS NOT NULL AND to_jsonb(t.${column}) <> 'null' AND to_jsonb(t.${column}) <> '[]'
          AND NOT EXISTS (SELECT FROM source s WHERE s.id = ${owner} AND s.kind = 'CODER_NOTE')
          AND NOT EXISTS (SELECT FROM topic o WHERE o.id = ${owner})`,
      [demoId('SRC_A')],
    );
    for (const row of rows)
      found.push({ table, field: fieldOf(column), recordId: row.owner, partId: isPart ? row.id : null });
  }
  return found;
}

/**
 * Those that nothing proves. A claim of an article must be on the field, or on the row as a whole; only a whole row may be inferred. Of
 * a name, a claim that uses the spelling is proof enough. Who gave a commitment is proved with the commitment.
 */
export async function unproved(db: DataSource, values: readonly WorldValue[]): Promise<string[]> {
  const missing = new Set<string>();
  for (const { table, field, recordId, partId } of values) {
    const part =
      table === 'commitment_party'
        ? `(SELECT commitment_id FROM commitment_party WHERE id = $2)`
        : '$2::uuid';
    const proofs: unknown[] = await db.query(
      `SELECT FROM claim_target t JOIN claim c ON c.id = t.record_id JOIN source s ON s.id = c.source_id
        WHERE t.role = 'SUBJECT' AND s.kind = 'NEWS_ARTICLE' AND t.target_id = $1 AND t.part_id IS NOT DISTINCT FROM ${part}
          AND (c.predicate = 'SUPPORTS_RECORD' OR $4)
          AND (t.field = $3 AND c.modality <> 'INFERRED' AND c.value IS NULL AND c.gap IS NULL OR t.field IS NULL)
          AND EXISTS (SELECT FROM claim_passage p WHERE p.record_id = c.id)`,
      [recordId, partId, field, table === 'name'],
    );
    if (proofs.length === 0) missing.add(`${table}.${field} of ${partId ?? recordId}`);
  }
  return [...missing];
}

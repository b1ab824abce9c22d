import type { Sql } from 'sql-template-tag';
import { documentsFor } from './search.projection';
import type { SearchDocument } from './search-document.rule';
import { SEARCHED_TYPES } from './search-text.query';

interface Database {
  query(text: string, values?: unknown[]): Promise<{ [column: string]: unknown }[]>;
}

const MARKINGS = ['clear', 'green', 'amber', 'amber_strict', 'red'];
const CHUNK = 2_000;
const NONE = '00000000-0000-0000-0000-000000000000';

const STORED = MARKINGS.map(
  (name, marking) =>
    `SELECT ${marking} AS marking, record_id, type, kind, size, words::text AS words, value, folded FROM search_document_${name} WHERE record_id = ANY($1::uuid[])`,
).join(' UNION ALL ');

/** Records whose documents are other than those made anew from their words, records that have documents and are none, and names whose words are not known. */
export async function recordsFoundAmiss(db: Database): Promise<string[]> {
  const amiss: string[] = [];
  for (const type of SEARCHED_TYPES)
    for (let last = NONE; ; ) {
      const found = await db.query('SELECT id FROM record WHERE type = $1 AND id > $2 ORDER BY id LIMIT $3', [
        type,
        last,
        CHUNK,
      ]);
      const ids = found.map(({ id }) => String(id));
      amiss.push(...(await differing(db, type, ids)));
      last = ids.at(-1) ?? last;
      if (ids.length < CHUNK) break;
    }
  const strangers = MARKINGS.map(
    (name) =>
      `SELECT record_id AS id FROM search_document_${name} d WHERE NOT EXISTS (SELECT FROM record r WHERE r.id = d.record_id AND r.type = d.type)`,
  );
  const unheard = MARKINGS.map(
    (name) =>
      `SELECT d.record_id FROM search_document_${name} d CROSS JOIN LATERAL unnest(string_to_array(d.folded, ' ')) w
        WHERE w ~ '^[a-z]{3,60}$' AND NOT EXISTS (SELECT FROM search_word_${name} v WHERE v.word = w)`,
  );
  for (const { id } of await db.query([...strangers, ...unheard].join(' UNION '))) amiss.push(String(id));
  return amiss;
}

async function differing(db: Database, type: string, ids: readonly string[]): Promise<string[]> {
  const rows = <R>({ text, values }: Sql) => db.query(text, values) as Promise<R[]>;
  const expected = listed(await documentsFor(rows, type, ids));
  const stored = listed(
    (await db.query(STORED, [ids])).map(({ record_id, ...row }) => ({
      ...row,
      recordId: record_id,
    })) as never,
  );
  return ids.filter((id) => expected.get(id) !== stored.get(id));
}

function listed(documents: readonly SearchDocument[]): Map<string, string> {
  const lists = new Map<string, string[]>();
  for (const { recordId, marking, type, kind, size, words, value, folded } of documents) {
    // PostgreSQL keeps them sorted, and each once.
    const entries = [...new Set(words.match(/'[^']*'/g))].sort().join(' ');
    const row = JSON.stringify([marking, type, kind, size, entries, value, folded]);
    lists.set(recordId, [...(lists.get(recordId) ?? []), row]);
  }
  return new Map([...lists].map(([id, rows]) => [id, rows.sort().join()]));
}

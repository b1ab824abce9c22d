import sql, { raw, type Sql } from 'sql-template-tag';
import type { Projection } from '../../platform/change/projection';
import type { Touch } from '../../platform/change/touch';
import type { Transaction } from '../../platform/change/transaction';
import { uuidOf } from '../../platform/type-id';
import { documentsOf, SEARCH_RULES, type SearchDocument, vocabularyOf } from './search-document.rule';
import { isWorded, SEARCHED_TYPES, textsOf, textsTold } from './search-text.query';
import { namesWith } from './search-token.rule';
import { isEmpty, wordsOf } from './search-word.rule';

type Rows = <R>(statement: Sql) => Promise<R[]>;

const MARKINGS = ['clear', 'green', 'amber', 'amber_strict', 'red'];

/** How many records are read and written at a time when documents are made anew. */
const CHUNK = 1_000;

/** Keeps what makes records found, whichever way their words came, went or were marked. After the clearance of claims is known. */
export const searchDocuments: Projection = {
  name: 'search documents',
  async apply(tx, touches) {
    const rows: Rows = (statement) => tx.rows(statement);
    const told = new Map<string, SearchDocument[]>();
    const known = new Map<string, Set<string>>();
    const renew = (type: string, ids: Iterable<string>) => {
      const list = known.get(type) ?? new Set<string>();
      for (const id of ids) list.add(id);
      known.set(type, list);
    };
    const unsaid = await madeOfDatasets(rows, touches);
    for (const touch of touches) {
      if (unsaid.has(touch.id) || !saysSomething(touch)) continue;
      const texts = touch.isNew ? textsTold(touch) : null;
      if (texts) told.set(touch.id, documentsOf(touch.type, touch.id, texts));
      else renew(touch.type, [touch.id]);
    }
    for (const type of SEARCHED_TYPES) renew(type, tx.affected(type));
    renew('claim', await claimsBehind(tx, touches));
    const old = [...known.values()].flatMap((ids) => [...ids]);
    const erased = touches.filter(({ kind }) => kind === 'EXPUNGED').map(({ id }) => id);
    const lost = erased.length > 0 ? await namesOf(rows, erased) : [];
    if (old.length > 0) await remove(rows, old);
    for (const id of old) told.delete(id);
    const documents = [...told.values()].flat();
    for (const type of SEARCHED_TYPES)
      documents.push(...(await documentsFor(rows, type, [...(known.get(type) ?? [])])));
    await write(rows, documents);
    if (lost.length > 0) await forget(rows, lost);
  },
};

function saysSomething({ type, kind, changes }: Touch): boolean {
  return kind === 'EXPUNGED' || changes.some(({ path }) => isWorded(type, path));
}

/** New claims of rows of datasets: an import makes as many as it has rows. */
async function madeOfDatasets(rows: Rows, touches: readonly Touch[]): Promise<Set<string>> {
  const bySource = new Map<string, string[]>();
  for (const { id, type, isNew, changes } of touches) {
    if (!isNew || type !== 'claim') continue;
    const source = changes.find(({ path }) => path === 'source')?.after;
    if (typeof source === 'string') listed(bySource, source).push(id);
  }
  if (bySource.size === 0) return new Set();
  const ids = new Map([...bySource].map(([source, claims]) => [uuidOf(source, 'source', 'source'), claims]));
  const datasets = await rows<{ id: string }>(
    sql`SELECT id FROM source WHERE id = ANY(${[...ids.keys()]}::uuid[]) AND kind = 'DATASET_ROW'`,
  );
  return new Set(datasets.flatMap(({ id }) => ids.get(id) ?? []));
}

/** Claims that nobody opened, and that are for others now, or about something that was erased, or of another kind of source. */
async function claimsBehind(tx: Transaction, touches: readonly Touch[]): Promise<Set<string>> {
  const reached = new Set<string>();
  const old = touches.filter((touch) => !touch.isNew);
  if (old.some((touch) => touch.kind === 'EXPUNGED'))
    for (const row of await tx.rows<{ id: string }>(
      sql`SELECT record_id AS id FROM claim_target WHERE descriptor = 'erased'`,
    ))
      reached.add(row.id);
  const retyped = old.filter(
    ({ type, changes }) => type === 'source' && changes.some(({ path }) => path === 'kind'),
  );
  let next = old
    .filter(({ changes }) => changes.some(({ path }) => path === 'marking' || path.endsWith('.marking')))
    .concat(retyped)
    .map((touch) => touch.id);
  // Claims can be about claims.
  while (next.length > 0) {
    const found = await tx.rows<{ id: string }>(
      sql`SELECT record_id AS id FROM claim_target WHERE target_id = ANY(${next}::uuid[])
          UNION SELECT id FROM claim WHERE source_id = ANY(${next}::uuid[])
          UNION SELECT record_id FROM attribution WHERE speaker_id = ANY(${next}::uuid[]) OR referenced_source_id = ANY(${next}::uuid[])
          UNION SELECT a.record_id FROM attribution a JOIN tenure t ON t.id = a.tenure_id WHERE t.record_id = ANY(${next}::uuid[])`,
    );
    next = found.map(({ id }) => id).filter((id) => !reached.has(id));
    for (const id of next) reached.add(id);
  }
  return reached;
}

/** The documents of records of one type, as they are to be. */
export async function documentsFor(
  rows: Rows,
  type: string,
  ids: readonly string[],
): Promise<SearchDocument[]> {
  const texts = await textsOf(rows, type, ids);
  return [...grouped(texts, ({ recordId }) => recordId)].flatMap(([recordId, own]) =>
    documentsOf(type, recordId, own),
  );
}

function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) listed(groups, keyOf(item)).push(item);
  return groups;
}

function listed<K, T>(lists: Map<K, T[]>, key: K): T[] {
  const list = lists.get(key) ?? [];
  if (list.length === 0) lists.set(key, list);
  return list;
}

async function remove(rows: Rows, ids: readonly string[]): Promise<void> {
  for (const name of MARKINGS)
    await rows(sql`DELETE FROM ${raw(`search_document_${name}`)} WHERE record_id = ANY(${ids}::uuid[])`);
}

async function write(rows: Rows, documents: readonly SearchDocument[]): Promise<void> {
  for (const [marking, list] of grouped(documents, (document) => document.marking)) {
    const of = <K extends keyof SearchDocument>(key: K) => list.map((document) => document[key]);
    await rows(sql`
      INSERT INTO ${raw(`search_document_${MARKINGS[marking]}`)} (record_id, type, kind, size, words, value, folded)
      SELECT id, type, kind, size, words::tsvector, value, folded
        FROM unnest(${of('recordId')}::uuid[], ${of('type')}::text[], ${of('kind')}::text[], ${of('size')}::smallint[],
                    ${of('words')}::text[], ${of('value')}::text[], ${of('folded')}::text[])
          AS d(id, type, kind, size, words, value, folded)`);
    await enter(rows, String(MARKINGS[marking]), list);
  }
}

/** Words of names, by which typed ones are corrected. Two transactions may each enter a new one: it does no harm, and neither waits. */
async function enter(rows: Rows, marking: string, documents: readonly SearchDocument[]): Promise<void> {
  const words = new Set(documents.flatMap(({ folded }) => (folded === null ? [] : vocabularyOf(folded))));
  if (words.size === 0) return;
  const table = raw(`search_word_${marking}`);
  await rows(
    sql`INSERT INTO ${table} SELECT w FROM unnest(${[...words]}::text[]) w WHERE NOT EXISTS (SELECT FROM ${table} v WHERE v.word = w)`,
  );
}

async function namesOf(rows: Rows, ids: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const name of MARKINGS)
    for (const { folded } of await rows<{ folded: string }>(
      sql`SELECT folded FROM ${raw(`search_document_${name}`)} WHERE record_id = ANY(${ids}::uuid[]) AND folded IS NOT NULL`,
    ))
      found.push(folded);
  return found;
}

/** Takes words of names that were erased out of the vocabulary, unless others have them too. */
async function forget(rows: Rows, names: readonly string[]): Promise<void> {
  for (const word of new Set(names.flatMap(vocabularyOf))) {
    // An article tells of nobody, and no document is found by it.
    if (isEmpty(word)) continue;
    for (const name of MARKINGS)
      await rows(
        sql`DELETE FROM ${raw(`search_word_${name}`)} v WHERE v.word = ${word}
             AND NOT EXISTS (SELECT FROM ${raw(`search_document_${name}`)} d WHERE d.words @@ ANY(${namesWith([wordsOf(word)], null)}::tsquery[]))`,
      );
  }
}

interface Database {
  transaction<T>(
    run: (manager: { query(text: string, values?: unknown[]): Promise<unknown> }) => Promise<T>,
  ): Promise<T>;
  query(text: string, values?: unknown[]): Promise<{ [column: string]: unknown }[]>;
}

/** Makes the documents if they were never made, or by other rules than today's: after a migration, a restored dump, a new version. */
export async function ensureSearch(database: Database): Promise<void> {
  const [row] = await database.query('SELECT version FROM search_rules');
  if (row?.version !== SEARCH_RULES) await rebuildSearch(database);
}

/** Makes all documents anew, some records at a time. Whoever writes meanwhile is waited for, or waits. Answers with how many records were read. */
export async function rebuildSearch(database: Database): Promise<number> {
  let count = 0;
  for (const type of SEARCHED_TYPES)
    for (let last = '00000000-0000-0000-0000-000000000000'; ; ) {
      const ids = await database.transaction(async (manager) => {
        const rows: Rows = <R>({ text, values }: Sql) => manager.query(text, values) as Promise<R[]>;
        const found = await rows<{ id: string }>(
          sql`SELECT id FROM record WHERE type = ${type} AND id > ${last} ORDER BY id LIMIT ${CHUNK} FOR UPDATE`,
        );
        const chunk = found.map(({ id }) => id);
        if (chunk.length > 0) await remove(rows, chunk);
        await write(rows, await documentsFor(rows, type, chunk));
        return chunk;
      });
      count += ids.length;
      last = ids.at(-1) ?? last;
      if (ids.length < CHUNK) break;
    }
  await database.query('UPDATE search_rules SET version = $1', [SEARCH_RULES]);
  // Without it, the first searches would be planned for empty tables.
  for (const name of MARKINGS) await database.query(`ANALYZE search_document_${name}, search_word_${name}`);
  return count;
}

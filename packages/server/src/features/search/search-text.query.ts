import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Touch } from '../../platform/change/touch';

export type DocumentKind = 'NAME' | 'TITLE' | 'TEXT';

/** Something that is said of a record and can be found. */
export interface SearchText {
  recordId: string;
  /** The field of the record in the schema. */
  field: string;
  kind: DocumentKind;
  value: string;
  marking: number;
}

type Rows = <R>(statement: Sql) => Promise<R[]>;

interface Place {
  table: string;
  column: string;
  field: string;
  kind: DocumentKind;
}

const place = (table: string, column: string, field: string, kind: DocumentKind = 'TEXT'): Place => ({
  table,
  column,
  field,
  kind,
});

const NAMES = place('name', 'value', 'names', 'NAME');
const COMMITMENTS = place('commitment', 'statement', 'commitments');

/** Where the words of each type of record stand: columns of its own, and of its parts. */
const PLACES: Readonly<Record<string, readonly Place[]>> = {
  actor: [NAMES],
  position: [place('position', 'title', 'title', 'NAME'), NAMES],
  place: [NAMES],
  topic: [NAMES],
  engagement: [
    place('engagement', 'title', 'title', 'TITLE'),
    NAMES,
    place('engagement', 'series', 'series', 'TITLE'),
    place('engagement', 'summary', 'summary'),
    place('engagement', 'venue_text', 'venueText'),
    place('participation', 'descriptor', 'participations'),
    COMMITMENTS,
  ],
  agreement: [
    place('agreement', 'title', 'title', 'TITLE'),
    NAMES,
    place('agreement_action', 'text', 'actions'),
    COMMITMENTS,
  ],
  context_event: [NAMES],
  source: [
    place('source', 'title', 'title', 'TITLE'),
    place('source', 'author', 'author'),
    place('source', 'url', 'url'),
    place('passage', 'quote', 'passages'),
    place('source_text', 'text', 'text'),
  ],
  claim: [
    place('claim', 'statement', 'statement'),
    place('claim_target', 'descriptor', 'targets'),
    place('attribution', 'descriptor', 'attributions'),
  ],
};

export const SEARCHED_TYPES: readonly string[] = Object.keys(PLACES);

/** What stands for words that were erased. */
const ERASED = 'erased';

const camel = (column: string) => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Of each type of record, the fields that hold words, as changes name them: a field of it, or a part's table and field. */
const FIELDS: Readonly<Record<string, ReadonlyMap<string, Place>>> = Object.fromEntries(
  Object.entries(PLACES).map(([type, places]) => [
    type,
    new Map(
      places.map((each) => [
        each.table === type ? camel(each.column) : `${each.table}.${camel(each.column)}`,
        each,
      ]),
    ),
  ]),
);

/** An underscore and what follows it in an id. */
const SUFFIX = 27;

function placeOf(type: string, path: string): Place | undefined {
  const dot = path.indexOf('.');
  return FIELDS[type]?.get(dot < 0 ? path : `${path.slice(0, dot - SUFFIX)}${path.slice(dot)}`);
}

/** Whether a change may have changed what is found of a record. */
export function isWorded(type: string, path: string): boolean {
  return placeOf(type, path) !== undefined || /(^|\.)(marking|retractedAt)$/.test(path);
}

const LONGEST_TOLD = 20_000;

/**
 * What is said of a record that is new, by the changes that made it: so that a record of an import need not be read back. Null where that
 * does not tell: something of it is marked, withdrawn, or long.
 */
export function textsTold({ id, type, marking, changes }: Touch): SearchText[] | null {
  const texts = new Map<string, SearchText>();
  for (const { path, after, marking: level } of changes) {
    if (level !== 0 || path.endsWith('etractedAt')) return null;
    const told = placeOf(type, path);
    if (told === undefined) continue;
    if (typeof after === 'string' && after.length > LONGEST_TOLD) return null;
    texts.delete(path);
    if (typeof after === 'string' && after !== ERASED)
      texts.set(path, { recordId: id, field: told.field, kind: told.kind, value: after, marking: 0 });
  }
  return marking === 0 ? [...texts.values()] : null;
}

/**
 * What is said of records of one type, as far as whoever asks may see it: of those that stand, in parts that stand. What rows of datasets
 * claim is made of the record's own fields and left out.
 */
export async function textsOf(rows: Rows, type: string, ids: readonly string[]): Promise<SearchText[]> {
  const places = PLACES[type];
  if (places === undefined || ids.length === 0) return [];
  const found = await rows<{ record_id: string; at: number; value: string; marking: number }>(
    join(
      places.map((each, at) => wordsAt(type, each, at, ids)),
      ' UNION ALL ',
    ),
  );
  return found
    .filter(({ value }) => value !== ERASED)
    .map(({ record_id, at, value, marking }) => {
      const { field, kind } = places[at] as Place;
      return { recordId: record_id, field, kind, value, marking };
    });
}

function wordsAt(type: string, { table, column }: Place, at: number, ids: readonly string[]): Sql {
  const stands = sql`o.retracted_at IS NULL ${type === 'claim' ? NOT_OF_A_DATASET : sql``}`;
  if (table === type)
    return sql`SELECT o.id AS record_id, ${raw(String(at))} AS at, o.${raw(column)} AS value, ${raw(type === 'claim' ? 'o.clearance' : 'o.marking')} AS marking
      FROM ${raw(type)} o WHERE o.id = ANY(${ids}::uuid[]) AND ${stands} AND o.${raw(column)} IS NOT NULL`;
  return sql`SELECT p.record_id, ${raw(String(at))} AS at, p.${raw(column)} AS value, p.marking
      FROM ${raw(table)} p JOIN ${raw(type)} o ON o.id = p.record_id
     WHERE p.record_id = ANY(${ids}::uuid[]) AND p.retracted_at IS NULL AND ${stands} AND p.${raw(column)} IS NOT NULL`;
}

const NOT_OF_A_DATASET = sql`AND NOT EXISTS (SELECT FROM source s WHERE s.id = o.source_id AND s.kind = 'DATASET_ROW')`;

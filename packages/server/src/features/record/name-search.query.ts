import sql, { type Sql } from 'sql-template-tag';
import { fold } from '../../platform/fold';
import { allOf } from '../../platform/read/conditions';

/** Whether each word of a query begins a word of a folded text. Folding leaves no character that LIKE takes for a pattern. */
export function wordsBegin(folded: Sql, query: string): Sql {
  const words = fold(query).split(' ').filter(Boolean);
  return allOf(words.map((word) => sql`(' ' || ${folded}) LIKE ${`% ${word}%`}`));
}

/** Whether a record has a name like this one. All words must be found in one spelling. */
export function isNamedLike(recordId: Sql, query: string): Sql {
  return sql`EXISTS (SELECT FROM name n WHERE n.record_id = ${recordId} AND n.retracted_at IS NULL AND ${wordsBegin(sql`n.folded`, query)})`;
}

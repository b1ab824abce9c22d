import DataLoader from 'dataloader';
import sql, { raw, type Sql } from 'sql-template-tag';
import { DomainError } from '../../platform/errors';
import { prefixOf, uuidOf } from '../../platform/type-id';

/** Reads inside a request or inside a transaction. */
interface Rows {
  rows<R>(statement: Sql): Promise<R[]>;
}

export const RECORD_TYPES = [
  'actor',
  'position',
  'place',
  'topic',
  'engagement',
  'agreement',
  'context_event',
  'source',
  'claim',
] as const;

/** Turns what people write to name a record into its id. An unknown code is refused; an unknown id is left to match nothing. */
export class References {
  readonly #ids = new Map<string, DataLoader<string, string | null>>();

  /** `clearance` limits what exists where no policy does, as in a transaction. */
  constructor(
    private readonly db: Rows,
    private readonly clearance = 4,
  ) {}

  actors(references: readonly string[], field: string): Promise<string[]> {
    return Promise.all(references.map((each) => this.actor(each, field)));
  }

  topics(references: readonly string[], field: string): Promise<string[]> {
    return Promise.all(references.map((each) => this.topic(each, field)));
  }

  /** An id of any record, or what names an actor or a topic. */
  record(reference: string, field: string): Promise<string> {
    const prefix = prefixOf(reference);
    if (prefix !== null && (RECORD_TYPES as readonly string[]).includes(prefix))
      return Promise.resolve(uuidOf(reference, prefix, field));
    return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(reference)
      ? this.topic(reference, field)
      : this.actor(reference, field);
  }

  records(references: readonly string[], field: string): Promise<string[]> {
    return Promise.all(references.map((each) => this.record(each, field)));
  }

  async actor(reference: string, field: string): Promise<string> {
    if (prefixOf(reference) !== null) return uuidOf(reference, 'actor', field);
    const column = columnOf(reference);
    const found = column && (await this.#find('actor', column, reference));
    if (found) return found;
    throw new DomainError(
      'BAD_USER_INPUT',
      `${field} knows no actor "${reference}"; give its id, an ISO 3166-1 code such as QA, a Wikidata id such as Q846, or an outlet's domain`,
      { field },
    );
  }

  async topic(reference: string, field: string): Promise<string> {
    if (prefixOf(reference) !== null) return uuidOf(reference, 'topic', field);
    const found = await this.#find('topic', 'slug', reference);
    if (found) return found;
    throw new DomainError(
      'BAD_USER_INPUT',
      `${field} knows no topic "${reference}"; give its id or its slug, such as border-security`,
      { field },
    );
  }

  /** All that are asked for in one tick cost one statement. Of several that bear a code, the least marked is meant. */
  #find(table: string, column: string, value: string): Promise<string | null> {
    let loader = this.#ids.get(column);
    if (!loader) {
      loader = new DataLoader(async (values) => {
        const rows = await this.db.rows<{ id: string; value: string }>(
          sql`SELECT id, ${raw(column)} AS value FROM ${raw(table)}
               WHERE ${raw(column)} = ANY(${values}) AND retracted_at IS NULL AND marking <= ${this.clearance}
               ORDER BY marking DESC, id DESC`,
        );
        const ids = new Map(rows.map((row) => [row.value, row.id]));
        return values.map((each) => ids.get(each) ?? null);
      });
      this.#ids.set(column, loader);
    }
    return loader.load(value);
  }
}

function columnOf(reference: string): string | null {
  if (/^[A-Z]{2}$/.test(reference)) return 'iso2';
  if (/^[A-Z]{3}$/.test(reference)) return 'iso3';
  if (/^Q[1-9]\d*$/.test(reference)) return 'wikidata_id';
  if (/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(reference)) return 'domain';
  return null;
}

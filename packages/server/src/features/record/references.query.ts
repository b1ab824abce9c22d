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
  readonly #known = new Map<string, Promise<string>>();

  constructor(private readonly db: Rows) {}

  actor(reference: string, field: string): Promise<string> {
    return this.#once(`actor ${reference}`, () => this.#actor(reference, field));
  }

  topic(reference: string, field: string): Promise<string> {
    return this.#once(`topic ${reference}`, () => this.#topic(reference, field));
  }

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

  async #actor(reference: string, field: string): Promise<string> {
    if (prefixOf(reference) !== null) return uuidOf(reference, 'actor', field);
    const column = columnOf(reference);
    const found =
      column &&
      (await this.#find(
        sql`SELECT id FROM actor WHERE ${raw(column)} = ${reference} AND retracted_at IS NULL`,
      ));
    if (found) return found;
    throw new DomainError(
      'BAD_USER_INPUT',
      `${field} knows no actor "${reference}"; give its id, an ISO 3166-1 code such as QA, a Wikidata id such as Q846, or an outlet's domain`,
      { field },
    );
  }

  async #topic(reference: string, field: string): Promise<string> {
    if (prefixOf(reference) !== null) return uuidOf(reference, 'topic', field);
    const found = await this.#find(
      sql`SELECT id FROM topic WHERE slug = ${reference} AND retracted_at IS NULL`,
    );
    if (found) return found;
    throw new DomainError(
      'BAD_USER_INPUT',
      `${field} knows no topic "${reference}"; give its id or its slug, such as border-security`,
      {
        field,
      },
    );
  }

  async #find(statement: Sql): Promise<string | null> {
    const [row] = await this.db.rows<{ id: string }>(sql`${statement} ORDER BY marking, id LIMIT 1`);
    return row?.id ?? null;
  }

  #once(name: string, find: () => Promise<string>): Promise<string> {
    let found = this.#known.get(name);
    if (found === undefined) {
      found = find();
      this.#known.set(name, found);
    }
    return found;
  }
}

function columnOf(reference: string): string | null {
  if (/^[A-Z]{2}$/.test(reference)) return 'iso2';
  if (/^[A-Z]{3}$/.test(reference)) return 'iso3';
  if (/^Q[1-9]\d*$/.test(reference)) return 'wikidata_id';
  if (/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(reference)) return 'domain';
  return null;
}

import DataLoader from 'dataloader';
import sql, { raw, type Sql } from 'sql-template-tag';
import type { Catalog, EntityClass } from './catalog';
import type { CursorSeal } from './cursor';
import { type Listing, Page, type PageArgs, type Sizes } from './page';
import type { Session } from './session';

/** Whose reads they are, and of when. */
export interface Scope {
  /** Clearance and recorded time: a cursor of one scope is foreign to another. */
  name: string;
  /** Null: only the role's policies limit what is seen. */
  clearance: number | null;
}

/** A claim is seen by whoever may see one of its subjects, which its own marking does not tell. */
const CLEARANCE_COLUMNS: { [table: string]: string } = { claim: 'clearance' };

/**
 * Reads for one request, one clearance and one recorded time. What the reader may see is decided by the role of the session's
 * connection; see `cleared` for the second wall.
 */
export class Reader {
  readonly #loaders = new Map<string, DataLoader<string, unknown>>();

  /** What knows the sizes of sets, where there is such. */
  sizes: Sizes | null = null;

  constructor(
    readonly session: Session,
    readonly catalog: Catalog,
    private readonly seal: CursorSeal,
    private readonly scope: Scope,
  ) {}

  /**
   * The second wall: what is marked above the clearance is not asked for. The first are the policies of the role that reads, which
   * hold alone; a test switches this one off.
   */
  cleared(table: string, alias = table): Sql {
    if (this.scope.clearance === null) return sql`TRUE`;
    return sql`${raw(alias)}.${raw(CLEARANCE_COLUMNS[table] ?? 'marking')} <= ${this.scope.clearance}`;
  }

  page<T>(listing: Listing<T>, args: PageArgs): Page<T> {
    return new Page(this, this.seal, { ...listing, name: `${this.scope.name} ${listing.name}` }, args);
  }

  rows<R>(statement: Sql): Promise<R[]> {
    return this.session.query(statement.text, statement.values) as Promise<R[]>;
  }

  async all<T>(entity: EntityClass<T>, statement: Sql): Promise<T[]> {
    const shape = this.catalog.shape(entity);
    const rows = await this.session.query(statement.text, statement.values);
    return rows.map((row) => shape.hydrate(row));
  }

  /** One row by its id; all that are asked for in one tick cost one statement. */
  async one<T>(entity: EntityClass<T>, id: string | null | undefined): Promise<T | null> {
    if (id == null) return null;
    const { table } = this.catalog.shape(entity);
    return this.batch<T | null>(
      `one ${table}`,
      async (ids) => {
        const found = await this.all(
          entity,
          sql`SELECT * FROM ${raw(table)} WHERE id = ANY(${ids}::uuid[]) AND ${this.cleared(table)}`,
        );
        const byId = new Map(found.map((row) => [(row as { id: string }).id, row]));
        return ids.map((each) => byId.get(each) ?? null);
      },
      id,
    );
  }

  /** Rows that stand, by a column that points at their owner, in their order. */
  parts<T>(entity: EntityClass<T>, ownerId: string, column = 'record_id', where?: Sql): Promise<T[]> {
    const { table } = this.catalog.shape(entity);
    return this.batch<T[]>(
      `parts ${table}.${column} ${where?.text ?? ''}`,
      async (ids) => {
        const rows = await this.rows<{ owner: string }>(
          sql`SELECT ${raw(column)} AS owner, * FROM ${raw(table)} WHERE ${raw(column)} = ANY(${ids}::uuid[]) AND retracted_at IS NULL AND ${this.cleared(table)}
            ${where ?? sql``} ORDER BY ordinal, id`,
        );
        const shape = this.catalog.shape(entity);
        const groups = new Map<string, T[]>(ids.map((id) => [id, []]));
        for (const row of rows) groups.get(row.owner)?.push(shape.hydrate(row as never));
        return ids.map((id) => groups.get(id) ?? []);
      },
      ownerId,
    );
  }

  /** Answers many keys asked in one tick by one call. `name` says what is loaded: the same name, the same load. */
  batch<V>(name: string, load: (keys: string[]) => Promise<V[]>, key: string): Promise<V> {
    let loader = this.#loaders.get(name);
    if (loader === undefined) {
      loader = new DataLoader<string, unknown>((keys) => load([...keys]), { cache: true });
      this.#loaders.set(name, loader);
    }
    return loader.load(key) as Promise<V>;
  }

  /** Remembers a promise for the request, such as a filter whose references were looked up. */
  once<V>(name: string, make: () => Promise<V>): Promise<V> {
    return this.batch<V>(`once ${name}`, async () => [await make()], '');
  }
}

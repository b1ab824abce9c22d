import sql, { raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { DomainError } from '../errors';
import type { Catalog, EntityClass, Shape } from '../read/catalog';
import { newId, typeIdOf } from '../type-id';
import type { Command } from './command';
import { differences } from './differences';
import type { ChangeKind, Telling, Touch } from './touch';
import { versionOf, versionsOf } from './versions';

type Values = { [column: string]: unknown };
/** Rows of roots have an id only; rows that belong to a record say which. */
interface Writable {
  id: string;
  marking: number;
  recordId?: string;
}

function hide(touch: Touch, table: string, id: string, marking: number): void {
  const part = `${typeIdOf(table, id)}.`;
  for (const change of touch.changes)
    if (change.path.startsWith(part)) change.marking = Math.max(change.marking, marking);
}

/** Whether a row says what it said before, whenever that was recorded. */
function isSame(before: Values, after: Values): boolean {
  return Object.keys(after).every(
    (column) =>
      column === 'recorded_from' ||
      JSON.stringify(before[column] ?? null) === JSON.stringify(after[column] ?? null),
  );
}

/** One command's writes. Rows are written whole, many at a time, and each record's version rises once. */
export class Transaction {
  readonly #touches = new Map<string, Touch>();
  readonly #opening = new Map<string, Promise<Touch>>();
  readonly #tellings: Telling[] = [];
  #recordedAt: Date | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    readonly manager: EntityManager,
    readonly catalog: Catalog,
    readonly command: Command,
    /** Absent: the clock of the database. */
    readonly clock?: () => Date,
  ) {}

  get touches(): readonly Touch[] {
    return [...this.#touches.values()];
  }

  readonly #affected = new Map<string, Set<string>>();

  /** Records that nobody opened, and of which something else may be derived from now on. `type` is their table. */
  affect(type: string, ids: Iterable<string>): void {
    const known = this.#affected.get(type) ?? new Set();
    for (const id of ids) known.add(id);
    this.#affected.set(type, known);
  }

  affected(type: string): ReadonlySet<string> {
    return this.#affected.get(type) ?? new Set();
  }

  /** When this transaction's rows begin to stand: after all that its records went through before. */
  async recordedAt(): Promise<Date> {
    this.#recordedAt ??= await this.#now();
    return this.#recordedAt;
  }

  /** The instant it is; later than another, if one is given. */
  async #now(after: Date | null = null): Promise<Date> {
    if (this.clock)
      return new Date(Math.max(this.clock().getTime(), after === null ? 0 : after.getTime() + 1));
    const [row] = await this.rows<{ at: Date }>(
      sql`SELECT greatest(date_trunc('milliseconds', clock_timestamp()), ${after}::timestamptz + interval '1 millisecond') AS at`,
    );
    return row?.at ?? new Date();
  }

  /** One connection runs one statement at a time, also where several are asked for side by side. */
  rows<R>(statement: Sql): Promise<R[]> {
    const next: Promise<R[]> = this.#last.then(() => this.manager.query(statement.text, statement.values));
    this.#last = next.catch(() => undefined);
    return next;
  }

  async all<T>(entity: EntityClass<T>, statement: Sql): Promise<T[]> {
    const shape = this.catalog.shape(entity);
    return (await this.rows<Values>(statement)).map((row) => shape.hydrate(row));
  }

  async one<T>(entity: EntityClass<T>, id: string): Promise<T | null> {
    const { table } = this.catalog.shape(entity);
    const [found] = await this.all(entity, sql`SELECT * FROM ${raw(table)} WHERE id = ${id}`);
    return found ?? null;
  }

  /** Parts of a record that stand, in their order. */
  async parts<T>(entity: EntityClass<T>, recordId: string): Promise<T[]> {
    const { table } = this.catalog.shape(entity);
    return this.all(
      entity,
      sql`SELECT * FROM ${raw(table)} WHERE record_id = ${recordId} AND retracted_at IS NULL ORDER BY ordinal, id`,
    );
  }

  /** A new record: its row in `record`; that of its own table follows by `insert`. */
  begin(type: string, marking: number, id: string = newId()): string {
    this.#touches.set(id, { id, type, marking, version: 1, isNew: true, kind: 'RECORDED', changes: [] });
    return id;
  }

  /** Locks a record that is to be changed, once, and compares its version with the one the caller has seen. */
  open(
    id: string,
    expectedVersion: number | null,
    kind: ChangeKind = 'AMENDED',
    type?: string,
  ): Promise<Touch> {
    const known = this.#touches.get(id);
    if (known) return Promise.resolve(known);
    let opening = this.#opening.get(id);
    if (!opening) {
      opening = this.#lock(id, expectedVersion, kind, type);
      this.#opening.set(id, opening);
    }
    return opening;
  }

  async #lock(id: string, expectedVersion: number | null, kind: ChangeKind, type?: string): Promise<Touch> {
    const [found] = await this.rows<{
      type: string;
      marking: number;
      version: number;
      changed_at: Date;
      expunged_at: Date | null;
    }>(sql`SELECT type, marking, version, changed_at, expunged_at FROM record WHERE id = ${id} FOR UPDATE`);
    const isHidden = found !== undefined && found.marking > (this.command.clearance ?? found.marking);
    if (!found || isHidden || found.expunged_at !== null || (type !== undefined && found.type !== type))
      throw new DomainError('NOT_FOUND', `There is no such ${(type ?? 'record').replaceAll('_', ' ')}`, {
        field: 'id',
      });
    if (expectedVersion !== null && expectedVersion !== found.version)
      throw new DomainError(
        'CONFLICT',
        `It was changed meanwhile: you have seen version ${expectedVersion}, it stands at ${found.version}`,
        {
          field: 'expectedVersion',
          currentVersion: found.version,
        },
      );
    if (this.#recordedAt === null) this.#recordedAt = await this.#now(found.changed_at);
    else if (found.changed_at >= this.#recordedAt)
      throw Object.assign(new Error('changed meanwhile'), { code: '40001' });
    const touch: Touch = {
      id,
      type: found.type,
      marking: found.marking,
      version: found.version,
      isNew: false,
      kind,
      changes: [],
    };
    this.#touches.set(id, touch);
    return touch;
  }

  async insert<T extends Writable>(entity: EntityClass<T>, rows: readonly T[]): Promise<void> {
    if (rows.length === 0) return;
    const shape = this.catalog.shape(entity);
    await this.#recordRows();
    const recordedFrom = await this.recordedAt();
    const values = rows.map((row) => shape.dehydrateKnown(row, recordedFrom));
    // With its schema: `name` alone would be a type of PostgreSQL's own.
    await this.#write(
      sql`INSERT INTO ${raw(shape.table)} SELECT * FROM json_populate_recordset(NULL::public.${raw(shape.table)}, ${JSON.stringify(values)}::json)`,
    );
    for (const [index, row] of rows.entries()) this.#note(row, shape, null, values[index] as Values);
  }

  /** Replaces rows by rows of the same ids; a trigger moves the former ones to history. */
  async update<T extends Writable>(entity: EntityClass<T>, rows: readonly T[]): Promise<void> {
    if (rows.length === 0) return;
    const shape = this.catalog.shape(entity);
    const { table, columns } = shape;
    const ids = rows.map((row) => row.id);
    const before = new Map(
      (await this.rows<Values>(sql`SELECT * FROM ${raw(table)} WHERE id = ANY(${ids}::uuid[])`)).map(
        (row) => [row.id, row],
      ),
    );
    const recordedFrom = await this.recordedAt();
    const changed = rows
      .map((row) => ({ row, values: { ...shape.dehydrate(row), recorded_from: recordedFrom } as Values }))
      .filter(({ row, values }) => !isSame(before.get(row.id) ?? {}, values));
    if (changed.length === 0) return;
    const set = columns.filter((column) => column !== 'id');
    await this.#write(sql`UPDATE ${raw(table)} t SET (${raw(set.join(', '))}) = (SELECT ${raw(set.map((column) => `n.${column}`).join(', '))})
        FROM jsonb_populate_recordset(NULL::public.${raw(table)}, ${JSON.stringify(changed.map(({ values }) => values))}::jsonb) n WHERE t.id = n.id`);
    for (const { row, values } of changed) this.#note(row, shape, before.get(row.id) ?? null, values);
  }

  /** Says something of a record that was opened, besides what changes in it. */
  tell(telling: Telling): void {
    if (!this.#touches.has(telling.recordId))
      throw new Error(`record ${telling.recordId} was told of without opening it`);
    this.#tellings.push(telling);
  }

  /** Content that has to go from everywhere goes by hand: see expunge. */
  async execute(statement: Sql): Promise<void> {
    await this.rows(statement);
  }

  #note(row: Writable, shape: Shape<unknown>, before: Values | null, after: Values): void {
    const { table, pointers, columns } = shape;
    const touch = this.#touches.get(row.recordId ?? row.id);
    if (!touch) throw new Error(`${table} ${row.id} was written without opening its record`);
    this.#written.add(row.id);
    for (const column of shape.references)
      if (after[column] != null) this.#referred.add(String(after[column]));
    const changes = differences(table, row.id, before, after, pointers, columns);
    // A part that came to be hidden within the transaction is told of to nobody below, by none of its changes.
    if (before !== null && Number(after.marking) > Number(before.marking))
      hide(touch, table, row.id, Number(after.marking));
    for (const change of changes) touch.changes.push(change);
    if (row.recordId === undefined) touch.marking = Number(after.marking);
  }

  readonly #written = new Set<string>();
  readonly #referred = new Set<string>();

  /** Records and parts that rows of this transaction point at, and that it did not write itself. */
  get referred(): string[] {
    return [...this.#referred].filter((id) => !this.#written.has(id));
  }

  readonly #recorded = new Set<string>();

  /** New records need their row in `record` before the first row that points at it, of whatever record that is. */
  async #recordRows(): Promise<void> {
    const fresh = this.touches.filter((touch) => touch.isNew && !this.#recorded.has(touch.id));
    if (fresh.length === 0) return;
    const at = await this.recordedAt();
    const rows = fresh.map(({ id, type, marking, version }) => ({
      id,
      type,
      marking,
      version,
      recorded_at: at,
      recorded_by: this.command.by,
      changed_at: at,
      recorded_from: at,
    }));
    await this.#write(
      sql`INSERT INTO record SELECT * FROM json_populate_recordset(NULL::public.record, ${JSON.stringify(rows)}::json)`,
    );
    for (const touch of fresh) this.#recorded.add(touch.id);
  }

  /**
   * Versions, then the outbox. Changes marked above their record get an entry of their own that raises no version: whoever may not
   * see them must not see that something happened.
   */
  async finish(): Promise<void> {
    const at = await this.recordedAt();
    const touched = this.touches.filter(
      (touch) => touch.isNew || touch.changes.length > 0 || touch.kind === 'EXPUNGED',
    );
    const raised = touched.filter(
      (touch) =>
        !touch.isNew &&
        (touch.kind === 'EXPUNGED' || touch.changes.some((change) => change.marking <= touch.marking)),
    );
    if (raised.length > 0) {
      await this.#write(sql`UPDATE record r SET version = r.version + 1, marking = n.marking, changed_at = ${at}, recorded_from = ${at}
          FROM jsonb_to_recordset(${JSON.stringify(raised.map(({ id, marking }) => ({ id, marking })))}::jsonb) AS n(id uuid, marking smallint) WHERE r.id = n.id`);
      for (const touch of raised) touch.version += 1;
    }
    const versions = [
      ...versionsOf(touched, this.command, at),
      ...this.#tellings.map((telling) =>
        versionOf(this.#touches.get(telling.recordId) as Touch, telling, this.command, at),
      ),
    ];
    // One statement: the event costs a write no round trip of its own.
    await this.#write(sql`
      WITH v AS (
        INSERT INTO record_version SELECT * FROM json_populate_recordset(NULL::record_version, ${`[${versions.join()}]`}::json) RETURNING id, record_id)
      INSERT INTO event_outbox (version_id, record_id, is_bulk) SELECT v.id, v.record_id, ${this.command.isBulk ?? false} FROM v`);
  }

  async #write(statement: Sql): Promise<void> {
    await this.rows(statement);
  }
}

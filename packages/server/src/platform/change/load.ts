import sql, { raw } from 'sql-template-tag';
import type { EntityClass } from '../read/catalog';
import type { Transaction } from './transaction';

/** A row of a table: of a root if it has no record of its own to point at. */
type Row = Parameters<Transaction['insert']>[1][number];
type Rows = readonly (readonly [EntityClass<never>, object])[];

interface Given {
  row: Row;
  isChanged: boolean;
}

interface NeededRecord {
  type: string;
  marking: number;
  /** Null: only those added one by one. */
  make: (() => Rows) | null;
}

/**
 * What shall stand, by whoever knows the ids of what it writes: importers say it anew each time, and what stands already is left alone.
 * The order of calls does not matter.
 */
export class Load {
  readonly #records = new Map<string, NeededRecord>();
  readonly #rows = new Map<EntityClass<never>, Map<string, Given>>();
  readonly #gone = new Map<EntityClass<never>, Map<string, string>>();

  /** A record that must be there, whatever it says by now: its rows are written only if there is none. */
  ensure(
    type: string,
    id: string,
    marking: number,
    rows: () => readonly (readonly [EntityClass<unknown>, object])[],
  ): void {
    if (!this.#records.has(id)) this.#records.set(id, { type, marking, make: rows as never });
  }

  /** A record that this load writes: new, or amended where its rows differ. Rows follow by `add`. */
  put(type: string, id: string, marking: number): void {
    const known = this.#records.get(id);
    if (known?.make) for (const [entity, row] of known.make()) this.add(entity, row);
    if (!known || known.make) this.#records.set(id, { type, marking, make: null });
  }

  /**
   * A row that shall stand, of a record that was put. One that stands already stays as it is, since somebody may have corrected it;
   * with `isChanged` it is made what is given here, as where the file says something else than before.
   */
  add<T>(entity: EntityClass<T>, row: object, isChanged = false): void {
    const rows = this.#rows.get(entity as EntityClass<never>) ?? new Map<string, Given>();
    rows.set((row as Row).id, { row: row as Row, isChanged });
    this.#rows.set(entity as EntityClass<never>, rows);
  }

  /** A part that shall stand no longer, of a record that was put. */
  retract<T>(entity: EntityClass<T>, id: string, recordId: string): void {
    const rows = this.#gone.get(entity as EntityClass<never>) ?? new Map<string, string>();
    rows.set(id, recordId);
    this.#gone.set(entity as EntityClass<never>, rows);
  }

  get recordIds(): string[] {
    return [...this.#records.keys()];
  }

  /** Those that need to be there, and nothing else: once they are known to be, a load need not ask again. */
  get ensured(): string[] {
    return [...this.#records].filter(([, record]) => record.make !== null).map(([id]) => id);
  }

  /** Leaves out records that are known to be there. */
  forget(ids: Iterable<string>): void {
    for (const id of ids) if (this.#records.get(id)?.make) this.#records.delete(id);
  }

  /**
   * Takes out what only needs to be there, as a load of its own: written first, it keeps nobody waiting who needs the same. Null if
   * there is nothing of the kind.
   */
  apart(): Load | null {
    const needed = new Load();
    for (const [id, record] of this.#records)
      if (record.make !== null) {
        needed.#records.set(id, record);
        this.#records.delete(id);
      }
    return needed.#records.size > 0 ? needed : null;
  }

  /** Writes what does not stand yet. Records that were erased do not come back, nor do rows that were withdrawn. */
  async into(tx: Transaction): Promise<void> {
    const standing = await standingOf(tx, this.recordIds);
    const fresh = new Map<EntityClass<never>, Row[]>();
    const insert = (entity: EntityClass<never>, row: Row) => listed(fresh, entity).push(row);
    for (const [id, { type, marking, make }] of this.#records) {
      if (standing.has(id)) continue;
      tx.begin(type, marking, id);
      for (const [entity, row] of make?.() ?? []) insert(entity, row as Row);
    }
    const known = new Map<EntityClass<never>, Given[]>();
    for (const [entity, rows] of this.#rows)
      for (const given of rows.values()) {
        const owner = given.row.recordId ?? given.row.id;
        if (!standing.has(owner)) insert(entity, given.row);
        else if (!standing.get(owner)) listed(known, entity).push(given);
      }
    const changed = await this.#amend(tx, known, insert);
    for (const entity of tx.catalog.inOrder([...fresh.keys()]))
      await tx.insert(entity as EntityClass<Row>, fresh.get(entity) ?? []);
    for (const [entity, rows] of changed) await tx.update(entity as EntityClass<Row>, rows);
    for (const [entity, rows] of this.#gone) await withdraw(tx, entity, rows, standing);
  }

  /** Sorts rows of records that are there into new ones and changed ones, and locks those records, in the order of their ids. */
  async #amend(
    tx: Transaction,
    known: ReadonlyMap<EntityClass<never>, readonly Given[]>,
    insert: (entity: EntityClass<never>, row: Row) => void,
  ): Promise<Map<EntityClass<never>, Row[]>> {
    const changed = new Map<EntityClass<never>, Row[]>();
    const owners = new Set<string>();
    for (const [entity, given] of known) {
      const { table } = tx.catalog.shape(entity);
      const found = await tx.rows<{ id: string; is_withdrawn: boolean }>(
        sql`SELECT id, retracted_at IS NOT NULL AS is_withdrawn FROM ${raw(table)} WHERE id = ANY(${given.map(({ row }) => row.id)}::uuid[])`,
      );
      const byId = new Map(found.map((row) => [row.id, row.is_withdrawn]));
      for (const { row, isChanged } of given) {
        const isWithdrawn = byId.get(row.id);
        if (isWithdrawn === undefined) insert(entity, row);
        else if (isChanged && !isWithdrawn) listed(changed, entity).push(row);
        else continue;
        owners.add(row.recordId ?? row.id);
      }
    }
    for (const id of [...owners].sort()) await tx.open(id, null);
    return changed;
  }
}

/** Which of these records are there, and whether they were erased. */
async function standingOf(tx: Transaction, ids: readonly string[]): Promise<Map<string, boolean>> {
  const found = await tx.rows<{ id: string; is_erased: boolean }>(
    sql`SELECT id, expunged_at IS NOT NULL AS is_erased FROM record WHERE id = ANY(${ids}::uuid[])`,
  );
  return new Map(found.map((row) => [row.id, row.is_erased]));
}

async function withdraw(
  tx: Transaction,
  entity: EntityClass<never>,
  rows: ReadonlyMap<string, string>,
  standing: ReadonlyMap<string, boolean>,
): Promise<void> {
  const { table } = tx.catalog.shape(entity);
  const found = await tx.all(
    entity as EntityClass<Row>,
    sql`SELECT * FROM ${raw(table)} WHERE id = ANY(${[...rows.keys()]}::uuid[]) AND retracted_at IS NULL`,
  );
  const held = found.filter((row) => standing.get(rows.get(row.id) ?? '') === false);
  for (const row of held) await tx.open(String(rows.get(row.id)), null);
  const at = await tx.recordedAt();
  await tx.update(
    entity as EntityClass<Row>,
    held.map((row) =>
      Object.assign(row, {
        retractedAt: at,
        retractedBy: tx.command.by,
        retractionReason: tx.command.reason ?? 'No longer in the file',
      }),
    ),
  );
}

function listed<K, V>(lists: Map<K, V[]>, key: K): V[] {
  let list = lists.get(key);
  if (!list) {
    list = [];
    lists.set(key, list);
  }
  return list;
}

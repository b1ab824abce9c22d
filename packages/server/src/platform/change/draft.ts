import type { Sql } from 'sql-template-tag';
import type { EntityClass } from '../read/catalog';
import type { ChangeKind, Touch } from './touch';
import { Transaction } from './transaction';

type Rows = Parameters<Transaction['insert']>[1];

/**
 * One of many commands within a transaction. It reads what the transaction reads, and keeps its own new rows until it is adopted: one
 * that is refused leaves nothing behind, and those that are accepted are written together.
 */
export class Draft extends Transaction {
  readonly #inserts: [EntityClass<never>, Rows][] = [];

  constructor(private readonly within: Transaction) {
    super(within.manager, within.catalog, within.command, within.clock);
  }

  get inserts(): readonly (readonly [EntityClass<never>, Rows])[] {
    return this.#inserts;
  }

  override recordedAt(): Promise<Date> {
    return this.within.recordedAt();
  }

  override rows<R>(statement: Sql): Promise<R[]> {
    return this.within.rows(statement);
  }

  override async insert<T>(entity: EntityClass<T>, rows: readonly (T & Rows[number])[]): Promise<void> {
    if (rows.length > 0) this.#inserts.push([entity as EntityClass<never>, rows]);
  }

  /** A lock that outlives a refusal does no harm, and a record that stays as it was keeps its version. */
  override open(
    id: string,
    expectedVersion: number | null,
    kind?: ChangeKind,
    type?: string,
  ): Promise<Touch> {
    return this.within.open(id, expectedVersion, kind, type);
  }

  override async update(_entity: unknown, rows: readonly unknown[]): Promise<void> {
    if (rows.length > 0) throw new Error('a draft only adds');
  }
}

/**
 * Writes what drafts hold: a statement a table, however many there are. A row that several of them hold, such as a passage that all of
 * them quote, is written once.
 */
export async function adopt(tx: Transaction, drafts: readonly Draft[]): Promise<void> {
  const byEntity = new Map<EntityClass<never>, Map<string, Rows[number]>>();
  for (const draft of drafts) {
    for (const { id, type, marking } of draft.touches) tx.begin(type, marking, id);
    for (const [entity, rows] of draft.inserts) {
      const held = byEntity.get(entity) ?? new Map();
      for (const row of rows) held.set(row.id, row);
      byEntity.set(entity, held);
    }
  }
  for (const entity of orderOf(drafts))
    await tx.insert(entity as EntityClass<Rows[number]>, [...(byEntity.get(entity)?.values() ?? [])]);
}

/** Tables in an order that agrees with each draft's own, since rows point at rows that were written before them. */
function orderOf(drafts: readonly Draft[]): EntityClass<never>[] {
  const order: EntityClass<never>[] = [];
  for (const draft of drafts) {
    const own = draft.inserts.map(([entity]) => entity);
    for (const [index, entity] of own.entries()) {
      if (order.includes(entity)) continue;
      const next = own.slice(index + 1).find((later) => order.includes(later));
      order.splice(next === undefined ? order.length : order.indexOf(next), 0, entity);
    }
  }
  return order;
}

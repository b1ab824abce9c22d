import DataLoader from 'dataloader';
import sql, { raw } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { Transaction } from '../../platform/change/transaction';
import { DomainError } from '../../platform/errors';
import { uuidOf } from '../../platform/type-id';
import { References } from './references.query';

/** What was looked up in one transaction: references once each, rows many at a time. Rows do not go while it lasts. */
interface Lookups {
  references: References;
  rows: Map<string, DataLoader<string, Row | null>>;
}

type Row = { id: string; [column: string]: unknown };

const lookups = new WeakMap<EntityManager, Lookups>();

function lookupsIn(tx: Transaction): Lookups {
  let found = lookups.get(tx.manager);
  if (!found) {
    found = { references: new References(tx, tx.command.clearance), rows: new Map() };
    lookups.set(tx.manager, found);
  }
  return found;
}

/** References looked up inside a transaction; each once. */
export function referencesIn(tx: Transaction): References {
  return lookupsIn(tx).references;
}

function loaderOf(tx: Transaction, table: string): DataLoader<string, Row | null> {
  const { rows } = lookupsIn(tx);
  let loader = rows.get(table);
  if (!loader) {
    const { clearance = 4 } = tx.command;
    loader = new DataLoader(async (ids) => {
      const found = await tx.rows<Row>(
        sql`SELECT * FROM ${raw(table)} WHERE id = ANY(${ids}::uuid[]) AND marking <= ${clearance}`,
      );
      const byId = new Map(found.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id) ?? null);
    });
    rows.set(table, loader);
  }
  return loader;
}

/** The id of a row that an input points at; NOT_FOUND names the field if there is none. */
export async function existing(
  tx: Transaction,
  table: string,
  id: string | null | undefined,
  field: string,
): Promise<string | null> {
  if (id == null) return null;
  const uuid = uuidOf(id, table, field);
  await mustExist(tx, table, uuid, field);
  return uuid;
}

/** The tenure that an input points at, with whose it is. */
export async function existingTenure(
  tx: Transaction,
  id: string | null | undefined,
  field: string,
): Promise<{ id: string; personId: string } | null> {
  if (id == null) return null;
  const row = await mustExist(tx, 'tenure', uuidOf(id, 'tenure', field), field);
  return { id: row.id, personId: String(row.record_id) };
}

/** An actor that an input names, which may be asked to be of one kind. */
export async function existingActor(
  tx: Transaction,
  reference: string | null | undefined,
  field: string,
  kind?: 'STATE' | 'ORGANIZATION' | 'PERSON' | 'GROUP',
): Promise<string | null> {
  if (reference == null) return null;
  const id = await referencesIn(tx).actor(reference, field);
  const found = await mustExist(tx, 'actor', id, field);
  if (kind !== undefined && found.kind !== kind)
    throw new DomainError(
      'BAD_USER_INPUT',
      `${field} takes a ${kind.toLowerCase()}, not a ${String(found.kind).toLowerCase()}`,
      { field },
    );
  return id;
}

export async function existingTopic(
  tx: Transaction,
  reference: string | null | undefined,
  field: string,
): Promise<string | null> {
  if (reference == null) return null;
  const id = await referencesIn(tx).topic(reference, field);
  await mustExist(tx, 'topic', id, field);
  return id;
}

async function mustExist(tx: Transaction, table: string, id: string, field: string): Promise<Row> {
  const loader = loaderOf(tx, table);
  const row = await loader.load(id);
  if (row) return row;
  // It may yet be written in this transaction.
  loader.clear(id);
  throw new DomainError('NOT_FOUND', `${field} names no ${table.replaceAll('_', ' ')}`, { field });
}

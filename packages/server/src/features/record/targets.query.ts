import sql, { raw } from 'sql-template-tag';
import type { Transaction } from '../../platform/change/transaction';
import { DomainError } from '../../platform/errors';
import { uuidOf } from '../../platform/type-id';
import { References } from './references.query';

const references = new WeakMap<Transaction, References>();

/** References looked up inside a transaction; each once. */
export function referencesIn(tx: Transaction): References {
  let found = references.get(tx);
  if (!found) {
    found = new References(tx);
    references.set(tx, found);
  }
  return found;
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

async function mustExist(
  tx: Transaction,
  table: string,
  id: string,
  field: string,
): Promise<{ kind?: unknown }> {
  const { clearance = 4 } = tx.command;
  const [row] = await tx.rows<{ kind?: unknown }>(
    sql`SELECT * FROM ${raw(table)} WHERE id = ${id} AND marking <= ${clearance}`,
  );
  if (!row) throw new DomainError('NOT_FOUND', `${field} names no ${table.replaceAll('_', ' ')}`, { field });
  return row;
}

import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/change/transaction';
import { DomainError } from '../../platform/errors';
import { lookUp } from '../record/evidence-lookup.service';

interface Known {
  id: string;
  type: string;
  /** The least clearance that sees it. */
  marking: number;
  /** The record a part belongs to. */
  recordId: string | null;
}

/** Something an input points at, and where the input does. */
export interface Pointer {
  id: string;
  type: string | null;
  field: string;
}

/**
 * What claims point at, looked up at once however many there are. The records stay locked against a change of their marking, so that
 * no claim can slip past the projection that hides it with them.
 */
export class KnownRecords {
  private constructor(private readonly found: ReadonlyMap<string, Known>) {}

  static async of(tx: Transaction, pointers: readonly Pointer[]): Promise<KnownRecords> {
    const ids = [...new Set(pointers.map((pointer) => pointer.id))];
    const found = await lookUp(tx, 'known records', ids, (keys) => find(tx, [...new Set(keys)], keys));
    const known = new KnownRecords(new Map(found.flatMap((row) => (row === null ? [] : [[row.id, row]]))));
    for (const pointer of pointers) known.#refuseMissing(pointer);
    return known;
  }

  #refuseMissing({ id, type, field }: Pointer): void {
    const found = this.found.get(id);
    if (!found || (type !== null && found.type !== type))
      throw new DomainError('NOT_FOUND', `${field} names no ${(type ?? 'record').replaceAll('_', ' ')}`, {
        field,
      });
  }

  recordOf(partId: string): string | null {
    return this.found.get(partId)?.recordId ?? null;
  }

  markingOf(id: string): number {
    return this.found.get(id)?.marking ?? 0;
  }
}

/** What is hidden from whoever writes is not found. */
async function find(
  tx: Transaction,
  ids: readonly string[],
  keys: readonly string[],
): Promise<(Known | null)[]> {
  const { clearance = 4 } = tx.command;
  const records = await tx.rows<Known>(
    sql`SELECT id, type, marking, NULL AS "recordId" FROM record
         WHERE id = ANY(${ids}::uuid[]) AND expunged_at IS NULL AND marking <= ${clearance} ORDER BY id FOR KEY SHARE`,
  );
  const parts =
    records.length === ids.length
      ? []
      : await tx.rows<Known>(
          sql`SELECT id, type, marking, record_id AS "recordId" FROM record_part WHERE id = ANY(${ids}::uuid[]) AND marking <= ${clearance}`,
        );
  const byId = new Map([...records, ...parts].map((row) => [row.id, row]));
  return keys.map((id) => byId.get(id) ?? null);
}

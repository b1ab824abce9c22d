import { createHmac } from 'node:crypto';

/** A reader's clearance: it sees rows marked up to its value. */
export interface Clearance {
  name: string;
  value: number;
}

export const CLEARANCES: readonly Clearance[] = ['clear', 'green', 'amber', 'amber_strict', 'red'].map(
  (name, value) => ({ name, value }),
);

interface Database {
  query(text: string, values?: unknown[]): Promise<unknown>;
}

/** Roles are cluster-wide and databases are not, so the role's name holds the database's. Quoted, ready for SQL. */
export async function readerRole(db: Database, clearance: Clearance): Promise<string> {
  const result = (await db.query('SELECT current_database() AS name')) as
    | { name: string }[]
    | { rows: { name: string }[] };
  const rows = Array.isArray(result) ? result : result.rows;
  return quoteName(readerRoleName(String(rows[0]?.name), clearance));
}

/** PostgreSQL cuts names at 63 bytes; a long database name is shortened by its digest, so that two never share a role. */
export function readerRoleName(database: string, { name }: Clearance): string {
  const plain = `${database}_reads_${name}`;
  if (Buffer.byteLength(plain) <= 63) return plain;
  return `${createHmac('sha256', 'role').update(database).digest('hex').slice(0, 24)}_reads_${name}`;
}

/** Derived, so that every process of an installation knows it and none stores it. */
export function readerPassword(secret: string, role: string): string {
  return createHmac('sha256', secret).update(`password of ${role}`).digest('base64url');
}

export const quoteName = (name: string) => `"${name.replaceAll('"', '""')}"`;
export const quoteText = (text: string) => `'${text.replaceAll("'", "''")}'`;

// Databases on one PostgreSQL, made from each other.
import pg from 'pg';

export function nameOf(url) {
  return new URL(url).pathname.slice(1);
}

export function sibling(url, name) {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A database with nothing in it, beside another one. Answers with its url. */
export async function emptyDatabase(url, name) {
  await withClient(sibling(url, 'postgres'), async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${name}`);
  });
  return sibling(url, name);
}

/** A database that is what another one is now; nobody may be connected to that one. Answers with its url. */
export async function copyOf(url, name) {
  await withClient(sibling(url, 'postgres'), async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${nameOf(url)}`);
  });
  return sibling(url, name);
}

/** Tables in an order in which what is pointed at stands before what points at it, with their columns. */
export async function tablesOf(client) {
  const { rows: columns } = await client.query(`
    SELECT c.relname AS table, a.attname AS name, format_type(a.atttypid, NULL) AS type, a.attidentity <> '' AS is_made,
           EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisprimary AND a.attnum = ANY(i.indkey)) AS is_key
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE c.relkind = 'r' AND NOT c.relispartition ORDER BY c.relname, a.attnum`);
  const { rows: keys } = await client.query(
    `SELECT c.relname AS table, p.relname AS pointed FROM pg_constraint k
       JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class p ON p.oid = k.confrelid WHERE k.contype = 'f'`,
  );
  const tables = new Map();
  for (const { table, ...column } of columns) tables.set(table, [...(tables.get(table) ?? []), column]);
  const order = [];
  const take = (table) => {
    if (order.includes(table) || !tables.has(table)) return;
    const own = tables.get(table);
    tables.delete(table);
    for (const key of keys) if (key.table === table) take(key.pointed);
    order.push(table);
    known.set(table, own);
  };
  const known = new Map();
  for (const table of [...tables.keys()]) take(table);
  return order.map((table) => ({ table, columns: known.get(table) }));
}

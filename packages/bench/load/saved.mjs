// What another database holds, written by TypeORM's save(), 500 objects at a time: how most people would write it.

import { tablesOf, withClient } from '../world/databases.mjs';
import { packageOfServer } from '../world/product.mjs';

const CHUNK = 500;
/** Read as text: numbers would lose digits, and dates without an end are none in JavaScript. */
const AS_TEXT = new Set(['date', 'timestamp with time zone', 'bigint', 'tsvector', 'contribution[]']);
/** Filled in by the database. */
const LEFT_OUT = new Set(['xid8']);

/** Rows of `full` that `bare` has not, table by table. */
export async function difference(full, bare) {
  const wanted = [];
  await withClient(full, (from) =>
    withClient(bare, async (before) => {
      for (const { table, columns: all } of await tablesOf(from)) {
        const columns = all.filter(({ type }) => !LEFT_OUT.has(type));
        const keys = columns.filter((column) => column.is_key).map((column) => `${column.name}::text`);
        if (keys.length === 0) continue;
        const select = columns.map(({ name, type }) =>
          AS_TEXT.has(type) ? `"${name}"::text AS "${name}"` : `"${name}"`,
        );
        const key = `concat_ws('/', ${keys.join(', ')}) AS the_key`;
        const { rows: old } = await before.query(`SELECT ${key} FROM ${table}`);
        const held = new Set(old.map((row) => row.the_key));
        const { rows } = await from.query(`SELECT ${select.join(', ')}, ${key} FROM ${table}`);
        const fresh = rows.filter((row) => !held.has(row.the_key));
        for (const row of fresh) delete row.the_key;
        // What the database itself numbers is left to it.
        const made = columns.filter((column) => column.is_made).map((column) => column.name);
        for (const row of fresh) for (const name of made) delete row[name];
        if (fresh.length > 0) wanted.push({ table, columns, rows: fresh });
      }
    }),
  );
  return wanted;
}

/** Types of its own PostgreSQL reads from text. */
function typeOf(type) {
  if (type === 'contribution[]') return { type: 'text' };
  return type.endsWith('[]') ? { type: type.slice(0, -2), array: true } : { type };
}

/** Milliseconds that it takes. */
export async function save(url, wanted) {
  const { DataSource, EntitySchema } = packageOfServer('typeorm');
  const schemas = wanted.map(
    ({ table, columns }) =>
      new EntitySchema({
        name: table,
        tableName: table,
        columns: Object.fromEntries(
          columns.map(({ name, type, is_key, is_made }) => [
            name,
            {
              name,
              ...typeOf(type),
              primary: is_key,
              ...(is_made ? { generated: 'increment' } : {}),
              nullable: !is_key,
            },
          ]),
        ),
      }),
  );
  const database = await new DataSource({
    type: 'postgres',
    url,
    entities: schemas,
    logging: false,
  }).initialize();
  try {
    const began = performance.now();
    for (const { table, rows } of wanted) {
      const repository = database.getRepository(table);
      for (let at = 0; at < rows.length; at += CHUNK) await repository.save(rows.slice(at, at + CHUNK));
    }
    return performance.now() - began;
  } finally {
    await database.destroy();
  }
}

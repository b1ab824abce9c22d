// Multiplies a database by itself: the same engagements, agreements, claims, sources and actors under other ids, of the same days.
// Synthetic by construction; states, places and topics stay as they are, as they would in life.
import { tablesOf, withClient } from './databases.mjs';

const REPLICATED = `type IN ('engagement', 'agreement', 'claim', 'source', 'position')
   OR (type = 'actor' AND id NOT IN (SELECT id FROM actor WHERE kind = 'STATE'))`;

/** Derived anew afterwards, or bookkeeping of one record's past. */
const LEFT_OUT =
  /^(counter\w*|tally|search_\w+|name_\w+|record_version|event_\w+|import_\w+|identity\w*|sameness|webhook\w*|idempotency|migrations|.*_history|.*watermark.*)$/;

/** Makes `times` of what was one. Needs a superuser, since it goes past keys and triggers. */
export async function replicate(url, times, say = () => undefined) {
  await withClient(url, async (client) => {
    await client.query('SET session_replication_role = replica');
    await client.query(`CREATE TEMP TABLE twin AS SELECT id FROM record WHERE ${REPLICATED}`);
    await client.query('ALTER TABLE twin ADD PRIMARY KEY (id)');
    await client.query('ANALYZE twin');
    const tables = (await tablesOf(client)).filter(({ table }) => !LEFT_OUT.test(table));
    // Parts go with their record, and what points at them has to follow.
    for (const { table, columns } of tables)
      if (columns.some(({ name }) => name === 'record_id') && columns.some(({ name }) => name === 'id'))
        await client.query(
          `INSERT INTO twin SELECT t.id FROM ${table} t JOIN twin w ON w.id = t.record_id ON CONFLICT DO NOTHING`,
        );
    await client.query('ANALYZE twin');
    for (let copy = 1; copy < times; copy++) {
      for (const { table, columns } of tables) await copyRows(client, table, columns, copy);
      say(`copy ${copy + 1} of ${times}`);
    }
    await client.query('RESET session_replication_role');
  });
}

/** What is unique: a copy has it a little otherwise, or not at all. */
const UNIQUE = {
  'actor.domain': (value, copy) => `${value} || '.copy-${copy}'`,
  'actor.wikidata_id': () => 'NULL',
};

async function copyRows(client, table, columns, copy) {
  const owner = columns.some(({ name }) => name === 'record_id') ? 'record_id' : 'id';
  if (!columns.some(({ name, type }) => name === owner && type === 'uuid')) return;
  const pointers = columns.filter(({ name, type }) => type === 'uuid' && name !== owner && name !== 'id');
  const other = (column) => `md5(${column}::text || '/${copy}')::uuid`;
  const value = ({ name, type }) => {
    if (name === owner || (name === 'id' && type === 'uuid')) return other(`t."${name}"`);
    const unique = UNIQUE[`${table}.${name}`];
    if (unique) return unique(`t."${name}"`, copy);
    const at = pointers.findIndex((each) => each.name === name);
    return at < 0
      ? `t."${name}"`
      : `CASE WHEN p${at}.id IS NULL THEN t."${name}" ELSE ${other(`t."${name}"`)} END`;
  };
  await client.query(`
    INSERT INTO ${table} (${columns.map(({ name }) => `"${name}"`).join(', ')})
    SELECT ${columns.map(value).join(', ')}
      FROM ${table} t JOIN twin w ON w.id = t.${owner}
      ${pointers.map(({ name }, at) => `LEFT JOIN twin p${at} ON p${at}.id = t."${name}"`).join('\n      ')}`);
}

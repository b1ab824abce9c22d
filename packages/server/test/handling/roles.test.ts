import { Client } from 'pg';
import { Database, migrateUp } from '../../src/app/database';
import { asSuperuser, emptyTestDatabase, TEST_SECRET } from '../harness/postgres/test-database';

const OPTIONS = { poolSize: 2, deadlineMs: 10_000, secret: TEST_SECRET };

/** A database whose owner may do nothing beyond it. */
async function ownedByNobodySpecial(name: string): Promise<string> {
  const url = new URL(await emptyTestDatabase(name));
  const database = url.pathname.slice(1);
  const owner = `${database}_owner`;
  await asSuperuser(
    `DROP ROLE IF EXISTS ${owner}`,
    `CREATE ROLE ${owner} LOGIN PASSWORD 'owner'`,
    `ALTER DATABASE ${database} OWNER TO ${owner}`,
  );
  url.username = owner;
  url.password = 'owner';
  return url.href;
}

/** The statements that a refused migration asks an administrator to run. */
async function statementsFor(url: string): Promise<string> {
  const refusal = await migrateUp(url, TEST_SECRET).then(
    () => null,
    (error: Error) => error,
  );
  expect(refusal?.message).toContain('may not create roles');
  return String(refusal?.message)
    .split('\n')
    .filter((line) => /^(CREATE ROLE|GRANT)/.test(line))
    .join('\n');
}

async function inDatabase(url: string, ...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

describe('a database whose owner may not create roles', () => {
  test('is refused with the statements that an administrator has to run, and migrates after they ran', async () => {
    const url = await ownedByNobodySpecial('refused');
    const statements = await statementsFor(url);
    await asSuperuser(...statements.split(';\n').filter(Boolean));

    await migrateUp(url, TEST_SECRET);

    const database = await Database.open(url, OPTIONS);
    expect(database.access).toBe('login');
    expect(
      (await database.reader(0).query('SELECT count(*)::integer AS states FROM actor')).rows[0].states,
    ).toBe(249);
    await database.close();
  });

  test('reaches roles without login by SET ROLE, and their policies hold', async () => {
    const url = await ownedByNobodySpecial('nologin');
    const owner = new URL(url).username;
    const statements = (await statementsFor(url))
      .split(';\n')
      .filter(Boolean)
      .map((each) => each.replace(/LOGIN PASSWORD '.*'/, 'NOLOGIN'));
    const roles = statements.flatMap((each) => /CREATE ROLE ("[^"]+")/.exec(each)?.[1] ?? []);
    await asSuperuser(...statements, ...roles.map((role) => `GRANT ${role} TO ${owner}`));
    await migrateUp(url, TEST_SECRET);
    await inDatabase(url, `UPDATE actor SET marking = 4 WHERE iso2 = 'QA'`);

    const database = await Database.open(url, OPTIONS);
    expect(database.access).toBe('set-role');
    const count = async (clearance: number) =>
      (
        await database
          .reader(clearance)
          .query(`SELECT count(*)::integer AS found FROM actor WHERE iso2 = 'QA'`)
      ).rows[0].found;
    expect([await count(0), await count(4)]).toEqual([0, 1]);
    await database.close();
  });
});

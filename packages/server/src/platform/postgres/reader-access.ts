import type { DataSource } from 'typeorm';
import { OperatorError } from '../operator-error';
import { CLEARANCES, quoteName, quoteText, readerPassword, readerRoleName } from './roles';

/** By logging in as the role of their clearance, or, where it may not log in, by `SET ROLE` from the owner's connection. */
export type ReaderAccess = 'login' | 'set-role';

interface Role {
  name: string;
  exists: boolean;
  canLogin: boolean;
}

async function roles(db: DataSource): Promise<{ database: string; list: Role[] }> {
  const [{ name: database }] = await db.query('SELECT current_database() AS name');
  const names = CLEARANCES.map((level) => readerRoleName(database, level));
  const found: { rolname: string; rolcanlogin: boolean }[] = await db.query(
    'SELECT rolname, rolcanlogin FROM pg_roles WHERE rolname = ANY($1)',
    [names],
  );
  return {
    database,
    list: names.map((name) => {
      const role = found.find((each) => each.rolname === name);
      return { name, exists: role !== undefined, canLogin: role?.rolcanlogin ?? false };
    }),
  };
}

/** The roles of this database exist afterwards, or it is said what an administrator has to run. */
export async function ensureRoles(db: DataSource, secret: string): Promise<void> {
  const { database, list } = await roles(db);
  const [{ may }] = await db.query(
    'SELECT rolsuper OR rolcreaterole AS may FROM pg_roles WHERE rolname = current_user',
  );
  const missing = list.filter((role) => !role.exists);
  if (!may && missing.length > 0)
    throw new OperatorError(forAdministrator(database, missing, secret, await owner(db)));
  if (!may) return;
  for (const role of list) {
    const login = `LOGIN PASSWORD ${quoteText(readerPassword(secret, role.name))} NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS`;
    // A role that an administrator made without login stays so.
    if (!role.exists) await db.query(`CREATE ROLE ${quoteName(role.name)} ${login}`);
    else if (role.canLogin)
      await db.query(
        `ALTER ROLE ${quoteName(role.name)} PASSWORD ${quoteText(readerPassword(secret, role.name))}`,
      );
    await db.query(`GRANT CONNECT ON DATABASE ${quoteName(database)} TO ${quoteName(role.name)}`);
  }
}

async function owner(db: DataSource): Promise<string> {
  const [{ name }] = await db.query('SELECT current_user AS name');
  return name;
}

function forAdministrator(database: string, missing: readonly Role[], secret: string, user: string): string {
  const lines = missing.map(
    ({ name }) => `CREATE ROLE ${quoteName(name)} LOGIN PASSWORD ${quoteText(readerPassword(secret, name))};
GRANT CONNECT ON DATABASE ${quoteName(database)} TO ${quoteName(name)};`,
  );
  return `${user} may not create roles, and readers need one a clearance. Let an administrator run the following, then migrate again:\n\n${lines.join('\n')}
\nWhere logins are made elsewhere, make them NOLOGIN and grant them to ${user}; they are then reached by SET ROLE.`;
}

export async function readerAccess(db: DataSource, _secret: string): Promise<ReaderAccess> {
  const { list } = await roles(db);
  const missing = list.filter((role) => !role.exists);
  if (missing.length > 0)
    throw new OperatorError(
      `The database lacks the role ${missing[0]?.name}: run \`entente migrate up\` first.`,
    );
  return list.every((role) => role.canLogin) ? 'login' : 'set-role';
}

import type { Api } from '../harness/api';

export const WARNINGS =
  'query ($id: ID!) { node(id: $id) { ... on Record { warnings { code message field } } } }';

export interface Warning {
  code: string;
  message: string;
  field: string | null;
}

/** All warnings of a record but that nobody supports it, which most records of these tests would have. */
export async function warningsOf(api: Api, id: string, clearance = 4): Promise<Warning[]> {
  const { data } = await api.read(clearance, WARNINGS, { id });
  return data.node.warnings.filter(({ code }: Warning) => code !== 'NO_EVIDENCE');
}

export const codesOf = async (api: Api, id: string, clearance = 4) =>
  (await warningsOf(api, id, clearance)).map(({ code }) => code);

/** Marks a row as only RED readers see it. The API marks whole records; parts come to be marked above theirs by what they point at. */
export async function mark(api: Api, table: string, id: string): Promise<void> {
  await api.database.writer.transaction(async (db) => {
    await db.query(`SET LOCAL session_replication_role = replica`);
    await db.query(`UPDATE ${table} SET marking = 4 WHERE id = $1`, [id]);
  });
}

export const uuid = async (api: Api, table: string, where: string) =>
  (
    await api.database.writer.query(
      `SELECT id FROM ${table} WHERE ${where} ORDER BY recorded_from DESC, id DESC LIMIT 1`,
    )
  )[0].id;

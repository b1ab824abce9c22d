import { Pool, type PoolClient } from 'pg';
import { typeIdOf } from '../../src/platform/type-id';
import { testDatabase } from '../harness/postgres/test-database';
import { DemoWorld } from '../questions/demo-world';
import { plantCrowd } from './crowd';
import { plantRun } from './import-runs';
import { OPERATIONS } from './operations';

interface Statement {
  text: string;
  values: readonly unknown[];
}

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: Plan[];
}

const CLEAR = 0;
/** Tables that hold thousands of rows here and millions one day. */
const LARGE = ['engagement', 'participation', 'claim', 'claim_target'];
/** What only the owner of the tables reads: numbers and what is matched by, never what is shown. */
const OF_THE_OWNER = /\bFROM event_(log|head)\b/;

let world: DemoWorld;
const heard: Statement[] = [];

beforeAll(async () => {
  await DemoWorld.prepare();
  world = await DemoWorld.open();
  await plantCrowd(world.api);
  await plantRun(world.api, 0);
  world.api.runtime.heard = (text, values) => heard.push({ text, values });
}, 60_000);
afterAll(() => world.close());

/** What anybody's query sends. */
async function statementsOf(query: string, variables: object = {}): Promise<Statement[]> {
  heard.length = 0;
  const { errors } = await world.api.read(CLEAR, query, { ...variables });
  if (errors) throw new Error(JSON.stringify(errors, null, 2));
  return [...heard];
}

/** How the database would run it for whoever reads what is CLEAR, the policies in force. */
async function planOf(statement: Statement, path = 'public'): Promise<Plan[]> {
  return planBy(await world.api.database.reader(CLEAR).connect(), statement, path);
}

async function planBy(client: PoolClient, { text, values }: Statement, path: string): Promise<Plan[]> {
  try {
    await client.query('BEGIN READ ONLY');
    await client.query(
      `SELECT set_config('search_path', $1, true), set_config('entente.as_of', now()::text, true)`,
      [path],
    );
    const { rows } = await client.query(`EXPLAIN (FORMAT JSON) ${text}`, [...values]);
    return nodesOf(rows[0]['QUERY PLAN'][0].Plan);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** Which large tables a query reads from end to end. */
async function scansOf(query: string, variables: object = {}): Promise<string[]> {
  const scans = new Set<string>();
  for (const statement of await statementsOf(query, variables))
    for (const node of await planOf(statement))
      if (node['Node Type'] === 'Seq Scan' && LARGE.includes(node['Relation Name'] ?? ''))
        scans.add(`${node['Relation Name']}: ${statement.text}`);
  return [...scans];
}

async function someIds(table: string): Promise<string[]> {
  const rows: { id: string }[] = await world.api.database.writer.query(
    `SELECT id FROM ${table} WHERE retracted_at IS NULL AND marking = 0 ORDER BY md5(id::text) LIMIT 20`,
  );
  return rows.map(({ id }) => typeIdOf(table, id));
}

describe('among thousands of records', () => {
  test('who reads is a role under row-level security', async () => {
    const { rows } = await world.api.database
      .reader(CLEAR)
      .query(
        'SELECT rolsuper, rolbypassrls, (SELECT count(*)::integer FROM engagement) AS seen FROM pg_roles WHERE rolname = current_user',
      );
    const [{ all }] = await world.api.database.writer.query(
      'SELECT count(*)::integer AS all FROM engagement',
    );

    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, seen: expect.any(Number) }]);
    expect(all).toBeGreaterThan(3_000);
    expect(rows[0].seen).toBeLessThan(all);
  });

  test('every statement of every documented read may be run by that role, in the present and in the past; but for those over the log, none of which may', async () => {
    let statements = 0;
    for (const { query, variables } of OPERATIONS) {
      const now = new Date().toISOString();
      for (const statement of await statementsOf(query, { ...variables, day: now, recordedAt: now })) {
        statements++;
        if (OF_THE_OWNER.test(statement.text)) {
          await expect(planOf(statement)).rejects.toThrow('permission denied');
          continue;
        }
        for (const path of ['public', 'past, public']) expect(await planOf(statement, path)).not.toEqual([]);
      }
    }
    expect(statements).toBeGreaterThan(500);
  }, 120_000);

  test('a page of the log begins in the index of its clearance, and events are found by their ids', async () => {
    const { writer } = world.api.database;
    await world.api.sequence();
    await writer.query(
      `INSERT INTO event_log SELECT l.seq + n, l.number_clear + n, l.number_green + n, l.number_amber + n, l.number_amber_strict + n,
              gen_random_uuid(), l.record_id, l.record_type, l.version, l.change, l.marking, l.former_marking, l.facets_before, l.facets_after, l.at, l.by, l.published_at
         FROM (SELECT * FROM event_log ORDER BY seq DESC LIMIT 1) l, generate_series(1, 30000) n`,
    );
    await writer.query('ANALYZE event_log');
    const pages = await statementsOf('{ events(first: 50) { edges { cursor } } }');
    const nodes = await statementsOf(
      '{ nodes(ids: ["event_01h455vb4pex5vsknk084sn02q", "event_01h455vb4pex5vsknk084sn02r"]) { id } }',
    );
    const ofLog = [...pages, ...nodes].filter(({ text }) => OF_THE_OWNER.test(text));

    expect(ofLog).toHaveLength(3);
    const owner = new Pool({ connectionString: testDatabase() });
    try {
      for (const statement of ofLog) {
        const scanned = (await planBy(await owner.connect(), statement, 'public'))
          .filter((node) => node['Node Type'] === 'Seq Scan')
          .map((node) => node['Relation Name']);
        // The newest partition is empty.
        expect(scanned.filter((name) => name === 'event_log_0')).toEqual([]);
      }
    } finally {
      await owner.end();
    }
  });

  test('a list of engagements starts in the index of its order', async () => {
    const [list] = await statementsOf('{ engagements(first: 20) { nodes { kind } } }');
    const [oldest] = await statementsOf('{ engagements(first: 20, orderBy: OLDEST) { nodes { kind } } }');

    expect(await indexesOf(list)).toEqual(['engagement_newest_clear']);
    expect(await indexesOf(oldest)).toEqual(['engagement_oldest_clear']);
  });

  test('a page of engagements with their parts and claims scans no large table', async () => {
    const page = `{ engagements(first: 20) { nodes {
      label highestLevel levelGap modality
      sides { state { label } highestLevel }
      participations { label role level tenure { position { title } } }
      agenda { topic { label } } links { to { label } }
      claims(first: 5) { nodes { statement targets { role record { label } } } }
    } } }`;
    expect(await scansOf(page)).toEqual([]);
  });

  test('records by their ids, with their parts, scan no large table', async () => {
    const ids = [...(await someIds('engagement')), ...(await someIds('claim')), ...(await someIds('source'))];
    const query = `query ($ids: [ID!]!) { nodes(ids: $ids) {
      ... on Engagement { label participations { label } children { nodes { label } } }
      ... on Claim { statement targets { role record { label } } passages { start } relations { kind to { statement } } }
    } }`;
    expect(await scansOf(query, { ids })).toEqual([]);
  });

  test('the claims of one record scan no large table', async () => {
    const [id] = await someIds('engagement');
    const query =
      'query ($id: ID!) { engagement(id: $id) { modality readings { value } absences { kind } claims { nodes { statement } } } }';
    expect(await scansOf(query, { id })).toEqual([]);
  });
});

async function indexesOf(statement: Statement | undefined): Promise<(string | undefined)[]> {
  if (!statement) throw new Error('no statement was sent');
  return (await planOf(statement)).filter((node) => node['Index Name']).map((node) => node['Index Name']);
}

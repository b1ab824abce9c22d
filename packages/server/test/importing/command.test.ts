import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { findings } from '../../src/app/check';
import { Api } from '../harness/api';
import { freshTestDatabase, testDatabase } from '../harness/postgres/test-database';
import { Entente } from './entente';
import { madeUpEvents } from './made-up-events';

/** Every sixth is out of the domain. */
const ROWS = 3_600;
const FACTS = 3_000;
const SKIPPED = 600;

let directory: string;
let file: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'entente-import-'));
  file = join(directory, 'made-up.export.CSV');
  writeFileSync(file, madeUpEvents(ROWS));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const entente = (...args: string[]) => new Entente(args, directory);

async function withFreshDatabase<T>(work: (api: Api) => Promise<T>): Promise<T> {
  await freshTestDatabase();
  const api = await Api.open(testDatabase());
  try {
    return await work(api);
  } finally {
    await api.close();
  }
}

interface Run {
  status: string;
  read: number;
  accepted: number;
  unchanged: number;
  skipped: number;
  rejected: number;
}

const runsOf = async (api: Api): Promise<Run[]> =>
  (await api.data('{ importRuns { status read accepted unchanged skipped rejected } }')).importRuns;

const acceptedSoFar = async (api: Api): Promise<number> =>
  (await api.database.writer.query('SELECT coalesce(sum(accepted), 0)::integer AS sum FROM import_batch'))[0]
    .sum;

/** All that is recorded, by table: every column but those that say when. */
async function contentOf({
  database: { writer },
}: Api): Promise<Record<string, { rows: number; hash: string }>> {
  const tables: { name: string }[] = await writer.query(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relname || '_history' IN (SELECT relname FROM pg_class) ORDER BY 1`,
  );
  const content: Record<string, { rows: number; hash: string }> = {};
  const take = async (name: string, row: string) => {
    const [found] = await writer.query(
      `SELECT count(*)::integer AS rows, md5(coalesce(string_agg(row, E'\\n' ORDER BY row), '')) AS hash FROM (${row}) t`,
    );
    content[name] = found;
  };
  for (const { name } of tables)
    await take(
      name,
      `SELECT (to_jsonb(t) - '{recorded_from,recorded_at,changed_at}'::text[])::text AS row FROM ${name} t`,
    );
  await take('versions', "SELECT (to_jsonb(v) - '{id,at}'::text[])::text AS row FROM record_version v");
  await take('known rows', 'SELECT r::text AS row FROM import_row r');
  return content;
}

describe('the command that imports', () => {
  test('says what became of the rows, and again that nothing changed', async () => {
    await withFreshDatabase(async (api) => {
      const first = await entente('import', 'gdelt', file).ended;
      const second = await entente('import', 'gdelt', file).ended;

      expect([first.code, second.code]).toEqual([0, 0]);
      expect(first.stdout).toMatch(/^read +3 600\naccepted +3 000\nunchanged +0\nskipped +600\n +190 +600 /);
      expect(first.stdout).toMatch(
        /\nrejected +0\nwarnings +\d+\n(.|\n)*seconds +\d+\.\d\nrows\/s +\S.*\npeak memory +\d+ MB\n$/,
      );
      expect(second.stdout).toMatch(/^read +3 600\naccepted +0\nunchanged +3 000\nskipped +600\n/);
      expect(await runsOf(api)).toEqual([
        { status: 'COMPLETED', read: ROWS, accepted: 0, unchanged: FACTS, skipped: SKIPPED, rejected: 0 },
        { status: 'COMPLETED', read: ROWS, accepted: FACTS, unchanged: 0, skipped: SKIPPED, rejected: 0 },
      ]);
    });
  }, 120_000);

  test('that is killed twice ends with the same record as one that is not, and its events have no hole', async () => {
    const unbroken = await withFreshDatabase(async (api) => {
      expect((await entente('import', 'gdelt', file).ended).code).toBe(0);
      return contentOf(api);
    });

    await withFreshDatabase(async (api) => {
      for (const accepted of [1, FACTS / 2])
        await entente('import', 'gdelt', file).signal(
          'SIGKILL',
          async () => (await acceptedSoFar(api)) >= accepted,
        );
      expect((await entente('import', 'gdelt', file).ended).code).toBe(0);

      const [last, ...killed] = await runsOf(api);
      expect(killed.map((run) => run.status)).toEqual(['INTERRUPTED', 'INTERRUPTED']);
      for (const run of killed) expect(run.accepted).toBeGreaterThan(0);
      expect(last?.unchanged).toBeLessThan(FACTS);
      expect(last).toMatchObject({ status: 'COMPLETED', read: ROWS, rejected: 0 });
      expect(last?.unchanged).toBe(killed.reduce((sum, run) => sum + run.accepted, 0));

      expect(await contentOf(api)).toEqual(unbroken);
      await api.sequence();
      const [{ events, versions, last: head }] = await api.database.writer.query(
        `SELECT (SELECT count(*)::integer FROM event_log) AS events, (SELECT max(seq)::integer FROM event_log) AS last,
                (SELECT count(*)::integer FROM record_version WHERE by = 'import:gdelt') AS versions`,
      );
      expect({ events, head }).toEqual({ events: versions, head: versions });
      expect(await findings(api.database.writer)).toEqual([]);
    });
  }, 240_000);

  test('stops at a batch on Ctrl-C, says so, and the same command goes on', async () => {
    await withFreshDatabase(async (api) => {
      const stopped = await entente('import', 'gdelt', file).signal(
        'SIGINT',
        async () => (await acceptedSoFar(api)) > 0,
      );
      const [run] = await runsOf(api);

      expect(stopped.code).toBe(1);
      expect(stopped.stderr).toMatch(/Interrupted\. The same command goes on with made-up\.export\.CSV\.\n$/);
      expect(run).toMatchObject({ status: 'INTERRUPTED' });
      expect(run?.read).toBeLessThan(ROWS);
      expect((await entente('import', 'gdelt', file).ended).code).toBe(0);
      expect((await runsOf(api))[0]).toMatchObject({ unchanged: run?.accepted, read: ROWS });
    });
  }, 120_000);

  test('reads standard input, packed too, dry and so many rows', async () => {
    await withFreshDatabase(async (api) => {
      const piped = entente('import', 'gdelt', '-', '--dry-run', '--limit', '1000');
      piped.child.stdin?.on('error', () => undefined);
      piped.child.stdin?.end(gzipSync(madeUpEvents(ROWS)));
      const { code, stdout } = await piped.ended;

      expect(code).toBe(0);
      expect(stdout).toMatch(/^Nothing was written: a dry run\.\nread +1 000\n/);
      expect(await runsOf(api)).toMatchObject([{ status: 'COMPLETED', read: 1_000 }]);
      expect(
        (await api.database.writer.query('SELECT count(*)::integer AS count FROM engagement'))[0].count,
      ).toBe(0);
    });
  }, 60_000);

  test.each([
    [['import', 'weather', 'file'], /^There is no dataset weather; there are gdelt, /],
    [['import', 'gdelt', 'nowhere.csv'], /^There is no file nowhere\.csv: give the path of one/],
    [['import', 'gdelt', 'x', '--limit', 'many'], /^--limit takes a whole number above 0/],
  ])('refuses %j in one line', async (args, message) => {
    const { code, stderr } = await entente(...args).ended;

    expect(code).toBe(1);
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n').length).toBe(1);
  });

  test.each([[['import', 'gdelt']], [['import', 'gdelt', 'x', '--fast']], [['check', '--dry-run']]])(
    'answers %j with the usage',
    async (args) => {
      const { code, stderr } = await entente(...args).ended;

      expect(code).toBe(2);
      expect(stderr).toMatch(/^Usage: entente <command>/);
    },
  );
});

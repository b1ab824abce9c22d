import { Api } from '../../../test/harness/api';
import { fileOf, gzipped, importing, importMeans } from '../../../test/harness/importing';
import { TINY, topicId } from '../../../test/harness/tiny-dataset';
import { zipped } from '../../../test/harness/zip';
import { typeIdOf } from '../../platform/type-id';
import type { Dataset } from './dataset.rule';
import { Import } from './import.job';
import { PassingFaults } from './write-fault.rule';

const HEAD = 'id,title,parent\n';
const NEVER = new AbortController().signal;

/** Rows that nobody imported before, so that the tests of a file need not know of each other. */
let asked = 0;
function rowsOf(count: number, row = (id: string) => `${id},Topic ${id},`): string {
  asked += 1;
  return HEAD + Array.from({ length: count }, (_, at) => `${row(`t${asked}-${at}`)}\n`).join('');
}

describe('an import', () => {
  let api: Api;
  beforeAll(async () => {
    api = await Api.open();
  });
  afterAll(() => api.close());

  const count = async (text: string, values: unknown[] = []): Promise<number> =>
    Number((await api.database.writer.query(text, values))[0].count);
  const topics = () => count('SELECT count(*) FROM topic');
  const topic = (id: string) =>
    api.data('query ($id: ID!) { node(id: $id) { ... on Topic { label version } } }', {
      id: typeIdOf('topic', topicId(id)),
    });

  test('writes what its rows say, refuses rows alone, and counts every row, by whoever and from whatever file', async () => {
    const text = `${HEAD}a,Borders,\nb,Water,geo\nc,war,\nd,,\ne,one,two,three\nf,same,\n`;

    expect(await importing(api, TINY, text)).toMatchObject({
      status: 'COMPLETED',
      read: 6,
      accepted: 2,
      unchanged: 1,
      skipped: 1,
      rejected: 2,
    });
    expect((await topic('a')).node).toEqual({ label: 'Borders', version: 1 });
    expect(
      await count(
        `SELECT count(*) FROM record_version WHERE record_id = $1 AND by = 'import:tiny' AND reason = 'test.csv'`,
        [topicId('a')],
      ),
    ).toBe(1);
  });

  test('changes nothing the second time, and says so', async () => {
    const text = rowsOf(1_200, (id) => `${id},Topic ${id},${id.length}`);
    const first = await importing(api, TINY, text);
    const before = await topics();
    const events = await count('SELECT count(*) FROM record_version');

    expect(first).toMatchObject({ read: 1_200, accepted: 1_200 });
    expect(await importing(api, TINY, text)).toMatchObject({
      status: 'COMPLETED',
      read: 1_200,
      accepted: 0,
      unchanged: 1_200,
      skipped: 0,
      rejected: 0,
    });
    expect(await topics()).toBe(before);
    expect(await count('SELECT count(*) FROM record_version')).toBe(events);
  });

  test('amends what a row says otherwise than before', async () => {
    await importing(api, TINY, `${HEAD}ports,Ports,\nroads,Roads,\n`);
    const again = await importing(api, TINY, `${HEAD}ports,Harbours,\nroads,Roads,\n`);

    expect(again).toMatchObject({ accepted: 1, unchanged: 1 });
    expect((await topic('ports')).node).toMatchObject({ label: 'Harbours', version: 2 });
    expect((await topic('roads')).node).toMatchObject({ label: 'Roads', version: 1 });
  });

  test('refuses a row alone that the database does not take, in words', async () => {
    const { runId, ...figures } = await importing(
      api,
      TINY,
      `${HEAD}x1,One,\nno slug!,Two,\nx3,Three,\nx4,Four,\nnor this!,Five,\n`,
    );

    expect(figures).toMatchObject({ status: 'COMPLETED', read: 5, accepted: 3, rejected: 2 });
    expect(
      await api.database.writer.query(
        'SELECT line, field, value, reason, message FROM import_rejection WHERE run_id = $1 ORDER BY line',
        [runId],
      ),
    ).toEqual(
      [3, 6].map((line) => ({
        line,
        field: null,
        value: line === 3 ? 'no slug!' : 'nor this!',
        reason: 'CONTRADICTION',
        message: 'What it says breaks a rule of the record: topic slug check',
      })),
    );
    expect((await topic('x4')).node.label).toBe('Four');
    // Refused rows are not known, so that they are tried again.
    expect(await importing(api, TINY, `${HEAD}x1,One,\nno slug!,Two,\n`)).toMatchObject({
      unchanged: 1,
      rejected: 1,
    });
  });

  test('fails where so many rows cannot be written that the fault is not theirs', async () => {
    const broken: Dataset<unknown> = {
      ...TINY,
      writer: () => ({
        write: async () => {
          throw new Error('a writer that is broken');
        },
      }),
    };
    const before = await count('SELECT count(*) FROM import_rejection');

    await expect(importing(api, broken, rowsOf(200))).rejects.toThrow('a writer that is broken');
    expect(await lastStatus()).toBe('FAILED');
    expect(await count('SELECT count(*) FROM import_rejection')).toBeLessThanOrEqual(before + 50);
  });

  test('takes what a file tells twice once; told in two ways, the first is taken', async () => {
    const text = `${HEAD}w,Wells,\nw,Wells,\nw,Springs,\n${rowsOf(1_100).slice(HEAD.length)}w,Springs,\nw,Wells,\n`;

    expect(await importing(api, TINY, text)).toMatchObject({
      read: 1_105,
      accepted: 1_101,
      unchanged: 2,
      rejected: 2,
    });
    expect(await importing(api, TINY, text)).toMatchObject({ accepted: 0, unchanged: 1_103, rejected: 2 });
    expect((await topic('w')).node).toMatchObject({ label: 'Wells', version: 1 });
  });

  test('tells equal rows of a dataset without names apart by how often they came before', async () => {
    const nameless: Dataset<unknown> = {
      ...TINY,
      name: 'nameless',
      dialectOf: (head) => {
        const dialect = TINY.dialectOf(head);
        return dialect && { ...dialect, isNamedByContent: true };
      },
      writer: () => ({ write: async (facts) => new Map(facts.map((fact) => [fact.externalId, null])) }),
    };
    const text = `${HEAD}n,Nought,\n${rowsOf(1_100).slice(HEAD.length)}n,Nought,\nn,Nought,\n`;

    expect(await importing(api, nameless, text)).toMatchObject({ read: 1_103, unchanged: 1_103 });
    expect(
      await api.database.writer.query(
        `SELECT external_id FROM import_row WHERE dataset = 'nameless' AND external_id LIKE 'n%' ORDER BY 1`,
      ),
    ).toEqual([{ external_id: 'n' }, { external_id: 'n #2' }, { external_id: 'n #3' }]);
  });

  test('that is a dry run counts the same and writes no record', async () => {
    const text = rowsOf(700);
    const before = await topics();
    const dry = await importing(api, TINY, text, { isDryRun: true });

    expect(dry).toMatchObject({ status: 'COMPLETED', read: 700, accepted: 700 });
    expect(await topics()).toBe(before);
    expect(await count('SELECT count(*) FROM import_run WHERE id = $1 AND is_dry_run', [dry.runId])).toBe(1);
    expect(await importing(api, TINY, text)).toMatchObject({ read: 700, accepted: 700 });
  });

  test('reads no more rows than it is told', async () => {
    const text = rowsOf(700);

    expect(await importing(api, TINY, text, { limit: 600 })).toMatchObject({
      status: 'COMPLETED',
      read: 600,
      accepted: 600,
    });
    expect(await importing(api, TINY, text)).toMatchObject({ accepted: 100, unchanged: 600 });
  });

  test('reads packed files as what is in them', async () => {
    const text = rowsOf(600);

    expect(await importing(api, TINY, gzipped(text))).toMatchObject({ accepted: 600 });
    expect(await importing(api, TINY, fileOf(zipped(text)))).toMatchObject({ unchanged: 600 });
  });

  test('says what is wrong with a file that is none of the dataset, and begins no run', async () => {
    const runs = await count('SELECT count(*) FROM import_run');

    await expect(importing(api, TINY, 'name;age\n')).rejects.toThrow(
      'test.csv is in none of the forms in which Tiny topics is handed on. It begins: name;age',
    );
    await expect(importing(api, TINY, '\n')).rejects.toThrow('test.csv is empty.');
    expect(await count('SELECT count(*) FROM import_run')).toBe(runs);
  });

  test('of a file that breaks off fails after what was whole, and goes on with a whole one', async () => {
    const text = rowsOf(3_000, (id) => `${id},${Math.random()} ${Math.random()},`);
    const packed = gzipped(text);
    const bytes: Buffer[] = [];
    for await (const chunk of packed.chunks()) bytes.push(chunk);
    const half = fileOf(Buffer.concat(bytes).subarray(0, 60_000));

    await expect(importing(api, TINY, half)).rejects.toThrow(/damaged or not whole/);
    expect(await lastStatus()).toBe('FAILED');
    const again = await importing(api, TINY, text);
    expect(again).toMatchObject({ status: 'COMPLETED', read: 3_000 });
    expect(again.unchanged).toBeGreaterThan(0);
    expect(again.unchanged % 500).toBe(0);
  });

  test('stops at the end of a batch when it is told to, and the same command goes on', async () => {
    const text = rowsOf(4_000, (id) => `${id},${'Topic'.repeat(10)} ${id},`);
    const stopping = new AbortController();
    const file = fileOf(text, 'stopped.csv', 4_096);
    const { chunks } = file;
    let given = 0;
    file.chunks = async function* () {
      for await (const chunk of chunks()) {
        yield chunk;
        if (++given === 30) stopping.abort();
      }
    };
    const stopped = await importing(api, TINY, file, { stop: stopping.signal });

    expect(stopped.status).toBe('INTERRUPTED');
    expect(stopped.read).toBe(stopped.accepted);
    expect(stopped.read % 500).toBe(0);
    expect(await lastStatus()).toBe('INTERRUPTED');
    expect(await importing(api, TINY, text)).toMatchObject({
      status: 'COMPLETED',
      read: 4_000,
      unchanged: stopped.accepted,
      accepted: 4_000 - stopped.accepted,
    });
  });

  test('does not wait for input that does not come once it is told to stop', async () => {
    const stopping = new AbortController();
    const file = fileOf(HEAD, 'pipe');
    file.chunks = async function* () {
      yield Buffer.from(rowsOf(10));
      stopping.abort();
      await new Promise(() => undefined);
    };

    expect(await importing(api, TINY, file, { stop: stopping.signal })).toMatchObject({
      status: 'INTERRUPTED',
      read: 0,
    });
  });

  test('of a dataset is refused while another one runs; another dataset is not', async () => {
    let release: () => void = () => undefined;
    const file = fileOf(rowsOf(10), 'slow.csv');
    const { chunks } = file;
    const begun = new Promise<void>((resolve) => {
      file.chunks = async function* () {
        resolve();
        await new Promise<void>((go) => {
          release = go;
        });
        yield* chunks();
      };
    });
    const first = importing(api, TINY, file);
    await begun;

    await expect(importing(api, TINY, rowsOf(1))).rejects.toThrow(
      'Another import of tiny is running: wait until it ends, then give this command again.',
    );
    expect(await importing(api, { ...TINY, name: 'tiny-too' }, rowsOf(1))).toMatchObject({ accepted: 1 });
    release();
    expect(await first).toMatchObject({ status: 'COMPLETED', accepted: 10 });
  });

  test('that ended with its process is said to be interrupted when the next one begins', async () => {
    const [{ id }] = await api.database.writer.query(
      `INSERT INTO import_run (id, marking, dataset, file, hash, status, is_dry_run, started_at)
       VALUES (gen_random_uuid(), 0, 'tiny', 'killed.csv', '', 'RUNNING', false, now()) RETURNING id`,
    );
    await importing(api, TINY, rowsOf(1));

    expect(
      await count(
        `SELECT count(*) FROM import_run WHERE id = $1 AND status = 'INTERRUPTED' AND finished_at IS NOT NULL`,
        [id],
      ),
    ).toBe(1);
  });

  test('ends when the connection is lost that keeps other imports away, and the next one goes on', async () => {
    const text = rowsOf(2_000, (id) => `${id},${'Topic'.repeat(10)} ${id},`);
    const file = fileOf(text, 'lost.csv', 4_096);
    const { chunks } = file;
    let given = 0;
    file.chunks = async function* () {
      for await (const chunk of chunks()) {
        yield chunk;
        if (++given === 20)
          await api.database.writer.query(
            `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'import of a test'`,
          );
      }
    };

    await expect(importing(api, TINY, file)).rejects.toThrow(/was lost: the same command goes on/);
    expect(await lastStatus()).toBe('RUNNING');
    expect(await importing(api, TINY, text)).toMatchObject({ status: 'COMPLETED', read: 2_000 });
    expect(await count(`SELECT count(*) FROM import_run WHERE status = 'RUNNING'`)).toBe(0);
    expect(
      await count(`SELECT count(*) FROM import_run WHERE file = 'lost.csv' AND status = 'INTERRUPTED'`),
    ).toBe(1);
  });

  test('outlasts connections that break, before a commit or after it, and counts each row once', async () => {
    const means = importMeans(api);
    const { change } = means;
    const faults: (string | null)[] = ['before', 'after', null, 'before', 'before', null];
    const broken = Object.assign(new Error('terminating connection'), { code: '57P01' });
    const breaking: typeof means = {
      ...means,
      change: {
        async run(...call: Parameters<typeof change.run>) {
          const fault = faults.shift();
          if (fault === 'before') throw broken;
          const answer = await change.run(...call);
          if (fault === 'after') throw broken;
          return answer;
        },
      } as typeof change,
    };
    const text = rowsOf(1_600);
    const work = new Import(breaking, { dataset: TINY, file: fileOf(text) }, new PassingFaults([1, 1, 1]));

    expect(await work.run(NEVER)).toBe('COMPLETED');
    expect(work.figures.accepted).toBe(1_600);
    expect(faults).toEqual([]);
    expect(
      await count('SELECT sum(accepted) AS count FROM import_batch WHERE run_id = $1', [work.figures.runId]),
    ).toBe(1_600);
  });

  async function lastStatus(): Promise<string> {
    const [run] = await api.database.writer.query(
      'SELECT status FROM import_run ORDER BY started_at DESC, id DESC LIMIT 1',
    );
    return run.status;
  }
});

import { Api } from '../../../test/harness/api';
import { importing } from '../../../test/harness/importing';
import { TINY } from '../../../test/harness/tiny-dataset';
import { typeIdOf } from '../../platform/type-id';

const HEAD = 'id,title,parent\n';

describe('a run of an importer', () => {
  let api: Api;
  let runId: string;
  beforeAll(async () => {
    api = await Api.open();
    const rows = 'a,Borders,\nb,Water?,\nc,war,\nd,war in sight,\ne,war,\nf,,\ng,one,two,three\nh,,\n';
    runId = (await importing(api, TINY, HEAD + rows, { name: 'topics.csv' })).runId;
  });
  afterAll(() => api.close());

  // 34. Rows the last import rejected, with reasons.
  test('tells which rows the last import rejected, with reasons', async () => {
    const { importRuns } = await api.data(`query RejectedRows {
      importRuns(first: 1) {
        dataset datasetVersion file status read accepted unchanged skipped rejected
        rejections(first: 100) { nodes { row field value reason message } pageInfo { hasNextPage endCursor } }
      }
    }`);

    expect(importRuns).toEqual([
      {
        dataset: 'tiny',
        datasetVersion: '1',
        file: 'topics.csv',
        status: 'COMPLETED',
        read: 8,
        accepted: 2,
        unchanged: 0,
        skipped: 3,
        rejected: 3,
        rejections: {
          nodes: [
            { row: 7, field: 'title', value: '', reason: 'MISSING_VALUE', message: 'title is empty' },
            {
              row: 8,
              field: null,
              value: 'g,one,two,three',
              reason: 'MALFORMED_ROW',
              message: 'Line 8 has 4 columns, not 3',
            },
            { row: 9, field: 'title', value: '', reason: 'MISSING_VALUE', message: 'title is empty' },
          ],
          pageInfo: { hasNextPage: false, endCursor: expect.any(String) },
        },
      },
    ]);
  });

  test('pages through refused rows in the order of the file, of some reasons', async () => {
    const page = (after: string | null) =>
      api.data(
        `query ($after: Cursor) { importRuns { rejections(reason: [MISSING_VALUE], first: 1, after: $after)
          { totalCount nodes { row } pageInfo { hasNextPage endCursor } } } }`,
        { after },
      );
    const first = (await page(null)).importRuns[0].rejections;
    const second = (await page(first.pageInfo.endCursor)).importRuns[0].rejections;

    expect(first).toMatchObject({ totalCount: 2, nodes: [{ row: 7 }], pageInfo: { hasNextPage: true } });
    expect(second).toMatchObject({ totalCount: 2, nodes: [{ row: 9 }], pageInfo: { hasNextPage: false } });
  });

  test('counts rows out of scope by code, and names values that nobody knows', async () => {
    const { importRun } = await api.data(
      'query ($id: ID!) { importRun(id: $id) { hash isDryRun marking startedAt finishedAt skippedCodes { code label count } warnings { kind value count firstRow } } }',
      { id: typeIdOf('import_run', runId) },
    );

    expect(importRun).toEqual({
      hash: 'of a test',
      isDryRun: false,
      marking: 'CLEAR',
      startedAt: expect.any(String),
      finishedAt: expect.any(String),
      skippedCodes: [
        { code: 'war', label: null, count: 2 },
        { code: 'war in sight', label: null, count: 1 },
      ],
      warnings: [{ kind: 'title', value: 'Water?', count: 1, firstRow: 3 }],
    });
  });

  test('is a node, as are the rows it refused', async () => {
    const { importRuns } = await api.data('{ importRuns { id rejections { nodes { id } } } }');
    const { id, rejections } = importRuns[0];
    const { run, row } = await api.data(
      `query ($run: ID!, $row: ID!) { run: node(id: $run) { __typename id ... on ImportRun { read } }
        row: node(id: $row) { __typename id ... on ImportRejection { row } } }`,
      { run: id, row: rejections.nodes[0].id },
    );

    expect(run).toEqual({ __typename: 'ImportRun', id, read: 8 });
    expect(row).toEqual({ __typename: 'ImportRejection', id: rejections.nodes[0].id, row: 7 });
  });

  test('is found by its dataset, the latest first, and so many as are asked for', async () => {
    const { runId: later } = await importing(api, { ...TINY, name: 'other' }, `${HEAD}z,Zones,\n`);
    const ask = async (args: string) =>
      (await api.data(`{ importRuns${args} { id dataset } }`)).importRuns.map(
        (run: { dataset: string }) => run.dataset,
      );

    expect(await ask('')).toEqual(['other', 'tiny']);
    expect(await ask('(dataset: ["tiny"])')).toEqual(['tiny']);
    expect(await ask('(first: 1)')).toEqual(['other']);
    expect((await api.query('{ importRuns(first: 0) { id } }')).errors?.[0]).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT', field: 'first' },
    });
    await api.database.writer.query('UPDATE import_run SET marking = 3 WHERE id = $1', [later]);
    await api.database.writer.query('UPDATE import_rejection SET marking = 3 WHERE run_id = $1', [later]);
  });

  test.each([[false], [true]])(
    'that is marked higher does not exist for readers below, its figures neither (policies alone: %s)',
    async (isSo) => {
      api.withPoliciesAlone(isSo);
      try {
        const below = await api.read(2, '{ importRuns { dataset read } }');
        const above = await api.read(3, '{ importRuns { dataset read } }');

        expect(below.data.importRuns).toEqual([{ dataset: 'tiny', read: 8 }]);
        expect(above.data.importRuns).toEqual([
          { dataset: 'other', read: 1 },
          { dataset: 'tiny', read: 8 },
        ]);
      } finally {
        api.withPoliciesAlone(false);
      }
    },
  );

  test('keeps what it knows of rows from every reader', async () => {
    await expect(api.database.reader(4).query('SELECT FROM import_row')).rejects.toThrow(/permission denied/);
  });
});

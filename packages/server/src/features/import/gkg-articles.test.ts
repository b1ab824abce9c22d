import { Api } from '../../../test/harness/api';
import { IRAQ, inForm20, QATAR } from '../../../test/harness/gdelt-rows';
import { importing } from '../../../test/harness/importing';
import { GDELT } from './gdelt.service';
import { GKG_ARTICLES } from './gkg-articles.service';

const HEADER = 'dt\tgkgrecordid\tsqldate\tcountry\tsrc\turl';

const list = (...rows: [id: string, day: string, src: string, url: string][]) =>
  `${[HEADER, ...rows.map(([id, day, src, url]) => ['2018-09-17 08:45:00', id, day, 'IZ', src, url].join('\t'))].join('\n')}\n`;

describe('lists of articles of the GKG', () => {
  let api: Api;
  beforeAll(async () => {
    api = await Api.open();
  });
  afterAll(() => api.close());

  const sourcesAt = (url: string) =>
    api.database.writer.query(
      `SELECT s.kind, s.is_held, s.published_edtf, a.label, a.domain, a.org_kind FROM source s JOIN actor a ON a.id = s.publisher_id WHERE s.url = $1`,
      [url],
    );

  test('are sources that are not held, each of an outlet, published about the day they were taken in', async () => {
    const url = 'https://www.outlet.example/world/1';
    expect(
      await importing(api, GKG_ARTICLES, list(['1-0', '20180917', 'outlet.example', url])),
    ).toMatchObject({
      accepted: 1,
    });

    expect(await sourcesAt(url)).toEqual([
      {
        ...{ kind: 'NEWS_ARTICLE', is_held: false, published_edtf: '2018-09-17~' },
        ...{ label: 'outlet.example', domain: 'outlet.example', org_kind: 'MEDIA' },
      },
    ]);
  });

  test('name an address once, however many rows and files name it', async () => {
    const url = 'https://outlet.example/world/2';
    const first = list(
      ['2-0', '20180917', 'outlet.example', url],
      ['2-1', '20180917', 'outlet.example', url],
    );
    expect(await importing(api, GKG_ARTICLES, first)).toMatchObject({ read: 2, accepted: 1, unchanged: 1 });
    const second = list(['3-0', '20180918', 'outlet.example', url]);
    expect(await importing(api, GKG_ARTICLES, second)).toMatchObject({ read: 1, accepted: 0, unchanged: 1 });

    expect(await sourcesAt(url)).toHaveLength(1);
  });

  test('share their addresses with events', async () => {
    const url = 'https://outlet.example/world/4';
    await importing(api, GDELT, inForm20({ id: 4, code: '040', one: QATAR, two: IRAQ, url }));

    expect(
      await importing(api, GKG_ARTICLES, list(['4-0', '20180917', 'outlet.example', url])),
    ).toMatchObject({
      unchanged: 1,
    });
    expect(await sourcesAt(url)).toHaveLength(1);
  });

  test('are found in the graph itself, too, of which most columns are not asked', async () => {
    const url = 'https://outlet.example/world/7';
    const row = ['20180917084500-7', '20180917084500', '1', 'outlet.example', url, ...Array(22).fill('x')];

    expect(await importing(api, GKG_ARTICLES, `${row.join('\t')}\n`)).toMatchObject({ accepted: 1 });
    expect(await sourcesAt(url)).toMatchObject([{ label: 'outlet.example', published_edtf: '2018-09-17~' }]);
  });

  test('may be empty but for their header', async () => {
    expect(await importing(api, GKG_ARTICLES, `${HEADER}\n`)).toMatchObject({ status: 'COMPLETED', read: 0 });
  });

  test('are refused or skipped row by row', async () => {
    const text = `${list(
      ['5-0', '20181332', 'outlet.example', 'https://outlet.example/5'],
      ['', '20180917', 'outlet.example', 'https://outlet.example/6'],
      ['5-2', '20180917', 'outlet.example', ''],
      ['5-3', '20180917', 'outlet.example', 'Broadcast of the evening'],
    )}too\tshort\n`;
    const run = await importing(api, GKG_ARTICLES, text);

    expect(run).toMatchObject({ read: 5, accepted: 0, skipped: 1, rejected: 4 });
    const reasons = await api.database.writer.query(
      'SELECT reason, field FROM import_rejection WHERE run_id = $1 ORDER BY line',
      [run.runId],
    );
    expect(reasons).toEqual([
      { reason: 'BAD_DATE', field: 'sqldate' },
      { reason: 'MISSING_VALUE', field: 'gkgrecordid' },
      { reason: 'MISSING_VALUE', field: 'url' },
      { reason: 'MALFORMED_ROW', field: null },
    ]);
  });
});

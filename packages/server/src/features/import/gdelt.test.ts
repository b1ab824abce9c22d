import { Api } from '../../../test/harness/api';
import {
  BAGHDAD,
  type GdeltSketch,
  IRAQ,
  inCommas,
  inForm10,
  inForm20,
  inSemicolons,
  QATAR,
} from '../../../test/harness/gdelt-rows';
import { importing } from '../../../test/harness/importing';
import { typeIdOf } from '../../platform/type-id';
import { GDELT } from './gdelt.service';

const ENGAGEMENT = `id kind status mode when { edtf earliest latest } place { label country { label } }
  codes { scheme code version }
  participations { role number descriptor actor { id label __typename } onBehalfOf { label } tenure { position { title } } }`;

describe('GDELT events', () => {
  let api: Api;
  beforeAll(async () => {
    api = await Api.open();
  });
  afterAll(() => api.close());

  /** What the rows of these ids wrote. */
  async function wrote(...ids: (string | number)[]): Promise<(string | null)[]> {
    const rows: { external_id: string; record_id: string | null }[] = await api.database.writer.query(
      `SELECT external_id, record_id FROM import_row WHERE dataset = 'gdelt' AND external_id = ANY($1)`,
      [ids.map(String)],
    );
    return ids.map((id) => rows.find((row) => row.external_id === String(id))?.record_id ?? null);
  }

  async function engagement(id: string | number) {
    const [uuid] = await wrote(id);
    const { node } = await api.data(
      `{ node(id: "${typeIdOf('engagement', String(uuid))}") { ... on Engagement { ${ENGAGEMENT} } } }`,
    );
    return node;
  }

  const talks = (id: number, more: Partial<GdeltSketch> = {}): GdeltSketch => ({
    ...{ id, code: '040', one: QATAR, two: IRAQ, place: BAGHDAD },
    ...more,
  });

  describe.each([
    ['2.0, tabs, without a header', (event: GdeltSketch) => inForm20(event), 1],
    ['1.0, tabs, 58 columns', (event: GdeltSketch) => inForm10(event), 2],
    ['semicolons, with a header', (event: GdeltSketch) => inSemicolons(event), 3],
    ['commas, 63 columns, with a header', (event: GdeltSketch) => inCommas([event]), 4],
    [
      'commas, the columns in another order',
      (event: GdeltSketch) => inCommas([event], (cells) => cells.toReversed()),
      5,
    ],
  ] as const)('in %s', (_name, form, id) => {
    test('are engagements of states, at a place, with their codes', async () => {
      const url = 'https://www.outlet.example/politics/1';
      expect(await importing(api, GDELT, form(talks(id, { url })))).toMatchObject({ read: 1, accepted: 1 });

      expect(await engagement(id)).toMatchObject({
        kind: 'TALKS',
        status: 'HELD',
        mode: null,
        when: { edtf: '2019-06-12', earliest: '2019-06-12', latest: '2019-06-12' },
        place: { label: 'Baghdad', country: { label: 'Iraq' } },
        codes: [
          { scheme: 'CAMEO', code: '040', version: '1.1b3' },
          { scheme: 'PLOVER', code: 'CONSULT', version: '0.8' },
        ],
        participations: [
          { role: 'PARTICIPANT', actor: { label: 'Qatar', __typename: 'State' } },
          { role: 'PARTICIPANT', actor: { label: 'Iraq' } },
        ],
      });
    });
  });

  test('of 1.0 are read whether or not a row has an address', async () => {
    const text = inForm10(talks(10), talks(11, { url: 'https://outlet.example/a' }), talks(12));

    expect(await importing(api, GDELT, text)).toMatchObject({ read: 3, accepted: 3, rejected: 0 });
  });

  test('are skipped by their whole code where a spreadsheet took its zeros', async () => {
    const codes = ['010', '0214', '100', '0874', '1831', '051', '120'];
    const { runId, skipped } = await importing(
      api,
      GDELT,
      inSemicolons(...codes.map((code, index) => talks(20 + index, { code }))),
    );

    const found = await api.database.writer.query(
      'SELECT code FROM import_skip WHERE run_id = $1 ORDER BY 1',
      [runId],
    );
    expect(found.map(({ code }: { code: string }) => code)).toEqual([...codes].sort());
    expect(skipped).toBe(7);
  });

  test('are refused alone, with the column and the value that cannot be taken', async () => {
    const good = talks(30);
    const text =
      inForm20(good, talks(31, { day: '20190231' }), talks(32, { place: { ...BAGHDAD, latitude: '95' } })) +
      `33\t20190612\tshort\n` +
      inForm20({ ...good, id: '8.17E+08' }, { ...good, id: '' }, { ...good, id: 36, code: '' });

    const run = await importing(api, GDELT, text);

    expect(run).toMatchObject({ read: 7, accepted: 1, rejected: 6 });
    const found = await api.database.writer.query(
      'SELECT line AS "row", reason, field, value FROM import_rejection WHERE run_id = $1 ORDER BY 1',
      [run.runId],
    );
    expect(found).toMatchObject([
      { row: 2, reason: 'BAD_DATE', field: 'SQLDATE', value: '20190231' },
      { row: 3, reason: 'BAD_NUMBER', field: 'ActionGeo_Lat', value: '95' },
      { row: 4, reason: 'MALFORMED_ROW', field: null },
      { row: 5, reason: 'BAD_NUMBER', field: 'GLOBALEVENTID', value: '8.17E+08' },
      { row: 6, reason: 'MISSING_VALUE', field: 'GLOBALEVENTID' },
      { row: 7, reason: 'MISSING_VALUE', field: 'EventCode' },
    ]);
  });

  test('that mirror each other are one visit, which rests on both rows', async () => {
    const text = inForm20(
      talks(40, { code: '042', one: IRAQ, two: QATAR, day: '20190701', url: 'https://outlet.example/40' }),
      talks(41, { code: '043', one: QATAR, two: IRAQ, day: '20190701', url: 'https://other.example/41' }),
    );
    expect(await importing(api, GDELT, text)).toMatchObject({ accepted: 2 });

    const [made, hosted] = await wrote(40, 41);
    expect(made).toBe(hosted);
    expect(await engagement(40)).toMatchObject({
      kind: 'VISIT',
      participations: [
        { role: 'VISITOR', actor: { label: 'Iraq' } },
        { role: 'HOST', actor: { label: 'Qatar' } },
      ],
      codes: [{ code: '042' }, { code: 'CONSULT' }, { code: '043' }],
    });
    const { node } = await api.data(
      `{ node(id: "${typeIdOf('engagement', String(made))}") { ... on Record { claims(filter: {predicate: [SUPPORTS_RECORD]}) { nodes { statement attributions { referencedSource { url publisher { label } } } } } } } }`,
    );
    expect(node.claims.nodes).toHaveLength(2);
    expect(node.claims.nodes.flatMap((claim: { attributions: unknown[] }) => claim.attributions)).toEqual(
      expect.arrayContaining([
        { referencedSource: { url: 'https://outlet.example/40', publisher: { label: 'outlet.example' } } },
        { referencedSource: { url: 'https://other.example/41', publisher: { label: 'other.example' } } },
      ]),
    );
  });

  test('of a visit told by one side alone are that visit, in whichever order the halves come', async () => {
    const made = talks(42, { code: '042', one: IRAQ, two: QATAR, day: '20190702' });
    const hosted = talks(43, { code: '043', one: QATAR, two: IRAQ, day: '20190702' });

    await importing(api, GDELT, inForm20(hosted));
    const before = await api.database.writer.query('SELECT count(*)::int AS n FROM engagement');
    await importing(api, GDELT, inForm20(made));

    expect(await wrote(42)).toEqual(await wrote(43));
    expect(await api.database.writer.query('SELECT count(*)::int AS n FROM engagement')).toEqual(before);
  });

  test('of other days, pairs and kinds stay apart, however alike', async () => {
    const visit = talks(50, { code: '042', one: IRAQ, two: QATAR, day: '20190703' });
    await importing(
      api,
      GDELT,
      inForm20(
        visit,
        { ...visit, id: 51, day: '20190704' },
        { ...visit, id: 52, one: QATAR, two: IRAQ },
        { ...visit, id: 53, code: '046' },
        { ...visit, id: 54, code: '046' },
      ),
    );

    expect(new Set(await wrote(50, 51, 52, 53, 54)).size).toBe(5);
  });

  test('of nobody in particular are matched only within one article', async () => {
    const student = { code: 'EDU', name: 'STUDENT', types: ['EDU'] };
    const visit = { code: '042', one: student, two: QATAR, day: '20190705' };
    await importing(
      api,
      GDELT,
      inForm20(
        talks(60, { ...visit, url: 'https://outlet.example/60' }),
        talks(61, { ...visit, code: '043', one: QATAR, two: student, url: 'https://outlet.example/60' }),
        talks(62, { ...visit, url: 'https://outlet.example/62' }),
      ),
    );

    const [one, two, three] = await wrote(60, 61, 62);
    expect([two, three === one]).toEqual([one, false]);
  });

  test('that are only intended are expected from that day on, at no known place', async () => {
    await importing(api, GDELT, inForm20(talks(70, { code: '036' })));

    expect(await engagement(70)).toMatchObject({
      kind: 'TALKS',
      status: 'EXPECTED',
      when: { edtf: '2019-06-12/', earliest: '2019-06-12', latest: null },
      place: null,
    });
  });

  test('of signing are agreements that their parties signed that day', async () => {
    await importing(
      api,
      GDELT,
      inForm20(talks(80, { code: '057', two: { ...IRAQ, code: 'IRQGOV', types: ['GOV'] } })),
    );
    const [id] = await wrote(80);

    const { node } = await api.data(
      `{ node(id: "${typeIdOf('agreement', String(id))}") { ... on Agreement { form number status parties { actor { label } } actions { nodes { kind party { label } on { edtf } } } } } }`,
    );
    expect(node).toMatchObject({
      form: null,
      number: 'ONE',
      status: 'SIGNED',
      parties: [{ actor: { label: 'Qatar' } }, { actor: { label: 'Iraq' } }],
      actions: {
        nodes: [
          { kind: 'SIGNATURE', party: { label: 'Qatar' }, on: { edtf: '2019-06-12' } },
          { kind: 'SIGNATURE', party: { label: 'Iraq' }, on: { edtf: '2019-06-12' } },
        ],
      },
    });
  });

  test('name organizations by the narrowest code, organs by their words for their state, others by their words', async () => {
    await importing(
      api,
      GDELT,
      inForm20(
        talks(90, {
          one: { code: 'IGOUNODEVWBK', name: 'WORLD BANK', group: 'UNO', types: ['IGO', 'DEV'] },
          two: { code: 'IRQMIL', name: 'GENERAL STAFF', country: 'IRQ', types: ['MIL'] },
        }),
        talks(91, { two: { code: 'IRQBUS', name: 'TRADERS', country: 'IRQ', types: ['BUS'] } }),
      ),
    );

    expect((await engagement(90)).participations).toMatchObject([
      { actor: { label: 'World Bank', __typename: 'Organization' }, onBehalfOf: null },
      { actor: null, descriptor: 'GENERAL STAFF', onBehalfOf: { label: 'Iraq' } },
    ]);
    expect((await engagement(91)).participations[1]).toMatchObject({
      actor: null,
      descriptor: 'TRADERS',
      onBehalfOf: null,
    });
  });

  test('of nobody, and of nobody in particular, are out of the domain, and so are codes that nobody knows', async () => {
    const company = { code: 'BUS', name: 'COMPANY', types: ['BUS'] };
    const none = { one: undefined, two: undefined };
    const run = await importing(
      api,
      GDELT,
      inForm20(
        talks(100, none),
        talks(101, { ...none, one: company }),
        talks(102, { ...none, one: QATAR }),
        talks(103, { code: '0499' }),
      ),
    );

    expect(run).toMatchObject({ accepted: 1, skipped: 3 });
    const codes = await api.database.writer.query(
      'SELECT code FROM import_skip WHERE run_id = $1 ORDER BY 1',
      [run.runId],
    );
    expect(codes.map(({ code }: { code: string }) => [code, GDELT.codeLabel(code)])).toEqual([
      ['0499', 'no code of CAMEO 1.1b3'],
      ['no actor', expect.any(String)],
      ['no party', expect.any(String)],
    ]);
  });

  test('of a state that no list has are kept in the words of the row, with a warning', async () => {
    const run = await importing(
      api,
      GDELT,
      inForm20(talks(110, { one: { code: 'QQQ', name: 'NOWHERE', country: 'QQQ' } })),
    );

    expect(
      await api.database.writer.query('SELECT kind, value FROM import_warning WHERE run_id = $1', [
        run.runId,
      ]),
    ).toEqual([{ kind: 'state', value: 'QQQ (NOWHERE)' }]);
    expect((await engagement(110)).participations[0]).toMatchObject({ actor: null, descriptor: 'NOWHERE' });
  });

  test('that say something else than before change what they wrote, and leave what they no longer tell of', async () => {
    await importing(api, GDELT, inForm20(talks(120), talks(121, { code: '042', day: '20190706' })));
    const [talk, visit] = await wrote(120, 121);

    await importing(
      api,
      GDELT,
      inForm20(talks(120, { code: '046', two: undefined }), talks(121, { code: '042', day: '20190707' })),
    );

    expect(await wrote(120)).toEqual([talk]);
    expect(await engagement(120)).toMatchObject({
      codes: [{ code: '046' }, { code: 'CONSULT' }],
      participations: [{ actor: { label: 'Qatar' } }],
    });
    expect(await wrote(121)).not.toEqual([visit]);
    const withdrawn = await api.database.writer.query(
      'SELECT retracted_at IS NOT NULL AS gone FROM engagement WHERE id = $1',
      [visit],
    );
    expect(withdrawn).toEqual([{ gone: true }]);
  });

  test('of a file that is none of GDELT are not guessed at', () => {
    expect(GDELT.dialectOf('a\tb\tc\n1\t2\t3\n')).toBeNull();
    expect(GDELT.dialectOf('title,year\nx,1\n')).toBeNull();
  });
});

import { Api } from '../../../test/harness/api';
import { seriesOf, shown } from '../../../test/harness/counted';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api.close());

const ENGAGEMENTS = `query ($filter: EngagementFilter, $by: [Dimension!]!, $top: Int, $fillEmpty: Boolean) {
  engagements(filter: $filter, first: 0) { groups(by: $by, top: $top, fillEmpty: $fillEmpty) {
    count period kind engagementStatus level cameoRoot ploverCategory state { iso2 } relationship { label } topic { slug } publisher { label } } } }`;

async function engagements(by: string[], filter: object = {}, more: object = {}): Promise<unknown[][]> {
  return shown((await api.data(ENGAGEMENTS, { by, filter, ...more })).engagements.groups);
}

describe('engagements counted', () => {
  test('by year take in what lies wholly in it, and the others in the row without period', async () => {
    const { filter, met } = seriesOf(api);
    await met('2021-03-05', ['QA', 'IQ']);
    await met('2021', ['QA', 'IQ']);
    await met('2021-06~', ['QA', 'IQ']);
    await met('2021-12-20/2022-01-10', ['QA', 'IQ']);
    await met('2022', ['QA', 'IQ']);
    await met('2022?', ['QA', 'IQ']);
    await met(null, ['QA', 'IQ']);

    expect(await engagements(['YEAR'], filter)).toEqual([['2021', 3], ['2022', 1], [3]]);
    expect(await engagements(['MONTH'], filter)).toEqual([['2021-03', 1], [6]]);
    expect(await engagements(['QUARTER'], filter)).toEqual([['2021-Q1', 1], [6]]);
    expect(await engagements([], filter)).toEqual([[7]]);
  });

  test('by nothing are one row, be it of none', async () => {
    expect(await engagements([], { series: 'of nobody' })).toEqual([[0]]);
    expect(await engagements(['YEAR'], { series: 'of nobody' })).toEqual([]);
  });

  test('leave out those in the plural, and a visit beside its meetings', async () => {
    const { filter, met } = seriesOf(api);
    const visit = await met('2021', ['QA', 'IQ'], { kind: 'VISIT' });
    await met('2021', ['QA', 'IQ'], { parent: visit });
    await met('2021', ['QA', 'IQ'], { parent: visit });
    const alone = await met('2021', ['QA', 'IQ'], { kind: 'VISIT' });
    await met('2021', ['QA', 'IQ'], { parent: alone, number: 'SEVERAL' });
    await met('2021', ['QA', 'IQ'], { number: 'SEVERAL', kind: 'TALKS' });

    expect(await engagements(['KIND'], filter)).toEqual([
      ['MEETING', 2],
      ['VISIT', 1],
    ]);
  });

  test('count a visit again once its meetings are withdrawn', async () => {
    const { filter, met } = seriesOf(api);
    const visit = await met('2021', ['QA', 'IQ'], { kind: 'VISIT' });
    const meeting = await met('2021', ['QA', 'IQ'], { parent: visit });
    await api.data(
      'mutation ($id: ID!) { retract(id: $id, expectedVersion: 1, reason: "an error") { id } }',
      { id: meeting },
    );

    expect(await engagements(['KIND'], filter)).toEqual([['VISIT', 1]]);
    expect(await engagements(['KIND'], { ...filter, isRetracted: true })).toEqual([['MEETING', 1]]);
  });

  test('count once in each state that is present, whoever stands for it', async () => {
    const { filter, met } = seriesOf(api);
    const ministry = await api.given.organization('A ministry', { orgKind: 'MINISTRY', state: 'IQ' });
    await met('2021', ['QA', ministry], {
      participations: [
        { actor: 'QA' },
        { actor: ministry },
        { actor: 'IQ' },
        { actor: 'FR', role: 'INVITER' },
      ],
    });
    await met('2021', ['QA', 'US']);

    expect(await engagements(['STATE'], filter)).toEqual([
      ['QA', 2],
      ['IQ', 1],
      ['US', 1],
    ]);
    expect(await engagements(['RELATIONSHIP'], filter)).toEqual([
      ['Iraq – Qatar', 1],
      ['Qatar – United States', 1],
    ]);
  });

  test('say nothing of pairs where more than twelve states met', async () => {
    const { filter, met } = seriesOf(api);
    const twelve = ['QA', 'IQ', 'FR', 'US', 'DE', 'IT', 'ES', 'PT', 'SE', 'NO', 'FI', 'DK'];
    await met('2021', twelve);
    await met('2021', [...twelve, 'JP']);

    expect(await engagements(['STATE', 'RELATIONSHIP'], filter, { top: 1000 })).toHaveLength(12 * 66);
    expect(await engagements(['STATE'], filter)).toHaveLength(13);
  });

  test('by level are those of the highest who was present', async () => {
    const { filter, met } = seriesOf(api);
    const at = (...levels: (string | null)[]) =>
      met('2021', [], { participations: levels.map((level) => ({ actor: 'QA', level })) });
    await at('MINISTER', 'OFFICIAL');
    await at('OFFICIAL', null);
    await at(null);
    await met('2021', [], {
      participations: [
        { actor: 'QA', level: 'OFFICIAL' },
        { actor: 'IQ', level: 'MINISTER', role: 'SENDER' },
      ],
    });

    expect(await engagements(['LEVEL'], filter)).toEqual([['OFFICIAL', 2], ['MINISTER', 1], [1]]);
  });

  test('by topic and by the roots of their codes', async () => {
    const { filter, met, number } = seriesOf(api);
    await api.given.topic(`energy-${number}`);
    await met('2021', ['QA', 'IQ'], {
      agenda: [{ topic: `energy-${number}` }],
      codes: [
        { scheme: 'CAMEO', code: '042', version: '1' },
        { scheme: 'CAMEO', code: '046', version: '1' },
        { scheme: 'PLOVER', code: 'CONSULT', version: '1' },
      ],
    });
    await met('2021', ['QA', 'IQ'], { codes: [{ scheme: 'CAMEO', code: '057', version: '1' }] });

    expect(await engagements(['CAMEO_ROOT'], filter)).toEqual([
      ['04', 1],
      ['05', 1],
    ]);
    expect(await engagements(['PLOVER_CATEGORY', 'TOPIC'], filter)).toEqual([
      ['CONSULT', `energy-${number}`, 1],
    ]);
  });

  test('by publisher are those that the filter by publisher finds', async () => {
    const { filter, met } = seriesOf(api);
    const [one, other] = [
      await api.given.organization('Outlet one'),
      await api.given.organization('Outlet two'),
    ];
    const [first, second] = [await met('2021', ['QA', 'IQ']), await met('2022', ['QA', 'IQ'])];
    const source = (publisher: string, more = {}) =>
      api.given.source({ kind: 'DATASET_ROW', publisher, ...more });
    const original = await source(one);
    const reprint = await source(other, { repeats: [{ cites: original, kind: 'REPRINT' }] });
    const claim = (on: string, from: string) =>
      api.given.claim({
        statement: 'They met',
        predicate: 'SUPPORTS_RECORD',
        source: from,
        targets: [{ record: on }],
      });
    await claim(first, original);
    await claim(second, reprint);

    expect(await engagements(['PUBLISHER'], filter)).toEqual([
      ['Outlet one', 2],
      ['Outlet two', 1],
    ]);
    for (const [publisher, count] of [
      [one, 2],
      [other, 1],
    ])
      expect(await engagements([], { ...filter, evidence: { publishers: [publisher] } })).toEqual([[count]]);
  });

  test('are those that the reader may see, their states and their meetings too', async () => {
    const { filter, met } = seriesOf(api);
    const visit = await met('2021', ['QA', 'IQ'], { kind: 'VISIT' });
    await met('2021', ['QA', 'FR'], { parent: visit, marking: 'RED' });
    const read = async (clearance: number, by: string[]) =>
      shown((await api.read(clearance, ENGAGEMENTS, { by, filter })).data.engagements.groups);

    expect(await read(0, ['KIND'])).toEqual([['VISIT', 1]]);
    expect(await read(4, ['KIND'])).toEqual([['MEETING', 1]]);
    expect(await read(0, ['STATE'])).toEqual(
      [
        ['IQ', 1],
        ['QA', 1],
      ].sort(),
    );
    expect((await read(4, ['STATE'])).map(([state]) => state).sort()).toEqual(['FR', 'QA']);
  });

  test('are counted as they were recorded then', async () => {
    const { filter, met } = seriesOf(api);
    await met('2021', ['QA', 'IQ']);
    const then = new Date().toISOString();
    await met('2022', ['QA', 'IQ']);
    const data = await api.data(
      `query ($then: DateTime!, $filter: EngagementFilter) { asOf(recordedAt: $then) { engagements(filter: $filter, first: 0) {
        groups(by: [YEAR, STATE]) { period count } network { count } } } }`,
      { then, filter },
    );

    expect(shown(data.asOf.engagements.groups)).toEqual([
      ['2021', 1],
      ['2021', 1],
    ]);
    expect(data.asOf.engagements.network).toEqual([{ count: 1 }]);
  });
});

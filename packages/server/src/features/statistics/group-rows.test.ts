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

describe('rows of engagements counted', () => {
  test('fill every period between the first and the last, with whatever else was found', async () => {
    const { filter, met } = seriesOf(api);
    await met('2020-11', ['QA', 'IQ']);
    await met('2021-02', ['QA', 'IQ'], { kind: 'CALL' });

    const fillEmpty = true;
    expect(await engagements(['MONTH'], filter, { fillEmpty })).toEqual([
      ['2020-11', 1],
      ['2020-12', 0],
      ['2021-01', 0],
      ['2021-02', 1],
    ]);
    expect(await engagements(['QUARTER', 'KIND'], filter, { fillEmpty })).toEqual([
      ['2020-Q4', 'MEETING', 1],
      ['2020-Q4', 'CALL', 0],
      ['2021-Q1', 'CALL', 1],
      ['2021-Q1', 'MEETING', 0],
    ]);
    expect(await engagements(['MONTH'], filter)).toHaveLength(2);
  });

  test('fill the whole range that the filter asks for, as far as there is room', async () => {
    const { filter, met } = seriesOf(api);
    await met('2021-02', ['QA', 'IQ']);
    const within = { ...filter, when: { from: '2020', to: '2021-06' } };

    expect(await engagements(['YEAR'], within, { fillEmpty: true })).toEqual([
      ['2020', 0],
      ['2021', 1],
    ]);
    expect(await engagements(['MONTH'], within, { fillEmpty: true })).toHaveLength(18);
    expect(await engagements(['MONTH'], within, { fillEmpty: true, top: 4 })).toHaveLength(4);
    expect(
      await engagements(['YEAR'], { series: 'of nobody', when: within.when }, { fillEmpty: true }),
    ).toEqual([
      ['2020', 0],
      ['2021', 0],
    ]);
  });

  test('keep the most where there are more rows than asked for, equals in their own order', async () => {
    const { filter, met } = seriesOf(api);
    for (const kind of ['CALL', 'CALL', 'MEETING', 'EXERCISE', 'TALKS'])
      await met('2021', ['QA', 'IQ'], { kind });

    expect(await engagements(['KIND'], filter, { top: 3 })).toEqual([
      ['CALL', 2],
      ['EXERCISE', 1],
      ['MEETING', 1],
    ]);
  });

  test.each([
    ['more than three dimensions', ['YEAR', 'KIND', 'STATE', 'LEVEL']],
    ['a dimension twice', ['STATE', 'STATE']],
    ['two kinds of period', ['YEAR', 'MONTH']],
    ['what only agreements have', ['FORM']],
    ['what only claims have', ['PREDICATE']],
  ])('refuse %s', async (_, by) => {
    const { errors } = await api.query(ENGAGEMENTS, { by });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'by' });
  });

  test.each([0, 1001])('refuse %i rows', async (top) => {
    const { errors } = await api.query(ENGAGEMENTS, { by: [], top });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'top' });
  });
});

import { Api } from '../../../test/harness/api';
import { seriesOf, shown } from '../../../test/harness/counted';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api.close());

const AGREEMENTS = `query ($filter: AgreementFilter, $by: [Dimension!]!) {
  agreements(filter: $filter, first: 0) { groups(by: $by) {
    count period form agreementStatus state { iso2 } relationship { label } topic { slug } publisher { label }
    medianLag(from: FIRST_ENGAGEMENT, to: SIGNATURE) } } }`;

const CLAIMS = `query ($filter: ClaimFilter, $by: [Dimension!]!) {
  claims(filter: $filter, first: 0) { groups(by: $by) {
    count period predicate modality state { iso2 } relationship { label } topic { slug } publisher { label } medianLag(from: FIRST_ENGAGEMENT, to: SIGNATURE) } } }`;

describe('agreements counted', () => {
  const agreements = async (by: string[], filter: object): Promise<unknown[][]> =>
    shown((await api.data(AGREEMENTS, { by, filter })).agreements.groups);

  test('by the year of signature, form, status, party and topic', async () => {
    await api.given.topic('fisheries');
    const agreement = (more: object) =>
      api.given.agreement({ topics: ['fisheries'], parties: [{ actor: 'NO' }, { actor: 'IS' }], ...more });
    await agreement({
      title: 'One',
      form: 'TREATY',
      actions: [{ kind: 'SIGNATURE', on: { edtf: '2001-05-02' } }],
    });
    await agreement({ title: 'Two', form: 'TREATY', actions: [{ kind: 'SIGNATURE', on: { edtf: '2001' } }] });
    await agreement({ title: 'Three', form: 'MOU' });
    await agreement({ title: 'Some', number: 'SEVERAL' });
    const filter = { topics: ['fisheries'] };

    expect(await agreements(['YEAR'], filter)).toEqual([['2001', 2], [1]]);
    expect(await agreements(['FORM', 'STATUS'], filter)).toEqual([
      ['TREATY', 'SIGNED', 2],
      ['MOU', 'ANTICIPATED', 1],
    ]);
    expect(await agreements(['STATE', 'TOPIC'], filter)).toEqual([
      ['IS', 'fisheries', 3],
      ['NO', 'fisheries', 3],
    ]);
    expect(await agreements(['RELATIONSHIP'], filter)).toEqual([['Iceland – Norway', 3]]);
    expect(await agreements([], filter)).toEqual([[3]]);
  });

  test('tell the median of the days from engagement to signature', async () => {
    const signedAfter = async (days: number, form: string) => {
      const engagement = await seriesOf(api).met('2003-01-01', ['PE', 'CL']);
      const on = new Date(Date.UTC(2003, 0, 1 + days)).toISOString().slice(0, 10);
      await api.given.agreement({
        title: `After ${days}`,
        form,
        parties: [{ actor: 'PE' }, { actor: 'CL' }],
        actions: [
          { kind: 'NEGOTIATION_OPENED', on: { edtf: '2003-01-01' }, engagement },
          { kind: 'SIGNATURE', on: { edtf: on } },
        ],
      });
    };
    for (const days of [10, 20, 90]) await signedAfter(days, 'TREATY');
    await signedAfter(5, 'MOU');
    await signedAfter(8, 'MOU');
    await api.given.agreement({
      title: 'Unsigned',
      form: 'PROTOCOL',
      parties: [{ actor: 'PE' }, { actor: 'CL' }],
    });

    expect(await agreements(['FORM'], { between: ['PE', 'CL'] })).toEqual([
      ['TREATY', 20, 3],
      ['MOU', 6.5, 2],
      ['PROTOCOL', 1],
    ]);
    expect(await agreements([], { between: ['PE', 'CL'] })).toEqual([[10, 6]]);
  });
});

describe('claims counted', () => {
  test('by publication, predicate, modality, whom they name, and publisher', async () => {
    const outlet = await api.given.organization('An outlet of claims');
    const fleet = await api.given.organization('A fleet', { state: 'JP' });
    await api.given.topic('whaling');
    const source = await api.given.source({
      kind: 'DATASET_ROW',
      publisher: outlet,
      published: { edtf: '2011-02-03' },
    });
    const claim = (more: object) =>
      api.given.claim({
        statement: 'They differ',
        predicate: 'OBSTACLE',
        source,
        targets: [
          { record: 'JP' },
          { record: 'AU', role: 'AGAINST' },
          { record: 'whaling', role: 'TOPIC' },
          { record: fleet, role: 'CONTEXT' },
        ],
        ...more,
      });
    await claim({});
    await claim({ predicate: 'TREND', modality: 'LIKELY' });
    const counted = async (by: string[]) =>
      shown((await api.data(CLAIMS, { by, filter: { topics: ['whaling'] } })).claims.groups);

    expect(await counted(['MONTH'])).toEqual([['2011-02', 2]]);
    expect(await counted(['PREDICATE', 'MODALITY'])).toEqual([
      ['OBSTACLE', 'ASSERTED', 1],
      ['TREND', 'LIKELY', 1],
    ]);
    expect(await counted(['STATE', 'PUBLISHER'])).toEqual([
      ['AU', 'An outlet of claims', 2],
      ['JP', 'An outlet of claims', 2],
    ]);
    expect(await counted(['RELATIONSHIP', 'TOPIC'])).toEqual([['Australia – Japan', 'whaling', 2]]);
  });
});

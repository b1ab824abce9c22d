import { Api } from '../../../test/harness/api';
import { seriesOf } from '../../../test/harness/counted';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api.close());

describe('a network', () => {
  const NETWORK = `query ($filter: EngagementFilter, $of: ActorKind, $perYear: Boolean, $top: Int) { engagements(filter: $filter, first: 0) {
    network(of: $of, perYear: $perYear, top: $top) { from { label } to { label } year count highestLevel } } }`;
  const network = async (filter: object, more: object = {}) =>
    (await api.data(NETWORK, { filter, ...more })).engagements.network.map(
      ({ from, to, year, count, highestLevel }: { [field: string]: { label: string } }) =>
        [[from?.label, to?.label].sort().join(' – '), year, count, highestLevel].filter(
          (value) => value !== null,
        ),
    );

  test('tells who met whom, how often, at which level, each year', async () => {
    const { filter, met } = seriesOf(api);
    const level = (actor: string, of: string | null) => ({ actor, level: of });
    await met('2020', [], { participations: [level('QA', 'MINISTER'), level('IQ', null)] });
    await met('2020-04', [], { participations: [level('QA', 'OFFICIAL'), level('IQ', null)] });
    await met('2021', ['QA', 'IQ', 'FR']);
    await met(null, ['FR', 'IQ']);
    await met('2021', [], { participations: [{ actor: 'QA' }, { actor: 'FR', role: 'INVITER' }] });

    expect(await network(filter)).toEqual([
      ['Iraq – Qatar', 3, 'MINISTER'],
      ['France – Iraq', 2],
      ['France – Qatar', 1],
    ]);
    expect((await network(filter, { perYear: true })).sort()).toEqual([
      ['France – Iraq', 1],
      ['France – Iraq', 2021, 1],
      ['France – Qatar', 2021, 1],
      ['Iraq – Qatar', 2020, 2, 'MINISTER'],
      ['Iraq – Qatar', 2021, 1],
    ]);
    expect(await network(filter, { top: 1 })).toHaveLength(1);
  });

  test('of persons or organizations is of those, or of whom their office belongs to', async () => {
    const { filter, met } = seriesOf(api);
    const [ministry, agency] = [
      await api.given.organization('Interior'),
      await api.given.organization('An agency'),
    ];
    const [one, two] = [await api.given.person('One'), await api.given.person('Two')];
    const office = await api.given.position('Minister', { organization: ministry });
    await met('2020', [], {
      participations: [{ tenure: await api.given.tenure(one, office) }, { actor: two }, { actor: agency }],
    });

    expect(await network(filter, { of: 'PERSON' })).toEqual([['One – Two', 1]]);
    expect(await network(filter, { of: 'ORGANIZATION' })).toEqual([['An agency – Interior', 1]]);
    expect(await network(filter)).toEqual([]);
  });
});

import { Api } from '../../../test/harness/api';
import { type Row, seriesOf, shown } from '../../../test/harness/counted';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api.close());

describe('for many owners', () => {
  const NESTED = `query ($states: [ID!]!) { nodes(ids: $states) { ... on State {
    engagements(filter: {kind: [EXERCISE]}, first: 0) { groups(by: [YEAR, STATE]) { period count state { iso2 } } network { count to { label } } }
    agreements(first: 0) { groups(by: [STATUS]) { count medianLag(from: SIGNATURE, to: ENTRY_INTO_FORCE) } } } } }`;

  test('counts are of each, in one statement for all', async () => {
    const codes = ['KE', 'UG', 'TZ', 'RW', 'BI', 'ET'];
    for (const [index, code] of codes.entries())
      for (let nth = 0; nth <= index; nth++)
        await seriesOf(api).met('2019', [code, 'SS'], { kind: 'EXERCISE' });
    const states = await Promise.all(
      codes.map(async (code) => (await api.data(`{ actor(ref: "${code}") { id } }`)).actor.id),
    );
    const serial = await Api.open(undefined, 1);
    try {
      const statements = async (ids: string[]) => {
        serial.sql.length = 0;
        const data = await serial.data(NESTED, { states: ids });
        return { statements: serial.sql.length, nodes: data.nodes };
      };
      const few = await statements(states.slice(0, 2));
      const many = await statements(states);

      expect(
        many.nodes.map((node: { engagements: { network: Row[] } }) => node.engagements.network[0]?.count),
      ).toEqual([1, 2, 3, 4, 5, 6]);
      expect(shown(many.nodes[2].engagements.groups)).toEqual([
        ['2019', 'SS', 3],
        ['2019', 'TZ', 3],
      ]);
      // The nodes, their groups, network, statuses, and the actors of these; no lag is asked of no group.
      expect(few.statements).toBe(5);
      expect(many.statements).toBe(5);
    } finally {
      await serial.close();
    }
  });

  test('counts of pairs are of each pair, in one statement for all', async () => {
    for (const code of ['NA', 'BW', 'ZW'])
      await seriesOf(api).met('2018', [code, 'ZA'], { kind: 'EXERCISE' });
    const serial = await Api.open(undefined, 1);
    try {
      serial.sql.length = 0;
      const groups =
        await serial.data(`{ engagements(filter: {kind: [EXERCISE], when: {from: "2018", to: "2018"}}, first: 0) {
        groups(by: [RELATIONSHIP]) { count relationship { engagements(first: 0) { totalCount groups(by: [YEAR]) { period count } } } } } }`);
      expect(groups.engagements.groups).toEqual(
        Array(3).fill({
          count: 1,
          relationship: { engagements: { totalCount: 1, groups: [{ period: '2018', count: 1 }] } },
        }),
      );
      expect(serial.sql).toHaveLength(3);
    } finally {
      await serial.close();
    }
  });
});

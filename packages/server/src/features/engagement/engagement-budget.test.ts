import { Api } from '../../../test/harness/api';
import { freshTestDatabase } from '../../../test/harness/postgres/test-database';

/** All that a list of engagements shows of each. */
const LIST = `query ($first: Int) {
  engagements(filter: {between: ["MN", "KG"]}, orderBy: OLDEST, first: $first) {
    totalCount
    nodes {
      label highestLevel levelGap format isOverdue version warnings { code }
      place { label } parent { label } codes { code label }
      participations { label role level actor { label } onBehalfOf { label } tenure { position { title } } }
      sides { state { label } highestLevel }
      agenda { topic { label } }
      links { kind from { title } to { title } }
      children(first: 2) { nodes { title } }
    }
  }
}`;

let api: Api;
beforeAll(async () => {
  api = await Api.open(await freshTestDatabase());
  await populate(50);
});
afterAll(() => api.close());

async function populate(count: number): Promise<void> {
  const { given } = api;
  const place = await given.place('Ulaanbaatar', 'MN');
  await given.topic('pasture');
  const hub = await given.engagement({ title: 'the forum', participations: [{ actor: 'MN' }] });
  for (let round = 1; round <= count; round++) {
    const position = await given.position(`Envoy ${round}`, { state: 'KG', level: 'AMBASSADOR' });
    const tenure = await given.tenure(await given.person(`Person ${round}`), position);
    const parent = await given.engagement({
      kind: 'VISIT',
      when: { edtf: `20${String(round + 10)}` },
      place,
      participations: [
        { tenure, role: 'VISITOR' },
        { actor: 'MN', role: 'HOST', level: 'MINISTER' },
      ],
      agenda: [{ topic: 'pasture' }],
      links: [{ to: hub, kind: 'ATTENDS' }],
      codes: [{ scheme: 'CAMEO', code: '042', version: '1.1b3' }],
    });
    await given.engagement({ title: `Meeting of ${round}`, parent, sequence: 1 });
  }
}

async function statementsOf(first: number): Promise<number> {
  api.sql.length = 0;
  const { engagements } = await api.data(LIST, { first });
  expect(engagements.nodes).toHaveLength(first);
  expect(engagements.nodes.at(-1)).toMatchObject({
    highestLevel: 'MINISTER',
    levelGap: 2,
    format: 'BILATERAL',
    place: { label: 'Ulaanbaatar' },
    sides: [{ state: { label: 'Mongolia' } }, { state: { label: 'Kyrgyzstan' }, highestLevel: 'AMBASSADOR' }],
    links: [{ kind: 'ATTENDS', to: { title: 'the forum' } }],
    children: { nodes: [{ title: expect.stringMatching(/^Meeting of/) }] },
  });
  return api.sql.length;
}

describe('a list of engagements with all that belongs to them', () => {
  test('costs the same statements for one engagement as for fifty', async () => {
    const one = await statementsOf(1);
    const fifty = await statementsOf(50);

    expect(fifty).toBe(one);
    // The references of the filter, the page, its count, and one statement for each kind of thing shown.
    expect(fifty).toBe(22);
  });
});

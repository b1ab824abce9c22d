import { Api } from '../../../test/harness/api';
import { freshTestDatabase } from '../../../test/harness/postgres/test-database';

const FORM = `query ($id: ID!) { engagement(id: $id) {
  label isOverdue highestLevel levelGap format sides { state { label } highestLevel }
} }`;

let api: Api;
beforeAll(async () => {
  api = await Api.open(await freshTestDatabase());
});
afterAll(() => api.close());

const formOf = async (id: string, clearance = 4) => (await api.read(clearance, FORM, { id })).data.engagement;
const meeting = (participations: object[], more: object = {}) =>
  api.given.engagement({ participations, ...more });
const form = async (participations: object[], more: object = {}) =>
  formOf(await meeting(participations, more));

describe('the form of an engagement', () => {
  test('has the highest level of each side, and the gap between two', async () => {
    expect(
      await form([
        { actor: 'QA', level: 'MINISTER' },
        { actor: 'QA', level: 'AMBASSADOR' },
        { actor: 'IQ', level: 'SENIOR_OFFICIAL' },
      ]),
    ).toMatchObject({
      highestLevel: 'MINISTER',
      levelGap: 3,
      sides: [
        { state: { label: 'Qatar' }, highestLevel: 'MINISTER' },
        { state: { label: 'Iraq' }, highestLevel: 'SENIOR_OFFICIAL' },
      ],
    });
  });

  test('has no gap where a level is unknown, or where there are not two sides', async () => {
    expect(await form([{ actor: 'QA', level: 'MINISTER' }, { actor: 'IQ' }])).toMatchObject({
      levelGap: null,
      highestLevel: 'MINISTER',
    });
    expect(
      await form([
        { actor: 'QA', level: 'MINISTER' },
        { actor: 'IQ', level: 'MINISTER' },
        { actor: 'FR', level: 'OFFICIAL' },
      ]),
    ).toMatchObject({ levelGap: null });
    expect(await form([])).toMatchObject({ levelGap: null, highestLevel: null, format: null, sides: [] });
  });

  test('does not count who invited or sent', async () => {
    expect(
      await form([
        { actor: 'QA', level: 'HEAD_OF_STATE', role: 'INVITER' },
        { actor: 'IQ', level: 'HEAD_OF_GOVERNMENT', role: 'SENDER' },
        { actor: 'IQ', level: 'MINISTER', role: 'VISITOR' },
      ]),
    ).toMatchObject({ highestLevel: 'MINISTER', sides: [{ state: { label: 'Iraq' } }] });
  });

  test('tells a meeting of two from one of several, and from one that a third hosts', async () => {
    const two = [{ actor: 'QA' }, { actor: 'IQ' }];
    const [home, abroad] = [await api.given.place('Doha', 'QA'), await api.given.place('Geneva', 'CH')];

    expect(await form(two)).toMatchObject({ format: 'BILATERAL' });
    expect(await form(two, { place: home })).toMatchObject({ format: 'BILATERAL' });
    expect(await form(two, { place: abroad })).toMatchObject({ format: 'THIRD_PARTY_HOSTED' });
    expect(await form([...two, { actor: 'CH', role: 'HOST' }])).toMatchObject({
      format: 'THIRD_PARTY_HOSTED',
    });
    expect(await form([...two, { actor: 'FR' }])).toMatchObject({ format: 'MULTILATERAL' });
    expect(await form([...two, { descriptor: 'somebody' }])).toMatchObject({ format: null });
  });

  test('is that of what a reader may see', async () => {
    const person = await api.given.person('A minister');
    const position = await api.given.position('Minister', { state: 'IQ', level: 'MINISTER', marking: 'RED' });
    const tenure = await api.given.tenure(person, position);
    const id = await meeting([{ tenure }, { actor: 'QA', level: 'OFFICIAL' }]);

    expect(await formOf(id, 4)).toMatchObject({ highestLevel: 'MINISTER', levelGap: 4, format: 'BILATERAL' });
    expect(await formOf(id, 0)).toMatchObject({
      highestLevel: 'OFFICIAL',
      levelGap: null,
      format: null,
      sides: [{ state: { label: 'Qatar' } }],
    });
  });
});

describe('the label of an engagement', () => {
  test.each([
    ['its title', { title: 'A title', series: 'A series' }, 'A title'],
    ['its series with the edition', { series: 'A series', edition: 13 }, 'A series (13)'],
    ['its name', { names: [{ value: 'A name' }] }, 'A name'],
    [
      'kind, sides and date',
      { kind: 'SIGNING_CEREMONY', when: { text: 'this week' } },
      'Signing ceremony, Iraq – Qatar, this week',
    ],
    ['kind and sides where there is no date', {}, 'Meeting, Iraq – Qatar'],
  ])('is %s', async (_, more, label) => {
    expect(await form([{ actor: 'QA' }, { actor: 'IQ' }], more)).toMatchObject({ label });
  });
});

describe('an awaited engagement', () => {
  test.each([
    ['is overdue once its last possible day is past', 'EXPECTED', { edtf: '2026-10' }, true],
    ['is not on its last day', 'SCHEDULED', { edtf: '2026-11-21' }, false],
    ['is not where its date cannot be resolved', 'EXPECTED', { text: 'in the coming months' }, false],
    ['is not where its end is open', 'EXPECTED', { edtf: '2020/..' }, false],
    ['is not once it was held', 'HELD', { edtf: '2020' }, false],
  ])('%s', async (_, status, when, isOverdue) => {
    expect(await form([{ actor: 'QA' }], { status, when })).toMatchObject({ isOverdue });
  });
});

describe('the orders of engagements', () => {
  const LIST = `query ($orderBy: EngagementOrder, $after: Cursor) {
    engagements(filter: {involving: "NZ"}, orderBy: $orderBy, first: 1, after: $after) { nodes { title } pageInfo { hasNextPage endCursor } }
  }`;

  /** Page by page, each of one. */
  async function inOrder(orderBy: string): Promise<string[]> {
    const titles: string[] = [];
    for (let after: string | null = null; ; ) {
      const { engagements } = await api.data(LIST, { orderBy, after });
      titles.push(...engagements.nodes.map((node: { title: string }) => node.title));
      if (!engagements.pageInfo.hasNextPage) return titles;
      after = engagements.pageInfo.endCursor;
    }
  }

  beforeAll(async () => {
    const level = (nz: string, au: string) => [
      { actor: 'NZ', level: nz },
      { actor: 'AU', level: au },
    ];
    const hub = await meeting(level('MINISTER', 'OFFICIAL'), { title: 'a', when: { edtf: '2020' } });
    await meeting(level('HEAD_OF_STATE', 'HEAD_OF_STATE'), { title: 'b', when: { edtf: '2022-05' } });
    await meeting([{ actor: 'NZ' }], {
      title: 'c',
      when: { text: 'soon' },
      links: [{ to: hub, kind: 'SIDELINES_OF' }],
    });
    await meeting(level('MINISTER', 'MINISTER'), { title: 'd', when: { edtf: '2021/..' } });
  });

  test.each([
    ['NEWEST', ['b', 'a', 'd', 'c']],
    ['OLDEST', ['a', 'd', 'b', 'c']],
    ['HIGHEST_LEVEL', ['b', 'a', 'd', 'c']],
    ['WIDEST_LEVEL_GAP', ['a', 'd', 'b', 'c']],
    ['MOST_SIDE_MEETINGS', ['a', 'd', 'c', 'b']],
    ['LAST_CHANGED', ['d', 'c', 'b', 'a']],
  ])('%s puts unknown values last and pages without loss', async (orderBy, titles) => {
    expect(await inOrder(orderBy)).toEqual(titles);
  });

  test('of side meetings and children are their own', async () => {
    const { engagements } = await api.data(
      '{ engagements(filter: {involving: "NZ"}, orderBy: OLDEST, first: 1) { nodes { sideMeetings { totalCount nodes { title } } } } }',
    );

    expect(engagements.nodes[0].sideMeetings).toEqual({ totalCount: 1, nodes: [{ title: 'c' }] });
  });
});

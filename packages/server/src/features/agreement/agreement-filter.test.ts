import { AgreementWorld, type Deed, deed } from '../../../test/harness/agreement-world';
import { Api } from '../../../test/harness/api';
import { freshTestDatabase } from '../../../test/harness/postgres/test-database';

let api: Api;
let world: AgreementWorld;

/** Agreements by the name under which the expectations speak of them. */
const names = new Map<string, string>();

async function known(name: string, history: readonly Deed[], input: object = {}): Promise<string> {
  const id = await world.withHistory(history, { title: name, ...input });
  names.set(id, name);
  return id;
}

async function recorded(field: string, type: string, input: object): Promise<string> {
  const answer = await api.data(`mutation ($input: ${type}!) { ${field}(input: $input) { id } }`, { input });
  return answer[field].id;
}

beforeAll(async () => {
  api = await Api.open(await freshTestDatabase());
  world = new AgreementWorld(api);
  await recorded('recordTopic', 'TopicInput', { slug: 'security', names: [{ value: 'Security' }] });
  await recorded('recordTopic', 'TopicInput', {
    slug: 'patrols',
    parent: 'security',
    names: [{ value: 'Patrols' }],
  });
  const ministry = await recorded('recordActor', 'ActorInput', {
    kind: 'ORGANIZATION',
    orgKind: 'MINISTRY',
    state: 'KW',
    names: [{ value: 'Ministry of Trade' }],
  });
  await known('signed', [['SIGNATURE', '2010-02-03']], {
    form: 'TREATY',
    isBinding: true,
    ambit: 'BILATERAL',
    topics: ['patrols'],
  });
  await known(
    'in force',
    [
      ['SIGNATURE', '2011'],
      ['ENTRY_INTO_FORCE', '2012-05-01'],
      ['EXPIRY', '2020'],
    ],
    { form: 'MOU' },
  );
  await known('operative', [['SIGNATURE', '2022-06']], {
    isBinding: false,
    form: 'JOINT_STATEMENT',
    marking: 'GREEN',
  });
  await known('expected', [], { expectedBy: { edtf: '2023-06' }, number: 'SEVERAL', topics: ['security'] });
  await known('of a ministry', [['SIGNATURE', '2015']], {
    parties: [{ actor: 'QA' }, { actor: ministry }, { actor: 'SA' }],
  });
});
afterAll(() => api.close());

const LIST = `query ($filter: AgreementFilter, $order: AgreementOrder) {
  agreements(filter: $filter, orderBy: $order) { totalCount nodes { id } }
}`;

async function found(filter: object, order = 'OLDEST'): Promise<(string | undefined)[]> {
  const { agreements } = await api.data(LIST, { filter, order });
  expect(agreements.totalCount).toBe(agreements.nodes.length);
  return agreements.nodes.map(({ id }: { id: string }) => names.get(id));
}

const OLDEST = ['signed', 'in force', 'of a ministry', 'operative', 'expected'];

describe('agreements', () => {
  test.each<[string, object, string[]]>([
    ['without a filter all', {}, OLDEST],
    ['by status today', { status: ['SIGNED', 'OPERATIVE'] }, ['signed', 'of a ministry', 'operative']],
    ['of no status none', { status: [] }, []],
    ['in force on a day', { inForceOn: '2015-01-01' }, ['in force']],
    ['operative on a day', { inForceOn: '2023-01-01' }, ['operative']],
    ['in force on no day before', { inForceOn: '2012-04-30' }, []],
    ['that reached a milestone', { reached: { milestone: 'ENTRY_INTO_FORCE' } }, ['in force', 'operative']],
    [
      'that reached a milestone in a time',
      { reached: { milestone: 'SIGNATURE', when: { from: '2011', to: '2015' } } },
      ['in force', 'of a ministry'],
    ],
    [
      'signed, not in force, over five years',
      {
        reached: { milestone: 'SIGNATURE', when: { olderThan: 'P5Y' } },
        notReached: ['ENTRY_INTO_FORCE', 'TERMINATION'],
      },
      ['signed', 'of a ministry'],
    ],
    ['never signed', { notReached: ['SIGNATURE'] }, ['expected']],
    ['between two states', { between: ['QA', 'IQ'] }, ['signed', 'in force', 'operative', 'expected']],
    ['between a state and the organization of another', { between: ['KW', 'QA'] }, ['of a ministry']],
    ['between all of three', { between: ['QA', 'SA', 'IQ'] }, []],
    ['with any of these', { involving: ['SA', 'OM'] }, ['of a ministry']],
    ['with none of no states', { involving: [] }, []],
    ['of a form', { form: ['TREATY', 'MOU'] }, ['signed', 'in force']],
    ['not binding in law', { isBinding: false }, ['operative']],
    ['of an ambit', { ambit: ['BILATERAL'] }, ['signed']],
    ['on a topic or a narrower one', { topics: ['security'] }, ['signed', 'expected']],
    ['on a narrower topic', { topics: ['patrols'] }, ['signed']],
    ['expected in a time', { expectedBy: { from: '2023', to: '2023' } }, ['expected']],
    ['with one oddity', { warning: ['NO_EVIDENCE'], form: ['MOU'] }, ['in force']],
    ['with another oddity', { warning: ['LONG_TITLE'] }, []],
    ['of a marking', { marking: ['GREEN'] }, ['operative']],
    ['changed since', { changedSince: '2100-01-01T00:00:00.000Z' }, []],
    ['withdrawn', { isRetracted: true }, []],
    ['said surely', { modality: ['ASSERTED'] }, []],
    ['with a gap', { gap: ['NOT_DISCLOSED'] }, []],
    ['of two origins', { evidence: { originsAtLeast: 2 } }, []],
    [
      'of one or of the other',
      { or: [{ form: ['MOU'] }, { topics: ['security'] }] },
      ['signed', 'in force', 'expected'],
    ],
    ['of one and of the other', { and: [{ form: ['TREATY', 'MOU'] }, { topics: ['security'] }] }, ['signed']],
    ['not expected at a time', { not: { expectedBy: { from: '2023', to: '2023' } } }, OLDEST.slice(0, 4)],
    [
      'that are not, deep down',
      { not: { or: [{ form: ['MOU'] }, { not: { between: ['QA', 'IQ'] } }] } },
      ['signed', 'operative', 'expected'],
    ],
  ])('%s', async (_, filter, expected) => {
    expect(await found(filter)).toEqual(expected);
  });

  test('stand by their latest action or expectation, or by their earliest, or by their last change', async () => {
    expect(await found({}, 'NEWEST')).toEqual([
      'expected',
      'operative',
      'in force',
      'of a ministry',
      'signed',
    ]);
    const last = await world.record({ title: 'last' });
    names.set(last, 'last');
    expect(await found({}, 'LAST_CHANGED')).toEqual([
      'last',
      'of a ministry',
      'expected',
      'operative',
      'in force',
      'signed',
    ]);
    expect((await found({}, 'NEWEST')).at(-1)).toBe('last');
    await api.data('mutation ($id: ID!) { retract(id: $id, expectedVersion: 1, reason: "twice") { id } }', {
      id: last,
    });
    expect(await found({ isRetracted: true })).toEqual(['last']);
  });

  test('can be paged through in each order', async () => {
    for (const order of ['NEWEST', 'OLDEST', 'LAST_CHANGED']) {
      const paged: (string | undefined)[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const {
          agreements,
        }: {
          agreements: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
        } = await api.data(
          `query ($order: AgreementOrder, $after: Cursor) {
              agreements(orderBy: $order, first: 2, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } }
            }`,
          { order, after },
        );
        paged.push(...agreements.nodes.map(({ id }) => names.get(id)));
        more = agreements.pageInfo.hasNextPage;
        after = agreements.pageInfo.endCursor;
      }
      expect(paged).toEqual(await found({}, order));
    }
  });

  test.each<[string, object, string]>([
    ['an unknown state', { between: ['ZZ'] }, 'filter.between'],
    ['an unknown topic', { or: [{ topics: ['nothing-known'] }] }, 'filter.or.0.topics'],
    [
      'a time that ends before it begins',
      { reached: { milestone: 'SIGNATURE', when: { from: '2012', to: '2011' } } },
      'filter.reached.when.to',
    ],
    [
      'filters nested too deep',
      { not: { not: { not: { not: { not: { not: { form: ['MOU'] } } } } } } },
      'filter.not.not.not.not.not.not',
    ],
  ])('refuse %s', async (_, filter, field) => {
    const { errors } = await api.query(LIST, { filter });

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });
});

describe('agreements of others', () => {
  test('are those of a state and of its organizations', async () => {
    const { actor } = await api.data(
      '{ actor(ref: "KW") { agreements(filter: {status: SIGNED}, orderBy: OLDEST) { totalCount nodes { title } } } }',
    );

    expect(actor.agreements).toEqual({ totalCount: 1, nodes: [{ title: 'of a ministry' }] });
  });

  test('are those on the agenda of an engagement and those acted on there, and the way back', async () => {
    const [discussed, signed] = [await known('discussed', []), await known('signed there', [])];
    const engagement = await world.engagement({ title: 'Summit', agenda: [{ agreement: discussed }] });
    await world.act(signed, { ...deed(['SIGNATURE', '2024']), engagement });

    const answer = await api.data(
      `query ($engagement: ID!, $signed: ID!) {
        engagement(id: $engagement) { agreements { totalCount nodes { title } } agenda { agreement { title } } }
        agreement(id: $signed) { engagements { nodes { title } } actions { nodes { engagement { title } } } }
      }`,
      { engagement, signed },
    );
    expect(answer).toEqual({
      engagement: {
        agreements: { totalCount: 2, nodes: [{ title: 'signed there' }, { title: 'discussed' }] },
        agenda: [{ agreement: { title: 'discussed' } }],
      },
      agreement: {
        engagements: { nodes: [{ title: 'Summit' }] },
        actions: { nodes: [{ engagement: { title: 'Summit' } }] },
      },
    });
  });

  test('of one kind are the actions of an agreement that are asked for', async () => {
    const id = await known('acted on', [
      ['SIGNATURE'],
      ['SIGNATURE', '2012'],
      ['ANNOUNCED', '2011'],
      ['ENTRY_INTO_FORCE', null, null, '2010'],
    ]);

    const { agreement } = await api.data(
      `query ($id: ID!) { agreement(id: $id) {
        all: actions { nodes { kind on { edtf } } } signatures: actions(kind: [SIGNATURE], first: 1) { totalCount nodes { on { edtf } } }
      } }`,
      { id },
    );
    expect(agreement.all.nodes).toEqual([
      { kind: 'ENTRY_INTO_FORCE', on: null },
      { kind: 'ANNOUNCED', on: { edtf: '2011' } },
      { kind: 'SIGNATURE', on: { edtf: '2012' } },
      { kind: 'SIGNATURE', on: null },
    ]);
    expect(agreement.signatures).toEqual({ totalCount: 2, nodes: [{ on: { edtf: '2012' } }] });
  });
});

import { Api } from '../../../test/harness/api';

type Row = { [column: string]: unknown };

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api.close());

const ENGAGEMENTS = `query ($filter: EngagementFilter, $by: [Dimension!]!, $top: Int, $fillEmpty: Boolean) {
  engagements(filter: $filter, first: 0) { groups(by: $by, top: $top, fillEmpty: $fillEmpty) {
    count period kind engagementStatus level cameoRoot ploverCategory state { iso2 } relationship { label } topic { slug } publisher { label } } } }`;

const AGREEMENTS = `query ($filter: AgreementFilter, $by: [Dimension!]!) {
  agreements(filter: $filter, first: 0) { groups(by: $by) {
    count period form agreementStatus state { iso2 } relationship { label } topic { slug } publisher { label }
    medianLag(from: FIRST_ENGAGEMENT, to: SIGNATURE) } } }`;

const CLAIMS = `query ($filter: ClaimFilter, $by: [Dimension!]!) {
  claims(filter: $filter, first: 0) { groups(by: $by) {
    count period predicate modality state { iso2 } relationship { label } topic { slug } publisher { label } medianLag(from: FIRST_ENGAGEMENT, to: SIGNATURE) } } }`;

/** A row as its values, of whatever columns are filled. */
const shown = (rows: Row[]) =>
  rows.map(({ count, ...columns }) => [
    ...Object.values(columns).flatMap((value) =>
      value === null ? [] : [typeof value === 'object' ? Object.values(value)[0] : value],
    ),
    count,
  ]);

async function engagements(by: string[], filter: object = {}, more: object = {}): Promise<unknown[][]> {
  return shown((await api.data(ENGAGEMENTS, { by, filter, ...more })).engagements.groups);
}

const met = (when: string | null, actors: string[], more: object = {}) =>
  api.given.engagement({
    when: when === null ? null : { edtf: when },
    participations: actors.map((actor) => ({ actor })),
    ...more,
  });

/** Each test counts engagements of a series of its own. */
let number = 0;
const ofSeries = () => {
  const series = `series ${++number}`;
  return {
    filter: { series },
    met: (when: string | null, actors: string[], more: object = {}) => met(when, actors, { series, ...more }),
  };
};

describe('engagements counted', () => {
  test('by year take in what lies wholly in it, and the others in the row without period', async () => {
    const { filter, met } = ofSeries();
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
    const { filter, met } = ofSeries();
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
    const { filter, met } = ofSeries();
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
    const { filter, met } = ofSeries();
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
    const { filter, met } = ofSeries();
    const twelve = ['QA', 'IQ', 'FR', 'US', 'DE', 'IT', 'ES', 'PT', 'SE', 'NO', 'FI', 'DK'];
    await met('2021', twelve);
    await met('2021', [...twelve, 'JP']);

    expect(await engagements(['STATE', 'RELATIONSHIP'], filter, { top: 1000 })).toHaveLength(12 * 66);
    expect(await engagements(['STATE'], filter)).toHaveLength(13);
  });

  test('by level are those of the highest who was present', async () => {
    const { filter, met } = ofSeries();
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
    const { filter, met } = ofSeries();
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

  test('fill every period between the first and the last, with whatever else was found', async () => {
    const { filter, met } = ofSeries();
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
    const { filter, met } = ofSeries();
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
    const { filter, met } = ofSeries();
    for (const kind of ['CALL', 'CALL', 'MEETING', 'EXERCISE', 'TALKS'])
      await met('2021', ['QA', 'IQ'], { kind });

    expect(await engagements(['KIND'], filter, { top: 3 })).toEqual([
      ['CALL', 2],
      ['EXERCISE', 1],
      ['MEETING', 1],
    ]);
  });

  test('by publisher are those that the filter by publisher finds', async () => {
    const { filter, met } = ofSeries();
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
    const { filter, met } = ofSeries();
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
    const { filter, met } = ofSeries();
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
      const engagement = await met('2003-01-01', ['PE', 'CL']);
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
        targets: [{ record: 'JP' }, { record: 'AU', role: 'AGAINST' }, { record: 'whaling', role: 'TOPIC' }],
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

describe('for many owners', () => {
  const NESTED = `query ($states: [ID!]!) { nodes(ids: $states) { ... on State {
    engagements(filter: {kind: [EXERCISE]}, first: 0) { groups(by: [YEAR, STATE]) { period count state { iso2 } } network { count to { label } } }
    agreements(first: 0) { groups(by: [STATUS]) { count medianLag(from: SIGNATURE, to: ENTRY_INTO_FORCE) } } } } }`;

  test('counts are of each, in one statement for all', async () => {
    const codes = ['KE', 'UG', 'TZ', 'RW', 'BI', 'ET'];
    for (const [index, code] of codes.entries())
      for (let nth = 0; nth <= index; nth++) await met('2019', [code, 'SS'], { kind: 'EXERCISE' });
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
    for (const code of ['NA', 'BW', 'ZW']) await met('2018', [code, 'ZA'], { kind: 'EXERCISE' });
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
    const { filter, met } = ofSeries();
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
    const { filter, met } = ofSeries();
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

import { Api } from '../../../test/harness/api';

const FIELDS =
  'id version label kind isMeasure marking when { text edtf } place { label } actors { id role actor { label } contextEvent { id } }';
const RECORD = `mutation ($input: ContextEventInput!, $key: String) { recordContextEvent(input: $input, idempotencyKey: $key) { ${FIELDS} } }`;
const AMEND = `mutation ($id: ID!, $version: Int!, $input: ContextEventInput!) {
  amendContextEvent(id: $id, expectedVersion: $version, input: $input) { ${FIELDS} } }`;
const LIST = `query ($filter: ContextEventFilter, $first: Int, $after: Cursor) { contextEvents(filter: $filter, first: $first, after: $after) {
  totalCount pageInfo { endCursor hasNextPage } nodes { id label } } }`;

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api.close());

const event = async (input: object) => (await api.data(RECORD, { input })).recordContextEvent;
const labels = async (filter: object, clearance = 4) =>
  (await api.read(clearance, LIST, { filter })).data.contextEvents.nodes.map(
    (node: { label: string }) => node.label,
  );
const refusal = async (input: object) => (await api.query(RECORD, { input })).errors?.[0]?.extensions;
const actor = async (input: object) =>
  (await api.data(`mutation ($input: ActorInput!) { recordActor(input: $input) { id } }`, { input }))
    .recordActor.id;

describe('recordContextEvent', () => {
  test('records a measure with who imposed it, and against whom', async () => {
    const blockade = await event({
      kind: 'BLOCKADE',
      when: { text: 'in 2017', edtf: '2017/' },
      actors: [
        { actor: 'SA', role: 'IMPOSER' },
        { actor: 'QA', role: 'TARGET' },
      ],
    });

    expect(blockade).toMatchObject({
      version: 1,
      label: 'Blockade, Qatar, in 2017',
      isMeasure: true,
      marking: 'CLEAR',
      place: null,
      actors: [
        { role: 'IMPOSER', actor: { label: 'Saudi Arabia' }, contextEvent: { id: blockade.id } },
        { role: 'TARGET', actor: { label: 'Qatar' } },
      ],
    });
  });

  test('records a circumstance of which hardly anything is known', async () => {
    expect(await event({ kind: 'EPIDEMIC' })).toMatchObject({
      label: 'Epidemic',
      isMeasure: false,
      when: null,
      place: null,
      actors: [],
    });
  });

  test('is called by its place where nobody is named, and by its beginning where the end is unknown', async () => {
    const { recordPlace } = await api.data(
      `mutation { recordPlace(input: { names: [{ value: "Testville" }], resolution: CITY }) { id } }`,
    );

    expect(
      await event({ kind: 'ARMED_CONFLICT', place: recordPlace.id, when: { edtf: '2019/..' } }),
    ).toMatchObject({
      label: 'Armed conflict, Testville, 2019',
      place: { label: 'Testville' },
    });
  });

  test.each([
    ['without a kind', {}, 'kind'],
    ['with an unknown actor', { kind: 'OTHER', actors: [{ actor: 'ZZ', role: 'TARGET' }] }, 'actors.0.actor'],
    ['with a date that is none', { kind: 'OTHER', when: { edtf: '2017-13' } }, 'when.edtf'],
    ['with a place of another type', { kind: 'OTHER', place: 'actor_01kdvdna00e0080000000001hm' }, 'place'],
    [
      'with 101 actors',
      { kind: 'OTHER', actors: Array.from({ length: 101 }, () => ({ actor: 'QA', role: 'TARGET' })) },
      'actors',
    ],
  ])('refuses one %s', async (_, input, field) => {
    expect(await refusal(input)).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  test('answers a repeat with the first answer', async () => {
    const input = { kind: 'ELECTION' };
    const first = await api.data(RECORD, { input, key: 'context-repeat' });

    expect(await api.data(RECORD, { input, key: 'context-repeat' })).toEqual(first);
  });
});

describe('amendContextEvent', () => {
  test('keeps actors by id, adds new ones and withdraws those left out', async () => {
    const { id, actors } = await event({
      kind: 'SANCTIONS',
      actors: [
        { actor: 'SA', role: 'IMPOSER' },
        { actor: 'AE', role: 'IMPOSER' },
      ],
    });
    const input = {
      actors: [
        { id: actors[1].id, actor: 'AE', role: 'AFFECTED' },
        { actor: 'QA', role: 'TARGET' },
      ],
    };

    const { amendContextEvent } = await api.data(AMEND, { id, version: 1, input });
    expect(amendContextEvent).toMatchObject({
      version: 2,
      label: 'Sanctions, Qatar',
      actors: [{ id: actors[1].id, role: 'AFFECTED' }, { role: 'TARGET' }],
    });
    const { errors } = await api.query(AMEND, { id, version: 1, input: { kind: 'OTHER' } });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', currentVersion: 2 });
  });

  test('leaves what was believed to be asked for', async () => {
    const { id } = await event({ kind: 'ELECTION', actors: [{ actor: 'TV', role: 'AFFECTED' }] });
    const { contextEvent } = await api.data('query ($id: ID!) { contextEvent(id: $id) { changedAt } }', {
      id,
    });
    await api.data(AMEND, { id, version: 1, input: { actors: [{ actor: 'KM', role: 'AFFECTED' }] } });

    const ask = `query ($at: DateTime!) {
      asOf(recordedAt: $at) { contextEvents(filter: { involving: ["TV"] }) { totalCount nodes { label } } }
      contextEvents(filter: { involving: ["TV"] }) { totalCount }
    }`;
    expect(await api.data(ask, { at: contextEvent.changedAt })).toEqual({
      asOf: { contextEvents: { totalCount: 1, nodes: [{ label: 'Election, Tuvalu' }] } },
      contextEvents: { totalCount: 0 },
    });
  });

  test('leaves the former state in the history', async () => {
    const { id } = await event({ kind: 'PROTESTS', when: { edtf: '2019/' } });
    await api.data(AMEND, { id, version: 1, input: { when: null } });

    const { history } = await api.data('query ($id: ID!) { history(id: $id, first: 1) { changed before } }', {
      id,
    });
    expect(history[0].changed).toEqual(expect.arrayContaining(['when']));
    expect(history[0].before).toMatchObject({ when: { edtf: '2019/' } });
  });
});

describe('contextEvents', () => {
  test('stand the newest first, undated ones last, and are paged so', async () => {
    const kiribati = [{ actor: 'KI', role: 'AFFECTED' }];
    for (const edtf of ['2003', '2005', '2004'])
      await event({ kind: 'PROTESTS', when: { edtf }, actors: kiribati });
    await event({ kind: 'EPIDEMIC', actors: kiribati });
    await event({ kind: 'ECONOMIC_CRISIS', when: { text: 'in recent years' }, actors: kiribati });
    const filter = { involving: ['KI'] };
    const first = (await api.data(LIST, { filter, first: 3 })).contextEvents;
    const rest = (await api.data(LIST, { filter, first: 3, after: first.pageInfo.endCursor })).contextEvents;

    expect([...first.nodes, ...rest.nodes].map((node) => node.label)).toEqual([
      'Protests, Kiribati, 2005',
      'Protests, Kiribati, 2004',
      'Protests, Kiribati, 2003',
      'Economic crisis, Kiribati, in recent years',
      'Epidemic, Kiribati',
    ]);
    expect(first.totalCount).toBe(5);
  });

  test('are narrowed by kind, measure and time', async () => {
    const nauru = [{ actor: 'NR', role: 'TARGET' }];
    await event({ kind: 'SEVERED_RELATIONS', when: { edtf: '2011' }, actors: nauru });
    await event({ kind: 'ELECTION', when: { edtf: '2012-05' }, actors: nauru });
    const ask = (more: object) => labels({ involving: ['NR'], ...more });

    expect(await ask({ kind: ['ELECTION', 'OTHER'] })).toEqual(['Election, Nauru, 2012-05']);
    expect(await ask({ isMeasure: true })).toEqual(['Severed relations, Nauru, 2011']);
    expect(await ask({ isMeasure: false })).toEqual(['Election, Nauru, 2012-05']);
    expect(await ask({ when: { from: '2012', to: '2012' } })).toEqual(['Election, Nauru, 2012-05']);
    expect(await ask({ when: { to: '2011' } })).toEqual(['Severed relations, Nauru, 2011']);
  });

  test('involve the members of a group that is named, and the state of an organization', async () => {
    const group = await actor({
      kind: 'GROUP',
      names: [{ value: 'three islands' }],
      members: [{ actor: 'PW' }, { actor: 'FM' }],
    });
    const ministry = await actor({
      kind: 'ORGANIZATION',
      names: [{ value: 'Ministry of Reefs' }],
      state: 'MH',
    });
    await event({
      kind: 'SANCTIONS',
      actors: [
        { actor: group, role: 'IMPOSER' },
        { actor: ministry, role: 'TARGET' },
      ],
    });

    for (const ref of ['PW', 'FM', 'MH', group, ministry])
      expect(await labels({ involving: [ref] })).toEqual(['Sanctions, Ministry of Reefs']);
    expect(await labels({ involving: ['SB'] })).toEqual([]);
  });

  test('show what changed after an instant, and what was withdrawn', async () => {
    const { id } = await event({ kind: 'OTHER', when: { text: 'withdrawn' } });
    const since = new Date(Date.now() + 60_000).toISOString();
    expect(await labels({ changedSince: since })).toEqual([]);
    await api.data(
      `mutation ($id: ID!) { retract(id: $id, expectedVersion: 1, reason: "a mistake") { id } }`,
      { id },
    );

    expect(await labels({ isRetracted: true })).toContain('Other, withdrawn');
    expect(await labels({ kind: ['OTHER'] })).not.toContain('Other, withdrawn');
  });

  test('marked above a reader are not there, nor does a label name whom it may not see', async () => {
    const target = await actor({ kind: 'ORGANIZATION', names: [{ value: 'Secret Firm' }], marking: 'RED' });
    const open = await event({
      kind: 'SANCTIONS',
      when: { edtf: '1999' },
      actors: [{ actor: target, role: 'TARGET' }],
    });
    const hidden = await event({ kind: 'SANCTIONS', when: { edtf: '1998' }, marking: 'RED' });
    const filter = { when: { from: '1998', to: '1999' } };

    expect(await labels(filter, 0)).toEqual(['Sanctions, 1999']);
    expect(await labels(filter, 4)).toEqual(['Sanctions, Secret Firm, 1999', 'Sanctions, 1998']);
    const read =
      'query ($open: ID!, $hidden: ID!) { open: contextEvent(id: $open) { actors { actor { label } } } hidden: contextEvent(id: $hidden) { id } }';
    expect((await api.read(0, read, { open: open.id, hidden: hidden.id })).data).toEqual({
      open: { actors: [] },
      hidden: null,
    });
  });
});

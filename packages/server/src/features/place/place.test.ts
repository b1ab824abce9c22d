import { Api } from '../../../test/harness/api';

const FIELDS =
  'id version label resolution geoNamesId latitude longitude country { label } names { id value }';
const RECORD = `mutation ($input: PlaceInput!, $key: String) { recordPlace(input: $input, idempotencyKey: $key) { ${FIELDS} } }`;
const AMEND = `mutation ($id: ID!, $version: Int!, $input: PlaceInput!) {
  amendPlace(id: $id, expectedVersion: $version, input: $input) { ${FIELDS} } }`;
const LIST = `query ($name: String, $country: [ActorRef!], $first: Int, $after: Cursor) {
  places(name: $name, country: $country, first: $first, after: $after) { totalCount pageInfo { endCursor hasNextPage } nodes { label country { label } } } }`;

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api.close());

const place = async (value: string, more: object = {}) =>
  (await api.data(RECORD, { input: { names: [{ value }], resolution: 'CITY', ...more } })).recordPlace;
const refusal = async (input: object) => (await api.query(RECORD, { input })).errors?.[0]?.extensions;
const labels = async (variables: object) =>
  (await api.data(LIST, { ...variables })).places.nodes.map((node: { label: string }) => node.label);

describe('recordPlace', () => {
  test('records a city with its country and where it lies', async () => {
    expect(
      await place('Port Testing', { country: 'FJ', geoNamesId: 4_242, latitude: -17.5, longitude: 178 }),
    ).toEqual({
      id: expect.stringMatching(/^place_/),
      version: 1,
      label: 'Port Testing',
      resolution: 'CITY',
      geoNamesId: 4_242,
      latitude: -17.5,
      longitude: 178,
      country: { label: 'Fiji' },
      names: [{ id: expect.stringMatching(/^name_/), value: 'Port Testing' }],
    });
  });

  test('records a region as a source names it, of no country', async () => {
    expect(await place('West Testia', { resolution: 'REGION' })).toMatchObject({
      label: 'West Testia',
      country: null,
      latitude: null,
    });
  });

  const city = { names: [{ value: 'x' }], resolution: 'CITY' };
  test.each([
    ['without a resolution', { names: [{ value: 'x' }] }, 'resolution'],
    ['without a name', { resolution: 'CITY' }, 'names'],
    ['north of the pole', { ...city, latitude: 90.1, longitude: 0 }, 'latitude'],
    ['beyond the date line', { ...city, latitude: 0, longitude: 181 }, 'longitude'],
    ['with half a point', { ...city, latitude: 10 }, 'longitude'],
    ['with the other half', { ...city, longitude: 10 }, 'latitude'],
    ['with a negative GeoNames id', { ...city, geoNamesId: -1 }, 'geoNamesId'],
    ['that is a region in one country', { ...city, resolution: 'REGION', country: 'FJ' }, 'country'],
    ['in an unknown country', { ...city, country: 'ZZ' }, 'country'],
  ])('refuses a place %s', async (_, input, field) => {
    expect(await refusal(input)).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  test('answers a repeat with the first answer', async () => {
    const input = { names: [{ value: 'Repeated Place' }], resolution: 'VENUE' };
    const first = await api.data(RECORD, { input, key: 'place-repeat' });

    expect(await api.data(RECORD, { input, key: 'place-repeat' })).toEqual(first);
    expect(await labels({ name: 'repeated place' })).toEqual(['Repeated Place']);
  });
});

describe('amendPlace', () => {
  test('keeps names by id, adds new ones and withdraws those left out', async () => {
    const { id, names } = await place('Old Town');
    const amended = await api.data(AMEND, {
      id,
      version: 1,
      input: {
        names: [{ value: 'New Town' }, { id: names[0].id, value: 'Old Town', kind: 'ALIAS' }],
        latitude: 1,
        longitude: 2,
      },
    });

    expect(amended.amendPlace).toMatchObject({
      version: 2,
      label: 'New Town',
      latitude: 1,
      names: [{ value: 'New Town' }, { id: names[0].id }],
    });
  });

  test('refuses a version that is not the current one', async () => {
    const { id } = await place('Versioned Town');
    const { errors } = await api.query(AMEND, { id, version: 2, input: {} });

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', currentVersion: 1 });
  });

  test('leaves the former state in the history', async () => {
    const { id } = await place('Historic Town');
    await api.data(AMEND, { id, version: 1, input: { resolution: 'VENUE' } });

    const { history } = await api.data(
      'query ($id: ID!) { history(id: $id, first: 1) { version changed before after } }',
      { id },
    );
    expect(history).toEqual([
      { version: 2, changed: ['resolution'], before: { resolution: 'CITY' }, after: { resolution: 'VENUE' } },
    ]);
  });
});

describe('places', () => {
  test('are found by any name, folded, and by country', async () => {
    await place('Nukuʼalofa al-Jadīda', { country: 'TV' });
    await place('Vaiaku', { country: 'TV' });

    expect(await labels({ name: 'nukualofa jadida' })).toEqual(['Nukuʼalofa al-Jadīda']);
    expect(await labels({ country: ['TV'] })).toEqual(['Nukuʼalofa al-Jadīda', 'Vaiaku']);
    expect(await labels({ country: ['TUV'], name: 'vai' })).toEqual(['Vaiaku']);
    expect((await api.query(LIST, { country: ['ZZ'] })).errors?.[0]?.extensions).toMatchObject({
      field: 'country',
    });
  });

  test('are paged by label', async () => {
    for (const letter of ['C', 'A', 'B']) await place(`Paged ${letter}`);
    const first = (await api.data(LIST, { name: 'paged', first: 2 })).places;
    const rest = (await api.data(LIST, { name: 'paged', first: 2, after: first.pageInfo.endCursor })).places;

    expect([...first.nodes, ...rest.nodes].map((node) => node.label)).toEqual([
      'Paged A',
      'Paged B',
      'Paged C',
    ]);
    expect(rest.pageInfo.hasNextPage).toBe(false);
  });

  test('marked above a reader are not there, nor is a country', async () => {
    const hidden = await place('Bunker', { marking: 'AMBER', country: 'TV' });
    const { recordActor: state } = await api.data(
      `mutation { recordActor(input: { kind: STATE, names: [{ value: "Atlantis" }], marking: RED }) { id } }`,
    );
    await place('Atlantic Bunker', { country: state.id });

    const seen = (await api.read(1, LIST, { name: 'bunker' })).data.places;
    expect(seen).toMatchObject({ totalCount: 1, nodes: [{ label: 'Atlantic Bunker', country: null }] });
    expect((await api.read(2, LIST, { name: 'bunker' })).data.places.totalCount).toBe(2);
    expect(
      (await api.read(1, 'query ($id: ID!) { place(id: $id) { id } }', { id: hidden.id })).data.place,
    ).toBeNull();
  });
});

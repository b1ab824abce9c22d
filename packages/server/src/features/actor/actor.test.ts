import { Api } from '../../../test/harness/api';
import { fold } from '../../platform/fold';

const RECORD = `mutation ($input: ActorInput!, $key: String) {
  recordActor(input: $input, idempotencyKey: $key) { __typename id version label wikidataId names { id value kind } }
}`;
const AMEND = `mutation ($id: ID!, $version: Int!, $input: ActorInput!) {
  amendActor(id: $id, expectedVersion: $version, input: $input, reason: "a correction") { id version label names { id value } parent { label } }
}`;
const LIST = `query ($filter: ActorFilter, $first: Int, $after: Cursor) {
  actors(filter: $filter, first: $first, after: $after) { totalCount nodes { id label } pageInfo { hasNextPage endCursor } }
}`;

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api.close());

const organization = async (name: string, more: object = {}) =>
  (await api.data(RECORD, { input: { kind: 'ORGANIZATION', names: [{ value: name }], ...more } }))
    .recordActor;
const refusal = async (input: object) => (await api.query(RECORD, { input })).errors?.[0]?.extensions;
const labels = async (filter: object) =>
  (await api.data(LIST, { filter })).actors.nodes.map((node: { label: string }) => node.label);

describe('actor', () => {
  test('refuses a code that nobody bears, and finds nothing for an id that nobody bears', async () => {
    const { errors } = await api.query('{ actor(ref: "ZZ") { id } }');

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'ref' });
    expect(await api.data('{ actor(ref: "actor_01kdvdna00e008000000000zzz") { id } }')).toEqual({
      actor: null,
    });
  });
});

describe('actors', () => {
  test('finds a name at the beginning of its words, without case, accents and the Arabic article', async () => {
    await organization('Société al-Ghanmiyya d’Énergie');

    expect(await labels({ name: 'ghanmi societe' })).toEqual(['Société al-Ghanmiyya d’Énergie']);
    expect(await labels({ name: 'hanmiyya' })).toEqual([]);
  });

  test('finds all words in one spelling only', async () => {
    await organization('Zorvan', {
      names: [{ value: 'Zorvan Press' }, { value: 'Quelm Agency', kind: 'ALIAS' }],
    });

    expect(await labels({ name: 'quelm agency' })).toEqual(['Zorvan Press']);
    expect(await labels({ name: 'zorvan agency' })).toEqual([]);
  });

  test('takes characters that search patterns use for what they are', async () => {
    expect(fold('100%_')).not.toMatch(/[%_\\]/);
    expect(await labels({ name: 'zorvan%' })).toEqual(['Zorvan Press']);
  });

  test('narrows by kind, sort, state, and what it is below of, at any depth', async () => {
    const top = await organization('Umbrella Authority', { orgKind: 'GOVERNMENT', state: 'MT' });
    const middle = await organization('Umbrella Ministry', {
      orgKind: 'MINISTRY',
      state: 'MT',
      parent: top.id,
    });
    await organization('Umbrella Bureau', { parent: middle.id });

    expect(await labels({ state: ['MT'] })).toEqual(['Umbrella Authority', 'Umbrella Ministry']);
    expect(await labels({ state: ['MLT'], orgKind: ['MINISTRY'] })).toEqual(['Umbrella Ministry']);
    expect(await labels({ parent: [top.id] })).toEqual(['Umbrella Bureau', 'Umbrella Ministry']);
    expect(await labels({ parent: [top.id], kind: ['PERSON'] })).toEqual([]);
  });

  test('shows what changed after an instant', async () => {
    const { id } = await organization('Changeable Office');
    const { changedAt } = (await api.data('query ($id: ActorRef!) { actor(ref: $id) { changedAt } }', { id }))
      .actor;
    await api.data(AMEND, { id, version: 1, input: { names: [{ value: 'Changed Office' }] } });

    expect(await labels({ name: 'changed office', changedSince: changedAt })).toEqual(['Changed Office']);
    expect(await labels({ name: 'changed office', changedSince: new Date().toISOString() })).toEqual([]);
  });

  test('pages by label without loss or repetition, namesakes included', async () => {
    for (let count = 0; count < 3; count++) await organization('Namesake Trust');
    await organization('Namesake Union');
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { actors } = await api.data(LIST, { filter: { name: 'namesake' }, first: 2, after });
      seen.push(...actors.nodes.map((node: { id: string }) => node.id));
      after = actors.pageInfo.hasNextPage ? actors.pageInfo.endCursor : null;
      expect(actors.totalCount).toBe(4);
    } while (after);

    expect(new Set(seen).size).toBe(4);
    expect(seen).toHaveLength(4);
  });

  test('leaves out what was withdrawn, unless asked for that', async () => {
    const { id } = await organization('Withdrawn League');
    await api.data(
      `mutation ($id: ID!) { retract(id: $id, expectedVersion: 1, reason: "never existed") { id } }`,
      { id },
    );

    expect(await labels({ name: 'withdrawn league' })).toEqual([]);
    expect(await labels({ name: 'withdrawn league', isRetracted: true })).toEqual(['Withdrawn League']);
  });

  test('costs two statements however many are listed with what they belong to', async () => {
    api.sql.length = 0;
    await api.data(`{ actors(filter: { name: "umbrella" }) { nodes { label parent { label } } } }`);

    expect(api.sql).toHaveLength(2);
  });
});

describe('recordActor', () => {
  test('shows the usual name, else the next best', async () => {
    const names = [
      { value: 'XQO', kind: 'ACRONYM' },
      { value: 'Xq Organization of Things', kind: 'OFFICIAL' },
    ];

    expect(await organization('', { names })).toMatchObject({ label: 'Xq Organization of Things' });
    expect(await organization('', { names: [...names, { value: 'Xq Things' }] })).toMatchObject({
      label: 'Xq Things',
    });
  });

  test('answers a repeat with the first answer', async () => {
    const input = { kind: 'PERSON', names: [{ value: 'Repeated Person' }] };
    const first = await api.data(RECORD, { input, key: 'actor-repeat' });

    expect(await api.data(RECORD, { input, key: 'actor-repeat' })).toEqual(first);
    expect((await api.data(LIST, { filter: { name: 'repeated person' } })).actors.totalCount).toBe(1);
    const { errors } = await api.query(RECORD, {
      input: { ...input, wikidataId: 'Q1' },
      key: 'actor-repeat',
    });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', field: 'idempotencyKey' });
  });

  const named = { names: [{ value: 'Refused' }] };
  test.each([
    ['without a kind', { ...named }, 'kind'],
    ['without a name', { kind: 'PERSON' }, 'names'],
    ['with an empty list of names', { kind: 'PERSON', names: [] }, 'names'],
    ['with a blank name', { kind: 'PERSON', names: [{ value: ' ' }] }, 'names.0.value'],
    [
      'with a name of 1,001 characters',
      { kind: 'PERSON', names: [{ value: 'x'.repeat(1_001) }] },
      'names.0.value',
    ],
    [
      'with 201 names',
      { kind: 'PERSON', names: Array.from({ length: 201 }, () => ({ value: 'x' })) },
      'names',
    ],
    [
      'with a language that is no tag',
      { kind: 'PERSON', names: [{ value: 'x', language: 'not a tag' }] },
      'names.0.language',
    ],
    ['with a code of states, if a person', { ...named, kind: 'PERSON', iso2: 'XA' }, 'iso2'],
    ['with a domain, if a state', { ...named, kind: 'STATE', domain: 'example.org' }, 'domain'],
    ['with members, if an organization', { ...named, kind: 'ORGANIZATION', members: [] }, 'members'],
    ['with tenures, if a group', { ...named, kind: 'GROUP', tenures: [] }, 'tenures'],
    ['with a size, if an organization', { ...named, kind: 'ORGANIZATION', statedSize: 4 }, 'statedSize'],
    ['with a malformed code', { ...named, kind: 'STATE', iso2: 'xa' }, 'iso2'],
    ['with a malformed Wikidata id', { ...named, kind: 'STATE', wikidataId: '846' }, 'wikidataId'],
    [
      'with an address for a domain',
      { ...named, kind: 'ORGANIZATION', domain: 'https://example.org' },
      'domain',
    ],
    [
      'of a state that is none',
      { ...named, kind: 'ORGANIZATION', state: 'Q846', seatState: 'XX' },
      'seatState',
    ],
    ['with a group of nobody', { ...named, kind: 'GROUP', statedSize: 0 }, 'statedSize'],
    ['with an unknown member', { ...named, kind: 'GROUP', members: [{ actor: 'ZZ' }] }, 'members.0.actor'],
  ])('refuses one %s', async (_, input, field) => {
    expect(await refusal(input)).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  test('refuses a person as the state of an organization', async () => {
    const { recordActor: person } = await api.data(RECORD, {
      input: { kind: 'PERSON', names: [{ value: 'No State' }] },
    });

    expect(await refusal({ ...named, kind: 'ORGANIZATION', state: person.id })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'state',
    });
  });

  test('refuses evidence of a name where it would be lost', async () => {
    const input = { kind: 'PERSON', names: [{ value: 'x', evidence: [{ statement: 'So called.' }] }] };

    expect(await refusal(input)).toMatchObject({ code: 'BAD_USER_INPUT', field: 'names.0.evidence' });
  });

  test('writes nothing of an actor that is refused', async () => {
    await refusal({
      kind: 'GROUP',
      names: [{ value: 'Half Written' }],
      members: [{ actor: 'QA' }, { actor: 'ZZ' }],
    });

    expect(await labels({ name: 'half written' })).toEqual([]);
  });
});

describe('what is marked above a reader', () => {
  test('is not there: in lists, counts, by reference or behind an edge', async () => {
    const hidden = await organization('Veiled Council', { marking: 'RED', domain: 'veiled.example.org' });
    await organization('Veiled Office', { parent: hidden.id });
    const seen = await api.read(0, LIST, { filter: { name: 'veiled' } });

    expect(seen.data.actors).toMatchObject({ totalCount: 1, nodes: [{ label: 'Veiled Office' }] });
    expect((await api.read(4, LIST, { filter: { name: 'veiled' } })).data.actors.totalCount).toBe(2);
    expect(
      (await api.read(0, 'query ($id: ActorRef!) { actor(ref: $id) { id } }', { id: hidden.id })).data,
    ).toEqual({ actor: null });
    expect((await api.read(0, 'query ($id: ID!) { node(id: $id) { id } }', { id: hidden.id })).data).toEqual({
      node: null,
    });
    const edge = await api.read(0, `{ actors(filter: { name: "veiled" }) { nodes { parent { label } } } }`);
    expect(edge.data.actors.nodes).toEqual([{ parent: null }]);
    const [byCode, unknown] = await Promise.all(
      ['veiled.example.org', 'absent.example.org'].map((ref) =>
        api.read(0, `{ actor(ref: "${ref}") { id } }`),
      ),
    );
    expect(byCode?.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(byCode?.errors?.[0]?.message.replace('veiled', 'absent')).toBe(unknown?.errors?.[0]?.message);
  });
});

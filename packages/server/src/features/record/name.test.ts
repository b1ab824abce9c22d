import { Api } from '../../../test/harness/api';

const ACTOR = `mutation ($input: ActorInput!) { recordActor(input: $input) { id label } }`;
const NAME = `mutation ($record: RecordRef!, $input: NameInput!, $key: String) {
  recordName(record: $record, input: $input, idempotencyKey: $key) { id value kind language record { __typename id label version } }
}`;

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api.close());

const person = async (value: string, more: object = {}): Promise<string> =>
  (await api.data(ACTOR, { input: { kind: 'PERSON', names: [{ value, kind: 'ALIAS' }], ...more } }))
    .recordActor.id;
const add = async (record: string, input: object, key?: string) =>
  (await api.data(NAME, { record, input, key })).recordName;
const refusal = async (record: string, input: object) =>
  (await api.query(NAME, { record, input })).errors?.[0]?.extensions;
const labelOf = async (id: string, clearance = 4) =>
  (await api.read(clearance, 'query ($id: ActorRef!) { actor(ref: $id) { label } }', { id })).data.actor
    .label;

describe('recordName', () => {
  test('adds a spelling verbatim, raises the version and chooses the label anew', async () => {
    const id = await person('el-Amin');

    expect(await add(id, { value: 'Yusuf  al-Amīn', language: 'ar-Latn' })).toEqual({
      id: expect.stringMatching(/^name_/),
      value: 'Yusuf  al-Amīn',
      kind: 'COMMON',
      language: 'ar-Latn',
      record: { __typename: 'Person', id, label: 'Yusuf  al-Amīn', version: 2 },
    });
  });

  test('takes what names an actor or a topic, as well as any id', async () => {
    await api.data(
      `mutation { recordTopic(input: { slug: "name-test", names: [{ value: "Name test" }] }) { id } }`,
    );
    const { recordEngagement } = await api.data(
      `mutation { recordEngagement(input: { kind: EXHIBITION, status: HELD, participations: [{ descriptor: "visitors" }] }) { id } }`,
    );

    expect((await add('name-test', { value: 'Test of names', kind: 'ALIAS' })).record.label).toBe(
      'Name test',
    );
    expect((await add('TUV', { value: 'Funafuti', kind: 'METONYM' })).record.label).toBe('Tuvalu');
    expect((await add(recordEngagement.id, { value: 'The Great Show' })).record).toMatchObject({
      __typename: 'Engagement',
      version: 2,
    });
  });

  test('answers a repeat with the first answer', async () => {
    const id = await person('Repeated');
    const first = await add(id, { value: 'Repeated Alias' }, 'name-repeat');

    expect(await add(id, { value: 'Repeated Alias' }, 'name-repeat')).toEqual(first);
  });

  test.each([
    ['an empty spelling', { value: '' }, 'value'],
    ['a spelling of 20,000 characters', { value: 'x'.repeat(20_000) }, 'value'],
    ['a language that is no tag', { value: 'x', language: 'x_y' }, 'language'],
    ['an id, which is for lists', { value: 'x', id: 'name_01kdvdna00e0080000000001hm' }, 'id'],
    [
      'a source that is not there',
      { value: 'x', firstSource: 'source_01kdvdna00e0080000000001hm' },
      'firstSource',
    ],
    [
      'an id of another type as a source',
      { value: 'x', firstSource: 'actor_01kdvdna00e0080000000001hm' },
      'firstSource',
    ],
  ])('refuses %s', async (_, input, field) => {
    expect(await refusal('TUV', input)).toMatchObject({ field });
  });

  test('refuses a record that is not there, or has no names', async () => {
    expect(await refusal('actor_01kdvdna00e008000000000zzz', { value: 'x' })).toMatchObject({
      code: 'NOT_FOUND',
      field: 'record',
    });
    expect(await refusal('QQQ', { value: 'x' })).toMatchObject({ code: 'BAD_USER_INPUT', field: 'record' });
  });
});

describe('a label', () => {
  test('is chosen anew when the name it came from is withdrawn, and when it comes back', async () => {
    const id = await person('Second Choice');
    const name = await add(id, { value: 'First Choice' });
    const change = async (field: string, version: number) =>
      api.data(
        `mutation ($id: ID!, $version: Int!) { ${field}(id: $id, expectedVersion: $version, reason: "a test") { id } }`,
        {
          id: name.id,
          version,
        },
      );

    await change('retract', 2);
    expect(await labelOf(id)).toBe('Second Choice');
    await change('reinstate', 3);
    expect(await labelOf(id)).toBe('First Choice');
  });

  test('stays when the last name is withdrawn, since something must be shown', async () => {
    const id = await person('Only Name');
    const { actor } = await api.data('query ($id: ActorRef!) { actor(ref: $id) { names { id } } }', { id });
    await api.data(`mutation ($id: ID!) { retract(id: $id, expectedVersion: 1, reason: "a test") { id } }`, {
      id: actor.names[0].id,
    });

    expect(await labelOf(id)).toBe('Only Name');
  });

  test('is in the history with the name that brought it', async () => {
    const id = await person('Former Label');
    const name = await add(id, { value: 'Later Label' });

    const { history } = await api.data(
      'query ($id: ID!) { history(id: $id, first: 1) { changed before after } }',
      { id },
    );
    expect(history[0].changed).toEqual(expect.arrayContaining([`${name.id}.value`, 'label']));
    expect(history[0].before).toMatchObject({ label: 'Former Label' });
    expect(history[0].after).toMatchObject({ label: 'Later Label', [`${name.id}.value`]: 'Later Label' });
  });
});

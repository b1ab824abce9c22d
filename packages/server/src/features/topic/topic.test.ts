import { Api } from '../../../test/harness/api';

const FIELDS = 'id version label slug ploverContext parent { slug } children { slug }';
const RECORD = `mutation ($input: TopicInput!, $key: String) { recordTopic(input: $input, idempotencyKey: $key) { ${FIELDS} } }`;
const AMEND = `mutation ($id: ID!, $version: Int!, $input: TopicInput!) {
  amendTopic(id: $id, expectedVersion: $version, input: $input) { ${FIELDS} } }`;

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api.close());

const topic = async (slug: string, more: object = {}) =>
  (await api.data(RECORD, { input: { slug, names: [{ value: slug.replaceAll('-', ' ') }], ...more } }))
    .recordTopic;
const refusal = async (input: object) =>
  (await api.query(RECORD, { input: { names: [{ value: 'x' }], ...input } })).errors?.[0]?.extensions;
const below = async (ref: string, clearance = 4) =>
  (
    await api.read(clearance, 'query ($ref: TopicRef) { topics(below: $ref) { slug } }', { ref })
  ).data.topics.map((each: { slug: string }) => each.slug);

describe('recordTopic', () => {
  test('records a topic below another, which then has it below', async () => {
    await topic('test-security');
    const child = await topic('test-border-security', {
      parent: 'test-security',
      ploverContext: 'terrorism',
    });

    expect(child).toMatchObject({
      label: 'test border security',
      ploverContext: 'terrorism',
      parent: { slug: 'test-security' },
      children: [],
    });
    const { topic: parent } = await api.data(
      '{ topic(ref: "test-security") { parent { slug } children { slug } } }',
    );
    expect(parent).toEqual({ parent: null, children: [{ slug: 'test-border-security' }] });
  });

  test.each([
    ['without a slug', {}, 'slug'],
    ['without a name', { slug: 'nameless', names: [] }, 'names'],
    ['with capitals', { slug: 'Border' }, 'slug'],
    ['with a space', { slug: 'border security' }, 'slug'],
    ['with a hyphen at its end', { slug: 'border-' }, 'slug'],
    ['with a slug of 101 characters', { slug: 'x'.repeat(101) }, 'slug'],
    ['below an unknown one', { slug: 'orphan', parent: 'no-such-topic' }, 'parent'],
  ])('refuses a topic %s', async (_, input, field) => {
    expect(await refusal(input)).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  test('refuses a slug that is borne, and leads to its bearer', async () => {
    const { id } = await topic('test-borne');

    expect(await refusal({ slug: 'test-borne' })).toMatchObject({
      code: 'CONFLICT',
      field: 'slug',
      existingId: id,
    });
  });

  test('gives one slug to one of several that ask for it at once', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => refusal({ slug: 'test-race' })));

    expect(answers.map((answer) => answer?.code ?? 'OK').sort()).toEqual(['CONFLICT', 'CONFLICT', 'OK']);
  });

  test('answers a repeat with the first answer', async () => {
    const input = { slug: 'test-repeat', names: [{ value: 'x' }] };
    const first = await api.data(RECORD, { input, key: 'topic-repeat' });

    expect(await api.data(RECORD, { input, key: 'topic-repeat' })).toEqual(first);
  });
});

describe('amendTopic', () => {
  test('moves a branch, and refuses to hang it below itself', async () => {
    const top = await topic('test-top');
    const middle = await topic('test-middle', { parent: 'test-top' });
    await topic('test-bottom', { parent: middle.id });
    const ask = async (parent: string) =>
      (await api.query(AMEND, { id: top.id, version: 1, input: { parent } })).errors?.[0]?.extensions;

    for (const parent of ['test-top', 'test-middle', 'test-bottom'])
      expect(await ask(parent)).toMatchObject({ code: 'BAD_USER_INPUT', field: 'parent' });
    await topic('test-elsewhere');
    expect(
      (await api.data(AMEND, { id: middle.id, version: 1, input: { parent: 'test-elsewhere' } })).amendTopic,
    ).toMatchObject({
      parent: { slug: 'test-elsewhere' },
      children: [{ slug: 'test-bottom' }],
    });
    expect(
      (await api.data(AMEND, { id: middle.id, version: 2, input: { parent: null } })).amendTopic.parent,
    ).toBeNull();
  });

  test('lets two changes that would close a circle together not both happen', async () => {
    const [one, other] = await Promise.all([topic('test-circle-one'), topic('test-circle-other')]);
    const answers = await Promise.all([
      api.query(AMEND, { id: one.id, version: 1, input: { parent: other.id } }),
      api.query(AMEND, { id: other.id, version: 1, input: { parent: one.id } }),
    ]);

    expect(answers.filter((answer) => answer.errors === undefined)).toHaveLength(1);
  });

  test('refuses a version that is not the current one, a borne slug and a lost name', async () => {
    await topic('test-occupied');
    const { id } = await topic('test-amended');
    const ask = async (version: number, input: object) =>
      (await api.query(AMEND, { id, version, input })).errors?.[0]?.extensions;

    expect(await ask(3, {})).toMatchObject({ code: 'CONFLICT', currentVersion: 1 });
    expect(await ask(1, { slug: 'test-occupied' })).toMatchObject({ code: 'CONFLICT', field: 'slug' });
    expect(await ask(1, { names: null })).toMatchObject({ code: 'BAD_USER_INPUT', field: 'names' });
  });
});

describe('topics', () => {
  test('stand parents before children, each branch whole before the next', async () => {
    await topic('tree');
    await topic('tree-b', { parent: 'tree' });
    await topic('tree-a', { parent: 'tree' });
    await topic('tree-a-leaf', { parent: 'tree-a' });
    await topic('tree-b-leaf', { parent: 'tree-b' });

    expect(await below('tree')).toEqual(['tree', 'tree-a', 'tree-a-leaf', 'tree-b', 'tree-b-leaf']);
    expect(await below('tree-b')).toEqual(['tree-b', 'tree-b-leaf']);
    const { topics } = await api.data('{ topics { slug parent { slug } } }');
    const seen = new Set<string>();
    for (const { slug, parent } of topics) {
      if (parent) expect(seen).toContain(parent.slug);
      seen.add(slug);
    }
  });

  test('marked above a reader are not there; what hangs on them stands at the top', async () => {
    await topic('veil');
    await topic('veil-hidden', { parent: 'veil', marking: 'RED' });
    await topic('veil-leaf', { parent: 'veil-hidden' });

    expect(await below('veil', 0)).toEqual(['veil']);
    expect(await below('veil', 4)).toEqual(['veil', 'veil-hidden', 'veil-leaf']);
    const { data, errors } = await api.read(
      0,
      '{ topics { slug } topic(ref: "veil") { children { slug } } }',
    );
    expect(errors).toBeUndefined();
    expect(data.topics.map((each: { slug: string }) => each.slug)).toEqual(
      expect.arrayContaining(['veil', 'veil-leaf']),
    );
    expect(data.topics).not.toContainEqual({ slug: 'veil-hidden' });
    expect(data.topic.children).toEqual([]);
    const unknown = await api.read(0, '{ topic(ref: "veil-hidden") { slug } }');
    expect(unknown.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'ref' });
    expect(
      (await api.read(0, '{ topic(ref: "veil-leaf") { parent { slug } } }')).data.topic.parent,
    ).toBeNull();
  });

  test('withdrawn are left out, and their slug is free', async () => {
    const { id } = await topic('test-gone');
    await api.data(
      `mutation ($id: ID!) { retract(id: $id, expectedVersion: 1, reason: "a mistake") { id } }`,
      { id },
    );

    expect((await api.data('{ topics { slug } }')).topics).not.toContainEqual({ slug: 'test-gone' });
    expect((await topic('test-gone')).id).not.toBe(id);
  });

  test('below an id that nobody bears are none', async () => {
    expect(await below('topic_01kdvdna00e008000000000zzz')).toEqual([]);
  });
});

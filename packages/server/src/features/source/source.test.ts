import { createHash } from 'node:crypto';
import { Api, EDITOR } from '../../../test/harness/api';
import { EvidenceWorld } from '../../../test/harness/evidence';
import { projections } from '../../app/projections';
import { Change } from '../../platform/change/change';
import { Writer } from '../record/commands.service';
import { SourceTextService } from './source-text.service';

const SOURCE = `id version label kind title marking isHeld contentHash text dateline published { text edtf }
  publisher { label } repeats { kind cites { id } } passages { totalCount nodes { quote quoteHash prefix suffix start } } citedBy { nodes { id } }`;
const RECORD = `mutation ($input: SourceInput!) { recordSource(input: $input) { ${SOURCE} } }`;
const AMEND = `mutation ($id: ID!, $version: Int!, $input: SourceInput!) {
  amendSource(id: $id, expectedVersion: $version, input: $input) { ${SOURCE} }
}`;

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

let api: Api;
let world: EvidenceWorld;
beforeAll(async () => {
  api = await Api.open();
  world = new EvidenceWorld(api);
});
afterAll(() => api.close());

async function read(id: string) {
  return (await api.data(`query ($id: ID!) { source(id: $id) { ${SOURCE} } }`, { id })).source;
}

async function refusal(input: object, document = RECORD, more: object = {}) {
  const { errors } = await api.query(document, { input, ...more });
  return errors?.[0]?.extensions;
}

describe('recordSource', () => {
  test('holds a text and knows its hash', async () => {
    const { recordSource } = await api.data(RECORD, {
      input: {
        kind: 'NEWS_ARTICLE',
        text: 'They met.',
        dateline: 'Doha –',
        published: { text: 'in March', edtf: '2021-03' },
      },
    });

    expect(recordSource).toMatchObject({
      version: 1,
      label: 'News article, Doha',
      marking: 'CLEAR',
      isHeld: true,
      text: 'They met.',
      contentHash: hashOf('They met.'),
      dateline: 'Doha –',
      published: { text: 'in March', edtf: '2021-03' },
    });
  });

  test('is called by its title, else by what sort it is and whose, or by what stands at its head', async () => {
    const publisher = await world.outlet({ names: [{ value: 'Alwaght' }] });

    expect((await read(await world.source({ publisher, title: 'A visit' }))).label).toBe('A visit');
    expect((await read(await world.source({ publisher, title: null }))).label).toBe('News article, Alwaght');
    expect((await read(await world.source({ kind: 'OFFICIAL_STATEMENT', title: null }))).label).toBe(
      'Official statement',
    );
  });

  test.each([
    ['a source of no kind', { kind: null }, 'kind'],
    ['a publisher that is no organization', { publisher: 'QA' }, 'publisher'],
    ['a hash that is none', { contentHash: 'abc' }, 'contentHash'],
    ['a hash that is not that of the text', { text: 'x', contentHash: hashOf('y') }, 'contentHash'],
    ['a text that is not held', { text: 'x', isHeld: false }, 'isHeld'],
    [
      'a passage that does not stand in it',
      { text: 'They met.', passages: [{ quote: 'They sat', start: 0, end: 8 }] },
      'passages.0.quote',
    ],
    [
      'a repeated source that does not exist',
      { repeats: [{ cites: 'source_01kdvdna00e0080000000001hm', kind: 'REPRINT' }] },
      'repeats.0.cites',
    ],
    ['a date that cannot be read', { published: { edtf: 'March' } }, 'published.edtf'],
  ])('refuses %s', async (_, more, field) => {
    expect(await refusal({ kind: 'NEWS_ARTICLE', ...more })).toMatchObject({ field });
  });

  test('keeps passages that were read and hold no fact', async () => {
    const { recordSource } = await api.data(RECORD, {
      input: {
        kind: 'NEWS_ARTICLE',
        text: 'They met. It is complex.',
        passages: [{ quote: 'It is complex.', start: 10, end: 24 }],
      },
    });

    const { source } = await api.data(
      `query ($id: ID!) { source(id: $id) { idle: passages(hasClaims: false) { nodes { quote claims { id } } } busy: passages(hasClaims: true) { totalCount } } }`,
      { id: recordSource.id },
    );
    expect(source).toEqual({
      idle: { nodes: [{ quote: 'It is complex.', claims: [] }] },
      busy: { totalCount: 0 },
    });
  });

  test('repeats others, which are cited by it', async () => {
    const original = await world.source();

    const copy = await read(await world.source({ repeats: [{ cites: original, kind: 'TRANSLATION' }] }));

    expect(copy.repeats).toEqual([{ kind: 'TRANSLATION', cites: { id: original } }]);
    expect((await read(original)).citedBy.nodes).toEqual([{ id: copy.id }]);
  });
});

describe('amendSource', () => {
  test('changes what is known of it, and not its text', async () => {
    const id = await world.source({ text: 'They met.', author: 'N. N.' });

    const { amendSource } = await api.data(AMEND, {
      id,
      version: 1,
      input: { title: 'Another', author: null },
    });

    expect(amendSource).toMatchObject({ version: 2, title: 'Another', text: 'They met.' });
    expect(await refusal({ text: 'x' }, AMEND, { id, version: 2 })).toMatchObject({ field: 'text' });
    expect(await refusal({ passages: [] }, AMEND, { id, version: 2 })).toMatchObject({ field: 'passages' });
    expect(await refusal({ contentHash: hashOf('x') }, AMEND, { id, version: 2 })).toMatchObject({
      field: 'contentHash',
    });
    expect(await refusal({ isHeld: false }, AMEND, { id, version: 2 })).toMatchObject({ field: 'isHeld' });
  });

  test('refuses that a source repeats itself, by whatever way', async () => {
    const first = await world.source();
    const second = await world.source({ repeats: [{ cites: first, kind: 'REPRINT' }] });
    const third = await world.source({ repeats: [{ cites: second, kind: 'EXTRACT' }] });

    for (const cites of [first, second, third])
      expect(
        await refusal({ repeats: [{ cites, kind: 'REPRINT' }] }, AMEND, { id: first, version: 1 }),
      ).toMatchObject({
        code: 'BAD_USER_INPUT',
        field: 'repeats.0.cites',
      });
  });
});

describe('a text attached later', () => {
  const TEXT = 'Doha, Qatar – 😀 They met in Doha.';

  const attach = (id: string, text: string) =>
    new SourceTextService(
      new Change(api.database.writer, api.database.catalog, projections),
      new Writer('test', true, EDITOR.clearance),
    ).attachText(id, text);

  async function hashed(quote = 'They met'): Promise<string> {
    return world.source({
      contentHash: hashOf(TEXT),
      passages: [{ quoteHash: hashOf(quote), start: 16, end: 24 }],
    });
  }

  test('shows the quotes of its passages', async () => {
    const id = await hashed();

    await attach(id, TEXT);

    expect(await read(id)).toMatchObject({
      text: TEXT,
      isHeld: true,
      passages: { nodes: [{ quote: 'They met', prefix: 'Doha, Qatar – 😀 ', suffix: ' in Doha.' }] },
    });
  });

  test('is refused whole if it is another text, or lacks one passage', async () => {
    const [right, wrong] = [await hashed(), await hashed('They sat')];

    await expect(attach(right, `${TEXT} `)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { field: 'text' },
    });
    await expect(attach(wrong, TEXT)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });

    for (const id of [right, wrong])
      expect(await read(id)).toMatchObject({
        version: 1,
        text: null,
        passages: { nodes: [{ quote: null }] },
      });
  });

  test('may be attached again, and then changes nothing', async () => {
    const id = await hashed();
    await attach(id, TEXT);

    await attach(id, TEXT);

    expect(await read(id)).toMatchObject({ version: 2, text: TEXT });
  });
});

describe('sources', () => {
  const list = async (filter: object, orderBy = 'NEWEST') =>
    (
      await api.data(
        'query ($filter: SourceFilter, $orderBy: SourceOrder) { sources(filter: $filter, orderBy: $orderBy) { totalCount nodes { id } } }',
        { filter, orderBy },
      )
    ).sources;
  const ids = async (filter: object, orderBy?: string) =>
    (await list(filter, orderBy)).nodes.map((node: { id: string }) => node.id);

  test('are filtered by what they are, whose and when', async () => {
    const publisher = await world.outlet();
    const [a, b, c] = [
      await world.source({
        publisher,
        language: 'en',
        published: { edtf: '2021-03' },
        url: 'https://example.org/a',
      }),
      await world.source({ publisher, language: 'ar', published: { edtf: '2020' }, kind: 'INTERVIEW' }),
      await world.source({ publisher, isHeld: false }),
    ];
    await world.source();

    expect(await ids({ publisher: [publisher] })).toEqual([a, b, c]);
    expect(await ids({ publisher: [publisher] }, 'OLDEST')).toEqual([b, a, c]);
    expect(await ids({ publisher: [publisher], kind: ['INTERVIEW'] })).toEqual([b]);
    expect(await ids({ publisher: [publisher], language: ['en', 'fr'] })).toEqual([a]);
    expect(await ids({ publisher: [publisher], published: { from: '2021' } })).toEqual([a]);
    expect(await ids({ publisher: [publisher], isHeld: false })).toEqual([c]);
    expect(await ids({ url: 'https://example.org/a' })).toEqual([a]);
    expect(await ids({ publisher: [publisher], marking: ['RED'] })).toEqual([]);
  });

  test('are filtered by the standing of their outlet', async () => {
    const publisher = await world.outlet();
    const ground = await world.source();
    const id = await world.source({ publisher });
    const assess = (input: object) =>
      api.data('mutation ($input: OutletAssessmentInput!) { assessOutlet(input: $input) { id } }', {
        input: { outlet: publisher, reason: 'Read for a year', source: ground, ...input },
      });
    await assess({ from: '2019-01-01', reliability: 'D' });
    await assess({ from: '2020-01-01', reliability: 'B' });
    await assess({ from: '2020-01-01', affiliation: 'STATE_OWNED' });

    expect(await ids({ publisher: [publisher], reliabilityAtLeast: 'B' })).toEqual([id]);
    expect(await ids({ publisher: [publisher], reliabilityAtLeast: 'A' })).toEqual([]);
    expect(await ids({ publisher: [publisher], affiliation: ['STATE_OWNED'] })).toEqual([id]);
    expect(await ids({ publisher: [publisher], affiliation: ['INDEPENDENT'] })).toEqual([]);
  });

  test('tell which are cited without being held, the most cited first', async () => {
    const publisher = await world.outlet({ orgKind: 'MINISTRY' });
    const [once, twice, never] = [
      await world.source({ publisher, isHeld: false }),
      await world.source({ publisher, isHeld: false }),
      await world.source({ publisher, isHeld: false }),
    ];
    const [one, other] = [
      await world.source({ repeats: [{ cites: twice, kind: 'EXTRACT' }] }),
      await world.source(),
    ];
    for (const referencedSource of [once, twice])
      await world.claim(other, 'QA', { attributions: [{ kind: 'DOCUMENT', referencedSource }] });

    expect(await ids({ publisher: [publisher], isCited: true, isHeld: false }, 'MOST_CITED')).toEqual([
      twice,
      once,
    ]);
    expect(await ids({ publisher: [publisher], isCited: false })).toEqual([never]);
    expect(await ids({ repeats: [twice] })).toEqual([one]);
    expect((await read(twice)).citedBy.nodes.map((node: { id: string }) => node.id).sort()).toEqual(
      [one, other].sort(),
    );
  });

  test('hang on their publisher', async () => {
    const publisher = await world.outlet();
    const id = await world.source({ publisher });

    const { actor } = await api.data(
      'query ($ref: ActorRef!) { actor(ref: $ref) { ... on Organization { sources { totalCount nodes { id } } } } }',
      { ref: publisher },
    );

    expect(actor.sources).toEqual({ totalCount: 1, nodes: [{ id }] });
  });
});

describe('a hidden source', () => {
  test('is missing everywhere, with what only it would tell', async () => {
    const red = await world.source({
      marking: 'RED',
      text: 'They met.',
      passages: [{ quote: 'They', start: 0, end: 4 }],
    });
    const copy = await world.source({ repeats: [{ cites: red, kind: 'REPRINT' }] });
    const { source } = await api.data('query ($id: ID!) { source(id: $id) { passages { nodes { id } } } }', {
      id: red,
    });
    const passage = source.passages.nodes[0].id;

    const { data } = await api.read(
      0,
      `query ($red: ID!, $copy: ID!, $passage: ID!) {
        source(id: $red) { id } node(id: $passage) { id } copy: source(id: $copy) { repeats { kind } } sources(filter: { isCited: true }) { nodes { id } }
      }`,
      { red, copy, passage },
    );

    expect(data).toMatchObject({ source: null, node: null, copy: { repeats: [] } });
    expect(data.sources.nodes).not.toContainEqual({ id: red });
    expect((await read(copy)).repeats).toHaveLength(1);
  });

  test('hides its text and passages when it is marked so later, and shows them again', async () => {
    const id = await world.source({ text: 'They met.', passages: [{ quote: 'They', start: 0, end: 4 }] });
    const { source } = await api.data('query ($id: ID!) { source(id: $id) { passages { nodes { id } } } }', {
      id,
    });
    const passage = source.passages.nodes[0].id;
    const seen = async () =>
      (await api.read(0, 'query ($passage: ID!) { node(id: $passage) { id } }', { passage })).data.node;

    await api.data(AMEND, { id, version: 1, input: { marking: 'RED' } });
    expect(await seen()).toBeNull();
    await api.data(AMEND, { id, version: 2, input: { marking: 'CLEAR' } });
    expect(await seen()).toEqual({ id: passage });
  });
});

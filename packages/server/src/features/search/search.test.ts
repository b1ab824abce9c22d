import fc from 'fast-check';
import { Api } from '../../../test/harness/api';
import { demoOf } from '../../app/load-demo';
import { recordsFoundAmiss } from './search-recount.query';

const SEARCH = `query ($text: String!, $types: [RecordType!], $first: Int, $after: Cursor) {
  search(text: $text, types: $types, first: $first, after: $after) {
    nodes { record { __typename id label } score excerpts { field before match after } }
    totalCount pageInfo { hasNextPage endCursor } suggestions
  }
}`;

let api: Api;
beforeAll(async () => {
  api = await Api.open();
  await demoOf(api.database).load();
});
afterAll(() => api.close());

const search = async (text: string, more: object = {}) => {
  const { data, errors } = await api.read(0, SEARCH, { text, ...more });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.search;
};
const labels = async (text: string, more: object = {}): Promise<string[]> =>
  (await search(text, more)).nodes.map(({ record }: { record: { label: string } }) => record.label);
const refusal = async (text: string, more: object = {}) =>
  (await api.read(0, SEARCH, { text, ...more })).errors?.[0]?.extensions;

describe('a name', () => {
  test('is found by another spelling of it: al-Ghanmi finds al-Qanemi', async () => {
    const { nodes, totalCount } = await search('al-Ghanmi', { types: ['ACTOR'] });

    expect(nodes).toEqual([
      {
        record: { __typename: 'Person', id: expect.stringMatching(/^actor_/), label: 'Othman al-Qanemi' },
        score: 0.85,
        excerpts: [
          { field: 'names', before: 'Othman ', match: 'al-Qanemi', after: '' },
          { field: 'names', before: '', match: 'al-Qanemi', after: '' },
        ],
      },
    ]);
    expect(totalCount).toBe(1);
  });

  test.each([
    ['its words in any order', 'Qanemi, Othman'],
    ['an apostrophe and an accent', "Othmān al-Qane'mi"],
    ['the beginnings of its words', 'oth qan'],
    ['other letters for each of its words', 'Othmen el-Ghanimi'],
  ])('is found by %s', async (_, text) => {
    expect(await labels(text, { types: ['ACTOR'], first: 1 })).toEqual(['Othman al-Qanemi']);
  });

  test.each(['Qatari', 'Ghanim al', 'Othman Husseini', 'Othman Othman al-Qanemi Othmani'])(
    'is not found by %s',
    async (text) => {
      expect(await labels(text, { types: ['ACTOR'] })).not.toContain('Othman al-Qanemi');
    },
  );

  test('typed in full comes before all that merely has it', async () => {
    const { nodes } = await search('Qatar', { first: 3 });

    expect(nodes[0]).toMatchObject({ record: { __typename: 'State', label: 'Qatar' }, score: 1 });
    expect(nodes[1].score).toBeLessThan(1);
  });

  test('comes before titles, and these before other words', async () => {
    await api.given.person('Zorn Quill');
    await api.given.engagement({ title: 'Talks on the quill' });
    await api.given.engagement({ title: 'Talks', summary: 'A quill was signed.' });
    const { nodes } = await search('quill');

    expect(nodes.map((hit: { record: { label: string } }) => hit.record.label)).toEqual([
      'Zorn Quill',
      'Talks on the quill',
      'Talks',
    ]);
    expect(nodes.map((hit: { excerpts: object[] }) => hit.excerpts[0])).toEqual([
      { field: 'names', before: 'Zorn ', match: 'Quill', after: '' },
      { field: 'title', before: 'Talks on the ', match: 'quill', after: '' },
      { field: 'summary', before: 'A ', match: 'quill', after: ' was signed.' },
    ]);
  });
});

describe('full text', () => {
  test('finds what stands in a passage or a text that is held, and shows where, verbatim', async () => {
    const source = await api.given.source({
      kind: 'OFFICIAL_STATEMENT',
      title: 'On frontiers',
      author: 'A. N. Author',
      url: 'https://www.gazette.example/2021/03/page',
      text: `${'Nothing of note. '.repeat(40)}The “Crossing-Points” were closed at dusk. ${'Nothing more. '.repeat(40)}`,
    });
    const [byText, byHost, byAuthor] = await Promise.all(
      ['crossing points', 'gazette.example', 'author'].map((text) => search(text, { types: ['SOURCE'] })),
    );

    expect(byText.nodes[0].record.id).toBe(source);
    expect(byText.nodes[0].excerpts).toEqual([
      {
        field: 'text',
        before: expect.stringMatching(/^note\. (Nothing of note\. )+The “$/),
        match: 'Crossing-Points',
        after: expect.stringMatching(/^” were closed at dusk\. Nothing more\..* more\.$/),
      },
    ]);
    expect(byHost.nodes[0]).toMatchObject({
      record: { id: source },
      excerpts: [{ field: 'url', match: 'https://www.gazette.example/2021/03/page' }],
    });
    expect(byAuthor.nodes[0]).toMatchObject({ excerpts: [{ field: 'author', match: 'Author' }] });
  });

  test('needs all words, wherever in the record they stand', async () => {
    await api.given.engagement({ title: 'Vortex', summary: 'About zephyrs.', venueText: 'Hall of Mirrors' });

    expect(await labels('zephyr mirrors vortex')).toEqual(['Vortex']);
    expect(await labels('zephyr mirrors vortices')).toEqual([]);
  });

  test('shows words that stand together as one match, with the small ones between them', async () => {
    await api.given.engagement({ title: 'Guests of the Bureau of Tall Ships' });

    expect((await search('bureau tall ships')).nodes[0].excerpts).toEqual([
      { field: 'title', before: 'Guests of the ', match: 'Bureau of Tall Ships', after: '' },
    ]);
  });

  test('shows at most five places', async () => {
    const names = Array.from({ length: 8 }, (_, at) => ({ value: `Sevenfold ${at}` }));
    await api.given.person('Sevenfold', { names });

    expect((await search('sevenfold')).nodes[0].excerpts).toHaveLength(5);
  });

  test('leaves out what rows of datasets claim', async () => {
    const source = await api.given.source({ kind: 'DATASET_ROW', title: 'An edition' });
    const engagement = await api.given.engagement({});
    const claim = (from: string) =>
      api.given.claim({
        source: from,
        statement: 'Row 17 tells of an ombudsfrau.',
        predicate: 'SUPPORTS_RECORD',
        targets: [{ record: engagement }],
      });
    await claim(source);
    expect(await labels('ombudsfrau')).toEqual([]);

    const isNow = async (kind: string) => {
      const { source: found } = await api.data('query ($id: ID!) { source(id: $id) { version } }', {
        id: source,
      });
      await api.data(
        'mutation ($id: ID!, $v: Int!, $input: SourceInput!) { amendSource(id: $id, expectedVersion: $v, input: $input) { id } }',
        { id: source, v: found.version, input: { kind } },
      );
    };
    await isNow('OTHER');
    expect(await labels('ombudsfrau')).toEqual(['Row 17 tells of an ombudsfrau.']);
    await isNow('DATASET_ROW');
    expect(await labels('ombudsfrau')).toEqual([]);
  });
});

describe('a page', () => {
  test('goes on where the last one ended, each record once', async () => {
    for (let at = 0; at < 12; at++)
      await api.given.engagement({ title: `Turnstile ${at % 3 === 0 ? 'again' : ''}` });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: {
        nodes: { record: { id: string } }[];
        totalCount: number;
        pageInfo: { hasNextPage: boolean; endCursor: string };
      } = await search('turnstile', { first: 5, after });
      seen.push(...page.nodes.map(({ record }) => record.id));
      expect(page.totalCount).toBe(12);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);

    expect(new Set(seen).size).toBe(12);
    expect(seen).toHaveLength(12);
  });

  test('of none gives counts alone', async () => {
    expect(await search('turnstile', { first: 0 })).toMatchObject({
      nodes: [],
      totalCount: 12,
      pageInfo: { hasNextPage: false, endCursor: null },
    });
  });

  test('costs one search, and one statement a type for records and one for excerpts', async () => {
    api.sql.length = 0;
    await search('turnstile', { first: 5 });

    expect(api.sql.filter((text) => text.includes('search_document'))).toHaveLength(1);
    expect(api.sql.length).toBeLessThanOrEqual(4);
  });

  test.each([
    ['a text of one sign', 'x', {}, 'text'],
    ['a text of blanks', '      ', {}, 'text'],
    ['a text of 201 signs', 'x'.repeat(201), {}, 'text'],
    ['a page of 101', 'xx', { first: 101 }, 'first'],
    ['a cursor of another search', 'turnstile', { after: 'e30.AAAA' }, 'after'],
  ])('is refused for %s', async (_, text, more, field) => {
    expect(await refusal(text, more)).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  test('of another text is not gone on with', async () => {
    const { pageInfo } = await search('turnstile', { first: 2 });

    expect(await refusal('qatar', { after: pageInfo.endCursor })).toMatchObject({ field: 'after' });
    expect(await refusal('turnstile', { after: pageInfo.endCursor, types: ['PLACE'] })).toMatchObject({
      field: 'after',
    });
  });
});

describe('any text', () => {
  test.each([
    ['Arabic', 'عثمان الغانمي', 'الغانمي'],
    ['Arabic with vowel signs', 'مُحَمَّد السَّيِّد', 'محمد'],
    ['Cyrillic', 'Сергей Лавров', 'лавров'],
    ['Chinese, within a word', '中华人民共和国外交部', '外交'],
    ['Japanese', '東京サミット', 'サミット'],
    ['Korean', '대한민국 외교부', '외교부'],
    ['Hindi', 'विदेश मंत्रालय', 'मंत्रालय'],
  ])('may be %s', async (_, name, typed) => {
    const id = await api.given.person(name);
    const { nodes } = await search(typed, { types: ['ACTOR'] });

    expect(nodes.map(({ record }: { record: { id: string } }) => record.id)).toEqual([id]);
    expect(nodes[0].excerpts[0]).toMatchObject({ field: 'names' });
  });

  test.each([
    '!!',
    "'; DROP TABLE record; --",
    "it's",
    'a & b | !c',
    '(qatar',
    'qatar:*',
    'a:*b:A',
    '<->',
    '\\\\',
    '"quoted"',
    '🤝🤝',
    '%_',
    '*%',
    'al-',
    'al el',
    'the of',
    '\ud800x',
    'qa\u0000tar',
    'ab cd ef gh ij kl mn op qr st uv wx yz ab cd ef gh ij kl',
  ])('may be %j', async (text) => {
    expect(await search(text.length < 2 ? `${text}x` : text.padEnd(6))).toMatchObject({
      totalCount: expect.any(Number),
    });
  });

  test('never fails', async () => {
    const signs = fc.constantFrom(...'abáقلЖ漢字🤝\'’\\"&|!():*<->%_-. ٱ\u200f\u0301');
    const text = fc.oneof(
      fc.string({ unit: 'binary', minLength: 2, maxLength: 40 }),
      fc.string({ unit: signs, minLength: 2, maxLength: 40 }),
      fc.string({ unit: 'grapheme', minLength: 2, maxLength: 40 }),
    );
    await fc.assert(
      fc.asyncProperty(text, async (typed) => {
        const { errors } = await api.read(0, SEARCH, { text: typed, first: 3 });
        for (const { extensions } of errors ?? []) expect(extensions.code).toBe('BAD_USER_INPUT');
      }),
      { numRuns: 300 },
    );
  });
});

describe('spellings that may have been meant', () => {
  test('are told where little was found', async () => {
    await api.given.person('Bartholomew Zinnemann');

    expect((await search('Zinemman')).suggestions).toEqual(['Bartholomew Zinnemann']);
    expect((await search('Bartolomew Zinneman')).suggestions).toEqual(['Bartholomew Zinnemann']);
    expect((await search('qatar')).suggestions).toEqual([]);
    expect((await search('Zinemman', { types: ['PLACE'] })).suggestions).toEqual([]);
  });
});

test('what is found is what a recount finds', async () => {
  expect(await recordsFoundAmiss(api.database.writer)).toEqual([]);
});

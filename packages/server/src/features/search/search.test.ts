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

const search = async (text: string, more: object = {}, clearance = 0) => {
  const { data, errors } = await api.read(clearance, SEARCH, { text, ...more });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.search;
};
const labels = async (text: string, more: object = {}, clearance = 0): Promise<string[]> =>
  (await search(text, more, clearance)).nodes.map(
    ({ record }: { record: { label: string } }) => record.label,
  );
describe('a name', () => {
  test('is found by another spelling of it: al-Ghanmi finds al-Qanemi', async () => {
    const { nodes, totalCount, suggestions } = await search('al-Ghanmi', { types: ['ACTOR'] });

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
    expect(suggestions.length).toBeLessThanOrEqual(5);
  });

  test.each([
    ['any order', 'Qanemi, Othman'],
    ['an apostrophe and an accent', "Othmān al-Qane'mi"],
    ['the beginning of its words', 'oth qan'],
    ['other letters for each of its words', 'Othman el-Ghanimi'],
  ])('is found by %s', async (_, text) => {
    expect(await labels(text, { types: ['ACTOR'], first: 1 })).toEqual(['Othman al-Qanemi']);
  });
});

describe('the documents', () => {
  test('are those of a recount', async () => {
    expect(await recordsFoundAmiss(api.database.writer)).toEqual([]);
  });
});

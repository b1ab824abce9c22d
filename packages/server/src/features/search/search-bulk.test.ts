import { Api } from '../../../test/harness/api';
import type { Transaction } from '../../platform/change/transaction';
import { searchDocuments } from './search.projection';
import { recordsFoundAmiss } from './search-recount.query';

const BULK = `mutation ($inputs: [EngagementInput!]!) { recordEngagements(inputs: $inputs) { code engagement { id } } }`;
const COUNT = 'query ($text: String!) { search(text: $text, first: 0) { totalCount } }';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api.close());

const count = async (text: string): Promise<number> =>
  (await api.read(0, COUNT, { text })).data.search.totalCount;

/** How many statements the projection runs for one load. */
async function statementsOf(load: () => Promise<unknown>): Promise<number> {
  let statements = 0;
  const { apply: real } = searchDocuments;
  searchDocuments.apply = (tx, touches) =>
    real(
      new Proxy(tx, {
        get: (target, name) => {
          if (name === 'rows') statements++;
          const value = target[name as keyof Transaction] as unknown;
          return typeof value === 'function' ? value.bind(target) : value;
        },
      }),
      touches,
    );
  try {
    await load();
  } finally {
    searchDocuments.apply = real;
  }
  return statements;
}

describe('a load of 300 records', () => {
  const inputs = (source: string, more: (at: number) => object) =>
    Array.from({ length: 300 }, (_, at) => ({
      kind: 'MEETING',
      status: 'HELD',
      participations: [{ actor: 'QA' }, { actor: 'IQ' }],
      evidence: [{ source, statement: `Row ${at} of a katydid.` }],
      ...more(at),
    }));

  test('of a dataset, with little text, costs a statement or two, and is found', async () => {
    const source = await api.given.source({ kind: 'DATASET_ROW', title: 'An edition' });
    const bare = inputs(source, () => ({}));
    const titled = inputs(source, (at) => ({ title: `Marmoset ${at}` }));

    expect(await statementsOf(() => api.data(BULK, { inputs: bare }))).toBe(1);
    expect(await statementsOf(() => api.data(BULK, { inputs: titled }))).toBe(2);
    expect(await count('marmoset')).toBe(300);
    expect(await count('katydid')).toBe(0);
    expect(await recordsFoundAmiss(api.database.writer)).toEqual([]);
  });

  test('beyond a thousand is found up to a thousand, each once, by pages', async () => {
    const source = await api.given.source({ kind: 'DATASET_ROW', title: 'Another edition' });
    for (let run = 0; run < 4; run++)
      await api.data(BULK, {
        inputs: inputs(source, (at) => ({
          title: `Capybara ${run} ${at}`,
          summary: 'Of a capybara.',
          series: 'Capybaras',
        })),
      });
    expect(await count('capybara')).toBe(1_000);

    const seen = new Set<string>();
    let after: string | null = null;
    do {
      const { data } = await api.read(
        0,
        `query ($after: Cursor) { search(text: "capybara", first: 100, after: $after) {
           nodes { record { id } } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      for (const { record } of data.search.nodes) seen.add(record.id);
      after = data.search.pageInfo.hasNextPage ? data.search.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen.size).toBe(1_000);
    // What is rare beside it is found among all.
    expect(await count('capybara 3 217')).toBe(1);
  });
});

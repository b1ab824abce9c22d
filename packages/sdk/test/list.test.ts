import { createClient, EntenteError, OverloadedError } from '../src/index';
import { type Asked, refuse, ScriptedServer } from './support/scripted-server';

const ALL = Array.from({ length: 230 }, (_, index) => ({ id: `agreement_${index}` }));

/** Answers from `ALL` as the server would. */
const paged = ({ variables: { first, after, total } }: Asked) => {
  const start = after ? Number(after) : 0;
  const nodes = ALL.slice(start, start + first);
  const pageInfo = {
    hasNextPage: start + first < ALL.length,
    endCursor: nodes.length ? String(start + nodes.length) : null,
  };
  return { data: { agreements: { nodes, pageInfo, ...(total && { totalCount: ALL.length }) } } };
};

describe('a list', () => {
  let server: ScriptedServer;
  let entente: ReturnType<typeof createClient>;
  beforeAll(async () => {
    server = await ScriptedServer.start();
    entente = createClient({ url: server.url, retry: { attempts: 1 } });
  });
  beforeEach(() => server.play(paged));
  afterAll(() => server.stop());

  const asked = () => server.asked.map(({ variables: { first, after, total } }) => ({ first, after, total }));

  test('gives every item, in order, fifty at a time', async () => {
    const ids: string[] = [];
    for await (const { id } of entente.agreements.list()) ids.push(id);

    expect(ids).toEqual(ALL.map(({ id }) => id));
    expect(server.asked).toHaveLength(5);
  });

  test('asks nothing until it is iterated, and no page that is not needed', async () => {
    const list = entente.agreements.list({ filter: { status: ['SIGNED'] } });
    expect(server.asked).toHaveLength(0);

    let seen = 0;
    for await (const _ of list) if (++seen === 60) break;

    expect(server.asked).toHaveLength(2);
    expect(server.asked[1]?.variables.filter).toEqual({ status: ['SIGNED'] });
  });

  test('can be iterated again', async () => {
    const list = entente.agreements.list();

    expect(await list.take(1)).toEqual(await list.take(1));
    expect(server.asked).toHaveLength(2);
  });

  test('gives pages of the size asked for, and counts only with the first', async () => {
    const pages = [];
    for await (const page of entente.agreements.list().pages({ size: 100 })) pages.push(page);

    expect(pages.map(({ nodes }) => nodes.length)).toEqual([100, 100, 30]);
    expect(pages.map(({ totalCount }) => totalCount)).toEqual([230, 230, 230]);
    expect(pages.map(({ hasNextPage }) => hasNextPage)).toEqual([true, true, false]);
    expect(asked()).toEqual([
      { first: 100, after: undefined, total: true },
      { first: 100, after: '100', total: false },
      { first: 100, after: '200', total: false },
    ]);
  });

  test('goes on from a cursor of yesterday', async () => {
    const [page] = await collect(entente.agreements.list().pages({ size: 100, after: '200' }));

    expect(page?.nodes[0]?.id).toBe('agreement_200');
  });

  test('takes a number of items with as few requests as that needs, and counts none', async () => {
    expect(await entente.agreements.list().take(20)).toHaveLength(20);
    expect(asked()).toEqual([{ first: 20, after: undefined, total: undefined }]);

    server.play(paged);
    expect(await entente.agreements.list().take(120)).toHaveLength(120);
    expect(asked().map(({ first }) => first)).toEqual([100, 20]);

    server.play(paged);
    expect(await entente.agreements.list().take(1_000)).toHaveLength(230);
    expect(await entente.agreements.list().take(0)).toEqual([]);
  });

  test('takes no more than asked for, whatever it is given', async () => {
    server.play((asked) => paged({ ...asked, variables: { first: 30 } }));

    expect(await entente.agreements.list().take(20)).toHaveLength(20);
  });

  test('counts without reading', async () => {
    expect(await entente.agreements.list().count()).toBe(230);
    expect(asked()).toEqual([{ first: 0, after: undefined, total: true }]);
  });

  test('never asks more than once a page, however many items it has', async () => {
    for await (const page of entente.agreements.list().pages({ size: 100 }))
      for (const { id, label, parties } of page.nodes) void [id, label, parties];

    expect(server.asked).toHaveLength(3);
  });

  test('ends if a cursor does not move', async () => {
    server.play(() => ({
      data: { agreements: { nodes: [{ id: '1' }], pageInfo: { hasNextPage: true, endCursor: 'same' } } },
    }));

    const items = await collect(entente.agreements.list());

    expect(items).toHaveLength(2);
    expect(await collect(entente.agreements.list().pages())).toHaveLength(2);
  });

  test('delivers a page that could be read in part, with its errors', async () => {
    const errors = [
      { message: 'Broken', path: ['agreements', 'nodes', 0, 'title'], extensions: { code: 'INTERNAL' } },
    ];
    server.play((asked) => ({ ...paged(asked), errors }));

    const pages = await collect(entente.agreements.list().pages({ size: 100 }));

    expect(pages).toHaveLength(3);
    expect(pages[0]?.errors).toEqual(errors);
  });

  test('gives the items of a page that could be read in part, then throws', async () => {
    server.play((asked) => ({
      ...paged(asked),
      errors: [{ message: 'Broken', extensions: { code: 'INTERNAL' } }],
    }));
    let seen = 0;

    const reading = (async () => {
      for await (const _ of entente.agreements.list()) seen++;
    })();

    await expect(reading).rejects.toThrow(EntenteError);
    expect(seen).toBe(50);
  });

  test('throws when a page cannot be read at all', async () => {
    server.play(paged, refuse('OVERLOADED', {}, 503));

    await expect(collect(entente.agreements.list())).rejects.toBeInstanceOf(OverloadedError);
  });

  test('is found below another record, too', async () => {
    server.play(() => ({
      data: {
        source: {
          passages: { nodes: [{ id: 'passage_1' }], pageInfo: { hasNextPage: false, endCursor: '1' } },
        },
      },
    }));

    expect(await entente.sources.listPassages({ id: 'source_1' }).take(5)).toEqual([{ id: 'passage_1' }]);
  });
});

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const collected: Item[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

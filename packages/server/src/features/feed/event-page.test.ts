import { Api } from '../../../test/harness/api';
import { TEST_SECRET } from '../../../test/harness/postgres/test-database';
import { typeIdOf } from '../../platform/type-id';
import { EventCursors } from './event-cursor.rule';

const PAGE = `query ($after: Cursor, $filter: EventFilter, $first: Int) {
  events(after: $after, filter: $filter, first: $first) {
    edges { cursor transition node { id recordType recordId recordVersion change changed before after at by reason schemaVersion record { id label } } }
    pageInfo { hasNextPage endCursor }
    head
    oldest
  }
}`;
const HEAD = '{ events(first: 0) { edges { cursor } pageInfo { hasNextPage endCursor } head oldest } }';

let api: Api;

beforeEach(async () => {
  api = await Api.open();
});
afterEach(() => api.close());

async function page(variables: object = {}, clearance = 4) {
  const { data, errors } = await api.read(clearance, PAGE, { ...variables });
  if (errors) throw new Error(JSON.stringify(errors, null, 2));
  return data.events;
}

async function head(clearance = 4): Promise<string> {
  await api.sequence();
  return (await api.read(clearance, HEAD)).data.events.head;
}

async function refusal(variables: object, clearance = 4) {
  const { data, errors } = await api.read(clearance, PAGE, { ...variables });
  expect(data).toBeNull();
  return errors?.[0];
}

/** Records meetings and numbers them. */
async function meetings(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let nth = 1; nth <= count; nth++) ids.push(await api.given.engagement({ title: `Meeting ${nth}` }));
  await api.sequence();
  return ids;
}

const recordsOf = ({ edges }: { edges: { node: { recordId: string } }[] }) =>
  edges.map(({ node }) => node.recordId);

describe('the log', () => {
  test('says what happened, with the record as it is now', async () => {
    const after = await head();
    const id = await api.given.engagement({ title: 'Talks' });
    await api.data(
      'mutation ($id: ID!) { amendEngagement(id: $id, expectedVersion: 1, input: { title: "The talks", marking: GREEN }, reason: "Misread") { id } }',
      { id },
    );
    await api.sequence();

    expect(await page({ after })).toMatchObject({
      edges: [
        {
          transition: 'CREATED',
          node: {
            id: expect.stringMatching(/^event_/),
            recordType: 'ENGAGEMENT',
            recordId: id,
            recordVersion: 1,
            change: 'RECORDED',
            before: null,
            after: { title: 'Talks', marking: 'CLEAR' },
            by: 'editor',
            reason: null,
            schemaVersion: 1,
            record: { id, label: 'The talks' },
          },
        },
        {
          transition: 'UPDATED',
          node: {
            recordVersion: 2,
            change: 'AMENDED',
            changed: ['marking', 'title'],
            before: { title: 'Talks', marking: 'CLEAR' },
            after: { title: 'The talks', marking: 'GREEN' },
            reason: 'Misread',
          },
        },
      ],
      pageInfo: { hasNextPage: false },
    });
  });

  test('can be gone on with after each of its events', async () => {
    const after = await head();
    const ids = await meetings(5);
    const whole = await page({ after });
    expect(recordsOf(whole)).toEqual(ids);

    for (const [index, { cursor }] of whole.edges.entries())
      expect(recordsOf(await page({ after: cursor }))).toEqual(ids.slice(index + 1));
  });

  test('comes in pages, the last of which says so', async () => {
    let after = await head();
    const ids = await meetings(5);
    const pages: string[][] = [];
    for (let more = true; more; ) {
      const { edges, pageInfo } = await page({ after, first: 2 });
      pages.push(recordsOf({ edges }));
      ({ hasNextPage: more, endCursor: after } = pageInfo);
    }

    expect(pages).toEqual([ids.slice(0, 2), ids.slice(2, 4), ids.slice(4)]);
    expect(after).toBe(await head());
  });

  test('ends a full last page without promising another', async () => {
    const after = await head();
    await meetings(4);

    expect((await page({ after, first: 4 })).pageInfo.hasNextPage).toBe(false);
    expect((await page({ after, first: 3 })).pageInfo.hasNextPage).toBe(true);
  });

  test('begins at the oldest event kept', async () => {
    await meetings(2);
    const whole = await page();
    const [{ count }] = await api.database.writer.query('SELECT count(*)::integer AS count FROM event_log');

    expect(whole.edges).toHaveLength(count);
    expect((await page({ after: whole.oldest })).edges).toEqual(whole.edges);
  });

  test('tells its head for the price of one statement', async () => {
    await meetings(3);
    const { edges } = await page();
    api.sql.length = 0;

    expect((await api.read(4, HEAD)).data.events).toEqual({
      edges: [],
      pageInfo: { hasNextPage: true, endCursor: expect.any(String) },
      head: edges.at(-1).cursor,
      oldest: expect.any(String),
    });
    expect(api.sql).toHaveLength(1);
  });

  test('is no further than what was numbered', async () => {
    const after = await head();
    await api.given.engagement();

    expect((await page({ after })).edges).toEqual([]);
    await api.sequence();
    expect((await page({ after })).edges).toHaveLength(1);
  });

  test('costs as many statements for many events as for few', async () => {
    const cost = async (after: string, first: number) => {
      api.sql.length = 0;
      await page({ after, first });
      return api.sql.length;
    };
    const after = await head();
    await meetings(30);

    expect(await cost(after, 30)).toBe(await cost(after, 2));
  });

  test.each([-1, 1001])('refuses a page of %i', async (first) => {
    expect(await refusal({ first })).toMatchObject({
      message: `first must be 0 to 1000, not ${first}; page on with after`,
      extensions: { code: 'BAD_USER_INPUT', field: 'first' },
    });
  });

  test('takes pages of a thousand', async () => {
    const after = await head();
    await meetings(1);
    await repeatLast(1000);
    const { edges, pageInfo } = await page({ after, first: 1000 });

    expect(edges).toHaveLength(1000);
    expect(pageInfo.hasNextPage).toBe(true);
  });
});

describe('a narrow filter', () => {
  const filter = { involving: ['QA'] };

  test('goes on past what it does not want', async () => {
    const after = await head();
    const wanted = await api.given.engagement({ participations: [{ actor: 'QA' }] });
    await meetings(3);
    const found = await page({ after, filter });

    expect(recordsOf(found)).toEqual([wanted]);
    expect(found.pageInfo).toEqual({ hasNextPage: false, endCursor: await head() });
    expect(await page({ after: found.pageInfo.endCursor, filter })).toMatchObject({ edges: [] });
  });

  test('promises more only where something it wants follows', async () => {
    const after = await head();
    await api.given.engagement({ participations: [{ actor: 'QA' }] });
    await meetings(3);
    expect((await page({ after, filter, first: 1 })).pageInfo.hasNextPage).toBe(false);

    await api.given.engagement({ participations: [{ actor: 'QA' }] });
    await api.sequence();
    const full = await page({ after, filter, first: 1 });
    expect(full.pageInfo).toEqual({ hasNextPage: true, endCursor: full.edges[0].cursor });
  });

  test('is read for in large strides, also where it says what is not wanted', async () => {
    const after = await head();
    await meetings(1);
    await repeatLast(5_000);
    api.sql.length = 0;
    const all = { not: { not: filter } };

    expect(await page({ after, filter: all, first: 1 })).toMatchObject({ edges: [] });
    expect(api.sql.length).toBeLessThanOrEqual(5);
  });

  test('reads 20,000 events at most, then answers with how far it got', async () => {
    const after = await head();
    await meetings(1);
    await repeatLast(20_500);
    const wanted = await api.given.engagement({ participations: [{ actor: 'QA' }] });
    await api.sequence();

    api.sql.length = 0;
    const first = await page({ after, filter });
    expect(first).toMatchObject({ edges: [], pageInfo: { hasNextPage: true } });
    expect(api.sql.length).toBeLessThanOrEqual(12);
    const second = await page({ after: first.pageInfo.endCursor, filter });
    expect(recordsOf(second)).toEqual([wanted]);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });
});

describe('a cursor', () => {
  const cursors = new EventCursors(TEST_SECRET);

  test('of what the log no longer keeps is refused, with where it begins now', async () => {
    const after = await head();
    const [, , third] = await meetings(3);
    await api.database.writer.query('DELETE FROM event_log WHERE seq < (SELECT max(seq) FROM event_log)');

    const error = await refusal({ after });
    expect(error).toMatchObject({ extensions: { code: 'CURSOR_EXPIRED', field: 'after' } });
    expect(recordsOf(await page({ after: error?.extensions.oldestCursor }))).toEqual([third]);
    // Whoever has just dealt with what is gone misses nothing.
    expect((await page()).oldest).toBe(error?.extensions.oldestCursor);
  });

  test('of before a restored backup is refused', async () => {
    await meetings(2);
    const after = await head();
    await api.database.writer.query(`UPDATE event_head SET epoch = '00000000000000aa'`);

    expect(await refusal({ after })).toMatchObject({ extensions: { code: 'EPOCH_CHANGED', field: 'after' } });
  });

  test('of further than the log ever got is of another log', async () => {
    const { epoch, number } = cursors.read(await head(), 4);
    const after = cursors.write({ epoch, clearance: 4, number: number + 1 });

    expect(await refusal({ after })).toMatchObject({ extensions: { code: 'EPOCH_CHANGED' } });
  });

  test('of another clearance is refused', async () => {
    expect(await refusal({ after: await head(4) }, 0)).toMatchObject({
      message: expect.stringContaining('another clearance'),
      extensions: { code: 'BAD_USER_INPUT', field: 'after' },
    });
  });

  test('that nobody was given is refused', async () => {
    const after = await head();

    expect(await refusal({ after: `${after.slice(0, -1)}${after.endsWith('A') ? 'B' : 'A'}` })).toMatchObject(
      {
        extensions: { code: 'BAD_USER_INPUT', field: 'after' },
      },
    );
  });

  test('within a snapshot is refused, since the rest of the snapshot would be missed', async () => {
    const within = {
      ...cursors.read(await head(), 4),
      snapshotAfter: '01900000-0000-7000-8000-000000000000',
    };

    expect(await refusal({ after: cursors.write(within) })).toMatchObject({
      message: expect.stringContaining('snapshot'),
      extensions: { code: 'BAD_USER_INPUT', field: 'after' },
    });
  });
});

describe('an event', () => {
  test('is a node', async () => {
    const after = await head();
    const [record] = await meetings(1);
    const { edges } = await page({ after });
    const { id } = edges[0].node;

    expect(
      await api.data(
        'query ($id: ID!) { node(id: $id) { __typename id ... on Event { recordId change after } } nodes(ids: [$id, $id]) { id } }',
        { id },
      ),
    ).toMatchObject({
      node: { __typename: 'Event', id, recordId: record, change: 'RECORDED', after: { title: 'Meeting 1' } },
      nodes: [{ id }, { id }],
    });
  });

  test('that does not exist, or is not numbered yet, is null', async () => {
    await api.given.engagement();
    const [{ id }] = await api.database.writer.query(
      'SELECT id FROM record_version ORDER BY at DESC LIMIT 1',
    );
    const event = typeIdOf('event', id);

    expect(await api.data('query ($id: ID!) { node(id: $id) { id } }', { id: event })).toEqual({
      node: null,
    });
    await api.sequence();
    expect(await api.data('query ($id: ID!) { node(id: $id) { id } }', { id: event })).toEqual({
      node: { id: event },
    });
  });

  test('was not there before it happened', async () => {
    const after = await head();
    const [{ at: before }] = await api.database.writer.query('SELECT clock_timestamp() AS at');
    await meetings(1);
    const { id } = (await page({ after })).edges[0].node;
    const asOf = 'query ($id: ID!, $at: DateTime!) { asOf(recordedAt: $at) { node(id: $id) { id } } }';

    expect(await api.data(asOf, { id, at: before.toISOString() })).toEqual({ asOf: { node: null } });
    expect(await api.data(asOf, { id, at: new Date().toISOString() })).toEqual({ asOf: { node: { id } } });
  });

  test('many events as nodes cost two statements', async () => {
    const after = await head();
    await meetings(20);
    const ids = (await page({ after })).edges.map(({ node }: { node: { id: string } }) => node.id);
    api.sql.length = 0;
    await api.data('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });

    expect(api.sql).toHaveLength(2);
  });
});

/** As many more events as said, each as the last one but for its number. */
async function repeatLast(count: number): Promise<void> {
  await api.database.writer.query(
    `INSERT INTO event_log SELECT l.seq + n, l.number_clear + n, l.number_green + n, l.number_amber + n, l.number_amber_strict + n,
            l.version_id, l.record_id, l.record_type, l.version, l.change, l.marking, l.former_marking, l.facets_before, l.facets_after, l.at, l.by, l.published_at
       FROM (SELECT * FROM event_log ORDER BY seq DESC LIMIT 1) l, generate_series(1, $1) n`,
    [count],
  );
  await api.database.writer.query(
    `UPDATE event_head SET seq = seq + $1, numbers = ARRAY(SELECT each + $1 FROM unnest(numbers) each)`,
    [count],
  );
}

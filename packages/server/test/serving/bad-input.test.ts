import { Api } from '../harness/api';
import { serve, TOKEN } from '../harness/served';

let api: Api;
let server: { url: string; stop(): Promise<void> };

beforeAll(async () => {
  api = await Api.open();
  server = await serve(api);
});
afterAll(async () => {
  await server.stop();
  await api.close();
});

interface Told {
  status: number;
  text: string;
  error: { message: string; extensions: { code: string; field?: string; [detail: string]: unknown } };
}

async function send(body: string): Promise<Told> {
  const response = await fetch(new URL('/graphql', server.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` },
    body,
  });
  const text = await response.text();
  return { status: response.status, text, error: JSON.parse(text).errors?.[0] };
}

const ask = (query: string, variables: object = {}) => send(JSON.stringify({ query, variables }));

const RECORD =
  'mutation ($input: EngagementInput!, $key: String) { recordEngagement(input: $input, idempotencyKey: $key) { id version } }';
const record = (input: object) => ask(RECORD, { input: { kind: 'MEETING', status: 'HELD', ...input } });

async function meeting(): Promise<{ id: string }> {
  return JSON.parse((await record({ title: 'A meeting' })).text).data.recordEngagement;
}

/** How much has been written, in every table. */
async function written(): Promise<unknown> {
  return (
    await api.database.writer.query(
      'SELECT (SELECT count(*) FROM record) AS records, (SELECT count(*) FROM event_outbox) AS events',
    )
  )[0];
}

const deep = `{ engagements(first: 100) { nodes { ${'children(first: 100) { nodes { '.repeat(6)}id${' } }'.repeat(6)} } } }`;

const INPUTS: [
  string,
  () => Promise<Told>,
  { code: string; field?: string | RegExp; status?: number; says?: RegExp },
][] = [
  [
    'an enum value that is none',
    () => record({ kind: 'GATHERING' }),
    { code: 'BAD_USER_INPUT', field: 'kind', says: /MEETING|exist/ },
  ],
  [
    'a date that is no EDTF',
    () => record({ when: { edtf: 'next spring' } }),
    { code: 'BAD_USER_INPUT', field: 'when.edtf' },
  ],
  [
    'a quote that is not at its offsets',
    async () => {
      const { text } = await ask(
        'mutation { recordSource(input: {kind: OTHER, text: "They met in Doha."}) { id } }',
      );
      const { id } = JSON.parse(text).data.recordSource;
      return record({
        evidence: [
          { source: id, statement: 'They met.', passages: [{ quote: 'They ate', start: 0, end: 8 }] },
        ],
      });
    },
    { code: 'BAD_USER_INPUT', field: /^evidence\.0\.passages\.0/ },
  ],
  [
    'a parent that lies within its child',
    async () => {
      const parent = await meeting();
      const child = JSON.parse((await record({ parent: parent.id })).text).data.recordEngagement;
      return ask(
        'mutation ($id: ID!, $parent: ID!) { amendEngagement(id: $id, expectedVersion: 1, input: {parent: $parent}) { id } }',
        { id: parent.id, parent: child.id },
      );
    },
    { code: 'BAD_USER_INPUT', field: 'parent' },
  ],
  [
    'a participation of nobody',
    () => record({ participations: [{ role: 'HOST' }] }),
    { code: 'BAD_USER_INPUT', field: 'participations.0.actor' },
  ],
  [
    'a page of 101',
    () => ask('{ engagements(first: 101) { totalCount } }'),
    { code: 'BAD_USER_INPUT', field: 'first', says: /0 to 100/ },
  ],
  [
    'a cursor of another list',
    async () => {
      await meeting();
      const { text } = await ask('{ engagements(first: 1) { pageInfo { endCursor } } }');
      return ask(
        'query ($after: Cursor) { engagements(first: 1, orderBy: OLDEST, after: $after) { totalCount nodes { id } } }',
        {
          after: JSON.parse(text).data.engagements.pageInfo.endCursor,
        },
      );
    },
    { code: 'BAD_USER_INPUT', field: 'after' },
  ],
  [
    'an altered cursor',
    () => ask('{ engagements(after: "WyIyMDIxIl0.0000000000000000") { nodes { id } } }'),
    { code: 'BAD_USER_INPUT', field: 'after' },
  ],
  [
    'an id of another type',
    () => ask('{ engagement(id: "agreement_01h455vb4pex5vsknk084sn02q") { id } }'),
    { code: 'BAD_USER_INPUT', field: 'id', says: /engagement_/ },
  ],
  ['a NUL character', () => record({ title: 'A\u0000B' }), { code: 'BAD_USER_INPUT', field: 'title' }],
  [
    'a title of 20,000 characters',
    () => record({ title: 'x'.repeat(20_000) }),
    { code: 'BAD_USER_INPUT', field: 'title', says: /10000|10,000/ },
  ],
  ['a body of 2 MB', () => record({ title: 'x'.repeat(2_000_000) }), { code: 'BAD_USER_INPUT', status: 413 }],
  [
    'a key used again for another command',
    async () => {
      const key = `key ${Math.random()}`;
      await ask(RECORD, { input: { kind: 'MEETING', status: 'HELD' }, key });
      return ask(RECORD, { input: { kind: 'VISIT', status: 'HELD' }, key });
    },
    { code: 'CONFLICT', field: 'idempotencyKey' },
  ],
  [
    'a stale version',
    async () => {
      const { id } = await meeting();
      return ask(
        'mutation ($id: ID!) { amendEngagement(id: $id, expectedVersion: 7, input: {title: "x"}) { id } }',
        { id },
      );
    },
    { code: 'CONFLICT', field: 'expectedVersion' },
  ],
  [
    'a __proto__ key',
    () => send(`{"query": "{ __typename }", "variables": {"input": {"__proto__": {"isAdmin": true}}}}`),
    { code: 'BAD_USER_INPUT' },
  ],
  ['250 bytes 15 levels deep', () => ask(deep), { code: 'QUERY_TOO_COSTLY' }],
  [
    '1,000 aliases',
    () => ask(`{ ${Array.from({ length: 1_000 }, (_, n) => `a${n}: __typename`).join(' ')} }`),
    { code: 'QUERY_TOO_COSTLY' },
  ],
  ['10,000 brackets', () => ask('{ a'.repeat(10_000) + ' }'.repeat(10_000)), { code: 'QUERY_TOO_COSTLY' }],
];

describe('what cannot be is refused in words', () => {
  test.each(INPUTS)('%s', async (_, sendIt, expected) => {
    const told = await sendIt();

    expect(told.error.extensions.code).toBe(expected.code);
    if (expected.field instanceof RegExp) expect(told.error.extensions.field).toMatch(expected.field);
    else if (expected.field !== undefined) expect(told.error.extensions.field).toBe(expected.field);
    if (expected.status !== undefined) expect(told.status).toBe(expected.status);
    if (expected.says) expect(told.error.message).toMatch(expected.says);
    expect(told.text).not.toMatch(/SELECT|INSERT|node_modules|\.ts:|at Object|stack|postgres/i);
  });

  test('and leaves nothing written, and the server alive', async () => {
    const before = await written();
    await record({ participations: [{ descriptor: 'officials' }, {}] });
    await record({ when: { edtf: '2021-13' } });
    await record({ evidence: [{ statement: 'Without a source.' }] });

    expect(await written()).toEqual(before);
    expect((await ask('{ __typename }')).status).toBe(200);
  });

  test('a replayed mutation answers with the same record', async () => {
    const key = `key ${Math.random()}`;
    const command = { input: { kind: 'MEETING', status: 'HELD' }, key };

    expect((await ask(RECORD, command)).text).toBe((await ask(RECORD, command)).text);
  });
});

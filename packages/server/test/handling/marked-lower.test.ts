import { Api } from '../harness/api';

const CLEAR = 0;
const AMBER = 2;
const HISTORY = 'query ($id: ID!) { history(id: $id) { version change changed before after reason } }';

let api: Api;

beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api.close());

test('of a record that is marked lower later, history tells nothing of what it was while it was hidden', async () => {
  const id = await api.given.engagement({ title: 'Secret talks', marking: 'AMBER' });
  const amend = (expectedVersion: number, input: object, reason: string) =>
    api.data(
      'mutation ($id: ID!, $v: Int!, $input: EngagementInput!, $reason: String) { amendEngagement(id: $id, expectedVersion: $v, input: $input, reason: $reason) { id } }',
      { id, v: expectedVersion, input, reason },
    );
  await amend(1, { title: 'Talks', marking: 'CLEAR' }, 'The secret is out');
  await amend(2, { title: 'The talks' }, 'As they are called');

  expect((await api.read(CLEAR, HISTORY, { id })).data.history).toEqual([
    {
      version: 3,
      change: 'AMENDED',
      changed: ['title'],
      before: { title: 'Talks' },
      after: { title: 'The talks' },
      reason: 'As they are called',
    },
    { version: 2, change: 'AMENDED', changed: [], before: null, after: null, reason: null },
  ]);
  expect((await api.read(AMBER, HISTORY, { id })).data.history).toMatchObject([
    { version: 3 },
    { version: 2, before: { title: 'Secret talks', marking: 'AMBER' }, reason: 'The secret is out' },
    { version: 1, after: { title: 'Secret talks' } },
  ]);
});

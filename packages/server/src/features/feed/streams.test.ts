import { Api } from '../../../test/harness/api';
import { Listening, until } from '../../../test/harness/listening';

const ALL = `subscription ($after: Cursor, $from: StreamStart, $filter: EventFilter) {
  events(after: $after, from: $from, filter: $filter) {
    __typename cursor ... on EventDelivered { transition event { recordId recordVersion change } } ... on SnapshotItem { record { id version } } } }`;

let api: Api;
let listening: Listening;

beforeAll(async () => {
  api = await Api.open();
  listening = await Listening.on(api);
});

afterAll(async () => {
  await listening.stop();
  await api.close();
});

describe('a subscription', () => {
  test('is told of what happens from now on', async () => {
    const ear = await listening.hear(ALL);
    const id = await api.given.engagement({ title: 'Talks' });
    await api.sequence();
    await until(() => ear.told.length === 1, 'an event');

    expect(ear.told).toMatchObject([
      { __typename: 'EventDelivered', transition: 'CREATED', event: { recordId: id, change: 'RECORDED' } },
    ]);
    ear.detach();
  });
});

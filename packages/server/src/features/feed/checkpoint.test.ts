import { Api } from '../../../test/harness/api';
import { type Ear, Listening, until } from '../../../test/harness/listening';

const ALL = `subscription ($after: Cursor, $from: StreamStart, $filter: EventFilter) {
  events(after: $after, from: $from, filter: $filter, checkpointSeconds: 60) {
    __typename cursor ... on EventDelivered { transition event { recordId recordVersion change } } } }`;

let api: Api;
let listening: Listening;

beforeEach(async () => {
  api = await Api.open();
  await api.sequence();
  listening = await Listening.on(api);
});

afterEach(async () => {
  await listening.stop();
  await api.close();
});

async function meetings(count: number, more: object = {}): Promise<string[]> {
  const ids: string[] = [];
  for (let nth = 1; nth <= count; nth++)
    ids.push(await api.given.engagement({ title: `Meeting ${nth}`, ...more }));
  await api.sequence();
  return ids;
}

const recordsOf = (ear: Ear) => ear.told.map(({ event }) => event.recordId);

describe('a checkpoint', () => {
  const EVERY_SECOND = `subscription ($after: Cursor, $filter: EventFilter) {
    events(after: $after, filter: $filter, checkpointSeconds: 1) {
      __typename cursor ... on Checkpoint { lagMs serverTime } ... on EventDelivered { event { recordId } } } }`;

  test('comes by time, and moves a narrow filter on', async () => {
    const ear = await listening.hear(EVERY_SECOND, { variables: { filter: { change: ['EXPUNGED'] } } });
    await meetings(3);
    await until(() => ear.frames.length > 0, 'a checkpoint');
    const [checkpoint] = ear.answers;
    const again = await listening.hear(ALL, { variables: { after: checkpoint.cursor } });
    const [id] = await meetings(1);
    await until(() => again.told.length === 1, 'what came after');

    expect(checkpoint).toMatchObject({ __typename: 'Checkpoint', lagMs: 0 });
    expect(Math.abs(Date.parse(checkpoint.serverTime) - Date.now())).toBeLessThan(5_000);
    expect(recordsOf(again)).toEqual([id]);
  });

  test('is made once for a group', async () => {
    const ears = await Promise.all(Array.from({ length: 20 }, () => listening.hear(EVERY_SECOND)));
    const { executions } = listening.streams.figures;
    await until(() => ears.every((ear) => ear.frames.length === 1), 'a checkpoint');

    expect(listening.streams.figures.executions - executions).toBe(1);
  });

  test('is not part of a typed view', async () => {
    const ear = await listening.hear(
      'subscription { engagementChanged { cursor transition engagement { title } } }',
    );
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await api.given.place('Doha', 'QA');
    await meetings(1);
    await until(() => ear.frames.length === 1, 'the engagement');

    expect(ear.answers).toMatchObject([{ transition: 'CREATED', engagement: { title: 'Meeting 1' } }]);
  });
});

import { createClient, type StreamOptions } from '../src/index';
import { ScriptedServer } from './support/scripted-server';
import { changed, checkpoint, next, snapshotItem, stream } from './support/streamed';

describe('a stream', () => {
  let server: ScriptedServer;
  beforeAll(async () => {
    server = await ScriptedServer.start();
  });
  afterAll(() => server.stop());
  jest.spyOn(Math, 'random').mockReturnValue(0);

  const client = (options: object = {}) => createClient({ url: server.url, ...options });
  const connections = () => server.asked.filter(({ path }) => path === '/graphql/stream');

  test('hands out each change with its record, as it comes', async () => {
    server.play(stream([next(changed(1)), ': heartbeat\n\n', next(checkpoint(5)), next(changed(6))]));
    const items = client().events({ filter: { between: ['QA', 'IQ'] } }, { after: 'c0' });

    expect((await items.next()).value).toMatchObject({ kind: 'change', cursor: 'c1', recordVersion: 1 });
    expect((await items.next()).value).toEqual({
      kind: 'change',
      cursor: 'c6',
      transition: 'UPDATED',
      recordId: 'engagement_1',
      recordVersion: 6,
      event: expect.objectContaining({ id: 'event_6' }),
      record: { __typename: 'Engagement', id: 'engagement_1', label: 'Talks', version: 6 },
      errors: [],
    });
    expect(server.asked[0]?.variables).toEqual({ after: 'c0', filter: { between: ['QA', 'IQ'] } });
    await items.return?.();
  });
  test('connects anew when the connection breaks, after what was dealt with', async () => {
    server.play(
      stream([next(changed(1)), next(changed(2))], 'hang up'),
      stream([next(changed(2)), next(changed(3))]),
    );
    const got: number[] = [];
    for await (const item of client().events({}, { after: 'c0' })) {
      got.push(item.recordVersion);
      if (got.length === 3) break;
    }
    expect(got).toEqual([1, 2, 3]);
  });
});

import { EngagementStatus } from '../src/generated/types';
import { createClient } from '../src/index';
import { ScriptedServer } from './support/scripted-server';

describe('an answer of a newer server', () => {
  let server: ScriptedServer;
  beforeAll(async () => {
    server = await ScriptedServer.start();
  });
  afterAll(() => server.stop());

  test('may hold values, types, fields and extensions this version does not know', async () => {
    server.play(() => ({
      data: {
        engagement: {
          id: 'engagement_1',
          status: 'DREAMT_OF',
          mood: 'fine',
          participations: [{ actor: { __typename: 'Robot', id: 'actor_1' } }],
        },
      },
      extensions: { tracing: {}, cost: { requested: 12 } },
      hasNext: false,
    }));

    const visit = await createClient({ url: server.url }).engagements.get({ id: 'engagement_1' });

    expect(visit).toMatchObject({
      status: 'DREAMT_OF',
      mood: 'fine',
      participations: [{ actor: { __typename: 'Robot' } }],
    });
    // Compiles, since the type is open.
    const words: Record<string, string> = { [EngagementStatus.HELD]: 'held' };
    expect(words[visit.status] ?? 'something newer').toBe('something newer');
  });

  test('is reported with its cost and its deprecations', async () => {
    server.play((_, response) => {
      response.setHeader('deprecation', '@1700000000');
      response.setHeader('sunset', 'Sun, 06 Nov 2033 08:49:37 GMT');
      response.setHeader('x-request-id', 'request-1');
      return { data: { engagement: { id: 'engagement_1' } }, extensions: { cost: { requested: 12 } } };
    });
    const events: object[] = [];

    await createClient({ url: server.url, onEvent: (event) => events.push(event) }).engagements.get({
      id: 'engagement_1',
    });

    expect(events).toEqual([
      {
        type: 'deprecation',
        operation: 'getEngagement',
        requestId: 'request-1',
        since: '@1700000000',
        sunset: 'Sun, 06 Nov 2033 08:49:37 GMT',
      },
      { type: 'cost', operation: 'getEngagement', requestId: 'request-1', cost: { requested: 12 } },
      {
        type: 'request',
        operation: 'getEngagement',
        requestId: 'request-1',
        attempt: 1,
        durationMs: expect.any(Number),
      },
    ]);
  });

  test('is delivered though the observer throws', async () => {
    server.play(() => ({ data: { engagement: { id: 'engagement_1' } } }));
    const onEvent = () => {
      throw new Error('disk full');
    };

    await createClient({ url: server.url, onEvent }).engagements.get({ id: 'engagement_1' });
  });
});

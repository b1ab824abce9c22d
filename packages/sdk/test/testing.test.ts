import { amendEngagement, getEngagement, listEngagements } from '../src/generated/resources/engagements';
import { recordHistory } from '../src/generated/resources/records';
import { listSourcePassages } from '../src/generated/resources/sources';
import { ConflictError, createClient, NotFoundError } from '../src/index';
import { createFakeServer } from '../src/testing';

describe('the fake server', () => {
  const server = createFakeServer();
  const entente = createClient({ url: 'http://fake.test/graphql', fetch: server.fetch, auth: 'secret' });

  test('answers an operation, from its variables if need be', async () => {
    server.answer(getEngagement, ({ id }) => ({ id, label: 'A visit' }));

    expect(await entente.engagements.get({ id: 'engagement_7' })).toEqual({
      id: 'engagement_7',
      label: 'A visit',
    });
    expect(server.requests.at(-1)).toMatchObject({
      operation: 'getEngagement',
      variables: { id: 'engagement_7' },
    });
    expect(server.requests.at(-1)?.headers.get('authorization')).toBe('Bearer secret');
  });

  test('answers a list page by page, wherever it lies', async () => {
    server.answer(
      listEngagements,
      Array.from({ length: 120 }, (_, index) => ({ id: `engagement_${index}` })),
    );
    server.answer(listSourcePassages, [{ quote: 'one' }, { quote: 'two' }]);

    expect(await entente.engagements.list().take(110)).toHaveLength(110);
    expect(await entente.engagements.list().count()).toBe(120);
    expect(await entente.sources.listPassages({ id: 'source_1' }).take(9)).toEqual([
      { quote: 'one' },
      { quote: 'two' },
    ]);
  });

  test('answers a plain list as it is', async () => {
    server.answer(recordHistory, [{ version: 2 }, { version: 1 }]);

    expect(await entente.records.history({ id: 'engagement_7', first: 1 })).toHaveLength(2);
  });

  test('finds nothing where there is nothing', async () => {
    server.answer(getEngagement, null);

    await expect(entente.engagements.get({ id: 'engagement_7' })).rejects.toBeInstanceOf(NotFoundError);
  });

  test('refuses once, as the server would', async () => {
    server.answer(amendEngagement, { version: 5 }).refuse(amendEngagement, 'CONFLICT', { currentVersion: 4 });
    const amend = () => entente.engagements.amend({ id: 'engagement_7', expectedVersion: 3, input: {} });

    await expect(amend()).rejects.toMatchObject({
      constructor: ConflictError,
      currentVersion: 4,
      requestId: expect.stringMatching(/^fake-/),
    });
    expect(await amend()).toEqual({ version: 5 });
  });

  test('says what it has no answer to', async () => {
    await expect(entente.topics.list()).rejects.toThrow('The fake server has no answer to listTopics');
  });
});

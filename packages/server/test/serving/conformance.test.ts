import { serverAudits } from 'graphql-http';
import { Api } from '../harness/api';
import { serve } from '../harness/served';

describe('the GraphQL over HTTP specification', () => {
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

  test('is kept in 13 of 13 MUST and 20 of 23 SHOULD, and where it is not, on purpose', async () => {
    // A GET without the header is refused as a possible cross-site request, which no audit knows of.
    const fetchFn = (url: string, init: RequestInit = {}) =>
      fetch(url, { ...init, headers: { ...init.headers, 'apollo-require-preflight': 'yes' } });
    const audits = serverAudits({ url: new URL('/graphql', server.url).href, fetchFn });
    const results = await Promise.all(audits.map((audit) => audit.fn()));
    const kept = (word: string) =>
      results.filter(({ name, status }) => name.startsWith(word) && status === 'ok').length;
    const asked = (word: string) => results.filter(({ name }) => name.startsWith(word)).length;

    expect({ must: [kept('MUST'), asked('MUST')], should: [kept('SHOULD'), asked('SHOULD')] }).toEqual({
      must: [13, 13],
      should: [20, 23],
    });
    // Clients of application/json get 400, as from every Apollo server: proxies and monitors see a failed request.
    expect(results.filter(({ status }) => status !== 'ok').map(({ name }) => name)).toEqual([
      expect.stringContaining('200 status code on document parsing failure when accepting application/json'),
      expect.stringContaining(
        '200 status code on document validation failure when accepting application/json',
      ),
      expect.stringContaining('200 on variable coercion failure when accepting application/json'),
    ]);
  });
});

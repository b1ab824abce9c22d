import { loadDemoIfEmpty } from '../../src/app/load-demo';
import { loadExcerpt } from '../../src/app/load-excerpt';
import { GDELT } from '../../src/features/import/gdelt.service';
import { Api } from '../harness/api';
import { importing } from '../harness/importing';
import { freshTestDatabase } from '../harness/postgres/test-database';
import { trialFile, withTrialData } from '../harness/trial-data';

const EXPORT = 'gdelt/20191024143000.export.CSV';

describe('the excerpt of GDELT at the first start', () => {
  let api: Api;
  beforeAll(async () => {
    api = await Api.open(await freshTestDatabase());
    await loadDemoIfEmpty(api.database);
  });
  afterAll(() => api.close());

  test('is imported whole: each of its rows wrote something, or is out of the domain', async () => {
    expect(await loadExcerpt(api.database, 'error')).toMatchObject({
      read: 841,
      accepted: 591,
      unchanged: 0,
      skipped: 250,
      rejected: 0,
    });

    const { engagements } = await api.data(`{ engagements(filter: {code: ["CAMEO:0"]}, first: 1) {
      totalCount nodes { claims(filter: {}, first: 1) { nodes {
        source { title rights } attributions { referencedSource { url } } } } }
    } }`);
    expect(engagements.totalCount).toBe(449);
    expect(engagements.nodes[0].claims.nodes[0]).toMatchObject({
      source: {
        title: 'GDELT Event Database 2.0',
        rights: 'Free for any use with citation: The GDELT Project, https://www.gdeltproject.org',
      },
      attributions: [{ referencedSource: { url: expect.stringMatching(/^https?:/) } }],
    });
  });

  test('changes nothing when it is loaded again', async () => {
    expect(await loadExcerpt(api.database, 'error')).toMatchObject({
      accepted: 0,
      unchanged: 591,
      skipped: 250,
    });
  });

  withTrialData([EXPORT], 'is known to an import of the whole export', async () => {
    expect(await importing(api, GDELT, { path: String(trialFile(EXPORT)) })).toMatchObject({
      read: 2111,
      accepted: 0,
      unchanged: 591,
      skipped: 1520,
      rejected: 0,
    });
  });
});

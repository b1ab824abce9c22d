import { Api } from '../../../test/harness/api';
import { importing } from '../../../test/harness/importing';
import { trialFile, withTrialData } from '../../../test/harness/trial-data';
import type { Dataset } from './dataset.rule';
import { GDELT } from './gdelt.service';
import { GKG_ARTICLES } from './gkg-articles.service';
import { ICEWS } from './icews.service';

/** What there is to read in each file: rows, those with a fact, and those out of the domain. */
const FILES: readonly [Dataset<unknown>, file: string, read: number, facts: number, skipped: number][] = [
  [GDELT, 'gdelt/narayave_events.csv', 2116, 446, 1670],
  [GDELT, 'gdelt/20191024143000.export.CSV', 2111, 591, 1520],
  [GDELT, 'gdelt/20190121220000.export2.CSV', 1629, 389, 1240],
  [GDELT, 'gdelt/reed9999_events_58col.csv', 710, 190, 520],
  [GDELT, 'gdelt/scenario_20201113.csv', 2824, 1241, 1583],
  [GDELT, 'gdelt/scenario_20201114.csv', 2601, 1269, 1332],
  [GKG_ARTICLES, 'gdelt/gkg_articles/20180917084500.gkg.csv', 1688, 1688, 0],
  [GKG_ARTICLES, 'gdelt/gkg_articles/20180918041500.gkg.csv', 2029, 2029, 0],
  [GKG_ARTICLES, 'gdelt/gkg_articles/20180918044500.gkg.csv', 0, 0, 0],
  [GKG_ARTICLES, 'gdelt/gkg_articles/20180918050000.gkg.csv', 1932, 1932, 0],
  [GKG_ARTICLES, 'gdelt/gkg_articles/20180918051500.gkg.csv', 2094, 2094, 0],
  [GKG_ARTICLES, 'gdelt/gkg_articles/20180918053000.gkg.csv', 2060, 2060, 0],
  [ICEWS, 'icews/icews_events_2005_2015.tsv', 108_756, 43_868, 64_888],
];
const BEGINNING = 3_000;
jest.setTimeout(120_000);

describe('real files of events and articles', () => {
  let api: Api;
  beforeAll(async () => {
    api = await Api.open();
  });
  afterAll(() => api.close());

  for (const [dataset, file, read, accepted, skipped] of FILES)
    withTrialData([file], `${file} is read to its last row, and none is refused`, async () => {
      const run = await importing(api, dataset, { path: String(trialFile(file)) }, { isDryRun: true });

      expect(run).toMatchObject({ status: 'COMPLETED', read, accepted, skipped, unchanged: 0, rejected: 0 });
    });

  for (const [dataset, file] of FILES.filter(([, name]) => /58col|20201113|053000|icews/.test(name)))
    withTrialData([file], `${file} is written once, and a second run changes nothing`, async () => {
      const some = { limit: BEGINNING };
      const first = await importing(api, dataset, { path: String(trialFile(file)) }, some);
      const second = await importing(api, dataset, { path: String(trialFile(file)) }, some);

      expect(first.rejected).toBe(0);
      expect(second).toMatchObject({
        read: first.read,
        accepted: 0,
        unchanged: first.accepted,
        skipped: first.skipped,
        rejected: 0,
      });
    });
});

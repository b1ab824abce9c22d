import { Api } from '../../../test/harness/api';
import { importing } from '../../../test/harness/importing';
import { trialFile, withTrialData } from '../../../test/harness/trial-data';
import { UK_TREATIES } from './uk-treaties.service';
import { UN_TREATIES } from './un-treaties.service';

const UK = 'uk-treaties/uk_treaties.csv';
const INDEX = 'un-treaties/untc_index.csv';
const ACTIONS = 'un-treaties/untc_party_actions.csv';
/** Whole files take a while where many tests run beside. */
const LONG = 280_000;
jest.setTimeout(LONG);

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api.close());

const dryRun = { isDryRun: true };
const path = (file: string) => ({ path: String(trialFile(file)) });

async function counts(table: string, by: string, runId: string): Promise<{ [key: string]: number }> {
  const what = table === 'import_rejection' ? 'count(*)' : 'sum(count)';
  const rows = await api.database.writer.query(
    `SELECT ${by} AS key, ${what}::integer AS count FROM ${table} WHERE run_id = $1 GROUP BY 1 ORDER BY 1`,
    [runId],
  );
  return Object.fromEntries(rows.map(({ key, count }: { key: string; count: number }) => [key, count]));
}

describe('real files of treaties', () => {
  withTrialData([UK], `${UK} is read to its last row, and none is refused for being odd`, async () => {
    const run = await importing(api, UK_TREATIES, path(UK), dryRun);

    expect(run).toMatchObject({ status: 'COMPLETED', read: 8096, accepted: 8096, skipped: 0, rejected: 0 });
    expect(await counts('import_warning', 'kind', run.runId)).toMatchObject({
      'in force before signature': 214,
      'without any date': 12,
    });
  });

  withTrialData([INDEX], `${INDEX} is read to its last row`, async () => {
    expect(await importing(api, UN_TREATIES, path(INDEX), dryRun)).toMatchObject({
      read: 401,
      accepted: 401,
    });
  });

  withTrialData([ACTIONS], `${ACTIONS} is read to its last row: what is no action is told`, async () => {
    const run = await importing(api, UN_TREATIES, path(ACTIONS), dryRun);

    expect(run).toMatchObject({ read: 31_993, accepted: 29_100, skipped: 2_322, rejected: 571 });
    expect(await counts('import_rejection', 'reason', run.runId)).toEqual({ BAD_DATE: 571 });
    expect(await counts('import_skip', 'code', run.runId)).toMatchObject({
      Application: 1602,
      'Date of Adoption': 144,
      'Notification under article 25': 124,
    });
    expect(await counts('import_warning', 'kind', run.runId)).toEqual({
      'consent of no kind named': 588,
      'treaty action': 135,
    });
  });

  withTrialData(
    [UK, INDEX, ACTIONS],
    'treaties of both collections stand side by side, and their statuses are told',
    async () => {
      const limit = 600;
      await importing(api, UK_TREATIES, path(UK), { limit });
      await importing(api, UN_TREATIES, path(INDEX));
      await importing(api, UN_TREATIES, path(ACTIONS), { limit: 3_000 });

      const statuses: { status: string; count: number }[] = await api.database.writer.query(
        `SELECT status, count(*)::integer AS count FROM agreement_statuses('2026-11-21') GROUP BY status`,
      );
      const byStatus = Object.fromEntries(statuses.map(({ status, count }) => [status, count]));
      expect(Object.values(byStatus).reduce((sum, count) => sum + count, 0)).toBe(limit + 401);
      for (const status of ['SIGNED', 'IN_FORCE', 'TERMINATED', 'BOUND', 'PARTIALLY_BOUND'])
        expect([status, byStatus[status]]).toEqual([status, expect.any(Number)]);
      expect(
        await api.data('{ agreements(first: 0, filter: {involving: ["GB"]}) { totalCount } }'),
      ).toMatchObject({ agreements: { totalCount: expect.any(Number) } });
    },
  );
});

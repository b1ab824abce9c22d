import { loadDemoIfEmpty } from '../../src/app/load-demo';
import { Api } from '../harness/api';
import { freshTestDatabase } from '../harness/postgres/test-database';
import { plantCrowd } from './crowd';

describe('a page deep in a list', () => {
  test.each(['NEWEST', 'OLDEST'])('%s begins in the index where the page before ended', async (order) => {
    const api = await Api.open(await freshTestDatabase());
    try {
      await loadDemoIfEmpty(api.database);
      await plantCrowd(api);
      const list = (args: string) =>
        `{ engagements(${args}, orderBy: ${order}) { nodes { id } pageInfo { endCursor } } }`;
      const first = await api.read(0, list('first: 100'));
      let asked: [string, readonly unknown[]] | undefined;
      api.runtime.heard = (text, values) => {
        asked = [text, values];
      };
      await api.read(0, list(`first: 20, after: "${first.data.engagements.pageInfo.endCursor}"`));

      const [text, values] = asked ?? ['', []];
      const { rows } = await api.database.reader(0).query(`EXPLAIN (COSTS OFF) ${text}`, [...values]);
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');

      expect(plan).toMatch(/Index Cond: \(ROW\(CASE/);
      expect(plan).not.toMatch(/Sort|Seq Scan/);
    } finally {
      await api.close();
    }
  });
});

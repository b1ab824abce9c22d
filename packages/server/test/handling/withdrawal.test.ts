import { findings } from '../../src/app/check';
import { loadDemoIfEmpty } from '../../src/app/load-demo';
import { PART_TYPES } from '../../src/features/record/retraction.service';
import { typeIdOf } from '../../src/platform/type-id';
import { Api } from '../harness/api';

const ACT = (field: string) =>
  `mutation ($id: ID!, $v: Int!) { ${field}(id: $id, expectedVersion: $v, reason: "looked at again") { version } }`;

describe('a withdrawal', () => {
  test('can be made of every sort of part and record of the demo, and taken back, leaving all as it was', async () => {
    const api = await Api.open();
    try {
      await loadDemoIfEmpty(api.database);
      const tables = [
        ...PART_TYPES,
        'actor',
        'position',
        'place',
        'topic',
        'engagement',
        'agreement',
        'context_event',
        'source',
        'claim',
      ];
      const tried: string[] = [];
      for (const table of tables) {
        const [row]: { id: string; root: string }[] = await api.database.writer.query(
          `SELECT t.id, ${PART_TYPES.includes(table) ? 't.record_id' : 't.id'} AS root FROM ${table} t ORDER BY t.id DESC LIMIT 1`,
        );
        if (!row) continue;
        tried.push(table);
        const [{ version }] = await api.database.writer.query('SELECT version FROM record WHERE id = $1', [
          row.root,
        ]);
        const id = typeIdOf(table, row.id);
        const gone = await api.data(ACT('retract'), { id, v: version });
        const back = await api.data(ACT('reinstate'), { id, v: gone.retract.version });
        expect([table, gone.retract.version, back.reinstate.version]).toEqual([
          table,
          version + 1,
          version + 2,
        ]);
      }

      // The demo has no treaty action, report or grade of an outlet.
      expect(tables.filter((table) => !tried.includes(table))).toEqual([
        'outlet_assessment',
        'agreement_action',
        'implementation_report',
      ]);
      expect(await findings(api.database.writer)).toEqual([]);
    } finally {
      await api.close();
    }
  });
});

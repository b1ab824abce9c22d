import { loadDemoIfEmpty } from '../../src/app/load-demo';
import { DEMO_IDS } from '../../src/features/demo/demo-ids.rule';
import { Api } from '../harness/api';
import { freshTestDatabase } from '../harness/postgres/test-database';

const VISIT = `engagement(id: "${DEMO_IDS.E3}") {
  version label when { text edtf } readings { field value modality } participations { role modality }
}`;

describe('a correction of the demo record', () => {
  let api: Api;

  beforeAll(async () => {
    api = await Api.open(await freshTestDatabase());
    await loadDemoIfEmpty(api.database);
  });
  afterAll(() => api.close());

  test('is told apart from what was believed before it', async () => {
    const { engagement: before } = await api.data(`{ ${VISIT} }`);
    expect(before).toMatchObject({ version: 1, when: null });
    expect(before.readings).toEqual([{ field: 'when', value: '2021-03~', modality: 'INFERRED' }]);
    const [{ at }] = await api.database.writer.query('SELECT clock_timestamp() AS at');

    const { recordSource: later } = await api.data(
      'mutation { recordSource(input: { kind: OFFICIAL_STATEMENT, text: "He came on 16 March 2021." }) { id } }',
    );
    await api.data(
      `mutation($input: EngagementInput!) {
        amendEngagement(id: "${DEMO_IDS.E3}", expectedVersion: 1, reason: "A later source gives the day", input: $input) { id }
      }`,
      {
        input: {
          when: { text: '16 March 2021', edtf: '2021-03-16' },
          evidence: [
            {
              source: later.id,
              statement: 'The visit was on 16 March 2021.',
              fields: ['when'],
              passages: [{ quote: '16 March 2021', start: 11, end: 24 }],
            },
          ],
        },
      },
    );

    const { engagement: now, asOf } = await api.data(
      `query($at: DateTime!) { ${VISIT} asOf(recordedAt: $at) { ${VISIT} } }`,
      { at: at.toISOString() },
    );
    expect(now).toMatchObject({ version: 2, when: { text: '16 March 2021', edtf: '2021-03-16' } });
    expect(asOf.engagement).toEqual(before);
  });
});

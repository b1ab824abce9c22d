import { Api } from '../../../test/harness/api';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api.close());

// biome-ignore lint/suspicious/noExplicitAny: rows of the log.
const log = (): Promise<any[]> => api.database.writer.query('SELECT * FROM event_log ORDER BY seq');

describe('the sequencer', () => {
  test('numbers what was committed', async () => {
    await api.given.engagement({ title: 'the visit', participations: [{ actor: 'QA' }, { actor: 'IQ' }] });

    expect(await api.sequence()).toBe(1);
    expect(await log()).toMatchObject([
      {
        seq: '1',
        number_clear: '1',
        change: 'RECORDED',
        facets_before: null,
        facets_after: { kind: 'MEETING' },
      },
    ]);
  });
});

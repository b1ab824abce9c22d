import { Api } from '../../../test/harness/api';

const RECORD = `mutation ($input: EngagementInput!, $key: String) {
  recordEngagement(input: $input, idempotencyKey: $key) { id version label kind when { text earliest latest } participations { id label role } }
}`;

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api.close());

describe('recordEngagement', () => {
  test('records a meeting with a vague date and unnamed participants', async () => {
    const { recordEngagement } = await api.data(RECORD, {
      input: {
        kind: 'MEETING',
        status: 'HELD',
        when: { text: 'this week' },
        participations: [{ descriptor: 'Qatari officials', number: 'SEVERAL', role: 'HOST' }],
      },
    });

    expect(recordEngagement).toMatchObject({
      version: 1,
      label: 'Meeting, this week',
      when: { text: 'this week', earliest: null, latest: null },
      participations: [{ label: 'Qatari officials', role: 'HOST' }],
    });
  });

  test('refuses a participation with neither actor nor descriptor', async () => {
    const { errors } = await api.query(RECORD, {
      input: { kind: 'MEETING', status: 'HELD', participations: [{}] },
    });

    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'participations.0.actor',
    });
  });
});

import { Api } from '../../../test/harness/api';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api.close());

const RECORD = `mutation ($input: AgreementInput!, $key: String) {
  recordAgreement(input: $input, idempotencyKey: $key) {
    id version label status number title registrations
    parties { actor { label } status hasSigned hasReservation consent { kind } actions { kind } }
    actions { totalCount nodes { kind statusAfter on { edtf } party { label } } }
    first: milestone(of: SIGNATURE) { edtf }
    lag(from: SIGNATURE, to: ENTRY_INTO_FORCE) { minimum maximum }
  }
}`;

describe('recordAgreement', () => {
  test('records an agreement with its parties and first actions', async () => {
    const { recordAgreement } = await api.data(RECORD, {
      input: {
        form: 'MOU',
        parties: [{ actor: 'QA' }, { actor: 'IQ' }],
        actions: [
          { kind: 'SIGNATURE', party: 'QA', on: { edtf: '2015-03-01' } },
          { kind: 'SIGNATURE', party: 'IQ', on: { edtf: '2015-03' } },
          { kind: 'RATIFICATION', party: 'IQ', on: { edtf: '2016' } },
          { kind: 'ENTRY_INTO_FORCE', on: { edtf: '2017-01' } },
        ],
      },
    });
    expect(recordAgreement).toMatchObject({ version: 1, status: 'IN_FORCE', actions: { totalCount: 4 } });
  });
});

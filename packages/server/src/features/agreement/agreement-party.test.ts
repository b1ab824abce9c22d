import { AgreementWorld, type Deed } from '../../../test/harness/agreement-world';
import { Api } from '../../../test/harness/api';
import { freshTestDatabase } from '../../../test/harness/postgres/test-database';

let api: Api;
let world: AgreementWorld;
beforeAll(async () => {
  api = await Api.open(await freshTestDatabase());
  world = new AgreementWorld(api);
});
afterAll(() => api.close());

const PARTIES = `query ($id: ID!, $on: Date) {
  agreement(id: $id) {
    parties { actor { ... on State { iso2 } } status(on: $on) hasSigned hasReservation consent { kind on { edtf } } actions { kind } }
  }
}`;

async function standing(
  history: readonly Deed[],
  input: object = {},
  on: string | null = null,
): Promise<string[]> {
  const id = await world.withHistory(history, input);
  const { agreement } = await api.data(PARTIES, { id, on });
  return agreement.parties.map(
    (party: { actor: { iso2: string }; status: string }) => `${party.actor.iso2} ${party.status}`,
  );
}

describe('the standing of a party', () => {
  const FORCE: Deed = ['ENTRY_INTO_FORCE', '2012'];

  test.each<[string, Deed[], string[], object]>([
    ['is prospective before it did anything', [], ['QA PROSPECTIVE', 'IQ PROSPECTIVE'], {}],
    [
      'is that of a signatory when it signed',
      [['SIGNATURE', '2010', 'QA']],
      ['QA SIGNATORY', 'IQ PROSPECTIVE'],
      {},
    ],
    [
      'is contracting when it consented',
      [
        ['SIGNATURE', '2010'],
        ['RATIFICATION', '2011', 'IQ'],
      ],
      ['QA SIGNATORY', 'IQ CONTRACTING'],
      {},
    ],
    [
      'is that of a party when the agreement to which it consented is in force',
      [['SIGNATURE', '2010'], ['RATIFICATION', '2011', 'IQ'], FORCE],
      ['QA SIGNATORY', 'IQ PARTY'],
      {},
    ],
    [
      'is that of a party for all in force if nobody is known to have consented',
      [FORCE],
      ['QA PARTY', 'IQ PARTY'],
      {},
    ],
    [
      'is that of a party for whom alone it entered into force',
      [
        ['SIGNATURE', '2010'],
        ['ENTRY_INTO_FORCE', '2012', 'QA'],
      ],
      ['QA PARTY', 'IQ SIGNATORY'],
      {},
    ],
    ['remains while it is suspended', [FORCE, ['SUSPENSION', '2013']], ['QA PARTY', 'IQ PARTY'], {}],
    [
      'is that of a party when it signed what does not bind in law',
      [['SIGNATURE', '2010', 'QA']],
      ['QA PARTY', 'IQ PROSPECTIVE'],
      { isBinding: false },
    ],
    [
      'is withdrawn when it left',
      [['RATIFICATION', '2011'], FORCE, ['WITHDRAWAL', '2014', 'QA']],
      ['QA WITHDRAWN', 'IQ CONTRACTING'],
      {},
    ],
  ])('%s', async (_, history, expected, input) => {
    expect(await standing(history, input)).toEqual(expected);
  });

  test('is told for a day', async () => {
    const history: Deed[] = [
      ['SIGNATURE', '2010', 'QA'],
      ['RATIFICATION', '2011', 'QA'],
    ];

    expect(await standing(history, {}, '2009-06-01')).toEqual(['QA PROSPECTIVE', 'IQ PROSPECTIVE']);
    expect(await standing(history, {}, '2011-06-01')).toEqual(['QA SIGNATORY', 'IQ PROSPECTIVE']);
  });
});

describe('a party', () => {
  test('shows how it consented, whether it signed and reserved, and what it did', async () => {
    const id = await world.withHistory([
      ['NEGOTIATION_OPENED', '2008'],
      ['SIGNATURE', '2010'],
      ['RATIFICATION', '2011', 'QA'],
      ['RESERVATION', '2011', 'QA'],
    ]);

    const { agreement } = await api.data(PARTIES, { id });
    expect(agreement.parties).toMatchObject([
      {
        hasSigned: true,
        hasReservation: true,
        consent: { kind: 'RATIFICATION', on: { edtf: '2011' } },
        actions: [{ kind: 'SIGNATURE' }, { kind: 'RATIFICATION' }, { kind: 'RESERVATION' }],
      },
      { hasSigned: true, hasReservation: false, consent: null, actions: [{ kind: 'SIGNATURE' }] },
    ]);
  });

  test('is whoever signs or accedes, named before or not', async () => {
    expect(
      await standing([
        ['SIGNATURE', '2010', 'QA'],
        ['ACCESSION', '2012', 'OM'],
        ['OBJECTION', '2012', 'SA'],
      ]),
    ).toEqual(['QA SIGNATORY', 'IQ PROSPECTIVE', 'OM CONTRACTING']);
  });

  test('is named once', async () => {
    const { errors } = await api.query(
      'mutation { recordAgreement(input: {parties: [{actor: "QA"}, {actor: "QAT"}]}) { id } }',
    );

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'parties.1.actor' });
  });
});

describe('agreementParties', () => {
  let ids: string[];
  beforeAll(async () => {
    ids = [
      await world.withHistory([
        ['SIGNATURE', '2010'],
        ['RATIFICATION', '2011', 'QA'],
        ['RESERVATION', '2011', 'QA'],
      ]),
      await world.withHistory([
        ['SIGNATURE', '2010', 'QA'],
        ['ACCESSION', '2015-04-01', 'IQ'],
        ['WITHDRAWAL', '2019', 'IQ'],
      ]),
    ];
  });

  async function found(filter: object): Promise<string[]> {
    const { agreementParties } = await api.data(
      `query ($filter: AgreementPartyFilter) {
        agreementParties(filter: $filter) { totalCount nodes { agreement { id } actor { ... on State { iso2 } } } }
      }`,
      { filter: { agreement: ids, ...filter } },
    );
    const { nodes, totalCount } = agreementParties;
    expect(totalCount).toBe(nodes.length);
    return nodes.map(
      ({ agreement, actor }: { agreement: { id: string }; actor: { iso2: string } }) =>
        `${ids.indexOf(agreement.id)} ${actor.iso2}`,
    );
  }

  test.each<[string, object, string[]]>([
    ['all', {}, ['0 QA', '0 IQ', '1 QA', '1 IQ']],
    ['who ratified with a reservation', { consent: ['RATIFICATION'], hasReservation: true }, ['0 QA']],
    ['who acceded without signing', { consent: ['ACCESSION'], hasSigned: false }, ['1 IQ']],
    ['who did not sign', { hasSigned: false }, ['1 IQ']],
    ['who consented in 2015', { consentOn: { from: '2015', to: '2015' } }, ['1 IQ']],
    ['who ratified in 2015', { consent: ['RATIFICATION'], consentOn: { from: '2015', to: '2015' } }, []],
    ['who left', { status: ['WITHDRAWN'] }, ['1 IQ']],
    ['Qatar', { actor: ['QA'] }, ['0 QA', '1 QA']],
  ])('finds %s', async (_, filter, expected) => {
    expect((await found(filter)).sort()).toEqual([...expected].sort());
  });

  test('leaves out the parties of what was withdrawn', async () => {
    const id = await world.withHistory([['SIGNATURE', '2010']]);
    await api.data(
      'mutation ($id: ID!) { retract(id: $id, expectedVersion: 1, reason: "no agreement") { id } }',
      { id },
    );

    const { agreementParties } = await api.data(
      'query ($id: ID!) { agreementParties(filter: {agreement: [$id]}) { totalCount } }',
      { id },
    );
    expect(agreementParties.totalCount).toBe(0);
  });

  test('refuses an id that is no agreement', async () => {
    const { errors } = await api.query('{ agreementParties(filter: {agreement: ["QA"]}) { totalCount } }');

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'filter.agreement.0' });
  });
});

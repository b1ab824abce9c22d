import fc from 'fast-check';
import { AgreementWorld, type Deed, deed } from '../../../test/harness/agreement-world';
import { Api } from '../../../test/harness/api';
import { freshTestDatabase } from '../../../test/harness/postgres/test-database';
import { AgreementActionKind } from './agreement-action.entity';

let api: Api;
let world: AgreementWorld;
beforeAll(async () => {
  api = await Api.open(await freshTestDatabase());
  world = new AgreementWorld(api);
});
afterAll(() => api.close());

const SIGNED_BY_BOTH: Deed[] = [
  ['SIGNATURE', '2010-01-05', 'QA'],
  ['SIGNATURE', '2010-01-05', 'IQ'],
];
const IN_FORCE: Deed[] = [
  ...SIGNED_BY_BOTH,
  ['RATIFICATION', '2011', 'QA'],
  ['RATIFICATION', '2012', 'IQ'],
  ['ENTRY_INTO_FORCE', '2012-06-01'],
];

/** What was done, what comes of it, and what sort of agreement it is. */
const HISTORIES: [sentence: string, history: Deed[], status: string, input?: object][] = [
  ['nothing done', [], 'ANTICIPATED'],
  ['only announced', [['ANNOUNCED', '2009']], 'ANTICIPATED'],
  ['negotiations opened', [['NEGOTIATION_OPENED', '2009']], 'UNDER_NEGOTIATION'],
  [
    'initialled',
    [
      ['NEGOTIATION_OPENED', '2009'],
      ['INITIALLED', '2010'],
    ],
    'TEXT_AGREED',
  ],
  ['adopted', [['ADOPTION', '2010']], 'TEXT_AGREED'],
  [
    'signed by all at once',
    [
      ['TEXT_AGREED', '2009'],
      ['SIGNATURE', '2010'],
    ],
    'SIGNED',
  ],
  ['signed by one', [['SIGNATURE', '2010', 'QA']], 'SIGNED'],
  ['signed, on a day nobody gives', [['SIGNATURE']], 'SIGNED'],
  [
    'ratified by one of two signatories',
    [...SIGNED_BY_BOTH, ['RATIFICATION', '2011', 'QA']],
    'PARTIALLY_BOUND',
  ],
  [
    'approved by one and accepted by the other',
    [...SIGNED_BY_BOTH, ['APPROVAL', '2011', 'QA'], ['ACCEPTANCE', '2012', 'IQ']],
    'BOUND',
  ],
  [
    'ratified by the only signatory',
    [
      ['SIGNATURE', '2010', 'QA'],
      ['RATIFICATION', '2011', 'QA'],
    ],
    'BOUND',
  ],
  ['ratified by one without signing', [['RATIFICATION', '2011', 'QA']], 'PARTIALLY_BOUND'],
  [
    'ratified by both without signing',
    [
      ['RATIFICATION', '2011', 'QA'],
      ['ACCESSION', '2012', 'IQ'],
    ],
    'BOUND',
  ],
  [
    'ratified by somebody who had not signed',
    [
      ['SIGNATURE', '2010', 'IQ'],
      ['RATIFICATION', '2011', 'QA'],
    ],
    'PARTIALLY_BOUND',
  ],
  ['in force', IN_FORCE, 'IN_FORCE'],
  ['in force before it was signed', [['ENTRY_INTO_FORCE', '2009'], ...SIGNED_BY_BOTH], 'IN_FORCE'],
  [
    'to enter into force later',
    [...SIGNED_BY_BOTH, ['ENTRY_INTO_FORCE', '2026-11', null, '2090-01-01']],
    'SIGNED',
  ],
  [
    'signed definitively by both',
    [
      ['DEFINITIVE_SIGNATURE', '2010', 'QA'],
      ['DEFINITIVE_SIGNATURE', '2010', 'IQ'],
    ],
    'IN_FORCE',
  ],
  ['notes exchanged by all', [['EXCHANGE_OF_NOTES', '2010']], 'IN_FORCE'],
  ['notes given by one', [['EXCHANGE_OF_NOTES', '2010', 'QA']], 'BOUND'],
  [
    'signed definitively by one, with reservation of ratification by the other',
    [
      ['DEFINITIVE_SIGNATURE', '2010', 'QA'],
      ['SIGNATURE', '2010', 'IQ'],
    ],
    'PARTIALLY_BOUND',
  ],
  [
    'signed definitively, to enter into force later',
    [
      ['DEFINITIVE_SIGNATURE', '2010'],
      ['ENTRY_INTO_FORCE', '2090'],
    ],
    'BOUND',
  ],
  ['signed, though not binding in law', [['SIGNATURE', '2010', 'QA']], 'OPERATIVE', { isBinding: false }],
  ['not signed, nor binding in law', [['TEXT_AGREED', '2010']], 'TEXT_AGREED', { isBinding: false }],
  ['in effect, though not binding in law', [['ENTRY_INTO_FORCE', '2010']], 'OPERATIVE', { isBinding: false }],
  [
    'applied provisionally',
    [...SIGNED_BY_BOTH, ['PROVISIONAL_APPLICATION', '2010']],
    'PROVISIONALLY_APPLIED',
  ],
  [
    'in force after being applied provisionally',
    [...IN_FORCE, ['PROVISIONAL_APPLICATION', '2010']],
    'IN_FORCE',
  ],
  ['suspended', [...IN_FORCE, ['SUSPENSION', '2014']], 'SUSPENDED'],
  ['suspended by one of two', [...IN_FORCE, ['SUSPENSION', '2014', 'QA']], 'SUSPENDED'],
  ['resumed', [...IN_FORCE, ['SUSPENSION', '2014'], ['RESUMPTION', '2015']], 'IN_FORCE'],
  ['resumed on a day nobody gives', [...IN_FORCE, ['SUSPENSION', '2014'], ['RESUMPTION']], 'IN_FORCE'],
  [
    'suspended anew',
    [...IN_FORCE, ['SUSPENSION', '2014'], ['RESUMPTION', '2015'], ['SUSPENSION', '2016']],
    'SUSPENDED',
  ],
  ['known only to be resumed', [['RESUMPTION', '2015']], 'IN_FORCE'],
  [
    'suspended by one of three',
    [...IN_FORCE, ['ACCESSION', '2013', 'SA'], ['SUSPENSION', '2014', 'QA']],
    'IN_FORCE',
  ],
  ['left by one of two', [...IN_FORCE, ['WITHDRAWAL', '2017', 'QA']], 'TERMINATED'],
  [
    'left by one of two, with effect to come',
    [...IN_FORCE, ['WITHDRAWAL', '2017', 'QA', '2090']],
    'IN_FORCE',
  ],
  [
    'left by one of three',
    [...IN_FORCE, ['ACCESSION', '2013', 'SA'], ['WITHDRAWAL', '2017', 'QA']],
    'IN_FORCE',
  ],
  [
    'left, and joined again',
    [...IN_FORCE, ['WITHDRAWAL', '2017', 'QA'], ['ACCESSION', '2019', 'QA']],
    'IN_FORCE',
  ],
  ['left on a day nobody gives', [...IN_FORCE, ['WITHDRAWAL', null, 'QA']], 'TERMINATED'],
  ['expired', [...IN_FORCE, ['EXPIRY', '2020']], 'TERMINATED'],
  [
    'terminated while suspended',
    [...IN_FORCE, ['SUSPENSION', '2014'], ['TERMINATION', '2016']],
    'TERMINATED',
  ],
  [
    'given up',
    [
      ['NEGOTIATION_OPENED', '2009'],
      ['ABANDONMENT', '2011'],
    ],
    'ABANDONED',
  ],
  ['given up once, in force all the same', [...IN_FORCE, ['ABANDONMENT', '2010-06']], 'IN_FORCE'],
  [
    'reserved, declared, objected, registered',
    [['RESERVATION', '2010', 'QA'], ['DECLARATION'], ['OBJECTION'], ['REGISTRATION']],
    'ANTICIPATED',
  ],
];

describe('the status of an agreement', () => {
  test.each(HISTORIES)('%s', async (...[, history, status, input]) => {
    expect(await world.status(await world.withHistory(history, input))).toBe(status);
  });

  test('is the same in whatever order its actions arrive', async () => {
    const arrival = fc
      .constantFrom(...HISTORIES.filter(([, history]) => history.length > 1))
      .chain((history) =>
        fc.record({
          history: fc.constant(history),
          order: fc.shuffledSubarray(history[1], { minLength: history[1].length }),
        }),
      );
    await fc.assert(
      fc.asyncProperty(arrival, async ({ history: [, , status, input], order }) => {
        const agreement = await world.record(input);
        for (const each of order) await world.act(agreement, deed(each));

        expect(await world.status(agreement)).toBe(status);
      }),
      { numRuns: 40, endOnFailure: true },
    );
  }, 60_000);

  test('exists for any actions whatever, and does not depend on their order', async () => {
    const any: fc.Arbitrary<Deed> = fc.tuple(
      fc.constantFrom(...Object.values(AgreementActionKind)),
      fc.constantFrom(null, '2010', '2010-03', '2011-05-06', '2012~', '2013/..', 'XXXX-03'),
      fc.constantFrom(null, 'QA', 'IQ', 'SA'),
    );
    const twice = fc
      .array(any, { maxLength: 8 })
      .chain((history) =>
        fc.tuple(fc.constant(history), fc.shuffledSubarray(history, { minLength: history.length })),
      );
    await fc.assert(
      fc.asyncProperty(twice, async ([history, shuffled]) => {
        const day = '2012-02-01';
        const [one, other] = await Promise.all([history, shuffled].map((each) => world.withHistory(each)));
        const told = await Promise.all(
          [one, other].map(async (id) => [
            await world.status(String(id)),
            await world.status(String(id), day),
          ]),
        );

        expect(told[0]).toEqual(told[1]);
        expect(told[0]).not.toContain(undefined);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  }, 60_000);

  test('counts an action from the last day its date may mean', async () => {
    const agreement = await world.withHistory([
      ['SIGNATURE', '2010'],
      ['ENTRY_INTO_FORCE', '2011-03', null, '2012-01-01'],
    ]);

    const days = ['2009-12-31', '2010-12-30', '2010-12-31', '2011-12-31', '2012-01-01'];
    expect(await Promise.all(days.map((day) => world.status(agreement, day)))).toEqual([
      'ANTICIPATED',
      'ANTICIPATED',
      'SIGNED',
      'SIGNED',
      'IN_FORCE',
    ]);
  });

  test('counts from its beginning an action whose end is not known', async () => {
    const agreement = await world.withHistory([['NEGOTIATION_OPENED', '2010/']]);

    expect(await world.status(agreement, '2009-12-31')).toBe('ANTICIPATED');
    expect(await world.status(agreement, '2010-01-01')).toBe('UNDER_NEGOTIATION');
  });

  test('counts what was recorded in the middle of the days it may mean', async () => {
    const [{ year, day }] = await api.database.writer.query(
      `SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY') AS year, to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day`,
    );
    const agreement = await world.withHistory([['SIGNATURE', year]]);

    expect(await world.status(agreement, day)).toBe('SIGNED');
  });

  test('is told for the day after each action', async () => {
    const agreement = await world.withHistory([...IN_FORCE, ['TERMINATION', '2020']]);

    const answer = await api.data(
      `query ($id: ID!) { agreement(id: $id) { actions { nodes { kind statusAfter } } } }`,
      { id: agreement },
    );
    expect(answer.agreement.actions.nodes.map((each: { statusAfter: string }) => each.statusAfter)).toEqual([
      'SIGNED',
      'SIGNED',
      'PARTIALLY_BOUND',
      'IN_FORCE',
      'IN_FORCE',
      'TERMINATED',
    ]);
  });

  test('is computed anew when an action is withdrawn, and stays what it was as of an earlier time', async () => {
    const agreement = await world.record();
    const signature = await world.act(agreement, deed(['SIGNATURE', '2010']));
    const [{ at }] = await api.database.writer.query(`SELECT clock_timestamp() AS at`);
    const { agreement: seen } = await api.data('query ($id: ID!) { agreement(id: $id) { version } }', {
      id: agreement,
    });
    await api.data(
      `mutation ($id: ID!, $version: Int!) { retract(id: $id, expectedVersion: $version, reason: "misread") { id } }`,
      { id: signature, version: seen.version },
    );

    const told = await api.data(
      `query ($id: ID!, $at: DateTime!) {
        agreement(id: $id) { status }
        asOf(recordedAt: $at) { agreement(id: $id) { status milestone(of: SIGNATURE) { edtf } } }
      }`,
      { id: agreement, at: at.toISOString() },
    );
    expect(told).toEqual({
      agreement: { status: 'ANTICIPATED' },
      asOf: { agreement: { status: 'SIGNED', milestone: { edtf: '2010' } } },
    });
  });

  test('takes an organization of a party for the party', async () => {
    const { recordActor } = await api.data(
      'mutation ($input: ActorInput!) { recordActor(input: $input) { id } }',
      {
        input: {
          kind: 'ORGANIZATION',
          orgKind: 'MINISTRY',
          state: 'QA',
          names: [{ value: 'Ministry of Interior' }],
        },
      },
    );
    const agreement = await world.withHistory([...SIGNED_BY_BOTH, ['RATIFICATION', '2011', 'IQ']]);
    await world.act(agreement, deed(['APPROVAL', '2012', recordActor.id]));

    const answer = await api.data(
      'query ($id: ID!) { agreement(id: $id) { status parties { actor { label } status } } }',
      { id: agreement },
    );
    expect(answer.agreement).toEqual({
      status: 'BOUND',
      parties: [
        { actor: { label: 'Qatar' }, status: 'CONTRACTING' },
        { actor: { label: 'Iraq' }, status: 'CONTRACTING' },
      ],
    });
  });
});

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

async function milestone(id: string, of: string): Promise<string | null> {
  const { agreement } = await api.data(
    'query ($id: ID!, $of: Milestone!) { agreement(id: $id) { milestone(of: $of) { text edtf } } }',
    { id, of },
  );
  return agreement.milestone?.edtf ?? agreement.milestone?.text ?? null;
}

describe('a milestone of an agreement', () => {
  test.each<[string, Deed[], string, string | null, object?]>([
    ['is not reached without an action', [['ANNOUNCED', '2009']], 'SIGNATURE', null],
    ['is the opening of negotiations', [['NEGOTIATION_OPENED', '2009-05']], 'NEGOTIATION_OPENED', '2009-05'],
    [
      'is the first that agreed the text',
      [
        ['ADOPTION', '2011'],
        ['INITIALLED', '2010'],
      ],
      'TEXT_AGREED',
      '2010',
    ],
    [
      'is the first signature',
      [
        ['SIGNATURE', '2012', 'QA'],
        ['SIGNATURE', '2010-03', 'IQ'],
      ],
      'SIGNATURE',
      '2010-03',
    ],
    [
      'prefers a known day',
      [
        ['SIGNATURE', null, 'QA'],
        ['SIGNATURE', '2010', 'IQ'],
      ],
      'SIGNATURE',
      '2010',
    ],
    [
      'is the day of effect of an entry into force',
      [['ENTRY_INTO_FORCE', '2012', null, '2013-01-01']],
      'ENTRY_INTO_FORCE',
      '2013-01-01',
    ],
    ['is not reached before its day', [['ENTRY_INTO_FORCE', '2012', null, '2090']], 'ENTRY_INTO_FORCE', null],
    [
      'is the last of the signatures that bind by themselves',
      [
        ['DEFINITIVE_SIGNATURE', '2010', 'QA'],
        ['DEFINITIVE_SIGNATURE', '2011', 'IQ'],
      ],
      'ENTRY_INTO_FORCE',
      '2011',
    ],
    [
      'is not reached while such a signature is missing',
      [['DEFINITIVE_SIGNATURE', '2010', 'QA']],
      'ENTRY_INTO_FORCE',
      null,
    ],
    [
      'is the signature of what does not bind in law',
      [['SIGNATURE', '2010']],
      'ENTRY_INTO_FORCE',
      '2010',
      { isBinding: false },
    ],
    [
      'is the end by expiry',
      [
        ['ENTRY_INTO_FORCE', '2010'],
        ['EXPIRY', '2020'],
      ],
      'TERMINATION',
      '2020',
    ],
    ['is the end by being given up', [['ABANDONMENT', '2011']], 'TERMINATION', '2011'],
    [
      'is the withdrawal that left fewer than two parties',
      [
        ['ACCESSION', '2010', 'SA'],
        ['WITHDRAWAL', '2015', 'QA'],
        ['WITHDRAWAL', '2017', 'IQ'],
      ],
      'TERMINATION',
      '2017',
    ],
    [
      'is no withdrawal that left two',
      [
        ['ACCESSION', '2010', 'SA'],
        ['WITHDRAWAL', '2015', 'QA'],
      ],
      'TERMINATION',
      null,
    ],
  ])('%s', async (...[, history, of, expected, input]) => {
    expect(await milestone(await world.withHistory(history, input), of)).toBe(expected);
  });

  test('is the first engagement that dealt with it and took place', async () => {
    const id = await world.record();
    const agenda = [{ agreement: id }];
    await world.engagement({ when: { edtf: '2008' }, status: 'CANCELLED', agenda });
    await world.engagement({ when: { edtf: '2010' }, agenda });
    await world.engagement({ when: { edtf: '2009-06' }, agenda });
    expect(await milestone(id, 'FIRST_ENGAGEMENT')).toBe('2009-06');

    const engagement = await world.engagement({ when: { edtf: '2009-03' } });
    await world.act(id, { kind: 'NEGOTIATION_OPENED', engagement });
    expect(await milestone(id, 'FIRST_ENGAGEMENT')).toBe('2009-03');
  });

  test('is the earliest publication that says anything of it', async () => {
    const id = await world.record();
    for (const published of ['2012-03', '2011-07-02', null]) {
      const { recordSource } = await api.data(
        'mutation ($input: SourceInput!) { recordSource(input: $input) { id } }',
        {
          input: {
            kind: 'NEWS_ARTICLE',
            title: 'On pacts',
            text: 'A pact is due.',
            published: published && { edtf: published },
          },
        },
      );
      await api.data('mutation ($input: ClaimInput!) { recordClaim(input: $input) { id } }', {
        input: {
          source: recordSource.id,
          predicate: 'MENTION',
          statement: 'A pact is awaited.',
          targets: [{ record: id }],
          passages: [{ quote: 'A pact is due.', start: 0, end: 14 }],
        },
      });
    }

    expect(await milestone(id, 'FIRST_MENTION')).toBe('2011-07-02');
  });
});

describe('the lag between two milestones', () => {
  async function lag(history: Deed[], from = 'SIGNATURE', to = 'ENTRY_INTO_FORCE') {
    const id = await world.withHistory(history);
    const { agreement } = await api.data(
      'query ($id: ID!, $from: Milestone!, $to: Milestone!) { agreement(id: $id) { lag(from: $from, to: $to) { minimum maximum } } }',
      { id, from, to },
    );
    return agreement.lag;
  }

  test('is as many days as the dates allow', async () => {
    expect(
      await lag([
        ['SIGNATURE', '2010-01-30'],
        ['ENTRY_INTO_FORCE', '2010-03'],
      ]),
    ).toEqual({ minimum: 30, maximum: 60 });
  });

  test('has no bound where a date has none', async () => {
    expect(await lag([['SIGNATURE'], ['ENTRY_INTO_FORCE', '2010']])).toEqual({
      minimum: null,
      maximum: null,
    });
    expect(
      await lag([
        ['SIGNATURE', '2010/'],
        ['ENTRY_INTO_FORCE', '2011-01-01'],
      ]),
    ).toEqual({ minimum: null, maximum: 365 });
  });

  test('is null if one was not reached', async () => {
    expect(await lag([['SIGNATURE', '2010']])).toBeNull();
  });
});

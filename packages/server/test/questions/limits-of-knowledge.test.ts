import { setTimeout } from 'node:timers/promises';
import { demoQuestions, ID, quoteOf, standsAt, statements, WHOLE } from './demo-world';

const question = demoQuestions();

question(
  '3. What did we believe about an engagement on a day, and what do we believe now?',
  async (answer, { world, again }) => {
    // On the example's day nothing had been recorded yet.
    expect(answer.then).toEqual({ engagement: null });
    expect(answer.now).toMatchObject({
      version: 1,
      status: 'HELD',
      venueText: null,
      when: null,
      readings: [{ field: 'when', value: '2021-03~', modality: 'INFERRED' }],
      participations: [
        { label: 'Othman al-Qanemi', role: 'VISITOR', modality: 'ASSERTED', onBehalfOf: { label: 'Iraq' } },
        {
          label: 'Qatari officials',
          role: 'PARTICIPANT',
          modality: 'ASSERTED',
          onBehalfOf: { label: 'Qatar' },
        },
        { label: 'Qatari government', role: 'INVITER', modality: 'ASSERTED', onBehalfOf: { label: 'Qatar' } },
        { label: 'Mustafa al-Kadhimi', role: 'SENDER', modality: 'ASSERTED', onBehalfOf: { label: 'Iraq' } },
      ],
    });
    expect(answer.now.claims.nodes).toHaveLength(20);

    await setTimeout(5);
    const day = new Date().toISOString();
    await setTimeout(5);
    const { source } = await world.article('Steppe Gazette');
    await world.api.data(
      `mutation ($id: ID!, $input: EngagementInput!) {
      amendEngagement(id: $id, expectedVersion: 1, input: $input, reason: "A new source") { version }
    }`,
      {
        id: ID.E3,
        input: {
          venueText: 'a hotel',
          when: { edtf: '2021-03-16' },
          evidence: [
            {
              source,
              statement: 'He came on 16 March and stayed at a hotel.',
              fields: ['when', 'venueText'],
              passages: [WHOLE],
            },
          ],
        },
      },
    );
    const later = await again({ day });
    expect(later.then.engagement).toEqual(answer.now);
    expect(later.now).toMatchObject({ version: 2, venueText: 'a hotel', when: { edtf: '2021-03-16' } });
    const added = statements(later.now.claims.nodes).filter(
      (each) => !statements(answer.now.claims.nodes).includes(each),
    );
    expect(added).toEqual(['He came on 16 March and stayed at a hotel.']);
  },
);

question('8. Everything not disclosed: of what, in which field, who says so', async ({ claims }) => {
  expect(claims.totalCount).toBe(4);
  const meeting = [
    { field: 'agenda', record: { __typename: 'Engagement', label: 'Meeting, Iraq – Qatar, this week' } },
  ];
  const talks = [
    {
      field: 'when',
      record: { __typename: 'Engagement', label: 'Talks, Iraq – Qatar, in the coming months' },
    },
  ];
  const article = { source: { label: 'News article, Doha, Qatar' } };
  const note = { source: { label: 'Coder’s note on an article about a meeting in Doha' } };
  expect(claims.nodes).toHaveLength(4);
  expect(claims.nodes).toEqual(
    expect.arrayContaining([
      {
        statement: 'What was said in detail at the meeting has not been made public.',
        targets: meeting,
        attributions: [],
        passages: [{ ...standsAt(712, 766), ...article }],
      },
      {
        statement:
          'The Ministry of Interior of Qatar has not announced when the further discussions are to be held.',
        targets: talks,
        attributions: [],
        passages: [{ ...standsAt(4234, 4296), ...article }],
      },
      {
        statement: 'The details of the meeting were not disclosed.',
        targets: meeting,
        attributions: [],
        passages: [{ ...quoteOf('A', 'More than that was not made public.'), ...note }],
      },
      {
        statement: 'The ministry has not announced the time of the talks.',
        targets: talks,
        attributions: [],
        passages: [{ ...quoteOf('A', 'When exactly, the ministry does not say.'), ...note }],
      },
    ]),
  );
});

question(
  '25. Claims corrected or retracted, and after how long',
  async ({ bySources, byUs }, { world, again }) => {
    expect([bySources.nodes, byUs.nodes]).toEqual([[], []]);

    const of = async (outlet: string, edtf: string, statement: string) => {
      const { source } = await world.article(outlet, { published: { edtf } });
      return world.claim(source, statement, { predicate: 'ASSESSMENT', targets: [{ record: 'MN' }] });
    };
    const wrong = await of('Steppe Gazette', '2020-01-10', 'Ten came.');
    const vague = await of('Mountain Herald', '2020-01', 'Everybody came.');
    await world.relate(await of('River Post', '2020-02-01', 'Nine came.'), 'CORRECTS', wrong);
    await world.relate(await of('Lake Post', '2020-02-01', 'We take it back.'), 'RETRACTS', vague);
    await world.api.data(
      'mutation ($id: ID!) { retract(id: $id, expectedVersion: 1, reason: "Misread by us") { id } }',
      { id: ID.b26 },
    );

    const more = await again();
    expect(more.bySources.nodes).toHaveLength(2);
    expect(more.bySources.nodes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          kind: 'CORRECTS',
          delay: { minimum: 22, maximum: 22 },
          to: {
            statement: 'Ten came.',
            source: { label: 'An article', publisher: { label: 'Steppe Gazette' } },
            passages: [{ quote: WHOLE.quote }],
          },
          from: {
            statement: 'Nine came.',
            source: { label: 'An article', publisher: { label: 'River Post' } },
          },
        }),
        expect.objectContaining({ kind: 'RETRACTS', delay: { minimum: 1, maximum: 31 } }),
      ]),
    );
    expect(more.byUs.nodes).toEqual([
      {
        statement: 'Qatar’s foremost goal is to keep Saudi and Emirati influence out of Iraq.',
        recordedAt: expect.any(String),
        retraction: { at: expect.any(String), reason: 'Misread by us' },
      },
    ]);
    const [{ recordedAt, retraction }] = more.byUs.nodes;
    expect(Date.parse(retraction.at)).toBeGreaterThan(Date.parse(recordedAt));
  },
);

import { demoQuestions, ID, labels, standsAt } from './demo-world';
import { exampleTitled } from './examples';

const question = demoQuestions();

const E1 = 'Meeting, Iraq – Qatar, this week';
const E2 = 'Talks, Iraq – Qatar, in the coming months';
const E3 = 'Visit, Iraq – Qatar';
const E4 = 'Meeting, Iraq – Qatar';
const E5 = 'International Exhibition of Homeland Security and Civil Defense (13)';
const E6 = 'Visit, Iraq, in early March';
const E7 = 'Talks, Iraq, In recent months';

question('1. All engagements of Qatar and Iraq since 2021, by highest level', async ({ engagements }) => {
  expect(engagements.totalCount).toBe(4);
  expect(labels(engagements.nodes)).toEqual([E4, E3, E1, E2]);

  const [meeting, visit, ministry, talks] = engagements.nodes;
  expect(meeting).toMatchObject({
    kind: 'MEETING',
    status: 'HELD',
    number: 'ONE',
    modality: 'ASSERTED',
    when: null,
    readings: [],
  });
  expect(meeting.sides).toEqual([
    { state: { label: 'Qatar' }, highestLevel: 'HEAD_OF_GOVERNMENT' },
    { state: { label: 'Iraq' }, highestLevel: 'MINISTER' },
  ]);
  // The Qatari officials are not named, so nobody knows how high they rank. Inviter and sender were not there.
  expect(visit.sides).toEqual([
    { state: { label: 'Iraq' }, highestLevel: 'MINISTER' },
    { state: { label: 'Qatar' }, highestLevel: null },
  ]);
  expect(visit).toMatchObject({
    when: null,
    readings: [{ field: 'when', value: '2021-03~', modality: 'INFERRED' }],
  });
  expect(
    visit.participations.map(({ role, label }: { role: string; label: string }) => [role, label]),
  ).toEqual([
    ['VISITOR', 'Othman al-Qanemi'],
    ['PARTICIPANT', 'Qatari officials'],
    ['INVITER', 'Qatari government'],
    ['SENDER', 'Mustafa al-Kadhimi'],
  ]);
  expect(ministry).toMatchObject({
    when: { text: 'this week', edtf: null },
    readings: [{ field: 'mode', value: 'IN_PERSON', modality: 'INFERRED' }],
    sides: [
      { state: { label: 'Qatar' }, highestLevel: 'DEPUTY_MINISTER' },
      { state: { label: 'Iraq' }, highestLevel: 'AMBASSADOR' },
    ],
    participations: [
      { modality: 'ASSERTED', tenure: { position: { title: 'Undersecretary' } } },
      { modality: 'ASSERTED', tenure: { position: { title: 'Ambassador' } } },
      { role: 'HOST', modality: 'INFERRED', tenure: null },
    ],
  });
  expect(talks).toMatchObject({ status: 'EXPECTED', number: 'SEVERAL', modality: 'EXPECTED' });
});

question(
  '6. Meetings inside a visit, in order; is the list complete?',
  async ({ engagement }, { world, again }) => {
    expect(engagement.label).toBe(E3);
    expect(engagement.children.nodes).toEqual([
      {
        sequence: 1,
        kind: 'MEETING',
        label: E4,
        when: null,
        participations: [
          {
            label: 'Othman al-Qanemi',
            tenure: { position: { title: 'Interior Minister', level: 'MINISTER' } },
          },
          {
            label: 'Khalid bin Khalifa bin Abdulaziz Al Thani',
            tenure: { position: { title: 'Prime Minister', level: 'HEAD_OF_GOVERNMENT' } },
          },
        ],
      },
    ]);
    // Only we read out of "first" that there were more.
    expect(engagement.absences).toEqual([
      {
        field: 'children',
        kind: 'INCOMPLETE',
        claims: [
          {
            statement:
              'The visit had further meetings that the article does not report, since it calls this one the first.',
            modality: 'INFERRED',
            passages: [standsAt(841, 865)],
          },
        ],
      },
    ]);

    for (const sequence of [3, 2])
      await world.api.given.engagement({ title: `Meeting ${sequence}`, parent: ID.E3, sequence });
    const { engagement: fuller } = await again();
    expect(labels(fuller.children.nodes)).toEqual([E4, 'Meeting 2', 'Meeting 3']);
  },
);

question('7. Engagements possibly held in one week', async ({ engagements }, { world, again }) => {
  expect(engagements.totalCount).toBe(6);
  expect(new Set(labels(engagements.nodes))).toEqual(new Set([E1, E3, E4, E5, E6, E7]));
  expect(engagements.nodes.find(({ label }: { label: string }) => label === E6)).toMatchObject({
    when: { text: 'in early March', edtf: 'XXXX-03', earliest: null, latest: null },
    place: { label: 'Saudi Arabia' },
  });
  expect(engagements.nodes.find(({ label }: { label: string }) => label === E5)).toMatchObject({
    status: 'UNCONFIRMED',
  });

  // Sure is nobody of any.
  const { query, variables } = exampleTitled('7. Engagements possibly held in one week');
  const sure = await world.ask({ query: query.replace('POSSIBLE', 'CERTAIN'), variables });
  expect(sure.engagements.totalCount).toBe(0);

  const at = (title: string, edtf: string, status = 'HELD') =>
    world.api.given.engagement({ title, when: { edtf }, status, participations: [{ actor: 'MN' }] });
  await at('the week before', '2021-03-14');
  await at('within it', '2021-03-17');
  await at('some time that month', '2021-03');
  await at('another year', '2020-03');
  await at('only planned', '2021-03-17', 'SCHEDULED');
  const { engagements: more } = await again();
  expect(more.totalCount).toBe(8);
  expect(labels(more.nodes)).toEqual(expect.arrayContaining(['within it', 'some time that month']));
});

question('22. Engagements on a topic at a level or above', async ({ engagements }, { world, again }) => {
  expect(engagements.totalCount).toBe(1);
  expect(engagements.nodes).toEqual([
    {
      label: E1,
      highestLevel: 'DEPUTY_MINISTER',
      agenda: [
        item('Security', 'MAIN', 'ASSERTED', ['REVIEWED', 'EXPLORED']),
        item('Counter-terrorism', 'MAIN', 'REPORTED'),
        item('Border security', 'MAIN', 'REPORTED'),
        item('Joint training', 'MAIN', 'REPORTED'),
        item('Regional developments', 'SECONDARY', 'ASSERTED'),
        item('International counter-terrorism', 'SECONDARY', 'ASSERTED'),
      ],
    },
  ]);

  const on = (topic: string, level: string) =>
    world.api.given.engagement({
      title: `${topic} at ${level}`,
      participations: [
        { actor: 'MN', level },
        { actor: 'KG', level: 'OFFICIAL' },
      ],
      agenda: [{ topic }],
    });
  await on('intl-counter-terrorism', 'MINISTER');
  await on('counter-terrorism', 'AMBASSADOR');
  await on('security', 'MINISTER');
  const { engagements: more } = await again();
  expect(labels(more.nodes).sort()).toEqual([E1, 'intl-counter-terrorism at MINISTER']);
});

question('37. A gap in level of two or more', async ({ engagements }, { world, again }) => {
  // Both meetings are a gap of one apart, the level of the visit's other side is unknown.
  expect(engagements.nodes).toEqual([]);

  const pair = (title: string, one: string, other: string | null) =>
    world.api.given.engagement({
      title,
      participations: [
        { actor: 'MN', level: one },
        { actor: 'KG', level: other },
      ],
    });
  await pair('gap of three', 'HEAD_OF_GOVERNMENT', 'AMBASSADOR');
  await pair('gap of four', 'HEAD_OF_STATE', 'AMBASSADOR');
  await pair('gap of one', 'MINISTER', 'DEPUTY_MINISTER');
  await pair('gap unknown', 'HEAD_OF_STATE', null);
  const { engagements: wide } = await again();
  expect(wide.nodes).toMatchObject([
    { label: 'gap of four', levelGap: 4 },
    {
      label: 'gap of three',
      levelGap: 3,
      sides: [
        { state: { label: 'Mongolia' }, highestLevel: 'HEAD_OF_GOVERNMENT' },
        { state: { label: 'Kyrgyzstan' }, highestLevel: 'AMBASSADOR' },
      ],
      participations: [{ level: 'HEAD_OF_GOVERNMENT' }, { level: 'AMBASSADOR' }],
    },
  ]);
});

question(
  '39. Measures (sanctions, blockade) in force during an engagement',
  async ({ engagement }, { world, again }) => {
    expect(engagement).toMatchObject({ label: E3, when: null });
    const measures = engagement.contextEvents.nodes;
    expect(measures.map(({ kind }: { kind: string }) => kind).sort()).toEqual(['BLOCKADE', 'SANCTIONS']);
    for (const measure of measures) {
      expect(measure.when).toEqual({ text: 'in 2017', edtf: '2017/' });
      expect(measure.actors).toEqual([
        {
          role: 'IMPOSER',
          actor: {
            label: 'four Arab countries',
            statedSize: 4,
            isComplete: false,
            members: [
              { role: 'LEADER', modality: 'ASSERTED', actor: { label: 'Saudi Arabia' } },
              { role: 'MEMBER', modality: 'INFERRED', actor: { label: 'United Arab Emirates' } },
              { role: 'MEMBER', modality: 'INFERRED', actor: { label: 'Egypt' } },
            ],
          },
        },
        { role: 'TARGET', actor: { label: 'Qatar' } },
      ]);
      expect(measure.claims.nodes).toHaveLength(3);
    }

    // The visit bears no date, so it is not certain that they were.
    const { query, variables } = exampleTitled(
      '39. Measures (sanctions, blockade) in force during an engagement',
    );
    const sure = await world.ask({
      query: query.replace('isMeasure: true }', 'isMeasure: true }, match: CERTAIN'),
      variables,
    });
    expect(sure.engagement.contextEvents.nodes).toEqual([]);

    const meeting = (edtf: string) =>
      world.api.given.engagement({ when: { edtf }, participations: [{ actor: 'QA' }, { actor: 'MN' }] });
    const during = await again({ engagement: await meeting('2018-05-01') });
    expect(during.engagement.contextEvents.nodes).toHaveLength(2);
    const before = await again({ engagement: await meeting('2016-05-01') });
    expect(before.engagement.contextEvents.nodes).toEqual([]);
    // It led to Saudi Arabia, which imposed them; but no Saudi took part in it, as far as anybody says.
    const journey = await again({ engagement: ID.E6 });
    expect(journey.engagement.contextEvents.nodes).toEqual([]);
  },
);

const item = (topic: string, centrality: string, modality: string, treatments: string[] = []) => ({
  topic: { label: topic },
  centrality,
  treatments,
  modality,
});

import { demoQuestions, labels, WHOLE } from './demo-world';

const question = demoQuestions();

question('16. Expected events whose window passed unconfirmed', async ({ engagements }, { world, again }) => {
  // "In the coming months" of an article without a date never passes.
  expect(engagements.nodes).toEqual([]);

  const { source } = await world.article('Steppe Gazette');
  const planned = (title: string, edtf: string, status = 'EXPECTED') =>
    world.api.given.engagement({
      title,
      status,
      when: { text: 'next spring', edtf },
      participations: [{ actor: 'MN' }, { actor: 'KG' }],
      evidence: [{ source, statement: `${title} is planned.`, modality: 'EXPECTED', passages: [WHOLE] }],
    });
  await planned('summit of 2022', '2022-04', 'POSTPONED');
  await planned('talks of 2021', '2021-05/2021-06');
  await planned('summit of 2030', '2030-04', 'SCHEDULED');
  await planned('talks that took place', '2021-05', 'HELD');
  await planned('talks called off', '2021-05', 'CANCELLED');
  const { engagements: late } = await again();
  expect(late.nodes).toMatchObject([
    {
      label: 'talks of 2021',
      status: 'EXPECTED',
      when: { text: 'next spring', earliest: '2021-05-01', latest: '2021-06-30' },
      claims: {
        nodes: [
          {
            statement: 'talks of 2021 is planned.',
            modality: 'EXPECTED',
            passages: [{ quote: WHOLE.quote, source: { label: 'An article' } }],
          },
        ],
      },
    },
    { label: 'summit of 2022', status: 'POSTPONED' },
  ]);
});

question('28. Invitations without a visit', async ({ engagements }, { world, again }) => {
  // The one visit somebody was invited to took place.
  expect(engagements.nodes).toEqual([]);

  const visit = (status: string, title: string, invited = true) =>
    world.api.given.engagement({
      kind: 'VISIT',
      status,
      title,
      when: { text: 'in spring', edtf: '2022-04' },
      participations: [
        { actor: 'MN', role: 'VISITOR' },
        ...(invited ? [{ actor: 'KG', role: 'INVITER' }] : []),
      ],
    });
  await visit('INVITED', 'an invitation');
  await visit('CANCELLED', 'a visit called off');
  await visit('UNDER_WAY', 'a visit that goes on');
  await visit('EXPECTED', 'a visit without invitation', false);
  const { engagements: open } = await again();
  expect(labels(open.nodes).sort()).toEqual(['a visit called off', 'an invitation']);
  expect(open.nodes.find(({ status }: { status: string }) => status === 'INVITED')).toEqual({
    label: 'an invitation',
    status: 'INVITED',
    isOverdue: true,
    when: { text: 'in spring' },
    participations: [
      { label: 'Mongolia', role: 'VISITOR', onBehalfOf: { label: 'Mongolia' } },
      { label: 'Kyrgyzstan', role: 'INVITER', onBehalfOf: { label: 'Kyrgyzstan' } },
    ],
  });
});

import { demoQuestions, quoteOf, standsAt, statements } from './demo-world';

const question = demoQuestions();

interface Claim {
  statement: string;
  [field: string]: unknown;
}
const saying = (nodes: Claim[], statement: string) => nodes.find((node) => node.statement === statement);

question('20. Phases of a relationship, with evidence', async ({ relationship }, { world, again }) => {
  expect(relationship.label).toBe('Iraq – Qatar');
  const { nodes } = relationship.claims;
  const told = nodes.map(({ predicate, value, direction, modality, statement }: Claim) => [
    predicate,
    value,
    direction,
    modality,
    statement,
  ]);
  expect(told.sort()).toEqual([
    [
      'CAUSE',
      null,
      null,
      'ASSERTED',
      'According to analysts, Iraq’s growing part as a mediator is one cause of the closer relations.',
    ],
    [
      'CAUSE',
      null,
      null,
      'REPORTED',
      'The improvement is put down to a common view that the region must cooperate more, and to a will to leave old differences behind.',
    ],
    [
      'RELATIONSHIP_PHASE',
      null,
      'RISING',
      'ASSERTED',
      'Qatar and Iraq have far more to do with each other now than before.',
    ],
    [
      'RELATIONSHIP_PHASE',
      null,
      'RISING',
      'ASSERTED',
      'Relations between Qatar and Iraq are much better now.',
    ],
    ['RELATIONSHIP_PHASE', null, 'RISING', 'ASSERTED', 'Ties between Qatar and Iraq have grown steadily.'],
    [
      'RELATIONSHIP_PHASE',
      'STRAINED',
      null,
      'ASSERTED',
      'Relations between Qatar and Iraq used to be strained.',
    ],
    [
      'RELATIONSHIP_PHASE',
      'STRAINED',
      null,
      'ASSERTED',
      'Relations between Qatar and Iraq were once strained.',
    ],
  ]);
  expect(saying(nodes, 'Relations between Qatar and Iraq were once strained.')).toMatchObject({
    valid: { text: 'previous periods', edtf: null },
    passages: [quoteOf('A', 'Relations were strained once.')],
  });
  expect(
    saying(
      nodes,
      'According to analysts, Iraq’s growing part as a mediator is one cause of the closer relations.',
    )?.attributions,
  ).toEqual([{ kind: 'ANALYST', descriptor: 'analysts', speaker: null }]);

  const { source } = await world.article('Steppe Gazette');
  const phase = (value: string, edtf: string) =>
    world.claim(source, `Then it was ${value}.`, {
      predicate: 'RELATIONSHIP_PHASE',
      value,
      valid: { edtf },
      targets: [{ record: 'QA' }, { record: 'IQ' }],
    });
  await phase('NORMAL', '2003/2010');
  await phase('HOSTILE', '1990/2003');
  const { relationship: dated } = await again();
  expect(dated.claims.nodes.map(({ value }: Claim) => value).slice(0, 2)).toEqual(['HOSTILE', 'NORMAL']);
});

question('23. Third parties named in claims on two states', async ({ relationship }) => {
  const state = (label: string, role: string, claimCount: number) => ({
    actor: { __typename: 'State', label },
    roles: [role],
    claimCount,
  });
  // The rivals once more in each note that retells it.
  expect(relationship).toMatchObject({
    label: 'Iraq – Qatar',
    thirdParties: [
      state('Saudi Arabia', 'AGAINST', 4),
      state('United Arab Emirates', 'AGAINST', 4),
      state('Türkiye', 'BENEFICIARY', 2),
    ],
  });
  const { nodes } = relationship.claims;
  expect(statements(nodes)).toEqual([
    'Qatar may also want to back Turkey’s policies in Iraq.',
    'Qatar may want to help Turkish policy in Iraq.',
    'Qatar wants influence in Iraq for itself.',
    'Qatar wants more influence in Iraq, to counter Saudi Arabia and the United Arab Emirates there.',
    'Qatar’s first goal is to keep Saudi Arabia and the Emirates out of Iraq.',
    'Qatar’s foremost goal is to keep Saudi and Emirati influence out of Iraq.',
  ]);
  expect(saying(nodes, 'Qatar wants influence in Iraq for itself.')).toMatchObject({
    predicate: 'OBJECTIVE',
    passages: [quoteOf('B', 'Qatar would rather have that influence itself.')],
  });
  expect(saying(nodes, 'Qatar may also want to back Turkey’s policies in Iraq.')?.passages).toEqual([
    standsAt(2088, 2139),
  ]);
});

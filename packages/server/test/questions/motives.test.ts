import { demoQuestions, quoteOf, standsAt, statements } from './demo-world';

const question = demoQuestions();

interface Claim {
  statement: string;
  [field: string]: unknown;
}
const saying = (nodes: Claim[], statement: string) => nodes.find((node) => node.statement === statement);
const target = (role: string, label: string, more = {}) => ({
  role,
  descriptor: null,
  record: { label },
  ...more,
});

const NOTE = { label: 'Coder’s note on an article about a visit to Doha', publisher: null };
const ARTICLE_A = { label: 'News article, Doha, Qatar', publisher: null };
const ARTICLE_B = { label: 'News article, Alwaght', publisher: null };

question('17. Motives attributed to a state, by whom, how surely', async ({ claims }, { world, again }) => {
  expect(statements(claims.nodes)).toEqual(
    [
      // Of article A, and retold.
      'Qatar’s foreign policy aims at a stable region and at the peaceful settlement of conflicts.',
      'Qatar’s foreign policy wants peace and a stable region.',
      // Of article B.
      'Qatar pursues aims of its own with the push for closer ties.',
      'Qatar is after a foothold in Iraq, as a heading has it.',
      'Qatar wants more influence in Iraq, to counter Saudi Arabia and the United Arab Emirates there.',
      'Qatar means to cooperate more closely with Iraq in security.',
      'Qatar may also want to back Turkey’s policies in Iraq.',
      'Qatar’s foremost goal is to keep Saudi and Emirati influence out of Iraq.',
      // And retold.
      'Qatar’s first goal is to keep Saudi Arabia and the Emirates out of Iraq.',
      'Qatar wants influence in Iraq for itself.',
      'Qatar may want to help Turkish policy in Iraq.',
    ].sort(),
  );
  // Ascribed, all of them: the articles speak, not Qatar.
  for (const node of claims.nodes)
    expect(node).toMatchObject({ isStated: false, attributions: [], credibility: null });
  const none = { part: null };
  expect(
    saying(claims.nodes, 'Qatar’s foremost goal is to keep Saudi and Emirati influence out of Iraq.'),
  ).toMatchObject({
    priority: 1,
    modality: 'ASSERTED',
    source: ARTICLE_B,
    passages: [standsAt(2145, 2261)],
    targets: [
      target('SUBJECT', 'Qatar', none),
      target('OBJECT', 'Iraq', none),
      target('AGAINST', 'Saudi Arabia', none),
      target('AGAINST', 'United Arab Emirates', none),
    ],
  });
  expect(saying(claims.nodes, 'Qatar may want to help Turkish policy in Iraq.')).toMatchObject({
    modality: 'POSSIBLE',
    priority: null,
    source: NOTE,
    passages: [quoteOf('B', 'Help for Turkish policy is held possible too.')],
    targets: [
      target('SUBJECT', 'Qatar', none),
      target('OBJECT', 'Iraq', none),
      target('BENEFICIARY', 'Türkiye', none),
    ],
  });
  expect(
    saying(
      claims.nodes,
      'Qatar’s foreign policy aims at a stable region and at the peaceful settlement of conflicts.',
    ),
  ).toMatchObject({ modality: 'ASSERTED', source: ARTICLE_A });
  // "Doha" stands for Qatar there, which the claim also proves.
  expect(
    saying(claims.nodes, 'Qatar pursues aims of its own with the push for closer ties.')?.targets,
  ).toEqual([
    target('SUBJECT', 'Qatar', none),
    target('SUBJECT', 'Visit, Iraq – Qatar', none),
    target('SUBJECT', 'Qatar', { part: { __typename: 'Name' } }),
  ]);

  const { source } = await world.article('Steppe Gazette');
  const ministry = await world.api.given.organization('A ministry of Qatar', {
    orgKind: 'MINISTRY',
    state: 'QA',
  });
  await world.claim(source, 'According to a ministry of Qatar, it seeks trade.', {
    predicate: 'OBJECTIVE',
    targets: [{ record: 'QA' }],
    attributions: [{ kind: 'OFFICIAL', speaker: ministry }],
    credibility: 'PROBABLY_TRUE',
  });
  const { claims: more } = await again();
  expect(more.nodes).toHaveLength(12);
  expect(more.nodes[0]).toMatchObject({
    isStated: true,
    credibility: 'PROBABLY_TRUE',
    attributions: [
      { order: 1, kind: 'OFFICIAL', descriptor: null, speaker: { label: 'A ministry of Qatar' } },
    ],
    source: { publisher: { label: 'Steppe Gazette' } },
  });
});

question('18. Objectives ascribed to one visit that conflict', async ({ claimRelations }) => {
  type Relation = { kind: string; note: string | null; from: Claim; to: Claim };
  const all: Relation[] = claimRelations.nodes;
  expect(all.map(({ kind, from, to }) => [kind, from.statement, to.statement]).sort()).toEqual([
    [
      'CONTRADICTS',
      'The motives of the visit were economic.',
      'Iraq means to keep a balance between the Arab countries, out of worry that they support terrorism in Iraq.',
    ],
    ['REFRAMES', 'The motives of the visit were economic.', MINISTRY],
    ['REFRAMES', 'The visit had purposes beyond the exhibition.', MINISTRY],
  ]);
  const contradiction = all.find(({ kind }) => kind === 'CONTRADICTS');
  expect(contradiction).toMatchObject({
    note: 'One side, two motives: the economy here, security there.',
    from: {
      predicate: 'OBJECTIVE',
      modality: 'ASSERTED',
      isStated: false,
      targets: [
        target('SUBJECT', 'Visit, Iraq – Qatar'),
        target('SUBJECT', 'Iraq'),
        target('OBJECT', 'Qatar'),
        target('TOPIC', 'Economy'),
      ],
      passages: [standsAt(3477, 3527)],
    },
    to: {
      targets: [
        target('SUBJECT', 'Iraq'),
        { role: 'OBJECT', descriptor: 'the Arab countries', record: null },
        target('TOPIC', 'Counter-terrorism'),
      ],
      passages: [standsAt(2675, 2814)],
    },
  });
  // The ministry is an organ of Iraq, whose minister came: the purpose it gives is stated.
  expect(all.find(({ kind }) => kind === 'REFRAMES')?.to).toMatchObject({
    statement: MINISTRY,
    isStated: true,
    attributions: [{ kind: 'OFFICIAL', descriptor: null, speaker: { label: 'Iraqi Interior Ministry' } }],
  });
});
const MINISTRY =
  'According to the Interior Ministry of Iraq, the minister came to take part in the exhibition.';

question('19. Obstacles named for an area, still open', async ({ claims }, { world, again }) => {
  expect(statements(claims.nodes)).toEqual([
    'Bureaucracy could slow the cooperation of Qatar and Iraq.',
    'Political instability in Iraq could keep agreements from being carried out in full.',
    'Political instability in Iraq may get in the way of the agreements.',
    'Priorities that differ could slow the cooperation of Qatar and Iraq.',
    'The geopolitics of the Middle East may get in the way of the agreements.',
    'The tangled geopolitics of the Middle East could keep agreements from being carried out in full.',
  ]);
  for (const node of claims.nodes)
    expect(node).toMatchObject({ modality: 'POSSIBLE', valid: null, attributions: [] });
  expect(
    saying(claims.nodes, 'Political instability in Iraq may get in the way of the agreements.'),
  ).toMatchObject({
    targets: [
      { role: 'SUBJECT', record: { label: 'Agreements expected, Iraq – Qatar' } },
      { role: 'OBJECT', record: { label: 'Iraq' } },
      { role: 'TOPIC', record: { label: 'Security' } },
    ],
    passages: [
      {
        ...quoteOf('A', 'Unrest in Iraqi politics may get in the way.'),
        source: { label: 'Coder’s note on an article about a meeting in Doha' },
      },
    ],
  });

  const { source } = await world.article('Steppe Gazette');
  const obstacle = (statement: string, topic: string, more = {}) =>
    world.claim(source, statement, {
      predicate: 'OBSTACLE',
      targets: [{ record: 'MN' }, { role: 'TOPIC', record: topic }],
      ...more,
    });
  await obstacle('Nobody trusted anybody then.', 'security', { valid: { edtf: '2010/2015' } });
  await obstacle('Smugglers pay better.', 'smuggling', { valid: { edtf: '2019/..' } });
  await obstacle('Tariffs stand in the way.', 'finance-trade');
  const { claims: more } = await again();
  expect(more.nodes).toHaveLength(7);
  expect(statements(more.nodes)).toContain('Smugglers pay better.');
});

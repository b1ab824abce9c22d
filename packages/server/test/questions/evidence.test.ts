import { demoQuestions, ID, labels, quoteOf, standsAt, statements } from './demo-world';

const question = demoQuestions();

const NOTE_A = 'Coder’s note on an article about a meeting in Doha';
const NOTE_B = 'Coder’s note on an article about a visit to Doha';
const EXHIBITION = 'International Exhibition of Homeland Security and Civil Defense (13)';

question('4. Claims resting on one state-affiliated source', async ({ claims }, { world, again }) => {
  // No article says whose outlet anybody is, and we assess nobody.
  expect(claims).toEqual({ totalCount: 0, nodes: [] });

  const owned = await world.article('Steppe Gazette');
  const free = await world.article('Mountain Herald');
  for (const [{ outlet, source }, affiliation] of [
    [owned, 'STATE_OWNED'],
    [free, 'INDEPENDENT'],
  ] as const)
    await world.api.data('mutation ($input: OutletAssessmentInput!) { assessOutlet(input: $input) { id } }', {
      input: { outlet, affiliation, from: '2020-01-01', reason: 'It says so itself', source },
    });
  const of = (source: string, statement: string) =>
    world.claim(source, statement, { predicate: 'ASSESSMENT', targets: [{ record: 'MN' }] });
  await of(owned.source, 'Only the Gazette says this.');
  await of(free.source, 'Only the Herald says this.');
  await world.relate(
    await of(free.source, 'The Herald says it too.'),
    'SUPPORTS',
    await of(owned.source, 'Both say this.'),
  );
  const reprint = await world.text({
    title: 'A reprint',
    repeats: [{ cites: owned.source, kind: 'REPRINT' }],
  });
  await of(reprint, 'A reprint of the Gazette says this.');

  const { claims: resting } = await again();
  expect(resting.totalCount).toBe(2);
  expect(statements(resting.nodes)).toEqual([
    'A reprint of the Gazette says this.',
    'Only the Gazette says this.',
  ]);
  expect(
    resting.nodes.find(({ statement }: { statement: string }) => statement.startsWith('A reprint')),
  ).toMatchObject({
    targets: [{ role: 'SUBJECT', record: { label: 'Mongolia' } }],
    origins: [
      {
        source: {
          label: 'An article',
          publisher: { label: 'Steppe Gazette', affiliation: 'STATE_OWNED', reliability: null },
        },
      },
    ],
  });
});

question('5. Claims with two or more independent origins', async ({ claims }, { world, again }) => {
  // The articles share no claim, and a note that retells one is no origin of its own.
  expect(claims).toEqual({ totalCount: 0, nodes: [] });

  const first = await world.article('Steppe Gazette');
  const second = await world.article('Mountain Herald');
  const saying = (source: string) =>
    world.claim(source, 'The Saudis are to be kept out.', {
      predicate: 'OBJECTIVE',
      targets: [{ record: 'QA' }],
    });
  await world.relate(await saying(first.source), 'SUPPORTS', ID.b26);
  // Another article of the same outlet, and a reprint of it elsewhere, say nothing new; a rumour of somebody counts for nobody.
  await world.relate(await saying(await world.text({ publisher: first.outlet })), 'SUPPORTS', ID.b26);
  const reprint = await world.text({
    publisher: second.outlet,
    repeats: [{ cites: first.source, kind: 'REPRINT' }],
  });
  await world.relate(await saying(reprint), 'SUPPORTS', ID.b26);
  const rumour = await world.claim(second.source, 'The Saudis are said to be kept out.', {
    predicate: 'OBJECTIVE',
    targets: [{ record: 'QA' }],
    attributions: [{ kind: 'OTHER', descriptor: 'some people' }],
  });
  await world.relate(rumour, 'SUPPORTS', ID.b26);

  const { claims: shared } = await again();
  expect(shared.totalCount).toBe(1);
  expect(shared.nodes[0].statement).toBe(
    'Qatar’s foremost goal is to keep Saudi and Emirati influence out of Iraq.',
  );
  const { origins } = shared.nodes[0];
  expect(origins).toHaveLength(2);
  expect(
    origins
      .map(
        ({ speaker, source }: { speaker: { label: string } | null; source: { label: string } }) =>
          speaker?.label ?? source.label,
      )
      .sort(),
  ).toEqual(['News article, Alwaght', 'Steppe Gazette']);
});

question('9. Where two outlets contradict each other', async ({ claimRelations }, { world, again }) => {
  // That article B contradicts itself is another matter.
  expect(claimRelations.nodes).toEqual([
    {
      note: 'Qatar’s aim is rivalry in one article, stability in the other.',
      from: {
        statement: 'Qatar’s foremost goal is to keep Saudi and Emirati influence out of Iraq.',
        modality: 'ASSERTED',
        targets: [{ descriptor: null, record: { label: 'Qatar' } }],
        source: { label: 'News article, Alwaght', published: null, publisher: null },
        passages: [standsAt(2145, 2261)],
      },
      to: {
        statement:
          'Qatar’s foreign policy aims at a stable region and at the peaceful settlement of conflicts.',
        modality: 'ASSERTED',
        targets: [{ descriptor: null, record: { label: 'Qatar' } }],
        source: { label: 'News article, Doha, Qatar', published: null, publisher: null },
        passages: [standsAt(3132, 3248)],
      },
    },
  ]);

  const gazette = await world.article('Steppe Gazette', { published: { edtf: '2020-05-01' } });
  const herald = await world.article('Mountain Herald');
  const later = await world.text({ publisher: gazette.outlet });
  const of = (source: string, statement: string) =>
    world.claim(source, statement, { predicate: 'ASSESSMENT', targets: [{ record: 'MN' }] });
  await world.relate(
    await of(gazette.source, 'It went well.'),
    'CONTRADICTS',
    await of(herald.source, 'It went badly.'),
  );
  await world.relate(
    await of(gazette.source, 'It was warm.'),
    'CONTRADICTS',
    await of(later, 'It was cold.'),
  );
  const { claimRelations: more } = await again();
  expect(more.nodes).toHaveLength(2);
  expect(more.nodes[0]).toMatchObject({
    from: {
      statement: 'It went well.',
      source: { publisher: { label: 'Steppe Gazette' }, published: { edtf: '2020-05-01' } },
    },
    to: { statement: 'It went badly.', source: { publisher: { label: 'Mountain Herald' } } },
  });
});

question('30. Sources cited but not held', async ({ sources }, { world, again }) => {
  const statement = (issuer: string, note: string, article: string) => ({
    kind: 'OFFICIAL_STATEMENT',
    label: `Official statement, ${issuer}`,
    publisher: { label: issuer },
    published: null,
    citedBy: {
      totalCount: 2,
      nodes: expect.arrayContaining([
        { kind: 'NEWS_ARTICLE', label: article, publisher: null },
        { kind: 'CODER_NOTE', label: note, publisher: null },
      ]),
    },
  });
  expect(sources.totalCount).toBe(2);
  expect(sources.nodes).toEqual(
    expect.arrayContaining([
      statement('Iraqi Interior Ministry', NOTE_B, 'News article, Alwaght'),
      statement('Ministry of Interior (MOI) of Qatar', NOTE_A, 'News article, Doha, Qatar'),
    ]),
  );

  const book = await world.api.given.source({ title: 'A book nobody has', isHeld: false });
  await world.api.given.source({ title: 'A book nobody cites', isHeld: false });
  for (const title of ['One', 'Two', 'Three'])
    await world.text({ title, repeats: [{ cites: book, kind: 'EXTRACT' }] });
  const { sources: more } = await again();
  expect(more.totalCount).toBe(3);
  expect(more.nodes[0]).toMatchObject({ label: 'A book nobody has', citedBy: { totalCount: 3 } });
});

question(
  '38. All claims resting on one ministry statement, whichever article carried them',
  async (answer, { again }) => {
    expect(answer.source).toEqual({
      label: 'Official statement, Iraqi Interior Ministry',
      kind: 'OFFICIAL_STATEMENT',
      isHeld: false,
      publisher: { label: 'Iraqi Interior Ministry' },
    });
    const { nodes } = answer.claims;
    const said = [
      'According to his ministry, he came for the exhibition.',
      'According to his ministry, the government of Qatar had invited him.',
      'According to the Interior Ministry of Iraq, the government of Qatar had officially invited the minister.',
      'According to the Interior Ministry of Iraq, the minister came to take part in the exhibition.',
      'The Interior Ministry of Iraq names the exhibition and calls it the thirteenth; nothing is said of whether it took place.',
      'The exhibition is the thirteenth of its series.',
    ];
    // What we infer from the thirteenth edition rests on the ministry too.
    const inferred =
      'The visit fell in about March 2021, to judge by the edition of the exhibition and by the journey to Saudi Arabia.';
    expect(statements(nodes)).toEqual([...said, inferred].sort());
    type Node = { statement: string; modality: string; attributions: object[] };
    for (const { statement, modality, attributions } of nodes as Node[])
      expect([statement, modality, attributions]).toEqual(
        statement === inferred
          ? [statement, 'INFERRED', []]
          : [
              statement,
              'ASSERTED',
              [
                {
                  order: 1,
                  kind: 'OFFICIAL',
                  speaker: { label: 'Iraqi Interior Ministry' },
                  referencedSource: { label: 'Official statement, Iraqi Interior Ministry' },
                },
              ],
            ],
      );
    expect(
      nodes.find(({ statement }: Node) => statement === 'The exhibition is the thirteenth of its series.'),
    ).toMatchObject({
      source: { label: NOTE_B, publisher: null },
      targets: ['kind', 'status', 'number', 'series', 'edition', null].map((field) => ({
        field,
        record: { label: EXHIBITION },
      })),
      passages: [
        quoteOf(
          'B',
          'It is a fair for homeland security and civil defence, in its thirteenth year as the ministry counts.',
        ),
      ],
    });

    const { claims } = await again({ statement: ID.SRC_MOIQA });
    expect(statements(claims.nodes)).toEqual([
      'According to the Ministry of Interior of Qatar, the meeting was above all about closer security cooperation between Qatar and Iraq.',
      'Closer security cooperation was the main subject.',
    ]);
    expect(labels(claims.nodes.map(({ source }: { source: { label: string } }) => source)).sort()).toEqual([
      NOTE_A,
      'News article, Doha, Qatar',
    ]);
  },
);

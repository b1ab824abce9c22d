import { demoQuestions, ID, labels, quoteOf, standsAt } from './demo-world';

const question = demoQuestions();

question(
  '10. Who held an office on a day, and where did they act?',
  async ({ tenures }, { world, again }) => {
    // No source says since when he held it, nor until when: he may have held it then.
    const qanemi = {
      person: { label: 'Othman al-Qanemi' },
      position: {
        title: 'Interior Minister',
        level: 'MINISTER',
        organization: { label: 'Iraqi Interior Ministry' },
      },
      from: null,
      to: null,
      isActing: null,
    };
    expect(tenures.nodes).toMatchObject([qanemi]);
    const where = tenures.nodes[0].engagements.nodes;
    expect(where).toHaveLength(2);
    expect(where).toEqual(
      expect.arrayContaining([
        { label: 'Visit, Iraq – Qatar', when: null, place: { label: 'Doha' } },
        { label: 'Meeting, Iraq – Qatar', when: null, place: null },
      ]),
    );

    const { given } = world.api;
    const held = async (name: string, from: string, to: string) =>
      given.tenure(await given.person(name), ID.P3, { from: { edtf: from }, to: { edtf: to } });
    await held('A predecessor', '2016', '2018-10');
    await held('An acting one', '2021-03-10', '2021-03-20');
    const { tenures: more } = await again();
    expect(more.nodes.map(({ person }: { person: { label: string } }) => person.label).sort()).toEqual([
      'An acting one',
      'Othman al-Qanemi',
    ]);
  },
);

question('11. Every spelling of a name, by source', async ({ actor }, { world, again }) => {
  const article = { label: 'News article, Alwaght' };
  const note = { label: 'Coder’s note on an article about a visit to Doha' };
  expect(actor.label).toBe('Othman al-Qanemi');
  expect(actor.names).toMatchObject([
    { value: 'Othman al-Qanemi', kind: 'COMMON', language: 'en', firstSource: article },
    { value: 'al-Qanemi', kind: 'ALIAS', language: 'en', firstSource: article },
  ]);
  const [full, short] = actor.names;
  expect(full.claims).toHaveLength(2);
  expect(full.claims).toEqual(
    expect.arrayContaining([
      { source: article, passages: [standsAt(64, 144)] },
      {
        source: note,
        passages: [
          quoteOf('B', 'Its subject is the journey of Othman al-Qanemi, Interior Minister of Iraq, to Doha.'),
        ],
      },
    ]),
  );
  expect(short.claims).toHaveLength(2);
  expect(short.claims).toEqual(
    expect.arrayContaining([
      { source: article, passages: [standsAt(814, 839), standsAt(841, 929)] },
      {
        source: note,
        passages: [
          quoteOf('B', 'Unnamed media say that he saw the Qatari Prime Minister before anybody else.'),
        ],
      },
    ]),
  );

  await world.api.data(
    'mutation ($record: RecordRef!, $input: NameInput!) { recordName(record: $record, input: $input) { id } }',
    { record: ID.QANEMI, input: { value: 'Othman al-Ghanmi', kind: 'TRANSLITERATION', language: 'en' } },
  );
  const { actor: renamed } = await again();
  expect(renamed.names.at(-1)).toEqual({
    value: 'Othman al-Ghanmi',
    kind: 'TRANSLITERATION',
    language: 'en',
    firstSource: null,
    claims: [],
  });
});

question(
  '29. An agreement from first mention to entry into force',
  async ({ agreement }, { world, again }) => {
    // Neither article bears a date, so nobody can say when they were first mentioned.
    expect(agreement).toMatchObject({
      label: 'Agreements expected, Iraq – Qatar',
      status: 'ANTICIPATED',
      number: 'SEVERAL',
      form: null,
      isBinding: null,
      expectedBy: null,
      mentioned: null,
      inForce: null,
      actions: { nodes: [] },
      commitments: [],
      reports: [],
    });
    expect(agreement.parties).toEqual([
      { status: 'PROSPECTIVE', modality: 'INFERRED', actor: { label: 'Qatar' } },
      { status: 'PROSPECTIVE', modality: 'INFERRED', actor: { label: 'Iraq' } },
    ]);
    expect(agreement.claims.nodes).toHaveLength(10);
    expect(agreement.claims.nodes).toContainEqual({
      predicate: 'SUPPORTS_RECORD',
      statement: 'Agreements may come of the discussions.',
      modality: 'HYPOTHETICAL',
      source: { label: 'News article, Doha, Qatar', published: null },
    });

    const { given } = world.api;
    const { source } = await world.article('Steppe Gazette', { published: { edtf: '2009-11-03' } });
    const ceremony = await given.engagement({
      kind: 'SIGNING_CEREMONY',
      title: 'The ceremony',
      participations: [{ actor: 'MN' }, { actor: 'KG' }],
    });
    const id = await given.agreement({
      title: 'Treaty on pastures',
      form: 'TREATY',
      isBinding: true,
      expectedBy: { edtf: '2010' },
      parties: [{ actor: 'MN' }, { actor: 'KG' }],
      actions: [
        { kind: 'ENTRY_INTO_FORCE', on: { edtf: '2012-06-01' } },
        { kind: 'RATIFICATION', party: 'KG', on: { edtf: '2012-05' } },
        { kind: 'RATIFICATION', party: 'MN', on: { edtf: '2011' } },
        { kind: 'SIGNATURE', on: { edtf: '2010-04-02' }, engagement: ceremony },
        { kind: 'ANNOUNCED', on: { edtf: '2009' } },
      ],
    });
    await world.claim(source, 'A treaty on pastures is in sight.', {
      targets: [{ record: id }],
      modality: 'EXPECTED',
    });
    await world.api.data('mutation ($input: CommitmentInput!) { recordCommitment(input: $input) { id } }', {
      input: { agreement: id, act: 'MADE', statement: 'To count the herds', parties: ['MN'] },
    });
    await world.api.data(
      'mutation ($input: ImplementationReportInput!) { recordImplementationReport(input: $input) { id } }',
      { input: { agreement: id, status: 'PARTIAL', period: { text: 'the first year' } } },
    );

    const { agreement: treaty } = await again({ id });
    expect(treaty).toMatchObject({
      label: 'Treaty on pastures',
      status: 'IN_FORCE',
      parties: [{ status: 'PARTY' }, { status: 'PARTY' }],
      mentioned: { edtf: '2009-11-03' },
      inForce: { edtf: '2012-06-01' },
      commitments: [{ statement: 'To count the herds', act: 'MADE' }],
      reports: [{ status: 'PARTIAL', period: { text: 'the first year' } }],
      claims: {
        nodes: [
          { statement: 'A treaty on pastures is in sight.', source: { published: { edtf: '2009-11-03' } } },
        ],
      },
    });
    type Action = { kind: string; party: { label: string } | null; statusAfter: string };
    expect(
      treaty.actions.nodes.map(({ kind, party, statusAfter }: Action) => [
        kind,
        party?.label ?? null,
        statusAfter,
      ]),
    ).toEqual([
      ['ANNOUNCED', null, 'ANTICIPATED'],
      ['SIGNATURE', null, 'SIGNED'],
      ['RATIFICATION', 'Mongolia', 'PARTIALLY_BOUND'],
      ['RATIFICATION', 'Kyrgyzstan', 'BOUND'],
      ['ENTRY_INTO_FORCE', null, 'IN_FORCE'],
    ]);
    expect(
      labels(
        treaty.actions.nodes.flatMap(
          ({ engagement }: { engagement: { label: string } | null }) => engagement ?? [],
        ),
      ),
    ).toEqual(['The ceremony']);
  },
);

import { findDuplicates } from '../harness/duplicates';
import { demoQuestions } from './demo-world';

const question = demoQuestions();

question('33. Possible duplicates, and why', async (_, { world, again }) => {
  await findDuplicates(world.api);
  // The articles tell of two visits, and neither says when.
  expect((await again()).identities).toEqual({ totalCount: 0, nodes: [] });

  const { given } = world.api;
  const place = await given.place('Ulaanbaatar', 'MN');
  const reported = async (outlet: string, edtf: string) => {
    const url = `https://${outlet.toLowerCase()}.example/visit`;
    const { source } = await world.article(outlet, { url });
    return given.engagement({
      title: `The visit, as the ${outlet} has it`,
      kind: 'VISIT',
      place,
      when: { edtf },
      participations: [
        { actor: 'KG', role: 'VISITOR', level: 'MINISTER' },
        { actor: 'MN', role: 'HOST', level: 'MINISTER' },
      ],
      evidence: [
        {
          source,
          statement: 'The minister came.',
          passages: [{ quote: 'What the article says.', start: 0, end: 22 }],
        },
      ],
    });
  };
  const gazette = await reported('Gazette', '2021-03~');
  const herald = await reported('Herald', 'XXXX-03');
  await findDuplicates(world.api);

  const record = (id: string, outlet: string, edtf: string) => ({
    id,
    label: `The visit, as the ${outlet} has it`,
    when: { edtf },
    origins: [{ source: { url: `https://${outlet.toLowerCase()}.example/visit` } }],
  });
  expect((await again()).identities).toEqual({
    totalCount: 1,
    nodes: [
      {
        id: expect.stringMatching(/^identity_/),
        score: 0.82,
        reasons: [
          'same sides: Kyrgyzstan – Mongolia',
          'overlapping dates: 2021-03~ and XXXX-03',
          'same kind: VISIT',
          'same place: Ulaanbaatar',
          'same highest level: MINISTER',
        ],
        records: [record(gazette, 'Gazette', '2021-03~'), record(herald, 'Herald', 'XXXX-03')],
      },
    ],
  });

  await world.api.data(
    'mutation ($records: [ID!]!) { decideIdentity(records: $records, status: DIFFERENT, reason: "Two visits") { id } }',
    { records: [gazette, herald] },
  );
  await findDuplicates(world.api);
  expect((await again()).identities).toEqual({ totalCount: 0, nodes: [] });
});

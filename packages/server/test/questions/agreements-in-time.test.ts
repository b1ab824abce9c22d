import { Api } from '../harness/api';
import { freshTestDatabase } from '../harness/postgres/test-database';
import { exampleTitled } from './examples';

let api: Api;
beforeEach(async () => {
  api = await Api.open(await freshTestDatabase());
});
afterEach(() => api.close());

/** Questions of treaties, which the two articles of the demo do not tell of. */
const question = (title: string, check: (query: string) => Promise<void>) =>
  test(title, () => check(exampleTitled(title).query));

const QA = { actor: 'QA' };
const IQ = { actor: 'IQ' };
const did = (kind: string, edtf: string, party?: string) => ({
  kind,
  on: { edtf },
  ...(party === undefined ? {} : { party }),
});

question('2. Agreements anticipated but not signed within twelve months', async (query) => {
  const { given } = api;
  /** First mentioned when the source that tells of it was published. */
  const mentioned = async (title: string, published: string, actions: object[]) => {
    const source = await given.source({ kind: 'DATASET_ROW', published: { edtf: published } });
    await given.agreement({
      title,
      parties: [QA, IQ],
      actions,
      evidence: [{ source, statement: 'It is expected', targets: [] }],
    });
  };
  await mentioned('Awaited', '2024-03', [did('ANNOUNCED', '2024-03')]);
  await mentioned('Just announced', '2026-10', [did('ANNOUNCED', '2026-10')]);
  await mentioned('Signed', '2024-01', [did('ANNOUNCED', '2024-01'), did('SIGNATURE', '2025')]);

  const { agreements } = await api.data(query);
  expect(agreements).toMatchObject({
    totalCount: 1,
    nodes: [{ label: 'Awaited', status: 'ANTICIPATED', milestone: { edtf: '2024-03' } }],
  });
});

question('13. Signed, not in force, over five years', async (query) => {
  const { given } = api;
  await given.agreement({ title: 'Forgotten', parties: [QA, IQ], actions: [did('SIGNATURE', '1999-05-01')] });
  await given.agreement({ title: 'Young', parties: [QA, IQ], actions: [did('SIGNATURE', '2024-05-01')] });
  await given.agreement({
    title: 'Kept',
    parties: [QA, IQ],
    actions: [did('SIGNATURE', '1999'), did('ENTRY_INTO_FORCE', '2001')],
  });
  await given.agreement({
    title: 'Given up',
    parties: [QA, IQ],
    actions: [did('SIGNATURE', '1999'), did('TERMINATION', '2005')],
  });

  expect((await api.data(query)).agreements).toEqual({
    totalCount: 1,
    nodes: [
      {
        label: 'Forgotten',
        status: 'SIGNED',
        milestone: { edtf: '1999-05-01' },
        parties: [
          { actor: { label: 'Qatar' }, status: 'SIGNATORY' },
          { actor: { label: 'Iraq' }, status: 'SIGNATORY' },
        ],
      },
    ],
  });
});

question('14. Ratified with reservation; acceded without signing', async (query) => {
  await api.given.agreement({
    title: 'A convention',
    parties: [QA, IQ, { actor: 'FR' }, { actor: 'DE' }],
    actions: [
      did('SIGNATURE', '1970', 'QA'),
      did('RATIFICATION', '1971-02-03', 'QA'),
      { ...did('RESERVATION', '1971-02-03', 'QA'), text: 'Not Article 4' },
      did('ACCESSION', '1980', 'IQ'),
      did('SIGNATURE', '1970', 'FR'),
      did('RATIFICATION', '1972', 'FR'),
    ],
  });

  const { withReservation, withoutSigning } = await api.data(query);
  expect(withReservation).toMatchObject({
    totalCount: 1,
    nodes: [{ actor: { label: 'Qatar' }, consent: { on: { edtf: '1971-02-03' } } }],
  });
  expect(withReservation.nodes[0].actions).toContainEqual({
    kind: 'RESERVATION',
    on: { edtf: '1971-02-03' },
    text: 'Not Article 4',
  });
  expect(withoutSigning).toMatchObject({ totalCount: 1, nodes: [{ actor: { label: 'Iraq' } }] });
});

question('15. Agreements in force between two states on a day', async (query) => {
  const { given } = api;
  const of = (title: string, ...actions: object[]) =>
    given.agreement({ title, form: 'TREATY', parties: [QA, IQ], actions });
  await of('In force', did('SIGNATURE', '2001'), did('ENTRY_INTO_FORCE', '2002-05-01'));
  await of('Not yet', did('SIGNATURE', '2001'), did('ENTRY_INTO_FORCE', '2021-03-16'));
  await of('No longer', did('ENTRY_INTO_FORCE', '2002'), did('TERMINATION', '2020-12-31'));
  await of('Only signed', did('SIGNATURE', '2001'));
  await given.agreement({
    title: 'Of others',
    parties: [QA, { actor: 'FR' }],
    actions: [did('ENTRY_INTO_FORCE', '2002')],
  });

  expect((await api.data(query)).agreements).toMatchObject({
    totalCount: 1,
    nodes: [{ label: 'In force', form: 'TREATY', status: 'IN_FORCE', milestone: { edtf: '2002-05-01' } }],
  });
});

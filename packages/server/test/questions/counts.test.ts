import { Api } from '../harness/api';
import { freshTestDatabase } from '../harness/postgres/test-database';
import { exampleTitled } from './examples';

let api: Api;
beforeEach(async () => {
  api = await Api.open(await freshTestDatabase());
});
afterEach(() => api.close());

/** Questions that are answered by counting, on a small world of their own: the demo record is too young for trends. */
const question = (title: string, check: (query: string) => Promise<void>) =>
  test(title, () => check(exampleTitled(title).query));

const met = (when: string, actors: string[], more: object = {}) =>
  api.given.engagement({ when: { edtf: when }, participations: actors.map((actor) => ({ actor })), ...more });

const times = async (count: number, make: () => Promise<unknown>) => {
  for (let nth = 0; nth < count; nth++) await make();
};

question('21. Pairs of states with rising engagement and no agreement', async (query) => {
  for (const [index, count] of [0, 1, 1, 2, 3].entries()) {
    await times(count, () => met(String(2021 + index), ['QA', 'IQ']));
    await times(count, () => met(String(2021 + index), ['FR', 'DE']));
    await times(count, () => met(String(2025 - index), ['US', 'CN']));
  }
  await api.given.agreement({ title: 'A treaty', parties: [{ actor: 'FR' }, { actor: 'DE' }] });

  expect(await api.data(query)).toEqual({
    relationships: {
      nodes: [
        {
          label: 'Iraq – Qatar',
          engagementTrend: 0.7,
          engagements: {
            totalCount: 7,
            groups: [
              { period: '2022', count: 1 },
              { period: '2023', count: 1 },
              { period: '2024', count: 2 },
              { period: '2025', count: 3 },
            ],
          },
        },
      ],
    },
  });
});

question('24. What rests on an outlet; what remains if it is left out?', async (query) => {
  const { given } = api;
  const [outlet, other] = [await given.organization('An outlet'), await given.organization('Another outlet')];
  const says = async (publisher: string, engagement: string, statement: string) =>
    given.claim({
      statement,
      predicate: 'SUPPORTS_RECORD',
      source: await given.source({ kind: 'DATASET_ROW', publisher }),
      targets: [{ record: engagement }],
    });
  const [alone, both] = [
    await met('2021', ['QA', 'IQ'], { title: 'Told by one' }),
    await met('2021', ['QA', 'IQ'], { title: 'Told by both' }),
  ];
  await says(outlet, alone, 'They met');
  await says(outlet, both, 'They met again');
  await says(other, both, 'They did meet again');

  const { rests, falls, remains } = await api.data(query, { outlet });
  expect(rests.totalCount).toBe(2);
  expect(rests.nodes.map(({ statement }: { statement: string }) => statement).sort()).toEqual([
    'They met',
    'They met again',
  ]);
  expect(falls).toEqual({ totalCount: 1, nodes: [{ label: 'Told by one' }] });
  expect(remains).toEqual({ totalCount: 1 });
});

question('26. Lag from engagement to signature', async (query) => {
  const signed = async (title: string, form: string, on: string) =>
    api.given.agreement({
      title,
      form,
      parties: [{ actor: 'QA' }, { actor: 'IQ' }],
      actions: [
        {
          kind: 'NEGOTIATION_OPENED',
          on: { edtf: '2021-01-01' },
          engagement: await met('2021-01-01', ['QA', 'IQ']),
        },
        { kind: 'SIGNATURE', on: { edtf: on } },
      ],
    });
  await signed('Soon', 'MOU', '2021-01-11');
  await signed('Later', 'MOU', '2021-01-31');
  await signed('Sometime', 'TREATY', '2021-02');
  await api.given.agreement({ title: 'Not yet', form: 'MOU', parties: [{ actor: 'QA' }, { actor: 'IQ' }] });

  const { agreements } = await api.data(query);
  expect(agreements.groups).toEqual([
    { form: 'MOU', count: 2, medianLag: 20 },
    { form: 'TREATY', count: 1, medianLag: 44.5 },
  ]);
  expect(agreements.nodes).toHaveLength(3);
  expect(agreements.nodes).toContainEqual({ label: 'Sometime', lag: { minimum: 31, maximum: 58 } });
});

question('27. Exhibitions and summits with the most side meetings', async (query) => {
  const fair = await met('2021', ['QA'], { kind: 'EXHIBITION', series: 'A fair', edition: 3 });
  await met('2022', ['FR'], { kind: 'SUMMIT', title: 'A summit' });
  await times(2, () =>
    met('2021', [], {
      title: 'Aside',
      participations: [{ actor: 'QA', level: 'MINISTER' }, { actor: 'IQ' }],
      links: [{ to: fair, kind: 'SIDELINES_OF' }],
    }),
  );

  const { engagements } = await api.data(query);
  const aside = { label: 'Aside', highestLevel: 'MINISTER' };
  expect(engagements.nodes).toEqual([
    {
      label: 'A fair (3)',
      series: 'A fair',
      edition: 3,
      when: { edtf: '2021' },
      sideMeetings: { totalCount: 2, nodes: [aside, aside] },
    },
    {
      label: 'A summit',
      series: null,
      edition: null,
      when: { edtf: '2022' },
      sideMeetings: { totalCount: 0, nodes: [] },
    },
  ]);
});

question('35. Who meets whom, at which level, per year', async (query) => {
  await times(2, () =>
    met('2019-05', [], {
      participations: [
        { actor: 'QA', level: 'MINISTER' },
        { actor: 'IQ', level: 'OFFICIAL' },
      ],
    }),
  );
  await met('2019', [], { participations: [{ actor: 'QA', level: 'OFFICIAL' }, { actor: 'IQ' }] });
  await met('2020', ['QA', 'IQ']);
  await met('2017', ['QA', 'IQ']);
  await met('2020', [], { participations: [{ actor: 'FR', role: 'INVITER' }, { actor: 'IQ' }] });

  const { engagements } = await api.data(query);
  const named = engagements.network.map(
    ({ from, to, ...rest }: { from: { label: string }; to: { label: string } }) => ({
      pair: [from.label, to.label].sort(),
      ...rest,
    }),
  );
  expect(named).toEqual([
    { pair: ['Iraq', 'Qatar'], year: 2019, count: 3, highestLevel: 'MINISTER' },
    { pair: ['Iraq', 'Qatar'], year: 2020, count: 1, highestLevel: null },
  ]);
});

question('36. Counts by PLOVER category and CAMEO root, per month', async (query) => {
  const coded = (when: string, cameo: string, plover: string) =>
    met(when, ['QA', 'IQ'], {
      codes: [
        { scheme: 'CAMEO', code: cameo, version: '1.1b3' },
        { scheme: 'PLOVER', code: plover, version: '1' },
      ],
    });
  await coded('2020-02-03', '042', 'CONSULT');
  await coded('2020-02-20', '046', 'CONSULT');
  await coded('2020-11', '057', 'AGREE');
  await coded('2020', '057', 'AGREE');
  await coded('2019-12-31', '057', 'AGREE');

  const { plover, cameo } = (await api.data(query)).engagements;
  // Twelve months of two each, and what lies in no month.
  expect(plover).toHaveLength(25);
  expect(plover.filter(({ count }: { count: number }) => count > 0)).toEqual([
    { period: '2020-02', ploverCategory: 'CONSULT', count: 2 },
    { period: '2020-11', ploverCategory: 'AGREE', count: 1 },
    { period: null, ploverCategory: 'AGREE', count: 1 },
  ]);
  expect(cameo[0]).toEqual({ period: '2020-01', cameoRoot: '04', count: 0 });
  expect(cameo).toHaveLength(25);
});

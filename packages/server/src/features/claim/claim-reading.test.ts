import { Api } from '../../../test/harness/api';
import { EvidenceWorld } from '../../../test/harness/evidence';
import { Modality, Standing } from '../record/claim-terms.entity';

let api: Api;
let world: EvidenceWorld;
let source: string;
beforeAll(async () => {
  api = await Api.open();
  world = new EvidenceWorld(api);
  source = await world.source();
});
afterAll(() => api.close());

const BELIEF = `modality field: modality(field: "when") absences { field kind claims { statement } } readings { field value modality claim { statement } }
  participations { modality claims { statement } } claims(orderBy: IN_TEXT) { totalCount nodes { statement } } origins { source { id } }`;

async function belief(id: string, clearance = 4) {
  const { data, errors } = await api.read(
    clearance,
    `query ($id: ID!) { engagement(id: $id) { ${BELIEF} } }`,
    { id },
  );
  expect(errors).toBeUndefined();
  return data.engagement;
}

describe('what claims make of a record', () => {
  test('is its force, why fields are empty, and values beside them', async () => {
    const engagement = await world.engagement({ participations: [{ actor: 'QA', role: 'HOST' }] });
    const { engagement: read } = await api.data(
      'query ($id: ID!) { engagement(id: $id) { participations { id } } }',
      { id: engagement },
    );
    const part = read.participations[0].id;
    await world.claim(
      source,
      { record: engagement, field: 'kind' },
      { statement: 'They will meet', modality: 'EXPECTED' },
    );
    await world.claim(
      source,
      { record: engagement, field: 'when' },
      { statement: 'No timeline', gap: 'NOT_DISCLOSED' },
    );
    await world.claim(
      source,
      { record: engagement, field: 'when' },
      { statement: 'In March', value: '2021-03~', modality: 'INFERRED' },
    );
    await world.claim(source, { part }, { statement: 'The ministry was host', modality: 'INFERRED' });
    await world.claim(
      source,
      { part, field: 'level' },
      { statement: 'At which level is not said', gap: 'NOT_DISCLOSED' },
    );
    await world.claim(source, engagement, { predicate: 'ASSESSMENT', statement: 'A success' });

    expect(await belief(engagement)).toMatchObject({
      modality: 'EXPECTED',
      field: null,
      absences: [
        {
          field: `${part}.level`,
          kind: 'NOT_DISCLOSED',
          claims: [{ statement: 'At which level is not said' }],
        },
        { field: 'when', kind: 'NOT_DISCLOSED', claims: [{ statement: 'No timeline' }] },
      ],
      readings: [
        { field: 'when', value: '2021-03~', modality: 'INFERRED', claim: { statement: 'In March' } },
      ],
      participations: [
        {
          modality: 'INFERRED',
          claims: [{ statement: 'The ministry was host' }, { statement: 'At which level is not said' }],
        },
      ],
      claims: { totalCount: 6 },
    });
  });

  test('is nothing where there is no claim', async () => {
    expect(await belief(await world.engagement({ participations: [{ actor: 'QA' }] }))).toMatchObject({
      modality: null,
      absences: [],
      readings: [],
      participations: [{ modality: null, claims: [] }],
      claims: { totalCount: 0 },
      origins: [],
    });
  });

  test('changes with what the reader may see', async () => {
    const secret = await world.source({ marking: 'RED' });
    const engagement = await world.engagement();
    await world.claim(
      source,
      { record: engagement, field: 'when' },
      { statement: 'Perhaps', modality: 'POSSIBLE' },
    );
    await world.claim(secret, { record: engagement, field: 'when' }, { statement: 'Surely' });
    await world.claim(
      secret,
      { record: engagement, field: 'when' },
      { statement: 'In April', value: '2021-04' },
    );
    await world.claim(
      secret,
      { record: engagement, field: 'place' },
      { statement: 'Not told', gap: 'NOT_DISCLOSED' },
    );

    expect(await belief(engagement, 0)).toMatchObject({
      modality: 'POSSIBLE',
      field: 'POSSIBLE',
      absences: [],
      readings: [],
      claims: { totalCount: 1 },
      origins: [{ source: { id: source } }],
    });
    const whole = await belief(engagement);
    expect(whole).toMatchObject({
      modality: 'ASSERTED',
      field: 'ASSERTED',
      absences: [{ field: 'place' }],
      readings: [{ value: '2021-04' }],
      claims: { totalCount: 4 },
    });
    expect(whole.origins).toHaveLength(2);
  });

  test('is of its time', async () => {
    const engagement = await world.engagement();
    const claim = await world.claim(source, { record: engagement, field: 'when' }, { modality: 'LIKELY' });
    await new Promise((resolve) => setTimeout(resolve, 20));
    const then = new Date().toISOString();
    await new Promise((resolve) => setTimeout(resolve, 20));
    await world.claim(await world.source(), { record: engagement, field: 'when' }, { gap: 'NOT_DISCLOSED' });
    await api.data('mutation ($id: ID!) { retract(id: $id, expectedVersion: 1, reason: "wrong") { id } }', {
      id: claim,
    });

    const { asOf } = await api.data(
      `query ($id: ID!, $at: DateTime!) { asOf(recordedAt: $at) { engagement(id: $id) { ${BELIEF} } claims(filter: { subject: [$subject] }) { totalCount } } }`.replace(
        '$subject',
        `"${engagement}"`,
      ),
      { id: engagement, at: then },
    );

    expect(asOf).toMatchObject({
      engagement: {
        modality: 'LIKELY',
        field: 'LIKELY',
        absences: [],
        claims: { totalCount: 1 },
        origins: [{ source: { id: source } }],
      },
      claims: { totalCount: 1 },
    });
    expect(await belief(engagement)).toMatchObject({
      modality: null,
      absences: [{ field: 'when' }],
      claims: { totalCount: 1 },
    });
  });

  test('costs the same number of statements for two records and for fifty', async () => {
    const place = (
      await api.data(
        'mutation { recordPlace(input: { resolution: CITY, names: [{ value: "Doha" }] }) { id } }',
      )
    ).recordPlace.id;
    for (let round = 0; round < 50; round++) {
      const engagement = await world.engagement({ place, participations: [{ actor: 'QA' }] });
      await world.claim(source, { record: engagement, field: 'when' }, { value: '2021' });
      if (round % 2) await world.claim(source, { record: engagement, field: 'place' }, { gap: 'INCOMPLETE' });
    }
    const WHOLE = `${BELIEF} more: claims(first: 5) {
      nodes { label modality isOpen isStated source { label } targets { record { label } part { id } } passages { quote source { id } claims { id } }
              attributions { speaker { label } } relations { delay { minimum } } origins { via { id } } } }`;
    const cost = async (first: number) => {
      api.sql.length = 0;
      const { data, errors } = await api.read(
        0,
        `query ($place: ID!, $first: Int) { engagements(filter: { place: [$place] }, first: $first) { nodes { ${WHOLE} } } }`,
        { place, first },
      );
      expect(errors).toBeUndefined();
      expect(data.engagements.nodes).toHaveLength(first);
      return api.sql.length;
    };

    const few = await cost(2);
    expect(await cost(50)).toBe(few);
  });
});

describe('filters by what claims make of a record', () => {
  const engagements = async (filter: object) =>
    (
      await api.data(
        'query ($filter: EngagementFilter) { engagements(filter: $filter, first: 100) { nodes { id modality } } }',
        { filter },
      )
    ).engagements.nodes;

  test('agree with the force that is shown, whatever stands against what', async () => {
    const place = (
      await api.data(
        'mutation { recordPlace(input: { resolution: CITY, names: [{ value: "Doha" }] }) { id } }',
      )
    ).recordPlace.id;
    const modalities = Object.values(Modality);
    const standings = Object.values(Standing);
    for (const [index, modality] of modalities.entries()) {
      const engagement = await world.engagement({ place, participations: [{ actor: 'QA' }] });
      const [part] = (
        await api.data('query ($id: ID!) { engagement(id: $id) { participations { id } } }', {
          id: engagement,
        })
      ).engagement.participations;
      await world.claim(source, index % 3 ? engagement : { part: part.id }, {
        modality,
        standing: standings[index % 3],
      });
      await world.claim(source, engagement, {
        modality: modalities[(index * 3 + 1) % 8],
        standing: standings[(index + 1) % 3],
      });
      await world.claim(
        source,
        { part: part.id },
        { modality: modalities[(index * 5 + 2) % 8], standing: 'PREFERRED' },
      );
    }

    const preferred = await world.engagement({ place });
    await world.claim(source, preferred);
    await world.claim(source, preferred, { modality: 'REPORTED', standing: 'PREFERRED' });

    const all = await engagements({ place: [place] });
    expect(all).toContainEqual({ id: preferred, modality: 'REPORTED' });
    for (const modality of modalities)
      expect(await engagements({ place: [place], modality: [modality] })).toEqual(
        all.filter((each: { modality: string }) => each.modality === modality),
      );
    expect(new Set(all.map((each: { modality: string }) => each.modality)).size).toBeGreaterThan(3);
  });

  test('find records with a field that is said to be empty', async () => {
    const place = (
      await api.data(
        'mutation { recordPlace(input: { resolution: CITY, names: [{ value: "Doha" }] }) { id } }',
      )
    ).recordPlace.id;
    const [engagement] = [await world.engagement({ place }), await world.engagement({ place })];
    await world.claim(source, { record: engagement, field: 'agenda' }, { gap: 'NOT_DISCLOSED' });

    expect(await engagements({ place: [place], gap: ['NOT_DISCLOSED'] })).toMatchObject([{ id: engagement }]);
    expect(await engagements({ place: [place], gap: ['NONE'] })).toEqual([]);
  });
});

describe('a claim', () => {
  test('has its own force, and is called by its words', async () => {
    const id = await world.claim(source, 'QA', {
      statement: `${'A long statement '.repeat(8)}`,
      modality: 'ALLEGED',
    });

    const { claim } = await api.data(
      'query ($id: ID!) { claim(id: $id) { label modality names { value } } }',
      { id },
    );

    expect(claim.label).toMatch(/^A long statement .*…$/);
    expect([...claim.label].length).toBeLessThanOrEqual(80);
    expect(claim).toMatchObject({ modality: 'ALLEGED', names: [] });
  });

  test('is open until what it says has ended', async () => {
    const isOpen = async (valid: object | null) =>
      (
        await api.data('query ($id: ID!) { claim(id: $id) { isOpen } }', {
          id: await world.claim(source, 'QA', { valid }),
        })
      ).claim.isOpen;

    expect(await isOpen(null)).toBe(true);
    expect(await isOpen({ text: 'for years' })).toBe(true);
    expect(await isOpen({ edtf: '2003/..' })).toBe(true);
    expect(await isOpen({ edtf: '2003/' })).toBe(true);
    expect(await isOpen({ edtf: '2003/2010' })).toBe(false);
    expect(await isOpen({ edtf: '2026-11' })).toBe(true);
  });

  test('shows its targets by role', async () => {
    const id = await world.claim(source, 'QA', {
      targets: [
        { record: 'QA' },
        { record: 'IQ', role: 'AGAINST' },
        { descriptor: 'rivals', role: 'AGAINST' },
      ],
    });

    const { claim } = await api.data(
      'query ($id: ID!) { claim(id: $id) { targets(role: [AGAINST]) { descriptor record { label } } } }',
      { id },
    );

    expect(claim.targets).toEqual([
      { descriptor: null, record: { label: 'Iraq' } },
      { descriptor: 'rivals', record: null },
    ]);
  });

  test('hangs on its source and on its passage', async () => {
    const article = await world.source();
    const id = await world.claim(article, 'QA', { predicate: 'MENTION' });

    const { source: read } = await api.data(
      'query ($id: ID!) { source(id: $id) { statements(filter: { predicate: [MENTION] }) { nodes { id passages { claims { id } } } } claims { totalCount } } }',
      { id: article },
    );

    expect(read).toEqual({
      statements: { nodes: [{ id, passages: [{ claims: [{ id }] }] }] },
      claims: { totalCount: 0 },
    });
  });
});

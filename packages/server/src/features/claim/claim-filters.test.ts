import { Api } from '../../../test/harness/api';
import { EvidenceWorld } from '../../../test/harness/evidence';

let api: Api;
let world: EvidenceWorld;
let source: string;
/** A filter that keeps a test's claims apart from those of the others. */
let own: object;
beforeAll(async () => {
  api = await Api.open();
  world = new EvidenceWorld(api);
});
beforeEach(async () => {
  source = await world.source();
  own = { source: [source] };
});
afterAll(() => api.close());

async function claims(filter: object, orderBy = 'OLDEST', more: object = own): Promise<string[]> {
  const { claims: found } = await api.data(
    'query ($filter: ClaimFilter, $orderBy: ClaimOrder) { claims(filter: $filter, orderBy: $orderBy, first: 100) { totalCount nodes { id } } }',
    { filter: { ...more, ...filter }, orderBy },
  );
  expect(found.totalCount).toBe(found.nodes.length);
  return found.nodes.map((node: { id: string }) => node.id);
}

const claim = (subject: string | object, more: object = {}) =>
  world.claim(source, subject as string, more as { [field: string]: unknown });

describe('claims', () => {
  test.each([
    ['predicate', { predicate: 'OBJECTIVE' }, { predicate: ['OBJECTIVE'] }],
    ['modality', { modality: 'ALLEGED' }, { modality: ['ALLEGED', 'REPORTED'] }],
    ['polarity', { polarity: 'NEGATIVE' }, { polarity: ['NEGATIVE'] }],
    ['value', { predicate: 'RELATIONSHIP_PHASE', value: 'STRAINED' }, { value: ['STRAINED'] }],
    ['direction', { direction: 'RISING' }, { direction: ['RISING'] }],
    ['standing', { standing: 'PREFERRED' }, { standing: ['PREFERRED'] }],
    ['marking', { marking: 'AMBER' }, { marking: ['AMBER'] }],
    ['credibilityAtLeast', { credibility: 'CONFIRMED' }, { credibilityAtLeast: 'PROBABLY_TRUE' }],
    ['valid', { valid: { edtf: '2019' } }, { valid: { from: '2018', to: '2020' } }],
    ['isOpen', { valid: { edtf: '2003/2010' } }, { isOpen: false }],
    ['speaker', { attributions: [{ kind: 'OFFICIAL', speaker: 'QA' }] }, { speaker: ['QA'] }],
  ])('are filtered by %s', async (_, more, filter) => {
    const found = await claim('QA', more);
    await claim('QA', { credibility: 'DOUBTFUL' });

    expect(await claims(filter)).toEqual([found]);
    expect(await claims({ not: filter })).not.toContain(found);
  });

  test('hold on where nobody says that it ended', async () => {
    const [always, still] = [await claim('QA'), await claim('QA', { valid: { edtf: '2003/..' } })];
    await claim('QA', { valid: { edtf: '2003/2010' } });

    expect(await claims({ isOpen: true })).toEqual([always, still]);
  });

  test('are filtered by gap', async () => {
    const found = await claim({ record: 'QA', field: 'region' }, { gap: 'NOT_DISCLOSED' });
    await claim('QA');

    expect(await claims({ gap: ['NOT_DISCLOSED'] })).toEqual([found]);
  });

  test('are filtered by whom they are about; a spelling is not who is meant', async () => {
    const { recordName } = await api.data(
      'mutation { recordName(record: "IQ", input: { value: "Iraq" }) { id } }',
    );
    const meant = await claim('IQ');
    const object = await claim('QA', { targets: [{ record: 'QA' }, { record: 'IQ', role: 'OBJECT' }] });
    const spelled = await claim('QA', { targets: [{ record: 'QA' }, { part: recordName.id }] });

    expect(await claims({ subject: ['IQ'] })).toEqual([meant]);
    expect(await claims({ involving: ['IQ'] })).toEqual([meant, object]);
    expect(await claims({ target: { record: ['IQ'] } })).toEqual([meant, object, spelled]);
    expect(await claims({ target: { part: [recordName.id] } })).toEqual([spelled]);
    expect(await claims({ target: { record: ['IQ'], role: ['OBJECT'] } })).toEqual([object]);
  });

  test('are filtered by a field they are about', async () => {
    const engagement = await world.engagement();
    const found = await claim({ record: engagement, field: 'when' });
    await claim({ record: engagement, field: 'place' });

    expect(await claims({ target: { field: 'when' } })).toEqual([found]);
  });

  test('name a state through its organizations, offices and those who hold them', async () => {
    const ministry = await world.outlet({ orgKind: 'MINISTRY', state: 'IQ' });
    const [minister, other] = [await world.person(), await world.person()];
    const position = (
      await api.data('mutation ($input: PositionInput!) { recordPosition(input: $input) { id } }', {
        input: { title: 'Minister', organization: ministry },
      })
    ).recordPosition.id;
    const tenure = (
      await api.data('mutation ($input: TenureInput!) { recordTenure(input: $input) { id } }', {
        input: { person: minister, position },
      })
    ).recordTenure.id;
    const found = [
      await claim(ministry),
      await claim(position),
      await claim(minister),
      await claim({ part: tenure }),
    ];
    const others = [await claim(other), await claim('QA')];
    const both = await claim('QA', { targets: [{ record: 'QA' }, { record: minister, role: 'AGAINST' }] });

    expect(await claims({ involving: ['IQ'] })).toEqual([...found, both]);
    expect(await claims({ between: ['QA', 'IQ'] })).toEqual([both]);
    expect(await claims({ involving: [ministry] })).toEqual([...found, both]);
    expect(others).toHaveLength(2);
  });

  test('are filtered by topic, narrower ones included', async () => {
    const broad = await world.topic(`broad-${Date.now()}`);
    const narrow = await world.topic(`narrow-${Date.now()}`, { parent: broad });
    const found = await claim('QA', { targets: [{ record: 'QA' }, { record: narrow, role: 'TOPIC' }] });
    await claim('QA');

    expect(await claims({ topics: [broad] })).toEqual([found]);
    expect(await claims({ topics: [narrow] })).toEqual([found]);
  });

  test('are filtered by how they stand to others', async () => {
    const [from, to, alone] = [await claim('QA'), await claim('QA'), await claim('QA')];
    await world.relate(from, 'CONTRADICTS', to);

    expect(await claims({ relation: ['CONTRADICTS'] })).toEqual([from, to]);
    expect(await claims({ relation: ['SUPPORTS'] })).toEqual([]);
    expect(alone).toBeDefined();
  });

  test('that are withdrawn are listed alone', async () => {
    const [stands, gone] = [await claim('QA'), await claim('QA')];
    await api.data('mutation ($id: ID!) { retract(id: $id, expectedVersion: 1, reason: "wrong") { id } }', {
      id: gone,
    });

    expect(await claims({})).toEqual([stands]);
    expect(await claims({ isRetracted: true })).toEqual([gone]);
  });

  test('are filtered by when they changed', async () => {
    const old = await claim('QA');
    await new Promise((resolve) => setTimeout(resolve, 20));
    const changedSince = new Date().toISOString();
    const young = await claim('QA');

    expect(await claims({ changedSince })).toEqual([young]);
    expect(old).toBeDefined();
  });

  test('refuse a part of no known type, and an unknown code', async () => {
    const refused = async (filter: object) =>
      (await api.query('query ($filter: ClaimFilter) { claims(filter: $filter) { totalCount } }', { filter }))
        .errors?.[0]?.extensions;

    expect(await refused({ target: { part: ['passage_01kdvdna00e0080000000001hm'] } })).toMatchObject({
      field: 'filter.target.part.0',
    });
    expect(await refused({ and: [{ speaker: ['XX'] }] })).toMatchObject({ field: 'filter.and.0.speaker' });
  });
});

describe('an objective', () => {
  const objective = (holder: string, more: object) => claim(holder, { predicate: 'OBJECTIVE', ...more });
  const stated = async (id: string) =>
    (await api.data('query ($id: ID!) { claim(id: $id) { isStated } }', { id })).claim.isStated;

  test('is stated where its holder, an organ or an office of it speaks, else ascribed', async () => {
    const ministry = await world.outlet({ orgKind: 'MINISTRY', state: 'IQ' });
    const cabinet = await world.outlet({ orgKind: 'GOVERNMENT', state: 'IQ' });
    const broadcaster = await world.outlet({ orgKind: 'MEDIA', state: 'IQ' });
    const minister = await world.person();
    const position = (
      await api.data('mutation ($input: PositionInput!) { recordPosition(input: $input) { id } }', {
        input: { title: 'Minister', organization: ministry },
      })
    ).recordPosition.id;
    await api.data('mutation ($input: TenureInput!) { recordTenure(input: $input) { id } }', {
      input: { person: minister, position },
    });
    const statement = await world.source({ kind: 'OFFICIAL_STATEMENT', publisher: ministry, isHeld: false });
    const by = (speaker: string) => ({ attributions: [{ kind: 'OFFICIAL', speaker }] });

    const isStated = [
      await objective('IQ', by('IQ')),
      await objective('IQ', by(ministry)),
      await objective('IQ', by(minister)),
      await objective('IQ', { attributions: [{ kind: 'OFFICIAL', referencedSource: statement }] }),
      await objective(cabinet, by(ministry)),
      await world.claim(statement, 'IQ', { predicate: 'OBJECTIVE' }),
    ];
    const isAscribed = [
      await objective('IQ', {}),
      await objective('IQ', by('QA')),
      await objective('IQ', by(broadcaster)),
      await objective('IQ', { attributions: [{ kind: 'ANALYST', descriptor: 'analysts' }] }),
      await objective('QA', by(ministry)),
    ];

    for (const id of isStated) expect(await stated(id)).toBe(true);
    for (const id of isAscribed) expect(await stated(id)).toBe(false);
    expect(await stated(await claim('IQ', by('IQ')))).toBeNull();
    expect(await claims({ isStated: true })).toEqual(isStated.slice(0, 5));
    expect(await claims({ isStated: false })).toEqual(isAscribed);
  });
});

describe('orders of claims', () => {
  test('go by publication, place in the text, credibility, validity and change', async () => {
    const reliable = await world.outlet();
    await api.data('mutation ($input: OutletAssessmentInput!) { assessOutlet(input: $input) { id } }', {
      input: { outlet: reliable, from: '2020-01-01', reason: 'Read for a year', reliability: 'A' },
    });
    const [early, late, undated] = [
      await world.source({ published: { edtf: '2020' } }),
      await world.source({ published: { edtf: '2021-05' }, publisher: reliable }),
      await world.source(),
    ];
    const passage = (start: number) => ({ passages: [{ quoteHash: 'ab'.repeat(32), start, end: 999 }] });
    const a = await world.claim(late, 'QA', { ...passage(50), valid: { edtf: '2019' } });
    const b = await world.claim(late, 'QA', {
      ...passage(10),
      credibility: 'DOUBTFUL',
      valid: { edtf: '2018' },
    });
    const c = await world.claim(early, 'QA', { ...passage(30), credibility: 'CONFIRMED' });
    const d = await world.claim(undated, 'QA', { ...passage(5), standing: 'PREFERRED' });
    const among = { source: [early, late, undated] };

    expect(await claims({}, 'NEWEST', among)).toEqual([b, a, c, d]);
    expect(await claims({}, 'OLDEST', among)).toEqual([c, a, b, d]);
    expect(await claims({}, 'IN_TEXT', { source: [late] })).toEqual([b, a]);
    expect(await claims({}, 'MOST_CREDIBLE', among)).toEqual([d, c, b, a]);
    expect(await claims({}, 'VALID_FROM', among)).toEqual([b, a, c, d]);
    expect(await claims({}, 'LAST_CHANGED', among)).toEqual([d, c, b, a]);
  });

  test.each(['NEWEST', 'OLDEST', 'IN_TEXT', 'MOST_CREDIBLE', 'VALID_FROM', 'LAST_CHANGED'])(
    'are paged through by %s',
    async (orderBy) => {
      for (let index = 0; index < 5; index++)
        await claim('QA', { credibility: index % 2 ? 'CONFIRMED' : null });
      const whole = await claims({}, orderBy);

      const paged: string[] = [];
      let after: string | null = null;
      do {
        const {
          claims: page,
        }: { claims: { nodes: { id: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } } =
          await api.data(
            'query ($filter: ClaimFilter, $orderBy: ClaimOrder, $after: Cursor) { claims(filter: $filter, orderBy: $orderBy, first: 2, after: $after) { nodes { id } pageInfo { endCursor hasNextPage } } }',
            { filter: own, orderBy, after },
          );
        paged.push(...page.nodes.map((node) => node.id));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after);

      expect(whole).toHaveLength(5);
      expect(paged).toEqual(whole);
    },
  );
});

import { Api } from '../../../test/harness/api';
import { EvidenceWorld } from '../../../test/harness/evidence';

let api: Api;
let world: EvidenceWorld;
beforeAll(async () => {
  api = await Api.open();
  world = new EvidenceWorld(api);
});
afterAll(() => api.close());

const ORIGINS = 'origins { speaker { id } source { id } via { id } }';

/** Speaker, source and carriers of each origin, as ids. */
async function origins(id: string, clearance = 4) {
  const { data, errors } = await api.read(
    clearance,
    `query ($id: ID!) { node(id: $id) { ... on Record { ${ORIGINS} } } }`,
    { id },
  );
  expect(errors).toBeUndefined();
  return data.node.origins.map(
    (origin: { speaker: { id: string } | null; source: { id: string } | null; via: { id: string }[] }) => ({
      speaker: origin.speaker?.id ?? null,
      source: origin.source?.id ?? null,
      via: origin.via.map((source) => source.id).sort(),
    }),
  );
}

const official = (speaker: string | null, more: object = {}) => ({ kind: 'OFFICIAL', speaker, ...more });

describe('the origin of a claim', () => {
  test('is its source where that speaks in its own voice', async () => {
    const publisher = await world.outlet();
    const source = await world.source({ publisher });

    expect(await origins(await world.claim(source, 'QA'))).toEqual([{ speaker: publisher, source, via: [] }]);
  });

  test('is the text that its source wholly repeats, followed to the end', async () => {
    const original = await world.source();
    const reprint = await world.source({ repeats: [{ cites: original, kind: 'REPRINT' }] });
    const note = await world.source({
      kind: 'CODER_NOTE',
      repeats: [{ cites: reprint, kind: 'PARAPHRASE' }],
    });

    expect(await origins(await world.claim(note, 'QA'))).toEqual([
      { speaker: null, source: original, via: [note] },
    ]);
  });

  test('is the text referred to last, with its issuer as speaker', async () => {
    const ministry = await world.outlet({ orgKind: 'MINISTRY' });
    const statement = await world.source({ kind: 'OFFICIAL_STATEMENT', publisher: ministry, isHeld: false });
    const article = await world.source();

    const claim = await world.claim(article, 'QA', {
      attributions: [
        { order: 1, kind: 'MEDIA', descriptor: 'news sources' },
        { order: 2, kind: 'OFFICIAL', referencedSource: statement },
      ],
    });

    expect(await origins(claim)).toEqual([{ speaker: ministry, source: statement, via: [article] }]);
  });

  test('is an identified speaker where there is no text', async () => {
    const person = await world.person();
    const article = await world.source();

    expect(await origins(await world.claim(article, 'QA', { attributions: [official(person)] }))).toEqual([
      { speaker: person, source: null, via: [article] },
    ]);
  });

  test('is none where the speaker is not identified, or the reading is ours', async () => {
    const article = await world.source();

    expect(
      await origins(
        await world.claim(article, 'QA', { attributions: [official(null, { descriptor: 'officials' })] }),
      ),
    ).toEqual([]);
    expect(await origins(await world.claim(article, 'QA', { modality: 'INFERRED' }))).toEqual([]);
  });

  test('is one where several speak jointly', async () => {
    const article = await world.source();
    const claim = await world.claim(article, 'QA', { attributions: [official('QA'), official('IQ')] });

    expect(await origins(claim)).toHaveLength(1);
  });
});

describe('claims that support each other', () => {
  async function supported(...supporters: string[]): Promise<string> {
    const claim = await world.claim(await world.source(), 'QA', { modality: 'INFERRED' });
    for (const supporter of supporters) await world.relate(supporter, 'SUPPORTS', claim);
    return claim;
  }

  test('have the origins of all of them, by whatever way', async () => {
    const [first, second] = [await world.source(), await world.source()];
    const ground = await world.claim(second, 'QA');
    const middle = await supported(ground);
    const claim = await world.claim(first, 'QA');
    await world.relate(middle, 'SUPPORTS', claim);

    expect((await origins(claim)).map((origin: { source: string }) => origin.source).sort()).toEqual(
      [first, second].sort(),
    );
  });

  test('in a circle are followed once', async () => {
    const [one, other] = [
      await world.claim(await world.source(), 'QA'),
      await world.claim(await world.source(), 'QA'),
    ];
    await world.relate(one, 'SUPPORTS', other);
    await world.relate(other, 'SUPPORTS', one);

    expect(await origins(one)).toHaveLength(2);
  });

  test('are one origin where one speaks in all of them', async () => {
    const ministry = await world.outlet({ orgKind: 'MINISTRY' });
    const statements = [
      await world.source({ kind: 'OFFICIAL_STATEMENT', publisher: ministry, isHeld: false }),
      await world.source({ kind: 'OFFICIAL_STATEMENT', publisher: ministry, isHeld: false }),
    ];
    const articles = [await world.source(), await world.source(), await world.source()];
    const claims = [
      await world.claim(String(articles[0]), 'QA', {
        attributions: [{ kind: 'OFFICIAL', referencedSource: statements[0] }],
      }),
      await world.claim(String(articles[1]), 'QA', {
        attributions: [{ kind: 'OFFICIAL', referencedSource: statements[1] }],
      }),
      await world.claim(String(articles[2]), 'QA', { attributions: [official(ministry)] }),
    ];

    expect(await origins(await supported(...claims))).toMatchObject([
      { speaker: ministry, via: expect.arrayContaining(articles) },
    ]);
  });

  test('are one origin where they hang together by those who speak jointly', async () => {
    const article = await world.source();
    const claims = [
      await world.claim(article, 'QA', { attributions: [official('QA')] }),
      await world.claim(article, 'QA', { attributions: [official('IQ')] }),
      await world.claim(article, 'QA', { attributions: [official('SA')] }),
    ];
    expect(await origins(await supported(...claims))).toHaveLength(3);

    claims.push(await world.claim(article, 'QA', { attributions: [official('QA'), official('IQ')] }));

    expect(await origins(await supported(...claims))).toHaveLength(2);
  });

  test('count no more where they are withdrawn, or no longer related', async () => {
    const [one, other] = [
      await world.claim(await world.source(), 'QA'),
      await world.claim(await world.source(), 'QA'),
    ];
    const claim = await supported(one, other);
    const { claim: read } = await api.data(
      'query ($id: ID!) { claim(id: $id) { relations { id from { id } } } }',
      { id: claim },
    );
    const relation = read.relations.find((each: { from: { id: string } }) => each.from.id === one).id;
    const retract = async (id: string, record: string) =>
      api.data(
        'mutation ($id: ID!, $version: Int!) { retract(id: $id, expectedVersion: $version, reason: "wrong") { id } }',
        {
          id,
          version: await world.version(record),
        },
      );

    expect(await origins(claim)).toHaveLength(2);
    await retract(relation, one);
    expect(await origins(claim)).toHaveLength(1);
    await retract(other, other);
    expect(await origins(claim)).toHaveLength(0);
  });
});

describe('the origins of a record', () => {
  test('are those of all claims that support it or its parts, and not of denials', async () => {
    const engagement = await world.engagement();
    const [one, other, denying] = [await world.source(), await world.source(), await world.source()];
    await world.claim(one, engagement);
    await world.claim(one, { record: engagement, field: 'when' });
    await world.claim(other, { record: engagement, field: 'place' });
    await world.claim(denying, engagement, { polarity: 'NEGATIVE' });
    await world.claim(denying, engagement, { predicate: 'ASSESSMENT' });

    expect((await origins(engagement)).map((origin: { source: string }) => origin.source).sort()).toEqual(
      [one, other].sort(),
    );
  });

  test('are over what the reader may see', async () => {
    const engagement = await world.engagement();
    const secret = await world.outlet({ marking: 'RED' });
    const [one, other, red] = [
      await world.source({ publisher: secret }),
      await world.source({ publisher: secret }),
      await world.source({ marking: 'RED' }),
    ];
    for (const source of [one, other, red]) await world.claim(source, engagement);

    // Whoever may not know that one outlet is behind both sees two; whoever may sees one, and the third source.
    expect((await origins(engagement, 0)).map((origin: { source: string }) => origin.source).sort()).toEqual(
      [one, other].sort(),
    );
    expect(await origins(engagement)).toHaveLength(2);
  });

  test('cost one statement however many records are listed', async () => {
    const source = await world.source();
    const place = (
      await api.data(
        'mutation { recordPlace(input: { resolution: CITY, names: [{ value: "Doha" }] }) { id } }',
      )
    ).recordPlace.id;
    for (let round = 0; round < 12; round++) await world.claim(source, await world.engagement({ place }));
    const cost = async (first: number) => {
      api.sql.length = 0;
      await api.data(
        `query ($place: ID!, $first: Int) { engagements(filter: { place: [$place] }, first: $first) { nodes { ${ORIGINS} } } }`,
        { place, first },
      );
      return api.sql.length;
    };

    const few = await cost(2);
    expect(await cost(12)).toBe(few);
  });
});

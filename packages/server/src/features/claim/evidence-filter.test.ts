import { Api } from '../../../test/harness/api';
import { EvidenceWorld } from '../../../test/harness/evidence';

let api: Api;
let world: EvidenceWorld;
beforeAll(async () => {
  api = await Api.open();
  world = new EvidenceWorld(api);
});
afterAll(() => api.close());

describe('filters by evidence', () => {
  const engagements = async (evidence: object, ids: string[]) =>
    (
      await api.data(
        'query ($filter: EngagementFilter) { engagements(filter: $filter, first: 100) { nodes { id } } }',
        { filter: { evidence } },
      )
    ).engagements.nodes
      .map((node: { id: string }) => node.id)
      .filter((id: string) => ids.includes(id));
  const claims = async (evidence: object, ids: string[]) =>
    (
      await api.data(
        'query ($filter: ClaimFilter) { claims(filter: $filter, first: 100) { nodes { id } } }',
        { filter: { evidence } },
      )
    ).claims.nodes
      .map((node: { id: string }) => node.id)
      .filter((id: string) => ids.includes(id));

  async function outletWith(assessment: object | null): Promise<string> {
    const outlet = await world.outlet();
    if (assessment)
      await api.data('mutation ($input: OutletAssessmentInput!) { assessOutlet(input: $input) { id } }', {
        input: {
          outlet,
          from: '2020-01-01',
          reason: 'Read for a year',
          source: await world.source(),
          ...assessment,
        },
      });
    return outlet;
  }

  test('find what rests on a source, whichever source carried it', async () => {
    const statement = await world.source({ kind: 'OFFICIAL_STATEMENT', isHeld: false });
    const reprint = await world.source({ repeats: [{ cites: statement, kind: 'REPRINT' }] });
    const article = await world.source();
    const events = [
      await world.engagement(),
      await world.engagement(),
      await world.engagement(),
      await world.engagement(),
    ] as [string, string, string, string];
    const direct = await world.claim(article, events[0], {
      attributions: [{ kind: 'DOCUMENT', referencedSource: statement }],
    });
    const copied = await world.claim(reprint, events[1]);
    const resting = await world.claim(article, events[2]);
    await world.relate(copied, 'SUPPORTS', resting);
    const other = await world.claim(article, events[3]);

    expect(await claims({ sources: [statement] }, [direct, copied, resting, other])).toHaveLength(3);
    expect((await engagements({ sources: [statement] }, events)).sort()).toEqual(events.slice(0, 3).sort());
  });

  test('find what rests on an outlet, and what remains without it', async () => {
    const [outlet, rival] = [await world.outlet(), await world.outlet()];
    const [theirs, others] = [
      await world.source({ publisher: outlet }),
      await world.source({ publisher: rival }),
    ];
    const quoting = await world.source({ publisher: rival });
    const [falls, remains, quoted] = [
      await world.engagement(),
      await world.engagement(),
      await world.engagement(),
    ];
    const lone = await world.claim(theirs, falls);
    await world.claim(theirs, remains);
    await world.claim(others, remains);
    await world.claim(quoting, quoted, { attributions: [{ kind: 'MEDIA', referencedSource: theirs }] });
    const events = [falls, remains, quoted];

    expect((await engagements({ publishers: [outlet] }, events)).sort()).toEqual(events.sort());
    expect(await engagements({ leavingOut: [outlet] }, events)).toEqual([remains]);
    expect(await claims({ leavingOut: [outlet] }, [lone])).toEqual([]);
    const second = await world.claim(others, falls);
    await world.relate(second, 'SUPPORTS', lone);
    expect(await claims({ leavingOut: [outlet] }, [lone])).toEqual([lone]);
    expect(await claims({ leavingOut: [outlet, rival] }, [lone])).toEqual([]);
  });

  test('let an inference fall with all that it rests on', async () => {
    const [outlet, rival] = [await world.outlet(), await world.outlet()];
    const engagement = await world.engagement();
    const grounds = [
      await world.claim(await world.source({ publisher: outlet }), 'QA'),
      await world.claim(await world.source({ publisher: rival }), 'QA'),
    ];
    await world.claim('', engagement, { source: null, passages: [], modality: 'INFERRED', restsOn: grounds });

    expect(await engagements({ leavingOut: [outlet] }, [engagement])).toEqual([engagement]);
    expect(await engagements({ leavingOut: [outlet, rival] }, [engagement])).toEqual([]);
  });

  test('find what rests on outlets of an affiliation alone, or on reliable ones', async () => {
    const [owned, free, unknown] = [
      await outletWith({ affiliation: 'STATE_OWNED' }),
      await outletWith({ affiliation: 'INDEPENDENT' }),
      await outletWith(null),
    ];
    const reliable = await outletWith({ reliability: 'B' });
    const sources = new Map<string, string>();
    for (const outlet of [owned, free, unknown, reliable])
      sources.set(outlet, await world.source({ publisher: outlet }));
    const by = async (...outlets: string[]) => {
      const engagement = await world.engagement();
      for (const outlet of outlets) await world.claim(String(sources.get(outlet)), engagement);
      return engagement;
    };
    const [one, both, other, none] = [
      await by(owned),
      await by(owned, free),
      await by(owned, unknown),
      await world.engagement(),
    ];
    const events = [one, both, other, none];

    expect(await engagements({ affiliation: ['STATE_OWNED'] }, events)).toEqual([one]);
    expect((await engagements({ affiliation: ['STATE_OWNED', 'INDEPENDENT'] }, events)).sort()).toEqual(
      [one, both].sort(),
    );
    const graded = await by(owned, reliable);
    expect(await engagements({ reliabilityAtLeast: 'B' }, [...events, graded])).toEqual([graded]);
    expect(await engagements({ reliabilityAtLeast: 'A' }, [...events, graded])).toEqual([]);
  });

  test('count independent origins', async () => {
    const [none, one, two] = [await world.engagement(), await world.engagement(), await world.engagement()];
    await world.claim(await world.source(), one);
    for (const source of [await world.source(), await world.source()]) await world.claim(source, two);
    const events = [none, one, two];

    expect(await engagements({ originsAtLeast: 2 }, events)).toEqual([two]);
    expect((await engagements({ originsAtMost: 1 }, events)).sort()).toEqual([none, one].sort());
    const lone = await world.claim(await world.source(), 'QA');
    const supported = await world.claim(await world.source(), 'QA');
    await world.relate(lone, 'SUPPORTS', supported);
    expect(await claims({ originsAtLeast: 2 }, [lone, supported])).toEqual([supported]);
    expect(await claims({ originsAtMost: 1 }, [lone, supported])).toEqual([lone]);
    const { errors } = await api.query(
      '{ engagements(filter: { evidence: { originsAtLeast: -1 } }) { totalCount } }',
    );
    expect(errors?.[0]?.extensions).toMatchObject({ field: 'filter.evidence.originsAtLeast' });
  });
});

import { ConflictError, createClient, type Entente, NotFoundError } from '../src/index';
import { present } from './support/present';
import { Product } from './support/product';
import { runSamples } from './support/run-samples';
import { samples } from './support/samples';

const WRITING =
  /\b(record(?!History|edAt)|decide|amend|assess|relate|retract|reinstate|expunge|register|rotate|replay|sendTest|retire|webhooks\.get|getWebhook)\w*\(/;

describe('against the product', () => {
  let product: Product;
  let entente: Entente;
  const sent: string[] = [];

  beforeAll(async () => {
    product = await Product.start();
    entente = createClient({
      url: product.url,
      auth: product.token,
      onEvent: (event) => void (event.type === 'request' && sent.push(event.operation)),
    });
  }, 60_000);
  afterAll(() => product.stop());
  beforeEach(() => {
    sent.length = 0;
  });

  const talks = { kind: 'TALKS', status: 'EXPECTED', participations: [{ actor: 'QA' }, { actor: 'IQ' }] };

  describe('reading', () => {
    test('finds what Qatar and Iraq had with each other', async () => {
      const found = await entente.engagements.list({ filter: { between: ['QA', 'IQ'] } }).take(20);

      expect(found.length).toBeGreaterThan(3);
      for (const { sides, label } of found) {
        expect(label).not.toBe('');
        expect(sides.map(({ state }) => state.iso2)).toEqual(expect.arrayContaining(['QA', 'IQ']));
      }
    });

    test('gets a record whole, with its claims and their passages, in one round trip', async () => {
      const [first] = await entente.engagements
        .list({ filter: { kind: ['VISIT'], between: ['QA', 'IQ'] } })
        .take(1);
      sent.length = 0;

      const visit = await entente.engagements.get({ id: present(first).id });

      expect(sent).toEqual(['getEngagement']);
      expect(visit.participations.length).toBeGreaterThan(0);
      expect(visit.claims.nodes.length).toBeGreaterThan(0);
      expect(visit.claims.nodes.flatMap(({ passages }) => passages).length).toBeGreaterThan(0);
    });

    test('finds a person however his name was transliterated, and says where', async () => {
      const [best] = await entente.search({ text: 'Qanimi', types: ['ACTOR'] }).take(5);

      expect(present(best).record.label).toMatch(/al-Ghanmi|al-Qanemi/i);
      expect(present(best).excerpts.length).toBeGreaterThan(0);
    });

    test('counts in groups, none of them larger than the list, and says who meets whom', async () => {
      const filter = { between: ['QA', 'IQ'] };
      const groups = await entente.engagements.groups({ by: ['KIND'], filter });

      const kinds = new Map(groups.map(({ kind, count }) => [kind, count]));
      expect(kinds.size).toBeGreaterThan(0);
      for (const [kind, count] of kinds)
        expect(count).toBeLessThanOrEqual(
          await entente.engagements.list({ filter: { ...filter, kind: [present(kind)] } }).count(),
        );
      const ties = await entente.engagements.network({ filter });
      expect(ties.map(({ from, to }) => [from.label, to.label].sort())).toContainEqual(['Iraq', 'Qatar']);
    });

    test('pages through a list as it counts it', async () => {
      const claims = entente.claims.list({ orderBy: 'IN_TEXT' });
      const ids: string[] = [];
      const count = await claims.count();
      const size = Math.ceil(count / 5);
      for await (const page of claims.pages({ size: Math.min(size, 100) })) {
        ids.push(...page.nodes.map(({ id }) => id));
        expect(page.totalCount).toBe(count);
      }

      expect(sent.length).toBeGreaterThan(5);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toHaveLength(count);
    }, 20_000);

    test('reads a hundred of anything at a time within the limits', async () => {
      for (const list of [
        entente.engagements,
        entente.agreements,
        entente.actors,
        entente.claims,
        entente.sources,
        entente.places,
        entente.contextEvents,
        entente.tenures,
      ])
        expect((await list.list().take(100)).length).toBeGreaterThan(0);
      expect(await entente.claims.listRelations().take(100)).toBeInstanceOf(Array);
      expect(await entente.agreements.listParties().take(100)).toBeInstanceOf(Array);
    });

    test('answers a relationship, and what it was before a meeting was recorded', async () => {
      const between = ['QA', 'IQ'];
      const before = await entente.relationships.get({ between });
      const recordedAt = new Date().toISOString();
      await new Promise((next) => setTimeout(next, 20));
      await entente.engagements.record({ input: talks });

      expect(before.thirdParties.length).toBeGreaterThan(0);
      expect((await entente.relationships.get({ between })).engagements.totalCount).toBe(
        before.engagements.totalCount + 1,
      );
      expect((await entente.relationships.getAsOf({ between, recordedAt })).engagements.totalCount).toBe(
        before.engagements.totalCount,
      );
    });

    test('narrows an actor by its type', async () => {
      const qatar = await entente.actors.get({ ref: 'QA' });

      expect(qatar.__typename).toBe('State');
      expect(qatar.__typename === 'State' && qatar.iso3).toBe('QAT');
    });

    test('takes documents of one’s own', async () => {
      const { data } = await entente.request(
        'query Counted($filter: EngagementFilter) { engagements(filter: $filter) { totalCount } }',
        { filter: { between: ['QA', 'IQ'] } },
      );

      expect(data.engagements.totalCount).toBe(
        await entente.engagements.list({ filter: { between: ['QA', 'IQ'] } }).count(),
      );
    });
  });

  test('runs the README, and every example that reads', async () => {
    const [office] = await entente.tenures.list().take(1);
    const ids: Record<string, string | undefined> = { positions: office?.position?.id };
    for (const name of ['engagements', 'agreements', 'places', 'contextEvents', 'sources', 'claims'] as const)
      ids[name] = (await entente[name].list().take(1))[0]?.id;
    const idFor = (name: string): string => {
      const [, file = 'engagements'] = /^generated-resources-(.*)\.ts/.exec(name) ?? [];
      return ids[file.replace('-e', 'E')] ?? present(ids.engagements);
    };
    // A registered webhook would call an address that is not ours.
    const reading = samples().filter(({ name, code }) =>
      name.startsWith('README')
        ? !code.includes('webhooks.register')
        : name.includes('-resources-') && !WRITING.test(code),
    );

    expect(reading.length).toBeGreaterThan(40);
    expect(await runSamples(reading, { url: product.url, token: product.token, idFor })).toEqual({});
  }, 60_000);

  describe('writing', () => {
    test('records once under one key, and refuses other content under it', async () => {
      const key = { idempotencyKey: 'test-1' };
      const first = await entente.engagements.record({ input: { ...talks, title: 'First' } }, key);
      const again = await entente.engagements.record({ input: { ...talks, title: 'First' } }, key);

      expect(again.id).toBe(first.id);
      await expect(
        entente.engagements.record({ input: { ...talks, title: 'Other' } }, key),
      ).rejects.toBeInstanceOf(ConflictError);
    });

    test('amends, keeps the history, and says when somebody was faster', async () => {
      const { id, version } = await entente.engagements.record({
        input: { ...talks, title: 'To be amended' },
      });
      const between = new Date(Date.now() + 1).toISOString();
      await new Promise((next) => setTimeout(next, 20));
      const amended = await entente.engagements.amend({
        id,
        expectedVersion: version,
        input: { title: 'Amended' },
        reason: 'A better title.',
      });

      expect(amended).toMatchObject({ id, version: version + 1, title: 'Amended' });
      const error = await entente.engagements
        .amend({ id, expectedVersion: version, input: { title: 'Late' } })
        .catch((error) => error);
      expect(error).toBeInstanceOf(ConflictError);
      expect(error.currentVersion).toBe(version + 1);
      expect((await entente.engagements.history({ id })).map(({ version }) => version)).toEqual([
        version + 1,
        version,
      ]);
      expect((await entente.engagements.getAsOf({ id, recordedAt: between })).title).toBe('To be amended');
    });

    test('withdraws and takes back, and erases', async () => {
      const { id, version } = await entente.agreements.record({
        input: { title: 'Withdrawn', parties: [{ actor: 'QA' }, { actor: 'IQ' }] },
      });
      const retracted = await entente.agreements.retract({
        id,
        expectedVersion: version,
        reason: 'Coded twice.',
      });
      expect(retracted).toMatchObject({
        __typename: 'Agreement',
        id,
        retraction: { reason: 'Coded twice.' },
      });

      await entente.agreements.reinstate({ id, expectedVersion: version + 1, reason: 'It was another one.' });
      expect(await entente.agreements.expunge({ id, reason: 'Made for a test.' })).toBe(id);
      await expect(entente.agreements.get({ id })).rejects.toBeInstanceOf(NotFoundError);
    });

    test('records many, each accepted or refused by itself', async () => {
      const answers = await entente.engagements.recordMany({
        inputs: [talks, { kind: 'CALL', status: 'HELD', participations: [{}] }],
      });

      expect(answers[0]?.engagement?.id).toMatch(/^engagement_/);
      expect(answers[1]).toMatchObject({
        engagement: null,
        code: 'BAD_USER_INPUT',
        field: expect.stringContaining('participations'),
      });
    });

    test('records a source, a claim on a record, and how two claims stand to each other', async () => {
      const source = await entente.sources.record({
        input: { kind: 'CODER_NOTE', title: 'Note', text: 'Talks are awaited.' },
      });
      const { id } = await entente.engagements.record({
        input: {
          ...talks,
          evidence: [
            {
              source: source.id,
              statement: 'Talks are awaited.',
              modality: 'EXPECTED',
              passages: [{ quote: 'Talks', start: 0, end: 5 }],
            },
          ],
        },
      });
      const { claims, modality } = await entente.engagements.get({ id });
      const other = await entente.claims.record({
        input: {
          predicate: 'CONTEXT',
          source: source.id,
          statement: 'Nothing else.',
          targets: [{ record: id }],
          passages: [{ quote: 'awaited', start: 10, end: 17 }],
        },
      });
      const relation = await entente.claims.relate({
        input: { from: other.id, kind: 'SUPPORTS', to: present(claims.nodes[0]).id },
      });

      expect(modality).toBe('EXPECTED');
      expect(relation).toMatchObject({ kind: 'SUPPORTS', from: { id: other.id } });
      expect((await entente.sources.text({ id: source.id })).text).toBe('Talks are awaited.');
      expect(
        (await entente.sources.listPassages({ id: source.id }).take(10)).map(({ quote }) => quote),
      ).toEqual(['Talks', 'awaited']);
    });

    test('moves an agreement by its actions', async () => {
      const { id, status } = await entente.agreements.record({
        input: { title: 'Framework', form: 'FRAMEWORK', parties: [{ actor: 'QA' }, { actor: 'IQ' }] },
      });
      const action = await entente.agreements.recordAction({
        agreement: id,
        input: { kind: 'SIGNATURE', on: { edtf: '2021-03-15' } },
      });

      expect(status).toBe('ANTICIPATED');
      expect(action.agreement).toMatchObject({ id, status: action.statusAfter });
      expect((await entente.agreements.get({ id })).signed?.edtf).toBe('2021-03-15');
    });
  });
});

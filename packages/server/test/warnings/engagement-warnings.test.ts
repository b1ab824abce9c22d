import { Api } from '../harness/api';
import { freshTestDatabase } from '../harness/postgres/test-database';
import * as warned from './warned';

let api: Api;
beforeAll(async () => {
  api = await Api.open(await freshTestDatabase());
});
afterAll(() => api.close());

const warningsOf = (id: string, clearance?: number) => warned.warningsOf(api, id, clearance);
const codesOf = (id: string, clearance?: number) => warned.codesOf(api, id, clearance);
const mark = (table: string, id: string) => warned.mark(api, table, id);
const uuid = (table: string, where: string) => warned.uuid(api, table, where);

describe('an engagement', () => {
  test('warns if it lies outside its parent, and not if it may lie inside', async () => {
    const parent = await api.given.engagement({
      kind: 'VISIT',
      when: { text: 'mid-March', edtf: '2021-03-10/2021-03-20' },
    });
    const child = (when: object) => api.given.engagement({ parent, when });

    expect(await warningsOf(await child({ edtf: '2021-03-21' }))).toEqual([
      {
        code: 'OUTSIDE_PARENT_DATES',
        message: 'It is dated 2021-03-21, and what it is part of mid-March',
        field: 'when',
      },
    ]);
    expect(await codesOf(await child({ edtf: '2021-03-09' }))).toEqual(['OUTSIDE_PARENT_DATES']);
    for (const when of [
      { edtf: '2021-03-15' },
      { edtf: '2021-03' },
      { edtf: '2021-03-21~' },
      { text: 'then' },
      { edtf: 'XXXX-05' },
    ])
      expect(await codesOf(await child(when))).toEqual([]);
    expect(await codesOf(parent)).toEqual([]);
  });

  test('no longer warns once its parent is hidden', async () => {
    const parent = await api.given.engagement({ kind: 'VISIT', when: { edtf: '2021-03' }, marking: 'RED' });
    const child = await api.given.engagement({ parent, when: { edtf: '2021-05' } });

    expect(await codesOf(child, 4)).toEqual(['OUTSIDE_PARENT_DATES']);
    expect(await codesOf(child, 0)).toEqual([]);
  });

  test('warns of an office that was not held at the time', async () => {
    const { given } = api;
    const person = await given.person('A former minister');
    const position = await given.position('Minister', { state: 'QA', level: 'MINISTER' });
    const tenure = await given.tenure(person, position, {
      from: { edtf: '2015' },
      to: { text: 'spring 2018', edtf: '2018-04' },
    });
    const engagement = (edtf: string, marking = 'CLEAR') =>
      given.engagement({ when: { edtf }, participations: [{ tenure }], marking });

    expect(await warningsOf(await engagement('2019'))).toEqual([
      {
        code: 'TENURE_DOES_NOT_COVER',
        message: 'A former minister was Minister from 2015 to spring 2018; the engagement is dated 2019',
        field: 'participations',
      },
    ]);
    expect(await codesOf(await engagement('2014-12'))).toEqual(['TENURE_DOES_NOT_COVER']);
    for (const edtf of ['2018', '2018-04-15', '2015-02'])
      expect(await codesOf(await engagement(edtf))).toEqual([]);
    const seen = await engagement('2020');
    await mark('tenure', await uuid('tenure', `to_text = 'spring 2018'`));
    expect(await codesOf(seen, 4)).toEqual(['TENURE_DOES_NOT_COVER']);
    expect(await codesOf(seen, 0)).toEqual([]);
  });

  describe('with somebody who was in two countries at once', () => {
    let paris: string;
    let doha: string;
    beforeAll(async () => {
      paris = await api.given.place('Paris', 'FR');
      doha = await api.given.place('Doha', 'QA');
    });
    const pair = async (one: object, other: object) => {
      const actor = await api.given.person('A traveller');
      const at = (more: object) => api.given.engagement({ participations: [{ actor }], ...more });
      return [await at({ place: paris, ...one }), await at({ place: doha, ...other })] as const;
    };
    const day = { when: { edtf: '2021-03-15' } };

    test('warns at both of them', async () => {
      const [one, other] = await pair(day, { when: { edtf: '2021-03-14/2021-03-16' } });

      expect(await warningsOf(one)).toEqual([
        {
          code: 'TWO_COUNTRIES_AT_ONCE',
          message: 'A traveller was in Paris, 2021-03-15, and in Doha, 2021-03-14/2021-03-16',
          field: 'participations',
        },
      ]);
      expect(await codesOf(other)).toEqual(['TWO_COUNTRIES_AT_ONCE']);
    });

    test('does not if the days are not certain, the country is one, or nobody travelled', async () => {
      for (const other of [
        { when: { edtf: '2021-03' } },
        { when: { edtf: '2021-03-15~' } },
        { when: { edtf: '2021-03-16' } },
        { ...day, place: paris },
        { ...day, mode: 'VIDEO' },
        { ...day, kind: 'CALL' },
        { ...day, status: 'CANCELLED' },
      ])
        expect(await codesOf((await pair(day, other))[0])).toEqual([]);
    });

    test('does not for a reader who may not see the other one', async () => {
      const [one] = await pair(day, { ...day, marking: 'AMBER' });

      expect(await codesOf(one, 2)).toEqual(['TWO_COUNTRIES_AT_ONCE']);
      expect(await codesOf(one, 1)).toEqual([]);
    });
  });

  test('warns of a visit that was coded twice, by visitor and by host', async () => {
    const visit = (visitor: string, host: string, more: object = {}) =>
      api.given.engagement({
        kind: 'VISIT',
        when: { edtf: '2021-04-01' },
        participations: [
          { actor: visitor, role: 'VISITOR' },
          { actor: host, role: 'HOST' },
        ],
        ...more,
      });
    const code = (number: string) => ({ codes: [{ scheme: 'CAMEO', code: number, version: '1.1b3' }] });
    const [one, other] = [await visit('OM', 'JO'), await visit('JO', 'OM', { marking: 'GREEN' })];

    expect(await warningsOf(one)).toEqual([
      {
        code: 'MIRRORED_PAIR',
        message:
          'Oman and Jordan have two visits on 2021-04-01, one as the visitor and one as the host would code it',
        field: 'participations',
      },
    ]);
    expect(await codesOf(other)).toEqual(['MIRRORED_PAIR']);
    expect(await codesOf(one, 0)).toEqual([]);
    expect(await codesOf(await visit('OM', 'JO', { when: { edtf: '2021-04' } }))).toEqual([]);

    const made = await visit('LA', 'KH', code('042'));
    expect(await codesOf(made)).toEqual([]);
    await visit('LA', 'KH', code('043'));
    expect(await codesOf(made)).toEqual(['MIRRORED_PAIR']);
  });

  test('can be asked for by its oddities', async () => {
    const { engagements } = await api.data(
      '{ engagements(filter: {warning: [MIRRORED_PAIR], involving: "KH"}) { totalCount } }',
    );

    expect(engagements.totalCount).toBe(2);
  });

  test('had the warnings of its recorded time', async () => {
    const id = await api.given.engagement({ title: 'x'.repeat(2_000) });
    const before = new Date().toISOString();
    await api.data(
      'mutation ($id: ID!) { amendEngagement(id: $id, expectedVersion: 1, input: {title: "short"}) { id } }',
      { id },
    );
    const { asOf } = await api.data(
      'query ($id: ID!, $t: DateTime!) { asOf(recordedAt: $t) { engagement(id: $id) { warnings { code } } } }',
      { id, t: before },
    );

    expect(asOf.engagement.warnings).toContainEqual({ code: 'LONG_TITLE' });
    expect(await codesOf(id)).toEqual([]);
  });
});

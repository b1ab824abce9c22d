import { Api } from '../harness/api';
import { freshTestDatabase } from '../harness/postgres/test-database';
import * as warned from './warned';

let api: Api;
let source: string;
beforeAll(async () => {
  api = await Api.open(await freshTestDatabase());
  source = await api.given.source({ kind: 'DATASET_ROW', title: 'A row' });
});
afterAll(() => api.close());

const warningsOf = (id: string, clearance?: number) => warned.warningsOf(api, id, clearance);
const codesOf = (id: string, clearance?: number) => warned.codesOf(api, id, clearance);

describe('evidence', () => {
  const hasNone = async (id: string, clearance = 4) => {
    const { data } = await api.read(clearance, warned.WARNINGS, { id });
    return data.node.warnings.some(({ code }: warned.Warning) => code === 'NO_EVIDENCE');
  };
  const claim = (target: object, more: object = {}) =>
    api.given.claim({ statement: 'It is so', source, targets: [target], ...more });

  test('is missed by a record that no claim supports, until one does', async () => {
    const { given } = api;
    const records = [
      await given.engagement(),
      await given.agreement({ title: 'A', parties: [{ actor: 'QA' }] }),
      await given.contextEvent({ kind: 'PROTESTS' }),
      await given.person('Somebody'),
      await given.position('Envoy', { state: 'QA' }),
    ];
    for (const record of records) {
      expect(await hasNone(record)).toBe(true);
      await claim({ record });
      expect(await hasNone(record)).toBe(false);
    }
  });

  test('is not asked of states, places, topics, sources and claims', async () => {
    const { actor } = await api.data('{ actor(ref: "QA") { id } }');
    const records = [actor.id, await api.given.place('Basra', 'IQ'), await api.given.topic('water'), source];

    for (const record of [...records, await claim({ record: 'QA' })])
      expect(await hasNone(record)).toBe(false);
  });

  test('of a part counts for its record, whatever sort of claim it is; a denial, or what a record is only an object of, does not', async () => {
    const person = await api.given.person('Somebody named');
    const { node } = await api.data('query ($id: ID!) { node(id: $id) { ... on Actor { names { id } } } }', {
      id: person,
    });
    await claim({ record: person }, { polarity: 'NEGATIVE' });
    await claim({ record: 'QA' }, { targets: [{ record: 'QA' }, { record: person, role: 'OBJECT' }] });
    await claim(
      { record: 'QA' },
      { predicate: 'CONDUCT', targets: [{ record: 'QA' }, { record: person, role: 'OBJECT' }] },
    );
    await claim({ record: person }, { predicate: 'CONDUCT' });
    expect(await hasNone(person)).toBe(true);

    await claim({ record: person, part: node.names[0].id }, { predicate: 'CONDUCT' });
    expect(await hasNone(person)).toBe(false);
  });

  test('that is withdrawn, or hidden, is none', async () => {
    const engagement = await api.given.engagement();
    const id = await claim({ record: engagement });
    const secret = await api.given.engagement();
    await claim({ record: secret }, { marking: 'RED' });
    await api.data(
      'mutation ($id: ID!) { retract(id: $id, expectedVersion: 1, reason: "an error") { id } }',
      { id },
    );

    expect(await hasNone(engagement)).toBe(true);
    expect(await hasNone(secret, 4)).toBe(false);
    expect(await hasNone(secret, 0)).toBe(true);
  });

  describe('that says there is nothing to know', () => {
    const gap = (record: string, field: string, more: object = {}) =>
      claim({ record, field, ...more }, { gap: 'NONE' });

    test('warns on a field that has a value', async () => {
      const place = await api.given.place('Mosul', 'IQ');
      const id = await api.given.engagement({
        when: { text: 'this week' },
        place,
        venueText: 'a hall',
        participations: [{ actor: 'QA' }, { actor: 'IQ' }],
      });
      for (const field of ['when', 'place', 'venueText', 'participations', 'mode', 'agenda'])
        await gap(id, field);

      expect(await warningsOf(id)).toEqual([
        {
          code: 'GAP_ON_KNOWN_VALUE',
          message: 'participations is said to be none, and is 2',
          field: 'participations',
        },
        { code: 'GAP_ON_KNOWN_VALUE', message: 'place is said to be none, and is Mosul', field: 'place' },
        {
          code: 'GAP_ON_KNOWN_VALUE',
          message: 'venueText is said to be none, and is a hall',
          field: 'venueText',
        },
        { code: 'GAP_ON_KNOWN_VALUE', message: 'when is said to be none, and is this week', field: 'when' },
      ]);
    });

    test('does not on a value that is withheld or not all of it known', async () => {
      const id = await api.given.engagement({ when: { text: 'this week' } });
      for (const kind of ['NOT_DISCLOSED', 'INCOMPLETE'])
        await claim({ record: id, field: 'when' }, { gap: kind });

      expect(await codesOf(id)).toEqual([]);
    });

    test('warns on a field of a part', async () => {
      const id = await api.given.engagement({ participations: [{ actor: 'QA', level: 'MINISTER' }] });
      const { engagement } = await api.data(
        'query ($id: ID!) { engagement(id: $id) { participations { id } } }',
        { id },
      );
      await gap(id, 'level', { part: engagement.participations[0].id });

      expect(await codesOf(id)).toEqual(['GAP_ON_KNOWN_VALUE']);
    });

    test('does not tell of a value that is hidden', async () => {
      const place = await api.given.place('A hidden town', 'IQ', { marking: 'RED' });
      const id = await api.given.engagement({ place });
      await gap(id, 'place');

      expect(await codesOf(id, 4)).toEqual(['GAP_ON_KNOWN_VALUE']);
      expect(await codesOf(id, 0)).toEqual([]);
    });
  });
});

import { Api } from '../../../test/harness/api';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api.close());

describe('the states', () => {
  test('are there before anybody records anything, with their codes and names', async () => {
    const { actor } = await api.data(
      `{ actor(ref: "QA") { __typename label wikidataId recordedBy version names { value kind language } ... on State { iso2 iso3 region } } }`,
    );

    expect(actor).toEqual({
      __typename: 'State',
      label: 'Qatar',
      wikidataId: 'Q846',
      recordedBy: 'reference data',
      version: 1,
      names: [
        { value: 'Qatar', kind: 'COMMON', language: 'en' },
        { value: 'State of Qatar', kind: 'OFFICIAL', language: 'en' },
      ],
      iso2: 'QA',
      iso3: 'QAT',
      region: '145',
    });
  });

  test('number 249, each with a code, an id of its own and a version in its history', async () => {
    const states: {
      id: string;
      iso2: string;
      iso3: string;
      wikidata_id: string;
      label: string;
      changed: string[];
    }[] = await api.database.writer.query(
      `SELECT a.id, a.iso2, a.iso3, a.wikidata_id, a.label, v.changed FROM actor a
           JOIN record r ON r.id = a.id JOIN record_version v ON v.record_id = a.id AND v.version = 1
          WHERE r.recorded_by = 'reference data'`,
    );

    expect(states).toHaveLength(249);
    for (const column of ['id', 'iso2', 'iso3', 'wikidata_id', 'label'] as const)
      expect(new Set(states.map((state) => state[column]).filter(Boolean)).size).toBe(249);
    expect(states.every((state) => state.changed.includes('label'))).toBe(true);
  });

  test('include Namibia, whose code reads like a missing value', async () => {
    expect(await api.data('{ actor(ref: "NA") { label } }')).toEqual({ actor: { label: 'Namibia' } });
  });

  test.each(['QAT', 'Q846'])('are also found by %s', async (ref) => {
    expect(await api.data(`{ actor(ref: "${ref}") { label } }`)).toEqual({ actor: { label: 'Qatar' } });
  });

  test('have the same ids everywhere', async () => {
    expect(await api.data('{ actor(ref: "QA") { id } }')).toEqual({
      actor: { id: 'actor_01kdvdna00e0080000000001hm' },
    });
  });
});

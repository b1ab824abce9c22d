import { Api } from '../../../test/harness/api';
import { findings } from '../../app/check';
import { duplicateJobs } from '../../app/duplicates';

const CLEAR = 0;
const RED = 4;

let api: Api;
let duplicates: ReturnType<typeof duplicateJobs>;
beforeAll(async () => {
  api = await Api.open();
  duplicates = duplicateJobs(api.database);
});
afterAll(async () => {
  await duplicates.stop();
  await api.close();
});

/** As the server does, some time after a change. */
async function look(): Promise<void> {
  await api.sequence();
  await duplicates.jobs[0].run(new AbortController().signal);
}

interface Found {
  score: number;
  reasons: string[];
  status: string;
  records: { id: string }[];
}

async function candidates(record: string, clearance = RED): Promise<Found[]> {
  const { data } = await api.read(
    clearance,
    'query ($record: [ID!]) { identities(filter: { record: $record }, first: 100) { nodes { status score reasons records { id } } } }',
    { record: [record] },
  );
  return data.identities.nodes;
}

const others = async (record: string, clearance = RED) =>
  (await candidates(record, clearance)).flatMap(({ records }) =>
    records.map(({ id }) => id).filter((id) => id !== record),
  );

const meeting = (more: object = {}) =>
  api.given.engagement({
    when: { edtf: '2021-03-05' },
    participations: [
      { actor: 'QA', level: 'MINISTER' },
      { actor: 'IQ', level: 'MINISTER' },
    ],
    ...more,
  });

const decide = (status: string, ...records: string[]) =>
  api.data(
    'mutation ($records: [ID!]!, $status: IdentityStatus!) { decideIdentity(records: $records, status: $status, reason: "For the test") { id } }',
    { records, status },
  );

describe('two engagements', () => {
  test('of one dyad, day, kind, place and level may be one, with the values that say so', async () => {
    const place = await api.given.place('Doha', 'QA');
    const one = await meeting({ place });
    const other = await meeting({ place, kind: 'TALKS' });
    await look();

    expect(await candidates(one)).toEqual([
      {
        status: 'CANDIDATE',
        score: 0.92,
        reasons: [
          'same sides: Iraq – Qatar',
          'overlapping dates: 2021-03-05 and 2021-03-05',
          'kinds that may be one: MEETING and TALKS',
          'same place: Doha',
          'same highest level: MINISTER',
        ],
        records: [{ id: one }, { id: other }],
      },
    ]);
  });

  test('may be one where the year of one is unknown', async () => {
    const one = await meeting({
      when: { edtf: '2019-07~' },
      participations: [{ actor: 'KG' }, { actor: 'MN' }],
    });
    const other = await meeting({
      when: { edtf: 'XXXX-07' },
      participations: [{ actor: 'KG' }, { actor: 'MN' }],
    });
    await look();

    const [found] = await candidates(one);
    expect(found?.records).toEqual([{ id: one }, { id: other }]);
    expect(found?.reasons).toContain('overlapping dates: 2019-07~ and XXXX-07');
  });

  test.each([
    ['days that do not overlap', { when: { edtf: '2018-05-06' } }],
    ['kinds that are never one', { kind: 'CORRESPONDENCE' }],
    ['another side', { participations: [{ actor: 'FR' }, { actor: 'PE' }] }],
    ['one of them for several', { number: 'SEVERAL' }],
  ])('are two with %s', async (_, more) => {
    const participations = [{ actor: 'FR' }, { actor: 'CL' }];
    const one = await meeting({ when: { edtf: '2018-05-05' }, participations });
    await meeting({ when: { edtf: '2018-05-05' }, participations, ...more });
    await look();

    expect((await candidates(one)).length).toBe(0);
    await api.data(
      'mutation ($id: ID!) { retract(id: $id, expectedVersion: 1, reason: "For the test") { id } }',
      {
        id: one,
      },
    );
  });

  test('that are a visit and its meeting, or two meetings of it, are two', async () => {
    const participations = [{ actor: 'UY' }, { actor: 'PY' }];
    const visit = await meeting({ kind: 'VISIT', participations });
    const first = await meeting({ parent: visit, participations });
    await meeting({ parent: visit, participations });
    await look();

    expect(await candidates(visit)).toEqual([]);
    expect(await candidates(first)).toEqual([]);
  });

  test('of one article may be many: only five of a hundred are proposed for each', async () => {
    const participations = [{ actor: 'BO' }, { actor: 'EC' }];
    const ids: string[] = [];
    for (let nth = 0; nth < 100; nth++)
      ids.push(await meeting({ when: { edtf: '2019-10-24' }, participations }));
    await look();

    const counts = await Promise.all(ids.map(async (id) => (await candidates(id)).length));
    expect(Math.max(...counts)).toBe(5);
    expect(Math.min(...counts)).toBeGreaterThan(0);
  });
});

describe('candidates', () => {
  test('are not proposed again once somebody decided', async () => {
    const participations = [{ actor: 'NO' }, { actor: 'IS' }];
    const [one, other, third] = [
      await meeting({ participations }),
      await meeting({ participations }),
      await meeting({ participations }),
    ] as [string, string, string];
    await look();
    expect((await others(one)).sort()).toEqual([other, third].sort());

    await decide('DIFFERENT', one, other);
    await decide('SAME', one, third);
    await api.data(
      'mutation ($id: ID!) { amendEngagement(id: $id, expectedVersion: 1, input: { title: "The meeting" }) { id } }',
      { id: other },
    );
    await look();

    // What is different from the one is different from what is the same as it.
    expect(await candidates(one)).toEqual([]);
    expect(await candidates(other)).toEqual([]);
    expect(await candidates(third)).toEqual([]);
  });

  test('go when the records come to differ, and keep their ids while they do not', async () => {
    const participations = [{ actor: 'FI' }, { actor: 'EE' }];
    const one = await meeting({ participations });
    const other = await meeting({ participations });
    await look();
    const ids = async () =>
      (
        await api.data(
          'query ($record: [ID!]) { identities(filter: { record: $record }) { nodes { id } } }',
          {
            record: [one],
          },
        )
      ).identities.nodes;
    const before = await ids();
    const amend = (expectedVersion: number, input: object) =>
      api.data(
        'mutation ($id: ID!, $expectedVersion: Int!, $input: EngagementInput!) { amendEngagement(id: $id, expectedVersion: $expectedVersion, input: $input) { id } }',
        { id: other, expectedVersion, input },
      );

    await amend(1, { summary: 'They met.' });
    await look();
    expect(await ids()).toEqual(before);

    await amend(2, { when: { edtf: '2020-01-01' } });
    await look();
    expect(await ids()).toEqual([]);
  });

  test('tell nothing of what is hidden, in their reasons as in their number', async () => {
    const participations = [{ actor: 'SE' }, { actor: 'DK' }];
    const envoy = await api.given.person('Secret Envoy', { marking: 'RED' });
    const withEnvoy = [...participations, { actor: envoy, onBehalfOf: 'SE', level: 'HEAD_OF_STATE' }];
    const one = await meeting({ participations: withEnvoy });
    const other = await meeting({ participations: withEnvoy });
    const secret = await meeting({ participations, marking: 'RED' });
    await look();

    expect(await others(one, CLEAR)).toEqual([other]);
    expect((await others(one)).sort()).toEqual([other, secret].sort());
    const text = JSON.stringify(await candidates(one, CLEAR));
    expect(text).not.toContain('Envoy');
    expect(text).not.toContain('HEAD_OF_STATE');
  });

  test('that are hidden take no place of others', async () => {
    const participations = [{ actor: 'LV' }, { actor: 'LT' }];
    const one = await meeting({ participations });
    for (let nth = 0; nth < 60; nth++) await meeting({ participations, marking: 'RED' });
    const other = await meeting({ participations });
    await look();

    expect(await others(one, CLEAR)).toEqual([other]);
    expect(await candidates(one)).toHaveLength(6);
  });

  test('go when what their reasons name is hidden or erased, until the records are looked at again', async () => {
    const place = await api.given.place('Tumbuktu', 'ML');
    const participations = [{ actor: 'ML' }, { actor: 'NE' }];
    const one = await meeting({ participations, place });
    await meeting({ participations, place });
    await look();
    expect((await candidates(one))[0]?.reasons).toContain('same place: Tumbuktu');

    await api.data(
      'mutation ($id: ID!) { amendPlace(id: $id, expectedVersion: 1, input: { marking: RED }) { id } }',
      { id: place },
    );
    expect(await candidates(one)).toEqual([]);
    await api.data(
      'mutation ($id: ID!) { amendEngagement(id: $id, expectedVersion: 1, input: { title: "The meeting" }) { id } }',
      { id: one },
    );
    await look();
    expect((await candidates(one, CLEAR))[0]?.reasons).not.toContain('same place: Tumbuktu');
  });
});

describe('records of other types', () => {
  test('sources may be one by their address, however it is written', async () => {
    const one = await api.given.source({
      title: 'One',
      url: 'https://www.example.org/a/story/?utm_source=x&id=7#top',
    });
    const other = await api.given.source({ title: 'Other', url: 'http://example.org/a/story?id=7' });
    await api.given.source({ title: 'Third', url: 'https://example.org/a/story?id=8' });
    await look();

    expect(await candidates(one)).toMatchObject([
      { score: 0.9, reasons: ['same URL: example.org/a/story?id=7'], records: [{ id: one }, { id: other }] },
    ]);
  });

  test('a reprint is another source than what it repeats', async () => {
    const [first, second] = [
      await api.given.organization('The First Gazette', { orgKind: 'MEDIA' }),
      await api.given.organization('The Second Gazette', { orgKind: 'MEDIA' }),
    ];
    const more = {
      title: 'Ministers met at the border',
      published: { edtf: '2021-03-06' },
      text: 'They met.',
    };
    const one = await api.given.source({ ...more, publisher: first });
    const copy = await api.given.source({ ...more, publisher: second });
    const twin = await api.given.source({ ...more, publisher: first });
    await look();

    expect(await others(one)).toEqual([twin]);
    expect(await others(copy)).toEqual([]);
  });

  test('people may be one by a name that was transliterated twice', async () => {
    const one = await api.given.person('Othman al-Ghanmi');
    const other = await api.given.person('Othman al-Qanemi');
    const third = await api.given.person('Othman Qatari');
    const position = await api.given.position('Interior Minister', { state: 'IQ', level: 'MINISTER' });
    await api.given.tenure(one, position);
    await api.given.tenure(other, position);
    await look();

    expect(await candidates(one)).toMatchObject([
      {
        score: 0.67,
        reasons: [
          'names that sound alike: Othman al-Ghanmi and Othman al-Qanemi',
          'held the same office: Interior Minister',
        ],
      },
    ]);
    expect(await candidates(third)).toEqual([]);
  });

  test('organizations of two states are two, whatever they are called', async () => {
    const ministry = (state: string) =>
      api.given.organization('Ministry of Public Works', { orgKind: 'MINISTRY', state });
    const one = await ministry('KW');
    await ministry('OM');
    const twin = await ministry('KW');
    await look();

    expect(await others(one)).toEqual([twin]);
  });

  test('agreements may be one by their title, their parties and the day of signature', async () => {
    const agreement = async (title: string, day: string) => {
      const id = await api.given.agreement({
        title,
        form: 'TREATY',
        parties: [{ actor: 'PE' }, { actor: 'CL' }],
      });
      await api.data(
        'mutation ($id: ID!, $day: Edtf!) { recordAgreementAction(agreement: $id, input: { kind: SIGNATURE, on: { edtf: $day } }) { id } }',
        { id, day },
      );
      return id;
    };
    const one = await agreement('Treaty on Fishing in the Great Lake', '1999-11-13');
    const twin = await agreement('Treaty on fishing in the great lake', '1999-11-13');
    const other = await agreement('Convention on the Avoidance of Double Taxation', '1999-11-13');
    await look();

    expect(await others(one)).toEqual([twin]);
    expect((await candidates(one))[0]).toMatchObject({ score: 0.76 });
    expect(await candidates(other)).toEqual([]);
  });

  test('places, topics and offices may be one by what they are called', async () => {
    const place = await api.given.place('Bishkek', 'KG');
    const samePlace = await api.given.place('Bishkék', 'KG');
    const topic = await api.given.topic('desert-locusts');
    const data = await api.data(
      'mutation { recordTopic(input: { slug: "locusts-of-the-desert", names: [{ value: "Desert locusts" }] }) { id } }',
    );
    const office = await api.given.position('Minister of Water', { state: 'KG' });
    const sameOffice = await api.given.position('Minister of Water', { state: 'KG' });
    await api.given.position('Minister of Water', { state: 'MN' });
    await look();

    expect(await others(place)).toEqual([samePlace]);
    expect(await others(topic)).toEqual([data.recordTopic.id]);
    expect(await others(office)).toEqual([sameOffice]);
  });

  test('leave the record in order', async () => {
    await api.sequence();
    expect(await findings(api.database.writer)).toEqual([]);
  });
});

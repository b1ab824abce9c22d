import { Api } from '../harness/api';
import { freshTestDatabase } from '../harness/postgres/test-database';

const WARNINGS = 'query ($id: ID!) { node(id: $id) { ... on Record { warnings { code message field } } } }';

let api: Api;
let source: string;
beforeAll(async () => {
  api = await Api.open(await freshTestDatabase());
  source = await api.given.source({ kind: 'DATASET_ROW', title: 'A row' });
});
afterAll(() => api.close());

interface Warning {
  code: string;
  message: string;
  field: string | null;
}

/** All warnings of a record but that nobody supports it, which most records of these tests would have. */
async function warningsOf(id: string, clearance = 4): Promise<Warning[]> {
  const { data } = await api.read(clearance, WARNINGS, { id });
  return data.node.warnings.filter(({ code }: Warning) => code !== 'NO_EVIDENCE');
}

const codesOf = async (id: string, clearance = 4) =>
  (await warningsOf(id, clearance)).map(({ code }) => code);

/** Marks a row as only RED readers see it. The API marks whole records; parts come to be marked above theirs by what they point at. */
async function mark(table: string, id: string): Promise<void> {
  await api.database.writer.transaction(async (db) => {
    await db.query(`SET LOCAL session_replication_role = replica`);
    await db.query(`UPDATE ${table} SET marking = 4 WHERE id = $1`, [id]);
  });
}

const uuid = async (table: string, where: string) =>
  (
    await api.database.writer.query(
      `SELECT id FROM ${table} WHERE ${where} ORDER BY recorded_from DESC, id DESC LIMIT 1`,
    )
  )[0].id;

describe('an agreement', () => {
  const agreement = (actions: object[], more: object = {}) =>
    api.given.agreement({ title: 'A treaty', parties: [{ actor: 'QA' }, { actor: 'IQ' }], actions, ...more });

  test('warns if it was in force before it was first signed', async () => {
    const id = await agreement([
      { kind: 'ENTRY_INTO_FORCE', on: { edtf: '2015' } },
      { kind: 'SIGNATURE', party: 'QA', on: { text: 'in May 2016', edtf: '2016-05' } },
      { kind: 'SIGNATURE', party: 'IQ', on: { edtf: '2017' } },
    ]);

    expect(await warningsOf(id)).toEqual([
      {
        code: 'IN_FORCE_BEFORE_SIGNATURE',
        message: 'In force 2015, before it was first signed, in May 2016',
        field: 'actions',
      },
    ]);
  });

  test('does not if it may have been signed before: the dates overlap, or one is not known', async () => {
    const inForce = { kind: 'ENTRY_INTO_FORCE', on: { edtf: '2015-06' } };

    for (const on of [{ edtf: '2015' }, { edtf: '2014' }, { text: 'long after' }])
      expect(await codesOf(await agreement([inForce, { kind: 'SIGNATURE', party: 'QA', on }]))).toEqual([]);
    expect(
      await codesOf(
        await agreement([inForce, { kind: 'SIGNATURE' }, { kind: 'SIGNATURE', on: { edtf: '2017' } }]),
      ),
    ).toEqual([]);
    expect(await codesOf(await agreement([inForce]))).toEqual([]);
  });

  test('takes the day of effect before the day of the action', async () => {
    const signed = { kind: 'SIGNATURE', on: { edtf: '2016' } };

    expect(
      await codesOf(
        await agreement([
          signed,
          { kind: 'ENTRY_INTO_FORCE', on: { edtf: '2018' }, effectiveOn: { edtf: '2015' } },
        ]),
      ),
    ).toEqual(['IN_FORCE_BEFORE_SIGNATURE']);
  });

  test('warns of a party that ratified without having signed', async () => {
    const ratified = { kind: 'RATIFICATION', party: 'IQ', on: { edtf: '2016' } };

    expect(
      await warningsOf(await agreement([ratified, { kind: 'SIGNATURE', party: 'QA', on: { edtf: '2015' } }])),
    ).toEqual([
      {
        code: 'RATIFIED_WITHOUT_SIGNING',
        message: 'Iraq ratified it, 2016, without having signed',
        field: 'actions',
      },
    ]);
    expect(
      await codesOf(await agreement([ratified, { kind: 'SIGNATURE', party: 'IQ', on: { edtf: '2017' } }])),
    ).toEqual(['RATIFIED_WITHOUT_SIGNING']);
    expect(
      await codesOf(await agreement([ratified, { kind: 'SIGNATURE', party: 'IQ', on: { edtf: '2015' } }])),
    ).toEqual([]);
    expect(await codesOf(await agreement([ratified, { kind: 'SIGNATURE', on: { edtf: '2015' } }]))).toEqual(
      [],
    );
    expect(await codesOf(await agreement([{ kind: 'ACCESSION', party: 'IQ' }]))).toEqual([]);
  });

  test('that is bilateral warns of other than two sides', async () => {
    const of = (parties: object[]) => agreement([], { ambit: 'BILATERAL', parties });

    expect(await warningsOf(await of([{ actor: 'QA' }, { actor: 'IQ' }, { actor: 'FR' }]))).toEqual([
      { code: 'NOT_TWO_SIDES', message: 'Bilateral, with 3 sides: Qatar, Iraq, France', field: 'parties' },
    ]);
    expect(await warningsOf(await of([{ actor: 'QA' }]))).toMatchObject([
      { message: 'Bilateral, with one side: Qatar' },
    ]);
    expect(await codesOf(await of([{ actor: 'QA' }, { actor: 'IQ' }]))).toEqual([]);
    expect(
      await codesOf(
        await of([
          { actor: 'QA', side: 'A' },
          { actor: 'IQ', side: 'B' },
          { actor: 'FR', side: 'B' },
        ]),
      ),
    ).toEqual([]);
    expect(await codesOf(await agreement([], { parties: [{ actor: 'QA' }] }))).toEqual([]);
  });

  test('warns of a title of two thousand characters, as other titled records do', async () => {
    const title = 'x'.repeat(2_000);

    expect(await warningsOf(await agreement([], { title }))).toEqual([
      { code: 'LONG_TITLE', message: 'Its title has 2000 characters', field: 'title' },
    ]);
    expect(await codesOf(await api.given.engagement({ title }))).toEqual(['LONG_TITLE']);
    expect(await codesOf(await api.given.source({ title }))).toEqual(['LONG_TITLE']);
    expect(await codesOf(await api.given.engagement({ title: title.slice(1) }))).toEqual([]);
  });

  test('says nothing of what a reader may not see', async () => {
    const id = await agreement([
      { kind: 'ENTRY_INTO_FORCE', on: { edtf: '2015' } },
      { kind: 'SIGNATURE', on: { edtf: '2016' } },
      { kind: 'RATIFICATION', party: 'QA', on: { edtf: '2014' } },
    ]);
    expect(await codesOf(id, 0)).toEqual(['IN_FORCE_BEFORE_SIGNATURE', 'RATIFIED_WITHOUT_SIGNING']);

    for (const kind of ['ENTRY_INTO_FORCE', 'RATIFICATION'])
      await mark('agreement_action', await uuid('agreement_action', `kind = '${kind}'`));
    expect(await codesOf(id, 4)).toEqual(['IN_FORCE_BEFORE_SIGNATURE', 'RATIFIED_WITHOUT_SIGNING']);
    expect(await codesOf(id, 0)).toEqual([]);
  });
});

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
});

describe('evidence', () => {
  const hasNone = async (id: string, clearance = 4) => {
    const { data } = await api.read(clearance, WARNINGS, { id });
    return data.node.warnings.some(({ code }: Warning) => code === 'NO_EVIDENCE');
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

describe('warnings', () => {
  test('can be asked for', async () => {
    const LIST =
      '{ engagements(filter: {warning: [MIRRORED_PAIR], involving: "KH"}) { totalCount } agreements(filter: {warning: [NOT_TWO_SIDES]}) { totalCount } }';

    expect(await api.data(LIST)).toMatchObject({
      engagements: { totalCount: 2 },
      agreements: { totalCount: 2 },
    });
  });

  test('are those of a recorded time', async () => {
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

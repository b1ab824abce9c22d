import { Api } from '../../../test/harness/api';
import { importing } from '../../../test/harness/importing';
import { typeIdOf } from '../../platform/type-id';
import { cameoOfLabel } from './cameo.rule';
import { ICEWS } from './icews.service';

const HEADER = 'event_date\tactor\tevent_text\trecipient\tslice';

/** Made-up events, in the form in which bare events are handed on. */
const events = (...rows: string[]) =>
  `${[HEADER, ...rows.map((row) => `${row.split(' | ').join('\t')}\tmade-up`)].join('\n')}\n`;

describe('ICEWS events', () => {
  let days = 0;
  let api: Api;
  beforeAll(async () => {
    api = await Api.open();
  });
  afterAll(() => api.close());

  /** The engagements of a day, which no other test has. */
  async function engagementsOn(day: string) {
    const { engagements } = await api.data(
      `{ engagements(filter: {when: {from: "${day}", to: "${day}"}}, first: 50) { nodes {
        kind status mode codes { scheme code }
        participations { role number descriptor level actor { __typename label ... on Organization { orgKind state { label } } } onBehalfOf { label }
          tenure { position { title level state { label } } person { label } } }
        claims(filter: {}) { nodes { statement source { title kind publisher { label } } } } } } }`,
    );
    return engagements.nodes;
  }

  const participationsOn = async (day: string) =>
    (await engagementsOn(day)).flatMap((each: { participations: unknown[] }) => each.participations);

  test('are told by their labels, whatever their case, dashes and quotes', () => {
    expect(
      [
        'Consult',
        'consult – not specified below',
        "Meet at a 'third' location",
        'MEET AT A “THIRD” LOCATION',
        'Engage in material cooperation, not specified below',
        'Express intent to engage in diplomatic cooperation (such as policy support)',
        'Dance',
      ].map(cameoOfLabel),
    ).toEqual(['040', '040', '044', '044', '060', '032', null]);
  });

  test('are engagements that rest on the dataset', async () => {
    const run = await importing(api, ICEWS, events('2011-03-01 | Qatar | Discuss by telephone | Iraq'));

    expect(run).toMatchObject({ read: 1, accepted: 1 });
    expect(await engagementsOn('2011-03-01')).toMatchObject([
      {
        ...{ kind: 'CALL', status: 'HELD', mode: 'PHONE' },
        codes: [
          { scheme: 'CAMEO', code: '041' },
          { scheme: 'PLOVER', code: 'CONSULT' },
        ],
        participations: [{ actor: { label: 'Qatar' } }, { actor: { label: 'Iraq' } }],
        claims: {
          nodes: [
            {
              statement: expect.stringContaining('Qatar – Discuss by telephone (CAMEO 041) – Iraq'),
              source: { kind: 'DATASET_ROW', publisher: { label: 'Harvard Dataverse' } },
            },
          ],
        },
      },
    ]);
  });

  test('have offices, held by somebody who is not named, at the level of the office', async () => {
    await importing(
      api,
      ICEWS,
      events(
        '2011-03-02 | Head of Government (Qatar) | Consult | Undersecretary (Iraq)',
        '2011-03-02 | Head of Government (Qatar) | Engage in negotiation | Iraq',
      ),
    );

    const [first, second, third] = (await participationsOn('2011-03-02')).filter(
      ({ tenure }: { tenure: unknown }) => tenure !== null,
    );
    const ofQatar = {
      ...{ actor: null, descriptor: 'Head of Government (Qatar)', level: 'HEAD_OF_GOVERNMENT' },
      tenure: {
        position: { title: 'Head of Government', level: 'HEAD_OF_GOVERNMENT', state: { label: 'Qatar' } },
        person: { label: 'Head of Government (Qatar), not named' },
      },
    };
    expect([first, second, third]).toEqual(
      expect.arrayContaining([
        expect.objectContaining(ofQatar),
        expect.objectContaining({ level: 'DEPUTY_MINISTER' }),
      ]),
    );
    const positions = await api.database.writer.query(
      `SELECT title FROM position WHERE title IN ('Head of Government', 'Undersecretary') ORDER BY 1`,
    );
    expect(positions).toEqual([{ title: 'Head of Government' }, { title: 'Undersecretary' }]);
  });

  test.each([
    ['Foreign Affairs (Iraq)', { actor: { orgKind: 'MINISTRY', state: { label: 'Iraq' } } }],
    ['Health Ministry (Iraq)', { actor: { orgKind: 'MINISTRY', state: { label: 'Iraq' } } }],
    [
      'Police (Qatar)',
      { actor: { __typename: 'Organization', orgKind: 'OTHER', state: { label: 'Qatar' } } },
    ],
    ['Envoy (Qatar)', { actor: null, descriptor: 'Envoy (Qatar)', onBehalfOf: { label: 'Qatar' } }],
    ['Citizen (Nigeria)', { actor: null, descriptor: 'Citizen (Nigeria)', onBehalfOf: null }],
    ['Men (Nigeria)', { actor: null, number: 'SEVERAL', onBehalfOf: null }],
    [
      'Cabinet / Council of Ministers / Advisors (Holy See (Vatican City State))',
      { actor: { orgKind: 'GOVERNMENT', state: { label: 'Holy See' } } },
    ],
    ['Orange Party (Qatar)', { actor: { label: 'Orange Party (Qatar)', orgKind: null, state: null } }],
    ['Jane Example', { actor: { __typename: 'Person', label: 'Jane Example' } }],
    ['Minister Example', { actor: { __typename: 'Person' } }],
    ['UN Example Council', { actor: { __typename: 'Organization', orgKind: 'IGO' } }],
    ['Example News Agency', { actor: { __typename: 'Organization', orgKind: 'MEDIA' } }],
    ['Example Motor Company', { actor: { __typename: 'Organization', orgKind: 'COMPANY' } }],
    ['South Korea', { actor: { __typename: 'State', label: 'South Korea' } }],
    ['Middle East', { actor: null, descriptor: 'Middle East', onBehalfOf: null }],
  ])('know whom they mean by %s', async (name, expected) => {
    const day = `2012-01-${String(++days).padStart(2, '0')}`;
    await importing(api, ICEWS, events(`${day} | ${name} | Consult | Japan`));

    expect((await participationsOn(day))[0]).toMatchObject(expected);
  });
  test('that mirror each other are one visit, and a half that stands alone is no second one', async () => {
    const text = events(
      '2011-03-05 | Iraq | Make a visit | Qatar',
      '2011-03-05 | Qatar | Host a visit | Iraq',
      '2011-03-05 | Envoy (Qatar) | Host a visit | Japan',
    );
    expect(await importing(api, ICEWS, text)).toMatchObject({ read: 3, accepted: 3 });

    const visits = await engagementsOn('2011-03-05');
    expect(visits.map(({ claims }: { claims: { nodes: unknown[] } }) => claims.nodes.length).sort()).toEqual([
      1, 2,
    ]);
    expect(await importing(api, ICEWS, text)).toMatchObject({ accepted: 0, unchanged: 3 });
    expect(await engagementsOn('2011-03-05')).toHaveLength(2);
  });

  test('that look the same are told apart by how often they came before', async () => {
    const text = events('2011-03-06 | Iraq | Consult | Qatar', '2011-03-06 | Iraq | Consult | Qatar');

    expect(await importing(api, ICEWS, text)).toMatchObject({ accepted: 2 });
    expect(await engagementsOn('2011-03-06')).toHaveLength(2);
    expect(await importing(api, ICEWS, text)).toMatchObject({ accepted: 0, unchanged: 2 });
  });

  test('warn of names that may be anybody, of sectors and countries that no list has, and lose none', async () => {
    const run = await importing(
      api,
      ICEWS,
      events(
        '2011-03-07 | Zorblax | Consult | Qatar',
        '2011-03-07 | Juggler (Qatar) | Consult | Qatar',
        '2011-03-07 | Police (Ruritania) | Consult | Qatar',
        '2011-03-07 | Head of Government (Ruritania) | Consult | Qatar',
      ),
    );

    expect(run).toMatchObject({ accepted: 4, skipped: 0 });
    const warnings = await api.database.writer.query(
      `SELECT kind, value, sum(count)::int AS count FROM import_warning WHERE run_id = $1 GROUP BY 1, 2 ORDER BY 1, 2`,
      [run.runId],
    );
    expect(warnings).toEqual([
      { kind: 'participant', value: 'Zorblax', count: 1 },
      { kind: 'sector', value: 'Juggler', count: 1 },
      { kind: 'state', value: 'Ruritania', count: 2 },
    ]);
  });

  test('are refused or skipped alone', async () => {
    const run = await importing(
      api,
      ICEWS,
      `${events(
        '2011-02-30 | Iraq | Consult | Qatar',
        '2011-03-08 | Iraq |  | Qatar',
        '2011-03-08 | Iraq | Praise or endorse | Qatar',
        '2011-03-08 | Iraq | Juggle with | Qatar',
        '2011-03-08 | Citizen (Iraq) | Consult | Student (Iraq)',
      )}2011-03-08\tIraq\n`,
    );

    expect(run).toMatchObject({ read: 6, accepted: 0, skipped: 3, rejected: 3 });
    const reasons = await api.database.writer.query(
      'SELECT reason, value FROM import_rejection WHERE run_id = $1 ORDER BY line',
      [run.runId],
    );
    expect(reasons).toMatchObject([
      { reason: 'BAD_DATE', value: '2011-02-30' },
      { reason: 'MISSING_VALUE' },
      { reason: 'MALFORMED_ROW' },
    ]);
    const skipped = await api.database.writer.query(
      'SELECT code FROM import_skip WHERE run_id = $1 ORDER BY 1',
      [run.runId],
    );
    expect(skipped).toEqual([{ code: '051' }, { code: 'Juggle with' }, { code: 'no party' }]);
  });

  test('are read in the form in which they are published, where rows have names', async () => {
    const names =
      'Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\tTarget Sectors\tTarget Country';
    const row = '4711\t2011-03-09\tIraq\t\tIraq\tEngage in negotiation\t46\t7.0\tQatar\t\tQatar';

    expect(await importing(api, ICEWS, `${names}\n${row}\n`)).toMatchObject({ accepted: 1 });
    expect(await engagementsOn('2011-03-09')).toMatchObject([
      { codes: [{ code: '046' }, { code: 'CONSULT' }] },
    ]);
    const [known] = await api.database.writer.query(
      `SELECT external_id, record_id FROM import_row WHERE dataset = 'icews' AND external_id = '4711'`,
    );
    expect(typeIdOf('engagement', known.record_id)).toMatch(/^engagement_/);
  });
});

import { Api } from '../../../test/harness/api';
import { randomOf } from '../../../test/random-queries/query-generator';
import { Dimension } from './dimension.entity';

let api: Api;
const random = randomOf(35);
const below = (limit: number) => Math.floor(random() * limit);
const pick = <T>(values: readonly T[]): T => values[below(values.length)] as T;
const some = <T>(values: readonly T[], most: number) => [
  ...new Set(Array.from({ length: below(most + 1) }, () => pick(values))),
];

const STATES = ['QA', 'IQ', 'FR', 'US', 'DE', 'TR'];
const CROWD = [...STATES, 'IT', 'ES', 'PT', 'SE', 'NO', 'FI', 'DK', 'JP'];
const KINDS = ['MEETING', 'VISIT', 'CALL'];
const STATUSES = ['HELD', 'EXPECTED'];
const MARKINGS = ['CLEAR', 'CLEAR', 'CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED'];
const DATES = [
  ...[
    '2019',
    '2020',
    '2021',
    '2020-02',
    '2020-05',
    '2021-12',
    '2021-12-31',
    '2020~',
    '2021-03?',
    '2020-05-06',
  ],
  ...[
    '2019-12-20/2020-01-10',
    '2020-11/2020-12',
    '2021-02/2021-05',
    '2020/',
    '../2020',
    'XXXX-03',
    '2018/2020',
  ],
];

/** Engagements of every sort, some marked, some within others, some withdrawn; marked offices and participations too. */
beforeAll(async () => {
  api = await Api.open();
  const { given } = api;
  const ministry = await given.organization('A ministry', {
    orgKind: 'MINISTRY',
    state: 'IQ',
    marking: 'AMBER',
  });
  const office = await given.position('Minister', {
    organization: ministry,
    level: 'MINISTER',
    marking: 'AMBER',
  });
  const minister = await given.tenure(await given.person('A minister'), office);
  const service = await given.organization('A service', { state: 'TR', marking: 'RED' });
  const visits: string[] = [];
  const met: string[] = [];
  for (let number = 0; number < 90; number++) {
    const states = number % 15 === 0 ? CROWD : some(STATES, 4);
    const kind = pick(KINDS);
    const isWithin = visits.length > 0 && random() < 0.3;
    const id = await given.engagement({
      kind,
      status: pick(STATUSES),
      number: random() < 0.1 ? 'SEVERAL' : 'ONE',
      marking: pick(MARKINGS),
      when: random() < 0.05 ? null : { edtf: pick(DATES) },
      parent: isWithin ? pick(visits) : null,
      participations: [
        ...states.map((actor) => ({
          actor,
          role: pick(['PARTICIPANT', 'PARTICIPANT', 'HOST', 'INVITER']),
          level: random() < 0.4 ? pick(['MINISTER', 'OFFICIAL', 'AMBASSADOR']) : null,
        })),
        ...(random() < 0.3 ? [{ tenure: minister }] : []),
        ...(random() < 0.2 ? [{ actor: service, level: 'HEAD_OF_STATE' }] : []),
      ],
    });
    if (kind === 'VISIT' && !isWithin) visits.push(id);
    else if (random() < 0.1)
      await api.data(
        'mutation ($id: ID!) { retract(id: $id, expectedVersion: 1, reason: "an error") { id } }',
        { id },
      );
    else met.push(id);
  }
  for (let number = 0; number < 8; number++) await theSame(pick(met), pick(met));
}, 120_000);
afterAll(() => api.close());

async function theSame(one: string, other: string): Promise<void> {
  if (one !== other)
    await api.data(
      'mutation ($ids: [ID!]!) { decideIdentity(records: $ids, status: SAME, reason: "one meeting") { id } }',
      {
        ids: [one, other],
      },
    );
}

const QUERY = `query ($filter: EngagementFilter, $by: [Dimension!]!, $top: Int, $fillEmpty: Boolean, $perYear: Boolean) {
  engagements(filter: $filter, first: 0) {
    groups(by: $by, top: $top, fillEmpty: $fillEmpty) { count period kind engagementStatus level state { iso2 } relationship { id } }
    network(perYear: $perYear, top: $top) { from { id } to { id } year count highestLevel } } }`;

const PERIODS = [Dimension.YEAR, Dimension.QUARTER, Dimension.MONTH];
const OTHERS = [Dimension.KIND, Dimension.STATUS, Dimension.LEVEL];

function dimensions(): Dimension[] {
  const chosen = [
    ...(random() < 0.7 ? [pick(PERIODS)] : []),
    ...some(OTHERS, 1),
    ...(random() < 0.6 ? [pick([Dimension.STATE, Dimension.RELATIONSHIP])] : []),
  ];
  return random() < 0.5 ? chosen : chosen.reverse();
}

function filter(): { [field: string]: unknown } {
  const when = pick([
    null,
    { from: '2020' },
    { to: '2020' },
    { from: '2020', to: '2021' },
    { from: '2020-02' },
  ]);
  return {
    ...(random() < 0.3 ? { kind: some(KINDS, 2) } : {}),
    ...(random() < 0.3 ? { status: some(STATUSES, 2) } : {}),
    ...(when ? { when } : {}),
  };
}

/** Whether any of the statements since the last was over records, or all were over counters. */
const isByCounters = () => api.sql.some((text) => text.includes('FROM counted t'));

test('counters and records give the same groups and ties, whoever reads and whatever is asked', async () => {
  const disagreements: unknown[] = [];
  let byCounters = 0;
  let rows = 0;
  for (let number = 0; number < 150; number++) {
    const asked = {
      by: dimensions(),
      top: pick([1, 5, 1000]),
      fillEmpty: random() < 0.3,
      perYear: random() < 0.5,
    };
    const wanted = filter();
    const clearance = below(5);
    api.sql.length = 0;
    const counted = await api.read(clearance, QUERY, { ...asked, filter: wanted });
    if (isByCounters()) byCounters++;
    api.sql.length = 0;
    // The same condition by another way, which no counter knows.
    const found = await api.read(clearance, QUERY, {
      ...asked,
      filter: { ...wanted, or: [{ isRetracted: false }] },
    });
    expect(isByCounters()).toBe(false);
    expect(found.errors ?? counted.errors).toBeUndefined();
    rows += found.data.engagements.groups.length + found.data.engagements.network.length;
    if (JSON.stringify(counted) !== JSON.stringify(found))
      disagreements.push({
        clearance,
        wanted,
        asked,
        counted: counted.data.engagements,
        found: found.data.engagements,
      });
  }
  expect(disagreements.slice(0, 1)).toEqual([]);
  expect(byCounters).toBeGreaterThan(90);
  expect(rows).toBeGreaterThan(3_000);
}, 120_000);

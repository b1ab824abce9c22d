import type { EventPosition } from '../../src/features/feed/event-cursor.rule';
import { makeIdsBy } from '../../src/platform/type-id';
import { Api } from '../harness/api';
import { headOf, STREAM } from '../harness/history';
import { type Ear, Listening, until } from '../harness/listening';
import { freshTestDatabase } from '../harness/postgres/test-database';

const CLEAR = 0;
const DAY_ONE = Date.UTC(2026, 10, 1);

interface World {
  api: Api;
  /** Ids by the name that a step gave them. */
  ids: { [name: string]: string };
}

interface Step {
  isRed: boolean;
  /** Answers with ids that later steps need. */
  run(world: World): Promise<unknown>;
  name?: string;
}

const open = (name: string, run: Step['run']): Step => ({ isRed: false, name, run });
const red = (name: string, run: Step['run']): Step => ({ isRed: true, name, run });

async function amend({ api }: World, id: string | undefined, version: number, input: object): Promise<void> {
  await api.data(
    'mutation ($id: ID!, $version: Int!, $input: EngagementInput!) { amendEngagement(id: $id, expectedVersion: $version, input: $input, reason: "Seen anew") { id } }',
    { id, version, input },
  );
}

/** What is open and what is RED, in turns. */
const STEPS: readonly Step[] = [
  red('envoy', ({ api }) => api.given.person('Secret Envoy', { marking: 'RED', wikidataId: 'Q99999991' })),
  open('visit', ({ api }) => api.given.engagement({ kind: 'VISIT', title: 'Open visit' })),
  red('talks', ({ api, ids }) =>
    api.given.engagement({
      title: 'Secret talks',
      marking: 'RED',
      parent: ids.visit,
      participations: [{ actor: 'QA' }, { actor: ids.envoy, onBehalfOf: 'IQ' }],
    }),
  ),
  open('meeting', ({ api, ids }) =>
    api.given.engagement({
      title: 'Open meeting',
      parent: ids.visit,
      participations: [
        { actor: 'QA', level: 'OFFICIAL' },
        { descriptor: 'guests', onBehalfOf: 'IQ' },
      ],
    }),
  ),
  open('source', ({ api }) => api.given.source({ kind: 'OFFICIAL_STATEMENT', text: 'The two met.' })),
  red('interview', ({ api }) =>
    api.given.source({ kind: 'INTERVIEW', text: 'They quarrelled.', marking: 'RED' }),
  ),
  red('secret claim', ({ api, ids }) =>
    api.given.claim({
      source: ids.interview,
      statement: 'They quarrelled.',
      predicate: 'ASSESSMENT',
      targets: [{ record: ids.meeting }],
      passages: [{ quote: 'They quarrelled.', start: 0, end: 16 }],
    }),
  ),
  open('amended', (world) => amend(world, world.ids.meeting, 1, { title: 'Open meeting of two' })),
  red('secretly amended', (world) => amend(world, world.ids.talks, 1, { title: 'Secret talks of three' })),
  open('claim', ({ api, ids }) =>
    api.given.claim({
      source: ids.source,
      statement: 'The two met.',
      predicate: 'ASSESSMENT',
      targets: [{ record: ids.meeting }],
      passages: [{ quote: 'The two met.', start: 0, end: 12 }],
    }),
  ),
  red('secretly withdrawn', async ({ api, ids }) => {
    await api.data(
      'mutation ($id: ID!) { retract(id: $id, expectedVersion: 2, reason: "A mistake") { id } }',
      {
        id: ids.talks,
      },
    );
  }),
  open('strict', ({ api }) => api.given.engagement({ title: 'Strict talks', marking: 'AMBER_STRICT' })),
  open('opened', (world) => amend(world, world.ids.strict, 1, { marking: 'CLEAR' })),
  red('another secret', ({ api }) => api.given.place('Secretville', 'QA', { marking: 'RED' })),
  open('closed', (world) => amend(world, world.ids.visit, 1, { marking: 'AMBER' })),
  open('withdrawn', async ({ api, ids }) => {
    await api.data(
      'mutation ($id: ID!) { retract(id: $id, expectedVersion: 2, reason: "A mistake") { id } }',
      {
        id: ids.meeting,
      },
    );
  }),
  red('last secret', ({ api }) => api.given.engagement({ title: 'Secret talks again', marking: 'RED' })),
];

const FILTERS = [
  {},
  { involving: ['IQ'] },
  { not: { engagementKind: ['VISIT'] } },
  { recordType: ['CLAIM'] },
];

/** The ids and the time of a step are its own, whatever else happens. */
function stopTheClock(api: Api): (step: number) => void {
  let time = DAY_ONE;
  let made = 0;
  makeIdsBy(() => {
    const hex = time.toString(16).padStart(12, '0');
    const count = (++made).toString(16).padStart(12, '0');
    return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${count}`;
  });
  api.runtime.clock = () => new Date(time);
  return (step) => {
    time = DAY_ONE + step * 1_000;
    made = 0;
  };
}

type Streams = { [name: string]: string[] };

const bytesOf = (ear: Ear) => ear.frames.map(({ body, cursor }) => `${cursor} ${body.toString()}`);

/** Everything a CLEAR reader can be sent: live, from memory, from the log, and as a snapshot. */
async function streamsOf(
  hasRed: boolean,
  plant: (api: Api) => Promise<void> = async () => {},
): Promise<Streams> {
  await freshTestDatabase();
  const api = await Api.open();
  const at = stopTheClock(api);
  const world: World = { api, ids: {} };
  await api.database.writer.query(`UPDATE event_head SET epoch = '0123456789abcdef'`);
  await plant(api);
  const begin = await headOf(api, CLEAR);
  const listening = await Listening.on(api);
  const live = await Promise.all(
    FILTERS.map((filter) => listening.hear(STREAM, { clearance: CLEAR, variables: { filter } })),
  );
  for (const [index, step] of STEPS.entries()) {
    at(index + 1);
    if (step.isRed && !hasRed) continue;
    const id = await step.run(world);
    if (step.name && typeof id === 'string') world.ids[step.name] = id;
    await api.sequence();
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  const byLog = await Listening.on(api);
  const heard: Streams = Object.fromEntries(live.map((ear, nth) => [`live ${nth}`, bytesOf(ear)]));
  for (const [name, each] of Object.entries({ memory: listening, log: byLog }))
    for (const [nth, filter] of FILTERS.entries()) {
      const ear = await each.hear(STREAM, { clearance: CLEAR, variables: { filter, after: begin } });
      const snapshot = await each.hear(STREAM, { clearance: CLEAR, variables: { filter, from: 'SNAPSHOT' } });
      await until(
        () => snapshot.error !== null || snapshot.told.at(-1)?.__typename === 'SnapshotEnd',
        'the snapshot',
      );
      await new Promise((resolve) => setTimeout(resolve, 100));
      heard[`${name} ${nth}`] = bytesOf(ear);
      heard[`${name} ${nth}, snapshot`] = bytesOf(snapshot);
    }
  await Promise.all([listening.stop(), byLog.stop()]);
  await api.close();
  return heard;
}

/** One number for all clearances, as a log would have that counts its events once. */
async function countOnce(api: Api): Promise<void> {
  const { eventCursors, database } = api.runtime;
  const seqs = new Map<number, number>();
  const write = eventCursors.write.bind(eventCursors);
  const refresh = async () => {
    const rows = await database.writer.query('SELECT number_clear, seq FROM event_log');
    for (const row of rows)
      if (row.number_clear !== null) seqs.set(Number(row.number_clear), Number(row.seq));
  };
  const sequence = api.sequence.bind(api);
  api.sequence = async () => {
    const count = await sequence();
    await refresh();
    return count;
  };
  eventCursors.write = (position: EventPosition) =>
    write({ ...position, number: seqs.get(position.number) ?? position.number });
}

describe('two databases that differ in RED records alone', () => {
  let withRed: Streams;
  let without: Streams;

  beforeAll(async () => {
    withRed = await streamsOf(true);
    without = await streamsOf(false);
  }, 60_000);
  afterAll(() => makeIdsBy());

  test('send a CLEAR reader the same bytes, cursors included', () => {
    expect(withRed).toEqual(without);
    expect(withRed['live 0']?.length).toBeGreaterThan(8);
    expect(withRed['log 0']?.length).toBeGreaterThan(5);
    expect(withRed['log 0, snapshot']?.length).toBeGreaterThan(3);
  });

  test('would not, if events were counted once for all', async () => {
    const counted = await streamsOf(true, countOnce);

    expect(counted).not.toEqual(without);
    const bodies = (streams: Streams) => streams['live 0']?.map((text) => text.replace(/[\w-]{20,}/g, ''));
    expect(bodies(counted)).toEqual(bodies(without));
  }, 60_000);
});

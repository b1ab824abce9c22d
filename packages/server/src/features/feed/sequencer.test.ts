import { Api } from '../../../test/harness/api';
import { typeIdOf, uuidOf } from '../../platform/type-id';
import { FacetsQuery } from './facets.query';
import { SEQUENCER_SETTINGS, Sequencer } from './sequencer.job';

/** As every installation has it. */
const QATAR = '019b76da-a800-7000-8000-000000000634';
const NUMBERS = ['number_clear', 'number_green', 'number_amber', 'number_amber_strict', 'seq'];

interface Entry {
  seq: string;
  version_id: string;
  record_id: string;
  version: number;
  change: string;
  marking: number;
  former_marking: number | null;
  // biome-ignore lint/suspicious/noExplicitAny: facets of any record.
  facets_before: any;
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  facets_after: any;
  [number: string]: unknown;
}

let api: Api;
let db: ReturnType<Api['database']['alone']>;
let sequencer: Sequencer;

beforeAll(async () => {
  api = await Api.open();
  db = api.database.alone('sequencer of this test', SEQUENCER_SETTINGS);
  await db.connect();
  const facets = new FacetsQuery(
    (clearance) => api.database.reader(clearance),
    () => api.today,
  );
  sequencer = new Sequencer(db, facets);
});
beforeEach(() => api.sequence());
afterAll(async () => {
  await db.end();
  await api.close();
});

const log = (where = 'TRUE', values: unknown[] = []): Promise<Entry[]> =>
  api.database.writer.query(`SELECT * FROM event_log WHERE ${where} ORDER BY seq`, values);

const headOf = async () => Number((await api.database.writer.query('SELECT seq FROM event_head'))[0].seq);

/** The entries of what is done, once it is numbered. */
async function told(write: () => Promise<unknown>): Promise<Entry[]> {
  const before = await headOf();
  await write();
  await api.sequence();
  return log('seq > $1', [before]);
}

/** Which clearances have a number for it. */
const numbered = (entry: Entry | undefined) =>
  NUMBERS.flatMap((column, clearance) => (entry?.[column] === null ? [] : [clearance]));

const amend = (id: string, expectedVersion: number, input: object) =>
  api.query(
    'mutation ($id: ID!, $expectedVersion: Int!, $input: EngagementInput!) { amendEngagement(id: $id, expectedVersion: $expectedVersion, input: $input) { version } }',
    { id, expectedVersion, input },
  );

async function versionOf(id: string): Promise<number> {
  return (await api.data('query ($id: ID!) { engagement(id: $id) { version } }', { id })).engagement.version;
}

/** Numbers of each clearance are 1, 2, 3 …, and those of the head are the last. */
async function expectDense(): Promise<void> {
  const entries = await log();
  const [head] = await api.database.writer.query('SELECT numbers || seq AS numbers FROM event_head');
  for (const [clearance, column] of NUMBERS.entries()) {
    const given = entries.flatMap((entry) => (entry[column] === null ? [] : [Number(entry[column])]));
    expect(given).toEqual(given.map((_, index) => index + 1));
    expect(Number(head.numbers[clearance])).toBe(given.length);
  }
}

describe('the numbers of the log', () => {
  test('are given to those who may know of it', async () => {
    const [clear, amber, red] = await told(async () => {
      for (const marking of ['CLEAR', 'AMBER', 'RED']) await api.given.engagement({ marking });
    });

    expect([clear, amber, red].map(numbered)).toEqual([[0, 1, 2, 3, 4], [2, 3, 4], [4]]);
    await expectDense();
  });

  test('tell those who lose a record that it went, and those who gain it that it came', async () => {
    const id = await api.given.engagement({ marking: 'GREEN' });
    await api.sequence();
    const [raised, lowered] = await told(async () => {
      await amend(id, 1, { marking: 'RED' });
      await api.sequence();
      await amend(id, 2, { marking: 'CLEAR' });
    });

    expect(raised).toMatchObject({ former_marking: 1, marking: 4, facets_after: { marking: 4 } });
    expect(numbered(raised)).toEqual([1, 2, 3, 4]);
    expect(lowered).toMatchObject({ former_marking: 4, marking: 0, facets_after: { marking: 0 } });
    expect(numbered(lowered)).toEqual([0, 1, 2, 3, 4]);
    await expectDense();
  });

  test('say nothing of a record that was hidden before it was told of', async () => {
    const entries = await told(async () => {
      const id = await api.given.engagement();
      await amend(id, 1, { marking: 'RED' });
    });

    expect(entries.map(numbered)).toEqual([[4], [4]]);
  });

  test('say nothing of a change that is hidden', async () => {
    const envoy = await api.given.person('Quiet Envoy', { marking: 'RED' });
    const id = await api.given.engagement({ participations: [{ actor: 'QA' }] });
    await api.sequence();
    const [hidden] = await told(async () => {
      const [{ participations }] = [
        (await api.data('query ($id: ID!) { engagement(id: $id) { participations { id } } }', { id }))
          .engagement,
      ];
      await amend(id, 1, { participations: [{ id: participations[0].id, actor: 'QA' }, { actor: envoy }] });
    });

    expect(hidden).toMatchObject({ version: 1, marking: 4, former_marking: 0 });
    expect(numbered(hidden)).toEqual([4]);
    expect(hidden?.facets_after.actors[uuidOf(envoy, 'actor', 'id')]).toBe(4);
  });
});

describe('the sequencer', () => {
  test('gives each event the state it made, however late it is numbered', async () => {
    const entries = await told(async () => {
      const id = await api.given.engagement({ kind: 'MEETING' });
      await amend(id, 1, { kind: 'VISIT' });
      await amend(id, 2, { kind: 'CALL' });
    });

    expect(
      entries.map(({ facets_before, facets_after }) => [facets_before?.kind, facets_after.kind]),
    ).toEqual([
      [undefined, 'MEETING'],
      ['MEETING', 'VISIT'],
      ['VISIT', 'CALL'],
    ]);
  });

  test('gives it also where what the record hangs on changed since', async () => {
    const facets = new FacetsQuery(
      (clearance) => api.database.reader(clearance),
      () => api.today,
    );
    const topic = await api.given.topic('a-topic');
    const broader = await api.given.topic('a-broader-topic');
    const organization = await api.given.organization('An organ', { state: 'QA' });
    const tenure = await api.given.tenure(
      await api.given.person('An envoy'),
      await api.given.position('Envoy', { organization, level: 'AMBASSADOR' }),
    );
    const meeting = await api.given.engagement({ participations: [{ tenure }], agenda: [{ topic }] });
    const agreement = await api.given.agreement({
      title: 'Text',
      parties: [{ actor: organization }, { actor: 'IQ' }],
    });
    await api.sequence();
    const uuids = [uuidOf(meeting, 'engagement', 'id'), uuidOf(agreement, 'agreement', 'id')];
    const amendAny = async (type: string, id: string, input: object) => {
      const [{ version }] = await api.database.writer.query('SELECT version FROM record WHERE id = $1', [
        uuidOf(id, type.toLowerCase(), 'id'),
      ]);
      await api.data(
        `mutation ($id: ID!, $version: Int!, $input: ${type}Input!) { amend${type}(id: $id, expectedVersion: $version, input: $input) { id } }`,
        { id, version, input },
      );
    };
    const act = (kind: string) =>
      api.data(
        'mutation ($agreement: ID!, $input: AgreementActionInput!) { recordAgreementAction(agreement: $agreement, input: $input) { id } }',
        { agreement, input: { kind, on: { edtf: '2020' } } },
      );
    const steps: (() => Promise<unknown>)[] = [
      () => amendAny('Engagement', meeting, { kind: 'VISIT' }),
      () => act('TEXT_AGREED'),
      () => amendAny('Actor', organization, { state: 'IR' }),
      () => amendAny('Engagement', meeting, { kind: 'CALL' }),
      () => act('SIGNATURE'),
      () => amendAny('Topic', topic, { parent: broader }),
      () => amendAny('Engagement', meeting, { participations: [{ tenure }, { actor: 'FR' }] }),
      () => amendAny('Agreement', agreement, { topics: [topic] }),
      () => amendAny('Engagement', meeting, { agenda: [] }),
      () =>
        api.data(
          'mutation ($id: ID!) { retract(id: $id, expectedVersion: 5, reason: "wrong") { __typename } }',
          { id: meeting },
        ),
    ];
    const states: unknown[] = [];
    const entries = await told(async () => {
      for (const step of steps) {
        await step();
        const [{ record_id, record_type }] = await api.database.writer.query(
          'SELECT record_id, record_type FROM record_version ORDER BY id DESC LIMIT 1',
        );
        if (uuids.includes(record_id))
          states.push((await facets.of(db, record_type, [record_id])).get(record_id));
      }
    });

    expect(states).toHaveLength(8);
    expect(
      entries.filter((entry) => uuids.includes(entry.record_id)).map((entry) => entry.facets_after),
    ).toEqual(states);
  });

  test('knows what a record was that no event told of', async () => {
    const [entry] = await told(() =>
      api.data(
        'mutation ($id: ID!) { amendActor(id: $id, expectedVersion: 1, input: { region: "034" }) { version } }',
        { id: typeIdOf('actor', QATAR) },
      ),
    );

    expect(entry).toMatchObject({ former_marking: 0, facets_before: { actors: { [QATAR]: 0 } } });
  });

  test('loses nothing and keeps the order within records, whoever writes at a time', async () => {
    const before = await headOf();
    const hot = await Promise.all([1, 2, 3].map((nth) => api.given.engagement({ title: `Hot ${nth}` })));
    const [{ versions }] = await api.database.writer.query(
      'SELECT count(*)::integer AS versions FROM record_version',
    );
    let isOver = false;
    const numbering = (async () => {
      while (!isOver) await api.sequence();
    })();
    const write = async (writer: number) => {
      for (let nth = 0; nth < 15; nth++) {
        if (nth % 5 === writer % 5) await rolledBack();
        else if (nth % 2 === 0) await api.given.engagement({ title: `By ${writer}` });
        else {
          const id = hot[(writer + nth) % hot.length] as string;
          await amend(id, await versionOf(id), { title: `By ${writer}, ${nth}` });
        }
      }
    };
    await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map(write));
    isOver = true;
    await numbering;
    await api.sequence();

    const entries = await log('seq > $1', [before]);
    const [after] = await api.database.writer.query(
      'SELECT count(*)::integer AS versions FROM record_version',
    );
    expect(await headOf()).toBe(before + hot.length + after.versions - versions);
    expect(new Set(entries.map((entry) => entry.version_id)).size).toBe(entries.length);
    const last = new Map<string, number>();
    for (const { record_id, version } of entries) {
      expect(version).toBe((last.get(record_id) ?? 0) + 1);
      last.set(record_id, version);
    }
    await expectDense();
  });

  test('is not held up by a transaction that stays open', async () => {
    const id = await api.given.engagement();
    await api.sequence();
    const other = api.database.alone('slow writer');
    await other.connect();
    await other.query('BEGIN');
    await other.query(
      'INSERT INTO event_outbox (version_id, record_id) SELECT id, record_id FROM record_version WHERE record_id = $1',
      [uuidOf(id, 'engagement', 'id')],
    );

    expect(await told(() => api.given.engagement())).toHaveLength(1);
    expect(await told(() => other.query('COMMIT'))).toHaveLength(1);
    await other.end();
    await expectDense();
  });

  test('begins anew where a pass failed', async () => {
    await api.given.engagement();
    await api.database.writer.query('ALTER TABLE event_subject RENAME TO elsewhere');
    await expect(sequencer.pass()).rejects.toThrow('event_subject');
    await api.database.writer.query('ALTER TABLE elsewhere RENAME TO event_subject');

    expect(await sequencer.pass()).toBe(1);
    await expectDense();
  });
});

describe('the lanes of the outbox', () => {
  const many = async (count: number): Promise<string[]> => {
    const { recordEngagements } = await api.data(
      'mutation ($inputs: [EngagementInput!]!) { recordEngagements(inputs: $inputs) { engagement { id } } }',
      { inputs: Array.from({ length: count }, () => ({ kind: 'MEETING', status: 'HELD' })) },
    );
    return recordEngagements.map(({ engagement }: { engagement: { id: string } }) => engagement.id);
  };
  /** Which of the records a pass of so many numbered, in their order. */
  const pass = async (most: number): Promise<string[]> => {
    const before = await headOf();
    await sequencer.pass(most);
    return (await log('seq > $1', [before])).map((entry) => entry.record_id);
  };
  const uuids = (ids: readonly string[]) => ids.map((id) => uuidOf(id, 'engagement', 'id'));

  test('let what is live pass what is bulk', async () => {
    const bulk = uuids(await many(20));
    const [live] = uuids([await api.given.engagement()]);

    expect(await pass(10)).toEqual([live, ...bulk.slice(0, 2)]);
    expect(await pass(10)).toEqual(bulk.slice(2, 12));
  });

  test('keep a share for bulk, however much is live', async () => {
    const bulk = uuids(await many(3));
    const live: string[] = [];
    for (let nth = 0; nth < 12; nth++) live.push(...uuids([await api.given.engagement()]));

    expect(await pass(10)).toEqual([...live.slice(0, 8), ...bulk.slice(0, 2)]);
    expect(await pass(10)).toEqual([...live.slice(8), ...bulk.slice(2)]);
  });

  test('keep the order within a record', async () => {
    const bulk = await many(3);
    await amend(bulk[2] as string, 1, { kind: 'VISIT' });

    expect(await pass(2)).toEqual(uuids(bulk.slice(0, 2)));
    expect(await pass(2)).toEqual(uuids(bulk.slice(2)));
    expect(await pass(2)).toEqual(uuids(bulk.slice(2)));
  });
});

describe('erasure', () => {
  test('takes from the log what the record was, but tells those who were told of it', async () => {
    const id = await api.given.engagement({ participations: [{ actor: 'QA' }] });
    await amend(id, 1, { title: 'Changed' });
    const entries = await told(() =>
      api.data('mutation ($id: ID!) { expunge(id: $id, reason: "by order") }', { id }),
    );
    const [{ facets }] = await api.database.writer.query(
      'SELECT facets FROM event_subject WHERE record_id = $1',
      [uuidOf(id, 'engagement', 'id')],
    );

    expect(entries.map((entry) => entry.change)).toEqual(['RECORDED', 'AMENDED', 'EXPUNGED']);
    expect(JSON.stringify(entries.slice(0, 2))).not.toContain('actors');
    expect(entries[2]).toMatchObject({ facets_after: { marking: 0, isGone: true } });
    expect(facets).toEqual({ marking: 0, isGone: true });
    await expectDense();
  });

  test('is told with whom it concerned, as it was told before', async () => {
    const id = await api.given.engagement({ participations: [{ actor: 'QA' }] });
    const [recorded, expunged] = await told(async () => {
      await api.sequence();
      await api.data('mutation ($id: ID!) { expunge(id: $id, reason: "by order") }', { id });
    });

    expect(recorded?.facets_after).toEqual({ marking: 0 });
    expect(Object.keys(expunged?.facets_before.actors)).toHaveLength(1);
    expect(expunged?.facets_after).toEqual({ marking: 0, isGone: true });
  });
});

/** A change that fails at its end: the outbox skips an id. */
async function rolledBack(): Promise<void> {
  const failing = api.database.writer.transaction(async (manager) => {
    await manager.query(
      'INSERT INTO event_outbox (version_id, record_id) SELECT id, record_id FROM record_version LIMIT 1',
    );
    throw new Error('as planned');
  });
  await expect(failing).rejects.toThrow('as planned');
}

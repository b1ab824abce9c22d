import { Api } from '../../../test/harness/api';

const BULK = `mutation ($inputs: [EngagementInput!]!, $key: String) {
  recordEngagements(inputs: $inputs, idempotencyKey: $key) { engagement { id title version } code field message }
}`;

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api.close());

const held = (more: object = {}) => ({ kind: 'MEETING', status: 'HELD', ...more });

describe('recordEngagements', () => {
  test('records what it accepts, and says of each of the others why and where, in the order of the inputs', async () => {
    const { recordEngagements } = await api.data(BULK, {
      inputs: [
        held({ title: 'sound', participations: [{ actor: 'KI' }] }),
        held({ title: 'nobody', participations: [{ actor: 'KI' }, {}] }),
        { status: 'HELD' },
        held({ title: 'nowhere', place: 'place_01h455vb4pex5vsknk084sn02q' }),
        held({ when: { edtf: '2021-13' } }),
        held({ edition: 0 }),
        held({ title: 'sound too', participations: [{ descriptor: 'officials', onBehalfOf: 'KI' }] }),
      ],
    });

    expect(recordEngagements).toMatchObject([
      { engagement: { title: 'sound', version: 1 }, code: null, field: null, message: null },
      { engagement: null, code: 'BAD_USER_INPUT', field: 'participations.1.actor' },
      { engagement: null, code: 'BAD_USER_INPUT', field: 'kind' },
      { engagement: null, code: 'NOT_FOUND', field: 'place', message: 'place names no place' },
      { engagement: null, code: 'BAD_USER_INPUT', field: 'when.edtf' },
      { engagement: null, code: 'BAD_USER_INPUT', field: 'edition' },
      { engagement: { title: 'sound too', version: 1 } },
    ]);
    const { engagements } = await api.data('{ engagements(filter: {involving: "KI"}) { totalCount } }');
    expect(engagements.totalCount).toBe(2);
  });

  test('names the wrong reference of each item by its own place', async () => {
    const { recordEngagements } = await api.data(BULK, {
      inputs: [held({ participations: [{ actor: 'ZZ' }] }), held({ venueOrganization: 'ZZ' })],
    });

    expect(recordEngagements).toMatchObject([
      { field: 'participations.0.actor' },
      { field: 'venueOrganization' },
    ]);
  });

  test('writes nothing if it accepts none', async () => {
    const [before] = await api.database.writer.query('SELECT count(*) FROM record');
    const { recordEngagements } = await api.data(BULK, { inputs: [{}, {}] });

    expect(recordEngagements).toMatchObject([{ code: 'BAD_USER_INPUT' }, { code: 'BAD_USER_INPUT' }]);
    expect((await api.database.writer.query('SELECT count(*) FROM record'))[0]).toEqual(before);
  });

  test('answers a repeat with what it recorded the first time, refusals included', async () => {
    const inputs = [held({ participations: [{ actor: 'NR' }] }), {}];
    const first = await api.data(BULK, { inputs, key: 'bulk of Nauru' });
    const again = await api.data(BULK, { inputs, key: 'bulk of Nauru' });
    const other = await api.query(BULK, { inputs: [...inputs, {}], key: 'bulk of Nauru' });

    expect(again).toEqual(first);
    expect(other.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', field: 'idempotencyKey' });
    const { engagements } = await api.data('{ engagements(filter: {involving: "NR"}) { totalCount } }');
    expect(engagements.totalCount).toBe(1);
  });

  test.each([0, 501])('refuses %i at once', async (count) => {
    const { errors } = await api.query(BULK, { inputs: Array.from({ length: count }, () => held()) });

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'inputs' });
  });

  test('records 500 with as few statements as it records five', async () => {
    const person = await api.given.person('A busy envoy');
    const position = await api.given.position('Envoy', { state: 'TV', level: 'AMBASSADOR' });
    const tenure = await api.given.tenure(person, position);
    const place = await api.given.place('Funafuti', 'TV');
    const topic = await api.given.topic('fisheries');
    const inputs = Array.from({ length: 500 }, (_, index) =>
      held({
        title: `Round ${index + 1}`,
        when: { edtf: '2021-05' },
        place,
        participations: [
          { tenure, role: 'VISITOR' },
          { actor: 'WS', role: 'HOST' },
        ],
        agenda: [{ topic }],
        codes: [{ scheme: 'CAMEO', code: '042', version: '1.1b3' }],
      }),
    );

    const few = await statementsOf(() => api.data(BULK, { inputs: inputs.slice(0, 5) }));
    const many = await statementsOf(() => api.data(BULK, { inputs }));

    expect(few).toBeLessThan(25);
    expect(many).toBe(few);
    const { engagements } = await api.data('{ engagements(filter: {between: ["TV", "WS"]}) { totalCount } }');
    expect(engagements.totalCount).toBe(505);
  });

  test('records the evidence of each with it, and refuses an item for its evidence alone', async () => {
    const source = await api.given.source({ kind: 'DATASET_ROW', title: 'A dataset' });
    const supported = (more: object = {}) =>
      held({ participations: [{ actor: 'FJ' }], evidence: [{ source, statement: 'They met', ...more }] });
    const { recordEngagements } = await api.data(BULK, {
      inputs: [
        supported(),
        supported({ fields: ['participations.7'] }),
        supported({ fields: ['status', 'participations.0'] }),
      ],
    });

    expect(recordEngagements).toMatchObject([
      { engagement: { version: 1 } },
      { engagement: null, code: 'BAD_USER_INPUT', field: 'evidence.0.fields.0' },
      { engagement: { version: 1 } },
    ]);
    const { engagements } = await api.data(
      '{ engagements(filter: {involving: "FJ"}, orderBy: LAST_CHANGED) { nodes { modality claims { totalCount } participations { modality } } } }',
    );
    expect(engagements.nodes).toEqual([
      { modality: 'ASSERTED', claims: { totalCount: 1 }, participations: [{ modality: 'ASSERTED' }] },
      { modality: 'ASSERTED', claims: { totalCount: 1 }, participations: [{ modality: null }] },
    ]);
  });

  test('records one that quotes a known passage before one that quotes a new one', async () => {
    const source = await api.given.source({ title: 'A bulletin', text: 'They met. They parted.' });
    const known = await api.given.claim({
      source,
      statement: 'They met',
      targets: [{ record: 'FJ' }],
      passages: [{ quote: 'They met.', start: 0, end: 9 }],
    });
    const { claim } = await api.data('query ($id: ID!) { claim(id: $id) { passages { id } } }', {
      id: known,
    });
    const quoting = (passage: object) =>
      held({ evidence: [{ source, statement: 'They did', passages: [passage] }] });
    const { recordEngagements } = await api.data(BULK, {
      inputs: [quoting({ id: claim.passages[0].id }), quoting({ quote: 'They parted.', start: 10, end: 22 })],
    });

    expect(recordEngagements).toMatchObject([{ engagement: { version: 1 } }, { engagement: { version: 1 } }]);
  });

  test('records 500 with their evidence with as few statements as it records five', async () => {
    const record = async (count: number) => {
      const source = await api.given.source({
        title: 'A chronicle',
        text: 'They met again and again. '.repeat(50),
      });
      const passage = (index: number) => ({
        quote: 'They met',
        start: 26 * (index % 50),
        end: 26 * (index % 50) + 8,
      });
      const inputs = Array.from({ length: count }, (_, index) =>
        held({
          title: `Session ${index + 1}`,
          participations: [{ actor: 'TO' }, { actor: 'PW' }],
          evidence: [{ source, statement: 'They met', passages: [passage(index)] }],
        }),
      );
      return statementsOf(() => api.data(BULK, { inputs }));
    };

    const few = await record(5);

    expect(few).toBeLessThan(40);
    expect(await record(500)).toBe(few);
    const { engagements } = await api.data(
      '{ engagements(filter: {between: ["TO", "PW"], modality: ASSERTED}, first: 1) { totalCount nodes { claims { nodes { passages { quote } } } } } }',
    );
    expect(engagements).toMatchObject({
      totalCount: 505,
      nodes: [{ claims: { nodes: [{ passages: [{ quote: 'They met' }] }] } }],
    });
  });
});

/** How many statements the door ran. */
async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const { driver } = api.database.writer;
  const create = driver.createQueryRunner.bind(driver);
  driver.createQueryRunner = (mode) => {
    const runner = create(mode);
    const query = runner.query.bind(runner) as typeof runner.query;
    runner.query = ((...args: Parameters<typeof query>) => {
      count += 1;
      return query(...args);
    }) as typeof query;
    return runner;
  };
  try {
    await work();
  } finally {
    driver.createQueryRunner = create;
  }
  return count;
}

import { Api } from '../harness/api';

const CLEAR = 0;
const RED = 4;

let api: Api;

async function record(field: string, type: string, input: object): Promise<{ id: string; version: number }> {
  const answer = await api.data(`mutation ($input: ${type}!) { ${field}(input: $input) { id version } }`, {
    input,
  });
  return answer[field];
}

describe('a record that is marked higher later', () => {
  beforeAll(async () => {
    api = await Api.open();
  });
  afterAll(() => api.close());

  const COUNT = 'query ($at: DateTime!) { asOf(recordedAt: $at) { engagements { totalCount } } }';

  test('is hidden as it was before, too', async () => {
    const { id, version } = await record('recordEngagement', 'EngagementInput', {
      kind: 'MEETING',
      status: 'HELD',
      title: 'Soon secret',
    });
    const at = new Date().toISOString();
    const counted = async () => {
      const [clear, red] = await Promise.all(
        [CLEAR, RED].map((clearance) => api.read(clearance, COUNT, { at })),
      );
      return [clear, red].map((answer) => answer?.data.asOf.engagements.totalCount);
    };
    const [clear, red] = await counted();
    await api.data(
      'mutation ($id: ID!, $v: Int!) { amendEngagement(id: $id, expectedVersion: $v, input: {marking: RED}) { id } }',
      { id, v: version },
    );

    expect(await counted()).toEqual([clear - 1, red]);
    const versions: { marking: number }[] = await api.database.writer.query(
      'SELECT DISTINCT v.marking FROM record_version v JOIN record r ON r.id = v.record_id WHERE r.marking = 4',
    );
    expect(versions).toEqual([{ marking: RED }]);
  });

  test('takes those parts with it that only point at it', async () => {
    const person = await record('recordActor', 'ActorInput', {
      kind: 'PERSON',
      names: [{ value: 'Quiet Envoy' }],
    });
    const { id } = await record('recordEngagement', 'EngagementInput', {
      kind: 'MEETING',
      status: 'HELD',
      participations: [{ actor: person.id }, { descriptor: 'officials' }],
    });
    const seen = async () =>
      (
        await api.read(
          CLEAR,
          'query ($id: ID!) { engagement(id: $id) { version participations { label } } }',
          { id },
        )
      ).data.engagement;
    const before = await seen();
    await api.data(
      'mutation ($id: ID!, $v: Int!) { amendActor(id: $id, expectedVersion: $v, input: {marking: RED}) { id } }',
      { id: person.id, v: person.version },
    );

    expect(before.participations).toEqual([{ label: 'Quiet Envoy' }, { label: 'officials' }]);
    expect(await seen()).toEqual({ version: before.version, participations: [{ label: 'officials' }] });
  });

  test('shows no part of a new record that points at it', async () => {
    const person = await record('recordActor', 'ActorInput', {
      kind: 'PERSON',
      names: [{ value: 'Hidden Envoy' }],
      marking: 'RED',
    });
    const { id } = await record('recordEngagement', 'EngagementInput', {
      kind: 'MEETING',
      status: 'HELD',
      participations: [{ actor: person.id }, { descriptor: 'officials' }],
    });

    const { data } = await api.read(
      CLEAR,
      'query ($id: ID!) { engagement(id: $id) { participations { label } } history(id: $id) { changed after } }',
      { id },
    );

    expect(data.engagement.participations).toEqual([{ label: 'officials' }]);
    expect(JSON.stringify(data.history)).not.toContain(person.id);
  });
});

import { Ear, Listening, until } from '../harness/listening';
import { DemoWorld } from './demo-world';
import { type Example, exampleTitled } from './examples';

let world: DemoWorld;
let listening: Listening;

beforeAll(() => DemoWorld.prepare());
beforeEach(async () => {
  world = await DemoWorld.open();
  listening = await Listening.on(world.api);
});
afterEach(async () => {
  await listening.stop();
  await world.close();
});

type Listen = (variables?: Example['variables']) => Promise<Ear>;

/** Declares the test of a question that is answered as things happen; `listen` is somebody without a token who asks it. */
function question(title: string, check: (listen: Listen) => Promise<void>): void {
  test(title, () => {
    const { query, variables } = exampleTitled(title);
    return check((others) =>
      listening.hear(query, { variables: { ...variables, ...others }, clearance: 0, ear: new Ear() }),
    );
  });
}

/** What is told when `count` more frames have come. */
async function told(ear: Ear, count: number) {
  await world.api.sequence();
  await until(() => ear.told.length >= count, `${count} frames`);
  return ear.told;
}

question(
  '32. Subscribe: new engagements of two states at minister level or above, resumable',
  async (listen) => {
    const { given } = world.api;
    const meeting = (title: string, level: string, states = ['QA', 'IQ']) =>
      given.engagement({
        title,
        when: { edtf: '2026-11' },
        participations: states.map((actor) => ({ actor, level })),
      });
    const ear = await listen();
    // Nothing of what was before is told.
    expect(ear.frames).toEqual([]);

    const first = await meeting('Talks of ministers', 'MINISTER');
    await meeting('Talks of officials', 'OFFICIAL');
    await meeting('Talks with a third', 'MINISTER', ['QA', 'SA']);
    const [frame] = await told(ear, 1);
    expect(frame).toEqual({
      cursor: expect.any(String),
      transition: 'CREATED',
      engagement: {
        id: first,
        version: 1,
        label: 'Talks of ministers',
        status: 'HELD',
        when: { text: null, edtf: '2026-11' },
        highestLevel: 'MINISTER',
      },
    });

    // The connection breaks; meanwhile one is recorded, and the first comes to nothing.
    ear.detach();
    const second = await meeting('A summit', 'HEAD_OF_STATE');
    await world.api.data(
      'mutation ($id: ID!) { retract(id: $id, expectedVersion: 1, reason: "Misread") { id } }',
      {
        id: first,
      },
    );
    const later = await listen({ after: frame.cursor });
    const third = await meeting('Another summit', 'HEAD_OF_STATE');

    expect(await told(later, 3)).toMatchObject([
      { transition: 'CREATED', engagement: { id: second } },
      { transition: 'DELETED', engagement: { id: first } },
      { transition: 'CREATED', engagement: { id: third } },
    ]);
    expect(ear.told).toHaveLength(1);
  },
);

import { Api } from '../../../test/harness/api';

const RECORD = `mutation ($input: ActorInput!, $key: String) {
  recordActor(input: $input, idempotencyKey: $key) { __typename id version label wikidataId names { id value kind } }
}`;

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api.close());

const organization = async (name: string, more: object = {}) =>
  (await api.data(RECORD, { input: { kind: 'ORGANIZATION', names: [{ value: name }], ...more } }))
    .recordActor;
const refusal = async (input: object) => (await api.query(RECORD, { input })).errors?.[0]?.extensions;

describe('a code', () => {
  test.each([
    ['iso2', { kind: 'STATE', iso2: 'QA' }],
    ['iso3', { kind: 'STATE', iso3: 'QAT' }],
    ['wikidataId', { kind: 'ORGANIZATION', wikidataId: 'Q846' }],
  ])('%s is borne once, and the refusal leads to its bearer', async (field, input) => {
    const { id } = (await api.data('{ actor(ref: "QA") { id } }')).actor;

    expect(await refusal({ names: [{ value: 'Second' }], ...input })).toMatchObject({
      code: 'CONFLICT',
      field,
      existingId: id,
    });
  });

  test('of a domain leads to the outlet, and is free again once that is withdrawn', async () => {
    const input = { kind: 'ORGANIZATION', names: [{ value: 'Outlet' }], domain: 'taken.example.org' };
    const first = await organization('Outlet', input);

    expect(await refusal(input)).toMatchObject({ code: 'CONFLICT', field: 'domain', existingId: first.id });
    expect(await api.data('{ actor(ref: "taken.example.org") { id } }')).toEqual({ actor: { id: first.id } });
    await api.data(
      `mutation ($id: ID!) { retract(id: $id, expectedVersion: 1, reason: "a mistake") { id } }`,
      { id: first.id },
    );
    expect(await refusal(input)).toBeUndefined();
  });

  test('recorded several times at once is taken by one', async () => {
    // Connections open in the first rounds; only then do transactions meet.
    for (let round = 1; round <= 4; round++) {
      const input = {
        kind: 'ORGANIZATION',
        names: [{ value: 'Racing' }],
        domain: `race-${round}.example.org`,
      };
      const answers = await Promise.all([1, 2, 3, 4].map(() => refusal(input)));

      expect(answers.map((answer) => answer?.code ?? 'OK').sort()).toEqual([
        'CONFLICT',
        'CONFLICT',
        'CONFLICT',
        'OK',
      ]);
      expect(answers.filter(Boolean).every((answer) => String(answer?.existingId).startsWith('actor_'))).toBe(
        true,
      );
    }
  });

  test('of a hidden actor refuses nobody who records an open one', async () => {
    const input = { kind: 'ORGANIZATION', names: [{ value: 'Hidden Outlet' }], domain: 'hidden.example.org' };
    await organization('Hidden Outlet', { ...input, marking: 'RED' });

    expect(await refusal(input)).toBeUndefined();
  });
});

describe('the bearer of a code', () => {
  test('is not told to an account that may not see it', async () => {
    const input = {
      kind: 'ORGANIZATION',
      names: [{ value: 'Covert Outlet' }],
      domain: 'covert.example.org',
      marking: 'RED',
    };
    await organization('Covert Outlet', input);
    const { errors } = await api.as({ account: 'clerk', clearance: 0, mayWrite: true }, RECORD, { input });

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', field: 'domain' });
    expect(errors?.[0]?.extensions).not.toHaveProperty('existingId');
  });
});

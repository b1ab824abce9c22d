import { Api } from '../../../test/harness/api';
import { EvidenceWorld } from '../../../test/harness/evidence';

const RECORD = `mutation ($input: ClaimInput!) {
  recordClaim(input: $input) {
    id version label predicate statement modality polarity standing marking
    source { id } targets { role record { id } part { id } field descriptor } passages { id quote quoteHash prefix suffix start end heading }
    attributions { order kind speaker { id } descriptor tenure { id } referencedSource { id } }
    relations { kind from { id } to { id } }
  }
}`;

let api: Api;
let world: EvidenceWorld;
let engagement: string;

const TEXT =
  'Doha, Qatar – A meeting 😀 took place in Doha this week between the two sides, according to a statement.';

beforeAll(async () => {
  api = await Api.open();
  world = new EvidenceWorld(api);
  engagement = await world.engagement();
});
afterAll(() => api.close());

/** The answer to an input that must be refused. */
async function refusal(input: object) {
  const { errors } = await api.query(RECORD, { input });
  expect(errors).toHaveLength(1);
  return { ...errors?.[0]?.extensions, message: errors?.[0]?.message };
}

async function refusalOf(source: string, more: object) {
  return refusal(world.claimInput(source, engagement, more as { [field: string]: unknown }));
}

describe('passages of a claim', () => {
  test('stand at their offsets, counted in code points', async () => {
    const source = await world.source({ text: TEXT });

    const wrong = await refusalOf(source, {
      passages: [{ quote: 'took place in Doha', start: 25, end: 43 }],
    });

    expect(wrong).toMatchObject({ code: 'BAD_USER_INPUT', field: 'passages.0.quote' });
    expect(wrong.message).toContain('there stands " took place in Doh"');
  });

  test('are refused with at most 40 characters of what stands there', async () => {
    const source = await world.source({ text: TEXT });

    const { message } = await refusalOf(source, {
      passages: [{ quote: 'x'.repeat(100), start: 0, end: 100 }],
    });

    expect(message).toContain('"Doha, Qatar – A meeting 😀 took place in…"');
  });

  test('are refused beyond the end of the text', async () => {
    const source = await world.source({ text: 'Short.' });

    const { message } = await refusalOf(source, { passages: [{ quote: 'Short. And', start: 0, end: 10 }] });

    expect(message).toContain('the text ends at 6');
  });

  test('may be told by hash where the text is held, if it is the hash of what stands there', async () => {
    const source = await world.source({ text: 'Short.' });
    const hash = 'f9de74bbd46f37d5b6a4ba67a7bdc6d3eb3ea5c1a3c5ec1cf3b2fd52ffd0f31c';

    expect(await refusalOf(source, { passages: [{ quoteHash: hash, start: 0, end: 5 }] })).toMatchObject({
      field: 'passages.0.quoteHash',
    });
  });

  test('are one row however many claims quote them', async () => {
    const source = await world.source({ text: TEXT });
    const passages = [{ quote: 'Doha', start: 0, end: 4 }];

    const first = (await api.data(RECORD, { input: world.claimInput(source, engagement, { passages }) }))
      .recordClaim;
    const second = (
      await api.data(RECORD, {
        input: world.claimInput(source, 'QA', { passages: [...passages, ...passages] }),
      })
    ).recordClaim;
    const third = (
      await api.data(RECORD, {
        input: world.claimInput(source, 'QA', { passages: [{ id: first.passages[0].id }] }),
      })
    ).recordClaim;

    expect([second, third].map((claim) => claim.passages)).toEqual([first.passages, first.passages]);
  });

  test('of another source are refused', async () => {
    const { recordClaim } = await api.data(RECORD, {
      input: world.claimInput(await world.source(), engagement),
    });

    const wrong = await refusalOf(await world.source(), { passages: [{ id: recordClaim.passages[0].id }] });

    expect(wrong).toMatchObject({ code: 'BAD_USER_INPUT', field: 'passages.0.id' });
  });

  test('of a text that is not held keep their hash, and the quote if it is given', async () => {
    const source = await world.source({ isHeld: false });
    const read = async (passage: object) =>
      (await api.data(RECORD, { input: world.claimInput(source, engagement, { passages: [passage] }) }))
        .recordClaim.passages[0];
    const quoteHash = '7fb2b86aa2b8cb08d0e5c7ea2a9fce3ed4dd6bb46bf6ca7d5efd4aa07b2ab9a1';

    expect(await read({ quoteHash, start: 7, end: 12 })).toMatchObject({
      quote: null,
      quoteHash,
      prefix: null,
    });
    expect(await read({ quote: 'Doha', start: 0, end: 4 })).toMatchObject({
      quote: 'Doha',
      quoteHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      prefix: null,
    });
    expect(await refusalOf(source, { passages: [{ quote: 'Dehi', start: 0, end: 4 }] })).toMatchObject({
      field: 'passages.0.quote',
    });
  });
});

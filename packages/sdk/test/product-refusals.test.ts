import {
  AbortedError,
  BadInputError,
  createClient,
  type Entente,
  NotFoundError,
  TooCostlyError,
  UnauthenticatedError,
} from '../src/index';
import { Product } from './support/product';

describe('refusals of the product', () => {
  let product: Product;
  let entente: Entente;
  beforeAll(async () => {
    product = await Product.start();
    entente = createClient({ url: product.url, auth: product.token });
  }, 60_000);
  afterAll(() => product.stop());

  const talks = { kind: 'TALKS', status: 'EXPECTED', participations: [{ actor: 'QA' }, { actor: 'IQ' }] };

  // biome-ignore lint/suspicious/noExplicitAny: an error of any class.
  const errorOf = (promise: Promise<unknown>): Promise<any> =>
    promise.then(
      () => undefined,
      (error) => error,
    );

  test('of a wrong value name the field', async () => {
    const error = await errorOf(
      entente.engagements.record({ input: { ...talks, when: { edtf: 'the ides of March' } } }),
    );

    expect(error).toBeInstanceOf(BadInputError);
    expect(error.field).toContain('when');
    expect(error.requestId).toEqual(expect.any(String));
  });

  test('of a value no version knows is bad input, too', async () => {
    expect(await errorOf(entente.engagements.list({ filter: { kind: ['SEANCE'] } }).take(1))).toBeInstanceOf(
      BadInputError,
    );
  });

  test('of an id of nothing is not found; of an id of another type, bad input', async () => {
    expect(
      await errorOf(entente.engagements.get({ id: 'engagement_01h455vb4pex5vsknk084sn02q' })),
    ).toBeInstanceOf(NotFoundError);
    expect(
      await errorOf(entente.engagements.get({ id: 'agreement_01h455vb4pex5vsknk084sn02q' })),
    ).toBeInstanceOf(BadInputError);
  });

  test('of a foreign cursor are bad input', async () => {
    const [page] = await first(entente.actors.list().pages({ size: 1 }));
    expect(await errorOf(first(entente.engagements.list().pages({ after: page?.endCursor })))).toBeInstanceOf(
      BadInputError,
    );
  });

  test('of too much say what it would have cost', async () => {
    const error = await errorOf(
      entente.request('{ engagements(first: 100) { nodes { claims(first: 100) { nodes { id } } } } }'),
    );

    expect(error).toBeInstanceOf(TooCostlyError);
    expect(error.cost).toBeGreaterThan(error.limit);
  });

  test('of a body of two megabytes are bad input', async () => {
    expect(
      await errorOf(entente.engagements.record({ input: { ...talks, summary: 'x'.repeat(2_000_000) } })),
    ).toMatchObject({ status: 413, code: 'BAD_USER_INPUT' });
  });

  test('of writing without a token', async () => {
    const anonymous = createClient({ url: product.url });

    expect(await errorOf(anonymous.engagements.record({ input: talks }))).toBeInstanceOf(
      UnauthenticatedError,
    );
  });

  test('of the caller’s own', async () => {
    expect(await errorOf(entente.engagements.list().take(1))).toBeUndefined();
    const signal = AbortSignal.timeout(1);
    expect(await errorOf(entente.claims.list({}, { signal }).take(100))).toBeInstanceOf(AbortedError);
  });
});

async function first<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  for await (const item of items) return [item];
  return [];
}

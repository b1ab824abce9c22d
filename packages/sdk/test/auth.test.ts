import { Token } from '../src/auth';
import {
  type AuthOption,
  type AuthRequest,
  createClient,
  ForbiddenError,
  UnauthenticatedError,
} from '../src/index';
import { data, refuse, ScriptedServer } from './support/scripted-server';

const ANSWER = data({ engagement: { id: 'engagement_1' } });
const id = 'engagement_1';

describe('auth', () => {
  let server: ScriptedServer;
  beforeAll(async () => {
    server = await ScriptedServer.start();
  });
  afterAll(() => server.stop());

  const client = (auth?: AuthOption) => createClient({ url: server.url, auth });
  const tokens = () => server.asked.map(({ headers }) => headers.authorization);

  test('sends a token as it is given, and none if there is none', async () => {
    server.play(ANSWER);

    await client('secret').engagements.get({ id });
    await client().engagements.get({ id });
    await client(() => null).engagements.get({ id });

    expect(tokens()).toEqual(['Bearer secret', undefined, undefined]);
  });

  test('asks for a token once, however many calls need it', async () => {
    server.play(ANSWER);
    const auth = jest.fn(async () => 'one');
    const entente = client(auth);

    await Promise.all([1, 2, 3].map(() => entente.engagements.get({ id })));

    expect(auth).toHaveBeenCalledTimes(1);
    expect(tokens()).toEqual(['Bearer one', 'Bearer one', 'Bearer one']);
  });

  test('asks for another token when the server refuses the old one, once for all calls', async () => {
    server.script = ({ headers }, response) =>
      headers.authorization === 'Bearer 2'
        ? ANSWER({} as never, response)
        : refuse('UNAUTHENTICATED', {}, 401)({} as never, response);
    let count = 0;
    const reasons: string[] = [];
    const auth = async ({ reason }: AuthRequest) => {
      reasons.push(reason);
      return String(++count);
    };
    const entente = client(auth);

    await Promise.all([1, 2, 3, 4].map(() => entente.engagements.get({ id })));

    expect(reasons).toEqual(['initial', 'expired']);
  });

  test('asks once though two calls are refused in the same moment', async () => {
    const auth = jest.fn(async ({ reason }: AuthRequest) => reason);
    const token = new Token(auth);
    const old = await token.current();

    expect(await Promise.all([token.renew(old, 'expired'), token.renew(old, 'expired')])).toEqual([
      true,
      true,
    ]);
    expect(auth).toHaveBeenCalledTimes(2);
  });

  test('gives up when the other token is refused, too', async () => {
    server.play(refuse('UNAUTHENTICATED', {}, 401));
    let count = 0;

    await expect(client(() => String(++count)).engagements.get({ id })).rejects.toBeInstanceOf(
      UnauthenticatedError,
    );
    expect(server.asked).toHaveLength(2);
  });

  test('does not repeat what was forbidden with the same token', async () => {
    server.play(refuse('FORBIDDEN'));
    const auth = jest.fn(() => 'same');

    await expect(client(auth).engagements.get({ id })).rejects.toBeInstanceOf(ForbiddenError);
    expect(auth).toHaveBeenLastCalledWith({ reason: 'forbidden' });
    expect(server.asked).toHaveLength(1);
  });

  test('repeats what was forbidden with a token that allows more', async () => {
    server.play(refuse('FORBIDDEN'), ANSWER);

    await client(({ reason }: AuthRequest) => reason).engagements.get({ id });

    expect(tokens()).toEqual(['Bearer initial', 'Bearer forbidden']);
  });

  test('that fails is told as such, and asked anew by the next call', async () => {
    server.play(ANSWER);
    const auth = jest
      .fn()
      .mockImplementationOnce(() => {
        throw new Error('vault sealed');
      })
      .mockRejectedValueOnce(new Error('vault shut'))
      .mockResolvedValue('open');
    const entente = client(auth);

    const error = await entente.engagements.get({ id }).catch((error) => error);
    expect(error).toBeInstanceOf(UnauthenticatedError);
    expect(error.cause).toEqual(new Error('vault sealed'));
    await expect(entente.engagements.get({ id })).rejects.toMatchObject({ cause: new Error('vault shut') });
    await entente.engagements.get({ id });
    expect(tokens()).toEqual(['Bearer open']);
  });

  test('keeps the token out of errors', async () => {
    server.play(refuse('CONFLICT'));

    const error = await client('canary')
      .engagements.get({ id })
      .catch((error) => error);

    expect(JSON.stringify({ ...error, message: error.message, stack: error.stack })).not.toContain('canary');
  });
});

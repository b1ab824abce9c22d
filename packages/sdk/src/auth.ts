import { ForbiddenError, UnauthenticatedError } from './errors.js';

/** Why a token is asked for. */
export interface AuthRequest {
  /** `initial`: the first one; `expired`: the server no longer takes it; `forbidden`: it does not allow enough. */
  readonly reason: 'initial' | 'expired' | 'forbidden';
}

/** A bearer token, or what gets one; nothing means anonymous. */
export type AuthOption = string | ((request: AuthRequest) => MaybeToken | Promise<MaybeToken>);

type MaybeToken = string | null | undefined;

/** Why another token may help, if it may. */
export function reasonToRenew(error: unknown): 'expired' | 'forbidden' | undefined {
  if (error instanceof UnauthenticatedError) return 'expired';
  return error instanceof ForbiddenError ? 'forbidden' : undefined;
}

/** The token in use. Calls that need one at the same time share one request for it. */
export class Token {
  #current: Promise<MaybeToken> | undefined;

  constructor(private readonly auth: AuthOption | undefined) {}

  current(): Promise<MaybeToken> {
    return this.#current ?? this.#ask('initial');
  }

  /** Whether there is another token than the one refused. */
  async renew(refused: MaybeToken, reason: AuthRequest['reason']): Promise<boolean> {
    if (typeof this.auth !== 'function') return false;
    const current = this.#current;
    // Another call may have renewed it while this one was under way.
    if ((await current) === refused && current === this.#current) this.#ask(reason);
    return (await this.current()) !== refused;
  }

  #ask(reason: AuthRequest['reason']): Promise<MaybeToken> {
    const { auth } = this;
    const asked = (async () => (typeof auth === 'function' ? auth({ reason }) : auth))();
    // What failed is asked for anew by the next call.
    asked.catch(() => {
      if (this.#current === asked) this.#current = undefined;
    });
    this.#current = asked;
    return asked;
  }
}

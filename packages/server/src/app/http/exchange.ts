import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { DomainError } from '../../platform/errors';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the first hook; missing only for requests that are refused before routing. */
    exchange?: Exchange;
  }
}

/** One request and its answer: what the log line, the deadline and the drain need to know of it. */
export class Exchange {
  readonly startedAt = performance.now();
  /** Codes of the errors in the answer. */
  readonly codes: string[] = [];
  operation: string | null = null;
  /** How many a stream has sent; null where there is no stream. */
  frames: number | null = null;
  /** Whether the errors of the answer carry the request's id already. */
  isShaped = false;
  readonly #controller = new AbortController();
  readonly #ends: (() => void)[] = [];
  #hasEnded = false;
  #deadline: NodeJS.Timeout | undefined;

  constructor(readonly requestId: string) {}

  /** Aborted at the deadline, when the caller goes away, and when the drain runs out of patience. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  startDeadline(ms: number): void {
    this.#deadline = setTimeout(
      () =>
        this.abort(
          new DomainError('DEADLINE_EXCEEDED', `No answer within ${ms} ms; ask for less, or page through it`),
        ),
      ms,
    );
  }

  abort(reason: DomainError): void {
    if (!this.signal.aborted) this.#controller.abort(reason);
  }

  stopDeadline(): void {
    clearTimeout(this.#deadline);
  }

  /** At once if it has ended. */
  whenEnded(tell: () => void): void {
    if (this.#hasEnded) tell();
    else this.#ends.push(tell);
  }

  /** Answered, or its caller is gone. */
  end(): void {
    this.stopDeadline();
    this.#hasEnded = true;
    for (const tell of this.#ends.splice(0)) tell();
  }
}

const SAFE_ID = /^[A-Za-z0-9][A-Za-z0-9._:/+=@-]{0,127}$/;
/** W3C Trace Context: version, trace id, parent id, flags; all zeros is no trace. */
const TRACEPARENT = /^[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The caller's own name for the request, so that its logs and ours meet; else the trace it belongs to; else a new one. */
export function requestIdOf(headers: IncomingHttpHeaders): string {
  const given = headers['x-request-id'];
  if (typeof given === 'string' && SAFE_ID.test(given)) return given;
  return traceIdOf(headers) ?? randomUUID();
}

export function traceIdOf({ traceparent }: IncomingHttpHeaders): string | undefined {
  return typeof traceparent === 'string' ? TRACEPARENT.exec(traceparent)?.[1] : undefined;
}

/** RFC 6750. Anything but a bearer token is refused rather than read as anonymous: the caller believes to be somebody. */
export function bearerTokenOf({ authorization }: Pick<IncomingHttpHeaders, 'authorization'>): string | null {
  if (authorization === undefined) return null;
  const token = /^Bearer +([A-Za-z0-9._~+/-]+=*) *$/i.exec(authorization)?.[1];
  if (token === undefined)
    throw new DomainError('UNAUTHENTICATED', 'The Authorization header must be "Bearer" and a token');
  return token;
}

import { type EntenteError, type Failure, type Fault, UnreachableError } from './errors.js';
import { errorOfFault } from './failure.js';
import type { Settings } from './settings.js';
import type { Address } from './transport.js';

export interface Sent {
  /** The answer's data; not null. */
  readonly data: Record<string, unknown>;
  /** Errors beside the data; only of partial answers. */
  readonly errors: readonly Fault[];
  /** What the server calls the request. */
  readonly requestId: string | undefined;
}

interface Envelope {
  readonly body: string;
  readonly token: string | null | undefined;
  readonly headers: Readonly<Record<string, string>> | undefined;
  readonly signal: AbortSignal;
}

interface Message extends Envelope {
  readonly operation: string;
  readonly attempts: number;
  readonly partial: boolean | undefined;
}

export const post = (
  { fetch, headers }: Address,
  url: string,
  accept: string,
  { body, token, signal, headers: own }: Envelope,
): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept,
      ...(token && { authorization: `Bearer ${token}` }),
      ...headers,
      ...own,
    },
    body,
    signal,
  });

/** Sends once. Throws `EntenteError` for whatever is not an answer. */
export async function attempt(settings: Settings, message: Message): Promise<Sent> {
  const { operation, attempts } = message;
  let response: Response;
  let text: string;
  try {
    response = await post(
      settings,
      settings.url,
      'application/graphql-response+json, application/json;q=0.9',
      message,
    );
    text = await response.text();
  } catch (cause) {
    throw unreachable(settings, { operation, attempts, cause });
  }

  const header = (name: string): string | null => response.headers.get(name);
  const { data, errors, extensions } = answerIn(text);
  const faults: readonly Fault[] = errors ?? [];
  const requestId = requestIdOf(response, faults);

  const since = header('deprecation');
  if (since) settings.emit({ type: 'deprecation', operation, requestId, since, sunset: header('sunset') });
  if (extensions?.cost) settings.emit({ type: 'cost', operation, requestId, cost: extensions.cost });

  if (data && (message.partial || !errors)) return { data, errors: faults, requestId };
  throw refusal(response, faults, { operation, attempts });
}

export const unreachable = ({ url }: Address, failure: Failure): UnreachableError =>
  new UnreachableError('UNREACHABLE', `${url} cannot be reached`, failure);

/** What an answer that is none of the data asked for means. */
export function refusal(response: Response, faults: readonly Fault[], failure: Failure): EntenteError {
  const { status, headers } = response;
  return errorOfFault(faults[0], {
    ...failure,
    requestId: requestIdOf(response, faults),
    status,
    faults,
    retryAfterMs: retryAfter(faults[0]?.extensions?.retryAfterMs, headers.get('retry-after')),
  });
}

const requestIdOf = ({ headers }: Response, faults: readonly Fault[]): string | undefined =>
  headers.get('x-request-id') ?? (faults[0]?.extensions?.requestId as string | undefined);

export function answerIn(text: string): {
  data?: Record<string, unknown>;
  errors?: Fault[];
  extensions?: { cost?: unknown };
} {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}

/** In milliseconds, from the error or the header, which holds seconds or a date. */
function retryAfter(ms: unknown, header: string | null): number | undefined {
  if (typeof ms === 'number') return ms;
  if (!header) return undefined;
  const wait = Number(header) * 1000 || Date.parse(header) - Date.now();
  return wait > 0 ? wait : undefined;
}

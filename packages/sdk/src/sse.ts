import { answerIn, refusal } from './attempt.js';
import { type EntenteError, type Fault, UnreachableError } from './errors.js';
import { sentEvents } from './sse-parser.js';
import type { StreamRequest, StreamResult } from './transport.js';
import { within } from './within.js';

/** A stream by server-sent events, in the protocol of graphql-sse: one POST, one stream. */
export async function* sse(request: StreamRequest): AsyncGenerator<StreamResult | undefined> {
  const { settings, operation, attempts, token, signal, silenceMs } = request;
  const { url, fetch, headers } = settings;
  const broken = (message: string, cause?: unknown): EntenteError =>
    new UnreachableError('UNREACHABLE', `${url} ${message}`, { operation, attempts, cause });

  const response = await within(settings.timeoutMs, signal, () =>
    fetch(url.replace(/\/?(\?|$)/, '/stream$1'), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        ...(token && { authorization: `Bearer ${token}` }),
        ...headers,
        ...request.headers,
      },
      body: JSON.stringify(request.payload),
      signal,
    }),
  ).catch((cause) => {
    throw broken('cannot be reached', cause);
  });
  const { body } = response;
  if (!response.ok || !body || !/event-stream/.test(response.headers.get('content-type') ?? '')) {
    const text = await within(settings.timeoutMs, signal, () => response.text()).catch(() => '');
    throw refusal(response, (answerIn(text).errors as Fault[]) ?? [], { operation, attempts });
  }
  yield;

  const reader = body.getReader();
  const decoder = new TextDecoder();
  const parse = sentEvents();
  try {
    for (;;) {
      const { value, done } = await within(silenceMs, signal, () => reader.read()).catch((cause) => {
        throw broken('broke off', cause);
      });
      if (done) return;
      for (const { event, data, id } of parse(decoder.decode(value, { stream: true }))) {
        if (event === 'complete') return;
        if (event === 'next') yield { ...answerIn(data as string), cursor: id };
      }
    }
  } finally {
    // For a fetch that does not heed the signal.
    reader.cancel().catch(() => {});
  }
}

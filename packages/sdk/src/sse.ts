import { answerIn, post, refusal } from './attempt.js';
import { sentEvents } from './sse-parser.js';
import type { StreamRequest, StreamResult } from './transport.js';
import { within } from './within.js';

/** A stream by server-sent events, in the protocol of graphql-sse: one POST, one stream. */
export async function* sse(request: StreamRequest): AsyncGenerator<StreamResult | undefined> {
  const { settings, operation, attempts, signal, silenceMs } = request;
  const { url, timeoutMs } = settings;
  const response = await within(timeoutMs, signal, () =>
    post(settings, url.replace(/\/?(\?|$)/, '/stream$1'), 'text/event-stream', {
      ...request,
      body: JSON.stringify(request.payload),
    }),
  );
  const { ok, body, headers } = response;
  if (!ok || !body || !headers.get('content-type')?.includes('event-stream')) {
    const text = await within(timeoutMs, signal, () => response.text());
    throw refusal(response, answerIn(text).errors ?? [], { operation, attempts });
  }
  yield;

  const reader = body.getReader();
  const decoder = new TextDecoder();
  const parse = sentEvents();
  for (;;) {
    const { value, done } = await within(silenceMs, signal, () => reader.read());
    if (done) return;
    for (const { event, data } of parse(decoder.decode(value, { stream: true }))) {
      if (event === 'complete') return;
      if (event === 'next') yield answerIn(data as string);
    }
  }
}

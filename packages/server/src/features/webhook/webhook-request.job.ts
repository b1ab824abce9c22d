import { type IncomingMessage, Agent as PlainAgent, request as plainRequest } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import type { OutboundAddresses } from '../../platform/public-address';
import type { Answer } from './endpoint-health.rule';

const LONGEST_MS = 15_000;
/** What an endpoint says is read so far, so that its connection can be used again, and thrown away. */
const MOST_ANSWER_BYTES = 8_192;
const USER_AGENT = 'Entente-Webhooks/1';

/** Posts to one endpoint, over connections that are kept. Follows no redirect, reads no proxy from the environment. */
export class WebhookRequests {
  readonly #agent: PlainAgent | SecureAgent;
  readonly #isSecure: boolean;
  #running = 0;
  #isRetired = false;

  /** The address must have been checked; what its name leads to is, at each connection. */
  constructor(
    private readonly url: URL,
    addresses: OutboundAddresses,
    private readonly longestMs = LONGEST_MS,
  ) {
    this.#isSecure = url.protocol === 'https:';
    const options = { keepAlive: true, lookup: addresses.lookup };
    this.#agent = this.#isSecure ? new SecureAgent(options) : new PlainAgent(options);
  }

  async post(body: string, headers: { [name: string]: string }, signal: AbortSignal): Promise<Answer> {
    this.#running++;
    try {
      const first = await this.#post(body, headers, signal);
      // A kept connection that the other side closed meanwhile says nothing about the endpoint.
      const second = first === 'stale' ? await this.#post(body, headers, signal) : first;
      return second === 'stale' ? { status: null } : second;
    } finally {
      this.#running--;
      if (this.#isRetired) this.retire();
    }
  }

  /** Nothing new is sent; what is under way comes to its end. */
  retire(): void {
    this.#isRetired = true;
    if (this.#running === 0) this.#agent.destroy();
  }

  #post(body: string, headers: { [name: string]: string }, signal: AbortSignal): Promise<Answer | 'stale'> {
    return new Promise((resolve) => {
      const none: Answer = { status: null };
      let answer: Answer | null = null;
      const request = (this.#isSecure ? secureRequest : plainRequest)(this.url, {
        method: 'POST',
        agent: this.#agent,
        headers: {
          ...headers,
          'content-type': 'application/cloudevents+json; charset=utf-8',
          'content-length': Buffer.byteLength(body),
          'user-agent': USER_AGENT,
          accept: '*/*',
        },
      });
      const end = (result: Answer | 'stale') => {
        clearTimeout(timer);
        signal.removeEventListener('abort', abort);
        resolve(result);
      };
      let isOurs = false;
      const abort = () => {
        isOurs = true;
        request.destroy();
      };
      const timer = setTimeout(abort, this.longestMs);
      signal.addEventListener('abort', abort, { once: true });
      if (signal.aborted) abort();
      request.on('response', (response: IncomingMessage) => {
        answer = { status: response.statusCode ?? null, retryAfter: response.headers['retry-after'] };
        let bytes = 0;
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.length;
          if (bytes > MOST_ANSWER_BYTES) request.destroy();
        });
        response.on('error', () => undefined);
        response.on('close', () => end(answer ?? none));
      });
      request.on('error', (error: NodeJS.ErrnoException) => {
        const isStale =
          request.reusedSocket && !isOurs && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
        end(answer ?? (isStale ? 'stale' : none));
      });
      request.end(body);
    });
  }
}

import type { ChangeEvent, Transition } from '../generated/types.js';

/** What a webhook is called with: an event in the form of CloudEvents 1.0. */
export interface WebhookEvent {
  /** The version of CloudEvents. */
  readonly specversion: '1.0';
  /** The event's id: the same in every attempt, and in the stream. */
  readonly id: string;
  /** Which log it is from. */
  readonly source: string;
  /** Record type, change and schema version: `org.entente.agreement.amended.v1`; `org.entente.test.v1` of a test. */
  readonly type: string;
  /** The record. */
  readonly subject?: string;
  /** When it was committed. */
  readonly time: string;
  /** Of `data`. */
  readonly datacontenttype: string;
  /** Of `data`. */
  readonly dataschema?: string;
  /** Sorts as the events do. */
  readonly sequence?: string;
  /** The event; empty in a test. */
  readonly data: {
    /** Where a stream or a replay goes on after this. */
    readonly cursor?: string;
    /** What it means for the webhook's filter. */
    readonly transition?: Transition;
    /** The event, but for what would make it too long. */
    readonly event?: Omit<ChangeEvent, 'before' | 'after' | 'changed' | 'reason'> &
      Partial<Pick<ChangeEvent, 'before' | 'after' | 'changed' | 'reason'>>;
    /** What was too long; it is in `entente.events.list`. */
    readonly leftOut?: readonly string[];
  };
}

/** A request as Node and its frameworks have it. `body` as it came, not parsed. */
export interface ReceivedWebhook {
  readonly headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string | Uint8Array;
}

/**
 * The request is not from the server, not meant for now, or was changed on its way: answer 400 and do nothing.
 *
 * @example
 * ```ts
 * const error = await verifyWebhook({ headers: {}, body: '' }, 'whsec_c2VjcmV0').catch((error) => error);
 * if (error instanceof WebhookRefusedError) console.warn(error.message);
 * ```
 */
export class WebhookRefusedError extends Error {
  override readonly name = 'WebhookRefusedError';
}

const TOLERANCE_SECONDS = 300;

/**
 * Verifies that a request comes from the server's webhook, and gives its event. Hand the body over as it came.
 *
 * @param request - A `Request`, or its headers and body.
 * @param secrets - The webhook's secret, `whsec_…`; during a rotation the former one, too.
 * @param options - `toleranceSeconds`: how far the request's clock may be from this one. Absent: 300.
 * @throws WebhookRefusedError - It is not to be trusted.
 * @throws TypeError - A secret is none.
 * @example
 * ```ts
 * const current = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
 * const former = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';
 *
 * async function receive(request: Request): Promise<Response> {
 *   const { id, data } = await verifyWebhook(request, [current, former]);
 *   console.log(id, data.transition, data.event?.recordId);
 *   return new Response(null, { status: 204 });
 * }
 * ```
 */
export async function verifyWebhook(
  request: Request | ReceivedWebhook,
  secrets: string | readonly string[],
  options: { readonly toleranceSeconds?: number } = {},
): Promise<WebhookEvent> {
  const { toleranceSeconds = TOLERANCE_SECONDS } = options;
  const { headers } = request;
  const header = (name: string): string => {
    const key = `webhook-${name}`;
    return String((headers instanceof Headers ? headers.get(key) : headers[key]) ?? '');
  };
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const body = 'arrayBuffer' in request ? new Uint8Array(await request.arrayBuffer()) : request.body;
  const bytes = typeof body === 'string' ? encode(body) : body;

  const age = Math.abs(Date.now() / 1000 - Number(header('timestamp') || NaN));
  // Also refuses what is no number.
  if (!(age <= toleranceSeconds))
    throw new WebhookRefusedError('The timestamp is missing or too far from now');
  const head = encode(`${header('id')}.${header('timestamp')}.`);
  const signed = new Uint8Array(head.length + bytes.length);
  signed.set(head);
  signed.set(bytes, head.length);

  for (const secret of [secrets].flat()) {
    const hmac = { name: 'HMAC', hash: 'SHA-256' };
    const raw = decoded(secret.replace('whsec_', ''));
    if (!raw.length) throw new TypeError('A secret is whsec_ and base64');
    const key = await crypto.subtle.importKey('raw', raw, hmac, false, ['verify']);
    for (const signature of header('signature').split(' ')) {
      const [version, text = ''] = signature.split(',');
      if (version === 'v1' && (await crypto.subtle.verify('HMAC', key, decoded(text), signed)))
        return JSON.parse(new TextDecoder().decode(bytes));
    }
  }
  throw new WebhookRefusedError('No signature was made with one of the secrets');
}

/** Base64; what is none is nothing. */
function decoded(text: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

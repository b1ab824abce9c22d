import type { Core } from '../core.js';
import { documentOf } from '../document.js';
import type { Fault } from '../errors.js';
import { follow } from '../follow.js';
import { print } from '../print.js';
import type { Typed, Untyped } from '../request.js';
import type { Gap, StreamOptions } from '../stream.js';

/** A frame of a subscription of your own. */
export interface StreamedData<Data> {
  readonly kind: 'data';
  /** Where to resume once this is dealt with. */
  readonly cursor: string;
  /** The data. */
  readonly data: Data;
  /** Errors beside the data. */
  readonly errors: readonly Fault[];
}

/**
 * Follows a subscription of your own, as `events` follows its own: it connects again and goes on after what was dealt
 * with. The document takes `$after: Cursor` and selects `cursor`; with `event { id }`, repeats are left out.
 * Every frame is handed out, checkpoints too.
 *
 * @param core - A client, or the bare core of one.
 * @param document - A typed document of any generator, or text.
 * @param variables - Its variables, but for `after`, `from` and `checkpointSeconds`.
 * @param options - Where to begin, where to remember it, signal and the like.
 * @throws TypeError - It could not be resumed.
 * @throws EntenteError - As `events`.
 * @example
 * ```ts
 * const document = 'subscription ($after: Cursor) { engagementChanged(after: $after) { cursor event { id } engagement { label } } }';
 * const { value } = await subscribe(entente, document, {}, { from: 'EARLIEST' }).next();
 * console.log(value.data.engagementChanged.engagement?.label, value.cursor);
 * ```
 */
export function subscribe<Data = Untyped, Variables = Untyped, Options extends StreamOptions = object>(
  core: Core,
  document: Typed<Data, Variables> | string,
  variables?: Variables,
  options?: Options,
): AsyncIterableIterator<StreamedData<Data> | ('onGap' extends keyof Options ? Gap : never)> {
  const text =
    typeof document === 'object' && 'definitions' in document ? print(document as never) : String(document);
  if (!/\$after\b/.test(text) || !/(?<!:\s*)\bcursor\b/.test(text))
    throw new TypeError('To be resumed, the document must take $after: Cursor and select cursor');
  return follow(core.settings, documentOf(text), variables as object, options, (_, errors, data, cursor) => ({
    kind: 'data',
    cursor,
    data,
    errors,
  }));
}

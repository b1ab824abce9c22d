import type { Core } from './core.js';
import { documentOf } from './document.js';
import type { Fault } from './errors.js';
import type { WriteOptions } from './options.js';
import { print } from './print.js';

/** What carries its types: a `TypedDocumentNode` or `TypedDocumentString` of any generator. */
export interface Typed<Data, Variables> {
  /** Never there; carries the types. */
  readonly __apiType?: (variables: Variables) => Data;
}

/** What a text takes and answers, which nothing is known of. */
// biome-ignore lint/suspicious/noExplicitAny: a text says nothing of its types, and its caller knows them.
export type Untyped = any;

/** What may be said of a request of your own. */
export interface RequestOptions extends WriteOptions {
  /** Whether an answer with data and errors is an answer; absent, its first error is thrown. */
  readonly partial?: boolean | undefined;
}

/** The answer to a request of your own. */
export interface RequestAnswer<Data> {
  /** The data. */
  readonly data: Data;
  /** Errors beside the data, if partial answers were allowed. */
  readonly errors: readonly Fault[];
}

/**
 * Sends a document of your own, through the same retries, timeouts and errors. A mutation is retried only if it
 * takes `$idempotencyKey: String`, which is then filled in.
 *
 * @param core - A client, or the bare core of one.
 * @param document - A typed document of any generator, or text.
 * @param variables - Its variables.
 * @param options - Whether partial answers are welcome, signal, deadline and the like.
 * @throws EntenteError - As any call.
 * @example
 * ```ts
 * const { data } = await request(entente, '{ engagements(first: 1) { nodes { label } } }');
 * ```
 */
export async function request<Data = Untyped, Variables = Untyped>(
  core: Core,
  document: Typed<Data, Variables> | string,
  variables?: Variables,
  options?: RequestOptions,
): Promise<RequestAnswer<Data>> {
  const text =
    typeof document === 'object' && 'definitions' in document ? print(document as never) : String(document);
  const { data, errors } = await core.send(documentOf(text), variables as object | undefined, options);
  return { data: data as Data, errors };
}

import { type ClientOptions, type Core, createCore } from './core.js';
import { type Namespaces, namespaces } from './generated/namespaces.js';
import { type RequestAnswer, type RequestOptions, request, type Typed, type Untyped } from './request.js';

/** A client with every operation. It can be given to the functions of the subpaths, too. */
export interface Entente extends Core, Namespaces {
  /**
   * Sends a document of your own, through the same retries, timeouts and errors.
   *
   * @param document - A typed document of any generator, or text.
   * @param variables - Its variables.
   * @param options - Whether partial answers are welcome, signal, deadline and the like.
   * @example
   * ```ts
   * const { data, errors } = await entente.request('{ engagements { totalCount } }', {}, { partial: true });
   * ```
   */
  request<Data = Untyped, Variables = Untyped>(
    document: Typed<Data, Variables> | string,
    variables?: Variables,
    options?: RequestOptions,
  ): Promise<RequestAnswer<Data>>;
}

/**
 * A client with every operation, in namespaces. Where size matters, take {@link createCore} and import functions.
 *
 * @param options - How to reach the server.
 * @example
 * ```ts
 * import { createClient } from '@entente/sdk';
 *
 * const entente = createClient({ url: 'http://127.0.0.1:4000/graphql' });
 * const newest = await entente.engagements.list({ filter: { between: ['QA', 'IQ'] } }).take(20);
 * ```
 */
export function createClient(options: ClientOptions): Entente {
  const core = createCore(options);
  const client: Record<string, unknown> = { ...core, request: request.bind(null, core) };
  for (const [name, functions] of Object.entries(namespaces)) {
    const entries = Object.entries(functions).map(([method, send]) => [
      method,
      (send as (...args: unknown[]) => unknown).bind(null, core),
    ]);
    const { '': own, ...methods } = Object.fromEntries(entries);
    client[name] = own ? Object.assign(own, methods) : methods;
  }
  return client as unknown as Entente;
}

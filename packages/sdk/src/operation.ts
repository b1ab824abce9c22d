import type { Core } from './core.js';
import { documentOf, type KnownDocument } from './document.js';
import { errorOfFault } from './failure.js';
import type { CallOptions, InnerOptions, WriteOptions } from './options.js';
import { type Connection, createListing, type Listing } from './paginate.js';

/** What stands behind a function of this SDK. */
export interface HasDocument {
  /** The document it sends, with what is known of it. */
  readonly document: KnownDocument;
}

type Single<Variables, Payload> = (
  core: Core,
  variables?: Variables,
  options?: WriteOptions,
) => Promise<Payload>;
type Many<Variables, Item> = (core: Core, variables?: Variables, options?: CallOptions) => Listing<Item>;

/** Makes the function of an operation that answers one thing. */
export function single<Variables extends object, Payload>(
  path: string,
  cost: number,
  ...texts: string[]
): Single<Variables, Payload> & HasDocument {
  const document = known(path, cost, texts);
  const ask: Single<Variables, Payload> = async (core, variables, options) =>
    (await payload<Payload>(core, document, variables, options)).value;
  return Object.assign(ask, { document });
}

/** Makes the function of an operation that answers page by page. */
export function listing<Variables extends object, Item>(
  path: string,
  cost: number,
  ...texts: string[]
): Many<Variables, Item> & HasDocument {
  const document = known(path, cost, texts);
  const ask: Many<Variables, Item> = (core, variables, options) =>
    createListing(async (page) => {
      const { value, errors, error } = await payload<Connection<Item>>(
        core,
        document,
        { ...variables, ...page },
        { ...options, partial: true },
      );
      return { ...value, errors, error };
    });
  return Object.assign(ask, { document });
}

/** A document of ours, from its texts. */
export const known = (path: string, cost: number, texts: string[]): KnownDocument => ({
  ...documentOf(texts.join('')),
  path: path.split('.'),
  cost,
});

/** What lies at the end of the document's path. To find nothing there is an error, since an answer of this type was asked for. */
async function payload<T>(
  core: Core,
  document: KnownDocument,
  variables: object | undefined,
  options: InnerOptions | undefined,
) {
  const { data, errors, requestId, attempts } = await core.send(document, variables, options);
  const nothing = { message: `${document.name} found nothing`, extensions: { code: 'NOT_FOUND' } };
  const error = () =>
    errorOfFault(errors[0] ?? nothing, { operation: document.name, requestId, attempts, faults: errors });
  // biome-ignore lint/suspicious/noExplicitAny: walked by a path that was checked against the schema.
  let value: any = data;
  for (const key of document.path) value = value?.[key];
  if (value == null) throw error();
  return { value: value as T, errors, error };
}

/** A document that knows its types, as made by any generator: a `TypedDocumentNode`, or a `TypedDocumentString`. */
export interface TypedDocument<Data, Variables> {
  // biome-ignore lint/suspicious/noExplicitAny: graphql-js has an enum here, which no string is assignable to.
  readonly kind: any;
  // biome-ignore lint/suspicious/noExplicitAny: to name the nodes would need the types of graphql-js.
  readonly definitions: readonly any[];
  /** Never there; carries the types. */
  readonly __apiType?: (variables: Variables) => Data;
}

/** What is sent, and what is known of it. */
export interface OperationDocument {
  /** The operation and its fragments, minified. */
  readonly text: string;
  /** Its name; empty if it has none. */
  readonly name: string;
  /** `query`, `mutation` or `subscription`. */
  readonly kind: string;
  /** Whether it takes an idempotency key, and so may be sent twice. */
  readonly isIdempotent: boolean;
}

/** An operation of this SDK. */
export interface KnownDocument extends OperationDocument {
  /** Where the payload lies in the answer. */
  readonly path: readonly string[];
  /** What it costs at the server; of a list, what one item costs. */
  readonly cost: number;
}

/** Reads kind and name off a document. What may be a mutation is taken for one: a query is never harmed by that. */
export function documentOf(text: string): OperationDocument {
  const [kind = 'query'] = /\b(mutation|subscription)\b/.exec(text) ?? [];
  const [, name = ''] = /\b(?:query|mutation|subscription)\s+(\w+)/.exec(text) ?? [];
  return {
    text,
    name,
    kind,
    isIdempotent: text.includes('$idempotencyKey'),
  };
}

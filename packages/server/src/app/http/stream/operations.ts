import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  type OperationTypeNode,
  parse,
  validate,
} from 'graphql';
import { DomainError } from '../../../platform/errors';
import { type Limits, refuseDocument, refuseText } from '../../limits';
import { chosenIn } from '../../limits-operation.rule';
import { unknownOperation } from '../executor';
import { refuseUnstorable } from '../unstorable';

/** An operation that may run. */
export interface Operation {
  type: OperationTypeNode;
  document: DocumentNode;
  variables: Record<string, unknown>;
  operationName: string | null;
  /** As the document calls it. */
  name: string | null;
}

/** What graphql-js finds wrong with a document, or with its variables. */
export class RefusedDocument extends Error {
  constructor(
    readonly errors: readonly GraphQLError[],
    readonly document: DocumentNode,
  ) {
    super('The document is refused');
  }
}

const MOST_DOCUMENTS = 500;
/** Longer ones are rare, and a hostile caller could fill the memory with them. */
const LONGEST_KEPT = 20_000;

/** The one door for operations that do not come through Apollo: the same measures, in the same order. */
export class Operations {
  /** Valid documents by their text, the one used last at the end. */
  readonly #documents = new Map<string, DocumentNode>();

  constructor(
    readonly schema: GraphQLSchema,
    readonly limits: Limits,
  ) {}

  /** Throws what `formatError` understands, or `RefusedDocument`. */
  accept(asked: unknown): Operation {
    const { query, variables, operationName } = parametersIn(asked);
    refuseText(query, this.limits);
    const document = this.#documentOf(query);
    const chosen = chosenIn(document, operationName);
    if (!chosen) throw unknownOperation(document, operationName);
    refuseUnstorable(document, variables, this.limits.nesting);
    refuseDocument(this.schema, document, operationName, variables, this.limits);
    const { operation } = chosen;
    return {
      type: operation.operation,
      document,
      variables,
      operationName,
      name: operation.name?.value ?? null,
    };
  }

  #documentOf(query: string): DocumentNode {
    const known = this.#documents.get(query);
    const document = known ?? this.#read(query);
    if (query.length > LONGEST_KEPT) return document;
    this.#documents.delete(query);
    this.#documents.set(query, document);
    const [oldest] = this.#documents.keys();
    if (this.#documents.size > MOST_DOCUMENTS && oldest !== undefined) this.#documents.delete(oldest);
    return document;
  }

  #read(query: string): DocumentNode {
    const document = parse(query, { maxTokens: this.limits.tokens });
    const errors = validate(this.schema, document);
    if (errors.length > 0) throw new RefusedDocument(errors, document);
    return document;
  }
}

interface Parameters {
  query: string;
  variables: Record<string, unknown>;
  operationName: string | null;
}

function parametersIn(asked: unknown): Parameters {
  if (!isObject(asked)) throw fault('Send an object: {"query": "…"}');
  const { query, variables, operationName, extensions } = asked;
  if (isObject(extensions) && extensions.persistedQuery !== undefined)
    throw fault('PersistedQueryNotSupported');
  if (typeof query !== 'string' || query === '') throw fault('query must be a text: the document', 'query');
  if (variables !== undefined && variables !== null && !isObject(variables))
    throw fault('variables must be an object', 'variables');
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string')
    throw fault('operationName must be a text', 'operationName');
  return { query, variables: variables ?? {}, operationName: operationName || null };
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fault(message: string, field?: string): DomainError {
  return new DomainError('BAD_USER_INPUT', message, field === undefined ? {} : { field });
}

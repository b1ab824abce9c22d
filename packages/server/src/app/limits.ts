import type { DocumentNode, GraphQLSchema } from 'graphql';
import { DomainError } from '../platform/errors';
import { costOf, fullIntrospectionCost } from './limits-cost.rule';
import { chosenIn } from './limits-operation.rule';
import { aliasesOf, depthOf } from './limits-shape.rule';
import { isNestedDeeperThan } from './limits-text.rule';

/** How much one request may ask for, over every transport. */
export interface Limits {
  bodyBytes: number;
  /** Brackets within brackets, counted before parsing, since the parser is recursive. */
  nesting: number;
  tokens: number;
  /** Fields within fields; introspection has its own measure. */
  depth: number;
  aliases: number;
  /** Roughly the objects that an answer may hold. */
  cost: number;
  pageSize: number;
  deadlineMs: number;
  /** Streams over one WebSocket. */
  socketSubscriptions: number;
  /** Queries and mutations under way over one WebSocket. */
  socketOperations: number;
  /** Connections with streams from one address. */
  addressConnections: number;
  /** Streams, and connections for them, of the process. */
  streams: number;
}

export const DEFAULT_LIMITS: Readonly<Limits> = {
  bodyBytes: 1_000_000,
  nesting: 50,
  tokens: 5_000,
  depth: 15,
  aliases: 30,
  cost: 5_000,
  pageSize: 100,
  deadlineMs: 10_000,
  socketSubscriptions: 50,
  socketOperations: 50,
  addressConnections: 200,
  streams: 20_000,
};

/** A full introspection is asked for once; tools add little to it. */
const INTROSPECTIONS = 2;

/** Before parsing. */
export function refuseText(source: string, limits: Pick<Limits, 'bodyBytes' | 'nesting'>): void {
  if (Buffer.byteLength(source) > limits.bodyBytes)
    throw tooCostly(
      `A query may have at most ${limits.bodyBytes} bytes; pass its values as variables, or split it`,
      {
        limit: limits.bodyBytes,
      },
    );
  if (isNestedDeeperThan(limits.nesting, source))
    throw tooCostly(`Brackets may be nested at most ${limits.nesting} deep; ask in several queries`, {
      limit: limits.nesting,
    });
}

/** Before execution. Needs no valid document; what the schema does not know costs nothing and is refused by validation. Answers the cost. */
export function refuseDocument(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Record<string, unknown>,
  limits: Pick<Limits, 'depth' | 'aliases' | 'cost' | 'pageSize'>,
): number {
  const chosen = chosenIn(document, operationName);
  if (!chosen) return 0;

  const aliases = aliasesOf(chosen);
  if (aliases > limits.aliases)
    throw tooCostly(
      `The query has ${aliases} aliases, at most ${limits.aliases} are allowed; use filters or \`nodes(ids:)\`, or split it`,
      { aliases, limit: limits.aliases },
    );

  const depth = depthOf(chosen);
  if (depth > limits.depth)
    throw tooCostly(
      `The query is ${depth} fields deep, at most ${limits.depth} are allowed; ask for the inner records by their ids`,
      { depth, limit: limits.depth },
    );

  const { cost, introspection } = costOf(schema, document, operationName, variables, limits.pageSize);
  if (cost > limits.cost)
    throw tooCostly(
      `The query may cost ${cost}, at most ${limits.cost} is allowed; ask for fewer with \`first\`, or nest fewer lists`,
      { cost, limit: limits.cost },
    );

  const limit = introspection > 0 ? INTROSPECTIONS * fullIntrospectionCost(schema) : 0;
  if (introspection > limit)
    throw tooCostly(
      `The introspection may cost ${introspection}, at most ${limit} is allowed; ask for fewer types within types`,
      { cost: introspection, limit },
    );
  return cost;
}

function tooCostly(message: string, details: Record<string, number>): DomainError {
  return new DomainError('QUERY_TOO_COSTLY', message, details);
}

import { type DocumentNode, type ExecutionResult, type GraphQLSchema, execute as run } from 'graphql';
import type { Context } from './context';

/** What stands behind every transport. A compiled read path can take its place: it gets a document, variables and a context. */
export type Execute = (
  document: DocumentNode,
  variables: Record<string, unknown>,
  context: Context,
  operationName?: string | null,
  /** What the fields of the root are resolved from: for a subscription, its frame. */
  rootValue?: unknown,
) => Promise<ExecutionResult>;

export function executeOver(schema: GraphQLSchema): Execute {
  return async (document, variables, context, operationName, rootValue) =>
    run({
      schema,
      document,
      variableValues: variables,
      contextValue: context,
      operationName: operationName ?? null,
      rootValue,
    });
}

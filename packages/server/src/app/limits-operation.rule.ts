import { type DocumentNode, type FragmentDefinitionNode, Kind, type OperationDefinitionNode } from 'graphql';

/** The operation that a request runs, and the fragments it may use. */
export interface Chosen {
  operation: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** As graphql-js chooses it; null where it finds none or cannot tell. */
export function chosenIn(document: DocumentNode, operationName: string | null | undefined): Chosen | null {
  const operations: OperationDefinitionNode[] = [];
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    else if (
      definition.kind === Kind.OPERATION_DEFINITION &&
      (operationName == null || definition.name?.value === operationName)
    )
      operations.push(definition);
  }
  const [operation] = operations;
  return operation && (operationName != null || operations.length === 1) ? { operation, fragments } : null;
}

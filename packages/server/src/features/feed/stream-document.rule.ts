import {
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionSetNode,
  visit,
} from 'graphql';

/** Where a stream begins is the subscriber's own; all else it shares with those who ask for the same. */
const WHERE_IT_BEGINS = new Set(['after', 'from']);

export interface StreamDocument {
  /** What all who ask for the same have in common: the operation without where it begins. */
  readonly shared: DocumentNode;
  readonly sharedText: string;
  /** What is executed for a frame: nothing but the selection; what the arguments said is settled by then. */
  readonly selection: DocumentNode;
  readonly selectionText: string;
}

const known = new WeakMap<DocumentNode, Map<string, StreamDocument>>();

/** Of a validated document. */
export function streamDocumentOf(document: DocumentNode, operationName: string | null): StreamDocument {
  const byName = known.get(document) ?? new Map<string, StreamDocument>();
  known.set(document, byName);
  let made = byName.get(operationName ?? '');
  if (!made) {
    const shared = without((name) => WHERE_IT_BEGINS.has(name), document, operationName);
    const selection = without(() => true, document, operationName);
    made = { shared, sharedText: print(shared), selection, selectionText: print(selection) };
    byName.set(operationName ?? '', made);
  }
  return made;
}

/** The operation alone, nameless, with the fragments and the variables that it still needs. */
function without(
  isLeftOut: (argument: string) => boolean,
  document: DocumentNode,
  operationName: string | null,
): DocumentNode {
  const operation = operationOf(document, operationName);
  const fragments = new Map(
    document.definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
    ),
  );
  const roots = rootFields(operation.selectionSet, fragments);
  const strip = <N extends ASTNode>(node: N): N =>
    visit(node, {
      Field: (field) =>
        roots.has(field)
          ? { ...field, arguments: field.arguments?.filter(({ name }) => !isLeftOut(name.value)) }
          : undefined,
    });
  const stripped = strip({ ...operation, name: undefined, variableDefinitions: [] });
  const used = reachable(stripped, fragments).map(strip);
  const names = variablesIn([stripped, ...used]);
  return {
    kind: Kind.DOCUMENT,
    definitions: [
      {
        ...stripped,
        variableDefinitions: operation.variableDefinitions?.filter(({ variable }) =>
          names.has(variable.name.value),
        ),
      },
      ...used,
    ],
  };
}

function operationOf(document: DocumentNode, name: string | null): OperationDefinitionNode {
  const found = document.definitions.find(
    (one): one is OperationDefinitionNode =>
      one.kind === Kind.OPERATION_DEFINITION && (name === null || one.name?.value === name),
  );
  if (!found) throw new Error('the document has no such operation');
  return found;
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

function rootFields(
  { selections }: SelectionSetNode,
  fragments: Fragments,
  found = new Set<FieldNode>(),
): Set<FieldNode> {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) found.add(selection);
    else if (selection.kind === Kind.INLINE_FRAGMENT) rootFields(selection.selectionSet, fragments, found);
    else {
      const fragment = fragments.get(selection.name.value);
      if (fragment) rootFields(fragment.selectionSet, fragments, found);
    }
  }
  return found;
}

/** In the order of their first use, so that their order in the text does not matter. */
function reachable(
  node: ASTNode,
  fragments: Fragments,
  found = new Set<FragmentDefinitionNode>(),
): FragmentDefinitionNode[] {
  visit(node, {
    FragmentSpread({ name }) {
      const fragment = fragments.get(name.value);
      if (!fragment || found.has(fragment)) return;
      found.add(fragment);
      reachable(fragment, fragments, found);
    },
  });
  return [...found];
}

function variablesIn(nodes: readonly ASTNode[]): Set<string> {
  const names = new Set<string>();
  for (const node of nodes)
    visit(node, {
      Variable: ({ name }) => {
        names.add(name.value);
      },
    });
  return names;
}

/** The values of the variables that a document still has; those left out take their defaults. */
export function variablesOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  given: Record<string, unknown>,
): { given: Record<string, unknown>; text: string } {
  const definitions = operationOf(document, null).variableDefinitions ?? [];
  if (definitions.length === 0) return { given: {}, text: '' };
  const kept = Object.fromEntries(
    definitions.flatMap(({ variable: { name } }) =>
      Object.hasOwn(given, name.value) ? [[name.value, given[name.value]]] : [],
    ),
  );
  const { coerced } = getVariableValues(schema, definitions, kept);
  return { given: kept, text: JSON.stringify(sorted(coerced ?? kept)) };
}

/** Names in one order, so that two writings of one value are one text. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, each]) => [name, sorted(each)]),
  );
}

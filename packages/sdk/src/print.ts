/** A node of a document as graphql-js and every generator make it. */
interface Node {
  readonly kind: string;
  // biome-ignore lint/suspicious/noExplicitAny: what a node holds depends on its kind; to name the nodes would need graphql-js.
  readonly [key: string]: any;
}

const all = (nodes: readonly Node[] | undefined, open: string, close: string): string =>
  nodes?.length ? open + nodes.map(print).join(' ') + close : '';
const one = (node: Node | undefined, before = ''): string => (node ? before + print(node) : '');

/** Writes a document's tree as text, so that documents of any generator can be sent without graphql-js. */
export function print(node: Node): string {
  const { kind, name, value, alias, directives } = node;
  const tail = all(directives, ' ', '') + one(node.selectionSet);
  switch (kind) {
    case 'Document':
      return node.definitions.map(print).join('\n');
    case 'OperationDefinition':
      return `${node.operation} ${one(name)}${all(node.variableDefinitions, '(', ')')}${tail}`;
    case 'FragmentDefinition':
      return `fragment ${print(name)} on ${print(node.typeCondition)}${tail}`;
    case 'VariableDefinition':
      return `${print(node.variable)}:${print(node.type)}${one(node.defaultValue, '=')}${tail}`;
    case 'SelectionSet':
      return all(node.selections, '{', '}');
    case 'Field':
      return `${one(alias)}${alias ? ':' : ''}${print(name)}${all(node.arguments, '(', ')')}${tail}`;
    case 'FragmentSpread':
      return `...${print(name)}${tail}`;
    case 'InlineFragment':
      return `...${one(node.typeCondition, 'on ')}${tail}`;
    case 'Directive':
      return `@${print(name)}${all(node.arguments, '(', ')')}`;
    case 'Argument':
    case 'ObjectField':
      return `${print(name)}:${print(value)}`;
    case 'Variable':
      return `$${print(name)}`;
    case 'ListType':
      return `[${print(node.type)}]`;
    case 'NonNullType':
      return `${print(node.type)}!`;
    case 'NamedType':
      return print(name);
    case 'ListValue':
      return `[${node.values.map(print).join(' ')}]`;
    case 'ObjectValue':
      return `{${node.fields.map(print).join(' ')}}`;
    case 'StringValue':
      // Escapes of JSON are escapes of GraphQL.
      return JSON.stringify(value);
    case 'NullValue':
      return 'null';
    default:
      return String(value);
  }
}

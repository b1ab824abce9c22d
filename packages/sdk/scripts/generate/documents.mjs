// The same operations as ordinary TypedDocumentNodes, for urql, Apollo and TanStack Query.
import { visit } from 'graphql';
import { comment, selectionType } from './results.mjs';
import { namesIn, variableType } from './types.mjs';

export function documentFile(model) {
  const fragments = [...model.fragments.values()].map(
    ({ name, node }) => `const ${name}Node = ${literal(node)};\n`,
  );
  const documents = model.operations.map((operation) => {
    const nodes = [literal(operation.node), ...operation.fragments.map((name) => `${name}Node`)];
    const data = selectionType(
      model,
      model.schema.getRootType(operation.kind),
      operation.node.selectionSet,
      '',
    )
      .replace(/ *\/\*\*.*?\*\/\n/g, '')
      .replace(/\s+/g, ' ');
    return `${comment(operation.description.split('\n')[0])}export const ${operation.type}Document: TypedDocument<${data}, ${allVariables(operation)}> = { kind: 'Document', definitions: [${nodes.join(', ')}] };\n`;
  });
  const text = documents.join('\n');
  const known = [...model.fragments.keys(), ...model.operations.flatMap(({ node }) => namedTypes(node))];
  const homes = new Map();
  for (const name of namesIn(text.replace(/= \{ kind: .*$/gm, ''), [...new Set(known)])) {
    const home = model.homes(name);
    homes.set(home, [...(homes.get(home) ?? []), name]);
  }
  return [
    `import type { TypedDocument } from '../document.js';\n`,
    ...[...homes].map(([home, names]) => `import type { ${names.join(', ')} } from './types/${home}.js';\n`),
    `\n${fragments.join('')}\n${text}`,
  ].join('');
}

const allVariables = ({ variables }) =>
  `{ ${variables.map(({ name, type, isRequired }) => `${name}${isRequired ? '' : '?'}: ${variableType(type)}`).join('; ')} }`;

function namedTypes(node) {
  const names = [];
  visit(node, { NamedType: ({ name }) => void names.push(name.value) });
  return names;
}

/** The tree as graphql-js makes it, without positions and empty lists that mean nothing. */
const literal = (node) =>
  JSON.stringify(node, (key, value) =>
    key === 'loc' ||
    value === undefined ||
    (Array.isArray(value) && value.length === 0 && key !== 'selections')
      ? undefined
      : value,
  ).replace(/"(\w+)":/g, '$1:');

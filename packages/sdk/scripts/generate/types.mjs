// The file of types of one resource, and of those that resources share.
import { Kind, print } from 'graphql';
import { declarationsIn, scalarDeclarations } from './inputs.mjs';
import { comment, fragmentType } from './results.mjs';
import { scalarType } from './scalars.mjs';

export const variablesType = (operation) => `${operation.type}Variables`;

/** Arguments the caller gives; paging, positions and keys are ours to fill in. */
export const ownVariables = ({ variables, isConnection, kind }) => {
  const ours = ['idempotencyKey'];
  if (isConnection) ours.push('first', 'after', 'total');
  if (kind === 'subscription') ours.push('after', 'from', 'checkpointSeconds');
  return variables.filter(({ name }) => !ours.includes(name));
};

/** Every declaration by name, and the file where it lives. */
export function typeFiles(model, inputText) {
  const declarations = new Map([...scalarDeclarations(model.schema, comment), ...declarationsIn(inputText)]);
  for (const fragment of model.fragments.values())
    declarations.set(fragment.name, fragmentType(model, fragment));
  const files = new Map([['common', new Map()], ...model.resources.map(({ file }) => [file, new Map()])]);
  for (const [name, text] of declarations) files.get(model.homes(name))?.set(name, text);
  for (const operation of model.operations)
    files.get(operation.resource).set(variablesType(operation), variablesDeclaration(operation));
  const shared = [...files.get('common').keys()];
  return new Map(
    [...files]
      .filter(([, types]) => types.size > 0)
      .map(([file, types]) => {
        const text = [...types.values()].join('\n');
        const imports = file === 'common' ? [] : namesIn(text, shared);
        return [
          file,
          `${imports.length ? `import type { ${imports.join(', ')} } from './common.js';\n\n` : ''}${text}`,
        ];
      }),
  );
}

/** Those of `names` that the text uses, comments and strings left aside. */
export function namesIn(text, names) {
  const words = new Set(text.replace(/\/\*\*[\s\S]*?\*\/|'[^']*'/g, '').match(/\b[A-Z]\w*\b/g));
  return names.filter((name) => words.has(name)).sort();
}

function variablesDeclaration(operation) {
  const rows = ownVariables(operation).map(
    ({ name, type, isRequired, description }) =>
      `${comment(description, '  ')}  ${name}${isRequired ? '' : '?'}: ${variableType(type)};\n`,
  );
  return `/** What \`${operation.name}\` takes. */\nexport interface ${variablesType(operation)} {\n${rows.join('')}}\n`;
}

export function variableType(type) {
  if (type.kind === Kind.NON_NULL_TYPE) return bare(type.type);
  return `${bare(type)} | null`;
}

function bare(type) {
  if (type.kind === Kind.LIST_TYPE) return `Array<${variableType(type.type)}>`;
  return scalarType(type.name?.value ?? print(type));
}

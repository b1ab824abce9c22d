// The file of functions of one resource, and the namespaces that collect them.
import { print, stripIgnoredCharacters } from 'graphql';
import { comment } from './results.mjs';
import { namesIn, ownVariables, variablesType } from './types.mjs';

const minified = (node) => stripIgnoredCharacters(print(node));
const quoted = (text) => (text.includes("'") ? `\`${text.replaceAll('`', '\\`')}\`` : `'${text}'`);

export function fragmentFile({ fragments, sent }) {
  return sent
    .fragments([...fragments.keys()])
    .map((name) => `export const ${name}: string = ${quoted(minified(sent.node(fragments.get(name))))};\n`)
    .join('');
}

/** One function an operation, named as it is, so that only what is imported is bundled. */
export function resourceFile(model, resource) {
  const functions = resource.operations.map((operation) => functionOf(model, operation)).join('\n');
  const fragments = model.sent
    .fragments([...new Set(resource.operations.flatMap((operation) => operation.fragments))])
    .sort();
  const homes = new Map();
  const types = [
    ...new Set(
      resource.operations.flatMap((operation) => [
        variablesType(operation),
        ...namesIn(payloadType(operation), [...model.fragments.keys()]),
      ]),
    ),
  ];
  for (const type of types) {
    const home = type.endsWith('Variables') ? resource.file : model.homes(type);
    homes.set(home, [...(homes.get(home) ?? []), type]);
  }
  const factories = ['listing', 'single'].filter((name) => functions.includes(`${name}<`));
  return [
    `import type { CallOptions, WriteOptions } from '../../options.js';\n`,
    `import type { Core } from '../../core.js';\n`,
    `import { type HasDocument, ${factories.join(', ')} } from '../../operation.js';\n`,
    typeImport('../../paginate.js', ['Listing', 'Uncounted'], functions),
    typeImport('../../stream.js', ['Stream', 'StreamOptions'], functions),
    functions.includes('streaming<') ? `import { streaming } from '../../streaming.js';\n` : '',
    fragments.length
      ? `import { ${fragments.map((name) => `${name} as ${name}Text`).join(', ')} } from '../fragments.js';\n`
      : '',
    ...[...homes].map(
      ([home, names]) => `import type { ${names.sort().join(', ')} } from '../types/${home}.js';\n`,
    ),
    // What is written by hand for the resource.
    resource.isCompanied ? `\nexport * from '../../resources/${resource.file}.js';\n` : '',
    '\n',
    functions,
  ]
    .join('')
    .replace(
      'import type { CallOptions, WriteOptions }',
      `import type { ${['CallOptions', 'WriteOptions'].filter((name) => functions.includes(name)).join(', ')} }`,
    );
}

function functionOf({ sent }, operation) {
  const { name, path, cost, isConnection } = operation;
  const make = isConnection ? 'listing' : isStream(operation) ? 'streaming' : 'single';
  const factory = `${make}<${variablesType(operation)}, ${payloadType(operation)}>`;
  const texts = [
    quoted(minified(sent.node(operation))),
    ...sent.fragments(operation.fragments).map((fragment) => `${fragment}Text`),
  ].join(', ');
  const type = `(${generics(operation)}(core: Core, ${parameters(operation)}) => ${returnType(operation)}) & HasDocument`;
  return `${docs(operation, 'function')}export const ${name}: ${type} = /*#__PURE__*/ ${factory}('${path.join('.')}', ${cost}, ${texts});\n`;
}

/** The namespaces: their types, and which function stands behind which method. */
export function namespaceFile(model) {
  const everywhere = model.operations.filter(({ isEverywhere }) => isEverywhere);
  const methodsOf = (resource) => {
    const isRecord = resource.operations.some(({ method, isOfRecord }) => method === 'amend' && isOfRecord);
    return [...resource.operations, ...(isRecord ? everywhere : [])];
  };
  const interfaces = model.resources.map((resource) => {
    const methods = methodsOf(resource).map(
      (operation) =>
        `${docs(operation, resource.name)}  ${operation.method}${generics(operation)}(${parameters(operation)}): ${returnType(operation)};\n`,
    );
    return `/** What can be asked and done with ${words(resource.name)}. */\nexport interface ${resource.type} {\n${methods.join('\n')}}\n`;
  });
  const collected = model.resources.map(
    (resource) =>
      `  ${resource.name}: { ${methodsOf(resource)
        .map(({ method, name }) => (method === name ? name : `${method || "''"}: ${name}`))
        .join(', ')} },\n`,
  );
  const used = namesIn(interfaces.join('\n'), [
    ...model.fragments.keys(),
    ...model.operations.map(variablesType),
  ]);
  const homes = new Map();
  for (const type of used) {
    const operation = model.operations.find((candidate) => variablesType(candidate) === type);
    const home = operation ? operation.resource : model.homes(type);
    homes.set(home, [...(homes.get(home) ?? []), type]);
  }
  return [
    `import type { CallOptions, WriteOptions } from '../options.js';\n`,
    typeImport('../paginate.js', ['Listing', 'Uncounted'], interfaces.join()),
    typeImport('../stream.js', ['Stream', 'StreamOptions'], interfaces.join()),
    ...model.resources.map(
      ({ file, operations }) =>
        `import { ${operations.map(({ name }) => name).join(', ')} } from './resources/${file}.js';\n`,
    ),
    ...[...homes].map(([home, names]) => `import type { ${names.join(', ')} } from './types/${home}.js';\n`),
    `\n${interfaces.join('\n')}\n`,
    `/** Every resource of the client. */\nexport interface Namespaces {\n${model.resources.map(({ name, type }) => `  /** What can be asked and done with ${words(name)}. */\n  readonly ${name}: ${type};\n`).join('')}}\n\n`,
    `// Annotated, or else every function would be written out again in the declarations.\nexport const namespaces: Record<string, Record<string, unknown>> = {\n${collected.join('')}};\n`,
  ].join('');
}

const words = (name) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
const payloadType = ({ isConnection, fragment, payload }) => (isConnection ? fragment : payload);
const isStream = ({ kind }) => kind === 'subscription';
const generics = (operation) => (isStream(operation) ? '<Options extends StreamOptions = object>' : '');
const OPTIONS = { query: 'CallOptions', mutation: 'WriteOptions', subscription: 'Options' };

function returnType(operation) {
  const { isConnection, fragment, variables } = operation;
  if (isStream(operation)) return `Stream<${fragment}, Options>`;
  if (!isConnection) return `Promise<${payloadType(operation)}>`;
  return `${variables.some(({ name }) => name === 'total') ? 'Listing' : 'Uncounted'}<${fragment}>`;
}

function parameters(operation) {
  const isOptional = ownVariables(operation).every(({ isRequired }) => !isRequired);
  return `variables${isOptional ? '?' : ''}: ${variablesType(operation)}, options?: ${OPTIONS[operation.kind]}`;
}

function typeImport(from, names, text) {
  const used = names.filter((name) => text.includes(`${name}<`) || text.includes(`extends ${name} `));
  return used.length ? `import type { ${used.join(', ')} } from '${from}';\n` : '';
}

const SAID = {
  query: 'Signal, deadline',
  mutation: 'Idempotency key, signal, deadline',
  subscription: 'Where to begin, where to remember it, signal',
};

function docs(operation, place) {
  const isFunction = place === 'function';
  const call = isFunction
    ? `${operation.name}(entente, `
    : `entente.${[place, operation.method].filter((word) => word).join('.')}(`;
  const example = operation.example
    .replace(/entente\.\w+(?:\.(\w+))?\(/g, (found, method = '') =>
      method === operation.method ? call : found,
    )
    .replace(', )', ')');
  const variables = ownVariables(operation)
    .map(({ name, description }) => `\`${name}\`: ${description}`)
    .join(' ');
  const lines = [
    operation.description,
    '',
    ...(isFunction ? ['@param core - A client, or the bare core of one.'] : []),
    `@param variables - ${variables || 'None.'}`,
    `@param options - ${SAID[operation.kind]} and the like.`,
    ...throwsOf(operation),
    '@example',
    '```ts',
    example,
    '```',
  ];
  return comment(lines.join('\n'), isFunction ? '' : '  ');
}

function throwsOf({ kind, isConnection, fragment, isList, variables }) {
  if (kind === 'subscription')
    return [
      '@throws CursorExpiredError - Something was missed, too long ago to be told; see `onGap`.',
      '@throws EpochChangedError - The log was restored from a backup; see `onGap`.',
      '@throws AbortedError - Your signal ended it.',
      '@throws EntenteError - The server refuses for good.',
    ];
  if (kind === 'mutation') {
    const hasVersion = variables.some(({ name }) => name === 'expectedVersion');
    return [
      '@throws BadInputError - The input cannot be; `field` says where.',
      hasVersion
        ? '@throws ConflictError - The record has another version by now; `currentVersion` says which.'
        : '@throws ConflictError - Another write had this idempotency key.',
      ...(hasVersion ? ['@throws NotFoundError - There is no such record, or none for you.'] : []),
      '@throws EntenteError - Whatever else went wrong.',
    ];
  }
  return [
    ...(isConnection || isList || !fragment
      ? []
      : ['@throws NotFoundError - There is none, or none for you.']),
    '@throws EntenteError - Whatever else went wrong.',
  ];
}

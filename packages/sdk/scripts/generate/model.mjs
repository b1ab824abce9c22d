// What the operations say, in the terms in which the SDK is written: resources, methods, payloads.
import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  Kind,
  TokenKind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { costOf } from './cost.mjs';
import { inlined } from './inline.mjs';
import { wrap } from './results.mjs';
import { scalarType } from './scalars.mjs';

/** `context-events` → `ContextEvents` */
const pascal = (text) => text.replace(/(^|-)(\w)/g, (_, __, letter) => letter.toUpperCase());
export const capital = (text) => text[0].toUpperCase() + text.slice(1);
const camel = (text) => text[0].toLowerCase() + text.slice(1);

export function readModel(schema, documents) {
  const fragments = new Map();
  const operations = [];
  for (const { location, document } of documents) {
    for (const node of document.definitions) {
      const notes = notesAbove(node);
      if (!notes.description)
        throw new Error(`${location}: ${node.name.value} needs a comment that says what it is for.`);
      if (node.kind === Kind.FRAGMENT_DEFINITION)
        fragments.set(node.name.value, { name: node.name.value, node, resource: location, ...notes });
      else operations.push(readOperation(schema, location, node, notes));
    }
  }
  const definition = (name) => fragments.get(name).node;
  for (const part of [...fragments.values(), ...operations]) {
    part.spreads = spreadsOf(part.node);
    part.fragments = transitive(
      part.spreads,
      (name) => fragments.get(name).spreads ?? spreadsOf(definition(name)),
    );
    part.uses = new Set([
      ...part.fragments,
      ...schemaTypesOf(schema, part.node),
      ...part.fragments.flatMap((name) => [...schemaTypesOf(schema, definition(name))]),
    ]);
  }
  for (const operation of operations) {
    operation.cost = costOf(schema, definition, operation);
    operation.variables = variablesOf(schema, operation.node);
  }
  const resources = [...new Set(operations.map((operation) => operation.resource))].map((file) => ({
    file,
    name: camel(pascal(file)),
    type: pascal(file),
    operations: operations.filter((operation) => operation.resource === file),
  }));
  const sent = inlined({ fragments, operations });
  return { schema, resources, fragments, operations, sent, homes: homesOf(operations) };
}

function readOperation(schema, resource, node, notes) {
  const name = node.name.value;
  if (!notes.example) throw new Error(`${name} needs an @example.`);
  const { path, fragment, isConnection } = payloadOf(name, node);
  const method = notes.method ?? methodOf(name, pascal(resource));
  const type = getNullableType(typeAt(schema.getRootType(node.operation), path));
  const payload = wrap(type, fragment ?? scalarType(getNamedType(type).name), true);
  return {
    ...notes,
    name,
    type: capital(name),
    kind: node.operation,
    resource,
    node,
    method,
    path,
    fragment,
    isConnection,
    isList: isListType(type),
    isOfRecord: getNamedType(type)
      .getInterfaces?.()
      .some(({ name }) => name === 'Record'),
    payload,
  };
}

/** `getEngagementAsOf` in `engagements` is the method `getAsOf`. */
function methodOf(name, plural) {
  const noun = [plural, plural.slice(0, -1)].find((word) => name.includes(word));
  if (!noun) throw new Error(`${name} does not name ${plural}; give it a # @method.`);
  return name.replace(noun, '');
}

/** Where the payload lies in the answer, and what it is: one fragment, a connection of one, or a scalar. */
function payloadOf(name, node) {
  const path = [];
  for (let { selectionSet } = node; ; ) {
    const [field, ...others] = selectionSet.selections;
    if (field.kind === Kind.FRAGMENT_SPREAD && others.length === 0)
      return { path, fragment: field.name.value, isConnection: false };
    // A list of positions is asked for as `nodes: edges`.
    if (path.length > 0 && (field.alias ?? field.name)?.value === 'nodes')
      return { path, fragment: field.selectionSet.selections[0].name.value, isConnection: true };
    if (field.kind !== Kind.FIELD || others.length > 0)
      throw new Error(`${name} selects more than one payload; make it one fragment.`);
    path.push((field.alias ?? field.name).value);
    if (!field.selectionSet) return { path, fragment: null, isConnection: false };
    selectionSet = field.selectionSet;
  }
}

/** The type of the field at the end of the path. Paths hold no alias. */
function typeAt(parent, [name, ...rest]) {
  const type = parent.getFields()[name].type;
  return rest.length ? typeAt(getNamedType(type), rest) : type;
}

function notesAbove(node) {
  const lines = [];
  for (let token = node.loc.startToken.prev; token?.kind === TokenKind.COMMENT; token = token.prev)
    lines.unshift(token.value.replace(/^ /, ''));
  const notes = { description: '', method: undefined, isEverywhere: false, example: '' };
  let reading = 'description';
  for (const line of lines) {
    const [, tag, rest] = /^@(\w+) ?(.*)$/.exec(line) ?? [];
    if (tag === 'method') notes.method = rest;
    else if (tag === 'everywhere') notes.isEverywhere = true;
    else if (tag === 'example') reading = 'example';
    else notes[reading] += (notes[reading] && '\n') + line;
  }
  return notes;
}

function spreadsOf(node) {
  const names = new Set();
  visit(node, { FragmentSpread: (spread) => void names.add(spread.name.value) });
  return [...names];
}

function transitive(names, next, seen = new Set()) {
  for (const name of names) if (!seen.has(name)) transitive(next(name), next, seen.add(name));
  return [...seen];
}

/** Enums and inputs that the types of this definition name, with all that the inputs name. */
function schemaTypesOf(schema, node) {
  const names = new Set();
  const add = (type) => {
    const named = getNamedType(type);
    if (!named || names.has(named.name)) return;
    names.add(named.name);
    if (isInputObjectType(named)) for (const field of Object.values(named.getFields())) add(field.type);
  };
  const info = new TypeInfo(schema);
  visit(
    node,
    visitWithTypeInfo(info, {
      Field: () => void add(info.getType()),
      NamedType: ({ name }) => void add(schema.getType(name.value)),
    }),
  );
  return names;
}

function variablesOf(schema, node) {
  const info = new TypeInfo(schema);
  const documented = new Map();
  visit(
    node,
    visitWithTypeInfo(info, {
      Variable: ({ name }) => {
        const argument = info.getArgument();
        if (argument) documented.set(name.value, argument.description);
      },
    }),
  );
  return node.variableDefinitions.map(({ variable, type, defaultValue }) => ({
    name: variable.name.value,
    type,
    isRequired: type.kind === Kind.NON_NULL_TYPE && !defaultValue,
    description: documented.get(variable.name.value) ?? '',
  }));
}

/** A type used by one resource lives with it, any other in `common`; so resources never import each other. */
function homesOf(operations) {
  const homes = new Map();
  for (const { resource, uses } of operations) {
    for (const name of uses)
      homes.set(name, [undefined, resource].includes(homes.get(name)) ? resource : 'common');
  }
  return (name) => homes.get(name) ?? 'common';
}

// Types of answers. Ours and not typescript-operations', whose answers carry no descriptions and spell out a union of
// thirteen alike members where one would do.
import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isScalarType,
  Kind,
  TypeNameMetaFieldDef,
} from 'graphql';
import { scalarType } from './scalars.mjs';

export const comment = (text, indent = '') => {
  if (!text) return '';
  const lines = text.trim().replaceAll('*/', '*\\/').split('\n');
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join('\n')}\n${indent} */\n`;
};

/** The declaration of a fragment's type. */
export function fragmentType(model, { name, node, description }) {
  const type = model.schema.getType(node.typeCondition.name.value);
  const { fields, spreads, conditions } = split(node.selectionSet);
  const docs = comment(description);
  const isPlain = conditions.length === 0 && spreads.every((spread) => isInterface(model, spread));
  if (isPlain)
    return `${docs}export interface ${name}${spreads.length ? ` extends ${spreads.join(', ')}` : ''} ${body(model, type, fields, '')}\n`;
  return `${docs}export type ${name} = ${selectionType(model, type, node.selectionSet, '')};\n`;
}

/** The type of a selection, written where it stands. */
export function selectionType(model, type, selectionSet, indent) {
  const { fields, spreads, conditions } = split(selectionSet);
  const parts = [...spreads];
  const own = conditions.length ? fields.filter((field) => field.name.value !== '__typename') : fields;
  if (own.length) parts.push(body(model, type, own, indent));
  if (conditions.length)
    parts.push(alternatives(model, type, conditions, fields.length > own.length, indent));
  return parts.join(' & ');
}

/** One alternative for each set of types that the same inline fragments match. */
function alternatives(model, type, conditions, hasTypename, indent) {
  const groups = new Map();
  for (const possible of model.schema.getPossibleTypes(type)) {
    const matching = conditions.filter(({ typeCondition }) => {
      const condition = model.schema.getType(typeCondition.name.value);
      return (
        condition === possible || (isAbstractType(condition) && model.schema.isSubType(condition, possible))
      );
    });
    const key = matching.map((condition) => conditions.indexOf(condition)).join();
    groups.set(key, { matching, names: [...(groups.get(key)?.names ?? []), possible.name] });
  }
  const members = [...groups.values()].map(({ matching, names }) => {
    const inner = `${indent}    `;
    const typename = hasTypename
      ? [
          `${inner}/** Which type it is. */\n${inner}__typename: ${names.map((name) => `'${name}'`).join(' | ')};\n`,
        ]
      : [];
    const rows = matching.flatMap(({ typeCondition, selectionSet }) =>
      rowsOf(model, model.schema.getType(typeCondition.name.value), split(selectionSet).fields, inner),
    );
    return `{\n${[...typename, ...new Set(rows)].join('')}${indent}  }`;
  });
  return `(\n${members.map((member) => `${indent}  | ${member}`).join('\n')}\n${indent})`;
}

const body = (model, type, fields, indent) =>
  `{\n${rowsOf(model, type, fields, `${indent}  `).join('')}${indent}}`;

function rowsOf(model, type, fields, indent) {
  return fields.map((field) => {
    const definition =
      field.name.value === '__typename' ? TypeNameMetaFieldDef : type.getFields()[field.name.value];
    const docs = field.name.value === '__typename' ? 'Which type it is.' : definition.description;
    const isOptional = field.directives.some(({ name }) => ['include', 'skip'].includes(name.value));
    const key = (field.alias ?? field.name).value;
    // Said once for the record itself; the hundred links to others need not repeat it.
    const isPlain = indent.length > 2 && ['id', 'label', '__typename'].includes(field.name.value);
    return `${isPlain ? '' : comment(docs, indent)}${indent}${key}${isOptional ? '?' : ''}: ${fieldType(model, type, field, definition, indent)};\n`;
  });
}

function fieldType(model, parent, field, { type }, indent) {
  if (field.name.value === '__typename') return typenames(model, parent);
  const named = getNamedType(type);
  const inner = isScalarType(named)
    ? scalarType(named.name)
    : isEnumType(named)
      ? named.name
      : selectionType(model, named, field.selectionSet, indent);
  return wrap(type, inner);
}

/** `inner` as nullable and as listed as the type says. */
export function wrap(type, inner, isPresent = false) {
  if (!isNonNullType(type) && !isPresent) return `${wrap(type, inner, true)} | null`;
  const nullable = getNullableType(type);
  return isListType(nullable) ? `Array<${wrap(nullable.ofType, inner)}>` : inner;
}

const typenames = (model, type) =>
  isAbstractType(type)
    ? model.schema
        .getPossibleTypes(type)
        .map(({ name }) => `'${name}'`)
        .join(' | ')
    : `'${type.name}'`;

const isInterface = (model, spread) => {
  const { node } = model.fragments.get(spread);
  const { spreads, conditions } = split(node.selectionSet);
  return conditions.length === 0 && spreads.every((name) => isInterface(model, name));
};

function split({ selections }) {
  return {
    fields: selections.filter(({ kind }) => kind === Kind.FIELD),
    spreads: selections.filter(({ kind }) => kind === Kind.FRAGMENT_SPREAD).map(({ name }) => name.value),
    conditions: selections.filter(({ kind }) => kind === Kind.INLINE_FRAGMENT),
  };
}

// Enums and inputs as typescript-operations writes them, taken apart so that each goes to the file of its resource.
import * as typescript from '@graphql-codegen/typescript-operations';
import { isScalarType } from 'graphql';
import { isNamedScalar, scalarType } from './scalars.mjs';

export const inputPlugin = typescript;

export const inputConfig = (schema) => ({
  generateOperationTypes: false,
  enumType: 'const',
  arrayInputCoercion: false,
  inputMaybeValue: 'T | null',
  namingConvention: 'keep',
  scalars: Object.fromEntries(
    Object.values(schema.getTypeMap())
      .filter(isScalarType)
      .map(({ name }) => [name, scalarType(name)]),
  ),
});

/** Declarations by name. */
export function declarationsIn(text) {
  const declarations = new Map();
  let lines = [];
  for (const line of text.split('\n')) {
    if (lines.length || line) lines.push(line);
    const [, alias] = /^export type (\w+) = typeof /.exec(line) ?? [];
    if (alias) {
      // Open, since a newer server may answer a value that this version does not know.
      lines[lines.length - 1] =
        `export type ${alias} = (typeof ${alias})[keyof typeof ${alias}] | (string & {});`;
    }
    if (alias || line === '};') {
      const name = alias ?? /^export type (\w+)/m.exec(lines.join('\n'))[1];
      declarations.set(name, `${lines.filter((text) => text).join('\n')}\n`);
      lines = [];
    }
  }
  return declarations;
}

/** Documented names for the scalars that mean more than a string. */
export function scalarDeclarations(schema, comment) {
  const scalars = Object.values(schema.getTypeMap()).filter(
    (type) => isScalarType(type) && isNamedScalar(type.name),
  );
  return new Map(
    scalars.map(({ name, description }) => [name, `${comment(description)}export type ${name} = string;\n`]),
  );
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
} from 'graphql';
import { printSchemaText } from '../../src/app/print-schema';
import { schema } from '../../src/app/schema';

const BUILT_IN = ['ID', 'String', 'Int', 'Float', 'Boolean'];

/** Every place of the schema where a description belongs and is missing. */
function undescribed(): string[] {
  const missing: string[] = [];
  const demand = (place: string, description: string | null | undefined) => {
    if (!description?.trim()) missing.push(place);
  };
  for (const type of Object.values(schema().getTypeMap())) {
    if (isIntrospectionType(type) || (isScalarType(type) && BUILT_IN.includes(type.name))) continue;
    demand(type.name, type.description);
    if (isEnumType(type))
      for (const value of type.getValues()) demand(`${type.name}.${value.name}`, value.description);
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields()))
        demand(`${type.name}.${field.name}`, field.description);
    if (isObjectType(type) || isInterfaceType(type))
      for (const field of Object.values(type.getFields())) {
        demand(`${type.name}.${field.name}`, field.description);
        for (const argument of field.args)
          demand(`${type.name}.${field.name}(${argument.name}:)`, argument.description);
      }
  }
  return missing;
}

describe('the served schema', () => {
  test('is the committed one; `entente schema print > packages/server/schema.graphql` renews it', async () => {
    expect(`${await printSchemaText()}\n`).toBe(
      readFileSync(join(__dirname, '../../schema.graphql'), 'utf8'),
    );
  });

  test('describes every type, field, argument and enum value', () => {
    expect(undescribed()).toEqual([]);
  });
});

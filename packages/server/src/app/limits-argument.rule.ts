import {
  type FieldNode,
  type GraphQLField,
  type OperationDefinitionNode,
  type SelectionNode,
  valueFromASTUntyped,
} from 'graphql';

/** The variables of an operation as they came, defaults filled in. They may be of a wrong type, which is refused elsewhere. */
export type Values = { [name: string]: unknown };

export function valuesOf(operation: OperationDefinitionNode, variables: Record<string, unknown>): Values {
  const values: Values = Object.create(null);
  for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
    const name = variable.name.value;
    const given = Object.hasOwn(variables, name) ? variables[name] : undefined;
    values[name] = given !== undefined ? given : defaultValue && valueFromASTUntyped(defaultValue);
  }
  return values;
}

export function argumentsOf(
  field: FieldNode,
  definition: GraphQLField<unknown, unknown>,
  values: Values,
): Record<string, unknown> {
  const given = new Map(field.arguments?.map((argument) => [argument.name.value, argument.value]));
  return Object.fromEntries(
    definition.args.map(({ name, defaultValue }) => {
      const node = given.get(name);
      const value = node && valueFromASTUntyped(node, values);
      return [name, value === undefined ? defaultValue : value];
    }),
  );
}

/** By `@skip` or `@include`, where that is sure. */
export function isLeftOut(selection: SelectionNode, values: Values): boolean {
  return (selection.directives ?? []).some((directive) => {
    const condition = directive.arguments?.find((argument) => argument.name.value === 'if')?.value;
    const decided = condition && valueFromASTUntyped(condition, values);
    return (
      (directive.name.value === 'skip' && decided === true) ||
      (directive.name.value === 'include' && decided === false)
    );
  });
}

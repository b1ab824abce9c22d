import {
  type ASTNode,
  coerceInputValue,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  isEnumType,
  isInputType,
  Kind,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';
import { type Path, pathOfNode, pathOfVariable, written } from './input-path';

/** What was asked, as far as it is known where an error is described. */
export interface Asked {
  schema?: GraphQLSchema;
  document?: DocumentNode;
  variables?: Record<string, unknown>;
}

export interface InputFault {
  message: string;
  field?: string;
}

const MOST_VALUES_LISTED = 40;
const LONGEST_MESSAGE = 600;

/** Which argument graphql-js refused and why, in words that name the place as the caller wrote it. */
export function inputFaultOf(error: GraphQLError, asked: Asked): InputFault {
  const node = error.nodes?.[0];
  const fault =
    node?.kind === Kind.VARIABLE_DEFINITION
      ? faultOfVariable(error, node, asked)
      : faultOfLiteral(error, node, asked);
  const field = written(fault.path);
  return {
    message: shortened(withAllowedValues(fault.message, asked.schema)),
    ...(field !== '' && { field }),
  };
}

interface PlacedFault {
  message: string;
  path: Path;
}

/**
 * graphql-js puts the path of a refused variable into its message only, beside the refused value, so
 * the coercion is repeated to learn it. This runs for refused requests alone.
 */
function faultOfVariable(error: GraphQLError, definition: VariableDefinitionNode, asked: Asked): PlacedFault {
  const name = definition.variable.name.value;
  const root = (asked.document && pathOfVariable(asked.document, name)) ?? [name];
  const type = asked.schema && typeFromAST(asked.schema, definition.type);
  if (!isInputType(type) || !Object.hasOwn(asked.variables ?? {}, name))
    return { message: error.message, path: root };

  const problems: PlacedFault[] = [];
  coerceInputValue(asked.variables?.[name], type, (path, _value, { message }) =>
    problems.push({ path, message }),
  );
  const problem =
    problems.find(
      ({ message, path }) =>
        error.message.endsWith(`; ${message}`) && error.message.includes(printed(name, path)),
    ) ?? problems.find(({ message }) => error.message.endsWith(`; ${message}`));
  if (!problem) return { message: error.message, path: root };

  const path = [...root, ...problem.path, ...missingIn(problem.message)];
  return { path, message: `${written(path)}: ${problem.message}` };
}

function faultOfLiteral(
  { message }: GraphQLError,
  node: ASTNode | undefined,
  { document }: Asked,
): PlacedFault {
  const argument = /argument "(\w+)" of type "[^"]+" is required/.exec(message)?.[1];
  if (argument !== undefined) return { message, path: [argument] };
  const path = node && document ? pathOfNode(document, (candidate) => candidate === node) : undefined;
  return { message, path: path ? [...path, ...missingIn(message, path.at(-1))] : [] };
}

/** A field that is missing, or not known, is named in the message and not yet in the path. */
function missingIn(message: string, last?: string | number): string[] {
  const field =
    /^Field "(?:\w+\.)?(\w+)" (?:of required type .* was not provided|is not defined by type)/.exec(
      message,
    )?.[1];
  return field !== undefined && field !== last ? [field] : [];
}

/** As graphql-js prints a path, to tell two refusals of one message apart. */
function printed(variable: string, path: Path): string {
  if (path.length === 0) return '';
  return ` at "${variable}${path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('')}"; `;
}

function withAllowedValues(message: string, schema: GraphQLSchema | undefined): string {
  if (message.includes('Did you mean')) return message;
  const name = /(?:in "(\w+)" enum\.|\bEnum "(\w+)" cannot represent)/.exec(message)?.slice(1).find(Boolean);
  const type = name === undefined ? undefined : schema?.getType(name);
  if (!isEnumType(type)) return message;
  const names = type.getValues().map((value) => value.name);
  const more = names.length > MOST_VALUES_LISTED ? ', …' : '';
  return `${message} Allowed: ${names.slice(0, MOST_VALUES_LISTED).join(', ')}${more}.`;
}

/** Messages quote what was sent, which may be a whole text. */
function shortened(message: string): string {
  const quoted = message.replace(/"([^"]{80})[^"]+"/g, '"$1…"');
  return quoted.length > LONGEST_MESSAGE ? `${quoted.slice(0, LONGEST_MESSAGE)}…` : quoted;
}

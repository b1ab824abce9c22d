import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLFieldResolver,
  type GraphQLNamedType,
  type GraphQLType,
  getNamedType,
  getNullableType,
  graphql,
  isAbstractType,
  isEnumType,
  isListType,
  isObjectType,
} from 'graphql';
import { ScriptedServer } from './scripted-server';
import { open } from './streamed';

/** A server with the real schema and invented values: one item a list, and no null. */
export async function startInventingServer(schemaFile: string): Promise<ScriptedServer> {
  const schema = buildSchema(readFileSync(schemaFile, 'utf8'));
  const invent = (type: GraphQLType, name: string): unknown => {
    const nullable = getNullableType(type);
    if (isListType(nullable)) return [invent(nullable.ofType, name)];
    if (nullable === schema.getType('EventFrame')) return { __typename: 'EventDelivered' };
    if (isAbstractType(nullable)) return { __typename: schema.getPossibleTypes(nullable)[0]?.name };
    if (isObjectType(nullable)) return {};
    if (isEnumType(nullable)) return nullable.getValues()[0]?.value;
    return scalar(getNamedType(type), name);
  };
  const fieldResolver: GraphQLFieldResolver<unknown, unknown> = (
    _source,
    _args,
    _context,
    { fieldName, returnType },
  ) => invent(returnType, fieldName);
  const server = await ScriptedServer.start();
  server.script = async ({ query: source, variables: variableValues, operationName, path }, response) => {
    const result = await graphql({ schema, source, variableValues, operationName, fieldResolver });
    if (!path.endsWith('/stream')) return result;
    // A stream of one frame, which then stays open.
    open(response);
    return void response.write(`event: next\ndata: ${JSON.stringify(result)}\n\n`);
  };
  return server;
}

function scalar({ name }: GraphQLNamedType, field: string): unknown {
  if (field === 'hasNextPage') return false;
  if (name === 'Int' || name === 'Float') return 1;
  if (name === 'Boolean') return true;
  if (name === 'Date') return '2021-03-15';
  if (name === 'DateTime') return '2026-01-31T08:00:00.000Z';
  return name === 'ID' ? 'engagement_01h455vb4pex5vsknk084sn02q' : `any ${field}`;
}

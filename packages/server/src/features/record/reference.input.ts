import { GraphQLScalarType, Kind } from 'graphql';
import { DomainError } from '../../platform/errors';

function reference(name: string, description: string, example: string): GraphQLScalarType<string, string> {
  const parse = (value: unknown): string => {
    if (typeof value === 'string' && value.length > 0 && value.length <= 200 && !value.includes('\0'))
      return value;
    throw new DomainError(
      'BAD_USER_INPUT',
      `${name} takes text of at most 200 characters, such as "${example}"`,
    );
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize: String,
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null),
  });
}

export const ActorRef = reference(
  'ActorRef',
  "Names an actor in input: its id, an ISO 3166-1 code (`QA`, `QAT`), a Wikidata id (`Q846`) or an outlet's web domain. An unknown code is BAD_USER_INPUT.",
  'QA',
);

export const TopicRef = reference(
  'TopicRef',
  'Names a topic in input: its id or its slug (`border-security`). An unknown slug is BAD_USER_INPUT.',
  'border-security',
);

export const RecordRef = reference(
  'RecordRef',
  'Names any record in input: its id, or whatever ActorRef or TopicRef take.',
  'QA',
);

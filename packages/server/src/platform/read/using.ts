import type { GraphQLResolveInfo } from 'graphql';
import { createParameterDecorator } from 'type-graphql';

/** What a context offers at a place in the answer: the present, or the recorded time under which that place lies. */
export interface Scoped {
  at(info: GraphQLResolveInfo): object;
}

/** Hands a resolver the services of the time it is asked about. */
export function Using(): ParameterDecorator {
  return createParameterDecorator<Scoped>(({ context, info }) => context.at(info)) as ParameterDecorator;
}

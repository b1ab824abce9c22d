import Negotiator from 'negotiator';

const GRAPHQL = ['application/json', 'application/graphql-response+json'];

/** Asked before anything runs: a mutation must not be carried out and then be answered with 406. */
export function acceptsGraphQL(accept: string | undefined): boolean {
  return preferred(accept, GRAPHQL) !== undefined;
}

/** A browser that opens an address puts text/html first; a client that takes anything gets GraphQL. */
export function prefersPage(accept: string | undefined): boolean {
  return preferred(accept, [...GRAPHQL, 'text/html']) === 'text/html';
}

function preferred(accept: string | undefined, types: string[]): string | undefined {
  return new Negotiator({ headers: { accept } }).mediaType(types);
}

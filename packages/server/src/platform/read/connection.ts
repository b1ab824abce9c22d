import { type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars';
import { PageInfo } from './page';

/** The GraphQL type of a connection: a view of one set, with the edges that Relay and other clients expect. */
export function connectionOf<T extends object>(name: string, node: () => ClassType<T>, what: string) {
  @ObjectType(`${name}Edge`, { description: `One of ${what}, with its position.` })
  class Edge {
    @Field(() => Cursor, { description: 'Its position, to be given as `after`.' })
    cursor: string;

    @Field(node, { description: 'The item.' })
    node: T;
  }

  @ObjectType(`${name}Connection`, { description: `A set of ${what}.` })
  class Connection {
    @Field(() => [node()], { name: 'nodes', description: 'The page.' })
    readonly nodes: T[];

    @Field(() => [Edge], { name: 'edges', description: 'The page, each item with its position.' })
    readonly edges: Edge[];

    @Field(() => PageInfo, { description: 'Where the page ends.' })
    readonly pageInfo: PageInfo;

    @Field(() => Int, { description: 'How many in the whole set; costs only when asked for.' })
    readonly totalCount: number;
  }
  return Connection;
}

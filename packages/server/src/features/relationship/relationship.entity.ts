import { Field, Int, ObjectType } from 'type-graphql';
import { TargetRole } from '../record/claim-terms.entity';
import { Node } from '../record/record.entity';

@ObjectType({
  implements: Node,
  description:
    'All that is known between two actors: a view, not a record. Offices and organizations count for their state.',
})
export class Relationship extends Node {
  /** The two, sorted by id. */
  actorIds: [string, string];

  override get table(): string {
    return 'relationship';
  }
}

@ObjectType({ description: 'Another actor in claims on two.' })
export class ThirdParty {
  actorId: string;

  @Field(() => [TargetRole], { description: 'In what roles.' })
  roles: TargetRole[];

  @Field(() => Int, { description: 'In how many claims.' })
  claimCount: number;
}

import { Arg, Args, FieldResolver, Float, Int, Query, Resolver, Root } from 'type-graphql';
import type { Services } from '../../app/context';
import { connectionOf } from '../../platform/read/connection';
import { Using } from '../../platform/read/using';
import { Actor, type ActorKind } from '../actor/actor.entity';
import { Relationship } from '../relationship/relationship.entity';
import { RelationshipListArgs } from './relationship-list.input';
import type { RelationshipPage } from './relationship-list.query';
import { TREND_YEARS } from './trend.rule';

export const RelationshipConnection = connectionOf('Relationship', () => Relationship, 'pairs');

@Resolver(() => Relationship)
export class RelationshipListResolver {
  @Query(() => RelationshipConnection, {
    description: 'Pairs of actors with at least one engagement, agreement, context event or claim.',
  })
  relationships(
    @Args(() => RelationshipListArgs) args: RelationshipListArgs,
    @Using() { relationshipLists }: Services,
  ): Promise<RelationshipPage> {
    return relationshipLists.page(args);
  }

  @FieldResolver(() => Float, {
    description: 'By how many engagements a year they become more each year; below 0: fewer.',
  })
  engagementTrend(
    @Root() relationship: Relationship,
    @Arg('years', () => Int, {
      nullable: true,
      defaultValue: TREND_YEARS,
      description: 'Looking back so many years.',
    })
    years: number | null,
    @Using() { trends }: Services,
  ): Promise<number> {
    return trends.of(relationship, years ?? TREND_YEARS);
  }
}

@Resolver(() => Actor)
export class ActorRelationshipsResolver {
  @FieldResolver(() => RelationshipConnection, { description: 'Its relationships with others.' })
  relationships(
    @Root() actor: Actor,
    @Args(() => RelationshipListArgs) args: RelationshipListArgs,
    @Using() { relationshipLists }: Services,
  ): Promise<RelationshipPage> {
    return relationshipLists.page(args, actor as Actor & { kind: ActorKind });
  }
}

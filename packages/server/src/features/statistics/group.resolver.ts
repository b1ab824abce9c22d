import { Arg, Args, ArgsType, Field, FieldResolver, Float, Int, Resolver, Root } from 'type-graphql';
import type { Services } from '../../app/context';
import type { Page } from '../../platform/read/page';
import { Using } from '../../platform/read/using';
import { Actor, ActorKind, Organization, State } from '../actor/actor.entity';
import { Milestone } from '../agreement/agreement.entity';
import { AgreementConnection } from '../agreement/agreement.resolver';
import { ClaimConnection } from '../claim/claim.resolver';
import type { Engagement } from '../engagement/engagement.entity';
import { EngagementConnection } from '../engagement/engagement.resolver';
import { Relationship } from '../relationship/relationship.entity';
import { Topic } from '../topic/topic.entity';
import { Dimension } from './dimension.entity';
import { Group, Tie } from './group.entity';

@ArgsType()
export class GroupsArgs {
  @Field(() => [Dimension], { description: 'Up to 3 that fit this set. None gives one row.' })
  by: Dimension[];

  @Field(() => Int, { nullable: true, defaultValue: 100, description: 'At most 1000.' })
  top: number | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Rows for empty periods too.' })
  fillEmpty: boolean | null;
}

@ArgsType()
export class NetworkArgs {
  @Field(() => ActorKind, {
    nullable: true,
    defaultValue: ActorKind.STATE,
    description: 'Who the ends are.',
  })
  of: ActorKind | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'One tie a year, or over all time.',
  })
  perYear: boolean | null;

  @Field(() => Int, {
    nullable: true,
    defaultValue: 200,
    description: 'The heaviest ties, at most 1000.',
  })
  top: number | null;
}

const GROUPS = 'The whole set, counted by dimensions.';

@Resolver(() => EngagementConnection)
export class EngagementStatisticsResolver {
  @FieldResolver(() => [Group], { description: GROUPS })
  groups(
    @Root() page: Page<unknown>,
    @Args(() => GroupsArgs) args: GroupsArgs,
    @Using() { groups }: Services,
  ): Promise<Group[]> {
    return groups.of(page, args);
  }

  @FieldResolver(() => [Tie], { description: 'Who met whom in the whole set.' })
  network(
    @Root() page: Page<Engagement>,
    @Args(() => NetworkArgs) args: NetworkArgs,
    @Using() { networks }: Services,
  ): Promise<Tie[]> {
    return networks.of(page, args);
  }
}

@Resolver(() => AgreementConnection)
export class AgreementStatisticsResolver {
  @FieldResolver(() => [Group], { description: GROUPS })
  groups(
    @Root() page: Page<unknown>,
    @Args(() => GroupsArgs) args: GroupsArgs,
    @Using() { groups }: Services,
  ): Promise<Group[]> {
    return groups.of(page, args);
  }
}

@Resolver(() => ClaimConnection)
export class ClaimStatisticsResolver {
  @FieldResolver(() => [Group], { description: GROUPS })
  groups(
    @Root() page: Page<unknown>,
    @Args(() => GroupsArgs) args: GroupsArgs,
    @Using() { groups }: Services,
  ): Promise<Group[]> {
    return groups.of(page, args);
  }
}

@Resolver(() => Group)
export class GroupResolver {
  @FieldResolver(() => State, { nullable: true, description: 'The state.' })
  state(@Root() { stateId }: Group, @Using() { reader }: Services): Promise<Actor | null> {
    return reader.one(Actor, stateId);
  }

  @FieldResolver(() => Relationship, { nullable: true, description: 'The pair.' })
  relationship(@Root() { pair }: Group): Relationship | null {
    return pair && Object.assign(new Relationship(), { actorIds: pair });
  }

  @FieldResolver(() => Topic, { nullable: true, description: 'The topic.' })
  topic(@Root() { topicId }: Group, @Using() { reader }: Services): Promise<Topic | null> {
    return reader.one(Topic, topicId);
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'The publisher.' })
  publisher(@Root() { publisherId }: Group, @Using() { reader }: Services): Promise<Actor | null> {
    return reader.one(Actor, publisherId);
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: 'Median days between two milestones, of agreements; null if none reached both.',
  })
  medianLag(
    @Root() group: Group,
    @Arg('from', () => Milestone, { description: 'The earlier one.' }) from: Milestone,
    @Arg('to', () => Milestone, { description: 'The later one.' }) to: Milestone,
  ): Promise<number | null> {
    return group.medianLag(from, to);
  }
}

@Resolver(() => Tie)
export class TieResolver {
  @FieldResolver(() => Actor, { description: 'One end.' })
  from(@Root() { fromId }: Tie, @Using() { reader }: Services): Promise<Actor | null> {
    return reader.one(Actor, fromId);
  }

  @FieldResolver(() => Actor, { description: 'The other.' })
  to(@Root() { toId }: Tie, @Using() { reader }: Services): Promise<Actor | null> {
    return reader.one(Actor, toId);
  }
}

import { Arg, Args, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Services } from '../../app/context';
import { type Page, PageArgs } from '../../platform/read/page';
import { Using } from '../../platform/read/using';
import { Actor } from '../actor/actor.entity';
import type { Agreement } from '../agreement/agreement.entity';
import { AgreementConnection } from '../agreement/agreement.resolver';
import { AgreementFilter, AgreementOrder } from '../agreement/agreement-filter.input';
import type { Claim } from '../claim/claim.entity';
import { ClaimFilter, ClaimOrder } from '../claim/claim.input';
import { ClaimConnection } from '../claim/claim.resolver';
import type { ContextEvent } from '../context-event/context-event.entity';
import { ContextEventFilter } from '../context-event/context-event.input';
import { ContextEventConnection } from '../context-event/context-event.resolver';
import type { Engagement } from '../engagement/engagement.entity';
import { EngagementConnection } from '../engagement/engagement.resolver';
import { EngagementListArgs } from '../engagement/engagement-list-args.input';
import { ActorRef } from '../record/reference.input';
import { Relationship, ThirdParty } from './relationship.entity';

@Resolver(() => Relationship)
export class RelationshipResolver {
  @Query(() => Relationship, { nullable: true, description: 'All that is known between two actors.' })
  relationship(
    @Arg('between', () => [ActorRef], { description: 'Exactly two actors, in any order.' }) between: string[],
    @Using() { relationships }: Services,
  ): Promise<Relationship | null> {
    return relationships.between(between);
  }

  @FieldResolver(() => ID, { description: '`relationship_` and the two ids, sorted.' })
  id(@Root() relationship: Relationship, @Using() { relationships }: Services): string {
    return relationships.id(relationship);
  }

  @FieldResolver(() => String, { description: 'Both names. Example: `Iraq – Qatar`.' })
  label(@Root() relationship: Relationship, @Using() { relationships }: Services): Promise<string> {
    return relationships.label(relationship);
  }

  @FieldResolver(() => [Actor], { description: 'The two.' })
  actors(@Root() relationship: Relationship, @Using() { relationships }: Services): Promise<Actor[]> {
    return relationships.actors(relationship);
  }

  @FieldResolver(() => EngagementConnection, { description: 'Where both took part.' })
  engagements(
    @Root() relationship: Relationship,
    @Args(() => EngagementListArgs) args: EngagementListArgs,
    @Using() { relationships }: Services,
  ): Promise<Page<Engagement>> {
    return relationships.engagements(relationship, args);
  }

  @FieldResolver(() => AgreementConnection, { description: 'Agreements between them.' })
  agreements(
    @Root() relationship: Relationship,
    @Arg('filter', () => AgreementFilter, { nullable: true, description: 'Which ones. Absent: all.' })
    filter: AgreementFilter | null,
    @Arg('orderBy', () => AgreementOrder, {
      nullable: true,
      defaultValue: AgreementOrder.NEWEST,
      description: 'In which order.',
    })
    orderBy: AgreementOrder | null,
    @Args(() => PageArgs) args: PageArgs,
    @Using() { relationships }: Services,
  ): Promise<Page<Agreement>> {
    return relationships.agreements(relationship, filter, orderBy, args);
  }

  @FieldResolver(() => ContextEventConnection, {
    description: 'Context events that name both, also through a group.',
  })
  contextEvents(
    @Root() relationship: Relationship,
    @Arg('filter', () => ContextEventFilter, { nullable: true, description: 'Which ones. Absent: all.' })
    filter: ContextEventFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Using() { relationships }: Services,
  ): Promise<Page<ContextEvent>> {
    return relationships.contextEvents(relationship, filter, args);
  }

  @FieldResolver(() => ClaimConnection, { description: 'Claims that name both.' })
  claims(
    @Root() relationship: Relationship,
    @Arg('filter', () => ClaimFilter, { nullable: true, description: 'Which ones. Absent: all.' })
    filter: ClaimFilter | null,
    @Arg('orderBy', () => ClaimOrder, {
      nullable: true,
      defaultValue: ClaimOrder.NEWEST,
      description: 'In which order.',
    })
    orderBy: ClaimOrder | null,
    @Args(() => PageArgs) args: PageArgs,
    @Using() { relationships }: Services,
  ): Promise<Page<Claim>> {
    return relationships.claims(relationship, filter, orderBy, args);
  }

  @FieldResolver(() => [ThirdParty], {
    description: 'Who else those claims name, the most often named first (at most 100).',
  })
  thirdParties(
    @Root() relationship: Relationship,
    @Using() { thirdParties }: Services,
  ): Promise<ThirdParty[]> {
    return thirdParties.of(relationship);
  }
}

@Resolver(() => ThirdParty)
export class ThirdPartyResolver {
  @FieldResolver(() => Actor, { description: 'Who.' })
  actor(@Root() party: ThirdParty, @Using() { reader }: Services): Promise<Actor | null> {
    return reader.one(Actor, party.actorId);
  }
}

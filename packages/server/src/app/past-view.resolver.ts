import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, ObjectType, Query, Resolver } from 'type-graphql';
import { Actor } from '../features/actor/actor.entity';
import { Agreement } from '../features/agreement/agreement.entity';
import { AgreementConnection } from '../features/agreement/agreement.resolver';
import { AgreementFilter, AgreementOrder } from '../features/agreement/agreement-filter.input';
import type { Claim } from '../features/claim/claim.entity';
import { ClaimFilter, ClaimOrder } from '../features/claim/claim.input';
import { ClaimConnection } from '../features/claim/claim.resolver';
import type { ContextEvent } from '../features/context-event/context-event.entity';
import { ContextEventFilter } from '../features/context-event/context-event.input';
import { ContextEventConnection } from '../features/context-event/context-event.resolver';
import { Engagement } from '../features/engagement/engagement.entity';
import { EngagementConnection } from '../features/engagement/engagement.resolver';
import { EngagementFilter, EngagementOrder } from '../features/engagement/engagement-filter.input';
import { Node } from '../features/record/record.entity';
import { ActorRef } from '../features/record/reference.input';
import { Relationship } from '../features/relationship/relationship.entity';
import { Source } from '../features/source/source.entity';
import { type Page, PageArgs } from '../platform/read/page';
import { Using } from '../platform/read/using';
import { DateTime } from '../platform/scalars';
import type { Context, Services } from './context';

const WHICH = { nullable: true, description: 'Which ones. Absent: all.' };
const ORDER = { nullable: true, description: 'In which order.' };

@ObjectType({
  description: 'Reads as of a recorded time; all that hangs on the records is of that time too.',
})
export class PastView {}

@Resolver(() => PastView)
export class PastViewResolver {
  @Query(() => PastView, {
    description:
      'The record as it stood at an instant: what we believed then. Alias it to compare with today.',
  })
  asOf(
    @Arg('recordedAt', () => DateTime, { description: 'What was recorded later is left out.' })
    recordedAt: Date,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: Context,
  ): PastView {
    context.enter(String(info.path.key), recordedAt);
    return new PastView();
  }

  @FieldResolver(() => Node, { nullable: true, description: 'Any record or part.' })
  node(
    @Arg('id', () => ID, { description: 'An id of any type.' }) id: string,
    @Using() { records }: Services,
  ): Promise<Node | null> {
    return records.node(id);
  }

  @FieldResolver(() => Engagement, { nullable: true, description: 'One engagement.' })
  engagement(
    @Arg('id', () => ID, { description: 'Begins with `engagement_`.' }) id: string,
    @Using() { engagements }: Services,
  ): Promise<Engagement | null> {
    return engagements.byId(id);
  }

  @FieldResolver(() => EngagementConnection, { description: 'Engagements as recorded then.' })
  engagements(
    @Arg('filter', () => EngagementFilter, WHICH) filter: EngagementFilter | null,
    @Arg('orderBy', () => EngagementOrder, { ...ORDER, defaultValue: EngagementOrder.NEWEST })
    order: EngagementOrder | null,
    @Args(() => PageArgs) args: PageArgs,
    @Using() { engagements }: Services,
  ): Promise<Page<Engagement>> {
    return engagements.page(filter, order, args);
  }

  @FieldResolver(() => Agreement, {
    nullable: true,
    description: 'One agreement; its status is computed from the actions known then.',
  })
  agreement(
    @Arg('id', () => ID, { description: 'Begins with `agreement_`.' }) id: string,
    @Using() { agreements }: Services,
  ): Promise<Agreement | null> {
    return agreements.byId(id);
  }

  @FieldResolver(() => AgreementConnection, { description: 'Agreements as recorded then.' })
  agreements(
    @Arg('filter', () => AgreementFilter, WHICH) filter: AgreementFilter | null,
    @Arg('orderBy', () => AgreementOrder, { ...ORDER, defaultValue: AgreementOrder.NEWEST })
    order: AgreementOrder | null,
    @Args(() => PageArgs) args: PageArgs,
    @Using() { agreements }: Services,
  ): Promise<Page<Agreement>> {
    return agreements.page(filter, order, args);
  }

  @FieldResolver(() => Actor, { nullable: true, description: 'One actor.' })
  actor(
    @Arg('ref', () => ActorRef, { description: 'An id or code.' }) ref: string,
    @Using() { actors }: Services,
  ): Promise<Actor | null> {
    return actors.byRef(ref);
  }

  @FieldResolver(() => ContextEventConnection, { description: 'Context events as recorded then.' })
  contextEvents(
    @Arg('filter', () => ContextEventFilter, WHICH) filter: ContextEventFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Using() { contextEvents }: Services,
  ): Promise<Page<ContextEvent>> {
    return contextEvents.page(filter, args);
  }

  @FieldResolver(() => Source, { nullable: true, description: 'One source.' })
  source(
    @Arg('id', () => ID, { description: 'Begins with `source_`.' }) id: string,
    @Using() { sources }: Services,
  ): Promise<Source | null> {
    return sources.byId(id);
  }

  @FieldResolver(() => ClaimConnection, { description: 'Claims as recorded then.' })
  claims(
    @Arg('filter', () => ClaimFilter, WHICH) filter: ClaimFilter | null,
    @Arg('orderBy', () => ClaimOrder, { ...ORDER, defaultValue: ClaimOrder.NEWEST })
    order: ClaimOrder | null,
    @Args(() => PageArgs) args: PageArgs,
    @Using() { claims }: Services,
  ): Promise<Page<Claim>> {
    return claims.page(filter, order, args);
  }

  @FieldResolver(() => Relationship, {
    nullable: true,
    description: 'All that was known between two actors.',
  })
  relationship(
    @Arg('between', () => [ActorRef], { description: 'Exactly two actors.' }) between: string[],
    @Using() { relationships }: Services,
  ): Promise<Relationship | null> {
    return relationships.between(between);
  }
}

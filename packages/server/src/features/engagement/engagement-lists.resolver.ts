import { Arg, Args, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Services } from '../../app/context';
import { DateMatch } from '../../platform/fuzzy-date/fuzzy-date-filter';
import { type Page, PageArgs } from '../../platform/read/page';
import { Using } from '../../platform/read/using';
import { Actor } from '../actor/actor.entity';
import { Tenure } from '../actor/tenure.entity';
import type { ContextEvent } from '../context-event/context-event.entity';
import { ContextEventFilter } from '../context-event/context-event.input';
import { ContextEventConnection } from '../context-event/context-event.resolver';
import { Place } from '../place/place.entity';
import { Topic } from '../topic/topic.entity';
import { Engagement } from './engagement.entity';
import { EngagementConnection } from './engagement.resolver';
import { EngagementListArgs } from './engagement-list-args.input';

@Resolver(() => Actor)
export class ActorEngagementsResolver {
  @FieldResolver(() => EngagementConnection, {
    description: 'Where it took part; of a state, also through its organizations and those who act for it.',
  })
  engagements(
    @Root() actor: Actor,
    @Args(() => EngagementListArgs) args: EngagementListArgs,
    @Using() { engagementLists }: Services,
  ): Promise<Page<Engagement>> {
    return engagementLists.withActor(actor.id, args);
  }
}

@Resolver(() => Place)
export class PlaceEngagementsResolver {
  @FieldResolver(() => EngagementConnection, { description: 'What happened there.' })
  engagements(
    @Root() place: Place,
    @Args(() => EngagementListArgs) args: EngagementListArgs,
    @Using() { engagementLists }: Services,
  ): Promise<Page<Engagement>> {
    return engagementLists.atPlace(place.id, args);
  }
}

@Resolver(() => Topic)
export class TopicEngagementsResolver {
  @FieldResolver(() => EngagementConnection, {
    description: 'Where it, or a narrower one, was on the agenda.',
  })
  engagements(
    @Root() topic: Topic,
    @Args(() => EngagementListArgs) args: EngagementListArgs,
    @Using() { engagementLists }: Services,
  ): Promise<Page<Engagement>> {
    return engagementLists.onTopic(topic.id, args);
  }
}

@Resolver(() => Tenure)
export class TenureEngagementsResolver {
  @FieldResolver(() => EngagementConnection, { description: 'Where the person acted in this office.' })
  engagements(
    @Root() tenure: Tenure,
    @Args(() => EngagementListArgs) args: EngagementListArgs,
    @Using() { engagementLists }: Services,
  ): Promise<Page<Engagement>> {
    return engagementLists.inTenure(tenure.id, args);
  }
}

@Resolver(() => Engagement)
export class EngagementContextResolver {
  @FieldResolver(() => ContextEventConnection, {
    description: 'Context events of its states that were going on at the time.',
  })
  contextEvents(
    @Root() engagement: Engagement,
    @Arg('filter', () => ContextEventFilter, { nullable: true, description: 'Which ones. Absent: all.' })
    filter: ContextEventFilter | null,
    @Arg('match', () => DateMatch, {
      nullable: true,
      defaultValue: DateMatch.POSSIBLE,
      description: 'How sure it must be that they were going on.',
    })
    match: DateMatch | null,
    @Args(() => PageArgs) args: PageArgs,
    @Using() { engagementLists }: Services,
  ): Promise<Page<ContextEvent>> {
    return engagementLists.contextOf(engagement, filter, match, args);
  }
}

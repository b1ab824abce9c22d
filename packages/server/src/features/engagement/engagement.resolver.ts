import { Arg, Args, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { Services } from '../../app/context';
import { connectionOf } from '../../platform/read/connection';
import { type Page, PageArgs } from '../../platform/read/page';
import { Using } from '../../platform/read/using';
import { Organization } from '../actor/actor.entity';
import { Level } from '../actor/position.entity';
import { Place } from '../place/place.entity';
import { AgendaItem } from './agenda-item.entity';
import { Engagement, EngagementFormat, Side } from './engagement.entity';
import { Code } from './engagement-code.entity';
import { EngagementLink } from './engagement-link.entity';
import { EngagementListArgs } from './engagement-list-args.input';
import { Participation } from './participation.entity';

export const EngagementConnection = connectionOf('Engagement', () => Engagement, 'engagements');

@Resolver(() => Engagement)
export class EngagementResolver {
  @Query(() => Engagement, { nullable: true, description: 'One engagement.' })
  engagement(
    @Arg('id', () => ID, { description: 'Begins with `engagement_`.' }) id: string,
    @Using() { engagements }: Services,
  ): Promise<Engagement | null> {
    return engagements.byId(id);
  }

  @Query(() => EngagementConnection, {
    description:
      'Meetings, visits, calls, summits. Example: `engagements(filter: {between: ["QA", "IQ"], when: {from: "2021"}}) { nodes { label } }`.',
  })
  engagements(
    @Args(() => EngagementListArgs) args: EngagementListArgs,
    @Using() { engagements }: Services,
  ): Promise<Page<Engagement>> {
    return engagements.page(args.filter, args.orderBy, args);
  }

  @FieldResolver(() => Place, { nullable: true, description: 'Where.' })
  place(@Root() engagement: Engagement, @Using() { reader }: Services): Promise<Place | null> {
    return reader.one(Place, engagement.placeId);
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'Whose premises they are.' })
  venueOrganization(
    @Root() engagement: Engagement,
    @Using() { reader }: Services,
  ): Promise<Organization | null> {
    return reader.one(Organization, engagement.venueOrganizationId);
  }

  @FieldResolver(() => Engagement, { nullable: true, description: 'What it is part of, such as the visit.' })
  parent(@Root() engagement: Engagement, @Using() { reader }: Services): Promise<Engagement | null> {
    return reader.one(Engagement, engagement.parentId);
  }

  @FieldResolver(() => EngagementConnection, {
    description: 'Engagements within it, in order. Whether the list is complete: `absences` of `children`.',
  })
  children(
    @Root() engagement: Engagement,
    @Args(() => PageArgs) args: PageArgs,
    @Using() { engagements }: Services,
  ): Page<Engagement> {
    return engagements.children(engagement, args);
  }

  @FieldResolver(() => EngagementConnection, { description: 'Engagements held on its sidelines.' })
  sideMeetings(
    @Root() engagement: Engagement,
    @Args(() => PageArgs) args: PageArgs,
    @Using() { engagements }: Services,
  ): Page<Engagement> {
    return engagements.sideMeetings(engagement, args);
  }

  @FieldResolver(() => [Participation], { description: 'Who took part, invited or sent (at most 300).' })
  participations(@Root() engagement: Engagement, @Using() { reader }: Services): Promise<Participation[]> {
    return reader.parts(Participation, engagement.id);
  }

  @FieldResolver(() => [AgendaItem], { description: 'What was on the agenda (at most 50).' })
  agenda(@Root() engagement: Engagement, @Using() { reader }: Services): Promise<AgendaItem[]> {
    return reader.parts(AgendaItem, engagement.id);
  }

  @FieldResolver(() => [EngagementLink], {
    description: 'Links from and to other engagements (at most 100).',
  })
  links(@Root() engagement: Engagement, @Using() { engagements }: Services): Promise<EngagementLink[]> {
    return engagements.links(engagement);
  }

  @FieldResolver(() => [Code], { description: 'Codes of event vocabularies (at most 20).' })
  codes(@Root() engagement: Engagement, @Using() { reader }: Services): Promise<Code[]> {
    return reader.parts(Code, engagement.id);
  }

  @FieldResolver(() => [Side], {
    description: 'The states that met, with the highest level of each (at most 200).',
  })
  sides(@Root() engagement: Engagement, @Using() { engagements }: Services): Promise<Side[]> {
    return engagements.sides(engagement);
  }

  @FieldResolver(() => Level, {
    nullable: true,
    description: 'The highest of all present; null if no level is known.',
  })
  async highestLevel(
    @Root() engagement: Engagement,
    @Using() { engagements }: Services,
  ): Promise<Level | null> {
    return (await engagements.form(engagement)).highestLevel;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Steps between the highest levels of the two sides; null if one is unknown.',
  })
  async levelGap(@Root() engagement: Engagement, @Using() { engagements }: Services): Promise<number | null> {
    return (await engagements.form(engagement)).levelGap;
  }

  @FieldResolver(() => EngagementFormat, {
    nullable: true,
    description: 'Derived from who took part; null if that is unknown.',
  })
  async format(
    @Root() engagement: Engagement,
    @Using() { engagements }: Services,
  ): Promise<EngagementFormat | null> {
    return (await engagements.form(engagement)).format;
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is awaited and its window has passed.' })
  isOverdue(@Root() engagement: Engagement, @Using() { engagements }: Services): boolean {
    return engagements.isOverdue(engagement);
  }
}

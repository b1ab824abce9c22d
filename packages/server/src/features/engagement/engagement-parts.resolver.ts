import { FieldResolver, Resolver, Root } from 'type-graphql';
import type { Services } from '../../app/context';
import { Using } from '../../platform/read/using';
import { Actor, State } from '../actor/actor.entity';
import { Level } from '../actor/position.entity';
import { Tenure } from '../actor/tenure.entity';
import { Topic } from '../topic/topic.entity';
import { AgendaItem } from './agenda-item.entity';
import { Engagement, Side } from './engagement.entity';
import { Code } from './engagement-code.entity';
import { EngagementLink } from './engagement-link.entity';
import { Participation } from './participation.entity';

@Resolver(() => Participation)
export class ParticipationResolver {
  @FieldResolver(() => Engagement, { description: 'In which engagement.' })
  engagement(
    @Root() participation: Participation,
    @Using() { reader }: Services,
  ): Promise<Engagement | null> {
    return reader.one(Engagement, participation.recordId);
  }

  @FieldResolver(() => String, { description: 'Actor or descriptor, to show.' })
  label(@Root() participation: Participation, @Using() { engagements }: Services): Promise<string> {
    return engagements.participantLabel(participation);
  }

  @FieldResolver(() => Actor, { nullable: true, description: 'Who; null if unnamed.' })
  actor(@Root() participation: Participation, @Using() { reader }: Services): Promise<Actor | null> {
    return reader.one(Actor, participation.actorId);
  }

  @FieldResolver(() => Tenure, { nullable: true, description: 'The office held at the time.' })
  tenure(@Root() participation: Participation, @Using() { reader }: Services): Promise<Tenure | null> {
    return reader.one(Tenure, participation.tenureId);
  }

  @FieldResolver(() => State, {
    nullable: true,
    description: 'For which state; that of the office, unless stated.',
  })
  async onBehalfOf(
    @Root() participation: Participation,
    @Using() { reader, engagements }: Services,
  ): Promise<State | null> {
    return reader.one(State, (await engagements.sideOf(participation)).stateId);
  }

  @FieldResolver(() => Level, {
    nullable: true,
    description: 'The level; that of the office, unless stated.',
  })
  async level(
    @Root() participation: Participation,
    @Using() { engagements }: Services,
  ): Promise<Level | null> {
    return (await engagements.sideOf(participation)).level;
  }
}

@Resolver(() => Side)
export class SideResolver {
  @FieldResolver(() => State, { description: 'The state.' })
  state(@Root() side: Side, @Using() { reader }: Services): Promise<State | null> {
    return reader.one(State, side.stateId);
  }
}

@Resolver(() => AgendaItem)
export class AgendaItemResolver {
  @FieldResolver(() => Engagement, { description: 'On whose agenda.' })
  engagement(@Root() item: AgendaItem, @Using() { reader }: Services): Promise<Engagement | null> {
    return reader.one(Engagement, item.recordId);
  }

  @FieldResolver(() => Topic, { nullable: true, description: 'The topic, or' })
  topic(@Root() item: AgendaItem, @Using() { reader }: Services): Promise<Topic | null> {
    return reader.one(Topic, item.topicId);
  }
}

@Resolver(() => EngagementLink)
export class EngagementLinkResolver {
  @FieldResolver(() => Engagement, { description: 'This one' })
  from(@Root() link: EngagementLink, @Using() { reader }: Services): Promise<Engagement | null> {
    return reader.one(Engagement, link.recordId);
  }

  @FieldResolver(() => Engagement, { description: 'that one.' })
  to(@Root() link: EngagementLink, @Using() { reader }: Services): Promise<Engagement | null> {
    return reader.one(Engagement, link.toId);
  }
}

@Resolver(() => Code)
export class CodeResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: "The vocabulary's words; null if it has no such code.",
  })
  label(@Root() code: Code, @Using() { engagements }: Services): string | null {
    return engagements.codeLabel(code);
  }
}

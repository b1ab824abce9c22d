import { Arg, Args, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Services } from '../../app/context';
import { connectionOf } from '../../platform/read/connection';
import { type Page, PageArgs } from '../../platform/read/page';
import { Using } from '../../platform/read/using';
import { Place } from '../place/place.entity';
import { AmendArgs, RecordArgs } from '../record/command-args.input';
import { ContextEvent, ContextEventActor } from './context-event.entity';
import { ContextEventFilter, ContextEventInput } from './context-event.input';

export const ContextEventConnection = connectionOf('ContextEvent', () => ContextEvent, 'context events');

@Resolver(() => ContextEvent)
export class ContextEventResolver {
  @Query(() => ContextEvent, { nullable: true, description: 'One measure or circumstance.' })
  contextEvent(
    @Arg('id', () => ID, { description: 'Begins with `context_event_`.' }) id: string,
    @Using() { contextEvents }: Services,
  ): Promise<ContextEvent | null> {
    return contextEvents.byId(id);
  }

  @Query(() => ContextEventConnection, {
    description: 'Sanctions, blockades, protests, crises, the newest first.',
  })
  contextEvents(
    @Arg('filter', () => ContextEventFilter, { nullable: true, description: 'Which ones. Absent: all.' })
    filter: ContextEventFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Using() { contextEvents }: Services,
  ): Promise<Page<ContextEvent>> {
    return contextEvents.page(filter, args);
  }

  @Mutation(() => ContextEvent, { nullable: true, description: 'Records a measure or circumstance.' })
  async recordContextEvent(
    @Arg('input', () => ContextEventInput, { description: 'What to record.' }) input: ContextEventInput,
    @Args(() => RecordArgs) { idempotencyKey }: RecordArgs,
    @Using() { recording, reader }: Services,
  ): Promise<ContextEvent | null> {
    return reader.one(ContextEvent, await recording.contextEvents.record(input, idempotencyKey));
  }

  @Mutation(() => ContextEvent, { nullable: true, description: 'Changes a measure or circumstance.' })
  async amendContextEvent(
    @Args(() => AmendArgs) args: AmendArgs,
    @Arg('input', () => ContextEventInput, { description: 'What changes.' }) input: ContextEventInput,
    @Using() { recording, reader }: Services,
  ): Promise<ContextEvent | null> {
    return reader.one(ContextEvent, await recording.contextEvents.amend(args, input));
  }

  @FieldResolver(() => Boolean, { description: 'Whether somebody imposed it.' })
  isMeasure(@Root() event: ContextEvent, @Using() { contextEvents }: Services): boolean {
    return contextEvents.isMeasure(event);
  }

  @FieldResolver(() => Place, { nullable: true, description: 'Where.' })
  place(@Root() event: ContextEvent, @Using() { reader }: Services): Promise<Place | null> {
    return reader.one(Place, event.placeId);
  }

  @FieldResolver(() => [ContextEventActor], {
    description: 'Who imposed it, and whom it touches (at most 100).',
  })
  actors(@Root() event: ContextEvent, @Using() { reader }: Services): Promise<ContextEventActor[]> {
    return reader.parts(ContextEventActor, event.id);
  }
}

@Resolver(() => ContextEventActor)
export class ContextEventActorResolver {
  @FieldResolver(() => ContextEvent, { description: 'In which one.' })
  contextEvent(
    @Root() actor: ContextEventActor,
    @Using() { reader }: Services,
  ): Promise<ContextEvent | null> {
    return reader.one(ContextEvent, actor.recordId);
  }
}

import { Arg, Args, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Services } from '../../app/context';
import { connectionOf } from '../../platform/read/connection';
import { type Page, PageArgs } from '../../platform/read/page';
import { Using } from '../../platform/read/using';
import { AmendArgs, RecordArgs } from '../record/command-args.input';
import { ActorRef } from '../record/reference.input';
import { Actor } from './actor.entity';
import { ActorFilter, ActorInput } from './actor.input';

export const ActorConnection = connectionOf<Actor>('Actor', () => Actor as never, 'actors');

@Resolver(() => Actor)
export class ActorResolver {
  @Query(() => Actor, { nullable: true, description: 'One state, organization, person or group.' })
  actor(
    @Arg('ref', () => ActorRef, { description: 'An id, `QA`, `Q846` or the web domain of an outlet.' })
    ref: string,
    @Using() { actors }: Services,
  ): Promise<Actor | null> {
    return actors.byRef(ref);
  }

  @Query(() => ActorConnection, {
    description:
      'States, organizations, persons and groups, by label. Example: `actors(filter: {name: "al-Ghanmi"}) { nodes { label } }`.',
  })
  actors(
    @Arg('filter', () => ActorFilter, { nullable: true, description: 'Which ones. Absent: all.' })
    filter: ActorFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Using() { actors }: Services,
  ): Promise<Page<Actor>> {
    return actors.page(filter, args);
  }

  @Mutation(() => Actor, { nullable: true, description: 'Records a state, organization, person or group.' })
  async recordActor(
    @Arg('input', () => ActorInput, { description: 'What to record.' }) input: ActorInput,
    @Args(() => RecordArgs) { idempotencyKey }: RecordArgs,
    @Using() { recording, reader }: Services,
  ): Promise<Actor | null> {
    return reader.one(Actor, await recording.actors.record(input, idempotencyKey));
  }

  @Mutation(() => Actor, { nullable: true, description: 'Changes an actor; its kind stays.' })
  async amendActor(
    @Args(() => AmendArgs) args: AmendArgs,
    @Arg('input', () => ActorInput, { description: 'What changes.' }) input: ActorInput,
    @Using() { recording, reader }: Services,
  ): Promise<Actor | null> {
    return reader.one(Actor, await recording.actors.amend(args, input));
  }

  @FieldResolver(() => Actor, { nullable: true, description: 'What it belongs to.' })
  parent(@Root() actor: Actor, @Using() { reader }: Services): Promise<Actor | null> {
    return reader.one(Actor, actor.parentId);
  }
}

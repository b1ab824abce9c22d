import { Arg, Args, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Services } from '../../app/context';
import { connectionOf } from '../../platform/read/connection';
import { type Page, PageArgs } from '../../platform/read/page';
import { Using } from '../../platform/read/using';
import { AmendArgs, RecordArgs } from '../record/command-args.input';
import { ActorRef } from '../record/reference.input';
import { Place } from './place.entity';
import { PlaceInput } from './place.input';

export const PlaceConnection = connectionOf('Place', () => Place, 'places');

@Resolver(() => Place)
export class PlaceResolver {
  @Query(() => Place, { nullable: true, description: 'One place.' })
  place(
    @Arg('id', () => ID, { description: 'Begins with `place_`.' }) id: string,
    @Using() { places }: Services,
  ): Promise<Place | null> {
    return places.byId(id);
  }

  @Query(() => PlaceConnection, { description: 'Venues, cities, countries and regions, by label.' })
  places(
    @Arg('name', () => String, { nullable: true, description: 'With a name like this one, folded.' }) name:
      | string
      | null,
    @Arg('country', () => [ActorRef], { nullable: true, description: 'In these states.' }) country:
      | string[]
      | null,
    @Args(() => PageArgs) args: PageArgs,
    @Using() { places }: Services,
  ): Promise<Page<Place>> {
    return places.page(name, country, args);
  }

  @Mutation(() => Place, { nullable: true, description: 'Records a place.' })
  async recordPlace(
    @Arg('input', () => PlaceInput, { description: 'What to record.' }) input: PlaceInput,
    @Args(() => RecordArgs) { idempotencyKey }: RecordArgs,
    @Using() { recording, reader }: Services,
  ): Promise<Place | null> {
    return reader.one(Place, await recording.places.record(input, idempotencyKey));
  }

  @Mutation(() => Place, { nullable: true, description: 'Changes a place.' })
  async amendPlace(
    @Args(() => AmendArgs) args: AmendArgs,
    @Arg('input', () => PlaceInput, { description: 'What changes.' }) input: PlaceInput,
    @Using() { recording, reader }: Services,
  ): Promise<Place | null> {
    return reader.one(Place, await recording.places.amend(args, input));
  }
}

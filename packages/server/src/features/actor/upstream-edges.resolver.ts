import { FieldResolver, Resolver, Root } from 'type-graphql';
import type { Services } from '../../app/context';
import { Using } from '../../platform/read/using';
import { ContextEventActor } from '../context-event/context-event.entity';
import { Place } from '../place/place.entity';
import { Actor, State } from './actor.entity';

/** Adds `Place.country`, so that places need not know actors exist. */
@Resolver(() => Place)
export class PlaceCountryResolver {
  @FieldResolver(() => State, { nullable: true, description: 'The state it lies in; null for a region.' })
  country(@Root() place: Place, @Using() { reader }: Services): Promise<State | null> {
    return reader.one(State, place.countryId);
  }
}

/** Adds `ContextEventActor.actor`. */
@Resolver(() => ContextEventActor)
export class ContextEventActorActorResolver {
  @FieldResolver(() => Actor, { nullable: true, description: 'Who.' })
  actor(@Root() part: ContextEventActor, @Using() { reader }: Services): Promise<Actor | null> {
    return reader.one(Actor, part.actorId);
  }
}

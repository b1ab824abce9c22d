import { Arg, Args, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Services } from '../../app/context';
import { type Page, PageArgs } from '../../platform/read/page';
import { Using } from '../../platform/read/using';
import { CalendarDate } from '../../platform/scalars';
import { AmendArgs, RecordArgs } from '../record/command-args.input';
import { Actor, Organization, State } from './actor.entity';
import { Position } from './position.entity';
import { PositionInput } from './position.input';
import type { Tenure } from './tenure.entity';
import { TenureConnection } from './tenure.resolver';

@Resolver(() => Position)
export class PositionResolver {
  @Query(() => Position, { nullable: true, description: 'One office.' })
  position(
    @Arg('id', () => ID, { description: 'Begins with `position_`.' }) id: string,
    @Using() { positions }: Services,
  ): Promise<Position | null> {
    return positions.byId(id);
  }

  @Mutation(() => Position, { nullable: true, description: 'Records an office.' })
  async recordPosition(
    @Arg('input', () => PositionInput, { description: 'What to record.' }) input: PositionInput,
    @Args(() => RecordArgs) { idempotencyKey }: RecordArgs,
    @Using() { recording, reader }: Services,
  ): Promise<Position | null> {
    return reader.one(Position, await recording.positions.record(input, idempotencyKey));
  }

  @Mutation(() => Position, { nullable: true, description: 'Changes an office.' })
  async amendPosition(
    @Args(() => AmendArgs) args: AmendArgs,
    @Arg('input', () => PositionInput, { description: 'What changes.' }) input: PositionInput,
    @Using() { recording, reader }: Services,
  ): Promise<Position | null> {
    return reader.one(Position, await recording.positions.amend(args, input));
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'Where the office is.' })
  organization(@Root() position: Position, @Using() { reader }: Services): Promise<Organization | null> {
    return reader.one(Organization, position.organizationId);
  }

  @FieldResolver(() => State, { nullable: true, description: 'Whose office it is, if of no organization.' })
  state(@Root() position: Position, @Using() { reader }: Services): Promise<State | null> {
    return reader.one(State, position.stateId);
  }

  @FieldResolver(() => Actor, {
    nullable: true,
    description: 'The receiving state or organization, of an ambassador.',
  })
  accreditedTo(@Root() position: Position, @Using() { reader }: Services): Promise<Actor | null> {
    return reader.one(Actor, position.accreditedToId);
  }

  @FieldResolver(() => TenureConnection, { description: 'Who held it, the latest first.' })
  tenures(
    @Root() position: Position,
    @Arg('on', () => CalendarDate, { nullable: true, description: 'Only those that may cover this day.' }) on:
      | string
      | null,
    @Args(() => PageArgs) args: PageArgs,
    @Using() { tenures }: Services,
  ): Page<Tenure> {
    return tenures.ofPosition(position, on, args);
  }
}

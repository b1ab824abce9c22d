import { Arg, Args, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Services } from '../../app/context';
import { connectionOf } from '../../platform/read/connection';
import { type Page, PageArgs } from '../../platform/read/page';
import { Using } from '../../platform/read/using';
import { RecordArgs } from '../record/command-args.input';
import { Person } from './actor.entity';
import { Position } from './position.entity';
import { Tenure } from './tenure.entity';
import { TenureFilter, TenureInput } from './tenure.input';

export const TenureConnection = connectionOf('Tenure', () => Tenure, 'tenures');

@Resolver(() => Tenure)
export class TenureResolver {
  @Query(() => TenureConnection, { description: 'Who held which office, and when; the latest first.' })
  tenures(
    @Arg('filter', () => TenureFilter, { nullable: true, description: 'Which ones. Absent: all.' })
    filter: TenureFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Using() { tenures }: Services,
  ): Promise<Page<Tenure>> {
    return tenures.page(filter, args);
  }

  @Mutation(() => Tenure, { nullable: true, description: 'Records that a person holds or held an office.' })
  async recordTenure(
    @Arg('input', () => TenureInput, { description: 'Who, which office, when.' }) input: TenureInput,
    @Args(() => RecordArgs) { idempotencyKey }: RecordArgs,
    @Using() { recording, reader }: Services,
  ): Promise<Tenure | null> {
    return reader.one(Tenure, await recording.tenures.record(input, idempotencyKey));
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who.' })
  person(@Root() tenure: Tenure, @Using() { reader }: Services): Promise<Person | null> {
    return reader.one(Person, tenure.recordId);
  }

  @FieldResolver(() => Position, { nullable: true, description: 'Which office.' })
  position(@Root() tenure: Tenure, @Using() { reader }: Services): Promise<Position | null> {
    return reader.one(Position, tenure.positionId);
  }
}

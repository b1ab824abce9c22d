import { Arg, Args, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Services } from '../../app/context';
import { Using } from '../../platform/read/using';
import { AmendArgs, RecordArgs } from '../record/command-args.input';
import { Engagement } from './engagement.entity';
import { EngagementInput } from './engagement.input';
import { RecordedEngagement } from './recorded-engagement.entity';

@Resolver(() => Engagement)
export class EngagementCommandsResolver {
  @Mutation(() => Engagement, {
    nullable: true,
    description: 'Records an engagement with its participations, agenda, links and evidence.',
  })
  async recordEngagement(
    @Arg('input', () => EngagementInput, { description: 'What to record.' }) input: EngagementInput,
    @Args(() => RecordArgs) { idempotencyKey }: RecordArgs,
    @Using() { recording, reader }: Services,
  ): Promise<Engagement | null> {
    return reader.one(Engagement, await recording.engagements.record(input, idempotencyKey));
  }

  @Mutation(() => Engagement, {
    nullable: true,
    description: 'Changes an engagement; the former version stays in its history.',
  })
  async amendEngagement(
    @Args(() => AmendArgs) args: AmendArgs,
    @Arg('input', () => EngagementInput, { description: 'What changes.' }) input: EngagementInput,
    @Using() { recording, reader }: Services,
  ): Promise<Engagement | null> {
    return reader.one(Engagement, await recording.engagements.amend(args, input));
  }

  @Mutation(() => [RecordedEngagement], {
    nullable: true,
    description: 'Records many in one transaction; each item is accepted or refused by itself.',
  })
  async recordEngagements(
    @Arg('inputs', () => [EngagementInput], { description: '1 to 500 engagements.' })
    inputs: EngagementInput[],
    @Args(() => RecordArgs) { idempotencyKey }: RecordArgs,
    @Using() { recording }: Services,
  ): Promise<RecordedEngagement[]> {
    const outcomes = await recording.engagementBulk.record(inputs, idempotencyKey);
    return outcomes.map((outcome) => Object.assign(new RecordedEngagement(), outcome));
  }
}

@Resolver(() => RecordedEngagement)
export class RecordedEngagementResolver {
  @FieldResolver(() => Engagement, { nullable: true, description: 'What was recorded.' })
  engagement(@Root() { id }: RecordedEngagement, @Using() { reader }: Services): Promise<Engagement | null> {
    return reader.one(Engagement, id);
  }
}

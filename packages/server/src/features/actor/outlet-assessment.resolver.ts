import { Arg, Args, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Services } from '../../app/context';
import { Using } from '../../platform/read/using';
import { RecordArgs } from '../record/command-args.input';
import { Organization } from './actor.entity';
import { OutletAssessment } from './outlet-assessment.entity';
import { OutletAssessmentInput } from './outlet-assessment.input';

@Resolver(() => OutletAssessment)
export class OutletAssessmentResolver {
  @Mutation(() => OutletAssessment, {
    nullable: true,
    description: 'Grades an outlet or states its affiliation from a date on. Role ADMIN.',
  })
  async assessOutlet(
    @Arg('input', () => OutletAssessmentInput, { description: 'The outlet, the value and why.' })
    input: OutletAssessmentInput,
    @Args(() => RecordArgs) { idempotencyKey }: RecordArgs,
    @Using() { recording, reader }: Services,
  ): Promise<OutletAssessment | null> {
    return reader.one(OutletAssessment, await recording.assessments.assess(input, idempotencyKey));
  }

  @FieldResolver(() => Organization, { description: 'The outlet.' })
  outlet(@Root() assessment: OutletAssessment, @Using() { reader }: Services): Promise<Organization | null> {
    return reader.one(Organization, assessment.recordId);
  }
}

import { Field, ID, InputType } from 'type-graphql';
import { CalendarDate } from '../../platform/scalars';
import { Affiliation, Reliability } from '../record/evidence.entity';
import { ActorRef } from '../record/reference.input';

@InputType({ description: 'A grade or an affiliation, exactly one.' })
export class OutletAssessmentInput {
  @Field(() => ActorRef, { description: 'The outlet.' })
  outlet: string;

  @Field(() => Reliability, { nullable: true, description: 'The grade.' })
  reliability?: Reliability | null;

  @Field(() => Affiliation, { nullable: true, description: 'Whose outlet it is.' })
  affiliation?: Affiliation | null;

  @Field(() => CalendarDate, { description: 'Since when.' })
  from: string;

  @Field(() => String, { description: 'Why, 3 to 500 characters.' })
  reason: string;

  @Field(() => ID, { nullable: true, description: 'Who says so; needed for an affiliation.' })
  source?: string | null;
}

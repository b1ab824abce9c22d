import { Field, ID, InputType } from 'type-graphql';
import { FuzzyDateInput } from '../../platform/fuzzy-date/fuzzy-date';
import { CalendarDate } from '../../platform/scalars';
import { ClaimInput } from '../record/evidence.input';
import { ActorRef } from '../record/reference.input';
import { Level } from './position.entity';

@InputType({ description: 'Which tenures.' })
export class TenureFilter {
  @Field(() => [ActorRef], { nullable: true, description: 'Of these persons.' })
  person?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Of these offices.' })
  position?: string[] | null;

  @Field(() => [ActorRef], { nullable: true, description: 'In these organizations.' })
  organization?: string[] | null;

  @Field(() => [ActorRef], {
    nullable: true,
    description: 'Of these states, also through their organizations.',
  })
  state?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Of offices with this title, folded.' })
  title?: string | null;

  @Field(() => Level, { nullable: true, description: 'Of this level or a higher one.' })
  levelAtLeast?: Level | null;

  @Field(() => CalendarDate, { nullable: true, description: 'That may cover this day.' })
  on?: string | null;
}

@InputType({ description: "A person's time in an office." })
export class TenureInput {
  @Field(() => ID, { nullable: true, description: 'Of one that is kept.' })
  id?: string | null;

  @Field(() => ActorRef, { nullable: true, description: 'Who; needed in recordTenure.' })
  person?: string | null;

  @Field(() => ID, { description: 'Which office.' })
  position: string;

  @Field(() => FuzzyDateInput, { nullable: true, description: 'Since when.' })
  from?: FuzzyDateInput | null;

  @Field(() => FuzzyDateInput, { nullable: true, description: 'Until when.' })
  to?: FuzzyDateInput | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether ad interim.' })
  isActing?: boolean | null;

  @Field(() => [ClaimInput], { nullable: true, description: 'What supports it.' })
  evidence?: ClaimInput[] | null;
}

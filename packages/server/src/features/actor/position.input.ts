import { Field, InputType } from 'type-graphql';
import { ClaimInput } from '../record/evidence.input';
import { Marking } from '../record/record.entity';
import { ActorRef } from '../record/reference.input';
import { Level } from './position.entity';

@InputType({ description: 'An office.' })
export class PositionInput {
  @Field(() => String, { nullable: true, description: 'Needed when recording.' })
  title?: string | null;

  @Field(() => ActorRef, { nullable: true, description: 'Where it is.' })
  organization?: string | null;

  @Field(() => ActorRef, {
    nullable: true,
    description: 'Whose it is, if of no organization. One of the two is needed.',
  })
  state?: string | null;

  @Field(() => ActorRef, { nullable: true, description: 'The receiver, of an ambassador.' })
  accreditedTo?: string | null;

  @Field(() => Level, { nullable: true, description: 'How high it stands.' })
  level?: Level | null;

  @Field(() => Marking, { nullable: true, description: 'With whom it may be shared. Absent: CLEAR.' })
  marking?: Marking | null;

  @Field(() => [ClaimInput], { nullable: true, description: 'What supports it.' })
  evidence?: ClaimInput[] | null;
}

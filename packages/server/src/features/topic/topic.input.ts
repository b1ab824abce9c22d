import { Field, InputType } from 'type-graphql';
import { NameInput } from '../record/name.input';
import { Marking } from '../record/record.entity';
import { TopicRef } from '../record/reference.input';

@InputType({ description: 'A topic.' })
export class TopicInput {
  @Field(() => String, {
    nullable: true,
    description: 'Needed when recording: lower-case words joined by hyphens.',
  })
  slug?: string | null;

  @Field(() => [NameInput], { nullable: true, description: 'Its names; at least one when recording.' })
  names?: NameInput[] | null;

  @Field(() => String, { nullable: true, description: 'The PLOVER context.' })
  ploverContext?: string | null;

  @Field(() => TopicRef, { nullable: true, description: 'The broader topic.' })
  parent?: string | null;

  @Field(() => Marking, { nullable: true, description: 'With whom it may be shared. Absent: CLEAR.' })
  marking?: Marking | null;
}

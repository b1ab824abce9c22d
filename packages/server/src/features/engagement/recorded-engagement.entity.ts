import { Field, ObjectType } from 'type-graphql';
import { ErrorCode } from '../../platform/error-code';
import type { ErrorCode as Code } from '../../platform/errors';

@ObjectType({
  description: 'The answer to one item of a bulk, in the order of the inputs. An engagement or a code.',
})
export class RecordedEngagement {
  /** What it was recorded as. */
  id?: string;

  @Field(() => ErrorCode, { nullable: true, description: 'Why it was refused.' })
  code?: Code | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where, as a path in the item. Example: `participations.0.actor`.',
  })
  field?: string | null;

  @Field(() => String, { nullable: true, description: 'It in words.' })
  message?: string | null;
}

import { Field, Float, ID, InputType } from 'type-graphql';
import { RecordType } from '../feed/event.entity';
import { IdentityStatus } from './identity.entity';

@InputType({ description: 'Which pairs.' })
export class IdentityFilter {
  @Field(() => [IdentityStatus], {
    nullable: true,
    defaultValue: [IdentityStatus.CANDIDATE],
    description: 'With these verdicts.',
  })
  status?: IdentityStatus[] | null;

  @Field(() => [RecordType], { nullable: true, description: 'Of these types of record.' })
  type?: RecordType[] | null;

  @Field(() => [ID], { nullable: true, description: 'With one of these.' })
  record?: string[] | null;

  @Field(() => Float, { nullable: true, description: 'At least so alike, 0 to 1.' })
  scoreAtLeast?: number | null;
}

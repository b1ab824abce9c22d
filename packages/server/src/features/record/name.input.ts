import { Field, ID, InputType } from 'type-graphql';
import { ClaimInput } from './evidence.input';
import { NameKind } from './name.entity';

@InputType({ description: 'A spelling.' })
export class NameInput {
  @Field(() => ID, { nullable: true, description: 'Of one that is kept.' })
  id?: string | null;

  @Field(() => String, { description: 'The spelling, verbatim.' })
  value: string;

  @Field(() => NameKind, { defaultValue: NameKind.COMMON, description: 'What sort of name.' })
  kind?: NameKind;

  @Field(() => String, { nullable: true, description: 'Language and script.' })
  language?: string | null;

  @Field(() => ID, { nullable: true, description: 'The first source that uses it.' })
  firstSource?: string | null;

  @Field(() => [ClaimInput], { nullable: true, description: 'What supports it; only in recordName.' })
  evidence?: ClaimInput[] | null;
}

import { ArgsType, Field, ID, Int } from 'type-graphql';

@ArgsType()
export class RecordArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'A repeat with this key within 24 hours gets the first answer; with other content, CONFLICT.',
  })
  idempotencyKey?: string | null;
}

@ArgsType()
export class AmendArgs extends RecordArgs {
  @Field(() => ID, { description: 'Which one.' })
  id: string;

  @Field(() => Int, {
    description: 'The version you have seen; another current one is a CONFLICT that carries it.',
  })
  expectedVersion: number;

  @Field(() => String, { nullable: true, description: 'Why, for the history.' })
  reason?: string | null;
}

import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A number of days between two fuzzy dates.' })
export class DayRange {
  @Field(() => Int, { nullable: true, description: 'At least so many days; null if unbounded.' })
  minimum: number | null;

  @Field(() => Int, { nullable: true, description: 'At most so many days; null if unbounded.' })
  maximum: number | null;
}

import { Field, InputType, registerEnumType } from 'type-graphql';
import { Duration, Edtf } from '../scalars';

export enum DateMatch {
  CERTAIN = 'CERTAIN',
  OVERLAPPING = 'OVERLAPPING',
  POSSIBLE = 'POSSIBLE',
}

registerEnumType(DateMatch, {
  name: 'DateMatch',
  description: 'How a fuzzy date is compared with a range.',
  valuesConfig: {
    CERTAIN: { description: 'It lies inside, and is neither uncertain nor approximate.' },
    OVERLAPPING: { description: 'Some of what it may mean lies inside.' },
    POSSIBLE: { description: 'It may lie inside: also where a bound, or the date, is unknown.' },
  },
});

@InputType({ description: 'Compares a fuzzy date with a range. Example: `{from: "2021", to: "2021-06"}`.' })
export class FuzzyDateFilter {
  @Field(() => Edtf, { nullable: true, description: 'Begins here. Example: `2021`.' })
  from?: string | null;

  @Field(() => Edtf, { nullable: true, description: 'Ends here, included.' })
  to?: string | null;

  @Field(() => Duration, {
    nullable: true,
    description: 'Ends at least so long before today. Example: `P12M`.',
  })
  olderThan?: string | null;

  @Field(() => Duration, { nullable: true, description: 'Begins at most so long before today.' })
  newerThan?: string | null;

  @Field(() => DateMatch, {
    nullable: true,
    defaultValue: DateMatch.CERTAIN,
    description: 'How sure the match must be.',
  })
  match?: DateMatch | null;
}

import { Field, Int, ObjectType } from 'type-graphql';
import { Level } from '../actor/position.entity';
import { AgreementForm, AgreementStatus, type Milestone } from '../agreement/agreement.entity';
import { EngagementKind, EngagementStatus } from '../engagement/engagement.entity';
import { Modality, Predicate } from '../record/claim-terms.entity';

@ObjectType({ description: 'One row of a counted set.' })
export class Group {
  @Field(() => Int, { description: 'How many.' })
  count: number;

  @Field(() => String, {
    nullable: true,
    description: 'The period. Examples: `2021`, `2021-Q1`, `2021-03`.',
  })
  period: string | null = null;

  stateId: string | null = null;
  /** The two states, sorted by id. */
  pair: [string, string] | null = null;
  topicId: string | null = null;
  publisherId: string | null = null;

  @Field(() => EngagementKind, { nullable: true, description: 'The kind.' })
  kind: EngagementKind | null = null;

  @Field(() => EngagementStatus, { nullable: true, description: 'The status, of engagements.' })
  engagementStatus: EngagementStatus | null = null;

  @Field(() => AgreementStatus, { nullable: true, description: 'The status, of agreements.' })
  agreementStatus: AgreementStatus | null = null;

  @Field(() => Level, { nullable: true, description: 'The highest level.' })
  level: Level | null = null;

  @Field(() => String, { nullable: true, description: 'The CAMEO root. Example: `04`.' })
  cameoRoot: string | null = null;

  @Field(() => String, { nullable: true, description: 'The PLOVER category. Example: `CONSULT`.' })
  ploverCategory: string | null = null;

  @Field(() => AgreementForm, { nullable: true, description: 'The form.' })
  form: AgreementForm | null = null;

  @Field(() => Predicate, { nullable: true, description: 'The predicate.' })
  predicate: Predicate | null = null;

  @Field(() => Modality, { nullable: true, description: 'The modality.' })
  modality: Modality | null = null;

  /** Of the same set, for all its rows at once. */
  medianLag: (from: Milestone, to: Milestone) => Promise<number | null>;
}

@ObjectType({ description: 'Two who met, undirected.' })
export class Tie {
  fromId: string;
  toId: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The year, if asked for; null where the date does not tell it.',
  })
  year: number | null;

  @Field(() => Int, { description: 'In how many engagements.' })
  count: number;

  @Field(() => Level, { nullable: true, description: 'The highest level of them.' })
  highestLevel: Level | null;
}

import { ArgsType, Field, InputType, Int, registerEnumType } from 'type-graphql';
import { FuzzyDateFilter } from '../../platform/fuzzy-date/fuzzy-date-filter';
import { PageArgs } from '../../platform/read/page';
import { ActorKind } from '../actor/actor.entity';
import { Direction } from '../record/claim-terms.entity';
import { ActorRef } from '../record/reference.input';

export enum RelationshipOrder {
  MOST_ENGAGEMENTS = 'MOST_ENGAGEMENTS',
  STEEPEST_RISE = 'STEEPEST_RISE',
}

registerEnumType(RelationshipOrder, {
  name: 'RelationshipOrder',
  description: 'Orders of pairs.',
  valuesConfig: {
    MOST_ENGAGEMENTS: { description: 'Most engagements first.' },
    STEEPEST_RISE: { description: 'Steepest trend first.' },
  },
});

@InputType({ description: 'Which pairs.' })
export class RelationshipFilter {
  @Field(() => [ActorRef], { nullable: true, description: 'With any of these.' })
  involving?: string[] | null;

  @Field(() => [ActorKind], {
    nullable: true,
    defaultValue: [ActorKind.STATE],
    description: 'Between actors of these kinds.',
  })
  kind?: ActorKind[] | null;

  @Field(() => FuzzyDateFilter, { nullable: true, description: 'Looking only at engagements then.' })
  when?: FuzzyDateFilter | null;

  @Field(() => Int, { nullable: true, description: 'With so many engagements or more.' })
  engagementsAtLeast?: number | null;

  @Field(() => Direction, { nullable: true, description: 'Moving so over five years.' })
  trend?: Direction | null;

  @Field(() => Boolean, { nullable: true, description: 'With or without any agreement.' })
  hasAgreements?: boolean | null;
}

@ArgsType()
export class RelationshipListArgs extends PageArgs {
  @Field(() => RelationshipFilter, { nullable: true, description: 'Which ones. Absent: all.' })
  filter: RelationshipFilter | null;

  @Field(() => RelationshipOrder, {
    nullable: true,
    defaultValue: RelationshipOrder.MOST_ENGAGEMENTS,
    description: 'In which order.',
  })
  orderBy: RelationshipOrder | null;
}

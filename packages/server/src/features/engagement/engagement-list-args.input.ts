import { ArgsType, Field } from 'type-graphql';
import { PageArgs } from '../../platform/read/page';
import { EngagementFilter, EngagementOrder } from './engagement-filter.input';

@ArgsType()
export class EngagementListArgs extends PageArgs {
  @Field(() => EngagementFilter, { nullable: true, description: 'Which ones. Absent: all.' })
  filter?: EngagementFilter | null;

  @Field(() => EngagementOrder, {
    nullable: true,
    defaultValue: EngagementOrder.NEWEST,
    description: 'In which order.',
  })
  orderBy?: EngagementOrder | null;
}

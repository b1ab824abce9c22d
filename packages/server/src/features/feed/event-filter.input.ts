import { Field, ID, InputType } from 'type-graphql';
import { Level } from '../actor/position.entity';
import { AgreementStatus } from '../agreement/agreement.entity';
import { EngagementKind } from '../engagement/engagement.entity';
import { Credibility } from '../record/claim-terms.entity';
import { ActorRef, TopicRef } from '../record/reference.input';
import { Change } from '../record/version.entity';
import { RecordType } from './event.entity';

@InputType({ description: 'Which events. Conditions look at the record before and after.' })
export class EventFilter {
  @Field(() => [EventFilter], { nullable: true, description: 'All of these.' })
  and?: EventFilter[] | null;

  @Field(() => [EventFilter], { nullable: true, description: 'One of these.' })
  or?: EventFilter[] | null;

  @Field(() => EventFilter, { nullable: true, description: 'Not this.' })
  not?: EventFilter | null;

  @Field(() => [RecordType], { nullable: true, description: 'Of these types.' })
  recordType?: RecordType[] | null;

  @Field(() => [ID], { nullable: true, description: 'Of these records.' })
  record?: string[] | null;

  @Field(() => [Change], { nullable: true, description: 'With these changes.' })
  change?: Change[] | null;

  @Field(() => [ActorRef], { nullable: true, description: 'With all of these.' })
  between?: string[] | null;

  @Field(() => [ActorRef], { nullable: true, description: 'With any of these.' })
  involving?: string[] | null;

  @Field(() => [TopicRef], { nullable: true, description: 'On these topics.' })
  topics?: string[] | null;

  @Field(() => Level, { nullable: true, description: 'Engagements of this level or a higher one.' })
  levelAtLeast?: Level | null;

  @Field(() => [EngagementKind], { nullable: true, description: 'Engagements of these kinds.' })
  engagementKind?: EngagementKind[] | null;

  @Field(() => [AgreementStatus], { nullable: true, description: 'Agreements now of these statuses.' })
  agreementStatus?: AgreementStatus[] | null;

  @Field(() => [ID], { nullable: true, description: 'Resting on these sources.' })
  sources?: string[] | null;

  @Field(() => [ActorRef], { nullable: true, description: 'Resting on sources of these.' })
  publishers?: string[] | null;

  @Field(() => Credibility, { nullable: true, description: 'Claims of this grade or a better one.' })
  credibilityAtLeast?: Credibility | null;
}

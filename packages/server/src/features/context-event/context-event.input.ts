import { Field, ID, InputType } from 'type-graphql';
import { FuzzyDateInput } from '../../platform/fuzzy-date/fuzzy-date';
import { FuzzyDateFilter } from '../../platform/fuzzy-date/fuzzy-date-filter';
import { DateTime } from '../../platform/scalars';
import { ClaimInput } from '../record/evidence.input';
import { Marking } from '../record/record.entity';
import { ActorRef } from '../record/reference.input';
import { ContextEventKind, ContextEventRole } from './context-event.entity';

@InputType({ description: 'Which context events.' })
export class ContextEventFilter {
  @Field(() => [ContextEventKind], { nullable: true, description: 'Of these kinds.' })
  kind?: ContextEventKind[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Measures, or circumstances.' })
  isMeasure?: boolean | null;

  @Field(() => FuzzyDateFilter, { nullable: true, description: 'Going on then.' })
  when?: FuzzyDateFilter | null;

  @Field(() => [ActorRef], {
    nullable: true,
    description: 'With any of these, also as a member of a group, or through an organization, that is named.',
  })
  involving?: string[] | null;

  @Field(() => DateTime, { nullable: true, description: 'Changed after this instant.' })
  changedSince?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Only withdrawn ones, or only those that stand.',
  })
  isRetracted?: boolean | null;
}

@InputType({ description: 'A measure or circumstance.' })
export class ContextEventInput {
  @Field(() => ContextEventKind, { nullable: true, description: 'Needed when recording.' })
  kind?: ContextEventKind | null;

  @Field(() => FuzzyDateInput, { nullable: true, description: 'From when to when.' })
  when?: FuzzyDateInput | null;

  @Field(() => ID, { nullable: true, description: 'Where.' })
  place?: string | null;

  @Field(() => [ContextEventActorInput], { nullable: true, description: 'Who.' })
  actors?: ContextEventActorInput[] | null;

  @Field(() => Marking, {
    nullable: true,
    description: 'With whom it may be shared. Absent: that of its strictest evidence.',
  })
  marking?: Marking | null;

  @Field(() => [ClaimInput], { nullable: true, description: 'What supports it and its parts.' })
  evidence?: ClaimInput[] | null;
}

@InputType({ description: 'An actor in it.' })
export class ContextEventActorInput {
  @Field(() => ID, { nullable: true, description: 'Of one that is kept.' })
  id?: string | null;

  @Field(() => ActorRef, { description: 'Who.' })
  actor: string;

  @Field(() => ContextEventRole, { description: 'In what role.' })
  role: ContextEventRole;
}

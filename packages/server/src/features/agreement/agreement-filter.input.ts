import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { FuzzyDateFilter } from '../../platform/fuzzy-date/fuzzy-date-filter';
import { CalendarDate, DateTime } from '../../platform/scalars';
import { Gap, Modality } from '../record/claim-terms.entity';
import { EvidenceFilter } from '../record/evidence.input';
import { Marking } from '../record/record.entity';
import { ActorRef, TopicRef } from '../record/reference.input';
import { WarningCode } from '../record/warning.entity';
import { AgreementForm, AgreementStatus, Ambit, Milestone } from './agreement.entity';
import { AgreementActionKind } from './agreement-action.entity';
import { PartyStatus } from './agreement-party.entity';

export enum AgreementOrder {
  NEWEST = 'NEWEST',
  OLDEST = 'OLDEST',
  LAST_CHANGED = 'LAST_CHANGED',
}

registerEnumType(AgreementOrder, {
  name: 'AgreementOrder',
  description: 'Orders of agreements.',
  valuesConfig: {
    NEWEST: { description: 'Latest action or expectation first.' },
    OLDEST: { description: 'Earliest first.' },
    LAST_CHANGED: { description: 'Latest change first.' },
  },
});

@InputType({ description: 'Which agreements.' })
export class AgreementFilter {
  @Field(() => [AgreementFilter], { nullable: true, description: 'All of these.' })
  and?: AgreementFilter[] | null;

  @Field(() => [AgreementFilter], { nullable: true, description: 'One of these.' })
  or?: AgreementFilter[] | null;

  @Field(() => AgreementFilter, { nullable: true, description: 'Not this.' })
  not?: AgreementFilter | null;

  @Field(() => [AgreementStatus], { nullable: true, description: 'Of these statuses, today.' })
  status?: AgreementStatus[] | null;

  @Field(() => CalendarDate, { nullable: true, description: 'In force, or operative, on this day.' })
  inForceOn?: string | null;

  @Field(() => MilestoneFilter, { nullable: true, description: 'Having reached this.' })
  reached?: MilestoneFilter | null;

  @Field(() => [Milestone], { nullable: true, description: 'Having reached none of these.' })
  notReached?: Milestone[] | null;

  @Field(() => [ActorRef], { nullable: true, description: 'With all of these as parties.' })
  between?: string[] | null;

  @Field(() => [ActorRef], { nullable: true, description: 'With any of these.' })
  involving?: string[] | null;

  @Field(() => [AgreementForm], { nullable: true, description: 'Of these forms.' })
  form?: AgreementForm[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Binding in law or not.' })
  isBinding?: boolean | null;

  @Field(() => [Ambit], { nullable: true, description: 'Of these ambits.' })
  ambit?: Ambit[] | null;

  @Field(() => [TopicRef], { nullable: true, description: 'On one of these, or a narrower topic.' })
  topics?: string[] | null;

  @Field(() => FuzzyDateFilter, { nullable: true, description: 'Expected then.' })
  expectedBy?: FuzzyDateFilter | null;

  @Field(() => [Modality], { nullable: true, description: 'Said so surely.' })
  modality?: Modality[] | null;

  @Field(() => [Gap], { nullable: true, description: 'With such a gap in some field.' })
  gap?: Gap[] | null;

  @Field(() => [WarningCode], { nullable: true, description: 'With one of these oddities.' })
  warning?: WarningCode[] | null;

  @Field(() => EvidenceFilter, { nullable: true, description: 'Resting on this.' })
  evidence?: EvidenceFilter | null;

  @Field(() => [Marking], { nullable: true, description: 'With these markings.' })
  marking?: Marking[] | null;

  @Field(() => DateTime, { nullable: true, description: 'Changed after this instant.' })
  changedSince?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Only withdrawn ones, or only those that stand.',
  })
  isRetracted?: boolean | null;
}

@InputType({ description: 'A milestone, and when.' })
export class MilestoneFilter {
  @Field(() => Milestone, { description: 'Which one.' })
  milestone: Milestone;

  @Field(() => FuzzyDateFilter, { nullable: true, description: 'Reached then. Absent: at any time.' })
  when?: FuzzyDateFilter | null;
}

@InputType({ description: 'Which parties.' })
export class AgreementPartyFilter {
  @Field(() => [ID], { nullable: true, description: 'To these agreements.' })
  agreement?: string[] | null;

  @Field(() => [ActorRef], { nullable: true, description: 'These actors.' })
  actor?: string[] | null;

  @Field(() => [PartyStatus], { nullable: true, description: 'Of these standings.' })
  status?: PartyStatus[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it signed.' })
  hasSigned?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it made a reservation.' })
  hasReservation?: boolean | null;

  @Field(() => [AgreementActionKind], { nullable: true, description: 'Bound by such an action.' })
  consent?: AgreementActionKind[] | null;

  @Field(() => FuzzyDateFilter, { nullable: true, description: 'Bound then.' })
  consentOn?: FuzzyDateFilter | null;
}

import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { FuzzyDateFilter } from '../../platform/fuzzy-date/fuzzy-date-filter';
import { DateTime } from '../../platform/scalars';
import { Level } from '../actor/position.entity';
import { Gap, Modality } from '../record/claim-terms.entity';
import { EvidenceFilter } from '../record/evidence.input';
import { Marking } from '../record/record.entity';
import { ActorRef, TopicRef } from '../record/reference.input';
import { WarningCode } from '../record/warning.entity';
import { EngagementFormat, EngagementKind, EngagementMode, EngagementStatus } from './engagement.entity';
import { ParticipationRole } from './participation.entity';

export enum EngagementOrder {
  NEWEST = 'NEWEST',
  OLDEST = 'OLDEST',
  HIGHEST_LEVEL = 'HIGHEST_LEVEL',
  WIDEST_LEVEL_GAP = 'WIDEST_LEVEL_GAP',
  MOST_SIDE_MEETINGS = 'MOST_SIDE_MEETINGS',
  LAST_CHANGED = 'LAST_CHANGED',
}

registerEnumType(EngagementOrder, {
  name: 'EngagementOrder',
  description: 'Orders of engagements. Ties by id, unknown values last, as in all orders.',
  valuesConfig: {
    NEWEST: { description: 'Latest possible day first.' },
    OLDEST: { description: 'Earliest possible day first.' },
    HIGHEST_LEVEL: { description: 'Highest level first.' },
    WIDEST_LEVEL_GAP: { description: 'Widest gap first.' },
    MOST_SIDE_MEETINGS: { description: 'Most side meetings first.' },
    LAST_CHANGED: { description: 'Latest change first.' },
  },
});

@InputType({ description: 'Which engagements.' })
export class EngagementFilter {
  @Field(() => [EngagementFilter], { nullable: true, description: 'All of these.' })
  and?: EngagementFilter[] | null;

  @Field(() => [EngagementFilter], { nullable: true, description: 'One of these.' })
  or?: EngagementFilter[] | null;

  @Field(() => EngagementFilter, { nullable: true, description: 'Not this.' })
  not?: EngagementFilter | null;

  @Field(() => [EngagementKind], { nullable: true, description: 'Of these kinds.' })
  kind?: EngagementKind[] | null;

  @Field(() => [EngagementStatus], { nullable: true, description: 'Of these statuses.' })
  status?: EngagementStatus[] | null;

  @Field(() => FuzzyDateFilter, { nullable: true, description: 'At this time.' })
  when?: FuzzyDateFilter | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether awaited with its window past.' })
  isOverdue?: boolean | null;

  @Field(() => [ActorRef], {
    nullable: true,
    description: 'With all of these; offices and organizations count for their state.',
  })
  between?: string[] | null;

  @Field(() => [ActorRef], { nullable: true, description: 'With any of these.' })
  involving?: string[] | null;

  @Field(() => ParticipationFilter, { nullable: true, description: 'With such a participation.' })
  participation?: ParticipationFilter | null;

  @Field(() => Level, { nullable: true, description: 'Of this level or a higher one.' })
  levelAtLeast?: Level | null;

  @Field(() => Int, { nullable: true, description: 'With a gap of so many steps or more.' })
  levelGapAtLeast?: number | null;

  @Field(() => [TopicRef], {
    nullable: true,
    description: 'With one of these, or a narrower topic, on the agenda.',
  })
  topics?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'At these places.' })
  place?: string[] | null;

  @Field(() => [ActorRef], { nullable: true, description: 'In these states.' })
  country?: string[] | null;

  @Field(() => [EngagementFormat], { nullable: true, description: 'Of these formats.' })
  format?: EngagementFormat[] | null;

  @Field(() => [EngagementMode], { nullable: true, description: 'Of these modes.' })
  mode?: EngagementMode[] | null;

  @Field(() => String, { nullable: true, description: 'Of this series, folded.' })
  series?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether within another.' })
  isChild?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether an agreement was on the agenda or acted on.',
  })
  hasAgreements?: boolean | null;

  @Field(() => [String], { nullable: true, description: 'With a code that begins so. Example: `CAMEO:04`.' })
  code?: string[] | null;

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

@InputType({ description: 'Which participations.' })
export class ParticipationFilter {
  @Field(() => [ActorRef], { nullable: true, description: 'Of these.' })
  actor?: string[] | null;

  @Field(() => [ParticipationRole], { nullable: true, description: 'In these roles.' })
  role?: ParticipationRole[] | null;

  @Field(() => [ActorRef], { nullable: true, description: 'For these states.' })
  onBehalfOf?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'In these offices.' })
  position?: string[] | null;

  @Field(() => Level, { nullable: true, description: 'Of this level or a higher one.' })
  levelAtLeast?: Level | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether by name.' })
  isNamed?: boolean | null;
}

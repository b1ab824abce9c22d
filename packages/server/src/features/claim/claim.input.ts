import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { FuzzyDateFilter } from '../../platform/fuzzy-date/fuzzy-date-filter';
import { DateTime } from '../../platform/scalars';
import {
  Credibility,
  Direction,
  Gap,
  Modality,
  Polarity,
  Predicate,
  Standing,
  TargetRole,
} from '../record/claim-terms.entity';
import { EvidenceFilter } from '../record/evidence.input';
import { Marking } from '../record/record.entity';
import { ActorRef, RecordRef, TopicRef } from '../record/reference.input';
import { ClaimRelationKind } from './claim-relation.entity';

export enum ClaimOrder {
  NEWEST = 'NEWEST',
  OLDEST = 'OLDEST',
  IN_TEXT = 'IN_TEXT',
  MOST_CREDIBLE = 'MOST_CREDIBLE',
  VALID_FROM = 'VALID_FROM',
  LAST_CHANGED = 'LAST_CHANGED',
}

registerEnumType(ClaimOrder, {
  name: 'ClaimOrder',
  description: 'Orders of claims.',
  valuesConfig: {
    NEWEST: { description: 'Latest publication first.' },
    OLDEST: { description: 'Earliest publication first.' },
    IN_TEXT: { description: 'By source and place in it.' },
    MOST_CREDIBLE: { description: 'Standing, then credibility, then reliability.' },
    VALID_FROM: { description: 'Earliest validity first.' },
    LAST_CHANGED: { description: 'Latest change first.' },
  },
});

@InputType({ description: 'Which claims.' })
export class ClaimFilter {
  @Field(() => [ClaimFilter], { nullable: true, description: 'All of these.' })
  and?: ClaimFilter[] | null;

  @Field(() => [ClaimFilter], { nullable: true, description: 'One of these.' })
  or?: ClaimFilter[] | null;

  @Field(() => ClaimFilter, { nullable: true, description: 'Not this.' })
  not?: ClaimFilter | null;

  @Field(() => [Predicate], { nullable: true, description: 'Of these predicates.' })
  predicate?: Predicate[] | null;

  @Field(() => [RecordRef], { nullable: true, description: 'With one of these as SUBJECT.' })
  subject?: string[] | null;

  @Field(() => ClaimTargetFilter, { nullable: true, description: 'With such a target.' })
  target?: ClaimTargetFilter | null;

  @Field(() => [ActorRef], {
    nullable: true,
    description: 'Naming all of these, in any role; offices and organizations count for their state.',
  })
  between?: string[] | null;

  @Field(() => [ActorRef], { nullable: true, description: 'Naming any of these, in any role.' })
  involving?: string[] | null;

  @Field(() => [TopicRef], { nullable: true, description: 'On one of these, or a narrower topic.' })
  topics?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Made in one of these.' })
  source?: string[] | null;

  @Field(() => [ActorRef], { nullable: true, description: 'Attributed to one of these.' })
  speaker?: string[] | null;

  @Field(() => [Modality], { nullable: true, description: 'Of these modalities.' })
  modality?: Modality[] | null;

  @Field(() => [Polarity], { nullable: true, description: 'Said, or denied.' })
  polarity?: Polarity[] | null;

  @Field(() => [String], { nullable: true, description: 'With this value. Example: `STRAINED`.' })
  value?: string[] | null;

  @Field(() => [Gap], { nullable: true, description: 'With this gap.' })
  gap?: Gap[] | null;

  @Field(() => [Direction], { nullable: true, description: 'Moving so.' })
  direction?: Direction[] | null;

  @Field(() => FuzzyDateFilter, { nullable: true, description: 'Holding then.' })
  valid?: FuzzyDateFilter | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether still holding.' })
  isOpen?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Objectives stated, or ascribed.' })
  isStated?: boolean | null;

  @Field(() => Credibility, { nullable: true, description: 'Of this grade or a better one.' })
  credibilityAtLeast?: Credibility | null;

  @Field(() => [Standing], { nullable: true, description: 'Of these standings.' })
  standing?: Standing[] | null;

  @Field(() => [ClaimRelationKind], { nullable: true, description: 'At one end of such a relation.' })
  relation?: ClaimRelationKind[] | null;

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

@InputType({ description: 'Which targets.' })
export class ClaimTargetFilter {
  @Field(() => [TargetRole], { nullable: true, description: 'In these roles.' })
  role?: TargetRole[] | null;

  @Field(() => [RecordRef], { nullable: true, description: 'These records.' })
  record?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'These parts.' })
  part?: string[] | null;

  @Field(() => String, { nullable: true, description: 'This field.' })
  field?: string | null;
}

@InputType({ description: 'Which relations.' })
export class ClaimRelationFilter {
  @Field(() => [ClaimRelationKind], { nullable: true, description: 'Of these kinds.' })
  kind?: ClaimRelationKind[] | null;

  @Field(() => [RecordRef], { nullable: true, description: 'Where either claim targets one of these.' })
  about?: string[] | null;

  @Field(() => [ActorRef], {
    nullable: true,
    description: 'Where the two claims together name all of these.',
  })
  between?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the sources are of different publishers; an unknown publisher counts as different from that of another source.',
  })
  acrossPublishers?: boolean | null;
}

@InputType({ description: 'How one claim stands to another.' })
export class ClaimRelationInput {
  @Field(() => ID, { description: 'This claim' })
  from: string;

  @Field(() => ClaimRelationKind, { description: 'stands so to' })
  kind: ClaimRelationKind;

  @Field(() => ID, { description: 'that one.' })
  to: string;

  @Field(() => String, { nullable: true, description: 'Why.' })
  note?: string | null;
}

import { Field, ID, InputType, Int } from 'type-graphql';
import { FuzzyDateInput } from '../../platform/fuzzy-date/fuzzy-date';
import {
  AttributionKind,
  Credibility,
  Direction,
  Gap,
  Modality,
  Polarity,
  Predicate,
  Standing,
  TargetRole,
} from './claim-terms.entity';
import { Affiliation, Reliability } from './evidence.entity';
import { Marking } from './record.entity';
import { ActorRef, RecordRef } from './reference.input';

@InputType({
  description: 'On what a record or claim rests. The same for engagements, agreements and claims.',
})
export class EvidenceFilter {
  @Field(() => [ID], { nullable: true, description: 'Rests on one of these, whichever source carried it.' })
  sources?: string[] | null;

  @Field(() => [ActorRef], { nullable: true, description: 'Rests on a source of one of these.' })
  publishers?: string[] | null;

  @Field(() => [ActorRef], {
    nullable: true,
    description: 'Still supported if all sources of these are left out.',
  })
  leavingOut?: string[] | null;

  @Field(() => [Affiliation], { nullable: true, description: 'All its origins are of these affiliations.' })
  affiliation?: Affiliation[] | null;

  @Field(() => Reliability, {
    nullable: true,
    description: 'Rests on an outlet of this grade or a better one.',
  })
  reliabilityAtLeast?: Reliability | null;

  @Field(() => Int, { nullable: true, description: 'Has at least so many independent origins.' })
  originsAtLeast?: number | null;

  @Field(() => Int, { nullable: true, description: 'Has at most so many independent origins.' })
  originsAtMost?: number | null;
}

@InputType({ description: 'A passage: a known one by id, or a new one.' })
export class PassageInput {
  @Field(() => ID, { nullable: true, description: 'A known one.' })
  id?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The exact text; it must stand at its offsets. This or quoteHash.',
  })
  quote?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of the exact text, in hexadecimal, where the text may not be kept.',
  })
  quoteHash?: string | null;

  @Field(() => Int, { nullable: true, description: 'Where it begins, in Unicode code points from 0.' })
  start?: number | null;

  @Field(() => Int, { nullable: true, description: 'Where it ends, exclusive.' })
  end?: number | null;

  @Field(() => String, { nullable: true, description: 'The section heading above it.' })
  heading?: string | null;
}

@InputType({
  description:
    'A claim. Inside another input it supports that record, and `predicate` and `targets` may be left out.',
})
export class ClaimInput {
  @Field(() => Predicate, { nullable: true, description: 'Absent: SUPPORTS_RECORD.' })
  predicate?: Predicate | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Where it is said; needed unless it rests on other claims.',
  })
  source?: string | null;

  @Field(() => String, { nullable: true, description: 'It in our words; needed when recording.' })
  statement?: string | null;

  @Field(() => [ClaimTargetInput], {
    nullable: true,
    description: 'What it is about; one SUBJECT is needed in recordClaim.',
  })
  targets?: ClaimTargetInput[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Inside another input: what of it this supports, by path. Example: `["when", "participations.0"]`. Absent: the whole.',
  })
  fields?: string[] | null;

  @Field(() => [PassageInput], {
    nullable: true,
    description: 'Its ground; needed unless from a dataset row, or resting on other claims.',
  })
  passages?: PassageInput[] | null;

  @Field(() => [AttributionInput], { nullable: true, description: 'Who says it beyond the source.' })
  attributions?: AttributionInput[] | null;

  @Field(() => [ID], { nullable: true, description: 'Claims that support it, of an inference.' })
  restsOn?: string[] | null;

  @Field(() => Modality, { nullable: true, description: 'Absent: ASSERTED.' })
  modality?: Modality | null;

  @Field(() => Polarity, { nullable: true, description: 'Absent: POSITIVE.' })
  polarity?: Polarity | null;

  @Field(() => String, { nullable: true, description: 'What it says where that differs from the field.' })
  value?: string | null;

  @Field(() => Gap, { nullable: true, description: 'What an empty field means.' })
  gap?: Gap | null;

  @Field(() => Direction, { nullable: true, description: 'Which way it moves.' })
  direction?: Direction | null;

  @Field(() => Int, { nullable: true, description: "Rank among one holder's objectives." })
  priority?: number | null;

  @Field(() => FuzzyDateInput, { nullable: true, description: 'When it holds.' })
  valid?: FuzzyDateInput | null;

  @Field(() => Credibility, { nullable: true, description: 'Its grade.' })
  credibility?: Credibility | null;

  @Field(() => Standing, { nullable: true, description: 'Absent: NORMAL.' })
  standing?: Standing | null;

  @Field(() => Marking, {
    nullable: true,
    description: 'With whom it may be shared. Absent: that of its source, and never below.',
  })
  marking?: Marking | null;
}

@InputType({ description: 'A target: a record, with a part or field if need be, or a descriptor.' })
export class ClaimTargetInput {
  @Field(() => TargetRole, { defaultValue: TargetRole.SUBJECT, description: 'In what role.' })
  role?: TargetRole;

  @Field(() => RecordRef, { nullable: true, description: 'The record.' })
  record?: string | null;

  @Field(() => ID, { nullable: true, description: 'The part of it.' })
  part?: string | null;

  @Field(() => String, { nullable: true, description: 'The field.' })
  field?: string | null;

  @Field(() => String, { nullable: true, description: 'The wording, if unnamed.' })
  descriptor?: string | null;
}

@InputType({ description: 'A step of attribution.' })
export class AttributionInput {
  @Field(() => Int, { defaultValue: 1, description: 'The step, 1 nearest the source.' })
  order?: number;

  @Field(() => AttributionKind, { description: 'What sort of speaker.' })
  kind: AttributionKind;

  @Field(() => ActorRef, { nullable: true, description: 'Who.' })
  speaker?: string | null;

  @Field(() => ID, { nullable: true, description: 'The office in which it speaks.' })
  tenure?: string | null;

  @Field(() => String, { nullable: true, description: 'The wording, if unnamed.' })
  descriptor?: string | null;

  @Field(() => ID, { nullable: true, description: 'The text referred to.' })
  referencedSource?: string | null;
}

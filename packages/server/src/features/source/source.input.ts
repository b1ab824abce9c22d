import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { FuzzyDateInput } from '../../platform/fuzzy-date/fuzzy-date';
import { FuzzyDateFilter } from '../../platform/fuzzy-date/fuzzy-date-filter';
import { DateTime, Url } from '../../platform/scalars';
import { Affiliation, Reliability } from '../record/evidence.entity';
import { ClaimInput, PassageInput } from '../record/evidence.input';
import { Marking } from '../record/record.entity';
import { ActorRef } from '../record/reference.input';
import { SourceKind } from './source.entity';
import { SourceCitationKind } from './source-citation.entity';

export enum SourceOrder {
  NEWEST = 'NEWEST',
  OLDEST = 'OLDEST',
  MOST_CITED = 'MOST_CITED',
  LAST_CHANGED = 'LAST_CHANGED',
}

registerEnumType(SourceOrder, {
  name: 'SourceOrder',
  description: 'Orders of sources.',
  valuesConfig: {
    NEWEST: { description: 'Latest publication first.' },
    OLDEST: { description: 'Earliest publication first.' },
    MOST_CITED: { description: 'Most cited first.' },
    LAST_CHANGED: { description: 'Latest change first.' },
  },
});

@InputType({ description: 'Which sources.' })
export class SourceFilter {
  @Field(() => [SourceKind], { nullable: true, description: 'Of these kinds.' })
  kind?: SourceKind[] | null;

  @Field(() => [ActorRef], { nullable: true, description: 'Of these publishers.' })
  publisher?: string[] | null;

  @Field(() => [Affiliation], { nullable: true, description: 'Of outlets of these affiliations.' })
  affiliation?: Affiliation[] | null;

  @Field(() => Reliability, { nullable: true, description: 'Of outlets of this grade or a better one.' })
  reliabilityAtLeast?: Reliability | null;

  @Field(() => FuzzyDateFilter, { nullable: true, description: 'Published then.' })
  published?: FuzzyDateFilter | null;

  @Field(() => [String], { nullable: true, description: 'In these languages.' })
  language?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Held, or only referred to.' })
  isHeld?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether another source repeats or refers to it.' })
  isCited?: boolean | null;

  @Field(() => [ID], { nullable: true, description: 'Repeating one of these.' })
  repeats?: string[] | null;

  @Field(() => Url, { nullable: true, description: 'Found there.' })
  url?: string | null;

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

@InputType({ description: 'A source.' })
export class SourceInput {
  @Field(() => SourceKind, { nullable: true, description: 'Needed when recording.' })
  kind?: SourceKind | null;

  @Field(() => String, { nullable: true, description: 'Its headline.' })
  title?: string | null;

  @Field(() => ActorRef, { nullable: true, description: 'Who published or issued it.' })
  publisher?: string | null;

  @Field(() => String, { nullable: true, description: 'The byline, verbatim.' })
  author?: string | null;

  @Field(() => Url, { nullable: true, description: 'Where it was found.' })
  url?: string | null;

  @Field(() => FuzzyDateInput, { nullable: true, description: 'When it was published.' })
  published?: FuzzyDateInput | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was fetched.' })
  retrievedAt?: string | null;

  @Field(() => String, { nullable: true, description: 'Its language, BCP 47. Example: `en`.' })
  language?: string | null;

  @Field(() => String, { nullable: true, description: 'Place or agency at its head, verbatim.' })
  dateline?: string | null;

  @Field(() => String, { nullable: true, description: 'Terms of use.' })
  rights?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Absent: true.' })
  isHeld?: boolean | null;

  @Field(() => String, { nullable: true, description: 'The text, if it may be held; only when recording.' })
  text?: string | null;

  @Field(() => String, { nullable: true, description: 'SHA-256 of the text, if it may not be held.' })
  contentHash?: string | null;

  @Field(() => [SourceCitationInput], { nullable: true, description: 'What it wholly repeats.' })
  repeats?: SourceCitationInput[] | null;

  @Field(() => [PassageInput], {
    nullable: true,
    description: 'Passages read that hold no fact; only when recording.',
  })
  passages?: PassageInput[] | null;

  @Field(() => Marking, { nullable: true, description: 'With whom it may be shared. Absent: CLEAR.' })
  marking?: Marking | null;

  @Field(() => [ClaimInput], {
    nullable: true,
    description: 'What supports its own fields, such as the dateline.',
  })
  evidence?: ClaimInput[] | null;
}

@InputType({ description: 'A source repeated.' })
export class SourceCitationInput {
  @Field(() => ID, { nullable: true, description: 'Of one that is kept.' })
  id?: string | null;

  @Field(() => ID, { description: 'Which one.' })
  cites: string;

  @Field(() => SourceCitationKind, { description: 'How.' })
  kind: SourceCitationKind;
}

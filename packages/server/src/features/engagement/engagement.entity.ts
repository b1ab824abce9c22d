import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, ForeignKey } from 'typeorm';
import { FuzzyDate } from '../../platform/fuzzy-date/fuzzy-date';
import { Level } from '../actor/position.entity';
import { DomainRecord, RowNumber } from '../record/record.entity';

@ObjectType({
  implements: DomainRecord,
  description: 'A meeting, visit, call, summit or other contact, past or expected.',
})
@Entity('engagement')
export class Engagement extends DomainRecord {
  @Field(() => EngagementKind, { description: 'What sort of contact.' })
  @Column({ type: 'text' })
  kind: EngagementKind;

  @Field(() => EngagementStatus, { description: 'How far it got.' })
  @Column({ type: 'text' })
  status: EngagementStatus;

  @Field(() => RowNumber, { description: 'SEVERAL where one row stands for "further discussions".' })
  @Column({ type: 'text' })
  number: RowNumber;

  @Field(() => String, { nullable: true, description: 'Our title, if it needs one.' })
  @Column({ type: 'text', nullable: true })
  title: string | null;

  @Field(() => String, { nullable: true, description: 'Our summary.' })
  @Column({ type: 'text', nullable: true })
  summary: string | null;

  @Field(() => FuzzyDate, { nullable: true, description: 'When it takes or took place.' })
  @Column(() => FuzzyDate, { prefix: 'when' })
  when: FuzzyDate | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey('place')
  placeId: string | null;

  @Field(() => String, { nullable: true, description: 'The venue, verbatim. Example: `MOI headquarters`.' })
  @Column({ type: 'text', nullable: true })
  venueText: string | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey('actor')
  venueOrganizationId: string | null;

  @Field(() => EngagementMode, { nullable: true, description: 'In person, or how else.' })
  @Column({ type: 'text', nullable: true })
  mode: EngagementMode | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The series it belongs to. Example: `International Exhibition of Homeland Security and Civil Defense`.',
  })
  @Column({ type: 'text', nullable: true })
  series: string | null;

  /** The series as searches compare it: see `fold`. */
  @Column({ type: 'text', nullable: true })
  foldedSeries: string | null;

  @Field(() => Int, { nullable: true, description: 'Its number in the series. Example: `13`.' })
  @Column({ type: 'integer', nullable: true })
  edition: number | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey('engagement')
  parentId: string | null;

  @Field(() => Int, { nullable: true, description: 'Its place in the parent, from 1.' })
  @Column({ type: 'integer', nullable: true })
  sequence: number | null;
}

export enum EngagementKind {
  MEETING = 'MEETING',
  VISIT = 'VISIT',
  CALL = 'CALL',
  SUMMIT = 'SUMMIT',
  CONFERENCE = 'CONFERENCE',
  EXHIBITION = 'EXHIBITION',
  TALKS = 'TALKS',
  SIGNING_CEREMONY = 'SIGNING_CEREMONY',
  CORRESPONDENCE = 'CORRESPONDENCE',
  MEDIATION = 'MEDIATION',
  EXERCISE = 'EXERCISE',
  OTHER = 'OTHER',
}

registerEnumType(EngagementKind, {
  name: 'EngagementKind',
  description: 'Sorts of engagement.',
  valuesConfig: {
    MEETING: { description: 'A meeting.' },
    VISIT: { description: 'A journey to another state, with its meetings as children.' },
    CALL: { description: 'A telephone or video call.' },
    SUMMIT: { description: 'A summit.' },
    CONFERENCE: { description: 'A conference.' },
    EXHIBITION: { description: 'A fair or exhibition.' },
    TALKS: { description: 'Talks whose form is not stated.' },
    SIGNING_CEREMONY: { description: 'A signing ceremony.' },
    CORRESPONDENCE: { description: 'Letters or messages.' },
    MEDIATION: { description: 'A mediation.' },
    EXERCISE: { description: 'A joint exercise.' },
    OTHER: { description: 'Anything else.' },
  },
});

export enum EngagementStatus {
  INVITED = 'INVITED',
  EXPECTED = 'EXPECTED',
  SCHEDULED = 'SCHEDULED',
  POSTPONED = 'POSTPONED',
  CANCELLED = 'CANCELLED',
  UNDER_WAY = 'UNDER_WAY',
  HELD = 'HELD',
  UNCONFIRMED = 'UNCONFIRMED',
}

registerEnumType(EngagementStatus, {
  name: 'EngagementStatus',
  description: 'How far an engagement got.',
  valuesConfig: {
    INVITED: { description: 'An invitation stands.' },
    EXPECTED: { description: 'Somebody expects it.' },
    SCHEDULED: { description: 'It has a date.' },
    POSTPONED: { description: 'Put off.' },
    CANCELLED: { description: 'Called off.' },
    UNDER_WAY: { description: 'Going on.' },
    HELD: { description: 'It took place, at least in part.' },
    UNCONFIRMED: { description: 'No source says that it took place.' },
  },
});

export enum EngagementMode {
  IN_PERSON = 'IN_PERSON',
  PHONE = 'PHONE',
  VIDEO = 'VIDEO',
  WRITTEN = 'WRITTEN',
}

registerEnumType(EngagementMode, {
  name: 'EngagementMode',
  description: 'How they met.',
  valuesConfig: {
    IN_PERSON: { description: 'In person.' },
    PHONE: { description: 'By telephone.' },
    VIDEO: { description: 'By video.' },
    WRITTEN: { description: 'In writing.' },
  },
});

export enum EngagementFormat {
  BILATERAL = 'BILATERAL',
  MULTILATERAL = 'MULTILATERAL',
  THIRD_PARTY_HOSTED = 'THIRD_PARTY_HOSTED',
}

registerEnumType(EngagementFormat, {
  name: 'EngagementFormat',
  description: 'Derived from the sides and the place.',
  valuesConfig: {
    BILATERAL: { description: 'Two sides.' },
    MULTILATERAL: { description: 'Three or more.' },
    THIRD_PARTY_HOSTED: { description: 'Two sides, hosted by a third.' },
  },
});

@ObjectType({ description: "One state's side of an engagement." })
export class Side {
  stateId: string;

  @Field(() => Level, {
    nullable: true,
    description: 'The highest level of those present for it; null if unknown.',
  })
  highestLevel: Level | null;
}

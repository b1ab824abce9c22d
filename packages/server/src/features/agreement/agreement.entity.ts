import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, ForeignKey } from 'typeorm';
import { FuzzyDate } from '../../platform/fuzzy-date/fuzzy-date';
import { DomainRecord, RowNumber } from '../record/record.entity';

@ObjectType({ implements: DomainRecord, description: 'An agreement, from merely anticipated to terminated.' })
@Entity('agreement')
export class Agreement extends DomainRecord {
  @Field(() => String, {
    nullable: true,
    description: 'The title, or the working title, in its original language.',
  })
  @Column({ type: 'text', nullable: true })
  title: string | null;

  @Field(() => RowNumber, { description: 'SEVERAL where one row stands for "specific agreements".' })
  @Column({ type: 'text' })
  number: RowNumber;

  @Field(() => AgreementForm, { nullable: true, description: 'Its form.' })
  @Column({ type: 'text', nullable: true })
  form: AgreementForm | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether binding in law.' })
  @Column({ type: 'boolean', nullable: true })
  isBinding: boolean | null;

  @Field(() => Ambit, { nullable: true, description: 'How many sides it is open to.' })
  @Column({ type: 'text', nullable: true })
  ambit: Ambit | null;

  @Field(() => ConsentMode, { nullable: true, description: 'How consent to be bound is given.' })
  @Column({ type: 'text', nullable: true })
  consentMode: ConsentMode | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey('actor')
  depositaryId: string | null;

  @Field(() => [String], {
    description: 'Where it is registered (at most 20); when, says the action. Example: `UNTS I-54113`.',
  })
  @Column({ type: 'text', array: true })
  registrations: string[];

  @Field(() => FuzzyDate, { nullable: true, description: 'When it is expected.' })
  @Column(() => FuzzyDate, { prefix: 'expected_by' })
  expectedBy: FuzzyDate | null;
}

export enum AgreementForm {
  TREATY = 'TREATY',
  CONVENTION = 'CONVENTION',
  PROTOCOL = 'PROTOCOL',
  FRAMEWORK = 'FRAMEWORK',
  MOU = 'MOU',
  EXCHANGE_OF_NOTES = 'EXCHANGE_OF_NOTES',
  JOINT_STATEMENT = 'JOINT_STATEMENT',
  ARRANGEMENT = 'ARRANGEMENT',
}

registerEnumType(AgreementForm, {
  name: 'AgreementForm',
  description: 'Forms of agreement.',
  valuesConfig: {
    TREATY: { description: 'A treaty.' },
    CONVENTION: { description: 'A convention.' },
    PROTOCOL: { description: 'A protocol.' },
    FRAMEWORK: { description: 'A framework agreement.' },
    MOU: { description: 'A memorandum of understanding.' },
    EXCHANGE_OF_NOTES: { description: 'An exchange of notes.' },
    JOINT_STATEMENT: { description: 'A joint statement.' },
    ARRANGEMENT: { description: 'An arrangement.' },
  },
});

export enum Ambit {
  BILATERAL = 'BILATERAL',
  MULTILATERAL = 'MULTILATERAL',
}

registerEnumType(Ambit, {
  name: 'Ambit',
  description: 'How many sides an agreement is open to.',
  valuesConfig: {
    BILATERAL: { description: 'Two.' },
    MULTILATERAL: { description: 'More.' },
  },
});

export enum ConsentMode {
  SIGNATURE = 'SIGNATURE',
  EXCHANGE_OF_INSTRUMENTS = 'EXCHANGE_OF_INSTRUMENTS',
  RATIFICATION = 'RATIFICATION',
  ACCESSION = 'ACCESSION',
  OTHER = 'OTHER',
}

registerEnumType(ConsentMode, {
  name: 'ConsentMode',
  description: 'How consent to be bound is given (VCLT, art. 11).',
  valuesConfig: {
    SIGNATURE: { description: 'By signature.' },
    EXCHANGE_OF_INSTRUMENTS: { description: 'By exchange of instruments.' },
    RATIFICATION: { description: 'By ratification, acceptance or approval.' },
    ACCESSION: { description: 'By accession.' },
    OTHER: { description: 'By other means agreed.' },
  },
});

export enum AgreementStatus {
  ANTICIPATED = 'ANTICIPATED',
  UNDER_NEGOTIATION = 'UNDER_NEGOTIATION',
  TEXT_AGREED = 'TEXT_AGREED',
  SIGNED = 'SIGNED',
  PARTIALLY_BOUND = 'PARTIALLY_BOUND',
  BOUND = 'BOUND',
  PROVISIONALLY_APPLIED = 'PROVISIONALLY_APPLIED',
  IN_FORCE = 'IN_FORCE',
  OPERATIVE = 'OPERATIVE',
  SUSPENDED = 'SUSPENDED',
  TERMINATED = 'TERMINATED',
  ABANDONED = 'ABANDONED',
}

registerEnumType(AgreementStatus, {
  name: 'AgreementStatus',
  description: 'The status of an agreement, derived, in the order in which it is usually passed through.',
  valuesConfig: {
    ANTICIPATED: { description: 'Announced or expected; no text.' },
    UNDER_NEGOTIATION: { description: 'Being negotiated.' },
    TEXT_AGREED: { description: 'The text is agreed.' },
    SIGNED: { description: 'Signed, not yet binding.' },
    PARTIALLY_BOUND: { description: 'Some signatories consented to be bound.' },
    BOUND: { description: 'All signatories consented.' },
    PROVISIONALLY_APPLIED: { description: 'Applied before entry into force.' },
    IN_FORCE: { description: 'In force.' },
    OPERATIVE: { description: 'In effect, though not binding in law.' },
    SUSPENDED: { description: 'Suspended.' },
    TERMINATED: { description: 'Ended.' },
    ABANDONED: { description: 'Given up before entry into force.' },
  },
});

export enum Milestone {
  FIRST_MENTION = 'FIRST_MENTION',
  FIRST_ENGAGEMENT = 'FIRST_ENGAGEMENT',
  NEGOTIATION_OPENED = 'NEGOTIATION_OPENED',
  TEXT_AGREED = 'TEXT_AGREED',
  SIGNATURE = 'SIGNATURE',
  ENTRY_INTO_FORCE = 'ENTRY_INTO_FORCE',
  TERMINATION = 'TERMINATION',
}

registerEnumType(Milestone, {
  name: 'Milestone',
  description: 'Points in the life of an agreement.',
  valuesConfig: {
    FIRST_MENTION: { description: 'First named by a source.' },
    FIRST_ENGAGEMENT: { description: 'First on the agenda of an engagement.' },
    NEGOTIATION_OPENED: { description: 'Negotiations began.' },
    TEXT_AGREED: { description: 'The text was agreed.' },
    SIGNATURE: { description: 'First signed.' },
    ENTRY_INTO_FORCE: { description: 'Entered into force, or became operative.' },
    TERMINATION: { description: 'Terminated, expired or abandoned.' },
  },
});

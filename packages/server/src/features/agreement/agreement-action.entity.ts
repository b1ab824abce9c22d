import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, ForeignKey } from 'typeorm';
import { FuzzyDate } from '../../platform/fuzzy-date/fuzzy-date';
import { Part } from '../record/record.entity';

@ObjectType({
  implements: Part,
  description: 'Something done about an agreement: the only way it changes status.',
})
@Entity('agreement_action')
export class AgreementAction extends Part {
  @Field(() => AgreementActionKind, { description: 'What was done.' })
  @Column({ type: 'text' })
  kind: AgreementActionKind;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey('actor')
  partyId: string | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey('tenure')
  byId: string | null;

  @Field(() => FuzzyDate, { nullable: true, description: 'When.' })
  @Column(() => FuzzyDate, { prefix: 'on' })
  on: FuzzyDate | null;

  @Field(() => FuzzyDate, { nullable: true, description: 'From when it has effect.' })
  @Column(() => FuzzyDate, { prefix: 'effective_on' })
  effectiveOn: FuzzyDate | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey('engagement')
  engagementId: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The text of a reservation, declaration or objection.',
  })
  @Column({ type: 'text', nullable: true })
  text: string | null;
}

export enum AgreementActionKind {
  ANNOUNCED = 'ANNOUNCED',
  NEGOTIATION_OPENED = 'NEGOTIATION_OPENED',
  TEXT_AGREED = 'TEXT_AGREED',
  INITIALLED = 'INITIALLED',
  ADOPTION = 'ADOPTION',
  SIGNATURE = 'SIGNATURE',
  DEFINITIVE_SIGNATURE = 'DEFINITIVE_SIGNATURE',
  EXCHANGE_OF_NOTES = 'EXCHANGE_OF_NOTES',
  RATIFICATION = 'RATIFICATION',
  ACCEPTANCE = 'ACCEPTANCE',
  APPROVAL = 'APPROVAL',
  ACCESSION = 'ACCESSION',
  FORMAL_CONFIRMATION = 'FORMAL_CONFIRMATION',
  SUCCESSION = 'SUCCESSION',
  PROVISIONAL_APPLICATION = 'PROVISIONAL_APPLICATION',
  ENTRY_INTO_FORCE = 'ENTRY_INTO_FORCE',
  AMENDMENT = 'AMENDMENT',
  RESERVATION = 'RESERVATION',
  DECLARATION = 'DECLARATION',
  OBJECTION = 'OBJECTION',
  EXTENSION = 'EXTENSION',
  SUSPENSION = 'SUSPENSION',
  RESUMPTION = 'RESUMPTION',
  WITHDRAWAL = 'WITHDRAWAL',
  TERMINATION = 'TERMINATION',
  EXPIRY = 'EXPIRY',
  ABANDONMENT = 'ABANDONMENT',
  REGISTRATION = 'REGISTRATION',
}

registerEnumType(AgreementActionKind, {
  name: 'AgreementActionKind',
  description: 'Kinds of treaty action, as in the UN Treaty Collection.',
  valuesConfig: {
    ANNOUNCED: { description: 'It was announced.' },
    NEGOTIATION_OPENED: { description: 'Negotiations began.' },
    TEXT_AGREED: { description: 'The text was agreed.' },
    INITIALLED: { description: 'Initialled.' },
    ADOPTION: { description: 'Adopted.' },
    SIGNATURE: { description: 'Signed, subject to consent.' },
    DEFINITIVE_SIGNATURE: { description: 'Signed, and bound by it.' },
    EXCHANGE_OF_NOTES: { description: 'Notes exchanged.' },
    RATIFICATION: { description: 'Ratified.' },
    ACCEPTANCE: { description: 'Accepted.' },
    APPROVAL: { description: 'Approved.' },
    ACCESSION: { description: 'Acceded.' },
    FORMAL_CONFIRMATION: { description: 'Formally confirmed, by an organization.' },
    SUCCESSION: { description: 'Succeeded to.' },
    PROVISIONAL_APPLICATION: { description: 'Applied provisionally.' },
    ENTRY_INTO_FORCE: { description: 'Entered into force.' },
    AMENDMENT: { description: 'Amended.' },
    RESERVATION: { description: 'Reservation made.' },
    DECLARATION: { description: 'Declaration made.' },
    OBJECTION: { description: 'Objection made.' },
    EXTENSION: { description: 'Extended in time or territory.' },
    SUSPENSION: { description: 'Suspended.' },
    RESUMPTION: { description: 'Resumed.' },
    WITHDRAWAL: { description: 'A party withdrew.' },
    TERMINATION: { description: 'Terminated.' },
    EXPIRY: { description: 'Expired.' },
    ABANDONMENT: { description: 'Given up.' },
    REGISTRATION: { description: 'Registered.' },
  },
});

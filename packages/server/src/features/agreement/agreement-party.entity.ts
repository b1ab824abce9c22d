import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, ForeignKey } from 'typeorm';
import { Part } from '../record/record.entity';

@ObjectType({ implements: Part, description: 'A party, actual or prospective.' })
@Entity('agreement_party')
export class AgreementParty extends Part {
  @Column({ type: 'uuid' })
  @ForeignKey('actor')
  actorId: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its side, where several form one. Example: `Benelux`.',
  })
  @Column({ type: 'text', nullable: true })
  side: string | null;

  @Field(() => [String], { description: 'Territories it extends the agreement to; these are not parties.' })
  @Column({ type: 'text', array: true })
  appliesTo: string[];
}

export enum PartyStatus {
  PROSPECTIVE = 'PROSPECTIVE',
  SIGNATORY = 'SIGNATORY',
  CONTRACTING = 'CONTRACTING',
  PARTY = 'PARTY',
  WITHDRAWN = 'WITHDRAWN',
}

registerEnumType(PartyStatus, {
  name: 'PartyStatus',
  description: "A party's standing, derived.",
  valuesConfig: {
    PROSPECTIVE: { description: 'Expected to become one.' },
    SIGNATORY: { description: 'It signed.' },
    CONTRACTING: { description: 'It consented to be bound.' },
    PARTY: { description: 'The agreement is in force for it.' },
    WITHDRAWN: { description: 'It left.' },
  },
});

import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, ForeignKey } from 'typeorm';
import { Part } from '../record/record.entity';

@ObjectType({ implements: Part, description: 'How one claim stands to another. Part of `from`.' })
@Entity('claim_relation')
export class ClaimRelation extends Part {
  @Field(() => ClaimRelationKind, { description: 'stands so to' })
  @Column({ type: 'text' })
  kind: ClaimRelationKind;

  @Column({ type: 'uuid', nullable: false })
  @ForeignKey('claim')
  toId: string;

  @Field(() => String, { nullable: true, description: 'Why.' })
  @Column({ type: 'text', nullable: true })
  note: string | null;
}

export enum ClaimRelationKind {
  SUPPORTS = 'SUPPORTS',
  CONTRADICTS = 'CONTRADICTS',
  CORRECTS = 'CORRECTS',
  RETRACTS = 'RETRACTS',
  REFRAMES = 'REFRAMES',
}

registerEnumType(ClaimRelationKind, {
  name: 'ClaimRelationKind',
  description: 'How one claim stands to another.',
  valuesConfig: {
    SUPPORTS: { description: 'It says the same, or is a ground of it.' },
    CONTRADICTS: { description: 'Both cannot be true.' },
    CORRECTS: { description: 'It puts it right.' },
    RETRACTS: { description: 'It takes it back.' },
    REFRAMES: { description: 'It gives it another meaning.' },
  },
});

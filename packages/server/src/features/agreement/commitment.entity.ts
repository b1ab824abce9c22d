import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, ForeignKey } from 'typeorm';
import { FuzzyDate } from '../../platform/fuzzy-date/fuzzy-date';
import { Part } from '../record/record.entity';

@ObjectType({ implements: Part, description: 'A promise, with or without a document.' })
@Entity('commitment')
export class Commitment extends Part {
  @Field(() => CommitmentAct, { description: 'Made anew, or reaffirmed.' })
  @Column({ type: 'text' })
  act: CommitmentAct;

  @Field(() => String, { description: 'What, in our words.' })
  @Column({ type: 'text' })
  statement: string;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey('topic')
  topicId: string | null;

  @Field(() => FuzzyDate, { nullable: true, description: 'By when.' })
  @Column(() => FuzzyDate, { prefix: 'due' })
  due: FuzzyDate | null;
}

export enum CommitmentAct {
  MADE = 'MADE',
  REAFFIRMED = 'REAFFIRMED',
}

registerEnumType(CommitmentAct, {
  name: 'CommitmentAct',
  description: 'How a commitment was given.',
  valuesConfig: {
    MADE: { description: 'Made.' },
    REAFFIRMED: { description: 'Reaffirmed.' },
  },
});

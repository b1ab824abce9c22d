import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, ForeignKey } from 'typeorm';
import { FuzzyDate } from '../../platform/fuzzy-date/fuzzy-date';
import { Part } from '../record/record.entity';

@ObjectType({ implements: Part, description: "A person's time in an office. Part of the person." })
@Entity('tenure')
export class Tenure extends Part {
  @Column({ type: 'uuid' })
  @ForeignKey('position')
  positionId: string;

  @Field(() => FuzzyDate, { nullable: true, description: 'Since when.' })
  @Column(() => FuzzyDate, { prefix: 'from' })
  from: FuzzyDate | null;

  @Field(() => FuzzyDate, { nullable: true, description: 'Until when; null if not known to have ended.' })
  @Column(() => FuzzyDate, { prefix: 'to' })
  to: FuzzyDate | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether held ad interim; null if not said.' })
  @Column({ type: 'boolean', nullable: true })
  isActing: boolean | null;
}

import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, ForeignKey } from 'typeorm';
import { CalendarDate } from '../../platform/scalars';
import { Affiliation, Reliability } from '../record/evidence.entity';
import { Part } from '../record/record.entity';

@ObjectType({
  implements: Part,
  description: 'A grade or an affiliation of an outlet from a date on. Earlier ones stay.',
})
@Entity('outlet_assessment')
export class OutletAssessment extends Part {
  @Field(() => Reliability, { nullable: true, description: 'The grade; null if this is about affiliation.' })
  @Column({ type: 'text', nullable: true })
  reliability: Reliability | null;

  @Field(() => Affiliation, { nullable: true, description: 'Whose outlet it is; null if this is a grade.' })
  @Column({ type: 'text', nullable: true })
  affiliation: Affiliation | null;

  @Field(() => CalendarDate, { description: 'Since when.' })
  @Column({ type: 'date', name: 'since' })
  from: string;

  @Field(() => String, { description: 'Who assessed.' })
  @Column({ type: 'text' })
  assessor: string;

  @Field(() => String, { description: 'Why.' })
  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey('source')
  sourceId: string | null;
}

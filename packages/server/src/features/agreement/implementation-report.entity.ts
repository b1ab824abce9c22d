import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, ForeignKey } from 'typeorm';
import { FuzzyDate } from '../../platform/fuzzy-date/fuzzy-date';
import { Part } from '../record/record.entity';

@ObjectType({
  implements: Part,
  description: 'How far a commitment or agreement was carried out in a period.',
})
@Entity('implementation_report')
export class ImplementationReport extends Part {
  @Column({ type: 'uuid', nullable: true })
  @ForeignKey('commitment')
  commitmentId: string | null;

  @Field(() => ImplementationStatus, { description: 'How far.' })
  @Column({ type: 'text' })
  status: ImplementationStatus;

  @Field(() => FuzzyDate, { nullable: true, description: 'The period reported on.' })
  @Column(() => FuzzyDate, { prefix: 'period' })
  period: FuzzyDate | null;
}

export enum ImplementationStatus {
  NOT_STARTED = 'NOT_STARTED',
  PARTIAL = 'PARTIAL',
  COMPLETE = 'COMPLETE',
  STALLED = 'STALLED',
  REVERSED = 'REVERSED',
}

registerEnumType(ImplementationStatus, {
  name: 'ImplementationStatus',
  description: 'How far something was carried out.',
  valuesConfig: {
    NOT_STARTED: { description: 'Not begun.' },
    PARTIAL: { description: 'In part.' },
    COMPLETE: { description: 'In full.' },
    STALLED: { description: 'Standing still.' },
    REVERSED: { description: 'Undone.' },
  },
});

import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, ForeignKey } from 'typeorm';
import { FuzzyDate } from '../../platform/fuzzy-date/fuzzy-date';
import {
  Credibility,
  Direction,
  Gap,
  type Modality,
  Polarity,
  Predicate,
  Standing,
} from '../record/claim-terms.entity';
import { DomainRecord, type Marking } from '../record/record.entity';

@ObjectType({
  implements: DomainRecord,
  description: 'One proposition in one source: evidence of a record, or a soft fact.',
})
@Entity('claim')
export class Claim extends DomainRecord {
  @Column({ type: 'uuid', nullable: true })
  @ForeignKey('source')
  sourceId: string | null;

  @Field(() => Predicate, { description: 'What sort of proposition.' })
  @Column({ type: 'text' })
  predicate: Predicate;

  @Field(() => String, { description: 'It in our words.' })
  @Column({ type: 'text' })
  statement: string;

  /** The force its last speaker gives it. In the schema it answers `Record.modality`. */
  @Column({ type: 'text' })
  modality: Modality;

  /** The clearance that its subjects, passages and source ask for; at least its marking. */
  @Column({ type: 'smallint' })
  clearance: Marking;

  @Field(() => Polarity, { description: 'Said, or denied.' })
  @Column({ type: 'text' })
  polarity: Polarity;

  @Field(() => String, {
    nullable: true,
    description:
      'What it says where that differs from the field; else MEDIATOR of a ROLE, STRAINED of a phase. Example: `2021-03~`.',
  })
  @Column({ type: 'text', nullable: true })
  value: string | null;

  @Field(() => Gap, {
    nullable: true,
    description: 'That a field is withheld, not applicable, none or incomplete.',
  })
  @Column({ type: 'text', nullable: true })
  gap: Gap | null;

  @Field(() => Direction, { nullable: true, description: 'Whether what it says is rising.' })
  @Column({ type: 'text', nullable: true })
  direction: Direction | null;

  @Field(() => Int, { nullable: true, description: "Rank among one holder's objectives; 1 is the top goal." })
  @Column({ type: 'integer', nullable: true })
  priority: number | null;

  @Field(() => FuzzyDate, { nullable: true, description: 'When what it says holds.' })
  @Column(() => FuzzyDate, { prefix: 'valid' })
  valid: FuzzyDate | null;

  @Field(() => Credibility, {
    nullable: true,
    description: 'Admiralty code of the information; null if not graded.',
  })
  @Column({ type: 'smallint', nullable: true })
  credibility: Credibility | null;

  @Field(() => Standing, { description: 'Whether preferred among rivals.' })
  @Column({ type: 'text' })
  standing: Standing;
}

import { Column, Entity, ForeignKey } from 'typeorm';
import { OwnedRow } from '../record/record.entity';

/** That a claim rests on a passage. */
@Entity('claim_passage')
export class ClaimPassage extends OwnedRow {
  @Column({ type: 'uuid' })
  @ForeignKey('passage')
  passageId: string;
}

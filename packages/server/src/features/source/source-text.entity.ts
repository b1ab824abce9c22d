import { Column, Entity } from 'typeorm';
import { OwnedRow } from '../record/record.entity';

/** The held text of a source, apart from it: lists of sources need not drag it along. */
@Entity('source_text')
export class SourceText extends OwnedRow {
  @Column({ type: 'text' })
  text: string;
}

import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, ForeignKey } from 'typeorm';
import { Part } from '../record/record.entity';

@ObjectType({ implements: Part, description: 'That one source wholly repeats another.' })
@Entity('source_citation')
export class SourceCitation extends Part {
  @Column({ type: 'uuid' })
  @ForeignKey('source')
  citesId: string;

  @Field(() => SourceCitationKind, { description: 'How.' })
  @Column({ type: 'text' })
  kind: SourceCitationKind;
}

export enum SourceCitationKind {
  REPRINT = 'REPRINT',
  TRANSLATION = 'TRANSLATION',
  EXTRACT = 'EXTRACT',
  PARAPHRASE = 'PARAPHRASE',
  DATASET_ROW_OF = 'DATASET_ROW_OF',
}

registerEnumType(SourceCitationKind, {
  name: 'SourceCitationKind',
  description: 'How a source repeats another.',
  valuesConfig: {
    REPRINT: { description: 'Word for word.' },
    TRANSLATION: { description: 'In another language.' },
    EXTRACT: { description: 'In part.' },
    PARAPHRASE: { description: 'In other words, by a coder.' },
    DATASET_ROW_OF: { description: 'As a row made from it.' },
  },
});

import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { OwnedRow } from '../record/record.entity';

@ObjectType({ description: 'A code of an event vocabulary.' })
@Entity('engagement_code')
export class Code extends OwnedRow {
  @Field(() => CodeScheme, { description: 'The vocabulary.' })
  @Column({ type: 'text' })
  scheme: CodeScheme;

  @Field(() => String, { description: 'The code, leading zeros kept. Example: `042`.' })
  @Column({ type: 'text' })
  code: string;

  @Field(() => String, { description: 'The edition. Example: `1.1b3`.' })
  @Column({ type: 'text' })
  version: string;
}

export enum CodeScheme {
  CAMEO = 'CAMEO',
  PLOVER = 'PLOVER',
}

registerEnumType(CodeScheme, {
  name: 'CodeScheme',
  description: 'Vocabularies of event codes.',
  valuesConfig: {
    CAMEO: { description: 'Conflict and Mediation Event Observations.' },
    PLOVER: { description: 'Political Language Ontology for Verifiable Event Records.' },
  },
});

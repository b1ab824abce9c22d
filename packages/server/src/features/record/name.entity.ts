import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, ForeignKey } from 'typeorm';
import { Part } from './record.entity';

@ObjectType({ implements: Part, description: 'One spelling of a name, never normalised away.' })
@Entity('name')
export class Name extends Part {
  @Field(() => String, { description: 'The spelling, verbatim.' })
  @Column({ type: 'text' })
  value: string;

  /** The spelling as searches compare it: see `fold`. */
  @Column({ type: 'text' })
  folded: string;

  @Field(() => NameKind, { description: 'What sort of name.' })
  @Column({ type: 'text' })
  kind: NameKind;

  @Field(() => String, {
    nullable: true,
    description: 'Its language and script, BCP 47. Example: `ar-Latn`.',
  })
  @Column({ type: 'text', nullable: true })
  language: string | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey('source')
  firstSourceId: string | null;
}

export enum NameKind {
  OFFICIAL = 'OFFICIAL',
  COMMON = 'COMMON',
  ALIAS = 'ALIAS',
  ACRONYM = 'ACRONYM',
  METONYM = 'METONYM',
  TRANSLITERATION = 'TRANSLITERATION',
  MISSPELLING = 'MISSPELLING',
}

registerEnumType(NameKind, {
  name: 'NameKind',
  description: 'Sorts of name.',
  valuesConfig: {
    OFFICIAL: { description: 'The formal one. Example: `Republic of Iraq`.' },
    COMMON: { description: 'The usual one.' },
    ALIAS: { description: 'Another one. Example: `Milipol Qatar`.' },
    ACRONYM: { description: 'Initials. Example: `MOI`.' },
    METONYM: { description: 'A place that stands for a state. Example: `Doha`.' },
    TRANSLITERATION: { description: 'Rendered from another script.' },
    MISSPELLING: { description: 'As misprinted.' },
  },
});

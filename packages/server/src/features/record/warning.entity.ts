import { Field, ObjectType, registerEnumType } from 'type-graphql';

@ObjectType({ description: 'Something odd that was stored all the same, since the world is odd.' })
export class Warning {
  @Field(() => WarningCode, { description: 'Which oddity.' })
  code: WarningCode;

  @Field(() => String, { description: 'It in words, with the values concerned.' })
  message: string;

  @Field(() => String, { nullable: true, description: 'The field concerned, if one.' })
  field: string | null;
}

export enum WarningCode {
  IN_FORCE_BEFORE_SIGNATURE = 'IN_FORCE_BEFORE_SIGNATURE',
  RATIFIED_WITHOUT_SIGNING = 'RATIFIED_WITHOUT_SIGNING',
  NOT_TWO_SIDES = 'NOT_TWO_SIDES',
  LONG_TITLE = 'LONG_TITLE',
  OUTSIDE_PARENT_DATES = 'OUTSIDE_PARENT_DATES',
  TENURE_DOES_NOT_COVER = 'TENURE_DOES_NOT_COVER',
  TWO_COUNTRIES_AT_ONCE = 'TWO_COUNTRIES_AT_ONCE',
  MIRRORED_PAIR = 'MIRRORED_PAIR',
  NO_EVIDENCE = 'NO_EVIDENCE',
  GAP_ON_KNOWN_VALUE = 'GAP_ON_KNOWN_VALUE',
}

registerEnumType(WarningCode, {
  name: 'WarningCode',
  description: 'Oddities that are stored with a warning.',
  valuesConfig: {
    IN_FORCE_BEFORE_SIGNATURE: { description: 'In force before it was signed.' },
    RATIFIED_WITHOUT_SIGNING: { description: 'Ratified by a party that had not signed.' },
    NOT_TWO_SIDES: { description: 'A bilateral agreement with other than two sides.' },
    LONG_TITLE: { description: 'A title of 2,000 characters or more.' },
    OUTSIDE_PARENT_DATES: { description: "A child lies outside its parent's dates." },
    TENURE_DOES_NOT_COVER: { description: 'The office held does not cover the engagement.' },
    TWO_COUNTRIES_AT_ONCE: { description: 'A person in two countries at once.' },
    MIRRORED_PAIR: { description: 'One visit coded twice, by visitor and by host.' },
    NO_EVIDENCE: { description: 'No claim supports it.' },
    GAP_ON_KNOWN_VALUE: { description: 'A gap claim on a field that has a value.' },
  },
});

import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, ForeignKey } from 'typeorm';
import { DomainRecord } from '../record/record.entity';

@ObjectType({ implements: DomainRecord, description: 'An office, whoever holds it.' })
@Entity('position')
export class Position extends DomainRecord {
  @Field(() => String, { description: 'Example: `Undersecretary`.' })
  @Column({ type: 'text' })
  title: string;

  /** The title as searches compare it: see `fold`. */
  @Column({ type: 'text' })
  foldedTitle: string;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey('actor')
  organizationId: string | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey('actor')
  stateId: string | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey('actor')
  accreditedToId: string | null;

  @Field(() => Level, { nullable: true, description: 'How high it stands.' })
  @Column({ type: 'smallint', nullable: true })
  level: Level | null;
}

export enum Level {
  HEAD_OF_STATE = 1,
  HEAD_OF_GOVERNMENT = 2,
  MINISTER = 3,
  DEPUTY_MINISTER = 4,
  AMBASSADOR = 5,
  SENIOR_OFFICIAL = 6,
  OFFICIAL = 7,
}

registerEnumType(Level, {
  name: 'Level',
  description: 'Levels of office, the highest first; "at least" means this or a higher one.',
  valuesConfig: {
    HEAD_OF_STATE: { description: 'A monarch or president.' },
    HEAD_OF_GOVERNMENT: { description: 'A prime minister.' },
    MINISTER: { description: 'A minister.' },
    DEPUTY_MINISTER: { description: 'A deputy minister or undersecretary.' },
    AMBASSADOR: { description: 'An ambassador.' },
    SENIOR_OFFICIAL: { description: 'A senior official.' },
    OFFICIAL: { description: 'Any other official.' },
  },
});

import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, ForeignKey } from 'typeorm';
import { FuzzyDate } from '../../platform/fuzzy-date/fuzzy-date';
import { DomainRecord, Part } from '../record/record.entity';

@ObjectType({
  implements: DomainRecord,
  description: 'A measure or circumstance that bears on engagements: a blockade, protests, a crisis.',
})
@Entity('context_event')
export class ContextEvent extends DomainRecord {
  @Field(() => ContextEventKind, { description: 'What sort.' })
  @Column({ type: 'text' })
  kind: ContextEventKind;

  @Field(() => FuzzyDate, {
    nullable: true,
    description: 'From when to when. Example: `2017/`, end unknown.',
  })
  @Column(() => FuzzyDate, { prefix: 'when' })
  when: FuzzyDate | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey('place')
  placeId: string | null;
}

export enum ContextEventKind {
  SANCTIONS = 'SANCTIONS',
  BLOCKADE = 'BLOCKADE',
  SEVERED_RELATIONS = 'SEVERED_RELATIONS',
  PROTESTS = 'PROTESTS',
  ARMED_CONFLICT = 'ARMED_CONFLICT',
  EPIDEMIC = 'EPIDEMIC',
  ECONOMIC_CRISIS = 'ECONOMIC_CRISIS',
  ELECTION = 'ELECTION',
  OTHER = 'OTHER',
}

registerEnumType(ContextEventKind, {
  name: 'ContextEventKind',
  description: 'Kinds of context event; the first three are measures.',
  valuesConfig: {
    SANCTIONS: { description: 'Sanctions.' },
    BLOCKADE: { description: 'A blockade.' },
    SEVERED_RELATIONS: { description: 'Relations broken off.' },
    PROTESTS: { description: 'Protests.' },
    ARMED_CONFLICT: { description: 'An armed conflict.' },
    EPIDEMIC: { description: 'An epidemic.' },
    ECONOMIC_CRISIS: { description: 'An economic crisis.' },
    ELECTION: { description: 'An election.' },
    OTHER: { description: 'Anything else.' },
  },
});

@ObjectType({ implements: Part, description: 'An actor in a context event.' })
@Entity('context_event_actor')
export class ContextEventActor extends Part {
  @Column({ type: 'uuid' })
  @ForeignKey('actor')
  actorId: string;

  @Field(() => ContextEventRole, { description: 'In what role.' })
  @Column({ type: 'text' })
  role: ContextEventRole;
}

export enum ContextEventRole {
  IMPOSER = 'IMPOSER',
  TARGET = 'TARGET',
  AFFECTED = 'AFFECTED',
}

registerEnumType(ContextEventRole, {
  name: 'ContextEventRole',
  description: 'Roles in a context event.',
  valuesConfig: {
    IMPOSER: { description: 'It imposed the measure.' },
    TARGET: { description: 'The measure is against it.' },
    AFFECTED: { description: 'It is touched by it.' },
  },
});

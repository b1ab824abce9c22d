import { Field, Int, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';
import { ChildEntity, Column, Entity, ForeignKey, TableInheritance } from 'typeorm';
import { typeNames } from '../../platform/read/type-names';
import { DomainRecord } from '../record/record.entity';

@InterfaceType({
  implements: DomainRecord,
  description: 'Whoever acts: a state, an organization, a person or a group.',
  resolveType: typeNames,
})
@Entity('actor')
@TableInheritance({ column: { name: 'kind', type: 'text' } })
export abstract class Actor extends DomainRecord {
  /** The name to show, chosen from names that whoever sees the record sees too. */
  @Column({ type: 'text' })
  label: string;

  @Field(() => String, { nullable: true, description: 'The Wikidata id. Example: `Q846`.' })
  @Column({ type: 'text', nullable: true })
  wikidataId: string | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey('actor')
  parentId: string | null;
}

@ObjectType({ implements: Actor, description: 'A state.' })
@ChildEntity('STATE')
export class State extends Actor {
  @Field(() => String, {
    nullable: true,
    description: 'ISO 3166-1 alpha-2; null where there is none, as for former states. Example: `QA`.',
  })
  @Column({ type: 'text', nullable: true })
  iso2: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-3. Example: `QAT`.' })
  @Column({ type: 'text', nullable: true })
  iso3: string | null;

  @Field(() => String, { nullable: true, description: 'UN M49 region. Example: `145`, Western Asia.' })
  @Column({ type: 'text', nullable: true })
  region: string | null;
}

@ObjectType({
  implements: Actor,
  description: 'A government, ministry, embassy, international organization, medium, armed group or company.',
})
@ChildEntity('ORGANIZATION')
export class Organization extends Actor {
  @Field(() => OrganizationKind, { nullable: true, description: 'What sort; null if no source says.' })
  @Column({ type: 'text', nullable: true })
  orgKind: OrganizationKind | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey('actor')
  stateId: string | null;

  @Column({ type: 'uuid', nullable: true })
  @ForeignKey('actor')
  seatStateId: string | null;

  @Field(() => String, { nullable: true, description: "An outlet's web domain. Example: `example.org`." })
  @Column({ type: 'text', nullable: true })
  domain: string | null;
}

@ObjectType({ implements: Actor, description: 'A person. Offices are tenures, never part of the name.' })
@ChildEntity('PERSON')
export class Person extends Actor {}

@ObjectType({
  implements: Actor,
  description: 'Several actors named as one. Example: "four Arab countries", three of them named.',
})
@ChildEntity('GROUP')
export class ActorGroup extends Actor {
  @Field(() => Int, { nullable: true, description: 'How many members the source says there are.' })
  @Column({ type: 'integer', nullable: true })
  statedSize: number | null;
}

export enum ActorKind {
  STATE = 'STATE',
  ORGANIZATION = 'ORGANIZATION',
  PERSON = 'PERSON',
  GROUP = 'GROUP',
}

registerEnumType(ActorKind, {
  name: 'ActorKind',
  description: 'The four types of actor.',
  valuesConfig: {
    STATE: { description: 'A State.' },
    ORGANIZATION: { description: 'An Organization.' },
    PERSON: { description: 'A Person.' },
    GROUP: { description: 'An ActorGroup.' },
  },
});

export enum OrganizationKind {
  GOVERNMENT = 'GOVERNMENT',
  MINISTRY = 'MINISTRY',
  EMBASSY = 'EMBASSY',
  IGO = 'IGO',
  NGO = 'NGO',
  MEDIA = 'MEDIA',
  ARMED_GROUP = 'ARMED_GROUP',
  COMPANY = 'COMPANY',
  OTHER = 'OTHER',
}

registerEnumType(OrganizationKind, {
  name: 'OrganizationKind',
  description: 'Sorts of organization.',
  valuesConfig: {
    GOVERNMENT: { description: 'A government or cabinet.' },
    MINISTRY: { description: 'A ministry.' },
    EMBASSY: { description: 'An embassy.' },
    IGO: { description: 'An intergovernmental organization.' },
    NGO: { description: 'A non-governmental organization.' },
    MEDIA: { description: 'An outlet or agency.' },
    ARMED_GROUP: { description: 'A non-state armed group.' },
    COMPANY: { description: 'A company.' },
    OTHER: { description: 'Anything else.' },
  },
});

import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, ForeignKey } from 'typeorm';
import { FuzzyDate } from '../../platform/fuzzy-date/fuzzy-date';
import { Part } from '../record/record.entity';

@ObjectType({ implements: Part, description: 'A member of a group, for a time.' })
@Entity('group_member')
export class GroupMember extends Part {
  @Column({ type: 'uuid' })
  @ForeignKey('actor')
  actorId: string;

  @Field(() => GroupRole, { nullable: true, description: 'Its role; null if not said.' })
  @Column({ type: 'text', nullable: true })
  role: GroupRole | null;

  @Field(() => FuzzyDate, { nullable: true, description: 'Since when and until when.' })
  @Column(() => FuzzyDate, { prefix: 'interval' })
  interval: FuzzyDate | null;
}

export enum GroupRole {
  LEADER = 'LEADER',
  MEMBER = 'MEMBER',
}

registerEnumType(GroupRole, {
  name: 'GroupRole',
  description: 'Roles in a group.',
  valuesConfig: {
    LEADER: { description: 'It leads.' },
    MEMBER: { description: 'It belongs.' },
  },
});

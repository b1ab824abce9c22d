import { Arg, Args, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Services } from '../../app/context';
import { type Page, PageArgs } from '../../platform/read/page';
import { Using } from '../../platform/read/using';
import { CalendarDate } from '../../platform/scalars';
import { Affiliation, Reliability } from '../record/evidence.entity';
import { Actor, ActorGroup, Organization, Person, State } from './actor.entity';
import { GroupMember } from './group-member.entity';
import { OutletAssessment } from './outlet-assessment.entity';
import { Position } from './position.entity';
import type { Tenure } from './tenure.entity';
import { TenureConnection } from './tenure.resolver';

@Resolver(() => State)
export class StateResolver {
  @FieldResolver(() => [Position], {
    description: 'Offices of the state and its organizations, the highest first (at most 300).',
  })
  positions(@Root() state: State, @Using() { positions }: Services): Promise<Position[]> {
    return positions.ofState(state);
  }
}

@Resolver(() => Organization)
export class OrganizationResolver {
  @FieldResolver(() => State, {
    nullable: true,
    description: 'The state it belongs to; of an embassy the sending one.',
  })
  state(@Root() organization: Organization, @Using() { reader }: Services): Promise<State | null> {
    return reader.one(State, organization.stateId);
  }

  @FieldResolver(() => State, { nullable: true, description: 'Where an embassy sits.' })
  seatState(@Root() organization: Organization, @Using() { reader }: Services): Promise<State | null> {
    return reader.one(State, organization.seatStateId);
  }

  @FieldResolver(() => [Position], { description: 'Its offices, the highest first (at most 300).' })
  positions(@Root() organization: Organization, @Using() { positions }: Services): Promise<Position[]> {
    return positions.ofOrganization(organization);
  }

  @FieldResolver(() => Reliability, {
    nullable: true,
    description: 'The grade as an outlet on a day; null if never graded.',
  })
  reliability(
    @Root() outlet: Organization,
    @Arg('on', () => CalendarDate, { nullable: true, description: 'Absent: today.' }) on: string | null,
    @Using() { assessments }: Services,
  ): Promise<Reliability | null> {
    return assessments.reliability(outlet, on);
  }

  @FieldResolver(() => Affiliation, {
    nullable: true,
    description: 'Whose outlet it is on a day; null if no source says.',
  })
  affiliation(
    @Root() outlet: Organization,
    @Arg('on', () => CalendarDate, { nullable: true, description: 'Absent: today.' }) on: string | null,
    @Using() { assessments }: Services,
  ): Promise<Affiliation | null> {
    return assessments.affiliation(outlet, on);
  }

  @FieldResolver(() => [OutletAssessment], {
    description: 'All grades and affiliations, the latest first (at most 100).',
  })
  assessments(@Root() outlet: Organization, @Using() { assessments }: Services): Promise<OutletAssessment[]> {
    return assessments.all(outlet);
  }
}

@Resolver(() => Person)
export class PersonResolver {
  @FieldResolver(() => TenureConnection, { description: 'Offices held, the latest first.' })
  tenures(
    @Root() person: Person,
    @Arg('on', () => CalendarDate, { nullable: true, description: 'Only those that may cover this day.' }) on:
      | string
      | null,
    @Args(() => PageArgs) args: PageArgs,
    @Using() { tenures }: Services,
  ): Page<Tenure> {
    return tenures.ofPerson(person, on, args);
  }
}

@Resolver(() => ActorGroup)
export class ActorGroupResolver {
  @FieldResolver(() => [GroupMember], { description: 'The members that are known (at most 300).' })
  members(@Root() group: ActorGroup, @Using() { reader }: Services): Promise<GroupMember[]> {
    return reader.parts(GroupMember, group.id);
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      'Whether they are as many as stated, and none is said to be missing; null if no size is stated.',
  })
  isComplete(@Root() group: ActorGroup, @Using() { members }: Services): Promise<boolean | null> {
    return members.isComplete(group);
  }
}

@Resolver(() => GroupMember)
export class GroupMemberResolver {
  @FieldResolver(() => ActorGroup, { description: 'The group.' })
  group(@Root() member: GroupMember, @Using() { reader }: Services): Promise<ActorGroup | null> {
    return reader.one(ActorGroup, member.recordId);
  }

  @FieldResolver(() => Actor, { nullable: true, description: 'The member.' })
  actor(@Root() member: GroupMember, @Using() { reader }: Services): Promise<Actor | null> {
    return reader.one(Actor, member.actorId);
  }
}

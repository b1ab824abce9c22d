import { Field, ID, InputType, Int } from 'type-graphql';
import { FuzzyDateInput } from '../../platform/fuzzy-date/fuzzy-date';
import { DateTime } from '../../platform/scalars';
import { ClaimInput } from '../record/evidence.input';
import { NameInput } from '../record/name.input';
import { Marking } from '../record/record.entity';
import { ActorRef } from '../record/reference.input';
import { ActorKind, OrganizationKind } from './actor.entity';
import { GroupRole } from './group-member.entity';
import { TenureInput } from './tenure.input';

@InputType({ description: 'Which actors.' })
export class ActorFilter {
  @Field(() => [ActorKind], { nullable: true, description: 'Of these kinds.' })
  kind?: ActorKind[] | null;

  @Field(() => String, { nullable: true, description: 'With a name like this one; spellings are folded.' })
  name?: string | null;

  @Field(() => [OrganizationKind], { nullable: true, description: 'Organizations of these sorts.' })
  orgKind?: OrganizationKind[] | null;

  @Field(() => [ActorRef], { nullable: true, description: 'Organizations of these states.' })
  state?: string[] | null;

  @Field(() => [ActorRef], { nullable: true, description: 'Below these.' })
  parent?: string[] | null;

  @Field(() => DateTime, { nullable: true, description: 'Changed after this instant.' })
  changedSince?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Only withdrawn ones, or only those that stand.',
  })
  isRetracted?: boolean | null;
}

@InputType({ description: 'An actor. Fields that do not fit its kind are refused.' })
export class ActorInput {
  @Field(() => ActorKind, { nullable: true, description: 'Needed when recording; cannot change.' })
  kind?: ActorKind | null;

  @Field(() => [NameInput], { nullable: true, description: 'Its names; at least one when recording.' })
  names?: NameInput[] | null;

  @Field(() => String, { nullable: true, description: 'The Wikidata id.' })
  wikidataId?: string | null;

  @Field(() => ActorRef, { nullable: true, description: 'What it belongs to.' })
  parent?: string | null;

  @Field(() => String, { nullable: true, description: 'Of a state: ISO 3166-1 alpha-2.' })
  iso2?: string | null;

  @Field(() => String, { nullable: true, description: 'Of a state: ISO 3166-1 alpha-3.' })
  iso3?: string | null;

  @Field(() => String, { nullable: true, description: 'Of a state: UN M49 region.' })
  region?: string | null;

  @Field(() => OrganizationKind, { nullable: true, description: 'Of an organization: what sort.' })
  orgKind?: OrganizationKind | null;

  @Field(() => ActorRef, { nullable: true, description: 'Of an organization: whose it is.' })
  state?: string | null;

  @Field(() => ActorRef, { nullable: true, description: 'Of an embassy: where it sits.' })
  seatState?: string | null;

  @Field(() => String, { nullable: true, description: 'Of an outlet: its web domain.' })
  domain?: string | null;

  @Field(() => Int, { nullable: true, description: 'Of a group: how many there are said to be.' })
  statedSize?: number | null;

  @Field(() => [GroupMemberInput], { nullable: true, description: 'Of a group: the members known.' })
  members?: GroupMemberInput[] | null;

  @Field(() => [TenureInput], { nullable: true, description: 'Of a person: the offices held.' })
  tenures?: TenureInput[] | null;

  @Field(() => Marking, { nullable: true, description: 'With whom it may be shared. Absent: CLEAR.' })
  marking?: Marking | null;

  @Field(() => [ClaimInput], { nullable: true, description: 'What supports it.' })
  evidence?: ClaimInput[] | null;
}

@InputType({ description: 'A member of a group.' })
export class GroupMemberInput {
  @Field(() => ID, { nullable: true, description: 'Of one that is kept.' })
  id?: string | null;

  @Field(() => ActorRef, { description: 'The member.' })
  actor: string;

  @Field(() => GroupRole, { nullable: true, description: 'Its role.' })
  role?: GroupRole | null;

  @Field(() => FuzzyDateInput, { nullable: true, description: 'Since when and until when.' })
  interval?: FuzzyDateInput | null;
}

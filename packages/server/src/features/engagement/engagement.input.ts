import { Field, ID, InputType, Int } from 'type-graphql';
import { FuzzyDateInput } from '../../platform/fuzzy-date/fuzzy-date';
import { Level } from '../actor/position.entity';
import { ClaimInput } from '../record/evidence.input';
import { NameInput } from '../record/name.input';
import { Marking, RowNumber } from '../record/record.entity';
import { ActorRef, TopicRef } from '../record/reference.input';
import { Centrality, Treatment } from './agenda-item.entity';
import { EngagementKind, EngagementMode, EngagementStatus } from './engagement.entity';
import { CodeScheme } from './engagement-code.entity';
import { EngagementLinkKind } from './engagement-link.entity';
import { ParticipationRole } from './participation.entity';

@InputType({ description: 'An engagement.' })
export class EngagementInput {
  @Field(() => EngagementKind, { nullable: true, description: 'Needed when recording.' })
  kind?: EngagementKind | null;

  @Field(() => EngagementStatus, { nullable: true, description: 'Needed when recording.' })
  status?: EngagementStatus | null;

  @Field(() => RowNumber, { nullable: true, description: 'Absent: ONE.' })
  number?: RowNumber | null;

  @Field(() => String, { nullable: true, description: 'Our title.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Our summary.' })
  summary?: string | null;

  @Field(() => FuzzyDateInput, { nullable: true, description: 'When.' })
  when?: FuzzyDateInput | null;

  @Field(() => ID, { nullable: true, description: 'Where.' })
  place?: string | null;

  @Field(() => String, { nullable: true, description: 'The venue, verbatim.' })
  venueText?: string | null;

  @Field(() => ActorRef, { nullable: true, description: 'Whose premises.' })
  venueOrganization?: string | null;

  @Field(() => EngagementMode, { nullable: true, description: 'How they met.' })
  mode?: EngagementMode | null;

  @Field(() => String, { nullable: true, description: 'The series.' })
  series?: string | null;

  @Field(() => Int, { nullable: true, description: 'Its number in the series.' })
  edition?: number | null;

  @Field(() => ID, { nullable: true, description: 'What it is part of.' })
  parent?: string | null;

  @Field(() => Int, { nullable: true, description: 'Its place in the parent.' })
  sequence?: number | null;

  @Field(() => [ParticipationInput], { nullable: true, description: 'Who took part, invited or sent.' })
  participations?: ParticipationInput[] | null;

  @Field(() => [AgendaItemInput], { nullable: true, description: 'What was on the agenda.' })
  agenda?: AgendaItemInput[] | null;

  @Field(() => [EngagementLinkInput], { nullable: true, description: 'Links to others.' })
  links?: EngagementLinkInput[] | null;

  @Field(() => [NameInput], { nullable: true, description: 'Names of it, such as of an exhibition.' })
  names?: NameInput[] | null;

  @Field(() => [CodeInput], { nullable: true, description: 'Codes of event vocabularies.' })
  codes?: CodeInput[] | null;

  @Field(() => Marking, {
    nullable: true,
    description: 'With whom it may be shared. Absent: that of its strictest evidence.',
  })
  marking?: Marking | null;

  @Field(() => [ClaimInput], { nullable: true, description: 'What supports it and its parts.' })
  evidence?: ClaimInput[] | null;
}

@InputType({ description: 'A participation: an actor, a tenure or a descriptor.' })
export class ParticipationInput {
  @Field(() => ID, { nullable: true, description: 'Of one that is kept.' })
  id?: string | null;

  @Field(() => ParticipationRole, {
    defaultValue: ParticipationRole.PARTICIPANT,
    description: 'In what role.',
  })
  role?: ParticipationRole;

  @Field(() => ActorRef, { nullable: true, description: 'Who.' })
  actor?: string | null;

  @Field(() => String, { nullable: true, description: 'The wording, if unnamed.' })
  descriptor?: string | null;

  @Field(() => RowNumber, { nullable: true, description: 'Absent: ONE.' })
  number?: RowNumber | null;

  @Field(() => ID, { nullable: true, description: 'The office held at the time; gives the actor.' })
  tenure?: string | null;

  @Field(() => ActorRef, { nullable: true, description: 'For which state, where no office says it.' })
  onBehalfOf?: string | null;

  @Field(() => Level, { nullable: true, description: 'The level, where no office says it.' })
  level?: Level | null;
}

@InputType({ description: 'A topic or an agreement.' })
export class AgendaItemInput {
  @Field(() => ID, { nullable: true, description: 'Of one that is kept.' })
  id?: string | null;

  @Field(() => TopicRef, { nullable: true, description: 'The topic, or' })
  topic?: string | null;

  @Field(() => ID, { nullable: true, description: 'the agreement.' })
  agreement?: string | null;

  @Field(() => Centrality, { nullable: true, description: 'How central.' })
  centrality?: Centrality | null;

  @Field(() => [Treatment], { nullable: true, description: 'What was done with it.' })
  treatments?: Treatment[] | null;
}

@InputType({ description: 'A link to another engagement.' })
export class EngagementLinkInput {
  @Field(() => ID, { nullable: true, description: 'Of one that is kept.' })
  id?: string | null;

  @Field(() => ID, { description: 'To which.' })
  to: string;

  @Field(() => EngagementLinkKind, { description: 'How this one stands to it.' })
  kind: EngagementLinkKind;
}

@InputType({ description: 'A code.' })
export class CodeInput {
  @Field(() => CodeScheme, { description: 'The vocabulary.' })
  scheme: CodeScheme;

  @Field(() => String, { description: 'The code.' })
  code: string;

  @Field(() => String, { description: 'The edition.' })
  version: string;
}

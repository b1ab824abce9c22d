import { Field, ID, InputType } from 'type-graphql';
import { FuzzyDateInput } from '../../platform/fuzzy-date/fuzzy-date';
import { ClaimInput } from '../record/evidence.input';
import { NameInput } from '../record/name.input';
import { Marking, RowNumber } from '../record/record.entity';
import { ActorRef, TopicRef } from '../record/reference.input';
import { AgreementForm, Ambit, ConsentMode } from './agreement.entity';
import { AgreementActionKind } from './agreement-action.entity';
import { CommitmentAct } from './commitment.entity';
import { ImplementationStatus } from './implementation-report.entity';

@InputType({ description: 'An agreement.' })
export class AgreementInput {
  @Field(() => String, { nullable: true, description: 'The title or working title.' })
  title?: string | null;

  @Field(() => RowNumber, { nullable: true, description: 'Absent: ONE.' })
  number?: RowNumber | null;

  @Field(() => AgreementForm, { nullable: true, description: 'Its form.' })
  form?: AgreementForm | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether binding in law.' })
  isBinding?: boolean | null;

  @Field(() => Ambit, { nullable: true, description: 'How many sides.' })
  ambit?: Ambit | null;

  @Field(() => ConsentMode, { nullable: true, description: 'How consent is given.' })
  consentMode?: ConsentMode | null;

  @Field(() => [TopicRef], { nullable: true, description: 'What it is about.' })
  topics?: string[] | null;

  @Field(() => ActorRef, { nullable: true, description: 'Who keeps the original.' })
  depositary?: string | null;

  @Field(() => [String], { nullable: true, description: 'Where it is registered.' })
  registrations?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'What it replaces.' })
  supersedes?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'What it changes.' })
  amends?: string[] | null;

  @Field(() => FuzzyDateInput, { nullable: true, description: 'When it is expected.' })
  expectedBy?: FuzzyDateInput | null;

  @Field(() => [AgreementPartyInput], {
    nullable: true,
    description: 'Its parties; at least one when recording.',
  })
  parties?: AgreementPartyInput[] | null;

  @Field(() => [AgreementActionInput], { nullable: true, description: 'First actions; only when recording.' })
  actions?: AgreementActionInput[] | null;

  @Field(() => [NameInput], { nullable: true, description: 'Other names of it.' })
  names?: NameInput[] | null;

  @Field(() => Marking, {
    nullable: true,
    description: 'With whom it may be shared. Absent: that of its strictest evidence.',
  })
  marking?: Marking | null;

  @Field(() => [ClaimInput], { nullable: true, description: 'What supports it and its parts.' })
  evidence?: ClaimInput[] | null;
}

@InputType({ description: 'A party.' })
export class AgreementPartyInput {
  @Field(() => ID, { nullable: true, description: 'Of one that is kept.' })
  id?: string | null;

  @Field(() => ActorRef, { description: 'Who.' })
  actor: string;

  @Field(() => String, { nullable: true, description: 'Its side.' })
  side?: string | null;

  @Field(() => [String], { nullable: true, description: 'Territories.' })
  appliesTo?: string[] | null;
}

@InputType({ description: 'An action.' })
export class AgreementActionInput {
  @Field(() => AgreementActionKind, { description: 'What was done.' })
  kind: AgreementActionKind;

  @Field(() => ActorRef, { nullable: true, description: 'By which party.' })
  party?: string | null;

  @Field(() => ID, { nullable: true, description: 'The tenure of the signer.' })
  by?: string | null;

  @Field(() => FuzzyDateInput, { nullable: true, description: 'When.' })
  on?: FuzzyDateInput | null;

  @Field(() => FuzzyDateInput, { nullable: true, description: 'From when it has effect.' })
  effectiveOn?: FuzzyDateInput | null;

  @Field(() => ID, { nullable: true, description: 'Where it happened.' })
  engagement?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The text of a reservation, declaration or objection.',
  })
  text?: string | null;

  @Field(() => [ClaimInput], { nullable: true, description: 'What supports it.' })
  evidence?: ClaimInput[] | null;
}

@InputType({ description: 'A promise, made at an engagement or in an agreement, exactly one.' })
export class CommitmentInput {
  @Field(() => ID, { nullable: true, description: 'The engagement.' })
  engagement?: string | null;

  @Field(() => ID, { nullable: true, description: 'The agreement.' })
  agreement?: string | null;

  @Field(() => [ActorRef], { description: 'Who promised.' })
  parties: string[];

  @Field(() => CommitmentAct, { defaultValue: CommitmentAct.MADE, description: 'Made anew, or reaffirmed.' })
  act?: CommitmentAct;

  @Field(() => String, { description: 'What, in our words.' })
  statement: string;

  @Field(() => TopicRef, { nullable: true, description: 'What it is about.' })
  topic?: string | null;

  @Field(() => FuzzyDateInput, { nullable: true, description: 'By when.' })
  due?: FuzzyDateInput | null;

  @Field(() => [ClaimInput], { nullable: true, description: 'What supports it.' })
  evidence?: ClaimInput[] | null;
}

@InputType({ description: 'A report on a commitment or an agreement, exactly one.' })
export class ImplementationReportInput {
  @Field(() => ID, { nullable: true, description: 'The commitment.' })
  commitment?: string | null;

  @Field(() => ID, { nullable: true, description: 'The agreement.' })
  agreement?: string | null;

  @Field(() => ImplementationStatus, { description: 'How far.' })
  status: ImplementationStatus;

  @Field(() => FuzzyDateInput, { nullable: true, description: 'The period.' })
  period?: FuzzyDateInput | null;

  @Field(() => [ClaimInput], { nullable: true, description: 'What supports it.' })
  evidence?: ClaimInput[] | null;
}

import { Arg, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Services } from '../../app/context';
import { Using } from '../../platform/read/using';
import { CalendarDate } from '../../platform/scalars';
import { Actor } from '../actor/actor.entity';
import { Tenure } from '../actor/tenure.entity';
import { Engagement } from '../engagement/engagement.entity';
import { Agreement, AgreementStatus } from './agreement.entity';
import { AgreementAction } from './agreement-action.entity';
import { AgreementParty, PartyStatus } from './agreement-party.entity';

@Resolver(() => AgreementParty)
export class AgreementPartyResolver {
  @FieldResolver(() => Agreement, { description: 'To which agreement.' })
  agreement(@Root() party: AgreementParty, @Using() { reader }: Services): Promise<Agreement | null> {
    return reader.one(Agreement, party.recordId);
  }

  @FieldResolver(() => Actor, { nullable: true, description: 'Who.' })
  actor(@Root() party: AgreementParty, @Using() { reader }: Services): Promise<Actor | null> {
    return reader.one(Actor, party.actorId);
  }

  @FieldResolver(() => PartyStatus, { description: 'Derived from its actions.' })
  status(
    @Root() party: AgreementParty,
    @Arg('on', () => CalendarDate, { nullable: true, description: 'Absent: today.' }) on: string | null,
    @Using() { agreementParties }: Services,
  ): Promise<PartyStatus> {
    return agreementParties.status(party, on);
  }

  @FieldResolver(() => Boolean, { description: 'Whether it signed.' })
  hasSigned(@Root() party: AgreementParty, @Using() { agreementParties }: Services): Promise<boolean> {
    return agreementParties.hasSigned(party);
  }

  @FieldResolver(() => AgreementAction, { nullable: true, description: 'How it consented to be bound.' })
  consent(
    @Root() party: AgreementParty,
    @Using() { agreementParties }: Services,
  ): Promise<AgreementAction | null> {
    return agreementParties.consent(party);
  }

  @FieldResolver(() => Boolean, { description: 'Whether it made a reservation.' })
  hasReservation(@Root() party: AgreementParty, @Using() { agreementParties }: Services): Promise<boolean> {
    return agreementParties.hasReservation(party);
  }

  @FieldResolver(() => [AgreementAction], { description: 'What it did (at most 50).' })
  actions(
    @Root() party: AgreementParty,
    @Using() { agreementParties }: Services,
  ): Promise<AgreementAction[]> {
    return agreementParties.actions(party);
  }
}

@Resolver(() => AgreementAction)
export class AgreementActionResolver {
  @FieldResolver(() => Agreement, { description: 'About which one.' })
  agreement(@Root() action: AgreementAction, @Using() { reader }: Services): Promise<Agreement | null> {
    return reader.one(Agreement, action.recordId);
  }

  @FieldResolver(() => Actor, { nullable: true, description: 'By which party; null if by all or by none.' })
  party(@Root() action: AgreementAction, @Using() { reader }: Services): Promise<Actor | null> {
    return reader.one(Actor, action.partyId);
  }

  @FieldResolver(() => Tenure, { nullable: true, description: 'The office and person who signed.' })
  by(@Root() action: AgreementAction, @Using() { reader }: Services): Promise<Tenure | null> {
    return reader.one(Tenure, action.byId);
  }

  @FieldResolver(() => Engagement, { nullable: true, description: 'Where it happened.' })
  engagement(@Root() action: AgreementAction, @Using() { reader }: Services): Promise<Engagement | null> {
    return reader.one(Engagement, action.engagementId);
  }

  @FieldResolver(() => AgreementStatus, {
    description: 'The status of the agreement from then on, derived.',
  })
  statusAfter(@Root() action: AgreementAction, @Using() { agreements }: Services): Promise<AgreementStatus> {
    return agreements.statusAfter(action);
  }
}

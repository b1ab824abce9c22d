import { Arg, Args, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Services } from '../../app/context';
import { connectionOf } from '../../platform/read/connection';
import { type Page, PageArgs } from '../../platform/read/page';
import { Using } from '../../platform/read/using';
import { AmendArgs, RecordArgs } from '../record/command-args.input';
import { Agreement } from './agreement.entity';
import { AgreementActionInput, AgreementInput } from './agreement.input';
import { AgreementAction } from './agreement-action.entity';
import { AgreementFilter, AgreementOrder, AgreementPartyFilter } from './agreement-filter.input';
import { AgreementParty } from './agreement-party.entity';

export const AgreementConnection = connectionOf('Agreement', () => Agreement, 'agreements');
export const AgreementPartyConnection = connectionOf('AgreementParty', () => AgreementParty, 'parties');
export const AgreementActionConnection = connectionOf('AgreementAction', () => AgreementAction, 'actions');

@Resolver(() => Agreement)
export class AgreementResolver {
  @Query(() => Agreement, { nullable: true, description: 'One agreement.' })
  agreement(
    @Arg('id', () => ID, { description: 'Begins with `agreement_`.' }) id: string,
    @Using() { agreements }: Services,
  ): Promise<Agreement | null> {
    return agreements.byId(id);
  }

  @Query(() => AgreementConnection, {
    description:
      'Agreements of every form, from anticipated to terminated. Example: `agreements(filter: {inForceOn: "2021-03-15"}) { totalCount }`.',
  })
  agreements(
    @Arg('filter', () => AgreementFilter, { nullable: true, description: 'Which ones. Absent: all.' })
    filter: AgreementFilter | null,
    @Arg('orderBy', () => AgreementOrder, {
      nullable: true,
      defaultValue: AgreementOrder.NEWEST,
      description: 'In which order.',
    })
    orderBy: AgreementOrder | null,
    @Args(() => PageArgs) args: PageArgs,
    @Using() { agreements }: Services,
  ): Promise<Page<Agreement>> {
    return agreements.page(filter, orderBy, args);
  }

  @Query(() => AgreementPartyConnection, {
    description: 'Parties across agreements: who ratified with a reservation, who acceded without signing.',
  })
  agreementParties(
    @Arg('filter', () => AgreementPartyFilter, { nullable: true, description: 'Which ones. Absent: all.' })
    filter: AgreementPartyFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Using() { agreementParties }: Services,
  ): Promise<Page<AgreementParty>> {
    return agreementParties.page(filter, args);
  }

  @Mutation(() => Agreement, {
    nullable: true,
    description: 'Records an agreement, signed or only anticipated, with parties and first actions.',
  })
  async recordAgreement(
    @Arg('input', () => AgreementInput, { description: 'What to record.' }) input: AgreementInput,
    @Args(() => RecordArgs) { idempotencyKey }: RecordArgs,
    @Using() { recording, reader }: Services,
  ): Promise<Agreement | null> {
    return reader.one(Agreement, await recording.agreements.record(input, idempotencyKey));
  }

  @Mutation(() => Agreement, {
    nullable: true,
    description: 'Changes an agreement. Its status cannot be set: record an action.',
  })
  async amendAgreement(
    @Args(() => AmendArgs) args: AmendArgs,
    @Arg('input', () => AgreementInput, { description: 'What changes.' }) input: AgreementInput,
    @Using() { recording, reader }: Services,
  ): Promise<Agreement | null> {
    return reader.one(Agreement, await recording.agreements.amend(args, input));
  }

  @Mutation(() => AgreementAction, {
    nullable: true,
    description: 'Records an action; the status is computed anew. May arrive late or out of order.',
  })
  async recordAgreementAction(
    @Arg('agreement', () => ID, { description: 'Which one.' }) agreement: string,
    @Arg('input', () => AgreementActionInput, { description: 'What was done.' }) input: AgreementActionInput,
    @Args(() => RecordArgs) { idempotencyKey }: RecordArgs,
    @Using() { recording, reader }: Services,
  ): Promise<AgreementAction | null> {
    const action = await recording.agreements.recordAction(agreement, input, idempotencyKey);
    return reader.one(AgreementAction, action);
  }

  @FieldResolver(() => [AgreementParty], { description: 'Its parties (at most 300).' })
  parties(@Root() agreement: Agreement, @Using() { reader }: Services): Promise<AgreementParty[]> {
    return reader.parts(AgreementParty, agreement.id);
  }
}

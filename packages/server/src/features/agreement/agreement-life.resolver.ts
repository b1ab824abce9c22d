import { Arg, Args, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Services } from '../../app/context';
import { FuzzyDate } from '../../platform/fuzzy-date/fuzzy-date';
import { type Page, PageArgs } from '../../platform/read/page';
import { Using } from '../../platform/read/using';
import { CalendarDate } from '../../platform/scalars';
import { DayRange } from '../record/day-range.entity';
import { Agreement, AgreementStatus, Milestone } from './agreement.entity';
import { AgreementActionConnection } from './agreement.resolver';
import { type AgreementAction, AgreementActionKind } from './agreement-action.entity';

/** What became of an agreement, and when. */
@Resolver(() => Agreement)
export class AgreementLifeResolver {
  @FieldResolver(() => AgreementStatus, { description: 'Derived from its actions.' })
  status(
    @Root() agreement: Agreement,
    @Arg('on', () => CalendarDate, {
      nullable: true,
      description: 'On that day, by what we know now. Absent: today.',
    })
    on: string | null,
    @Using() { agreements }: Services,
  ): Promise<AgreementStatus> {
    return agreements.status(agreement, on);
  }

  @FieldResolver(() => AgreementActionConnection, {
    description: 'What was done about it, the earliest first.',
  })
  actions(
    @Root() agreement: Agreement,
    @Arg('kind', () => [AgreementActionKind], { nullable: true, description: 'Of these kinds. Absent: all.' })
    kind: AgreementActionKind[] | null | undefined,
    @Args(() => PageArgs) args: PageArgs,
    @Using() { agreements }: Services,
  ): Page<AgreementAction> {
    return agreements.actions(agreement, kind, args);
  }

  @FieldResolver(() => FuzzyDate, {
    nullable: true,
    description: 'When it reached a milestone; null if it did not.',
  })
  milestone(
    @Root() agreement: Agreement,
    @Arg('of', () => Milestone, { description: 'Which one.' }) of: Milestone,
    @Using() { agreements }: Services,
  ): Promise<FuzzyDate | null> {
    return agreements.milestone(agreement, of);
  }

  @FieldResolver(() => DayRange, {
    nullable: true,
    description: 'How long from one milestone to another; null if one was not reached.',
  })
  lag(
    @Root() agreement: Agreement,
    @Arg('from', () => Milestone, { description: 'The earlier one.' }) from: Milestone,
    @Arg('to', () => Milestone, { description: 'The later one.' }) to: Milestone,
    @Using() { agreements }: Services,
  ): Promise<DayRange | null> {
    return agreements.lag(agreement, from, to);
  }
}

import { Arg, Args, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Services } from '../../app/context';
import { type Page, PageArgs } from '../../platform/read/page';
import { Using } from '../../platform/read/using';
import { Actor } from '../actor/actor.entity';
import { AgendaItem } from '../engagement/agenda-item.entity';
import { Engagement } from '../engagement/engagement.entity';
import { Agreement } from './agreement.entity';
import { AgreementConnection } from './agreement.resolver';
import { AgreementFilter, AgreementOrder } from './agreement-filter.input';
import { Commitment } from './commitment.entity';

/** Adds to engagements what was agreed there, so that they need not know agreements exist. */
@Resolver(() => Engagement)
export class EngagementAgreementsResolver {
  @FieldResolver(() => AgreementConnection, { description: 'Agreements on its agenda, or acted on there.' })
  agreements(
    @Root() engagement: Engagement,
    @Args(() => PageArgs) args: PageArgs,
    @Using() { agreements }: Services,
  ): Promise<Page<Agreement>> {
    return agreements.page(null, null, args, agreements.dealtWithAt(engagement.id));
  }

  @FieldResolver(() => [Commitment], { description: 'What was promised there (at most 50).' })
  commitments(@Root() engagement: Engagement, @Using() { reader }: Services): Promise<Commitment[]> {
    return reader.parts(Commitment, engagement.id);
  }
}

@Resolver(() => AgendaItem)
export class AgendaItemAgreementResolver {
  @FieldResolver(() => Agreement, { nullable: true, description: 'the agreement.' })
  agreement(@Root() item: AgendaItem, @Using() { reader }: Services): Promise<Agreement | null> {
    return reader.one(Agreement, item.agreementId);
  }
}

@Resolver(() => Actor)
export class ActorAgreementsResolver {
  @FieldResolver(() => AgreementConnection, { description: 'Agreements to which it is a party.' })
  agreements(
    @Root() actor: Actor,
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
    return agreements.page(filter, orderBy, args, agreements.ofParty(actor.id));
  }
}

import { Args, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Services } from '../../app/context';
import { type Page, PageArgs } from '../../platform/read/page';
import { Using } from '../../platform/read/using';
import { Actor } from '../actor/actor.entity';
import type { Engagement } from '../engagement/engagement.entity';
import { EngagementConnection } from '../engagement/engagement.resolver';
import { Topic } from '../topic/topic.entity';
import { Agreement } from './agreement.entity';
import { Commitment } from './commitment.entity';
import { ImplementationReport } from './implementation-report.entity';

/** What an agreement is tied to. */
@Resolver(() => Agreement)
export class AgreementTiesResolver {
  @FieldResolver(() => [Topic], { description: 'What it is about (at most 50).' })
  topics(@Root() agreement: Agreement, @Using() { agreements }: Services): Promise<Topic[]> {
    return agreements.topics(agreement);
  }

  @FieldResolver(() => Actor, { nullable: true, description: 'Who keeps the original.' })
  depositary(@Root() agreement: Agreement, @Using() { reader }: Services): Promise<Actor | null> {
    return reader.one(Actor, agreement.depositaryId);
  }

  @FieldResolver(() => [Agreement], { description: 'What it replaces (at most 50).' })
  supersedes(@Root() agreement: Agreement, @Using() { agreements }: Services): Promise<Agreement[]> {
    return agreements.succeeding(agreement, 'SUPERSEDES');
  }

  @FieldResolver(() => [Agreement], { description: 'What replaces it (at most 50).' })
  supersededBy(@Root() agreement: Agreement, @Using() { agreements }: Services): Promise<Agreement[]> {
    return agreements.succeededBy(agreement, 'SUPERSEDES');
  }

  @FieldResolver(() => [Agreement], { description: 'What it changes (at most 50).' })
  amends(@Root() agreement: Agreement, @Using() { agreements }: Services): Promise<Agreement[]> {
    return agreements.succeeding(agreement, 'AMENDS');
  }

  @FieldResolver(() => [Agreement], { description: 'What changes it (at most 50).' })
  amendedBy(@Root() agreement: Agreement, @Using() { agreements }: Services): Promise<Agreement[]> {
    return agreements.succeededBy(agreement, 'AMENDS');
  }

  @FieldResolver(() => EngagementConnection, { description: 'Where it was on the agenda or acted on.' })
  engagements(
    @Root() agreement: Agreement,
    @Args(() => PageArgs) args: PageArgs,
    @Using() { agreements, engagements }: Services,
  ): Promise<Page<Engagement>> {
    return engagements.page(null, null, args, agreements.engagementsOf(agreement));
  }

  @FieldResolver(() => [Commitment], { description: 'What it promises (at most 100).' })
  commitments(@Root() agreement: Agreement, @Using() { reader }: Services): Promise<Commitment[]> {
    return reader.parts(Commitment, agreement.id);
  }

  @FieldResolver(() => [ImplementationReport], {
    description: 'How far it was carried out, the latest first (at most 100).',
  })
  reports(@Root() agreement: Agreement, @Using() { commitments }: Services): Promise<ImplementationReport[]> {
    return commitments.reportsOn(agreement);
  }
}

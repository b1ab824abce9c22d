import { Arg, Args, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Services } from '../../app/context';
import { connectionOf } from '../../platform/read/connection';
import { type Page, PageArgs } from '../../platform/read/page';
import { Using } from '../../platform/read/using';
import { DomainRecord } from '../record/record.entity';
import { Identity, IdentityStatus } from './identity.entity';
import { IdentityFilter } from './identity.input';

export const IdentityConnection = connectionOf('Identity', () => Identity, 'pairs of records');

@Resolver(() => Identity)
export class IdentityResolver {
  @Query(() => IdentityConnection, {
    description: 'Pairs of records that may be, are, or are not the same, with reasons.',
  })
  identities(
    @Arg('filter', () => IdentityFilter, {
      nullable: true,
      description: 'Absent: undecided candidates.',
    })
    filter: IdentityFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Using() { identities }: Services,
  ): Page<Identity> {
    return identities.page(filter, args);
  }

  @FieldResolver(() => [DomainRecord], { description: 'The two, of one type.' })
  records(@Root() identity: Identity, @Using() { identities }: Services): Promise<DomainRecord[]> {
    return identities.recordsOf(identity);
  }

  @FieldResolver(() => [String], {
    description: 'Why, with the values (at most 20). Example: `overlapping dates: 2021-03~ and XXXX-03`.',
  })
  reasons(@Root() identity: Identity, @Using() { identities }: Services): string[] {
    return identities.reasonsOf(identity);
  }

  @Mutation(() => Identity, {
    nullable: true,
    description: 'Says that two records are the same (a merge), different (undoes one), or candidates.',
  })
  async decideIdentity(
    @Arg('records', () => [ID], { description: 'Two records of one type.' }) records: string[],
    @Arg('status', () => IdentityStatus, { description: 'The verdict.' }) status: IdentityStatus,
    @Arg('reason', () => String, { description: 'Why, 3 to 500 characters.' }) reason: string,
    @Arg('idempotencyKey', () => String, {
      nullable: true,
      description:
        'A repeat with this key within 24 hours gets the first answer; with other content, CONFLICT.',
    })
    key: string | null,
    @Using() { identities, recording }: Services,
  ): Promise<Identity | null> {
    return identities.byUuid(await recording.identities.decide(records, status, reason, key));
  }
}

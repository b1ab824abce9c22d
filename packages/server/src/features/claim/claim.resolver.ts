import { Arg, Args, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Services } from '../../app/context';
import { connectionOf } from '../../platform/read/connection';
import { type Page, PageArgs } from '../../platform/read/page';
import { Using } from '../../platform/read/using';
import { TargetRole } from '../record/claim-terms.entity';
import { AmendArgs, RecordArgs } from '../record/command-args.input';
import { ClaimInput } from '../record/evidence.input';
import { Passage } from '../source/passage.entity';
import { Source } from '../source/source.entity';
import { Attribution } from './attribution.entity';
import { Claim } from './claim.entity';
import { ClaimFilter, ClaimOrder } from './claim.input';
import { ClaimRelation } from './claim-relation.entity';
import { ClaimTarget } from './claim-target.entity';

export const ClaimConnection = connectionOf('Claim', () => Claim, 'claims');

@Resolver(() => Claim)
export class ClaimResolver {
  @Query(() => Claim, { nullable: true, description: 'One claim.' })
  claim(
    @Arg('id', () => ID, { description: 'Begins with `claim_`.' }) id: string,
    @Using() { claims }: Services,
  ): Promise<Claim | null> {
    return claims.byId(id);
  }

  @Query(() => ClaimConnection, {
    description:
      'What sources say. Example: `claims(filter: {predicate: OBSTACLE, topics: "security", isOpen: true}) { nodes { statement } }`.',
  })
  claims(
    @Arg('filter', () => ClaimFilter, { nullable: true, description: 'Which ones. Absent: all.' })
    filter: ClaimFilter | null,
    @Arg('orderBy', () => ClaimOrder, {
      nullable: true,
      defaultValue: ClaimOrder.NEWEST,
      description: 'In which order.',
    })
    orderBy: ClaimOrder | null,
    @Args(() => PageArgs) args: PageArgs,
    @Using() { claims }: Services,
  ): Promise<Page<Claim>> {
    return claims.page(filter, orderBy, args);
  }

  @Mutation(() => Claim, { nullable: true, description: 'Records a claim with its targets and passages.' })
  async recordClaim(
    @Arg('input', () => ClaimInput, { description: 'What is said, by whom, of what.' }) input: ClaimInput,
    @Args(() => RecordArgs) { idempotencyKey }: RecordArgs,
    @Using() { recording, reader }: Services,
  ): Promise<Claim | null> {
    return reader.one(Claim, await recording.claims.record(input, idempotencyKey));
  }

  @Mutation(() => Claim, { nullable: true, description: 'Changes a claim.' })
  async amendClaim(
    @Args(() => AmendArgs) args: AmendArgs,
    @Arg('input', () => ClaimInput, { description: 'What changes.' }) input: ClaimInput,
    @Using() { recording, reader }: Services,
  ): Promise<Claim | null> {
    return reader.one(Claim, await recording.claims.amend(args, input));
  }

  @FieldResolver(() => Source, {
    nullable: true,
    description: 'Where it is said; null for an inference of ours that rests on other claims.',
  })
  source(@Root() claim: Claim, @Using() { reader }: Services): Promise<Source | null> {
    return reader.one(Source, claim.sourceId);
  }

  @FieldResolver(() => [ClaimTarget], { description: 'What it is about, and in what role (at most 50).' })
  targets(
    @Root() claim: Claim,
    @Arg('role', () => [TargetRole], { nullable: true, description: 'Absent: all.' }) role:
      | TargetRole[]
      | null,
    @Using() { claims }: Services,
  ): Promise<ClaimTarget[]> {
    return claims.targets(claim, role);
  }

  @FieldResolver(() => [Passage], { description: 'Its ground in the source (at most 50).' })
  passages(@Root() claim: Claim, @Using() { claims }: Services): Promise<Passage[]> {
    return claims.passages(claim);
  }

  @FieldResolver(() => [Attribution], {
    description:
      "Who says it beyond the source, the nearest first; empty: the source's own voice (at most 20).",
  })
  attributions(@Root() claim: Claim, @Using() { claims }: Services): Promise<Attribution[]> {
    return claims.attributions(claim);
  }

  @FieldResolver(() => [ClaimRelation], {
    description: 'Its relations from and to other claims (at most 100).',
  })
  relations(@Root() claim: Claim, @Using() { claimRelations }: Services): Promise<ClaimRelation[]> {
    return claimRelations.of(claim);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether `valid` has not ended. An obstacle is open until then.',
  })
  isOpen(@Root() claim: Claim, @Using() { claims }: Services): boolean {
    return claims.isOpen(claim);
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      'Of an objective: stated by its holder or its organs (true), or ascribed (false); else null.',
  })
  isStated(@Root() claim: Claim, @Using() { claims }: Services): Promise<boolean | null> {
    return claims.isStated(claim);
  }
}

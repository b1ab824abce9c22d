import { Arg, Args, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Services } from '../../app/context';
import { connectionOf } from '../../platform/read/connection';
import { type Page, PageArgs } from '../../platform/read/page';
import { Using } from '../../platform/read/using';
import { Actor } from '../actor/actor.entity';
import { Tenure } from '../actor/tenure.entity';
import { RecordArgs } from '../record/command-args.input';
import { DayRange } from '../record/day-range.entity';
import { DomainRecord, Part } from '../record/record.entity';
import { Source } from '../source/source.entity';
import { Attribution } from './attribution.entity';
import { Claim } from './claim.entity';
import { ClaimRelationFilter, ClaimRelationInput } from './claim.input';
import { ClaimRelation } from './claim-relation.entity';
import { ClaimTarget } from './claim-target.entity';

export const ClaimRelationConnection = connectionOf('ClaimRelation', () => ClaimRelation, 'relations');

@Resolver(() => ClaimTarget)
export class ClaimTargetResolver {
  @FieldResolver(() => DomainRecord, { nullable: true, description: 'The record; null if only described.' })
  record(@Root() target: ClaimTarget, @Using() { records }: Services): Promise<DomainRecord | null> {
    return records.byId(target.targetId);
  }

  @FieldResolver(() => Part, { nullable: true, description: 'The part of it, if one.' })
  part(@Root() target: ClaimTarget, @Using() { claims }: Services): Promise<Part | null> {
    return claims.partOf(target);
  }
}

@Resolver(() => Attribution)
export class AttributionResolver {
  @FieldResolver(() => Actor, { nullable: true, description: 'Who; null if unnamed.' })
  speaker(@Root() attribution: Attribution, @Using() { reader }: Services): Promise<Actor | null> {
    return reader.one(Actor, attribution.speakerId);
  }

  @FieldResolver(() => Tenure, { nullable: true, description: 'The office in which it speaks.' })
  tenure(@Root() attribution: Attribution, @Using() { reader }: Services): Promise<Tenure | null> {
    return reader.one(Tenure, attribution.tenureId);
  }

  @FieldResolver(() => Source, {
    nullable: true,
    description: "The text referred to. Example: a ministry's statement, not held.",
  })
  referencedSource(@Root() attribution: Attribution, @Using() { reader }: Services): Promise<Source | null> {
    return reader.one(Source, attribution.referencedSourceId);
  }
}

@Resolver(() => ClaimRelation)
export class ClaimRelationResolver {
  @Query(() => ClaimRelationConnection, {
    description: 'Where claims support, contradict, correct, retract or reframe each other.',
  })
  claimRelations(
    @Arg('filter', () => ClaimRelationFilter, { nullable: true, description: 'Which ones. Absent: all.' })
    filter: ClaimRelationFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Using() { claimRelations }: Services,
  ): Promise<Page<ClaimRelation>> {
    return claimRelations.page(filter, args);
  }

  @Mutation(() => ClaimRelation, { nullable: true, description: 'States how one claim stands to another.' })
  async relateClaims(
    @Arg('input', () => ClaimRelationInput, { description: 'The two claims and how they stand.' })
    input: ClaimRelationInput,
    @Args(() => RecordArgs) { idempotencyKey }: RecordArgs,
    @Using() { recording, reader }: Services,
  ): Promise<ClaimRelation | null> {
    return reader.one(ClaimRelation, await recording.claims.relate(input, idempotencyKey));
  }

  @FieldResolver(() => Claim, { description: 'This claim' })
  from(@Root() relation: ClaimRelation, @Using() { reader }: Services): Promise<Claim | null> {
    return reader.one(Claim, relation.recordId);
  }

  @FieldResolver(() => Claim, { description: 'that one.' })
  to(@Root() relation: ClaimRelation, @Using() { reader }: Services): Promise<Claim | null> {
    return reader.one(Claim, relation.toId);
  }

  @FieldResolver(() => DayRange, {
    nullable: true,
    description: 'From the publication of the earlier to that of the later.',
  })
  delay(@Root() relation: ClaimRelation, @Using() { claimRelations }: Services): Promise<DayRange | null> {
    return claimRelations.delay(relation);
  }
}

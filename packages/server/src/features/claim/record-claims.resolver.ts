import { Arg, Args, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Services } from '../../app/context';
import { type Page, PageArgs } from '../../platform/read/page';
import { Using } from '../../platform/read/using';
import { Modality } from '../record/claim-terms.entity';
import { DomainRecord, Part } from '../record/record.entity';
import { Passage } from '../source/passage.entity';
import { Source } from '../source/source.entity';
import { Claim } from './claim.entity';
import { ClaimFilter, ClaimOrder } from './claim.input';
import { ClaimConnection } from './claim.resolver';
import { Absence, Origin, Reading } from './evidence-view.entity';

const WHICH = { nullable: true, description: 'Which ones. Absent: all.' };
const ORDER = { nullable: true, defaultValue: ClaimOrder.NEWEST, description: 'In which order.' };

/** Adds to every record what claims say of it. */
@Resolver(() => DomainRecord)
export class RecordClaimsResolver {
  @FieldResolver(() => [Absence], {
    description: 'Why fields of it are empty or lists short (at most 50). Other empty fields are unknown.',
  })
  absences(@Root() record: DomainRecord, @Using() { evidence }: Services): Promise<Absence[]> {
    return evidence.absences(record);
  }

  @FieldResolver(() => [Reading], {
    description: 'Values that claims give beside its fields: inferred, or of another source (at most 50).',
  })
  readings(@Root() record: DomainRecord, @Using() { evidence }: Services): Promise<Reading[]> {
    return evidence.readings(record);
  }

  @FieldResolver(() => Modality, {
    nullable: true,
    description:
      'How surely it, or one field, is said; null if no claim supports that. Of a claim: the force its last speaker gives it.',
  })
  modality(
    @Root() record: DomainRecord,
    @Arg('field', () => String, { nullable: true, description: 'Absent: the record as such.' }) field:
      | string
      | null,
    @Using() { evidence }: Services,
  ): Promise<Modality | null> {
    return evidence.modality(record, field);
  }

  @FieldResolver(() => ClaimConnection, {
    description: 'Claims that target it, its parts or its fields, in any role.',
  })
  claims(
    @Root() record: DomainRecord,
    @Arg('filter', () => ClaimFilter, WHICH) filter: ClaimFilter | null,
    @Arg('orderBy', () => ClaimOrder, ORDER) orderBy: ClaimOrder | null,
    @Args(() => PageArgs) args: PageArgs,
    @Using() { claims }: Services,
  ): Promise<Page<Claim>> {
    return claims.about(record, filter, orderBy, args);
  }

  @FieldResolver(() => [Origin], {
    description: 'Independent origins of all that supports it (at most 100).',
  })
  origins(@Root() record: DomainRecord, @Using() { origins }: Services): Promise<Origin[]> {
    return origins.of(record);
  }
}

/** Adds to every part what claims say of it. */
@Resolver(() => Part)
export class PartClaimsResolver {
  @FieldResolver(() => Modality, {
    nullable: true,
    description: 'How surely it is said, by its best live claim; null if none supports it.',
  })
  modality(@Root() part: Part, @Using() { evidence }: Services): Promise<Modality | null> {
    return evidence.modalityOfPart(part);
  }

  @FieldResolver(() => [Claim], { description: 'The claims that support it (at most 100).' })
  claims(@Root() part: Part, @Using() { evidence }: Services): Promise<Claim[]> {
    return evidence.claimsOn(part);
  }
}

/** Adds `Source.statements`. */
@Resolver(() => Source)
export class SourceClaimsResolver {
  @FieldResolver(() => ClaimConnection, {
    description: 'The claims made in it; `claims` are those about it.',
  })
  statements(
    @Root() source: Source,
    @Arg('filter', () => ClaimFilter, WHICH) filter: ClaimFilter | null,
    @Arg('orderBy', () => ClaimOrder, ORDER) orderBy: ClaimOrder | null,
    @Args(() => PageArgs) args: PageArgs,
    @Using() { claims }: Services,
  ): Promise<Page<Claim>> {
    return claims.madeIn(source, filter, orderBy, args);
  }
}

/** Adds `Passage.claims`. */
@Resolver(() => Passage)
export class PassageClaimsResolver {
  @FieldResolver(() => [Claim], {
    description: 'What it supports (at most 50); empty where it was read and holds no fact.',
  })
  claims(@Root() passage: Passage, @Using() { claims }: Services): Promise<Claim[]> {
    return claims.onPassage(passage);
  }
}

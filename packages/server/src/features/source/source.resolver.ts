import { Arg, Args, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Services } from '../../app/context';
import { connectionOf } from '../../platform/read/connection';
import { type Page, PageArgs } from '../../platform/read/page';
import { Using } from '../../platform/read/using';
import { Organization } from '../actor/actor.entity';
import { OutletAssessment } from '../actor/outlet-assessment.entity';
import { AmendArgs, RecordArgs } from '../record/command-args.input';
import { Name } from '../record/name.entity';
import { Passage } from './passage.entity';
import { Source } from './source.entity';
import { SourceFilter, SourceInput, SourceOrder } from './source.input';
import { SourceCitation } from './source-citation.entity';

export const SourceConnection = connectionOf('Source', () => Source, 'sources');
export const PassageConnection = connectionOf('Passage', () => Passage, 'passages');

const WHICH = { nullable: true, description: 'Which ones. Absent: all.' };
const ORDER = { nullable: true, defaultValue: SourceOrder.NEWEST, description: 'In which order.' };

@Resolver(() => Source)
export class SourceResolver {
  @Query(() => Source, { nullable: true, description: 'One source.' })
  source(
    @Arg('id', () => ID, { description: 'Begins with `source_`.' }) id: string,
    @Using() { sources }: Services,
  ): Promise<Source | null> {
    return sources.byId(id);
  }

  @Query(() => SourceConnection, {
    description: 'Articles, statements, treaty texts and dataset rows, held or only referenced.',
  })
  sources(
    @Arg('filter', () => SourceFilter, WHICH) filter: SourceFilter | null,
    @Arg('orderBy', () => SourceOrder, ORDER) orderBy: SourceOrder | null,
    @Args(() => PageArgs) args: PageArgs,
    @Using() { sources }: Services,
  ): Promise<Page<Source>> {
    return sources.page(filter, orderBy, args);
  }

  @Mutation(() => Source, {
    nullable: true,
    description: 'Records a source with its text, or as referenced only.',
  })
  async recordSource(
    @Arg('input', () => SourceInput, { description: 'What to record.' }) input: SourceInput,
    @Args(() => RecordArgs) { idempotencyKey }: RecordArgs,
    @Using() { recording, reader }: Services,
  ): Promise<Source | null> {
    return reader.one(Source, await recording.sources.record(input, idempotencyKey));
  }

  @Mutation(() => Source, {
    nullable: true,
    description: 'Changes what is known of a source; its text stays.',
  })
  async amendSource(
    @Args(() => AmendArgs) args: AmendArgs,
    @Arg('input', () => SourceInput, { description: 'What changes.' }) input: SourceInput,
    @Using() { recording, reader }: Services,
  ): Promise<Source | null> {
    return reader.one(Source, await recording.sources.amend(args, input));
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'The outlet, or the organ that issued it.',
  })
  publisher(@Root() source: Source, @Using() { reader }: Services): Promise<Organization | null> {
    return reader.one(Organization, source.publisherId);
  }

  @FieldResolver(() => [SourceCitation], { description: 'Sources that it wholly repeats (at most 20).' })
  repeats(@Root() source: Source, @Using() { sources }: Services): Promise<SourceCitation[]> {
    return sources.repeats(source);
  }

  @FieldResolver(() => SourceConnection, {
    description: 'Sources that repeat it, or refer to it in a claim.',
  })
  citedBy(
    @Root() source: Source,
    @Args(() => PageArgs) args: PageArgs,
    @Using() { sources }: Services,
  ): Promise<Page<Source>> {
    return sources.citing(source, args);
  }

  @FieldResolver(() => PassageConnection, { description: 'Its passages, in order.' })
  passages(
    @Root() source: Source,
    @Arg('hasClaims', () => Boolean, {
      nullable: true,
      description: 'Only those on which claims rest, or do not.',
    })
    hasClaims: boolean | null,
    @Args(() => PageArgs) args: PageArgs,
    @Using() { sources }: Services,
  ): Page<Passage> {
    return sources.passages(source, hasClaims ?? null, args);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The whole text, if held and you may read it.',
  })
  text(@Root() source: Source, @Using() { sources }: Services): Promise<string | null> {
    return sources.text(source);
  }
}

@Resolver(() => SourceCitation)
export class SourceCitationResolver {
  @FieldResolver(() => Source, { description: 'The one that repeats.' })
  source(@Root() citation: SourceCitation, @Using() { reader }: Services): Promise<Source | null> {
    return reader.one(Source, citation.recordId);
  }

  @FieldResolver(() => Source, { nullable: true, description: 'The one repeated.' })
  cites(@Root() citation: SourceCitation, @Using() { reader }: Services): Promise<Source | null> {
    return reader.one(Source, citation.citesId);
  }
}

@Resolver(() => Passage)
export class PassageResolver {
  @FieldResolver(() => Source, { description: 'In which source.' })
  source(@Root() passage: Passage, @Using() { reader }: Services): Promise<Source | null> {
    return reader.one(Source, passage.recordId);
  }
}

/** Adds `Organization.sources`. */
@Resolver(() => Organization)
export class OrganizationSourcesResolver {
  @FieldResolver(() => SourceConnection, { description: 'What it published or issued.' })
  sources(
    @Root() organization: Organization,
    @Arg('filter', () => SourceFilter, WHICH) filter: SourceFilter | null,
    @Arg('orderBy', () => SourceOrder, ORDER) orderBy: SourceOrder | null,
    @Args(() => PageArgs) args: PageArgs,
    @Using() { sources }: Services,
  ): Promise<Page<Source>> {
    return sources.ofPublisher(organization, filter, orderBy, args);
  }
}

/** Adds `Name.firstSource`. */
@Resolver(() => Name)
export class NameSourceResolver {
  @FieldResolver(() => Source, { nullable: true, description: 'The first source that uses it.' })
  firstSource(@Root() name: Name, @Using() { reader }: Services): Promise<Source | null> {
    return reader.one(Source, name.firstSourceId);
  }
}

@Resolver(() => OutletAssessment)
export class OutletAssessmentSourceResolver {
  @FieldResolver(() => Source, {
    nullable: true,
    description: 'Who says so; never null with an affiliation, but for a hidden source.',
  })
  source(@Root() assessment: OutletAssessment, @Using() { reader }: Services): Promise<Source | null> {
    return reader.one(Source, assessment.sourceId);
  }
}

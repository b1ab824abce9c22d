import { Arg, Args, ArgsType, Field, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { Services } from '../../app/context';
import { connectionOf } from '../../platform/read/connection';
import { type Page, PageArgs } from '../../platform/read/page';
import { Using } from '../../platform/read/using';
import { ImportRejection, ImportRun, ImportWarning, RejectionReason, SkippedCode } from './import-run.entity';

export const ImportRejectionConnection = connectionOf(
  'ImportRejection',
  () => ImportRejection,
  'refused rows',
);

@ArgsType()
class RejectionArgs extends PageArgs {
  @Field(() => [RejectionReason], { nullable: true, description: 'For these reasons. Absent: all.' })
  reason?: RejectionReason[] | null;
}

@Resolver(() => ImportRun)
export class ImportRunResolver {
  @Query(() => ImportRun, { nullable: true, description: 'One run of an importer.' })
  importRun(
    @Arg('id', () => ID, { description: 'Begins with `import_run_`.' }) id: string,
    @Using() { imports }: Services,
  ): Promise<ImportRun | null> {
    return imports.byId(id);
  }

  @Query(() => [ImportRun], { description: 'Runs of importers, the latest first.' })
  importRuns(
    @Arg('dataset', () => [String], { nullable: true, description: 'Of these datasets. Absent: all.' })
    dataset: string[] | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many, 1 to 100.' })
    first: number | null,
    @Using() { imports }: Services,
  ): Promise<ImportRun[]> {
    return imports.latest(dataset ?? null, first ?? 20);
  }

  @FieldResolver(() => Int, { description: 'Rows read.' })
  async read(@Root() run: ImportRun, @Using() { imports }: Services): Promise<number> {
    const { accepted, unchanged, skipped, rejected } = await imports.sums(run);
    return accepted + unchanged + skipped + rejected;
  }

  @FieldResolver(() => Int, { description: 'Rows that wrote something.' })
  async accepted(@Root() run: ImportRun, @Using() { imports }: Services): Promise<number> {
    return (await imports.sums(run)).accepted;
  }

  @FieldResolver(() => Int, { description: 'Rows already known.' })
  async unchanged(@Root() run: ImportRun, @Using() { imports }: Services): Promise<number> {
    return (await imports.sums(run)).unchanged;
  }

  @FieldResolver(() => Int, { description: 'Rows out of scope.' })
  async skipped(@Root() run: ImportRun, @Using() { imports }: Services): Promise<number> {
    return (await imports.sums(run)).skipped;
  }

  @FieldResolver(() => Int, { description: 'Rows refused.' })
  async rejected(@Root() run: ImportRun, @Using() { imports }: Services): Promise<number> {
    return (await imports.sums(run)).rejected;
  }

  @FieldResolver(() => ImportRejectionConnection, { description: 'The rows refused, in order.' })
  rejections(
    @Root() run: ImportRun,
    @Args(() => RejectionArgs) { reason, ...page }: RejectionArgs,
    @Using() { imports }: Services,
  ): Page<ImportRejection> {
    return imports.rejections(run, reason ?? null, page);
  }

  @FieldResolver(() => [SkippedCode], {
    description: 'Codes of rows out of scope, the most frequent first (at most 100).',
  })
  skippedCodes(@Root() run: ImportRun, @Using() { imports }: Services): Promise<SkippedCode[]> {
    return imports.skippedCodes(run);
  }

  @FieldResolver(() => [ImportWarning], {
    description:
      'Values that were kept as they were read, though nobody knows what they stand for, the most frequent first (at most 100).',
  })
  warnings(@Root() run: ImportRun, @Using() { imports }: Services): Promise<ImportWarning[]> {
    return imports.warnings(run);
  }
}

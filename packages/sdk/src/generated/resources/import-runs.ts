// Generated from schema.graphql and operations/*.graphql by `pnpm --filter @entente/sdk run generate`. Do not edit.
import type { CallOptions } from '../../options.js';
import type { Core } from '../../core.js';
import { type HasDocument, listing, single } from '../../operation.js';
import type { Listing } from '../../paginate.js';
import { ImportRunSummary as ImportRunSummaryText } from '../fragments.js';
import type { GetImportRunVariables, ImportRunDetail, ImportRunSummary, ListImportRejectionsVariables, ListImportRunsVariables, RejectedRow } from '../types/import-runs.js';

/**
 * One run of an importer, with the codes it passed over and the values it did not know.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `id`: Begins with `import_run_`.
 * @param options - Signal, deadline and the like.
 * @throws NotFoundError - There is none, or none for you.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const [latest] = await entente.importRuns.list({ dataset: ['gdelt'], first: 1 });
 * if (latest) console.log((await getImportRun(entente, { id: latest.id })).skippedCodes);
 * ```
 */
export const getImportRun: ((core: Core, variables: GetImportRunVariables, options?: CallOptions) => Promise<ImportRunDetail>) & HasDocument = /*#__PURE__*/ single<GetImportRunVariables, ImportRunDetail>('importRun', 11, 'query getImportRun($id:ID!){importRun(id:$id){...ImportRunSummary skippedCodes{code label count}warnings{kind value count firstRow}}}', ImportRunSummaryText);

/**
 * Runs of importers, the latest first.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `dataset`: Of these datasets. Absent: all. `first`: How many, 1 to 100.
 * @param options - Signal, deadline and the like.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * for (const { file, read, accepted, rejected } of await listImportRuns(entente, { first: 5 })) console.log(file, read, accepted, rejected);
 * ```
 */
export const listImportRuns: ((core: Core, variables?: ListImportRunsVariables, options?: CallOptions) => Promise<Array<ImportRunSummary>>) & HasDocument = /*#__PURE__*/ single<ListImportRunsVariables, Array<ImportRunSummary>>('importRuns', 5, 'query listImportRuns($dataset:[String!]$first:Int){importRuns(dataset:$dataset first:$first){...ImportRunSummary}}', ImportRunSummaryText);

/**
 * Rows of a run that were not taken, each with its line, field, value and reason.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `id`: Begins with `import_run_`. `reason`: For these reasons. Absent: all.
 * @param options - Signal, deadline and the like.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const [latest] = await entente.importRuns.list({ first: 1 });
 * if (latest)
 *   for await (const { row, field, message } of listImportRejections(entente, { id: latest.id })) console.log(row, field, message);
 * ```
 */
export const listImportRejections: ((core: Core, variables: ListImportRejectionsVariables, options?: CallOptions) => Listing<RejectedRow>) & HasDocument = /*#__PURE__*/ listing<ListImportRejectionsVariables, RejectedRow>('importRun.rejections', 1, 'query listImportRejections($id:ID!$reason:[RejectionReason!]$first:Int$after:Cursor$total:Boolean!=false){importRun(id:$id){rejections(reason:$reason first:$first after:$after){nodes{id row field value reason message}pageInfo{hasNextPage endCursor}totalCount@include(if:$total)}}}');

// Generated from schema.graphql and operations/*.graphql by `pnpm --filter @entente/sdk run generate`. Do not edit.
import type { CallOptions, WriteOptions } from '../../options.js';
import type { Core } from '../../core.js';
import { type HasDocument, listing, single } from '../../operation.js';
import type { Listing } from '../../paginate.js';
import { ActorLink as ActorLinkText, Evidence as EvidenceText, RecordFrame as RecordFrameText, SourceDetail as SourceDetailText, SourceRecord as SourceRecordText, When as WhenText } from '../fragments.js';
import type { AmendSourceVariables, GetSourceAsOfVariables, GetSourceTextVariables, GetSourceVariables, ListSourcePassagesVariables, ListSourcesVariables, PassageSummary, RecordSourceVariables, SourceDetail, SourceRecord, SourceSummary, SourceText } from '../types/sources.js';

/**
 * A source whole, with the first fifty claims made in it.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `id`: Begins with `source_`.
 * @param options - Signal, deadline and the like.
 * @throws NotFoundError - There is none, or none for you.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const article = await getSource(entente, { id });
 * for (const { statement, passages } of article.statements.nodes) console.log(statement, passages[0]?.quote);
 * ```
 */
export const getSource: ((core: Core, variables: GetSourceVariables, options?: CallOptions) => Promise<SourceDetail>) & HasDocument = /*#__PURE__*/ single<GetSourceVariables, SourceDetail>('source', 1905, 'query getSource($id:ID!){source(id:$id){...SourceDetail}}', SourceDetailText, SourceRecordText, RecordFrameText, WhenText, EvidenceText, ActorLinkText);

/**
 * Articles, statements, treaty texts and dataset rows, held or only referred to.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `filter`: Which ones. Absent: all. `orderBy`: In which order.
 * @param options - Signal, deadline and the like.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const unread = await listSources(entente, { filter: { isHeld: false, isCited: true }, orderBy: 'MOST_CITED' }).take(10);
 * ```
 */
export const listSources: ((core: Core, variables?: ListSourcesVariables, options?: CallOptions) => Listing<SourceSummary>) & HasDocument = /*#__PURE__*/ listing<ListSourcesVariables, SourceSummary>('sources', 2, 'query listSources($filter:SourceFilter$orderBy:SourceOrder$first:Int$after:Cursor$total:Boolean!=false){sources(filter:$filter orderBy:$orderBy first:$first after:$after){nodes{id label version marking changedAt kind title author url language isHeld published{...When}publisher{id label domain reliability affiliation}}pageInfo{hasNextPage endCursor}totalCount@include(if:$total)}}', WhenText);

/**
 * A source as it stood at an instant.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `recordedAt`: What was recorded later is left out. `id`: Begins with `source_`.
 * @param options - Signal, deadline and the like.
 * @throws NotFoundError - There is none, or none for you.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const then = await getSourceAsOf(entente, { id, recordedAt: '2026-01-31T08:00:00.000Z' });
 * ```
 */
export const getSourceAsOf: ((core: Core, variables: GetSourceAsOfVariables, options?: CallOptions) => Promise<SourceDetail>) & HasDocument = /*#__PURE__*/ single<GetSourceAsOfVariables, SourceDetail>('asOf.source', 1906, 'query getSourceAsOf($recordedAt:DateTime!$id:ID!){asOf(recordedAt:$recordedAt){source(id:$id){...SourceDetail}}}', SourceDetailText, SourceRecordText, RecordFrameText, WhenText, EvidenceText, ActorLinkText);

/**
 * The whole text of a source; null where it is not held or you may not read it.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `id`: Begins with `source_`.
 * @param options - Signal, deadline and the like.
 * @throws NotFoundError - There is none, or none for you.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const { text } = await getSourceText(entente, { id });
 * ```
 */
export const getSourceText: ((core: Core, variables: GetSourceTextVariables, options?: CallOptions) => Promise<SourceText>) & HasDocument = /*#__PURE__*/ single<GetSourceTextVariables, SourceText>('source', 1, 'query getSourceText($id:ID!){source(id:$id){id contentHash text}}');

/**
 * The passages of a source, in order, with the claims that rest on them.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `id`: Begins with `source_`. `hasClaims`: Only those on which claims rest, or do not.
 * @param options - Signal, deadline and the like.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const idle = await listSourcePassages(entente, { id, hasClaims: false }).take(50);
 * ```
 */
export const listSourcePassages: ((core: Core, variables: ListSourcePassagesVariables, options?: CallOptions) => Listing<PassageSummary>) & HasDocument = /*#__PURE__*/ listing<ListSourcePassagesVariables, PassageSummary>('source.passages', 6, 'query listSourcePassages($id:ID!$hasClaims:Boolean$first:Int$after:Cursor$total:Boolean!=false){source(id:$id){passages(hasClaims:$hasClaims first:$first after:$after){nodes{id quote quoteHash prefix suffix start end heading claims{id predicate statement modality}}pageInfo{hasNextPage endCursor}totalCount@include(if:$total)}}}');

/**
 * Records a source with its text, or as referred to only.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `input`: What to record.
 * @param options - Idempotency key, signal, deadline and the like.
 * @throws BadInputError - The input cannot be; `field` says where.
 * @throws ConflictError - Another write had this idempotency key.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const note = await recordSource(entente, {
 *   input: { kind: 'CODER_NOTE', title: 'Note on a visit', language: 'en', text: 'The two ministers met.' },
 * });
 * ```
 */
export const recordSource: ((core: Core, variables: RecordSourceVariables, options?: WriteOptions) => Promise<SourceRecord>) & HasDocument = /*#__PURE__*/ single<RecordSourceVariables, SourceRecord>('recordSource', 165, 'mutation recordSource($input:SourceInput!$idempotencyKey:String){recordSource(input:$input idempotencyKey:$idempotencyKey){...SourceRecord}}', SourceRecordText, RecordFrameText, WhenText);

/**
 * Changes what is known of a source; its text stays.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `id`: Which one. `expectedVersion`: The version you have seen; another current one is a CONFLICT that carries it. `input`: What changes. `reason`: Why, for the history.
 * @param options - Idempotency key, signal, deadline and the like.
 * @throws BadInputError - The input cannot be; `field` says where.
 * @throws ConflictError - The record has another version by now; `currentVersion` says which.
 * @throws NotFoundError - There is no such record, or none for you.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * await amendSource(entente, { id, expectedVersion: 1, input: { rights: 'CC BY 4.0' } });
 * ```
 */
export const amendSource: ((core: Core, variables: AmendSourceVariables, options?: WriteOptions) => Promise<SourceRecord>) & HasDocument = /*#__PURE__*/ single<AmendSourceVariables, SourceRecord>('amendSource', 165, 'mutation amendSource($id:ID!$expectedVersion:Int!$input:SourceInput!$reason:String$idempotencyKey:String){amendSource(id:$id expectedVersion:$expectedVersion input:$input reason:$reason idempotencyKey:$idempotencyKey){...SourceRecord}}', SourceRecordText, RecordFrameText, WhenText);

// Generated from schema.graphql and operations/*.graphql by `pnpm --filter @entente/sdk run generate`. Do not edit.
import type { CallOptions, WriteOptions } from '../../options.js';
import type { Core } from '../../core.js';
import { type HasDocument, listing, single } from '../../operation.js';
import type { Listing } from '../../paginate.js';
import { ActorLink as ActorLinkText, ContextEventRecord as ContextEventRecordText, ContextEventSummary as ContextEventSummaryText, Evidence as EvidenceText, RecordFrame as RecordFrameText, When as WhenText } from '../fragments.js';
import type { AmendContextEventVariables, ContextEventDetail, ContextEventRecord, GetContextEventVariables, ListContextEventsAsOfVariables, ListContextEventsVariables, RecordContextEventVariables } from '../types/context-events.js';
import type { ContextEventSummary } from '../types/common.js';

/**
 * A measure or circumstance whole, with the claims it rests on.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `id`: Begins with `context_event_`.
 * @param options - Signal, deadline and the like.
 * @throws NotFoundError - There is none, or none for you.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const blockade = await getContextEvent(entente, { id });
 * console.log(blockade.kind, blockade.when?.edtf);
 * ```
 */
export const getContextEvent: ((core: Core, variables: GetContextEventVariables, options?: CallOptions) => Promise<ContextEventDetail>) & HasDocument = /*#__PURE__*/ single<GetContextEventVariables, ContextEventDetail>('contextEvent', 1514, 'query getContextEvent($id:ID!){contextEvent(id:$id){...ContextEventRecord claims(first:40 orderBy:IN_TEXT){nodes{...Evidence}pageInfo{hasNextPage}}}}', ContextEventRecordText, RecordFrameText, WhenText, ActorLinkText, EvidenceText);

/**
 * Sanctions, blockades, protests and crises, the newest first.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `filter`: Which ones. Absent: all.
 * @param options - Signal, deadline and the like.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const measures = await listContextEvents(entente, { filter: { isMeasure: true, involving: ['QA'] } }).take(10);
 * ```
 */
export const listContextEvents: ((core: Core, variables?: ListContextEventsVariables, options?: CallOptions) => Listing<ContextEventSummary>) & HasDocument = /*#__PURE__*/ listing<ListContextEventsVariables, ContextEventSummary>('contextEvents', 12, 'query listContextEvents($filter:ContextEventFilter$first:Int$after:Cursor$total:Boolean!=false){contextEvents(filter:$filter first:$first after:$after){nodes{...ContextEventSummary}pageInfo{hasNextPage endCursor}totalCount@include(if:$total)}}', ContextEventSummaryText, WhenText, ActorLinkText);

/**
 * Context events as recorded at an instant.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `recordedAt`: What was recorded later is left out. `filter`: Which ones. Absent: all.
 * @param options - Signal, deadline and the like.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const then = await listContextEventsAsOf(entente, { recordedAt: '2026-01-31T08:00:00.000Z' }).take(10);
 * ```
 */
export const listContextEventsAsOf: ((core: Core, variables: ListContextEventsAsOfVariables, options?: CallOptions) => Listing<ContextEventSummary>) & HasDocument = /*#__PURE__*/ listing<ListContextEventsAsOfVariables, ContextEventSummary>('asOf.contextEvents', 12, 'query listContextEventsAsOf($recordedAt:DateTime!$filter:ContextEventFilter$first:Int$after:Cursor$total:Boolean!=false){asOf(recordedAt:$recordedAt){contextEvents(filter:$filter first:$first after:$after){nodes{...ContextEventSummary}pageInfo{hasNextPage endCursor}totalCount@include(if:$total)}}}', ContextEventSummaryText, WhenText, ActorLinkText);

/**
 * Records a measure or circumstance.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `input`: What to record.
 * @param options - Idempotency key, signal, deadline and the like.
 * @throws BadInputError - The input cannot be; `field` says where.
 * @throws ConflictError - Another write had this idempotency key.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const sanctions = await recordContextEvent(entente, {
 *   input: { kind: 'SANCTIONS', when: { edtf: '2018/..' }, actors: [{ actor: 'US', role: 'IMPOSER' }, { actor: 'IR', role: 'TARGET' }] },
 * });
 * ```
 */
export const recordContextEvent: ((core: Core, variables: RecordContextEventVariables, options?: WriteOptions) => Promise<ContextEventRecord>) & HasDocument = /*#__PURE__*/ single<RecordContextEventVariables, ContextEventRecord>('recordContextEvent', 165, 'mutation recordContextEvent($input:ContextEventInput!$idempotencyKey:String){recordContextEvent(input:$input idempotencyKey:$idempotencyKey){...ContextEventRecord}}', ContextEventRecordText, RecordFrameText, WhenText, ActorLinkText);

/**
 * Changes a measure or circumstance.
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
 * await amendContextEvent(entente, { id, expectedVersion: 1, input: { when: { edtf: '2017/2021' } } });
 * ```
 */
export const amendContextEvent: ((core: Core, variables: AmendContextEventVariables, options?: WriteOptions) => Promise<ContextEventRecord>) & HasDocument = /*#__PURE__*/ single<AmendContextEventVariables, ContextEventRecord>('amendContextEvent', 165, 'mutation amendContextEvent($id:ID!$expectedVersion:Int!$input:ContextEventInput!$reason:String$idempotencyKey:String){amendContextEvent(id:$id expectedVersion:$expectedVersion input:$input reason:$reason idempotencyKey:$idempotencyKey){...ContextEventRecord}}', ContextEventRecordText, RecordFrameText, WhenText, ActorLinkText);

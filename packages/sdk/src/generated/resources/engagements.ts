// Generated from schema.graphql and operations/*.graphql by `pnpm --filter @entente/sdk run generate`. Do not edit.
import type { CallOptions, WriteOptions } from '../../options.js';
import type { Core } from '../../core.js';
import { type HasDocument, listing, single } from '../../operation.js';
import type { Listing } from '../../paginate.js';
import type { Stream, StreamOptions } from '../../stream.js';
import { streaming } from '../../streaming.js';
import { ActorLink as ActorLinkText, ChangeEvent as ChangeEventText, ChangedEngagement as ChangedEngagementText, EngagementDetail as EngagementDetailText, EngagementRecord as EngagementRecordText, EngagementSummary as EngagementSummaryText, Evidence as EvidenceText, RecordFrame as RecordFrameText, RecordedAnswer as RecordedAnswerText, When as WhenText } from '../fragments.js';
import type { AmendEngagementVariables, ChangedEngagement, EngagementChangedVariables, EngagementDetail, EngagementRecord, GetEngagementAsOfVariables, GetEngagementVariables, ListEngagementsAsOfVariables, ListEngagementsVariables, RecordEngagementVariables, RecordEngagementsVariables, RecordedAnswer } from '../types/engagements.js';
import type { EngagementSummary } from '../types/common.js';

/**
 * An engagement whole, in one round trip: its parts, its meetings, its agreements, and the claims it rests on.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `id`: Begins with `engagement_`.
 * @param options - Signal, deadline and the like.
 * @throws NotFoundError - There is none, or none for you.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const visit = await getEngagement(entente, { id });
 * const when = visit.when?.text ?? visit.readings.find((reading) => reading.field === 'when')?.value;
 * ```
 */
export const getEngagement: ((core: Core, variables: GetEngagementVariables, options?: CallOptions) => Promise<EngagementDetail>) & HasDocument = /*#__PURE__*/ single<GetEngagementVariables, EngagementDetail>('engagement', 1969, 'query getEngagement($id:ID!){engagement(id:$id){...EngagementDetail}}', EngagementDetailText, EngagementRecordText, RecordFrameText, WhenText, ActorLinkText, EngagementSummaryText, EvidenceText);

/**
 * Meetings, visits, calls, summits and other contacts that match a filter.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `filter`: Which ones. Absent: all. `orderBy`: In which order.
 * @param options - Signal, deadline and the like.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * for await (const { label, status } of listEngagements(entente, { filter: { between: ['QA', 'IQ'] }, orderBy: 'OLDEST' })) {
 *   console.log(label, status);
 * }
 * ```
 */
export const listEngagements: ((core: Core, variables?: ListEngagementsVariables, options?: CallOptions) => Listing<EngagementSummary>) & HasDocument = /*#__PURE__*/ listing<ListEngagementsVariables, EngagementSummary>('engagements', 17, 'query listEngagements($filter:EngagementFilter$orderBy:EngagementOrder$first:Int$after:Cursor$total:Boolean!=false){engagements(filter:$filter orderBy:$orderBy first:$first after:$after){nodes{...EngagementSummary}pageInfo{hasNextPage endCursor}totalCount@include(if:$total)}}', EngagementSummaryText, WhenText);

/**
 * An engagement as it stood at an instant: what was believed then.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `recordedAt`: What was recorded later is left out. `id`: Begins with `engagement_`.
 * @param options - Signal, deadline and the like.
 * @throws NotFoundError - There is none, or none for you.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const then = await getEngagementAsOf(entente, { id, recordedAt: '2026-01-31T08:00:00.000Z' });
 * ```
 */
export const getEngagementAsOf: ((core: Core, variables: GetEngagementAsOfVariables, options?: CallOptions) => Promise<EngagementDetail>) & HasDocument = /*#__PURE__*/ single<GetEngagementAsOfVariables, EngagementDetail>('asOf.engagement', 1970, 'query getEngagementAsOf($recordedAt:DateTime!$id:ID!){asOf(recordedAt:$recordedAt){engagement(id:$id){...EngagementDetail}}}', EngagementDetailText, EngagementRecordText, RecordFrameText, WhenText, ActorLinkText, EngagementSummaryText, EvidenceText);

/**
 * Engagements as recorded at an instant.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `recordedAt`: What was recorded later is left out. `filter`: Which ones. Absent: all. `orderBy`: In which order.
 * @param options - Signal, deadline and the like.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const then = await listEngagementsAsOf(entente, { recordedAt: '2026-01-31T08:00:00.000Z' }).take(10);
 * ```
 */
export const listEngagementsAsOf: ((core: Core, variables: ListEngagementsAsOfVariables, options?: CallOptions) => Listing<EngagementSummary>) & HasDocument = /*#__PURE__*/ listing<ListEngagementsAsOfVariables, EngagementSummary>('asOf.engagements', 17, 'query listEngagementsAsOf($recordedAt:DateTime!$filter:EngagementFilter$orderBy:EngagementOrder$first:Int$after:Cursor$total:Boolean!=false){asOf(recordedAt:$recordedAt){engagements(filter:$filter orderBy:$orderBy first:$first after:$after){nodes{...EngagementSummary}pageInfo{hasNextPage endCursor}totalCount@include(if:$total)}}}', EngagementSummaryText, WhenText);

/**
 * Records an engagement with its participations, agenda, links and evidence, in one transaction.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `input`: What to record.
 * @param options - Idempotency key, signal, deadline and the like.
 * @throws BadInputError - The input cannot be; `field` says where.
 * @throws ConflictError - Another write had this idempotency key.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const call = await recordEngagement(entente, {
 *   input: {
 *     kind: 'CALL',
 *     status: 'HELD',
 *     when: { edtf: '2021-03' },
 *     participations: [{ actor: 'QA' }, { actor: 'IQ' }],
 *     agenda: [{ topic: 'border-security' }],
 *   },
 * });
 * for (const warning of call.warnings) console.warn(warning.message);
 * ```
 */
export const recordEngagement: ((core: Core, variables: RecordEngagementVariables, options?: WriteOptions) => Promise<EngagementRecord>) & HasDocument = /*#__PURE__*/ single<RecordEngagementVariables, EngagementRecord>('recordEngagement', 625, 'mutation recordEngagement($input:EngagementInput!$idempotencyKey:String){recordEngagement(input:$input idempotencyKey:$idempotencyKey){...EngagementRecord}}', EngagementRecordText, RecordFrameText, WhenText, ActorLinkText);

/**
 * Records up to 500 engagements in one transaction; each is accepted or refused by itself.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `inputs`: 1 to 500 engagements.
 * @param options - Idempotency key, signal, deadline and the like.
 * @throws BadInputError - The input cannot be; `field` says where.
 * @throws ConflictError - Another write had this idempotency key.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const inputs: EngagementInput[] = [{ kind: 'MEETING', status: 'HELD', participations: [{ actor: 'QA' }, { actor: 'IQ' }] }];
 * const answers = await recordEngagements(entente, { inputs }, { idempotencyKey: 'batch-42' });
 * for (const { code, field, message } of answers) if (code) console.warn(code, field, message);
 * ```
 */
export const recordEngagements: ((core: Core, variables: RecordEngagementsVariables, options?: WriteOptions) => Promise<Array<RecordedAnswer>>) & HasDocument = /*#__PURE__*/ single<RecordEngagementsVariables, Array<RecordedAnswer>>('recordEngagements', 175, 'mutation recordEngagements($inputs:[EngagementInput!]!$idempotencyKey:String){recordEngagements(inputs:$inputs idempotencyKey:$idempotencyKey){...RecordedAnswer}}', RecordedAnswerText);

/**
 * Changes an engagement; the former version stays in its history.
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
 * const visit = await entente.engagements.get({ id });
 * await amendEngagement(entente, { id, expectedVersion: visit.version, input: { venueText: null }, reason: 'Another venue is meant.' });
 * ```
 */
export const amendEngagement: ((core: Core, variables: AmendEngagementVariables, options?: WriteOptions) => Promise<EngagementRecord>) & HasDocument = /*#__PURE__*/ single<AmendEngagementVariables, EngagementRecord>('amendEngagement', 625, 'mutation amendEngagement($id:ID!$expectedVersion:Int!$input:EngagementInput!$reason:String$idempotencyKey:String){amendEngagement(id:$id expectedVersion:$expectedVersion input:$input reason:$reason idempotencyKey:$idempotencyKey){...EngagementRecord}}', EngagementRecordText, RecordFrameText, WhenText, ActorLinkText);

/**
 * Changes of engagements as they happen, in the stream of `events`.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `filter`: Absent: all you may see.
 * @param options - Where to begin, where to remember it, signal and the like.
 * @throws CursorExpiredError - Something was missed, too long ago to be told; see `onGap`.
 * @throws EpochChangedError - The log was restored from a backup; see `onGap`.
 * @throws AbortedError - Your signal ended it.
 * @throws EntenteError - The server refuses for good.
 * @example
 * ```ts
 * for await (const { transition, record } of engagementChanged(entente, { filter: { between: ['QA', 'IQ'] } }, { from: 'EARLIEST' })) {
 *   console.log(transition, record?.label);
 *   break; // or follow it for ever
 * }
 * ```
 */
export const engagementChanged: (<Options extends StreamOptions = object>(core: Core, variables?: EngagementChangedVariables, options?: Options) => Stream<ChangedEngagement, Options>) & HasDocument = /*#__PURE__*/ streaming<EngagementChangedVariables, ChangedEngagement>('engagementChanged', 19, 'subscription engagementChanged($after:Cursor$filter:EventFilter){engagementChanged(after:$after filter:$filter){...ChangedEngagement}}', ChangedEngagementText, ChangeEventText, EngagementSummaryText, WhenText);

// Generated from schema.graphql and operations/*.graphql by `pnpm --filter @entente/sdk run generate`. Do not edit.
import type { CallOptions, WriteOptions } from '../../options.js';
import type { Core } from '../../core.js';
import { type HasDocument, listing, single } from '../../operation.js';
import type { Listing } from '../../paginate.js';
import type { Stream, StreamOptions } from '../../stream.js';
import { streaming } from '../../streaming.js';
import { ActorLink as ActorLinkText, ChangeEvent as ChangeEventText, EngagementDetail as EngagementDetailText, EngagementRecord as EngagementRecordText, EngagementSummary as EngagementSummaryText, Evidence as EvidenceText, GroupCount as GroupCountText, RecordFrame as RecordFrameText, When as WhenText } from '../fragments.js';
import type { AmendEngagementVariables, ChangedEngagement, EngagementChangedVariables, EngagementDetail, EngagementRecord, GetEngagementAsOfVariables, GetEngagementNetworkVariables, GetEngagementVariables, GroupEngagementsVariables, ListEngagementsAsOfVariables, ListEngagementsVariables, RecordEngagementVariables, RecordEngagementsVariables, RecordedAnswer, TieCount } from '../types/engagements.js';
import type { EngagementSummary, GroupCount } from '../types/common.js';

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
 * How many engagements there are, by what you ask for; a visit and its meetings are counted once.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `by`: Up to 3 that fit this set. None gives one row. `filter`: Which ones. Absent: all. `fillEmpty`: Rows for empty periods too. `top`: At most 1000.
 * @param options - Signal, deadline and the like.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const rows = await groupEngagements(entente, { by: ['YEAR', 'LEVEL'], fillEmpty: true, filter: { between: ['QA', 'IQ'] } });
 * for (const { period, level, count } of rows) console.log(period, level, count);
 * ```
 */
export const groupEngagements: ((core: Core, variables: GroupEngagementsVariables, options?: CallOptions) => Promise<Array<GroupCount>>) & HasDocument = /*#__PURE__*/ single<GroupEngagementsVariables, Array<GroupCount>>('engagements.groups', 26, 'query groupEngagements($by:[Dimension!]!$filter:EngagementFilter$fillEmpty:Boolean$top:Int){engagements(filter:$filter){groups(by:$by fillEmpty:$fillEmpty top:$top){...GroupCount}}}', GroupCountText);

/**
 * Who meets whom, and how often: the strongest ties first.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `filter`: Which ones. Absent: all. `of`: Who the ends are. `perYear`: One tie a year, or over all time. `top`: The heaviest ties, at most 1000.
 * @param options - Signal, deadline and the like.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const ties = await getEngagementNetwork(entente, { filter: { involving: ['QA'] }, top: 50 });
 * for (const { from, to, count } of ties) console.log(from.label, to.label, count);
 * ```
 */
export const getEngagementNetwork: ((core: Core, variables?: GetEngagementNetworkVariables, options?: CallOptions) => Promise<Array<TieCount>>) & HasDocument = /*#__PURE__*/ single<GetEngagementNetworkVariables, Array<TieCount>>('engagements.network', 16, 'query getEngagementNetwork($filter:EngagementFilter$of:ActorKind$perYear:Boolean$top:Int){engagements(filter:$filter){network(of:$of perYear:$perYear top:$top){count highestLevel year from{...ActorLink}to{...ActorLink}}}}', ActorLinkText);

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
export const recordEngagements: ((core: Core, variables: RecordEngagementsVariables, options?: WriteOptions) => Promise<Array<RecordedAnswer>>) & HasDocument = /*#__PURE__*/ single<RecordEngagementsVariables, Array<RecordedAnswer>>('recordEngagements', 175, 'mutation recordEngagements($inputs:[EngagementInput!]!$idempotencyKey:String){recordEngagements(inputs:$inputs idempotencyKey:$idempotencyKey){code field message engagement{id label version warnings{code message field}}}}');

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
export const engagementChanged: (<Options extends StreamOptions = object>(core: Core, variables?: EngagementChangedVariables, options?: Options) => Stream<ChangedEngagement, Options>) & HasDocument = /*#__PURE__*/ streaming<EngagementChangedVariables, ChangedEngagement>('engagementChanged', 19, 'subscription engagementChanged($after:Cursor$filter:EventFilter){engagementChanged(after:$after filter:$filter){__typename cursor transition event{...ChangeEvent}record:engagement{...EngagementSummary}}}', ChangeEventText, EngagementSummaryText, WhenText);

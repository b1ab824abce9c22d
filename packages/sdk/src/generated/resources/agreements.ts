// Generated from schema.graphql and operations/*.graphql by `pnpm --filter @entente/sdk run generate`. Do not edit.
import type { CallOptions, WriteOptions } from '../../options.js';
import type { Core } from '../../core.js';
import { type HasDocument, listing, single } from '../../operation.js';
import type { Listing } from '../../paginate.js';
import type { Stream, StreamOptions } from '../../stream.js';
import { streaming } from '../../streaming.js';
import { ActionSummary as ActionSummaryText, ActorLink as ActorLinkText, AgreementDetail as AgreementDetailText, AgreementRecord as AgreementRecordText, AgreementSummary as AgreementSummaryText, ChangeEvent as ChangeEventText, Evidence as EvidenceText, GroupCount as GroupCountText, RecordFrame as RecordFrameText, When as WhenText } from '../fragments.js';
import type { ActionRecord, AgreementDetail, AgreementRecord, AgreementStatusChangedVariables, AmendAgreementVariables, ChangedAgreementStatus, GetAgreementAsOfVariables, GetAgreementVariables, GroupAgreementsVariables, ListAgreementPartiesVariables, ListAgreementsAsOfVariables, ListAgreementsVariables, PartySummary, RecordAgreementActionVariables, RecordAgreementVariables } from '../types/agreements.js';
import type { AgreementSummary, GroupCount } from '../types/common.js';

/**
 * An agreement whole, in one round trip: its parties, actions, commitments, and the claims it rests on.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `id`: Begins with `agreement_`.
 * @param options - Signal, deadline and the like.
 * @throws NotFoundError - There is none, or none for you.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const agreement = await getAgreement(entente, { id });
 * console.log(agreement.label, agreement.status, agreement.signed?.edtf);
 * ```
 */
export const getAgreement: ((core: Core, variables: GetAgreementVariables, options?: CallOptions) => Promise<AgreementDetail>) & HasDocument = /*#__PURE__*/ single<GetAgreementVariables, AgreementDetail>('agreement', 1896, 'query getAgreement($id:ID!){agreement(id:$id){...AgreementDetail}}', AgreementDetailText, AgreementRecordText, RecordFrameText, WhenText, ActorLinkText, ActionSummaryText, EvidenceText);

/**
 * Agreements of every form, from anticipated to terminated.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `filter`: Which ones. Absent: all. `orderBy`: In which order.
 * @param options - Signal, deadline and the like.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const newest = await listAgreements(entente, { filter: { status: ['SIGNED'] } }).take(20);
 * ```
 */
export const listAgreements: ((core: Core, variables?: ListAgreementsVariables, options?: CallOptions) => Listing<AgreementSummary>) & HasDocument = /*#__PURE__*/ listing<ListAgreementsVariables, AgreementSummary>('agreements', 16, 'query listAgreements($filter:AgreementFilter$orderBy:AgreementOrder$first:Int$after:Cursor$total:Boolean!=false){agreements(filter:$filter orderBy:$orderBy first:$first after:$after){nodes{...AgreementSummary}pageInfo{hasNextPage endCursor}totalCount@include(if:$total)}}', AgreementSummaryText, WhenText, ActorLinkText);

/**
 * An agreement as it stood at an instant; its status follows from the actions known then.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `recordedAt`: What was recorded later is left out. `id`: Begins with `agreement_`.
 * @param options - Signal, deadline and the like.
 * @throws NotFoundError - There is none, or none for you.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const then = await getAgreementAsOf(entente, { id, recordedAt: '2026-01-31T08:00:00.000Z' });
 * ```
 */
export const getAgreementAsOf: ((core: Core, variables: GetAgreementAsOfVariables, options?: CallOptions) => Promise<AgreementDetail>) & HasDocument = /*#__PURE__*/ single<GetAgreementAsOfVariables, AgreementDetail>('asOf.agreement', 1897, 'query getAgreementAsOf($recordedAt:DateTime!$id:ID!){asOf(recordedAt:$recordedAt){agreement(id:$id){...AgreementDetail}}}', AgreementDetailText, AgreementRecordText, RecordFrameText, WhenText, ActorLinkText, ActionSummaryText, EvidenceText);

/**
 * Agreements as recorded at an instant.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `recordedAt`: What was recorded later is left out. `filter`: Which ones. Absent: all. `orderBy`: In which order.
 * @param options - Signal, deadline and the like.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const count = await listAgreementsAsOf(entente, { recordedAt: '2026-01-31T08:00:00.000Z' }).count();
 * ```
 */
export const listAgreementsAsOf: ((core: Core, variables: ListAgreementsAsOfVariables, options?: CallOptions) => Listing<AgreementSummary>) & HasDocument = /*#__PURE__*/ listing<ListAgreementsAsOfVariables, AgreementSummary>('asOf.agreements', 16, 'query listAgreementsAsOf($recordedAt:DateTime!$filter:AgreementFilter$orderBy:AgreementOrder$first:Int$after:Cursor$total:Boolean!=false){asOf(recordedAt:$recordedAt){agreements(filter:$filter orderBy:$orderBy first:$first after:$after){nodes{...AgreementSummary}pageInfo{hasNextPage endCursor}totalCount@include(if:$total)}}}', AgreementSummaryText, WhenText, ActorLinkText);

/**
 * Parties across agreements: who signed, who ratified with a reservation, who acceded.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `filter`: Which ones. Absent: all.
 * @param options - Signal, deadline and the like.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const parties = await listAgreementParties(entente, { filter: { actor: ['QA'], hasSigned: true } }).take(20);
 * ```
 */
export const listAgreementParties: ((core: Core, variables?: ListAgreementPartiesVariables, options?: CallOptions) => Listing<PartySummary>) & HasDocument = /*#__PURE__*/ listing<ListAgreementPartiesVariables, PartySummary>('agreementParties', 4, 'query listAgreementParties($filter:AgreementPartyFilter$first:Int$after:Cursor$total:Boolean!=false){agreementParties(filter:$filter first:$first after:$after){nodes{id side appliesTo status hasSigned hasReservation modality actor{...ActorLink}agreement{id label status}consent{id kind on{...When}}}pageInfo{hasNextPage endCursor}totalCount@include(if:$total)}}', ActorLinkText, WhenText);

/**
 * How many agreements there are, by what you ask for; the time is that of the signature.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `by`: Up to 3 that fit this set. None gives one row. `filter`: Which ones. Absent: all. `fillEmpty`: Rows for empty periods too. `top`: At most 1000.
 * @param options - Signal, deadline and the like.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const rows = await groupAgreements(entente, { by: ['YEAR', 'FORM'], filter: { involving: ['QA'] } });
 * for (const { period, form, count } of rows) console.log(period, form, count);
 * ```
 */
export const groupAgreements: ((core: Core, variables: GroupAgreementsVariables, options?: CallOptions) => Promise<Array<GroupCount>>) & HasDocument = /*#__PURE__*/ single<GroupAgreementsVariables, Array<GroupCount>>('agreements.groups', 26, 'query groupAgreements($by:[Dimension!]!$filter:AgreementFilter$fillEmpty:Boolean$top:Int){agreements(filter:$filter){groups(by:$by fillEmpty:$fillEmpty top:$top){...GroupCount}}}', GroupCountText);

/**
 * Records an agreement, signed or only anticipated, with its parties and first actions.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `input`: What to record.
 * @param options - Idempotency key, signal, deadline and the like.
 * @throws BadInputError - The input cannot be; `field` says where.
 * @throws ConflictError - Another write had this idempotency key.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const agreement = await recordAgreement(entente, {
 *   input: { title: 'Security framework', form: 'FRAMEWORK', parties: [{ actor: 'QA' }, { actor: 'IQ' }] },
 * });
 * ```
 */
export const recordAgreement: ((core: Core, variables: RecordAgreementVariables, options?: WriteOptions) => Promise<AgreementRecord>) & HasDocument = /*#__PURE__*/ single<RecordAgreementVariables, AgreementRecord>('recordAgreement', 465, 'mutation recordAgreement($input:AgreementInput!$idempotencyKey:String){recordAgreement(input:$input idempotencyKey:$idempotencyKey){...AgreementRecord}}', AgreementRecordText, RecordFrameText, WhenText, ActorLinkText);

/**
 * Changes an agreement. Its status cannot be set: record an action.
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
 * const { version } = await entente.agreements.get({ id });
 * await amendAgreement(entente, { id, expectedVersion: version, input: { isBinding: true } });
 * ```
 */
export const amendAgreement: ((core: Core, variables: AmendAgreementVariables, options?: WriteOptions) => Promise<AgreementRecord>) & HasDocument = /*#__PURE__*/ single<AmendAgreementVariables, AgreementRecord>('amendAgreement', 465, 'mutation amendAgreement($id:ID!$expectedVersion:Int!$input:AgreementInput!$reason:String$idempotencyKey:String){amendAgreement(id:$id expectedVersion:$expectedVersion input:$input reason:$reason idempotencyKey:$idempotencyKey){...AgreementRecord}}', AgreementRecordText, RecordFrameText, WhenText, ActorLinkText);

/**
 * Records an action on an agreement; its status is computed anew. May arrive late or out of order.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `agreement`: Which one. `input`: What was done.
 * @param options - Idempotency key, signal, deadline and the like.
 * @throws BadInputError - The input cannot be; `field` says where.
 * @throws ConflictError - Another write had this idempotency key.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const { statusAfter } = await recordAgreementAction(entente, { agreement: id, input: { kind: 'SIGNATURE', party: 'QA', on: { edtf: '2021-03-15' } } });
 * ```
 */
export const recordAgreementAction: ((core: Core, variables: RecordAgreementActionVariables, options?: WriteOptions) => Promise<ActionRecord>) & HasDocument = /*#__PURE__*/ single<RecordAgreementActionVariables, ActionRecord>('recordAgreementAction', 35, 'mutation recordAgreementAction($agreement:ID!$input:AgreementActionInput!$idempotencyKey:String){recordAgreementAction(agreement:$agreement input:$input idempotencyKey:$idempotencyKey){...ActionSummary agreement{id label version status}}}', ActionSummaryText, WhenText, ActorLinkText);

/**
 * Agreements whose status changes, as it happens, in the stream of `events`.
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
 * for await (const { from, to, record } of agreementStatusChanged(entente, {}, { from: 'EARLIEST' })) {
 *   console.log(record?.label, from, to);
 *   break; // or follow it for ever
 * }
 * ```
 */
export const agreementStatusChanged: (<Options extends StreamOptions = object>(core: Core, variables?: AgreementStatusChangedVariables, options?: Options) => Stream<ChangedAgreementStatus, Options>) & HasDocument = /*#__PURE__*/ streaming<AgreementStatusChangedVariables, ChangedAgreementStatus>('agreementStatusChanged', 18, 'subscription agreementStatusChanged($after:Cursor$filter:EventFilter){agreementStatusChanged(after:$after filter:$filter){__typename cursor transition from to event{...ChangeEvent}record:agreement{...AgreementSummary}}}', ChangeEventText, AgreementSummaryText, WhenText, ActorLinkText);

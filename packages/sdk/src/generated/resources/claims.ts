// Generated from schema.graphql and operations/*.graphql by `pnpm --filter @entente/sdk run generate`. Do not edit.
import type { CallOptions, WriteOptions } from '../../options.js';
import type { Core } from '../../core.js';
import { type HasDocument, listing, single } from '../../operation.js';
import type { Listing } from '../../paginate.js';
import { ActorLink as ActorLinkText, ClaimDetail as ClaimDetailText, ClaimSummary as ClaimSummaryText, Evidence as EvidenceText, GroupCount as GroupCountText, RelatedClaim as RelatedClaimText, RelationSummary as RelationSummaryText, When as WhenText } from '../fragments.js';
import type { AmendClaimVariables, ClaimDetail, ClaimSummary, GetClaimVariables, GroupClaimsVariables, ListClaimRelationsVariables, ListClaimsAsOfVariables, ListClaimsVariables, RecordClaimVariables, RelateClaimsVariables, RelationSummary } from '../types/claims.js';
import type { GroupCount } from '../types/common.js';

/**
 * A claim whole: its targets, passages, speakers, origins, and the claims related to it.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `id`: Begins with `claim_`.
 * @param options - Signal, deadline and the like.
 * @throws NotFoundError - There is none, or none for you.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const claim = await getClaim(entente, { id });
 * console.log(claim.statement, claim.origins.length);
 * ```
 */
export const getClaim: ((core: Core, variables: GetClaimVariables, options?: CallOptions) => Promise<ClaimDetail>) & HasDocument = /*#__PURE__*/ single<GetClaimVariables, ClaimDetail>('claim', 173, 'query getClaim($id:ID!){claim(id:$id){...ClaimDetail}}', ClaimDetailText, ClaimSummaryText, EvidenceText, WhenText, ActorLinkText, RelationSummaryText, RelatedClaimText);

/**
 * What sources say, with quotes.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `filter`: Which ones. Absent: all. `orderBy`: In which order.
 * @param options - Signal, deadline and the like.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * for await (const claim of listClaims(entente, { filter: { target: { record: [id] } }, orderBy: 'IN_TEXT' })) {
 *   for (const target of claim.targets) console.log(target.part?.id ?? target.field ?? id, claim.statement);
 * }
 * ```
 */
export const listClaims: ((core: Core, variables?: ListClaimsVariables, options?: CallOptions) => Listing<ClaimSummary>) & HasDocument = /*#__PURE__*/ listing<ListClaimsVariables, ClaimSummary>('claims', 37, 'query listClaims($filter:ClaimFilter$orderBy:ClaimOrder$first:Int$after:Cursor$total:Boolean!=false){claims(filter:$filter orderBy:$orderBy first:$first after:$after){nodes{...ClaimSummary}pageInfo{hasNextPage endCursor}totalCount@include(if:$total)}}', ClaimSummaryText, EvidenceText, WhenText, ActorLinkText);

/**
 * How many claims there are, by what you ask for.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `by`: Up to 3 that fit this set. None gives one row. `filter`: Which ones. Absent: all. `fillEmpty`: Rows for empty periods too. `top`: At most 1000.
 * @param options - Signal, deadline and the like.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const rows = await groupClaims(entente, { by: ['PREDICATE'] });
 * for (const { predicate, count } of rows) console.log(predicate, count);
 * ```
 */
export const groupClaims: ((core: Core, variables: GroupClaimsVariables, options?: CallOptions) => Promise<Array<GroupCount>>) & HasDocument = /*#__PURE__*/ single<GroupClaimsVariables, Array<GroupCount>>('claims.groups', 26, 'query groupClaims($by:[Dimension!]!$filter:ClaimFilter$fillEmpty:Boolean$top:Int){claims(filter:$filter){groups(by:$by fillEmpty:$fillEmpty top:$top){...GroupCount}}}', GroupCountText);

/**
 * Claims as recorded at an instant.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `recordedAt`: What was recorded later is left out. `filter`: Which ones. Absent: all. `orderBy`: In which order.
 * @param options - Signal, deadline and the like.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const then = await listClaimsAsOf(entente, { recordedAt: '2026-01-31T08:00:00.000Z', filter: { subject: ['QA'] } }).take(10);
 * ```
 */
export const listClaimsAsOf: ((core: Core, variables: ListClaimsAsOfVariables, options?: CallOptions) => Listing<ClaimSummary>) & HasDocument = /*#__PURE__*/ listing<ListClaimsAsOfVariables, ClaimSummary>('asOf.claims', 37, 'query listClaimsAsOf($recordedAt:DateTime!$filter:ClaimFilter$orderBy:ClaimOrder$first:Int$after:Cursor$total:Boolean!=false){asOf(recordedAt:$recordedAt){claims(filter:$filter orderBy:$orderBy first:$first after:$after){nodes{...ClaimSummary}pageInfo{hasNextPage endCursor}totalCount@include(if:$total)}}}', ClaimSummaryText, EvidenceText, WhenText, ActorLinkText);

/**
 * Where claims support, contradict, correct, retract or reframe each other.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `filter`: Which ones. Absent: all.
 * @param options - Signal, deadline and the like.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const disputes = await listClaimRelations(entente, { filter: { kind: ['CONTRADICTS'], acrossPublishers: true } }).take(10);
 * ```
 */
export const listClaimRelations: ((core: Core, variables?: ListClaimRelationsVariables, options?: CallOptions) => Listing<RelationSummary>) & HasDocument = /*#__PURE__*/ listing<ListClaimRelationsVariables, RelationSummary>('claimRelations', 18, 'query listClaimRelations($filter:ClaimRelationFilter$first:Int$after:Cursor$total:Boolean!=false){claimRelations(filter:$filter first:$first after:$after){nodes{...RelationSummary}pageInfo{hasNextPage endCursor}totalCount@include(if:$total)}}', RelationSummaryText, RelatedClaimText);

/**
 * Records a claim with its targets and passages.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `input`: What is said, by whom, of what.
 * @param options - Idempotency key, signal, deadline and the like.
 * @throws BadInputError - The input cannot be; `field` says where.
 * @throws ConflictError - Another write had this idempotency key.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const claim = await recordClaim(entente, {
 *   input: {
 *     predicate: 'OBJECTIVE',
 *     source: id,
 *     statement: 'Closer ties are sought.',
 *     targets: [{ record: 'QA' }],
 *     passages: [{ quote: 'closer ties', start: 120, end: 131 }],
 *   },
 * });
 * ```
 */
export const recordClaim: ((core: Core, variables: RecordClaimVariables, options?: WriteOptions) => Promise<ClaimDetail>) & HasDocument = /*#__PURE__*/ single<RecordClaimVariables, ClaimDetail>('recordClaim', 865, 'mutation recordClaim($input:ClaimInput!$idempotencyKey:String){recordClaim(input:$input idempotencyKey:$idempotencyKey){...ClaimDetail}}', ClaimDetailText, ClaimSummaryText, EvidenceText, WhenText, ActorLinkText, RelationSummaryText, RelatedClaimText);

/**
 * Changes a claim.
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
 * await amendClaim(entente, { id, expectedVersion: 1, input: { standing: 'DEPRECATED' }, reason: 'A later text is clearer.' });
 * ```
 */
export const amendClaim: ((core: Core, variables: AmendClaimVariables, options?: WriteOptions) => Promise<ClaimDetail>) & HasDocument = /*#__PURE__*/ single<AmendClaimVariables, ClaimDetail>('amendClaim', 865, 'mutation amendClaim($id:ID!$expectedVersion:Int!$input:ClaimInput!$reason:String$idempotencyKey:String){amendClaim(id:$id expectedVersion:$expectedVersion input:$input reason:$reason idempotencyKey:$idempotencyKey){...ClaimDetail}}', ClaimDetailText, ClaimSummaryText, EvidenceText, WhenText, ActorLinkText, RelationSummaryText, RelatedClaimText);

/**
 * States how one claim stands to another.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `input`: The two claims and how they stand.
 * @param options - Idempotency key, signal, deadline and the like.
 * @throws BadInputError - The input cannot be; `field` says where.
 * @throws ConflictError - Another write had this idempotency key.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * await relateClaims(entente, { input: { from: later, kind: 'CORRECTS', to: id } });
 * ```
 */
export const relateClaims: ((core: Core, variables: RelateClaimsVariables, options?: WriteOptions) => Promise<RelationSummary>) & HasDocument = /*#__PURE__*/ single<RelateClaimsVariables, RelationSummary>('relateClaims', 90, 'mutation relateClaims($input:ClaimRelationInput!$idempotencyKey:String){relateClaims(input:$input idempotencyKey:$idempotencyKey){...RelationSummary}}', RelationSummaryText, RelatedClaimText);

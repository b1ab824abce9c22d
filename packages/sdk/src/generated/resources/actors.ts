// Generated from schema.graphql and operations/*.graphql by `pnpm --filter @entente/sdk run generate`. Do not edit.
import type { CallOptions, WriteOptions } from '../../options.js';
import type { Core } from '../../core.js';
import { type HasDocument, listing, single } from '../../operation.js';
import type { Listing } from '../../paginate.js';
import { ActorDetail as ActorDetailText, ActorLink as ActorLinkText, ActorRecord as ActorRecordText, Evidence as EvidenceText, RecordFrame as RecordFrameText, TenureSummary as TenureSummaryText, When as WhenText } from '../fragments.js';
import type { ActorDetail, ActorRecord, ActorSummary, AmendActorVariables, AssessOutletVariables, AssessmentRecord, GetActorAsOfVariables, GetActorVariables, ListActorsVariables, RecordActorVariables } from '../types/actors.js';

/**
 * A state, organization, person or group whole, by id, country code, Wikidata id or web domain.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `ref`: An id, `QA`, `Q846` or the web domain of an outlet.
 * @param options - Signal, deadline and the like.
 * @throws NotFoundError - There is none, or none for you.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const qatar = await getActor(entente, { ref: 'QA' });
 * if (qatar.__typename === 'State') console.log(qatar.iso3, qatar.positions.length);
 * ```
 */
export const getActor: ((core: Core, variables: GetActorVariables, options?: CallOptions) => Promise<ActorDetail>) & HasDocument = /*#__PURE__*/ single<GetActorVariables, ActorDetail>('actor', 1089, 'query getActor($ref:ActorRef!){actor(ref:$ref){...ActorDetail}}', ActorDetailText, ActorRecordText, RecordFrameText, ActorLinkText, TenureSummaryText, WhenText, EvidenceText);

/**
 * States, organizations, persons and groups, by label.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `filter`: Which ones. Absent: all.
 * @param options - Signal, deadline and the like.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const ministries = await listActors(entente, { filter: { orgKind: ['MINISTRY'], state: ['IQ'] } }).take(20);
 * ```
 */
export const listActors: ((core: Core, variables?: ListActorsVariables, options?: CallOptions) => Listing<ActorSummary>) & HasDocument = /*#__PURE__*/ listing<ListActorsVariables, ActorSummary>('actors', 3, 'query listActors($filter:ActorFilter$first:Int$after:Cursor$total:Boolean!=false){actors(filter:$filter first:$first after:$after){nodes{__typename id label version marking changedAt wikidataId parent{...ActorLink}...on State{iso2 iso3}...on Organization{orgKind domain state{id label iso2}}...on ActorGroup{statedSize isComplete}}pageInfo{hasNextPage endCursor}totalCount@include(if:$total)}}', ActorLinkText);

/**
 * An actor as it stood at an instant.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `recordedAt`: What was recorded later is left out. `ref`: An id or code.
 * @param options - Signal, deadline and the like.
 * @throws NotFoundError - There is none, or none for you.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const then = await getActorAsOf(entente, { ref: 'QA', recordedAt: '2026-01-31T08:00:00.000Z' });
 * ```
 */
export const getActorAsOf: ((core: Core, variables: GetActorAsOfVariables, options?: CallOptions) => Promise<ActorDetail>) & HasDocument = /*#__PURE__*/ single<GetActorAsOfVariables, ActorDetail>('asOf.actor', 1090, 'query getActorAsOf($recordedAt:DateTime!$ref:ActorRef!){asOf(recordedAt:$recordedAt){actor(ref:$ref){...ActorDetail}}}', ActorDetailText, ActorRecordText, RecordFrameText, ActorLinkText, TenureSummaryText, WhenText, EvidenceText);

/**
 * Records a state, organization, person or group.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `input`: What to record.
 * @param options - Idempotency key, signal, deadline and the like.
 * @throws BadInputError - The input cannot be; `field` says where.
 * @throws ConflictError - Another write had this idempotency key.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const ministry = await recordActor(entente, {
 *   input: { kind: 'ORGANIZATION', orgKind: 'MINISTRY', state: 'QA', names: [{ value: 'Ministry of Transport' }] },
 * });
 * ```
 */
export const recordActor: ((core: Core, variables: RecordActorVariables, options?: WriteOptions) => Promise<ActorRecord>) & HasDocument = /*#__PURE__*/ single<RecordActorVariables, ActorRecord>('recordActor', 1530, 'mutation recordActor($input:ActorInput!$idempotencyKey:String){recordActor(input:$input idempotencyKey:$idempotencyKey){...ActorRecord}}', ActorRecordText, RecordFrameText, ActorLinkText, TenureSummaryText, WhenText);

/**
 * Changes an actor; its kind stays.
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
 * const { version } = await entente.actors.get({ ref: id });
 * await amendActor(entente, { id, expectedVersion: version, input: { wikidataId: 'Q846' } });
 * ```
 */
export const amendActor: ((core: Core, variables: AmendActorVariables, options?: WriteOptions) => Promise<ActorRecord>) & HasDocument = /*#__PURE__*/ single<AmendActorVariables, ActorRecord>('amendActor', 1530, 'mutation amendActor($id:ID!$expectedVersion:Int!$input:ActorInput!$reason:String$idempotencyKey:String){amendActor(id:$id expectedVersion:$expectedVersion input:$input reason:$reason idempotencyKey:$idempotencyKey){...ActorRecord}}', ActorRecordText, RecordFrameText, ActorLinkText, TenureSummaryText, WhenText);

/**
 * Grades an outlet, or states whose outlet it is, from a date on.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `input`: The outlet, the value and why.
 * @param options - Idempotency key, signal, deadline and the like.
 * @throws BadInputError - The input cannot be; `field` says where.
 * @throws ConflictError - Another write had this idempotency key.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * await assessOutlet(entente, { input: { outlet: 'example.org', reliability: 'C', from: '2021-01-01', reason: 'Few corrections are published.' } });
 * ```
 */
export const assessOutlet: ((core: Core, variables: AssessOutletVariables, options?: WriteOptions) => Promise<AssessmentRecord>) & HasDocument = /*#__PURE__*/ single<AssessOutletVariables, AssessmentRecord>('assessOutlet', 15, 'mutation assessOutlet($input:OutletAssessmentInput!$idempotencyKey:String){assessOutlet(input:$input idempotencyKey:$idempotencyKey){id reliability affiliation from assessor reason outlet{id label version reliability affiliation}source{id label}}}');

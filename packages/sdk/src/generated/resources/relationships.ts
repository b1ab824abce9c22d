// Generated from schema.graphql and operations/*.graphql by `pnpm --filter @entente/sdk run generate`. Do not edit.
import type { CallOptions } from '../../options.js';
import type { Core } from '../../core.js';
import { type HasDocument, listing, single } from '../../operation.js';
import type { Listing } from '../../paginate.js';
import { ActorLink as ActorLinkText, AgreementSummary as AgreementSummaryText, ContextEventSummary as ContextEventSummaryText, EngagementSummary as EngagementSummaryText, Evidence as EvidenceText, RelationshipDetail as RelationshipDetailText, When as WhenText } from '../fragments.js';
import type { GetRelationshipAsOfVariables, GetRelationshipVariables, ListRelationshipsVariables, RelationshipDetail, RelationshipSummary } from '../types/relationships.js';

/**
 * All that is known between two actors, in one round trip.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `between`: Exactly two actors, in any order.
 * @param options - Signal, deadline and the like.
 * @throws NotFoundError - There is none, or none for you.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const { thirdParties, engagements } = await getRelationship(entente, { between: ['QA', 'IQ'] });
 * ```
 */
export const getRelationship: ((core: Core, variables: GetRelationshipVariables, options?: CallOptions) => Promise<RelationshipDetail>) & HasDocument = /*#__PURE__*/ single<GetRelationshipVariables, RelationshipDetail>('relationship', 1681, 'query getRelationship($between:[ActorRef!]!){relationship(between:$between){...RelationshipDetail}}', RelationshipDetailText, ActorLinkText, EngagementSummaryText, WhenText, AgreementSummaryText, ContextEventSummaryText, EvidenceText);

/**
 * Pairs of actors that have something in common on record, those with most engagements first.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `filter`: Which ones. Absent: all. `orderBy`: In which order.
 * @param options - Signal, deadline and the like.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * for (const { label, engagements } of await listRelationships(entente, { filter: { involving: ['QA'] } }).take(10))
 *   console.log(label, engagements.totalCount);
 * ```
 */
export const listRelationships: ((core: Core, variables?: ListRelationshipsVariables, options?: CallOptions) => Listing<RelationshipSummary>) & HasDocument = /*#__PURE__*/ listing<ListRelationshipsVariables, RelationshipSummary>('relationships', 12, 'query listRelationships($filter:RelationshipFilter$orderBy:RelationshipOrder$first:Int$after:Cursor$total:Boolean!=false){relationships(filter:$filter orderBy:$orderBy first:$first after:$after){nodes{id label engagementTrend actors{...ActorLink}engagements(first:0){totalCount}}pageInfo{hasNextPage endCursor}totalCount@include(if:$total)}}', ActorLinkText);

/**
 * All that was known between two actors at an instant.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `recordedAt`: What was recorded later is left out. `between`: Exactly two actors.
 * @param options - Signal, deadline and the like.
 * @throws NotFoundError - There is none, or none for you.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const then = await getRelationshipAsOf(entente, { between: ['QA', 'IQ'], recordedAt: '2026-01-31T08:00:00.000Z' });
 * ```
 */
export const getRelationshipAsOf: ((core: Core, variables: GetRelationshipAsOfVariables, options?: CallOptions) => Promise<RelationshipDetail>) & HasDocument = /*#__PURE__*/ single<GetRelationshipAsOfVariables, RelationshipDetail>('asOf.relationship', 1682, 'query getRelationshipAsOf($recordedAt:DateTime!$between:[ActorRef!]!){asOf(recordedAt:$recordedAt){relationship(between:$between){...RelationshipDetail}}}', RelationshipDetailText, ActorLinkText, EngagementSummaryText, WhenText, AgreementSummaryText, ContextEventSummaryText, EvidenceText);

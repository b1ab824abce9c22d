// Generated from schema.graphql and operations/*.graphql by `pnpm --filter @entente/sdk run generate`. Do not edit.
import type { CallOptions, WriteOptions } from '../../options.js';
import type { Core } from '../../core.js';
import { type HasDocument, listing, single } from '../../operation.js';
import type { Listing } from '../../paginate.js';
import { IdentityVerdict as IdentityVerdictText } from '../fragments.js';
import type { DecideIdentityVariables, IdentityVerdict, ListIdentitiesVariables } from '../types/identities.js';

/**
 * Pairs of records that may be the same, the most alike first; or, with a status, what was decided.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `filter`: Absent: undecided candidates.
 * @param options - Signal, deadline and the like.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * for (const { score, reasons, records } of await listIdentities(entente, { filter: { scoreAtLeast: 0.8 } }).take(10))
 *   console.log(score, records.map(({ label }) => label), reasons);
 * ```
 */
export const listIdentities: ((core: Core, variables?: ListIdentitiesVariables, options?: CallOptions) => Listing<IdentityVerdict>) & HasDocument = /*#__PURE__*/ listing<ListIdentitiesVariables, IdentityVerdict>('identities', 6, 'query listIdentities($filter:IdentityFilter$first:Int$after:Cursor$total:Boolean!=false){identities(filter:$filter first:$first after:$after){nodes{...IdentityVerdict}pageInfo{hasNextPage endCursor}totalCount@include(if:$total)}}', IdentityVerdictText);

/**
 * Says that two records are the same, which merges them, or that they are different, which undoes that. Both ids go on answering.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `records`: Two records of one type. `status`: The verdict. `reason`: Why, 3 to 500 characters.
 * @param options - Idempotency key, signal, deadline and the like.
 * @throws BadInputError - The input cannot be; `field` says where.
 * @throws ConflictError - Another write had this idempotency key.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const [pair] = await entente.identities.list({ filter: { status: ['CANDIDATE'] } }).take(1);
 * if (pair)
 *   await decideIdentity(entente, {
 *     records: pair.records.map((record) => record.id),
 *     status: 'DIFFERENT',
 *     reason: 'They share a name.',
 *   });
 * ```
 */
export const decideIdentity: ((core: Core, variables: DecideIdentityVariables, options?: WriteOptions) => Promise<IdentityVerdict>) & HasDocument = /*#__PURE__*/ single<DecideIdentityVariables, IdentityVerdict>('decideIdentity', 30, 'mutation decideIdentity($records:[ID!]!$status:IdentityStatus!$reason:String!$idempotencyKey:String){decideIdentity(records:$records status:$status reason:$reason idempotencyKey:$idempotencyKey){...IdentityVerdict}}', IdentityVerdictText);

// Generated from schema.graphql and operations/*.graphql by `pnpm --filter @entente/sdk run generate`. Do not edit.
import type { CallOptions, WriteOptions } from '../../options.js';
import type { Core } from '../../core.js';
import { type HasDocument, listing, single } from '../../operation.js';
import type { Listing } from '../../paginate.js';
import { TenureSummary as TenureSummaryText, When as WhenText } from '../fragments.js';
import type { ListTenuresVariables, RecordTenureVariables } from '../types/tenures.js';
import type { TenureSummary } from '../types/common.js';

/**
 * Who held which office, and when.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `filter`: Which ones. Absent: all.
 * @param options - Signal, deadline and the like.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const holders = await listTenures(entente, { filter: { title: 'Interior Minister', state: ['IQ'], on: '2021-03-15' } }).take(5);
 * ```
 */
export const listTenures: ((core: Core, variables?: ListTenuresVariables, options?: CallOptions) => Listing<TenureSummary>) & HasDocument = /*#__PURE__*/ listing<ListTenuresVariables, TenureSummary>('tenures', 5, 'query listTenures($filter:TenureFilter$first:Int$after:Cursor$total:Boolean!=false){tenures(filter:$filter first:$first after:$after){nodes{...TenureSummary}pageInfo{hasNextPage endCursor}totalCount@include(if:$total)}}', TenureSummaryText, WhenText);

/**
 * Records that a person holds or held an office.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `input`: Who, which office, when.
 * @param options - Idempotency key, signal, deadline and the like.
 * @throws BadInputError - The input cannot be; `field` says where.
 * @throws ConflictError - Another write had this idempotency key.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const tenure = await recordTenure(entente, { input: { person: id, position: id, from: { edtf: '2020-05' } } });
 * ```
 */
export const recordTenure: ((core: Core, variables: RecordTenureVariables, options?: WriteOptions) => Promise<TenureSummary>) & HasDocument = /*#__PURE__*/ single<RecordTenureVariables, TenureSummary>('recordTenure', 25, 'mutation recordTenure($input:TenureInput!$idempotencyKey:String){recordTenure(input:$input idempotencyKey:$idempotencyKey){...TenureSummary}}', TenureSummaryText, WhenText);

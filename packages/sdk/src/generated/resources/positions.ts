// Generated from schema.graphql and operations/*.graphql by `pnpm --filter @entente/sdk run generate`. Do not edit.
import type { CallOptions, WriteOptions } from '../../options.js';
import type { Core } from '../../core.js';
import { type HasDocument, single } from '../../operation.js';
import { ActorLink as ActorLinkText, Evidence as EvidenceText, PositionRecord as PositionRecordText, RecordFrame as RecordFrameText, TenureSummary as TenureSummaryText, When as WhenText } from '../fragments.js';
import type { AmendPositionVariables, GetPositionVariables, PositionDetail, PositionRecord, RecordPositionVariables } from '../types/positions.js';

/**
 * An office with everybody who held it, the latest first.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `id`: Begins with `position_`.
 * @param options - Signal, deadline and the like.
 * @throws NotFoundError - There is none, or none for you.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const office = await getPosition(entente, { id });
 * for (const { person, from } of office.tenures.nodes) console.log(person?.label, from?.text);
 * ```
 */
export const getPosition: ((core: Core, variables: GetPositionVariables, options?: CallOptions) => Promise<PositionDetail>) & HasDocument = /*#__PURE__*/ single<GetPositionVariables, PositionDetail>('position', 1017, 'query getPosition($id:ID!){position(id:$id){...PositionRecord tenures(first:50){nodes{...TenureSummary}pageInfo{hasNextPage}}claims(first:20){nodes{...Evidence}pageInfo{hasNextPage}}}}', PositionRecordText, RecordFrameText, ActorLinkText, TenureSummaryText, WhenText, EvidenceText);

/**
 * Records an office.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `input`: What to record.
 * @param options - Idempotency key, signal, deadline and the like.
 * @throws BadInputError - The input cannot be; `field` says where.
 * @throws ConflictError - Another write had this idempotency key.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const office = await recordPosition(entente, { input: { title: 'Undersecretary', organization: id, level: 'DEPUTY_MINISTER' } });
 * ```
 */
export const recordPosition: ((core: Core, variables: RecordPositionVariables, options?: WriteOptions) => Promise<PositionRecord>) & HasDocument = /*#__PURE__*/ single<RecordPositionVariables, PositionRecord>('recordPosition', 125, 'mutation recordPosition($input:PositionInput!$idempotencyKey:String){recordPosition(input:$input idempotencyKey:$idempotencyKey){...PositionRecord}}', PositionRecordText, RecordFrameText, ActorLinkText);

/**
 * Changes an office.
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
 * await amendPosition(entente, { id, expectedVersion: 1, input: { level: 'MINISTER' }, reason: 'The office was raised.' });
 * ```
 */
export const amendPosition: ((core: Core, variables: AmendPositionVariables, options?: WriteOptions) => Promise<PositionRecord>) & HasDocument = /*#__PURE__*/ single<AmendPositionVariables, PositionRecord>('amendPosition', 125, 'mutation amendPosition($id:ID!$expectedVersion:Int!$input:PositionInput!$reason:String$idempotencyKey:String){amendPosition(id:$id expectedVersion:$expectedVersion input:$input reason:$reason idempotencyKey:$idempotencyKey){...PositionRecord}}', PositionRecordText, RecordFrameText, ActorLinkText);

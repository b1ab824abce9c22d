// Generated from schema.graphql and operations/*.graphql by `pnpm --filter @entente/sdk run generate`. Do not edit.
import type { WriteOptions } from '../../options.js';
import type { Core } from '../../core.js';
import { type HasDocument, single } from '../../operation.js';
import { ActorLink as ActorLinkText, When as WhenText } from '../fragments.js';
import type { CommitmentRecord, RecordCommitmentVariables, RecordImplementationReportVariables, ReportRecord } from '../types/commitments.js';

/**
 * Records a promise made at an engagement or in an agreement.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `input`: What was promised.
 * @param options - Idempotency key, signal, deadline and the like.
 * @throws BadInputError - The input cannot be; `field` says where.
 * @throws ConflictError - Another write had this idempotency key.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const promise = await recordCommitment(entente, {
 *   input: { engagement: id, parties: ['QA'], statement: 'To open a direct line between the two ministries.' },
 * });
 * ```
 */
export const recordCommitment: ((core: Core, variables: RecordCommitmentVariables, options?: WriteOptions) => Promise<CommitmentRecord>) & HasDocument = /*#__PURE__*/ single<RecordCommitmentVariables, CommitmentRecord>('recordCommitment', 45, 'mutation recordCommitment($input:CommitmentInput!$idempotencyKey:String){recordCommitment(input:$input idempotencyKey:$idempotencyKey){id act statement status modality due{...When}parties{...ActorLink}topic{id label slug}engagement{id label version}agreement{id label version}}}', WhenText, ActorLinkText);

/**
 * Records how far a commitment or an agreement was carried out.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `input`: What was found.
 * @param options - Idempotency key, signal, deadline and the like.
 * @throws BadInputError - The input cannot be; `field` says where.
 * @throws ConflictError - Another write had this idempotency key.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * await recordImplementationReport(entente, { input: { commitment: id, status: 'PARTIAL', period: { edtf: '2022' } } });
 * ```
 */
export const recordImplementationReport: ((core: Core, variables: RecordImplementationReportVariables, options?: WriteOptions) => Promise<ReportRecord>) & HasDocument = /*#__PURE__*/ single<RecordImplementationReportVariables, ReportRecord>('recordImplementationReport', 15, 'mutation recordImplementationReport($input:ImplementationReportInput!$idempotencyKey:String){recordImplementationReport(input:$input idempotencyKey:$idempotencyKey){id status modality period{...When}commitment{id statement status}agreement{id label version}}}', WhenText);

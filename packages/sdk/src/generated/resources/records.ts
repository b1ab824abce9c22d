// Generated from schema.graphql and operations/*.graphql by `pnpm --filter @entente/sdk run generate`. Do not edit.
import type { CallOptions, WriteOptions } from '../../options.js';
import type { Core } from '../../core.js';
import { type HasDocument, single } from '../../operation.js';
import { AnyRecord as AnyRecordText } from '../fragments.js';
import type { AnyRecord, ExpungeRecordVariables, GetRecordAsOfVariables, GetRecordVariables, GetRecordsVariables, NameRecord, RecordHistoryVariables, RecordNameVariables, ReinstateRecordVariables, RetractRecordVariables, VersionSummary } from '../types/records.js';

/**
 * Any record or part by its id.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `id`: An id of any type.
 * @param options - Signal, deadline and the like.
 * @throws NotFoundError - There is none, or none for you.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const anything = await getRecord(entente, { id });
 * console.log(anything.__typename);
 * ```
 */
export const getRecord: ((core: Core, variables: GetRecordVariables, options?: CallOptions) => Promise<AnyRecord>) & HasDocument = /*#__PURE__*/ single<GetRecordVariables, AnyRecord>('node', 2, 'query getRecord($id:ID!){node(id:$id){...AnyRecord}}', AnyRecordText);

/**
 * Up to a hundred records or parts by id, in the order asked; null for each that does not exist.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `ids`: At most 100 ids, types may be mixed.
 * @param options - Signal, deadline and the like.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const found = await getRecords(entente, { ids: [id, later] });
 * ```
 */
export const getRecords: ((core: Core, variables: GetRecordsVariables, options?: CallOptions) => Promise<Array<AnyRecord | null>>) & HasDocument = /*#__PURE__*/ single<GetRecordsVariables, Array<AnyRecord | null>>('nodes', 0, 'query getRecords($ids:[ID!]!){nodes(ids:$ids){...AnyRecord}}', AnyRecordText);

/**
 * Any record or part as it stood at an instant.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `recordedAt`: What was recorded later is left out. `id`: An id of any type.
 * @param options - Signal, deadline and the like.
 * @throws NotFoundError - There is none, or none for you.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const then = await getRecordAsOf(entente, { id, recordedAt: '2026-01-31T08:00:00.000Z' });
 * ```
 */
export const getRecordAsOf: ((core: Core, variables: GetRecordAsOfVariables, options?: CallOptions) => Promise<AnyRecord>) & HasDocument = /*#__PURE__*/ single<GetRecordAsOfVariables, AnyRecord>('asOf.node', 3, 'query getRecordAsOf($recordedAt:DateTime!$id:ID!){asOf(recordedAt:$recordedAt){node(id:$id){...AnyRecord}}}', AnyRecordText);

/**
 * The versions of a record, the latest first, with what changed.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `id`: A record. `before`: Only versions below this one. `first`: How many, 1 to 100.
 * @param options - Signal, deadline and the like.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * for (const { version, changed, reason } of await recordHistory(entente, { id })) console.log(version, changed, reason);
 * ```
 */
export const recordHistory: ((core: Core, variables: RecordHistoryVariables, options?: CallOptions) => Promise<Array<VersionSummary>>) & HasDocument = /*#__PURE__*/ single<RecordHistoryVariables, Array<VersionSummary>>('history', 5, 'query recordHistory($id:ID!$before:Int$first:Int){history(id:$id before:$before first:$first){version change changed before after at by reason}}');

/**
 * Adds a spelling, verbatim, to a record.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `record`: Whose name it is. `input`: The spelling.
 * @param options - Idempotency key, signal, deadline and the like.
 * @throws BadInputError - The input cannot be; `field` says where.
 * @throws ConflictError - Another write had this idempotency key.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * await recordName(entente, { record: 'QA', input: { value: 'Doha', kind: 'METONYM' } });
 * ```
 */
export const recordName: ((core: Core, variables: RecordNameVariables, options?: WriteOptions) => Promise<NameRecord>) & HasDocument = /*#__PURE__*/ single<RecordNameVariables, NameRecord>('recordName', 10, 'mutation recordName($record:RecordRef!$input:NameInput!$idempotencyKey:String){recordName(record:$record input:$input idempotencyKey:$idempotencyKey){id value kind language modality record{__typename id label version}}}');

/**
 * Withdraws a record, or a part of one. It leaves lists and counts and is kept. Answers with the record.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `id`: A record or a part, whose version is that of its record. `expectedVersion`: The version you have seen; another current one is a CONFLICT that carries it. `reason`: Why, 3 to 500 characters.
 * @param options - Idempotency key, signal, deadline and the like.
 * @throws BadInputError - The input cannot be; `field` says where.
 * @throws ConflictError - The record has another version by now; `currentVersion` says which.
 * @throws NotFoundError - There is no such record, or none for you.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * await retractRecord(entente, { id, expectedVersion: 3, reason: 'Coded twice.' });
 * ```
 */
export const retractRecord: ((core: Core, variables: RetractRecordVariables, options?: WriteOptions) => Promise<AnyRecord>) & HasDocument = /*#__PURE__*/ single<RetractRecordVariables, AnyRecord>('retract', 10, 'mutation retractRecord($id:ID!$expectedVersion:Int!$reason:String!$idempotencyKey:String){retract(id:$id expectedVersion:$expectedVersion reason:$reason idempotencyKey:$idempotencyKey){...AnyRecord}}', AnyRecordText);

/**
 * Takes a retraction back. Answers with the record.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `id`: A record or a part. `expectedVersion`: The version you have seen; another current one is a CONFLICT that carries it. `reason`: Why, 3 to 500 characters.
 * @param options - Idempotency key, signal, deadline and the like.
 * @throws BadInputError - The input cannot be; `field` says where.
 * @throws ConflictError - The record has another version by now; `currentVersion` says which.
 * @throws NotFoundError - There is no such record, or none for you.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * await reinstateRecord(entente, { id, expectedVersion: 4, reason: 'They were two meetings after all.' });
 * ```
 */
export const reinstateRecord: ((core: Core, variables: ReinstateRecordVariables, options?: WriteOptions) => Promise<AnyRecord>) & HasDocument = /*#__PURE__*/ single<ReinstateRecordVariables, AnyRecord>('reinstate', 10, 'mutation reinstateRecord($id:ID!$expectedVersion:Int!$reason:String!$idempotencyKey:String){reinstate(id:$id expectedVersion:$expectedVersion reason:$reason idempotencyKey:$idempotencyKey){...AnyRecord}}', AnyRecordText);

/**
 * Erases the content everywhere, history and events included. Answers with the id it had. Cannot be undone.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `id`: A record. `reason`: Why: a living person, a court order, withdrawn press text.
 * @param options - Idempotency key, signal, deadline and the like.
 * @throws BadInputError - The input cannot be; `field` says where.
 * @throws ConflictError - Another write had this idempotency key.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * await expungeRecord(entente, { id, reason: 'A court order.' });
 * ```
 */
export const expungeRecord: ((core: Core, variables: ExpungeRecordVariables, options?: WriteOptions) => Promise<string>) & HasDocument = /*#__PURE__*/ single<ExpungeRecordVariables, string>('expunge', 0, 'mutation expungeRecord($id:ID!$reason:String!$idempotencyKey:String){expunge(id:$id reason:$reason idempotencyKey:$idempotencyKey)}');

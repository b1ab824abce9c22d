// Generated from schema.graphql and operations/*.graphql by `pnpm --filter @entente/sdk run generate`. Do not edit.
import type { CallOptions, WriteOptions } from '../../options.js';
import type { Core } from '../../core.js';
import { type HasDocument, single } from '../../operation.js';
import { EngagementSummary as EngagementSummaryText, RecordFrame as RecordFrameText, TopicRecord as TopicRecordText, When as WhenText } from '../fragments.js';
import type { AmendTopicVariables, GetTopicVariables, ListTopicsVariables, RecordTopicVariables, TopicDetail, TopicRecord, TopicSummary } from '../types/topics.js';

/**
 * A topic, the narrower ones, and the latest engagements that had it on the agenda.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `ref`: An id, or a slug such as `border-security`.
 * @param options - Signal, deadline and the like.
 * @throws NotFoundError - There is none, or none for you.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const topic = await getTopic(entente, { ref: 'border-security' });
 * ```
 */
export const getTopic: ((core: Core, variables: GetTopicVariables, options?: CallOptions) => Promise<TopicDetail>) & HasDocument = /*#__PURE__*/ single<GetTopicVariables, TopicDetail>('topic', 369, 'query getTopic($ref:TopicRef!){topic(ref:$ref){...TopicRecord engagements(first:20){nodes{...EngagementSummary}pageInfo{hasNextPage}}}}', TopicRecordText, RecordFrameText, EngagementSummaryText, WhenText);

/**
 * The topic tree, flat, parents before children.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `below`: Only this one and those below it.
 * @param options - Signal, deadline and the like.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * for (const { slug, parent } of await listTopics(entente, { below: 'security' })) console.log(slug, parent?.slug);
 * ```
 */
export const listTopics: ((core: Core, variables?: ListTopicsVariables, options?: CallOptions) => Promise<Array<TopicSummary>>) & HasDocument = /*#__PURE__*/ single<ListTopicsVariables, Array<TopicSummary>>('topics', 10, 'query listTopics($below:TopicRef){topics(below:$below){id label slug ploverContext parent{id slug}}}');

/**
 * Records a topic.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `input`: What to record.
 * @param options - Idempotency key, signal, deadline and the like.
 * @throws BadInputError - The input cannot be; `field` says where.
 * @throws ConflictError - Another write had this idempotency key.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const topic = await recordTopic(entente, { input: { slug: 'water-sharing', names: [{ value: 'Water sharing' }] } });
 * ```
 */
export const recordTopic: ((core: Core, variables: RecordTopicVariables, options?: WriteOptions) => Promise<TopicRecord>) & HasDocument = /*#__PURE__*/ single<RecordTopicVariables, TopicRecord>('recordTopic', 140, 'mutation recordTopic($input:TopicInput!$idempotencyKey:String){recordTopic(input:$input idempotencyKey:$idempotencyKey){...TopicRecord}}', TopicRecordText, RecordFrameText);

/**
 * Changes a topic.
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
 * const { id, version } = await entente.topics.get({ ref: 'border-security' });
 * await amendTopic(entente, { id, expectedVersion: version, input: { parent: 'security' } });
 * ```
 */
export const amendTopic: ((core: Core, variables: AmendTopicVariables, options?: WriteOptions) => Promise<TopicRecord>) & HasDocument = /*#__PURE__*/ single<AmendTopicVariables, TopicRecord>('amendTopic', 140, 'mutation amendTopic($id:ID!$expectedVersion:Int!$input:TopicInput!$reason:String$idempotencyKey:String){amendTopic(id:$id expectedVersion:$expectedVersion input:$input reason:$reason idempotencyKey:$idempotencyKey){...TopicRecord}}', TopicRecordText, RecordFrameText);

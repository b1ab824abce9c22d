// Generated from schema.graphql and operations/*.graphql by `pnpm --filter @entente/sdk run generate`. Do not edit.
import type { CallOptions, WriteOptions } from '../../options.js';
import type { Core } from '../../core.js';
import { type HasDocument, single } from '../../operation.js';
import { WebhookSummary as WebhookSummaryText, WebhookWithSecret as WebhookWithSecretText } from '../fragments.js';
import type { AmendWebhookVariables, GetWebhookVariables, ListWebhooksVariables, RegisterWebhookVariables, ReplayWebhookVariables, RetireWebhookVariables, RotateWebhookSecretVariables, SendTestEventVariables, WebhookDetail, WebhookSummary, WebhookWithSecret } from '../types/webhooks.js';

export * from '../../resources/webhooks.js';

/**
 * An endpoint with its delivery log, the latest first.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `id`: Begins with `webhook_`. `status`:
 * @param options - Signal, deadline and the like.
 * @throws NotFoundError - There is none, or none for you.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const { deliveries } = await getWebhook(entente, { id, status: ['FAILED'] });
 * for (const { attempts, httpStatus } of deliveries) console.log(attempts, httpStatus);
 * ```
 */
export const getWebhook: ((core: Core, variables: GetWebhookVariables, options?: CallOptions) => Promise<WebhookDetail>) & HasDocument = /*#__PURE__*/ single<GetWebhookVariables, WebhookDetail>('webhook', 11, 'query getWebhook($id:ID!$status:[DeliveryStatus!]){webhook(id:$id){...WebhookSummary deliveries(status:$status){id status attempts httpStatus lastAttemptAt event{id recordId recordVersion change}}}}', WebhookSummaryText);

/**
 * Your endpoints; everybody's for the role ADMIN.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - None.
 * @param options - Signal, deadline and the like.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * for (const { name, pausedAt, disabledAt } of await listWebhooks(entente)) console.log(name, pausedAt, disabledAt);
 * ```
 */
export const listWebhooks: ((core: Core, variables?: ListWebhooksVariables, options?: CallOptions) => Promise<Array<WebhookSummary>>) & HasDocument = /*#__PURE__*/ single<ListWebhooksVariables, Array<WebhookSummary>>('webhooks', 5, 'query listWebhooks{webhooks{...WebhookSummary}}', WebhookSummaryText);

/**
 * Registers an endpoint. Keep the secret: it is shown only now.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `input`: Where to send what.
 * @param options - Idempotency key, signal, deadline and the like.
 * @throws BadInputError - The input cannot be; `field` says where.
 * @throws ConflictError - Another write had this idempotency key.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const { secret } = await registerWebhook(entente, { input: { name: 'Signatures', url: 'https://example.com/hook', filter: { recordType: ['AGREEMENT'] } } });
 * ```
 */
export const registerWebhook: ((core: Core, variables: RegisterWebhookVariables, options?: WriteOptions) => Promise<WebhookWithSecret>) & HasDocument = /*#__PURE__*/ single<RegisterWebhookVariables, WebhookWithSecret>('registerWebhook', 5, 'mutation registerWebhook($input:WebhookInput!$idempotencyKey:String){registerWebhook(input:$input idempotencyKey:$idempotencyKey){...WebhookWithSecret}}', WebhookWithSecretText, WebhookSummaryText);

/**
 * Changes, pauses or resumes an endpoint.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `id`: Which one. `input`: What changes.
 * @param options - Idempotency key, signal, deadline and the like.
 * @throws BadInputError - The input cannot be; `field` says where.
 * @throws ConflictError - Another write had this idempotency key.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * await amendWebhook(entente, { id, input: { isPaused: true } });
 * ```
 */
export const amendWebhook: ((core: Core, variables: AmendWebhookVariables, options?: WriteOptions) => Promise<WebhookSummary>) & HasDocument = /*#__PURE__*/ single<AmendWebhookVariables, WebhookSummary>('amendWebhook', 5, 'mutation amendWebhook($id:ID!$input:WebhookInput!$idempotencyKey:String){amendWebhook(id:$id input:$input idempotencyKey:$idempotencyKey){...WebhookSummary}}', WebhookSummaryText);

/**
 * Gives an endpoint a new secret; for 24 hours the old one signs, too.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `id`: Which one.
 * @param options - Idempotency key, signal, deadline and the like.
 * @throws BadInputError - The input cannot be; `field` says where.
 * @throws ConflictError - Another write had this idempotency key.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const { secret } = await rotateWebhookSecret(entente, { id });
 * ```
 */
export const rotateWebhookSecret: ((core: Core, variables: RotateWebhookSecretVariables, options?: WriteOptions) => Promise<WebhookWithSecret>) & HasDocument = /*#__PURE__*/ single<RotateWebhookSecretVariables, WebhookWithSecret>('rotateWebhookSecret', 5, 'mutation rotateWebhookSecret($id:ID!$idempotencyKey:String){rotateWebhookSecret(id:$id idempotencyKey:$idempotencyKey){...WebhookWithSecret}}', WebhookWithSecretText, WebhookSummaryText);

/**
 * Sends a range of events again.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `id`: Which one. `after`: Send what comes after this. `until`: Up to and including this. Absent: the head.
 * @param options - Idempotency key, signal, deadline and the like.
 * @throws BadInputError - The input cannot be; `field` says where.
 * @throws ConflictError - Another write had this idempotency key.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const { oldest } = await entente.events.bounds();
 * await replayWebhook(entente, { id, after: oldest });
 * ```
 */
export const replayWebhook: ((core: Core, variables: ReplayWebhookVariables, options?: WriteOptions) => Promise<WebhookSummary>) & HasDocument = /*#__PURE__*/ single<ReplayWebhookVariables, WebhookSummary>('replayWebhook', 5, 'mutation replayWebhook($id:ID!$after:Cursor!$until:Cursor$idempotencyKey:String){replayWebhook(id:$id after:$after until:$until idempotencyKey:$idempotencyKey){...WebhookSummary}}', WebhookSummaryText);

/**
 * Sends one signed test event.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `id`: Which webhook.
 * @param options - Idempotency key, signal, deadline and the like.
 * @throws BadInputError - The input cannot be; `field` says where.
 * @throws ConflictError - Another write had this idempotency key.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * await sendTestEvent(entente, { id });
 * ```
 */
export const sendTestEvent: ((core: Core, variables: SendTestEventVariables, options?: WriteOptions) => Promise<WebhookSummary>) & HasDocument = /*#__PURE__*/ single<SendTestEventVariables, WebhookSummary>('sendTestEvent', 5, 'mutation sendTestEvent($id:ID!$idempotencyKey:String){sendTestEvent(id:$id idempotencyKey:$idempotencyKey){...WebhookSummary}}', WebhookSummaryText);

/**
 * Removes an endpoint. Answers with what it was.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `id`: Which one.
 * @param options - Idempotency key, signal, deadline and the like.
 * @throws BadInputError - The input cannot be; `field` says where.
 * @throws ConflictError - Another write had this idempotency key.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * await retireWebhook(entente, { id });
 * ```
 */
export const retireWebhook: ((core: Core, variables: RetireWebhookVariables, options?: WriteOptions) => Promise<WebhookSummary>) & HasDocument = /*#__PURE__*/ single<RetireWebhookVariables, WebhookSummary>('retireWebhook', 5, 'mutation retireWebhook($id:ID!$idempotencyKey:String){retireWebhook(id:$id idempotencyKey:$idempotencyKey){...WebhookSummary}}', WebhookSummaryText);

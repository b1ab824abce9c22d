// Generated from schema.graphql and operations/*.graphql by `pnpm --filter @entente/sdk run generate`. Do not edit.
import type { CallOptions, WriteOptions } from '../options.js';
import type { Listing, Uncounted } from '../paginate.js';
import type { Stream, StreamOptions } from '../stream.js';
import { getActor, listActors, getActorAsOf, recordActor, amendActor, assessOutlet } from './resources/actors.js';
import { getAgreement, listAgreements, getAgreementAsOf, listAgreementsAsOf, listAgreementParties, groupAgreements, recordAgreement, amendAgreement, recordAgreementAction, agreementStatusChanged } from './resources/agreements.js';
import { getClaim, listClaims, groupClaims, listClaimsAsOf, listClaimRelations, recordClaim, amendClaim, relateClaims } from './resources/claims.js';
import { recordCommitment, recordImplementationReport } from './resources/commitments.js';
import { getContextEvent, listContextEvents, listContextEventsAsOf, recordContextEvent, amendContextEvent } from './resources/context-events.js';
import { getEngagement, listEngagements, getEngagementAsOf, listEngagementsAsOf, groupEngagements, getEngagementNetwork, recordEngagement, recordEngagements, amendEngagement, engagementChanged } from './resources/engagements.js';
import { events, listEvents, getEventBounds } from './resources/events.js';
import { listIdentities, decideIdentity } from './resources/identities.js';
import { getImportRun, listImportRuns, listImportRejections } from './resources/import-runs.js';
import { getPlace, listPlaces, recordPlace, amendPlace } from './resources/places.js';
import { getPosition, recordPosition, amendPosition } from './resources/positions.js';
import { getRecord, getRecords, getRecordAsOf, recordHistory, recordName, retractRecord, reinstateRecord, expungeRecord } from './resources/records.js';
import { getRelationship, listRelationships, getRelationshipAsOf } from './resources/relationships.js';
import { search, suggestSearch } from './resources/search.js';
import { getSource, listSources, getSourceAsOf, getSourceText, listSourcePassages, recordSource, amendSource } from './resources/sources.js';
import { listTenures, recordTenure } from './resources/tenures.js';
import { getTopic, listTopics, recordTopic, amendTopic } from './resources/topics.js';
import { getWebhook, listWebhooks, registerWebhook, amendWebhook, rotateWebhookSecret, replayWebhook, sendTestEvent, retireWebhook } from './resources/webhooks.js';
import type { ActionRecord, AgreementDetail, AgreementRecord, AgreementStatusChangedVariables, AmendAgreementVariables, ChangedAgreementStatus, GetAgreementAsOfVariables, GetAgreementVariables, GroupAgreementsVariables, ListAgreementPartiesVariables, ListAgreementsAsOfVariables, ListAgreementsVariables, PartySummary, RecordAgreementActionVariables, RecordAgreementVariables } from './types/agreements.js';
import type { ActorDetail, ActorRecord, ActorSummary, AmendActorVariables, AssessOutletVariables, AssessmentRecord, GetActorAsOfVariables, GetActorVariables, ListActorsVariables, RecordActorVariables } from './types/actors.js';
import type { AgreementSummary, ContextEventSummary, EngagementSummary, GroupCount, TenureSummary } from './types/common.js';
import type { AmendClaimVariables, ClaimDetail, ClaimSummary, GetClaimVariables, GroupClaimsVariables, ListClaimRelationsVariables, ListClaimsAsOfVariables, ListClaimsVariables, RecordClaimVariables, RelateClaimsVariables, RelationSummary } from './types/claims.js';
import type { AmendContextEventVariables, ContextEventDetail, ContextEventRecord, GetContextEventVariables, ListContextEventsAsOfVariables, ListContextEventsVariables, RecordContextEventVariables } from './types/context-events.js';
import type { AmendEngagementVariables, ChangedEngagement, EngagementChangedVariables, EngagementDetail, EngagementRecord, GetEngagementAsOfVariables, GetEngagementNetworkVariables, GetEngagementVariables, GroupEngagementsVariables, ListEngagementsAsOfVariables, ListEngagementsVariables, RecordEngagementVariables, RecordEngagementsVariables, RecordedAnswer, TieCount } from './types/engagements.js';
import type { AmendPlaceVariables, GetPlaceVariables, ListPlacesVariables, PlaceDetail, PlaceRecord, PlaceSummary, RecordPlaceVariables } from './types/places.js';
import type { AmendPositionVariables, GetPositionVariables, PositionDetail, PositionRecord, RecordPositionVariables } from './types/positions.js';
import type { AmendSourceVariables, GetSourceAsOfVariables, GetSourceTextVariables, GetSourceVariables, ListSourcePassagesVariables, ListSourcesVariables, PassageSummary, RecordSourceVariables, SourceDetail, SourceRecord, SourceSummary, SourceText } from './types/sources.js';
import type { AmendTopicVariables, GetTopicVariables, ListTopicsVariables, RecordTopicVariables, TopicDetail, TopicRecord, TopicSummary } from './types/topics.js';
import type { AmendWebhookVariables, GetWebhookVariables, ListWebhooksVariables, RegisterWebhookVariables, ReplayWebhookVariables, RetireWebhookVariables, RotateWebhookSecretVariables, SendTestEventVariables, WebhookDetail, WebhookSummary, WebhookWithSecret } from './types/webhooks.js';
import type { AnyEventFrame, EventAtPosition, EventBounds, EventsVariables, GetEventBoundsVariables, ListEventsVariables } from './types/events.js';
import type { AnyRecord, ExpungeRecordVariables, GetRecordAsOfVariables, GetRecordVariables, GetRecordsVariables, NameRecord, RecordHistoryVariables, RecordNameVariables, ReinstateRecordVariables, RetractRecordVariables, VersionSummary } from './types/records.js';
import type { CommitmentRecord, RecordCommitmentVariables, RecordImplementationReportVariables, ReportRecord } from './types/commitments.js';
import type { DecideIdentityVariables, IdentityVerdict, ListIdentitiesVariables } from './types/identities.js';
import type { FoundRecord, SearchVariables, SuggestSearchVariables } from './types/search.js';
import type { GetImportRunVariables, ImportRunDetail, ImportRunSummary, ListImportRejectionsVariables, ListImportRunsVariables, RejectedRow } from './types/import-runs.js';
import type { GetRelationshipAsOfVariables, GetRelationshipVariables, ListRelationshipsVariables, RelationshipDetail, RelationshipSummary } from './types/relationships.js';
import type { ListTenuresVariables, RecordTenureVariables } from './types/tenures.js';

/** What can be asked and done with actors. */
export interface Actors {
  /**
   * A state, organization, person or group whole, by id, country code, Wikidata id or web domain.
   *
   * @param variables - `ref`: An id, `QA`, `Q846` or the web domain of an outlet.
   * @param options - Signal, deadline and the like.
   * @throws NotFoundError - There is none, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const qatar = await entente.actors.get({ ref: 'QA' });
   * if (qatar.__typename === 'State') console.log(qatar.iso3, qatar.positions.length);
   * ```
   */
  get(variables: GetActorVariables, options?: CallOptions): Promise<ActorDetail>;

  /**
   * States, organizations, persons and groups, by label.
   *
   * @param variables - `filter`: Which ones. Absent: all.
   * @param options - Signal, deadline and the like.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const ministries = await entente.actors.list({ filter: { orgKind: ['MINISTRY'], state: ['IQ'] } }).take(20);
   * ```
   */
  list(variables?: ListActorsVariables, options?: CallOptions): Listing<ActorSummary>;

  /**
   * An actor as it stood at an instant.
   *
   * @param variables - `recordedAt`: What was recorded later is left out. `ref`: An id or code.
   * @param options - Signal, deadline and the like.
   * @throws NotFoundError - There is none, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const then = await entente.actors.getAsOf({ ref: 'QA', recordedAt: '2026-01-31T08:00:00.000Z' });
   * ```
   */
  getAsOf(variables: GetActorAsOfVariables, options?: CallOptions): Promise<ActorDetail>;

  /**
   * Records a state, organization, person or group.
   *
   * @param variables - `input`: What to record.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - Another write had this idempotency key.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const ministry = await entente.actors.record({
   *   input: { kind: 'ORGANIZATION', orgKind: 'MINISTRY', state: 'QA', names: [{ value: 'Ministry of Transport' }] },
   * });
   * ```
   */
  record(variables: RecordActorVariables, options?: WriteOptions): Promise<ActorRecord>;

  /**
   * Changes an actor; its kind stays.
   *
   * @param variables - `id`: Which one. `expectedVersion`: The version you have seen; another current one is a CONFLICT that carries it. `input`: What changes. `reason`: Why, for the history.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - The record has another version by now; `currentVersion` says which.
   * @throws NotFoundError - There is no such record, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const { version } = await entente.actors.get({ ref: id });
   * await entente.actors.amend({ id, expectedVersion: version, input: { wikidataId: 'Q846' } });
   * ```
   */
  amend(variables: AmendActorVariables, options?: WriteOptions): Promise<ActorRecord>;

  /**
   * Grades an outlet, or states whose outlet it is, from a date on.
   *
   * @param variables - `input`: The outlet, the value and why.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - Another write had this idempotency key.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * await entente.actors.assess({ input: { outlet: 'example.org', reliability: 'C', from: '2021-01-01', reason: 'Few corrections are published.' } });
   * ```
   */
  assess(variables: AssessOutletVariables, options?: WriteOptions): Promise<AssessmentRecord>;

  /**
   * The versions of a record, the latest first, with what changed.
   *
   * @param variables - `id`: A record. `before`: Only versions below this one. `first`: How many, 1 to 100.
   * @param options - Signal, deadline and the like.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * for (const { version, changed, reason } of await entente.actors.history({ id })) console.log(version, changed, reason);
   * ```
   */
  history(variables: RecordHistoryVariables, options?: CallOptions): Promise<Array<VersionSummary>>;

  /**
   * Withdraws a record, or a part of one. It leaves lists and counts and is kept. Answers with the record.
   *
   * @param variables - `id`: A record or a part, whose version is that of its record. `expectedVersion`: The version you have seen; another current one is a CONFLICT that carries it. `reason`: Why, 3 to 500 characters.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - The record has another version by now; `currentVersion` says which.
   * @throws NotFoundError - There is no such record, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * await entente.actors.retract({ id, expectedVersion: 3, reason: 'Coded twice.' });
   * ```
   */
  retract(variables: RetractRecordVariables, options?: WriteOptions): Promise<AnyRecord>;

  /**
   * Takes a retraction back. Answers with the record.
   *
   * @param variables - `id`: A record or a part. `expectedVersion`: The version you have seen; another current one is a CONFLICT that carries it. `reason`: Why, 3 to 500 characters.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - The record has another version by now; `currentVersion` says which.
   * @throws NotFoundError - There is no such record, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * await entente.actors.reinstate({ id, expectedVersion: 4, reason: 'They were two meetings after all.' });
   * ```
   */
  reinstate(variables: ReinstateRecordVariables, options?: WriteOptions): Promise<AnyRecord>;

  /**
   * Erases the content everywhere, history and events included. Answers with the id it had. Cannot be undone.
   *
   * @param variables - `id`: A record. `reason`: Why: a living person, a court order, withdrawn press text.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - Another write had this idempotency key.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * await entente.actors.expunge({ id, reason: 'A court order.' });
   * ```
   */
  expunge(variables: ExpungeRecordVariables, options?: WriteOptions): Promise<string>;
}

/** What can be asked and done with agreements. */
export interface Agreements {
  /**
   * An agreement whole, in one round trip: its parties, actions, commitments, and the claims it rests on.
   *
   * @param variables - `id`: Begins with `agreement_`.
   * @param options - Signal, deadline and the like.
   * @throws NotFoundError - There is none, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const agreement = await entente.agreements.get({ id });
   * console.log(agreement.label, agreement.status, agreement.signed?.edtf);
   * ```
   */
  get(variables: GetAgreementVariables, options?: CallOptions): Promise<AgreementDetail>;

  /**
   * Agreements of every form, from anticipated to terminated.
   *
   * @param variables - `filter`: Which ones. Absent: all. `orderBy`: In which order.
   * @param options - Signal, deadline and the like.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const newest = await entente.agreements.list({ filter: { status: ['SIGNED'] } }).take(20);
   * ```
   */
  list(variables?: ListAgreementsVariables, options?: CallOptions): Listing<AgreementSummary>;

  /**
   * An agreement as it stood at an instant; its status follows from the actions known then.
   *
   * @param variables - `recordedAt`: What was recorded later is left out. `id`: Begins with `agreement_`.
   * @param options - Signal, deadline and the like.
   * @throws NotFoundError - There is none, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const then = await entente.agreements.getAsOf({ id, recordedAt: '2026-01-31T08:00:00.000Z' });
   * ```
   */
  getAsOf(variables: GetAgreementAsOfVariables, options?: CallOptions): Promise<AgreementDetail>;

  /**
   * Agreements as recorded at an instant.
   *
   * @param variables - `recordedAt`: What was recorded later is left out. `filter`: Which ones. Absent: all. `orderBy`: In which order.
   * @param options - Signal, deadline and the like.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const count = await entente.agreements.listAsOf({ recordedAt: '2026-01-31T08:00:00.000Z' }).count();
   * ```
   */
  listAsOf(variables: ListAgreementsAsOfVariables, options?: CallOptions): Listing<AgreementSummary>;

  /**
   * Parties across agreements: who signed, who ratified with a reservation, who acceded.
   *
   * @param variables - `filter`: Which ones. Absent: all.
   * @param options - Signal, deadline and the like.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const parties = await entente.agreements.listParties({ filter: { actor: ['QA'], hasSigned: true } }).take(20);
   * ```
   */
  listParties(variables?: ListAgreementPartiesVariables, options?: CallOptions): Listing<PartySummary>;

  /**
   * How many agreements there are, by what you ask for; the time is that of the signature.
   *
   * @param variables - `by`: Up to 3 that fit this set. None gives one row. `filter`: Which ones. Absent: all. `fillEmpty`: Rows for empty periods too. `top`: At most 1000.
   * @param options - Signal, deadline and the like.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const rows = await entente.agreements.groups({ by: ['YEAR', 'FORM'], filter: { involving: ['QA'] } });
   * for (const { period, form, count } of rows) console.log(period, form, count);
   * ```
   */
  groups(variables: GroupAgreementsVariables, options?: CallOptions): Promise<Array<GroupCount>>;

  /**
   * Records an agreement, signed or only anticipated, with its parties and first actions.
   *
   * @param variables - `input`: What to record.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - Another write had this idempotency key.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const agreement = await entente.agreements.record({
   *   input: { title: 'Security framework', form: 'FRAMEWORK', parties: [{ actor: 'QA' }, { actor: 'IQ' }] },
   * });
   * ```
   */
  record(variables: RecordAgreementVariables, options?: WriteOptions): Promise<AgreementRecord>;

  /**
   * Changes an agreement. Its status cannot be set: record an action.
   *
   * @param variables - `id`: Which one. `expectedVersion`: The version you have seen; another current one is a CONFLICT that carries it. `input`: What changes. `reason`: Why, for the history.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - The record has another version by now; `currentVersion` says which.
   * @throws NotFoundError - There is no such record, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const { version } = await entente.agreements.get({ id });
   * await entente.agreements.amend({ id, expectedVersion: version, input: { isBinding: true } });
   * ```
   */
  amend(variables: AmendAgreementVariables, options?: WriteOptions): Promise<AgreementRecord>;

  /**
   * Records an action on an agreement; its status is computed anew. May arrive late or out of order.
   *
   * @param variables - `agreement`: Which one. `input`: What was done.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - Another write had this idempotency key.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const { statusAfter } = await entente.agreements.recordAction({ agreement: id, input: { kind: 'SIGNATURE', party: 'QA', on: { edtf: '2021-03-15' } } });
   * ```
   */
  recordAction(variables: RecordAgreementActionVariables, options?: WriteOptions): Promise<ActionRecord>;

  /**
   * Agreements whose status changes, as it happens, in the stream of `events`.
   *
   * @param variables - `filter`: Absent: all you may see.
   * @param options - Where to begin, where to remember it, signal and the like.
   * @throws CursorExpiredError - Something was missed, too long ago to be told; see `onGap`.
   * @throws EpochChangedError - The log was restored from a backup; see `onGap`.
   * @throws AbortedError - Your signal ended it.
   * @throws EntenteError - The server refuses for good.
   * @example
   * ```ts
   * for await (const { from, to, record } of entente.agreements.statusChanged({}, { from: 'EARLIEST' })) {
   *   console.log(record?.label, from, to);
   *   break; // or follow it for ever
   * }
   * ```
   */
  statusChanged<Options extends StreamOptions = object>(variables?: AgreementStatusChangedVariables, options?: Options): Stream<ChangedAgreementStatus, Options>;

  /**
   * The versions of a record, the latest first, with what changed.
   *
   * @param variables - `id`: A record. `before`: Only versions below this one. `first`: How many, 1 to 100.
   * @param options - Signal, deadline and the like.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * for (const { version, changed, reason } of await entente.agreements.history({ id })) console.log(version, changed, reason);
   * ```
   */
  history(variables: RecordHistoryVariables, options?: CallOptions): Promise<Array<VersionSummary>>;

  /**
   * Withdraws a record, or a part of one. It leaves lists and counts and is kept. Answers with the record.
   *
   * @param variables - `id`: A record or a part, whose version is that of its record. `expectedVersion`: The version you have seen; another current one is a CONFLICT that carries it. `reason`: Why, 3 to 500 characters.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - The record has another version by now; `currentVersion` says which.
   * @throws NotFoundError - There is no such record, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * await entente.agreements.retract({ id, expectedVersion: 3, reason: 'Coded twice.' });
   * ```
   */
  retract(variables: RetractRecordVariables, options?: WriteOptions): Promise<AnyRecord>;

  /**
   * Takes a retraction back. Answers with the record.
   *
   * @param variables - `id`: A record or a part. `expectedVersion`: The version you have seen; another current one is a CONFLICT that carries it. `reason`: Why, 3 to 500 characters.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - The record has another version by now; `currentVersion` says which.
   * @throws NotFoundError - There is no such record, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * await entente.agreements.reinstate({ id, expectedVersion: 4, reason: 'They were two meetings after all.' });
   * ```
   */
  reinstate(variables: ReinstateRecordVariables, options?: WriteOptions): Promise<AnyRecord>;

  /**
   * Erases the content everywhere, history and events included. Answers with the id it had. Cannot be undone.
   *
   * @param variables - `id`: A record. `reason`: Why: a living person, a court order, withdrawn press text.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - Another write had this idempotency key.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * await entente.agreements.expunge({ id, reason: 'A court order.' });
   * ```
   */
  expunge(variables: ExpungeRecordVariables, options?: WriteOptions): Promise<string>;
}

/** What can be asked and done with claims. */
export interface Claims {
  /**
   * A claim whole: its targets, passages, speakers, origins, and the claims related to it.
   *
   * @param variables - `id`: Begins with `claim_`.
   * @param options - Signal, deadline and the like.
   * @throws NotFoundError - There is none, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const claim = await entente.claims.get({ id });
   * console.log(claim.statement, claim.origins.length);
   * ```
   */
  get(variables: GetClaimVariables, options?: CallOptions): Promise<ClaimDetail>;

  /**
   * What sources say, with quotes.
   *
   * @param variables - `filter`: Which ones. Absent: all. `orderBy`: In which order.
   * @param options - Signal, deadline and the like.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * for await (const claim of entente.claims.list({ filter: { target: { record: [id] } }, orderBy: 'IN_TEXT' })) {
   *   for (const target of claim.targets) console.log(target.part?.id ?? target.field ?? id, claim.statement);
   * }
   * ```
   */
  list(variables?: ListClaimsVariables, options?: CallOptions): Listing<ClaimSummary>;

  /**
   * How many claims there are, by what you ask for.
   *
   * @param variables - `by`: Up to 3 that fit this set. None gives one row. `filter`: Which ones. Absent: all. `fillEmpty`: Rows for empty periods too. `top`: At most 1000.
   * @param options - Signal, deadline and the like.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const rows = await entente.claims.groups({ by: ['PREDICATE'] });
   * for (const { predicate, count } of rows) console.log(predicate, count);
   * ```
   */
  groups(variables: GroupClaimsVariables, options?: CallOptions): Promise<Array<GroupCount>>;

  /**
   * Claims as recorded at an instant.
   *
   * @param variables - `recordedAt`: What was recorded later is left out. `filter`: Which ones. Absent: all. `orderBy`: In which order.
   * @param options - Signal, deadline and the like.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const then = await entente.claims.listAsOf({ recordedAt: '2026-01-31T08:00:00.000Z', filter: { subject: ['QA'] } }).take(10);
   * ```
   */
  listAsOf(variables: ListClaimsAsOfVariables, options?: CallOptions): Listing<ClaimSummary>;

  /**
   * Where claims support, contradict, correct, retract or reframe each other.
   *
   * @param variables - `filter`: Which ones. Absent: all.
   * @param options - Signal, deadline and the like.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const disputes = await entente.claims.listRelations({ filter: { kind: ['CONTRADICTS'], acrossPublishers: true } }).take(10);
   * ```
   */
  listRelations(variables?: ListClaimRelationsVariables, options?: CallOptions): Listing<RelationSummary>;

  /**
   * Records a claim with its targets and passages.
   *
   * @param variables - `input`: What is said, by whom, of what.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - Another write had this idempotency key.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const claim = await entente.claims.record({
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
  record(variables: RecordClaimVariables, options?: WriteOptions): Promise<ClaimDetail>;

  /**
   * Changes a claim.
   *
   * @param variables - `id`: Which one. `expectedVersion`: The version you have seen; another current one is a CONFLICT that carries it. `input`: What changes. `reason`: Why, for the history.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - The record has another version by now; `currentVersion` says which.
   * @throws NotFoundError - There is no such record, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * await entente.claims.amend({ id, expectedVersion: 1, input: { standing: 'DEPRECATED' }, reason: 'A later text is clearer.' });
   * ```
   */
  amend(variables: AmendClaimVariables, options?: WriteOptions): Promise<ClaimDetail>;

  /**
   * States how one claim stands to another.
   *
   * @param variables - `input`: The two claims and how they stand.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - Another write had this idempotency key.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * await entente.claims.relate({ input: { from: later, kind: 'CORRECTS', to: id } });
   * ```
   */
  relate(variables: RelateClaimsVariables, options?: WriteOptions): Promise<RelationSummary>;

  /**
   * The versions of a record, the latest first, with what changed.
   *
   * @param variables - `id`: A record. `before`: Only versions below this one. `first`: How many, 1 to 100.
   * @param options - Signal, deadline and the like.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * for (const { version, changed, reason } of await entente.claims.history({ id })) console.log(version, changed, reason);
   * ```
   */
  history(variables: RecordHistoryVariables, options?: CallOptions): Promise<Array<VersionSummary>>;

  /**
   * Withdraws a record, or a part of one. It leaves lists and counts and is kept. Answers with the record.
   *
   * @param variables - `id`: A record or a part, whose version is that of its record. `expectedVersion`: The version you have seen; another current one is a CONFLICT that carries it. `reason`: Why, 3 to 500 characters.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - The record has another version by now; `currentVersion` says which.
   * @throws NotFoundError - There is no such record, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * await entente.claims.retract({ id, expectedVersion: 3, reason: 'Coded twice.' });
   * ```
   */
  retract(variables: RetractRecordVariables, options?: WriteOptions): Promise<AnyRecord>;

  /**
   * Takes a retraction back. Answers with the record.
   *
   * @param variables - `id`: A record or a part. `expectedVersion`: The version you have seen; another current one is a CONFLICT that carries it. `reason`: Why, 3 to 500 characters.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - The record has another version by now; `currentVersion` says which.
   * @throws NotFoundError - There is no such record, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * await entente.claims.reinstate({ id, expectedVersion: 4, reason: 'They were two meetings after all.' });
   * ```
   */
  reinstate(variables: ReinstateRecordVariables, options?: WriteOptions): Promise<AnyRecord>;

  /**
   * Erases the content everywhere, history and events included. Answers with the id it had. Cannot be undone.
   *
   * @param variables - `id`: A record. `reason`: Why: a living person, a court order, withdrawn press text.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - Another write had this idempotency key.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * await entente.claims.expunge({ id, reason: 'A court order.' });
   * ```
   */
  expunge(variables: ExpungeRecordVariables, options?: WriteOptions): Promise<string>;
}

/** What can be asked and done with commitments. */
export interface Commitments {
  /**
   * Records a promise made at an engagement or in an agreement.
   *
   * @param variables - `input`: What was promised.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - Another write had this idempotency key.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const promise = await entente.commitments.record({
   *   input: { engagement: id, parties: ['QA'], statement: 'To open a direct line between the two ministries.' },
   * });
   * ```
   */
  record(variables: RecordCommitmentVariables, options?: WriteOptions): Promise<CommitmentRecord>;

  /**
   * Records how far a commitment or an agreement was carried out.
   *
   * @param variables - `input`: What was found.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - Another write had this idempotency key.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * await entente.commitments.report({ input: { commitment: id, status: 'PARTIAL', period: { edtf: '2022' } } });
   * ```
   */
  report(variables: RecordImplementationReportVariables, options?: WriteOptions): Promise<ReportRecord>;
}

/** What can be asked and done with context events. */
export interface ContextEvents {
  /**
   * A measure or circumstance whole, with the claims it rests on.
   *
   * @param variables - `id`: Begins with `context_event_`.
   * @param options - Signal, deadline and the like.
   * @throws NotFoundError - There is none, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const blockade = await entente.contextEvents.get({ id });
   * console.log(blockade.kind, blockade.when?.edtf);
   * ```
   */
  get(variables: GetContextEventVariables, options?: CallOptions): Promise<ContextEventDetail>;

  /**
   * Sanctions, blockades, protests and crises, the newest first.
   *
   * @param variables - `filter`: Which ones. Absent: all.
   * @param options - Signal, deadline and the like.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const measures = await entente.contextEvents.list({ filter: { isMeasure: true, involving: ['QA'] } }).take(10);
   * ```
   */
  list(variables?: ListContextEventsVariables, options?: CallOptions): Listing<ContextEventSummary>;

  /**
   * Context events as recorded at an instant.
   *
   * @param variables - `recordedAt`: What was recorded later is left out. `filter`: Which ones. Absent: all.
   * @param options - Signal, deadline and the like.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const then = await entente.contextEvents.listAsOf({ recordedAt: '2026-01-31T08:00:00.000Z' }).take(10);
   * ```
   */
  listAsOf(variables: ListContextEventsAsOfVariables, options?: CallOptions): Listing<ContextEventSummary>;

  /**
   * Records a measure or circumstance.
   *
   * @param variables - `input`: What to record.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - Another write had this idempotency key.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const sanctions = await entente.contextEvents.record({
   *   input: { kind: 'SANCTIONS', when: { edtf: '2018/..' }, actors: [{ actor: 'US', role: 'IMPOSER' }, { actor: 'IR', role: 'TARGET' }] },
   * });
   * ```
   */
  record(variables: RecordContextEventVariables, options?: WriteOptions): Promise<ContextEventRecord>;

  /**
   * Changes a measure or circumstance.
   *
   * @param variables - `id`: Which one. `expectedVersion`: The version you have seen; another current one is a CONFLICT that carries it. `input`: What changes. `reason`: Why, for the history.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - The record has another version by now; `currentVersion` says which.
   * @throws NotFoundError - There is no such record, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * await entente.contextEvents.amend({ id, expectedVersion: 1, input: { when: { edtf: '2017/2021' } } });
   * ```
   */
  amend(variables: AmendContextEventVariables, options?: WriteOptions): Promise<ContextEventRecord>;

  /**
   * The versions of a record, the latest first, with what changed.
   *
   * @param variables - `id`: A record. `before`: Only versions below this one. `first`: How many, 1 to 100.
   * @param options - Signal, deadline and the like.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * for (const { version, changed, reason } of await entente.contextEvents.history({ id })) console.log(version, changed, reason);
   * ```
   */
  history(variables: RecordHistoryVariables, options?: CallOptions): Promise<Array<VersionSummary>>;

  /**
   * Withdraws a record, or a part of one. It leaves lists and counts and is kept. Answers with the record.
   *
   * @param variables - `id`: A record or a part, whose version is that of its record. `expectedVersion`: The version you have seen; another current one is a CONFLICT that carries it. `reason`: Why, 3 to 500 characters.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - The record has another version by now; `currentVersion` says which.
   * @throws NotFoundError - There is no such record, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * await entente.contextEvents.retract({ id, expectedVersion: 3, reason: 'Coded twice.' });
   * ```
   */
  retract(variables: RetractRecordVariables, options?: WriteOptions): Promise<AnyRecord>;

  /**
   * Takes a retraction back. Answers with the record.
   *
   * @param variables - `id`: A record or a part. `expectedVersion`: The version you have seen; another current one is a CONFLICT that carries it. `reason`: Why, 3 to 500 characters.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - The record has another version by now; `currentVersion` says which.
   * @throws NotFoundError - There is no such record, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * await entente.contextEvents.reinstate({ id, expectedVersion: 4, reason: 'They were two meetings after all.' });
   * ```
   */
  reinstate(variables: ReinstateRecordVariables, options?: WriteOptions): Promise<AnyRecord>;

  /**
   * Erases the content everywhere, history and events included. Answers with the id it had. Cannot be undone.
   *
   * @param variables - `id`: A record. `reason`: Why: a living person, a court order, withdrawn press text.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - Another write had this idempotency key.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * await entente.contextEvents.expunge({ id, reason: 'A court order.' });
   * ```
   */
  expunge(variables: ExpungeRecordVariables, options?: WriteOptions): Promise<string>;
}

/** What can be asked and done with engagements. */
export interface Engagements {
  /**
   * An engagement whole, in one round trip: its parts, its meetings, its agreements, and the claims it rests on.
   *
   * @param variables - `id`: Begins with `engagement_`.
   * @param options - Signal, deadline and the like.
   * @throws NotFoundError - There is none, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const visit = await entente.engagements.get({ id });
   * const when = visit.when?.text ?? visit.readings.find((reading) => reading.field === 'when')?.value;
   * ```
   */
  get(variables: GetEngagementVariables, options?: CallOptions): Promise<EngagementDetail>;

  /**
   * Meetings, visits, calls, summits and other contacts that match a filter.
   *
   * @param variables - `filter`: Which ones. Absent: all. `orderBy`: In which order.
   * @param options - Signal, deadline and the like.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * for await (const { label, status } of entente.engagements.list({ filter: { between: ['QA', 'IQ'] }, orderBy: 'OLDEST' })) {
   *   console.log(label, status);
   * }
   * ```
   */
  list(variables?: ListEngagementsVariables, options?: CallOptions): Listing<EngagementSummary>;

  /**
   * An engagement as it stood at an instant: what was believed then.
   *
   * @param variables - `recordedAt`: What was recorded later is left out. `id`: Begins with `engagement_`.
   * @param options - Signal, deadline and the like.
   * @throws NotFoundError - There is none, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const then = await entente.engagements.getAsOf({ id, recordedAt: '2026-01-31T08:00:00.000Z' });
   * ```
   */
  getAsOf(variables: GetEngagementAsOfVariables, options?: CallOptions): Promise<EngagementDetail>;

  /**
   * Engagements as recorded at an instant.
   *
   * @param variables - `recordedAt`: What was recorded later is left out. `filter`: Which ones. Absent: all. `orderBy`: In which order.
   * @param options - Signal, deadline and the like.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const then = await entente.engagements.listAsOf({ recordedAt: '2026-01-31T08:00:00.000Z' }).take(10);
   * ```
   */
  listAsOf(variables: ListEngagementsAsOfVariables, options?: CallOptions): Listing<EngagementSummary>;

  /**
   * How many engagements there are, by what you ask for; a visit and its meetings are counted once.
   *
   * @param variables - `by`: Up to 3 that fit this set. None gives one row. `filter`: Which ones. Absent: all. `fillEmpty`: Rows for empty periods too. `top`: At most 1000.
   * @param options - Signal, deadline and the like.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const rows = await entente.engagements.groups({ by: ['YEAR', 'LEVEL'], fillEmpty: true, filter: { between: ['QA', 'IQ'] } });
   * for (const { period, level, count } of rows) console.log(period, level, count);
   * ```
   */
  groups(variables: GroupEngagementsVariables, options?: CallOptions): Promise<Array<GroupCount>>;

  /**
   * Who meets whom, and how often: the strongest ties first.
   *
   * @param variables - `filter`: Which ones. Absent: all. `of`: Who the ends are. `perYear`: One tie a year, or over all time. `top`: The heaviest ties, at most 1000.
   * @param options - Signal, deadline and the like.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const ties = await entente.engagements.network({ filter: { involving: ['QA'] }, top: 50 });
   * for (const { from, to, count } of ties) console.log(from.label, to.label, count);
   * ```
   */
  network(variables?: GetEngagementNetworkVariables, options?: CallOptions): Promise<Array<TieCount>>;

  /**
   * Records an engagement with its participations, agenda, links and evidence, in one transaction.
   *
   * @param variables - `input`: What to record.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - Another write had this idempotency key.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const call = await entente.engagements.record({
   *   input: {
   *     kind: 'CALL',
   *     status: 'HELD',
   *     when: { edtf: '2021-03' },
   *     participations: [{ actor: 'QA' }, { actor: 'IQ' }],
   *     agenda: [{ topic: 'border-security' }],
   *   },
   * });
   * for (const warning of call.warnings) console.warn(warning.message);
   * ```
   */
  record(variables: RecordEngagementVariables, options?: WriteOptions): Promise<EngagementRecord>;

  /**
   * Records up to 500 engagements in one transaction; each is accepted or refused by itself.
   *
   * @param variables - `inputs`: 1 to 500 engagements.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - Another write had this idempotency key.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const inputs: EngagementInput[] = [{ kind: 'MEETING', status: 'HELD', participations: [{ actor: 'QA' }, { actor: 'IQ' }] }];
   * const answers = await entente.engagements.recordMany({ inputs }, { idempotencyKey: 'batch-42' });
   * for (const { code, field, message } of answers) if (code) console.warn(code, field, message);
   * ```
   */
  recordMany(variables: RecordEngagementsVariables, options?: WriteOptions): Promise<Array<RecordedAnswer>>;

  /**
   * Changes an engagement; the former version stays in its history.
   *
   * @param variables - `id`: Which one. `expectedVersion`: The version you have seen; another current one is a CONFLICT that carries it. `input`: What changes. `reason`: Why, for the history.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - The record has another version by now; `currentVersion` says which.
   * @throws NotFoundError - There is no such record, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const visit = await entente.engagements.get({ id });
   * await entente.engagements.amend({ id, expectedVersion: visit.version, input: { venueText: null }, reason: 'Another venue is meant.' });
   * ```
   */
  amend(variables: AmendEngagementVariables, options?: WriteOptions): Promise<EngagementRecord>;

  /**
   * Changes of engagements as they happen, in the stream of `events`.
   *
   * @param variables - `filter`: Absent: all you may see.
   * @param options - Where to begin, where to remember it, signal and the like.
   * @throws CursorExpiredError - Something was missed, too long ago to be told; see `onGap`.
   * @throws EpochChangedError - The log was restored from a backup; see `onGap`.
   * @throws AbortedError - Your signal ended it.
   * @throws EntenteError - The server refuses for good.
   * @example
   * ```ts
   * for await (const { transition, record } of entente.engagements.changed({ filter: { between: ['QA', 'IQ'] } }, { from: 'EARLIEST' })) {
   *   console.log(transition, record?.label);
   *   break; // or follow it for ever
   * }
   * ```
   */
  changed<Options extends StreamOptions = object>(variables?: EngagementChangedVariables, options?: Options): Stream<ChangedEngagement, Options>;

  /**
   * The versions of a record, the latest first, with what changed.
   *
   * @param variables - `id`: A record. `before`: Only versions below this one. `first`: How many, 1 to 100.
   * @param options - Signal, deadline and the like.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * for (const { version, changed, reason } of await entente.engagements.history({ id })) console.log(version, changed, reason);
   * ```
   */
  history(variables: RecordHistoryVariables, options?: CallOptions): Promise<Array<VersionSummary>>;

  /**
   * Withdraws a record, or a part of one. It leaves lists and counts and is kept. Answers with the record.
   *
   * @param variables - `id`: A record or a part, whose version is that of its record. `expectedVersion`: The version you have seen; another current one is a CONFLICT that carries it. `reason`: Why, 3 to 500 characters.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - The record has another version by now; `currentVersion` says which.
   * @throws NotFoundError - There is no such record, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * await entente.engagements.retract({ id, expectedVersion: 3, reason: 'Coded twice.' });
   * ```
   */
  retract(variables: RetractRecordVariables, options?: WriteOptions): Promise<AnyRecord>;

  /**
   * Takes a retraction back. Answers with the record.
   *
   * @param variables - `id`: A record or a part. `expectedVersion`: The version you have seen; another current one is a CONFLICT that carries it. `reason`: Why, 3 to 500 characters.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - The record has another version by now; `currentVersion` says which.
   * @throws NotFoundError - There is no such record, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * await entente.engagements.reinstate({ id, expectedVersion: 4, reason: 'They were two meetings after all.' });
   * ```
   */
  reinstate(variables: ReinstateRecordVariables, options?: WriteOptions): Promise<AnyRecord>;

  /**
   * Erases the content everywhere, history and events included. Answers with the id it had. Cannot be undone.
   *
   * @param variables - `id`: A record. `reason`: Why: a living person, a court order, withdrawn press text.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - Another write had this idempotency key.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * await entente.engagements.expunge({ id, reason: 'A court order.' });
   * ```
   */
  expunge(variables: ExpungeRecordVariables, options?: WriteOptions): Promise<string>;
}

/** What can be asked and done with events. */
export interface Events {
  /**
   * Everything that changes, in one order, as it happens. It connects again by itself and goes on after what you dealt with;
   * an item counts as dealt with when the next one is asked for.
   *
   * @param variables - `filter`: Absent: all you may see.
   * @param options - Where to begin, where to remember it, signal and the like.
   * @throws CursorExpiredError - Something was missed, too long ago to be told; see `onGap`.
   * @throws EpochChangedError - The log was restored from a backup; see `onGap`.
   * @throws AbortedError - Your signal ended it.
   * @throws EntenteError - The server refuses for good.
   * @example
   * ```ts
   * for await (const item of entente.events({ filter: { between: ['QA', 'IQ'] } }, { from: 'SNAPSHOT' })) {
   *   console.log(item.kind, item.recordId, item.recordVersion, item.record?.label);
   *   break; // or follow it for ever
   * }
   * ```
   */
  <Options extends StreamOptions = object>(variables?: EventsVariables, options?: Options): Stream<AnyEventFrame, Options>;

  /**
   * The event log, the oldest first, page by page; the stream goes on after any `cursor`.
   *
   * @param variables - `filter`: Absent: all you may see.
   * @param options - Signal, deadline and the like.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * for (const { cursor, transition, node } of await entente.events.list({ filter: { recordType: ['AGREEMENT'] } }).take(5)) console.log(cursor, transition, node.recordId);
   * ```
   */
  list(variables?: ListEventsVariables, options?: CallOptions): Uncounted<EventAtPosition>;

  /**
   * Where the log begins and ends, for you: the positions before the oldest event and after the latest.
   *
   * @param variables - None.
   * @param options - Signal, deadline and the like.
   * @throws NotFoundError - There is none, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const { head } = await entente.events.bounds();
   * console.log(head);
   * ```
   */
  bounds(variables?: GetEventBoundsVariables, options?: CallOptions): Promise<EventBounds>;
}

/** What can be asked and done with identities. */
export interface Identities {
  /**
   * Pairs of records that may be the same, the most alike first; or, with a status, what was decided.
   *
   * @param variables - `filter`: Absent: undecided candidates.
   * @param options - Signal, deadline and the like.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * for (const { score, reasons, records } of await entente.identities.list({ filter: { scoreAtLeast: 0.8 } }).take(10))
   *   console.log(score, records.map(({ label }) => label), reasons);
   * ```
   */
  list(variables?: ListIdentitiesVariables, options?: CallOptions): Listing<IdentityVerdict>;

  /**
   * Says that two records are the same, which merges them, or that they are different, which undoes that. Both ids go on answering.
   *
   * @param variables - `records`: Two records of one type. `status`: The verdict. `reason`: Why, 3 to 500 characters.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - Another write had this idempotency key.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const [pair] = await entente.identities.list({ filter: { status: ['CANDIDATE'] } }).take(1);
   * if (pair)
   *   await entente.identities.decide({
   *     records: pair.records.map((record) => record.id),
   *     status: 'DIFFERENT',
   *     reason: 'They share a name.',
   *   });
   * ```
   */
  decide(variables: DecideIdentityVariables, options?: WriteOptions): Promise<IdentityVerdict>;
}

/** What can be asked and done with import runs. */
export interface ImportRuns {
  /**
   * One run of an importer, with the codes it passed over and the values it did not know.
   *
   * @param variables - `id`: Begins with `import_run_`.
   * @param options - Signal, deadline and the like.
   * @throws NotFoundError - There is none, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const [latest] = await entente.importRuns.list({ dataset: ['gdelt'], first: 1 });
   * if (latest) console.log((await entente.importRuns.get({ id: latest.id })).skippedCodes);
   * ```
   */
  get(variables: GetImportRunVariables, options?: CallOptions): Promise<ImportRunDetail>;

  /**
   * Runs of importers, the latest first.
   *
   * @param variables - `dataset`: Of these datasets. Absent: all. `first`: How many, 1 to 100.
   * @param options - Signal, deadline and the like.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * for (const { file, read, accepted, rejected } of await entente.importRuns.list({ first: 5 })) console.log(file, read, accepted, rejected);
   * ```
   */
  list(variables?: ListImportRunsVariables, options?: CallOptions): Promise<Array<ImportRunSummary>>;

  /**
   * Rows of a run that were not taken, each with its line, field, value and reason.
   *
   * @param variables - `id`: Begins with `import_run_`. `reason`: For these reasons. Absent: all.
   * @param options - Signal, deadline and the like.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const [latest] = await entente.importRuns.list({ first: 1 });
   * if (latest)
   *   for await (const { row, field, message } of entente.importRuns.listRejections({ id: latest.id })) console.log(row, field, message);
   * ```
   */
  listRejections(variables: ListImportRejectionsVariables, options?: CallOptions): Listing<RejectedRow>;
}

/** What can be asked and done with places. */
export interface Places {
  /**
   * A place, with the latest of what happened there.
   *
   * @param variables - `id`: Begins with `place_`.
   * @param options - Signal, deadline and the like.
   * @throws NotFoundError - There is none, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const place = await entente.places.get({ id });
   * console.log(place.label, place.country?.iso2);
   * ```
   */
  get(variables: GetPlaceVariables, options?: CallOptions): Promise<PlaceDetail>;

  /**
   * Venues, cities, countries and regions.
   *
   * @param variables - `name`: With a name like this one, folded. `country`: In these states.
   * @param options - Signal, deadline and the like.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const places = await entente.places.list({ name: 'Doha', country: ['QA'] }).take(5);
   * ```
   */
  list(variables?: ListPlacesVariables, options?: CallOptions): Listing<PlaceSummary>;

  /**
   * Records a place.
   *
   * @param variables - `input`: What to record.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - Another write had this idempotency key.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const place = await entente.places.record({ input: { names: [{ value: 'Doha' }], resolution: 'CITY', country: 'QA' } });
   * ```
   */
  record(variables: RecordPlaceVariables, options?: WriteOptions): Promise<PlaceRecord>;

  /**
   * Changes a place.
   *
   * @param variables - `id`: Which one. `expectedVersion`: The version you have seen; another current one is a CONFLICT that carries it. `input`: What changes. `reason`: Why, for the history.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - The record has another version by now; `currentVersion` says which.
   * @throws NotFoundError - There is no such record, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * await entente.places.amend({ id, expectedVersion: 1, input: { latitude: 25.29, longitude: 51.53 } });
   * ```
   */
  amend(variables: AmendPlaceVariables, options?: WriteOptions): Promise<PlaceRecord>;

  /**
   * The versions of a record, the latest first, with what changed.
   *
   * @param variables - `id`: A record. `before`: Only versions below this one. `first`: How many, 1 to 100.
   * @param options - Signal, deadline and the like.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * for (const { version, changed, reason } of await entente.places.history({ id })) console.log(version, changed, reason);
   * ```
   */
  history(variables: RecordHistoryVariables, options?: CallOptions): Promise<Array<VersionSummary>>;

  /**
   * Withdraws a record, or a part of one. It leaves lists and counts and is kept. Answers with the record.
   *
   * @param variables - `id`: A record or a part, whose version is that of its record. `expectedVersion`: The version you have seen; another current one is a CONFLICT that carries it. `reason`: Why, 3 to 500 characters.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - The record has another version by now; `currentVersion` says which.
   * @throws NotFoundError - There is no such record, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * await entente.places.retract({ id, expectedVersion: 3, reason: 'Coded twice.' });
   * ```
   */
  retract(variables: RetractRecordVariables, options?: WriteOptions): Promise<AnyRecord>;

  /**
   * Takes a retraction back. Answers with the record.
   *
   * @param variables - `id`: A record or a part. `expectedVersion`: The version you have seen; another current one is a CONFLICT that carries it. `reason`: Why, 3 to 500 characters.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - The record has another version by now; `currentVersion` says which.
   * @throws NotFoundError - There is no such record, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * await entente.places.reinstate({ id, expectedVersion: 4, reason: 'They were two meetings after all.' });
   * ```
   */
  reinstate(variables: ReinstateRecordVariables, options?: WriteOptions): Promise<AnyRecord>;

  /**
   * Erases the content everywhere, history and events included. Answers with the id it had. Cannot be undone.
   *
   * @param variables - `id`: A record. `reason`: Why: a living person, a court order, withdrawn press text.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - Another write had this idempotency key.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * await entente.places.expunge({ id, reason: 'A court order.' });
   * ```
   */
  expunge(variables: ExpungeRecordVariables, options?: WriteOptions): Promise<string>;
}

/** What can be asked and done with positions. */
export interface Positions {
  /**
   * An office with everybody who held it, the latest first.
   *
   * @param variables - `id`: Begins with `position_`.
   * @param options - Signal, deadline and the like.
   * @throws NotFoundError - There is none, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const office = await entente.positions.get({ id });
   * for (const { person, from } of office.tenures.nodes) console.log(person?.label, from?.text);
   * ```
   */
  get(variables: GetPositionVariables, options?: CallOptions): Promise<PositionDetail>;

  /**
   * Records an office.
   *
   * @param variables - `input`: What to record.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - Another write had this idempotency key.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const office = await entente.positions.record({ input: { title: 'Undersecretary', organization: id, level: 'DEPUTY_MINISTER' } });
   * ```
   */
  record(variables: RecordPositionVariables, options?: WriteOptions): Promise<PositionRecord>;

  /**
   * Changes an office.
   *
   * @param variables - `id`: Which one. `expectedVersion`: The version you have seen; another current one is a CONFLICT that carries it. `input`: What changes. `reason`: Why, for the history.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - The record has another version by now; `currentVersion` says which.
   * @throws NotFoundError - There is no such record, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * await entente.positions.amend({ id, expectedVersion: 1, input: { level: 'MINISTER' }, reason: 'The office was raised.' });
   * ```
   */
  amend(variables: AmendPositionVariables, options?: WriteOptions): Promise<PositionRecord>;

  /**
   * The versions of a record, the latest first, with what changed.
   *
   * @param variables - `id`: A record. `before`: Only versions below this one. `first`: How many, 1 to 100.
   * @param options - Signal, deadline and the like.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * for (const { version, changed, reason } of await entente.positions.history({ id })) console.log(version, changed, reason);
   * ```
   */
  history(variables: RecordHistoryVariables, options?: CallOptions): Promise<Array<VersionSummary>>;

  /**
   * Withdraws a record, or a part of one. It leaves lists and counts and is kept. Answers with the record.
   *
   * @param variables - `id`: A record or a part, whose version is that of its record. `expectedVersion`: The version you have seen; another current one is a CONFLICT that carries it. `reason`: Why, 3 to 500 characters.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - The record has another version by now; `currentVersion` says which.
   * @throws NotFoundError - There is no such record, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * await entente.positions.retract({ id, expectedVersion: 3, reason: 'Coded twice.' });
   * ```
   */
  retract(variables: RetractRecordVariables, options?: WriteOptions): Promise<AnyRecord>;

  /**
   * Takes a retraction back. Answers with the record.
   *
   * @param variables - `id`: A record or a part. `expectedVersion`: The version you have seen; another current one is a CONFLICT that carries it. `reason`: Why, 3 to 500 characters.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - The record has another version by now; `currentVersion` says which.
   * @throws NotFoundError - There is no such record, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * await entente.positions.reinstate({ id, expectedVersion: 4, reason: 'They were two meetings after all.' });
   * ```
   */
  reinstate(variables: ReinstateRecordVariables, options?: WriteOptions): Promise<AnyRecord>;

  /**
   * Erases the content everywhere, history and events included. Answers with the id it had. Cannot be undone.
   *
   * @param variables - `id`: A record. `reason`: Why: a living person, a court order, withdrawn press text.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - Another write had this idempotency key.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * await entente.positions.expunge({ id, reason: 'A court order.' });
   * ```
   */
  expunge(variables: ExpungeRecordVariables, options?: WriteOptions): Promise<string>;
}

/** What can be asked and done with records. */
export interface Records {
  /**
   * Any record or part by its id.
   *
   * @param variables - `id`: An id of any type.
   * @param options - Signal, deadline and the like.
   * @throws NotFoundError - There is none, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const anything = await entente.records.get({ id });
   * console.log(anything.__typename);
   * ```
   */
  get(variables: GetRecordVariables, options?: CallOptions): Promise<AnyRecord>;

  /**
   * Up to a hundred records or parts by id, in the order asked; null for each that does not exist.
   *
   * @param variables - `ids`: At most 100 ids, types may be mixed.
   * @param options - Signal, deadline and the like.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const found = await entente.records.getMany({ ids: [id, later] });
   * ```
   */
  getMany(variables: GetRecordsVariables, options?: CallOptions): Promise<Array<AnyRecord | null>>;

  /**
   * Any record or part as it stood at an instant.
   *
   * @param variables - `recordedAt`: What was recorded later is left out. `id`: An id of any type.
   * @param options - Signal, deadline and the like.
   * @throws NotFoundError - There is none, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const then = await entente.records.getAsOf({ id, recordedAt: '2026-01-31T08:00:00.000Z' });
   * ```
   */
  getAsOf(variables: GetRecordAsOfVariables, options?: CallOptions): Promise<AnyRecord>;

  /**
   * The versions of a record, the latest first, with what changed.
   *
   * @param variables - `id`: A record. `before`: Only versions below this one. `first`: How many, 1 to 100.
   * @param options - Signal, deadline and the like.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * for (const { version, changed, reason } of await entente.records.history({ id })) console.log(version, changed, reason);
   * ```
   */
  history(variables: RecordHistoryVariables, options?: CallOptions): Promise<Array<VersionSummary>>;

  /**
   * Adds a spelling, verbatim, to a record.
   *
   * @param variables - `record`: Whose name it is. `input`: The spelling.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - Another write had this idempotency key.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * await entente.records.recordName({ record: 'QA', input: { value: 'Doha', kind: 'METONYM' } });
   * ```
   */
  recordName(variables: RecordNameVariables, options?: WriteOptions): Promise<NameRecord>;

  /**
   * Withdraws a record, or a part of one. It leaves lists and counts and is kept. Answers with the record.
   *
   * @param variables - `id`: A record or a part, whose version is that of its record. `expectedVersion`: The version you have seen; another current one is a CONFLICT that carries it. `reason`: Why, 3 to 500 characters.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - The record has another version by now; `currentVersion` says which.
   * @throws NotFoundError - There is no such record, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * await entente.records.retract({ id, expectedVersion: 3, reason: 'Coded twice.' });
   * ```
   */
  retract(variables: RetractRecordVariables, options?: WriteOptions): Promise<AnyRecord>;

  /**
   * Takes a retraction back. Answers with the record.
   *
   * @param variables - `id`: A record or a part. `expectedVersion`: The version you have seen; another current one is a CONFLICT that carries it. `reason`: Why, 3 to 500 characters.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - The record has another version by now; `currentVersion` says which.
   * @throws NotFoundError - There is no such record, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * await entente.records.reinstate({ id, expectedVersion: 4, reason: 'They were two meetings after all.' });
   * ```
   */
  reinstate(variables: ReinstateRecordVariables, options?: WriteOptions): Promise<AnyRecord>;

  /**
   * Erases the content everywhere, history and events included. Answers with the id it had. Cannot be undone.
   *
   * @param variables - `id`: A record. `reason`: Why: a living person, a court order, withdrawn press text.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - Another write had this idempotency key.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * await entente.records.expunge({ id, reason: 'A court order.' });
   * ```
   */
  expunge(variables: ExpungeRecordVariables, options?: WriteOptions): Promise<string>;
}

/** What can be asked and done with relationships. */
export interface Relationships {
  /**
   * All that is known between two actors, in one round trip.
   *
   * @param variables - `between`: Exactly two actors, in any order.
   * @param options - Signal, deadline and the like.
   * @throws NotFoundError - There is none, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const { thirdParties, engagements } = await entente.relationships.get({ between: ['QA', 'IQ'] });
   * ```
   */
  get(variables: GetRelationshipVariables, options?: CallOptions): Promise<RelationshipDetail>;

  /**
   * Pairs of actors that have something in common on record, those with most engagements first.
   *
   * @param variables - `filter`: Which ones. Absent: all. `orderBy`: In which order.
   * @param options - Signal, deadline and the like.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * for (const { label, engagements } of await entente.relationships.list({ filter: { involving: ['QA'] } }).take(10))
   *   console.log(label, engagements.totalCount);
   * ```
   */
  list(variables?: ListRelationshipsVariables, options?: CallOptions): Listing<RelationshipSummary>;

  /**
   * All that was known between two actors at an instant.
   *
   * @param variables - `recordedAt`: What was recorded later is left out. `between`: Exactly two actors.
   * @param options - Signal, deadline and the like.
   * @throws NotFoundError - There is none, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const then = await entente.relationships.getAsOf({ between: ['QA', 'IQ'], recordedAt: '2026-01-31T08:00:00.000Z' });
   * ```
   */
  getAsOf(variables: GetRelationshipAsOfVariables, options?: CallOptions): Promise<RelationshipDetail>;
}

/** What can be asked and done with search. */
export interface Search {
  /**
   * Records by what they are called and what they say, the best first; spellings of a name find each other.
   *
   * @param variables - `text`: 2 to 200 characters. Example: `al-Ghanmi`. `types`: Only these kinds of record. Absent: all.
   * @param options - Signal, deadline and the like.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * for (const { record, excerpts } of await entente.search({ text: 'al-Ghanmi', types: ['ACTOR'] }).take(10))
   *   console.log(record.label, excerpts[0]?.match);
   * ```
   */
  (variables: SearchVariables, options?: CallOptions): Listing<FoundRecord>;

  /**
   * What may have been meant by a text that finds little: spellings that are on record.
   *
   * @param variables - `text`: 2 to 200 characters. Example: `al-Ghanmi`. `types`: Only these kinds of record. Absent: all.
   * @param options - Signal, deadline and the like.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * console.log(await entente.search.suggest({ text: 'Qadhimi' }));
   * ```
   */
  suggest(variables: SuggestSearchVariables, options?: CallOptions): Promise<Array<string>>;
}

/** What can be asked and done with sources. */
export interface Sources {
  /**
   * A source whole, with the first fifty claims made in it.
   *
   * @param variables - `id`: Begins with `source_`.
   * @param options - Signal, deadline and the like.
   * @throws NotFoundError - There is none, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const article = await entente.sources.get({ id });
   * for (const { statement, passages } of article.statements.nodes) console.log(statement, passages[0]?.quote);
   * ```
   */
  get(variables: GetSourceVariables, options?: CallOptions): Promise<SourceDetail>;

  /**
   * Articles, statements, treaty texts and dataset rows, held or only referred to.
   *
   * @param variables - `filter`: Which ones. Absent: all. `orderBy`: In which order.
   * @param options - Signal, deadline and the like.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const unread = await entente.sources.list({ filter: { isHeld: false, isCited: true }, orderBy: 'MOST_CITED' }).take(10);
   * ```
   */
  list(variables?: ListSourcesVariables, options?: CallOptions): Listing<SourceSummary>;

  /**
   * A source as it stood at an instant.
   *
   * @param variables - `recordedAt`: What was recorded later is left out. `id`: Begins with `source_`.
   * @param options - Signal, deadline and the like.
   * @throws NotFoundError - There is none, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const then = await entente.sources.getAsOf({ id, recordedAt: '2026-01-31T08:00:00.000Z' });
   * ```
   */
  getAsOf(variables: GetSourceAsOfVariables, options?: CallOptions): Promise<SourceDetail>;

  /**
   * The whole text of a source; null where it is not held or you may not read it.
   *
   * @param variables - `id`: Begins with `source_`.
   * @param options - Signal, deadline and the like.
   * @throws NotFoundError - There is none, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const { text } = await entente.sources.text({ id });
   * ```
   */
  text(variables: GetSourceTextVariables, options?: CallOptions): Promise<SourceText>;

  /**
   * The passages of a source, in order, with the claims that rest on them.
   *
   * @param variables - `id`: Begins with `source_`. `hasClaims`: Only those on which claims rest, or do not.
   * @param options - Signal, deadline and the like.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const idle = await entente.sources.listPassages({ id, hasClaims: false }).take(50);
   * ```
   */
  listPassages(variables: ListSourcePassagesVariables, options?: CallOptions): Listing<PassageSummary>;

  /**
   * Records a source with its text, or as referred to only.
   *
   * @param variables - `input`: What to record.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - Another write had this idempotency key.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const note = await entente.sources.record({
   *   input: { kind: 'CODER_NOTE', title: 'Note on a visit', language: 'en', text: 'The two ministers met.' },
   * });
   * ```
   */
  record(variables: RecordSourceVariables, options?: WriteOptions): Promise<SourceRecord>;

  /**
   * Changes what is known of a source; its text stays.
   *
   * @param variables - `id`: Which one. `expectedVersion`: The version you have seen; another current one is a CONFLICT that carries it. `input`: What changes. `reason`: Why, for the history.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - The record has another version by now; `currentVersion` says which.
   * @throws NotFoundError - There is no such record, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * await entente.sources.amend({ id, expectedVersion: 1, input: { rights: 'CC BY 4.0' } });
   * ```
   */
  amend(variables: AmendSourceVariables, options?: WriteOptions): Promise<SourceRecord>;

  /**
   * The versions of a record, the latest first, with what changed.
   *
   * @param variables - `id`: A record. `before`: Only versions below this one. `first`: How many, 1 to 100.
   * @param options - Signal, deadline and the like.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * for (const { version, changed, reason } of await entente.sources.history({ id })) console.log(version, changed, reason);
   * ```
   */
  history(variables: RecordHistoryVariables, options?: CallOptions): Promise<Array<VersionSummary>>;

  /**
   * Withdraws a record, or a part of one. It leaves lists and counts and is kept. Answers with the record.
   *
   * @param variables - `id`: A record or a part, whose version is that of its record. `expectedVersion`: The version you have seen; another current one is a CONFLICT that carries it. `reason`: Why, 3 to 500 characters.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - The record has another version by now; `currentVersion` says which.
   * @throws NotFoundError - There is no such record, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * await entente.sources.retract({ id, expectedVersion: 3, reason: 'Coded twice.' });
   * ```
   */
  retract(variables: RetractRecordVariables, options?: WriteOptions): Promise<AnyRecord>;

  /**
   * Takes a retraction back. Answers with the record.
   *
   * @param variables - `id`: A record or a part. `expectedVersion`: The version you have seen; another current one is a CONFLICT that carries it. `reason`: Why, 3 to 500 characters.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - The record has another version by now; `currentVersion` says which.
   * @throws NotFoundError - There is no such record, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * await entente.sources.reinstate({ id, expectedVersion: 4, reason: 'They were two meetings after all.' });
   * ```
   */
  reinstate(variables: ReinstateRecordVariables, options?: WriteOptions): Promise<AnyRecord>;

  /**
   * Erases the content everywhere, history and events included. Answers with the id it had. Cannot be undone.
   *
   * @param variables - `id`: A record. `reason`: Why: a living person, a court order, withdrawn press text.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - Another write had this idempotency key.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * await entente.sources.expunge({ id, reason: 'A court order.' });
   * ```
   */
  expunge(variables: ExpungeRecordVariables, options?: WriteOptions): Promise<string>;
}

/** What can be asked and done with tenures. */
export interface Tenures {
  /**
   * Who held which office, and when.
   *
   * @param variables - `filter`: Which ones. Absent: all.
   * @param options - Signal, deadline and the like.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const holders = await entente.tenures.list({ filter: { title: 'Interior Minister', state: ['IQ'], on: '2021-03-15' } }).take(5);
   * ```
   */
  list(variables?: ListTenuresVariables, options?: CallOptions): Listing<TenureSummary>;

  /**
   * Records that a person holds or held an office.
   *
   * @param variables - `input`: Who, which office, when.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - Another write had this idempotency key.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const tenure = await entente.tenures.record({ input: { person: id, position: id, from: { edtf: '2020-05' } } });
   * ```
   */
  record(variables: RecordTenureVariables, options?: WriteOptions): Promise<TenureSummary>;
}

/** What can be asked and done with topics. */
export interface Topics {
  /**
   * A topic, the narrower ones, and the latest engagements that had it on the agenda.
   *
   * @param variables - `ref`: An id, or a slug such as `border-security`.
   * @param options - Signal, deadline and the like.
   * @throws NotFoundError - There is none, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const topic = await entente.topics.get({ ref: 'border-security' });
   * ```
   */
  get(variables: GetTopicVariables, options?: CallOptions): Promise<TopicDetail>;

  /**
   * The topic tree, flat, parents before children.
   *
   * @param variables - `below`: Only this one and those below it.
   * @param options - Signal, deadline and the like.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * for (const { slug, parent } of await entente.topics.list({ below: 'security' })) console.log(slug, parent?.slug);
   * ```
   */
  list(variables?: ListTopicsVariables, options?: CallOptions): Promise<Array<TopicSummary>>;

  /**
   * Records a topic.
   *
   * @param variables - `input`: What to record.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - Another write had this idempotency key.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const topic = await entente.topics.record({ input: { slug: 'water-sharing', names: [{ value: 'Water sharing' }] } });
   * ```
   */
  record(variables: RecordTopicVariables, options?: WriteOptions): Promise<TopicRecord>;

  /**
   * Changes a topic.
   *
   * @param variables - `id`: Which one. `expectedVersion`: The version you have seen; another current one is a CONFLICT that carries it. `input`: What changes. `reason`: Why, for the history.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - The record has another version by now; `currentVersion` says which.
   * @throws NotFoundError - There is no such record, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const { id, version } = await entente.topics.get({ ref: 'border-security' });
   * await entente.topics.amend({ id, expectedVersion: version, input: { parent: 'security' } });
   * ```
   */
  amend(variables: AmendTopicVariables, options?: WriteOptions): Promise<TopicRecord>;

  /**
   * The versions of a record, the latest first, with what changed.
   *
   * @param variables - `id`: A record. `before`: Only versions below this one. `first`: How many, 1 to 100.
   * @param options - Signal, deadline and the like.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * for (const { version, changed, reason } of await entente.topics.history({ id })) console.log(version, changed, reason);
   * ```
   */
  history(variables: RecordHistoryVariables, options?: CallOptions): Promise<Array<VersionSummary>>;

  /**
   * Withdraws a record, or a part of one. It leaves lists and counts and is kept. Answers with the record.
   *
   * @param variables - `id`: A record or a part, whose version is that of its record. `expectedVersion`: The version you have seen; another current one is a CONFLICT that carries it. `reason`: Why, 3 to 500 characters.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - The record has another version by now; `currentVersion` says which.
   * @throws NotFoundError - There is no such record, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * await entente.topics.retract({ id, expectedVersion: 3, reason: 'Coded twice.' });
   * ```
   */
  retract(variables: RetractRecordVariables, options?: WriteOptions): Promise<AnyRecord>;

  /**
   * Takes a retraction back. Answers with the record.
   *
   * @param variables - `id`: A record or a part. `expectedVersion`: The version you have seen; another current one is a CONFLICT that carries it. `reason`: Why, 3 to 500 characters.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - The record has another version by now; `currentVersion` says which.
   * @throws NotFoundError - There is no such record, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * await entente.topics.reinstate({ id, expectedVersion: 4, reason: 'They were two meetings after all.' });
   * ```
   */
  reinstate(variables: ReinstateRecordVariables, options?: WriteOptions): Promise<AnyRecord>;

  /**
   * Erases the content everywhere, history and events included. Answers with the id it had. Cannot be undone.
   *
   * @param variables - `id`: A record. `reason`: Why: a living person, a court order, withdrawn press text.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - Another write had this idempotency key.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * await entente.topics.expunge({ id, reason: 'A court order.' });
   * ```
   */
  expunge(variables: ExpungeRecordVariables, options?: WriteOptions): Promise<string>;
}

/** What can be asked and done with webhooks. */
export interface Webhooks {
  /**
   * An endpoint with its delivery log, the latest first.
   *
   * @param variables - `id`: Begins with `webhook_`. `status`:
   * @param options - Signal, deadline and the like.
   * @throws NotFoundError - There is none, or none for you.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const { deliveries } = await entente.webhooks.get({ id, status: ['FAILED'] });
   * for (const { attempts, httpStatus } of deliveries) console.log(attempts, httpStatus);
   * ```
   */
  get(variables: GetWebhookVariables, options?: CallOptions): Promise<WebhookDetail>;

  /**
   * Your endpoints; everybody's for the role ADMIN.
   *
   * @param variables - None.
   * @param options - Signal, deadline and the like.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * for (const { name, pausedAt, disabledAt } of await entente.webhooks.list()) console.log(name, pausedAt, disabledAt);
   * ```
   */
  list(variables?: ListWebhooksVariables, options?: CallOptions): Promise<Array<WebhookSummary>>;

  /**
   * Registers an endpoint. Keep the secret: it is shown only now.
   *
   * @param variables - `input`: Where to send what.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - Another write had this idempotency key.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const { secret } = await entente.webhooks.register({ input: { name: 'Signatures', url: 'https://example.com/hook', filter: { recordType: ['AGREEMENT'] } } });
   * ```
   */
  register(variables: RegisterWebhookVariables, options?: WriteOptions): Promise<WebhookWithSecret>;

  /**
   * Changes, pauses or resumes an endpoint.
   *
   * @param variables - `id`: Which one. `input`: What changes.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - Another write had this idempotency key.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * await entente.webhooks.amend({ id, input: { isPaused: true } });
   * ```
   */
  amend(variables: AmendWebhookVariables, options?: WriteOptions): Promise<WebhookSummary>;

  /**
   * Gives an endpoint a new secret; for 24 hours the old one signs, too.
   *
   * @param variables - `id`: Which one.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - Another write had this idempotency key.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const { secret } = await entente.webhooks.rotateSecret({ id });
   * ```
   */
  rotateSecret(variables: RotateWebhookSecretVariables, options?: WriteOptions): Promise<WebhookWithSecret>;

  /**
   * Sends a range of events again.
   *
   * @param variables - `id`: Which one. `after`: Send what comes after this. `until`: Up to and including this. Absent: the head.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - Another write had this idempotency key.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * const { oldest } = await entente.events.bounds();
   * await entente.webhooks.replay({ id, after: oldest });
   * ```
   */
  replay(variables: ReplayWebhookVariables, options?: WriteOptions): Promise<WebhookSummary>;

  /**
   * Sends one signed test event.
   *
   * @param variables - `id`: Which webhook.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - Another write had this idempotency key.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * await entente.webhooks.sendTest({ id });
   * ```
   */
  sendTest(variables: SendTestEventVariables, options?: WriteOptions): Promise<WebhookSummary>;

  /**
   * Removes an endpoint. Answers with what it was.
   *
   * @param variables - `id`: Which one.
   * @param options - Idempotency key, signal, deadline and the like.
   * @throws BadInputError - The input cannot be; `field` says where.
   * @throws ConflictError - Another write had this idempotency key.
   * @throws EntenteError - Whatever else went wrong.
   * @example
   * ```ts
   * await entente.webhooks.retire({ id });
   * ```
   */
  retire(variables: RetireWebhookVariables, options?: WriteOptions): Promise<WebhookSummary>;
}

/** Every resource of the client. */
export interface Namespaces {
  /** What can be asked and done with actors. */
  readonly actors: Actors;
  /** What can be asked and done with agreements. */
  readonly agreements: Agreements;
  /** What can be asked and done with claims. */
  readonly claims: Claims;
  /** What can be asked and done with commitments. */
  readonly commitments: Commitments;
  /** What can be asked and done with context events. */
  readonly contextEvents: ContextEvents;
  /** What can be asked and done with engagements. */
  readonly engagements: Engagements;
  /** What can be asked and done with events. */
  readonly events: Events;
  /** What can be asked and done with identities. */
  readonly identities: Identities;
  /** What can be asked and done with import runs. */
  readonly importRuns: ImportRuns;
  /** What can be asked and done with places. */
  readonly places: Places;
  /** What can be asked and done with positions. */
  readonly positions: Positions;
  /** What can be asked and done with records. */
  readonly records: Records;
  /** What can be asked and done with relationships. */
  readonly relationships: Relationships;
  /** What can be asked and done with search. */
  readonly search: Search;
  /** What can be asked and done with sources. */
  readonly sources: Sources;
  /** What can be asked and done with tenures. */
  readonly tenures: Tenures;
  /** What can be asked and done with topics. */
  readonly topics: Topics;
  /** What can be asked and done with webhooks. */
  readonly webhooks: Webhooks;
}

// Annotated, or else every function would be written out again in the declarations.
export const namespaces: Record<string, Record<string, unknown>> = {
  actors: { get: getActor, list: listActors, getAsOf: getActorAsOf, record: recordActor, amend: amendActor, assess: assessOutlet, history: recordHistory, retract: retractRecord, reinstate: reinstateRecord, expunge: expungeRecord },
  agreements: { get: getAgreement, list: listAgreements, getAsOf: getAgreementAsOf, listAsOf: listAgreementsAsOf, listParties: listAgreementParties, groups: groupAgreements, record: recordAgreement, amend: amendAgreement, recordAction: recordAgreementAction, statusChanged: agreementStatusChanged, history: recordHistory, retract: retractRecord, reinstate: reinstateRecord, expunge: expungeRecord },
  claims: { get: getClaim, list: listClaims, groups: groupClaims, listAsOf: listClaimsAsOf, listRelations: listClaimRelations, record: recordClaim, amend: amendClaim, relate: relateClaims, history: recordHistory, retract: retractRecord, reinstate: reinstateRecord, expunge: expungeRecord },
  commitments: { record: recordCommitment, report: recordImplementationReport },
  contextEvents: { get: getContextEvent, list: listContextEvents, listAsOf: listContextEventsAsOf, record: recordContextEvent, amend: amendContextEvent, history: recordHistory, retract: retractRecord, reinstate: reinstateRecord, expunge: expungeRecord },
  engagements: { get: getEngagement, list: listEngagements, getAsOf: getEngagementAsOf, listAsOf: listEngagementsAsOf, groups: groupEngagements, network: getEngagementNetwork, record: recordEngagement, recordMany: recordEngagements, amend: amendEngagement, changed: engagementChanged, history: recordHistory, retract: retractRecord, reinstate: reinstateRecord, expunge: expungeRecord },
  events: { '': events, list: listEvents, bounds: getEventBounds },
  identities: { list: listIdentities, decide: decideIdentity },
  importRuns: { get: getImportRun, list: listImportRuns, listRejections: listImportRejections },
  places: { get: getPlace, list: listPlaces, record: recordPlace, amend: amendPlace, history: recordHistory, retract: retractRecord, reinstate: reinstateRecord, expunge: expungeRecord },
  positions: { get: getPosition, record: recordPosition, amend: amendPosition, history: recordHistory, retract: retractRecord, reinstate: reinstateRecord, expunge: expungeRecord },
  records: { get: getRecord, getMany: getRecords, getAsOf: getRecordAsOf, history: recordHistory, recordName, retract: retractRecord, reinstate: reinstateRecord, expunge: expungeRecord },
  relationships: { get: getRelationship, list: listRelationships, getAsOf: getRelationshipAsOf },
  search: { '': search, suggest: suggestSearch },
  sources: { get: getSource, list: listSources, getAsOf: getSourceAsOf, text: getSourceText, listPassages: listSourcePassages, record: recordSource, amend: amendSource, history: recordHistory, retract: retractRecord, reinstate: reinstateRecord, expunge: expungeRecord },
  tenures: { list: listTenures, record: recordTenure },
  topics: { get: getTopic, list: listTopics, record: recordTopic, amend: amendTopic, history: recordHistory, retract: retractRecord, reinstate: reinstateRecord, expunge: expungeRecord },
  webhooks: { get: getWebhook, list: listWebhooks, register: registerWebhook, amend: amendWebhook, rotateSecret: rotateWebhookSecret, replay: replayWebhook, sendTest: sendTestEvent, retire: retireWebhook },
};

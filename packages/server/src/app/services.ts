import { ActorQuery } from '../features/actor/actor.query';
import { ActorService } from '../features/actor/actor.service';
import { ContextEventLabels } from '../features/actor/context-event-label.query';
import { GroupMemberQuery } from '../features/actor/group-member.query';
import { OutletAssessmentQuery } from '../features/actor/outlet-assessment.query';
import { OutletAssessmentService } from '../features/actor/outlet-assessment.service';
import { Level } from '../features/actor/position.entity';
import { PositionQuery } from '../features/actor/position.query';
import { PositionService } from '../features/actor/position.service';
import { TenureQuery } from '../features/actor/tenure.query';
import { TenureService } from '../features/actor/tenure.service';
import { AgreementQuery } from '../features/agreement/agreement.query';
import { AgreementService } from '../features/agreement/agreement.service';
import { AgreementConditions } from '../features/agreement/agreement-conditions.query';
import { AgreementPartyQuery } from '../features/agreement/agreement-party.query';
import { CommitmentQuery } from '../features/agreement/commitment.query';
import { CommitmentService } from '../features/agreement/commitment.service';
import { ClaimQuery } from '../features/claim/claim.query';
import { ClaimService } from '../features/claim/claim.service';
import { ClaimConditions } from '../features/claim/claim-conditions.query';
import { ClaimRecorder } from '../features/claim/claim-recording.service';
import { ClaimRelationQuery } from '../features/claim/claim-relation.query';
import { EvidenceQuery } from '../features/claim/evidence.query';
import { OriginQuery } from '../features/claim/origin.query';
import { ContextEventQuery } from '../features/context-event/context-event.query';
import { ContextEventService } from '../features/context-event/context-event.service';
import { EngagementQuery } from '../features/engagement/engagement.query';
import { EngagementService } from '../features/engagement/engagement.service';
import { EngagementBulkService } from '../features/engagement/engagement-bulk.service';
import { EngagementConditions } from '../features/engagement/engagement-conditions.query';
import { EngagementLists } from '../features/engagement/engagement-lists.query';
import { EventContents } from '../features/feed/event.query';
import { EventLog, type Statements } from '../features/feed/event-log.query';
import { EventQuery } from '../features/feed/event-page.query';
import { IdentityQuery } from '../features/identity/identity.query';
import { IdentityService } from '../features/identity/identity.service';
import { ImportRunQuery } from '../features/import/import-run.query';
import { PlaceQuery } from '../features/place/place.query';
import { PlaceService } from '../features/place/place.service';
import { Credibility } from '../features/record/claim-terms.entity';
import { Writer } from '../features/record/commands.service';
import { EvidenceConditions } from '../features/record/evidence-conditions.query';
import { ExpungeService } from '../features/record/expunge.service';
import { NameService } from '../features/record/name-command.service';
import { named } from '../features/record/ordered-terms.rule';
import { Marking } from '../features/record/record.entity';
import { type Labels, RecordQuery } from '../features/record/record.query';
import { References } from '../features/record/references.query';
import { RetractionService } from '../features/record/retraction.service';
import { RelationshipQuery } from '../features/relationship/relationship.query';
import { ThirdPartyQuery } from '../features/relationship/third-party.query';
import { SearchQuery } from '../features/search/search.query';
import { SourceQuery } from '../features/source/source.query';
import { SourceService } from '../features/source/source.service';
import { SourceConditions } from '../features/source/source-conditions.query';
import { CountedSizes } from '../features/statistics/counted-size.query';
import { GroupQuery } from '../features/statistics/group.query';
import { NetworkQuery } from '../features/statistics/network.query';
import { RelationshipLists } from '../features/statistics/relationship-list.query';
import { TrendQuery } from '../features/statistics/trend.query';
import { TopicQuery } from '../features/topic/topic.query';
import { TopicService } from '../features/topic/topic.service';
import { WebhookQuery } from '../features/webhook/webhook.query';
import { WebhookService } from '../features/webhook/webhook.service';
import { Change } from '../platform/change/change';
import type { Reader } from '../platform/read/reader';
import { projections } from './projections';
import type { Runtime, Viewer } from './runtime';

const ORDERED_TERMS = { marking: Marking, level: Level, credibility: Credibility };

/** Everything a resolver may ask for. Built once a request and recorded time; the only place where features meet. */
export type Services = ReturnType<typeof servicesFor>;

export function servicesFor(reader: Reader, viewer: Viewer, runtime: Runtime) {
  const today = runtime.today();
  const references = new References(reader);
  reader.sizes = new CountedSizes(reader, references, today);
  const evidence = new EvidenceConditions(references);
  const engagements = new EngagementQuery(
    reader,
    new EngagementConditions(references, evidence, today),
    today,
  );
  const actors = new ActorQuery(reader, references);
  const members = new GroupMemberQuery(reader);
  const positions = new PositionQuery(reader);
  const tenures = new TenureQuery(reader, references);
  const assessments = new OutletAssessmentQuery(reader, today);
  const places = new PlaceQuery(reader, references);
  const topics = new TopicQuery(reader, references);
  const contextEvents = new ContextEventQuery(reader, references, today);
  const contextEventLabels = new ContextEventLabels(reader);
  const agreements = new AgreementQuery(reader, new AgreementConditions(references, evidence, today), today);
  const sources = new SourceQuery(reader, new SourceConditions(references, today));
  const claims = new ClaimQuery(reader, new ClaimConditions(references, evidence, today), today);
  const labels: Labels = {
    source: (source) => sources.label(source),
    claim: (claim) => claims.label(claim),
    agreement: (agreement) => agreements.label(agreement),
    position: (position) => positions.label(position),
    context_event: (event) => contextEventLabels.label(event),
    engagement: (engagement) => engagements.label(engagement),
    actor: ({ label }: { label: string }) => label,
    place: ({ label }: { label: string }) => label,
    topic: ({ label }: { label: string }) => label,
  };
  const relationships = new RelationshipQuery(
    reader,
    references,
    engagements,
    agreements,
    contextEvents,
    claims,
  );
  const eventContents = new EventContents(reader, (values) => named(values, ORDERED_TERMS));
  const events = new EventQuery(
    reader,
    new EventLog(ownerOf(runtime)),
    eventContents,
    runtime.eventCursors,
    references,
    viewer.clearance,
  );
  const webhooks = new WebhookQuery(ownerOf(runtime), runtime.eventCursors, viewer);
  const records = new RecordQuery(
    reader,
    labels,
    {
      relationship: (id, field) => relationships.byId(id, field),
      event: (id, field) => events.byId(id, field),
      // Before the prefix that it begins with.
      webhook_delivery: (id, field) => webhooks.delivery(id, field),
      webhook: (id, field) => webhooks.byId(id, field),
    },
    ORDERED_TERMS,
    viewer.clearance,
  );
  return {
    actors,
    members,
    positions,
    tenures,
    assessments,
    places,
    topics,
    contextEvents,
    reader,
    references,
    records,
    engagements,
    engagementLists: new EngagementLists(engagements, contextEvents),
    agreements,
    agreementParties: new AgreementPartyQuery(reader, references, today),
    commitments: new CommitmentQuery(reader),
    relationships,
    thirdParties: new ThirdPartyQuery(reader),
    relationshipLists: new RelationshipLists(reader, runtime.seal, references, engagements, today),
    trends: new TrendQuery(reader, engagements, today),
    groups: new GroupQuery(reader, today),
    networks: new NetworkQuery(reader, today),
    sources,
    claims,
    claimRelations: new ClaimRelationQuery(reader, references),
    events,
    eventContents,
    webhooks,
    identities: new IdentityQuery(reader, records),
    evidence: new EvidenceQuery(reader),
    searching: new SearchQuery(reader, runtime.seal, viewer.clearance),
    origins: new OriginQuery(reader),
    imports: new ImportRunQuery(reader),
    recording: recordingFor(viewer, runtime),
  };
}

/** For tables that no reader has: what they say is for matching, and never shown. */
function ownerOf({ database, heard }: Runtime): Statements {
  return {
    query(text, values) {
      heard?.(text, values ?? []);
      return database.writer.query(text, values);
    },
  };
}

function recordingFor(viewer: Viewer, runtime: Runtime) {
  const { database, clock, committed } = runtime;
  const change = new Change(database.writer, database.catalog, projections, { clock, committed });
  const writer = new Writer(viewer.account, viewer.mayWrite, viewer.clearance);
  const evidence = new ClaimRecorder();
  const engagements = new EngagementService(change, writer, evidence);
  return {
    retractions: new RetractionService(change, writer),
    expunging: new ExpungeService(change, writer),
    names: new NameService(change, writer, evidence),
    actors: new ActorService(change, writer, evidence),
    positions: new PositionService(change, writer, evidence),
    tenures: new TenureService(change, writer, evidence),
    assessments: new OutletAssessmentService(change, writer),
    places: new PlaceService(change, writer, evidence),
    topics: new TopicService(change, writer),
    contextEvents: new ContextEventService(change, writer, evidence),
    engagements,
    engagementBulk: new EngagementBulkService(change, writer, engagements),
    agreements: new AgreementService(change, writer, evidence),
    commitments: new CommitmentService(change, writer, evidence),
    sources: new SourceService(change, writer, evidence),
    claims: new ClaimService(change, writer, evidence),
    identities: new IdentityService(change, writer),
    webhooks: new WebhookService({
      change,
      writer,
      cursors: runtime.eventCursors,
      box: runtime.webhookSecrets,
      addresses: runtime.outbound,
    }),
  };
}

import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray, type PubSub } from 'type-graphql';
import { ActorResolver } from '../features/actor/actor.resolver';
import {
  ActorGroupResolver,
  GroupMemberResolver,
  OrganizationResolver,
  PersonResolver,
  StateResolver,
} from '../features/actor/actor-kinds.resolver';
import { OutletAssessmentResolver } from '../features/actor/outlet-assessment.resolver';
import { PositionResolver } from '../features/actor/position.resolver';
import { TenureResolver } from '../features/actor/tenure.resolver';
import {
  ContextEventActorActorResolver,
  PlaceCountryResolver,
} from '../features/actor/upstream-edges.resolver';
import { AgreementResolver } from '../features/agreement/agreement.resolver';
import {
  ActorAgreementsResolver,
  AgendaItemAgreementResolver,
  EngagementAgreementsResolver,
} from '../features/agreement/agreement-edges.resolver';
import { AgreementLifeResolver } from '../features/agreement/agreement-life.resolver';
import {
  AgreementActionResolver,
  AgreementPartyResolver,
} from '../features/agreement/agreement-parts.resolver';
import { AgreementTiesResolver } from '../features/agreement/agreement-ties.resolver';
import { CommitmentResolver, ImplementationReportResolver } from '../features/agreement/commitment.resolver';
import { ClaimResolver } from '../features/claim/claim.resolver';
import {
  AttributionResolver,
  ClaimRelationResolver,
  ClaimTargetResolver,
} from '../features/claim/claim-parts.resolver';
import { AbsenceResolver, OriginResolver, ReadingResolver } from '../features/claim/evidence-view.resolver';
import {
  PartClaimsResolver,
  PassageClaimsResolver,
  RecordClaimsResolver,
  SourceClaimsResolver,
} from '../features/claim/record-claims.resolver';
import {
  ContextEventActorResolver,
  ContextEventResolver,
} from '../features/context-event/context-event.resolver';
import { EngagementResolver } from '../features/engagement/engagement.resolver';
import {
  EngagementCommandsResolver,
  RecordedEngagementResolver,
} from '../features/engagement/engagement-commands.resolver';
import {
  ActorEngagementsResolver,
  EngagementContextResolver,
  PlaceEngagementsResolver,
  TenureEngagementsResolver,
  TopicEngagementsResolver,
} from '../features/engagement/engagement-lists.resolver';
import {
  AgendaItemResolver,
  CodeResolver,
  EngagementLinkResolver,
  ParticipationResolver,
  SideResolver,
} from '../features/engagement/engagement-parts.resolver';
import {
  AgreementStatusChangeResolver,
  EngagementChangeResolver,
  EventResolver,
  SnapshotItemResolver,
} from '../features/feed/event.resolver';
import { SubscriptionResolver } from '../features/feed/subscription.resolver';
import { IdentityResolver } from '../features/identity/identity.resolver';
import { ImportRunResolver } from '../features/import/import-run.resolver';
import { PlaceResolver } from '../features/place/place.resolver';
import { NameResolver } from '../features/record/name.resolver';
import {
  NameRecordResolver,
  NodeResolver,
  PartResolver,
  RecordResolver,
} from '../features/record/record.resolver';
import { RecordCommandsResolver } from '../features/record/record-commands.resolver';
import { RelationshipResolver, ThirdPartyResolver } from '../features/relationship/relationship.resolver';
import { SearchResolver } from '../features/search/search.resolver';
import {
  NameSourceResolver,
  OrganizationSourcesResolver,
  OutletAssessmentSourceResolver,
  PassageResolver,
  SourceCitationResolver,
  SourceResolver,
} from '../features/source/source.resolver';
import {
  AgreementStatisticsResolver,
  ClaimStatisticsResolver,
  EngagementStatisticsResolver,
  GroupResolver,
  TieResolver,
} from '../features/statistics/group.resolver';
import {
  ActorRelationshipsResolver,
  RelationshipListResolver,
} from '../features/statistics/relationship-list.resolver';
import { TopicResolver } from '../features/topic/topic.resolver';
import { WebhookDeliveryResolver, WebhookResolver } from '../features/webhook/webhook.resolver';
import { entities } from './entities';
import { PastViewResolver } from './past-view.resolver';
import { refuseOverlong } from './text-limits.rule';

const resolvers: NonEmptyArray<new () => object> = [
  NodeResolver,
  PastViewResolver,
  RecordCommandsResolver,
  RecordResolver,
  PartResolver,
  NameRecordResolver,
  NameResolver,
  ActorResolver,
  StateResolver,
  OrganizationResolver,
  PersonResolver,
  ActorGroupResolver,
  GroupMemberResolver,
  PositionResolver,
  TenureResolver,
  OutletAssessmentResolver,
  PlaceResolver,
  PlaceCountryResolver,
  TopicResolver,
  ContextEventResolver,
  ContextEventActorResolver,
  ContextEventActorActorResolver,
  EngagementResolver,
  EngagementCommandsResolver,
  RecordedEngagementResolver,
  EngagementContextResolver,
  ActorEngagementsResolver,
  PlaceEngagementsResolver,
  TopicEngagementsResolver,
  TenureEngagementsResolver,
  ParticipationResolver,
  SideResolver,
  AgendaItemResolver,
  EngagementLinkResolver,
  CodeResolver,
  AgreementResolver,
  AgreementLifeResolver,
  AgreementTiesResolver,
  AgreementPartyResolver,
  AgreementActionResolver,
  CommitmentResolver,
  ImplementationReportResolver,
  EngagementAgreementsResolver,
  AgendaItemAgreementResolver,
  ActorAgreementsResolver,
  RelationshipResolver,
  ThirdPartyResolver,
  SourceResolver,
  SourceCitationResolver,
  PassageResolver,
  OrganizationSourcesResolver,
  NameSourceResolver,
  OutletAssessmentSourceResolver,
  ClaimResolver,
  ClaimTargetResolver,
  AttributionResolver,
  ClaimRelationResolver,
  AbsenceResolver,
  ReadingResolver,
  OriginResolver,
  RecordClaimsResolver,
  PartClaimsResolver,
  SourceClaimsResolver,
  PassageClaimsResolver,
  EventResolver,
  SnapshotItemResolver,
  EngagementChangeResolver,
  AgreementStatusChangeResolver,
  SubscriptionResolver,
  WebhookResolver,
  WebhookDeliveryResolver,
  SearchResolver,
  ImportRunResolver,
  IdentityResolver,
  EngagementStatisticsResolver,
  AgreementStatisticsResolver,
  ClaimStatisticsResolver,
  GroupResolver,
  TieResolver,
  RelationshipListResolver,
  ActorRelationshipsResolver,
];

/** type-graphql has no place for what the two root types are. */
const ROOTS = {
  Query:
    'Everything that can be read. A record that does not exist, or that you may not see, is null: the two cannot be told apart.',
  Mutation: 'Everything that can be written. A field is null only together with an error.',
  Subscription:
    'The event log as a stream, over WebSocket and server-sent events. Every frame carries a cursor to resume from.',
};

/** type-graphql asks for one wherever there are subscriptions; each of ours says itself where its frames come from. */
const NO_TOPICS: PubSub = {
  publish: () => undefined,
  subscribe() {
    throw new Error('no subscription listens to a topic');
  },
};

let built: GraphQLSchema | null = null;

/** The served schema. Types that only an interface leads to are found through the entities. */
export function schema(): GraphQLSchema {
  built ??= build();
  return built;
}

function build(): GraphQLSchema {
  const made = buildSchemaSync({
    resolvers,
    orphanedTypes: entities as unknown as new () => object[] as never,
    pubSub: NO_TOPICS,
    validateFn: (value) => refuseOverlong(value),
  });
  for (const [name, description] of Object.entries(ROOTS))
    Object.assign(made.getType(name) ?? {}, { description });
  return made;
}

import { Actor, ActorGroup, Organization, Person, State } from '../features/actor/actor.entity';
import { GroupMember } from '../features/actor/group-member.entity';
import { OutletAssessment } from '../features/actor/outlet-assessment.entity';
import { Position } from '../features/actor/position.entity';
import { Tenure } from '../features/actor/tenure.entity';
import { Agreement } from '../features/agreement/agreement.entity';
import { AgreementAction } from '../features/agreement/agreement-action.entity';
import {
  AgreementSuccession,
  AgreementTopic,
  CommitmentParty,
} from '../features/agreement/agreement-link.entity';
import { AgreementParty } from '../features/agreement/agreement-party.entity';
import { Commitment } from '../features/agreement/commitment.entity';
import { ImplementationReport } from '../features/agreement/implementation-report.entity';
import { Attribution } from '../features/claim/attribution.entity';
import { Claim } from '../features/claim/claim.entity';
import { ClaimPassage } from '../features/claim/claim-passage.entity';
import { ClaimRelation } from '../features/claim/claim-relation.entity';
import { ClaimTarget } from '../features/claim/claim-target.entity';
import { ContextEvent, ContextEventActor } from '../features/context-event/context-event.entity';
import { AgendaItem } from '../features/engagement/agenda-item.entity';
import { Engagement } from '../features/engagement/engagement.entity';
import { Code } from '../features/engagement/engagement-code.entity';
import { EngagementLink } from '../features/engagement/engagement-link.entity';
import { Participation } from '../features/engagement/participation.entity';
import { Identity } from '../features/identity/identity.entity';
import { ImportRejection, ImportRun } from '../features/import/import-run.entity';
import { Place } from '../features/place/place.entity';
import { Name } from '../features/record/name.entity';
import { RecordEntry } from '../features/record/record-entry.entity';
import { Version } from '../features/record/version.entity';
import { Passage } from '../features/source/passage.entity';
import { Source } from '../features/source/source.entity';
import { SourceCitation } from '../features/source/source-citation.entity';
import { SourceText } from '../features/source/source-text.entity';
import { Topic } from '../features/topic/topic.entity';

/** Every table that has a shape of its own. */
export const entities = [
  RecordEntry,
  Version,
  Name,
  Place,
  Topic,
  ContextEvent,
  ContextEventActor,
  Actor,
  State,
  Organization,
  Person,
  ActorGroup,
  GroupMember,
  Position,
  Tenure,
  OutletAssessment,
  Source,
  SourceText,
  SourceCitation,
  Passage,
  Engagement,
  Participation,
  AgendaItem,
  EngagementLink,
  Code,
  Agreement,
  AgreementTopic,
  AgreementSuccession,
  AgreementParty,
  AgreementAction,
  Commitment,
  CommitmentParty,
  ImplementationReport,
  Claim,
  ClaimTarget,
  ClaimPassage,
  Attribution,
  ClaimRelation,
  Identity,
  ImportRun,
  ImportRejection,
];

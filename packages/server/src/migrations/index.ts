import { CreateRecord1795300000000 } from './1795300000000-create-record';
import { CreateActor1795300001000 } from './1795300001000-create-actor';
import { CreatePlaceAndTopic1795300002000 } from './1795300002000-create-place-and-topic';
import { CreateSource1795300003000 } from './1795300003000-create-source';
import { CreateNameAndOffice1795300004000 } from './1795300004000-create-name-and-office';
import { CreateContextEvent1795300005000 } from './1795300005000-create-context-event';
import { CreateEngagement1795300006000 } from './1795300006000-create-engagement';
import { CreateAgreement1795300007000 } from './1795300007000-create-agreement';
import { CreateClaim1795300008000 } from './1795300008000-create-claim';
import { DeriveSides1795300009000 } from './1795300009000-derive-sides';
import { LoadStates1795300010000 } from './1795300010000-load-states';
import { DeriveContextEventActors1795300011000 } from './1795300011000-derive-context-event-actors';
import { DeriveAgreementStatus1795300012000 } from './1795300012000-derive-agreement-status';
import { DeriveWarnings1795300013000 } from './1795300013000-derive-warnings';
import { DeriveClaimHandling1795300014000 } from './1795300014000-derive-claim-handling';
import { DeriveOrigins1795300015000 } from './1795300015000-derive-origins';
import { DeriveClaimActors1795300016000 } from './1795300016000-derive-claim-actors';
import { CreateEventLog1795300017000 } from './1795300017000-create-event-log';
import { CreateWebhook1795300018000 } from './1795300018000-create-webhook';
import { CreateImport1795300019000 } from './1795300019000-create-import';
import { CreateIdentity1795300020000 } from './1795300020000-create-identity';
import { CreateCounter1795300021000 } from './1795300021000-create-counter';
import { CreateSearch1795300022000 } from './1795300022000-create-search';
import { CreateIdentitySearch1795300023000 } from './1795300023000-create-identity-search';
import { SpeedUpAgreements1795300024000 } from './1795300024000-speed-up-agreements';
import { LightenWrites1795300025000 } from './1795300025000-lighten-writes';

/** In the order in which they run. */
export const migrations = [
  CreateRecord1795300000000,
  CreateActor1795300001000,
  CreatePlaceAndTopic1795300002000,
  CreateSource1795300003000,
  CreateNameAndOffice1795300004000,
  CreateContextEvent1795300005000,
  CreateEngagement1795300006000,
  CreateAgreement1795300007000,
  CreateClaim1795300008000,
  DeriveSides1795300009000,
  LoadStates1795300010000,
  DeriveContextEventActors1795300011000,
  DeriveAgreementStatus1795300012000,
  DeriveWarnings1795300013000,
  DeriveClaimHandling1795300014000,
  DeriveOrigins1795300015000,
  DeriveClaimActors1795300016000,
  CreateEventLog1795300017000,
  CreateWebhook1795300018000,
  CreateImport1795300019000,
  CreateIdentity1795300020000,
  CreateCounter1795300021000,
  CreateSearch1795300022000,
  CreateIdentitySearch1795300023000,
  SpeedUpAgreements1795300024000,
  LightenWrites1795300025000,
];

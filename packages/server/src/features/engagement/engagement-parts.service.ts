import { replaceParts } from '../../platform/change/parts';
import type { Transaction } from '../../platform/change/transaction';
import { DomainError } from '../../platform/errors';
import { RowNumber } from '../record/record.entity';
import { existing, existingActor, existingTenure, existingTopic } from '../record/targets.query';
import { AgendaItem } from './agenda-item.entity';
import type { Engagement } from './engagement.entity';
import type {
  AgendaItemInput,
  CodeInput,
  EngagementInput,
  EngagementLinkInput,
  ParticipationInput,
} from './engagement.input';
import { Code } from './engagement-code.entity';
import { EngagementLink } from './engagement-link.entity';
import { Participation, ParticipationRole } from './participation.entity';

/** Writes the lists of an engagement that its input gives, and says which parts came of them. */
export async function replaceEngagementParts(
  tx: Transaction,
  engagement: Engagement,
  input: EngagementInput,
) {
  return {
    participations: {
      type: 'participation',
      ids: await replaceParts(tx, engagement, input.participations, {
        entity: Participation,
        field: 'participations',
        toRow: (item, path) => participationRow(tx, item, path),
      }),
    },
    agenda: {
      type: 'agenda_item',
      ids: await replaceParts(tx, engagement, input.agenda, {
        entity: AgendaItem,
        field: 'agenda',
        toRow: (item, path) => agendaRow(tx, item, path),
      }),
    },
    links: {
      type: 'engagement_link',
      ids: await replaceParts(tx, engagement, input.links, {
        entity: EngagementLink,
        field: 'links',
        toRow: (item, path) => linkRow(tx, engagement, item, path),
      }),
    },
    codes: {
      type: 'engagement_code',
      ids: await replaceParts(tx, engagement, input.codes, { entity: Code, field: 'codes', toRow: codeRow }),
    },
  };
}

async function participationRow(
  tx: Transaction,
  item: ParticipationInput,
  path: string,
): Promise<Partial<Participation>> {
  const tenure = await existingTenure(tx, item.tenure, `${path}.tenure`);
  const named = await existingActor(tx, item.actor, `${path}.actor`);
  if (named !== null && tenure !== null && named !== tenure.personId)
    throw new DomainError(
      'BAD_USER_INPUT',
      `${path}.tenure is held by another person than ${path}.actor; give one of the two`,
      { field: `${path}.tenure` },
    );
  const actorId = named ?? tenure?.personId ?? null;
  if (actorId === null && !item.descriptor?.trim())
    throw new DomainError(
      'BAD_USER_INPUT',
      `${path} needs an actor, a tenure or, for somebody unnamed, a descriptor`,
      { field: `${path}.actor` },
    );
  return {
    role: item.role ?? ParticipationRole.PARTICIPANT,
    actorId,
    descriptor: item.descriptor ?? null,
    number: item.number ?? RowNumber.ONE,
    tenureId: tenure?.id ?? null,
    onBehalfOfId: await existingActor(tx, item.onBehalfOf, `${path}.onBehalfOf`, 'STATE'),
    level: item.level ?? null,
  };
}

async function agendaRow(tx: Transaction, item: AgendaItemInput, path: string): Promise<Partial<AgendaItem>> {
  const topicId = await existingTopic(tx, item.topic, `${path}.topic`);
  const agreementId = await existing(tx, 'agreement', item.agreement, `${path}.agreement`);
  if ((topicId === null) === (agreementId === null))
    throw new DomainError('BAD_USER_INPUT', `${path} needs either a topic or an agreement`, {
      field: `${path}.topic`,
    });
  return { topicId, agreementId, centrality: item.centrality ?? null, treatments: item.treatments ?? [] };
}

async function linkRow(
  tx: Transaction,
  engagement: Engagement,
  item: EngagementLinkInput,
  path: string,
): Promise<Partial<EngagementLink>> {
  const toId = await existing(tx, 'engagement', item.to, `${path}.to`);
  if (toId === engagement.id)
    throw new DomainError('BAD_USER_INPUT', `${path}.to is the engagement itself; links join two`, {
      field: `${path}.to`,
    });
  return { toId: String(toId), kind: item.kind };
}

function codeRow({ scheme, code, version }: CodeInput): Partial<Code> {
  return { scheme, code, version };
}

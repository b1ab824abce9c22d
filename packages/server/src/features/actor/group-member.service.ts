import { replaceParts } from '../../platform/change/parts';
import type { Transaction } from '../../platform/change/transaction';
import { DomainError } from '../../platform/errors';
import { fuzzyDate } from '../../platform/fuzzy-date/fuzzy-date';
import { existingActor } from '../record/targets.query';
import { refuseLong } from '../record/wording.service';
import type { GroupMemberInput } from './actor.input';
import { GroupMember } from './group-member.entity';

const MOST_MEMBERS = 300;

export function replaceMembers(
  tx: Transaction,
  group: { id: string; marking: number },
  members: readonly GroupMemberInput[] | null | undefined,
): Promise<string[] | null> {
  refuseLong(members, 'members', MOST_MEMBERS);
  return replaceParts(tx, group, members, {
    entity: GroupMember,
    field: 'members',
    toRow: (item: GroupMemberInput, path) => memberRow(tx, group.id, item, path),
  });
}

async function memberRow(
  tx: Transaction,
  groupId: string,
  item: GroupMemberInput,
  path: string,
): Promise<Partial<GroupMember>> {
  const actorId = String(await existingActor(tx, item.actor, `${path}.actor`));
  if (actorId === groupId)
    throw new DomainError('BAD_USER_INPUT', `${path}.actor is the group itself; name its members`, {
      field: `${path}.actor`,
    });
  return {
    actorId,
    role: item.role ?? null,
    interval: item.interval == null ? null : fuzzyDate(item.interval, `${path}.interval`),
  };
}

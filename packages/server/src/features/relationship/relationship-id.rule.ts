import { DomainError } from '../../platform/errors';
import { typeIdOf, uuidOf } from '../../platform/type-id';

const PREFIX = 'relationship_';
const ACTOR = 'actor_';

/** `relationship_` and the two ids without their prefix, sorted, so that a dyad has one id whichever way it is asked for. */
export function relationshipId([one, other]: readonly [string, string]): string {
  return PREFIX + [one, other].map((id) => typeIdOf('actor', id).slice(ACTOR.length)).join('_');
}

export function actorsOf(relationshipId: string, field: string): [string, string] {
  const [, one, other] = /^relationship_([0-9a-z]{26})_([0-9a-z]{26})$/.exec(relationshipId) ?? [];
  if (one === undefined || other === undefined || one === other)
    throw new DomainError(
      'BAD_USER_INPUT',
      `${field} is no id of a relationship; it is relationship_ and the ids of two actors without actor_, joined by _`,
      { field },
    );
  return [uuidOf(ACTOR + one, 'actor', field), uuidOf(ACTOR + other, 'actor', field)];
}

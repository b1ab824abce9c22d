import sql, { join, raw, type Sql } from 'sql-template-tag';
import { ActorKind } from '../actor/actor.entity';
import { STATES } from './engagement-facets.rule';
import { pairsOf } from './facet.rule';

/** Who of some kinds is present at each engagement of `item`: states by their sides, others themselves or by office. */
export function presentOf(kinds: readonly ActorKind[]): Sql {
  const others = kinds.filter((kind) => kind !== ActorKind.STATE);
  const parts = [
    ...(kinds.includes(ActorKind.STATE) ? [STATES] : []),
    ...(others.length > 0 ? [othersPresent(others)] : []),
  ];
  return parts.length === 0 ? sql`SELECT id, id FROM item WHERE FALSE` : join(parts, ' UNION ALL ');
}

/** Inviter and sender are not present. Two records of one actor are one. */
function othersPresent(kinds: readonly ActorKind[]): Sql {
  return sql`
    SELECT i.id, coalesce(same.counted_as, v.id)
      FROM item i CROSS JOIN LATERAL (
           SELECT a.actor_id FROM engagement_actor a WHERE a.engagement_id = i.id AND a.role NOT IN ('INVITER', 'SENDER')) a
      JOIN actor v ON v.id = a.actor_id AND v.kind = ANY(${kinds})
      LEFT JOIN sameness same ON same.record_id = v.id`;
}

const isOf = (kinds: readonly ActorKind[]) => sql`v.kind = ANY(${kinds})`;

/** Pairs who have an engagement in their lists, of those that `which` picks. */
export const pairsInEngagements = (kinds: readonly ActorKind[], which: Sql): Sql =>
  pairsOf(sql`
    SELECT e.id, v.id FROM engagement e JOIN engagement_actor a ON a.engagement_id = e.id JOIN actor v ON v.id = a.actor_id AND ${isOf(kinds)}
     WHERE e.retracted_at IS NULL AND ${which}`);

/** Who of some kinds are parties, an organization also for its state. */
const parties = (kinds: readonly ActorKind[], which: Sql): Sql => sql`
  SELECT g.id, v.id FROM agreement g JOIN agreement_party p ON p.record_id = g.id AND p.retracted_at IS NULL JOIN actor o ON o.id = p.actor_id
    JOIN actor v ON v.id IN (o.id, o.state_id) AND ${isOf(kinds)}
   WHERE g.retracted_at IS NULL AND ${which}`;

/** Pairs who are parties of one agreement. */
export const pairsInAgreements = (kinds: readonly ActorKind[], which: Sql): Sql =>
  pairsOf(parties(kinds, which));

export const pairsInContextEvents = (kinds: readonly ActorKind[]): Sql =>
  pairsOf(sql`
    SELECT c.id, v.id FROM context_event c JOIN context_event_involved i ON i.context_event_id = c.id JOIN actor v ON v.id = i.actor_id AND ${isOf(kinds)}
     WHERE c.retracted_at IS NULL`);

export const pairsInClaims = (kinds: readonly ActorKind[]): Sql =>
  pairsOf(sql`
    SELECT c.id, v.id FROM claim_actor a JOIN claim c ON c.id = a.claim_id JOIN actor v ON v.id = a.actor_id AND ${isOf(kinds)}
     WHERE c.retracted_at IS NULL`);

/**
 * Whether a row `c` of two actors, `one` and `other`, has an agreement between them, of however many parties. Of few they are asked one
 * by one, where the first that is found settles it; of many, all who have agreements are found at once.
 */
export function hasAgreements(isSo: boolean, kinds: readonly ActorKind[], areFew: boolean): Sql {
  return sql`${areFew ? agreementOfTwo() : agreementsOfAll(kinds)} IS ${isSo ? sql`TRUE` : sql`NOT TRUE`}`;
}

function agreementOfTwo(): Sql {
  const party = (alias: string, actor: string) =>
    raw(
      `${alias}.retracted_at IS NULL AND ${alias}.actor_id = ANY(ARRAY(SELECT ${actor} UNION SELECT x.id FROM actor x WHERE x.state_id = ${actor}))`,
    );
  return sql`(SELECT TRUE FROM agreement_party p
                JOIN agreement g ON g.id = p.record_id AND g.retracted_at IS NULL
                JOIN agreement_party q ON q.record_id = p.record_id AND ${party('q', 'c.other')}
               WHERE ${party('p', 'c.one')} LIMIT 1)`;
}

/** Many agreements have the same parties: of these the pairs are made once. */
function agreementsOfAll(kinds: readonly ActorKind[]): Sql {
  return sql`((c.one, c.other) IN (
    SELECT DISTINCT one.id, other.id
      FROM (SELECT DISTINCT array_agg(DISTINCT m.key ORDER BY m.key) AS members FROM (${parties(kinds, sql`TRUE`)}) m(id, key) GROUP BY m.id) met
     CROSS JOIN LATERAL unnest(met.members) AS one(id) CROSS JOIN LATERAL unnest(met.members) AS other(id)
     WHERE one.id < other.id))`;
}

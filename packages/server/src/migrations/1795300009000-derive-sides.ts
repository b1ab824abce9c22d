import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createDerived, dropDerived } from './support/versioned';

/**
 * The first that is known. Not by COALESCE: row-level security takes that for a leak, and would look no index up with it.
 */
const firstOf = (...values: string[]) =>
  `CASE ${values.map((value) => `WHEN ${value} IS NOT NULL THEN ${value}`).join(' ')} END`;

/** Views for what is computed from participations and offices, over what the reader may see. */
const VIEWS: readonly [string, string][] = [
  [
    // The state an actor counts for: itself, or the one its organization belongs to.
    'actor_state',
    `SELECT id AS actor_id, CASE kind WHEN 'STATE' THEN id ELSE state_id END AS state_id
       FROM actor WHERE kind = 'STATE' OR state_id IS NOT NULL`,
  ],
  [
    'position_state',
    `SELECT p.id AS position_id, p.level, p.organization_id, ${firstOf('p.state_id', 'o.state_id')} AS state_id
       FROM position p LEFT JOIN actor o ON o.id = p.organization_id`,
  ],
  [
    // Inviter and sender are not present: they count for no level, gap or network. A state that is hidden is no known side.
    'participation_side',
    `SELECT p.id AS participation_id, p.record_id AS engagement_id, p.role, p.number,
            (SELECT side.id FROM actor side WHERE side.id = ${firstOf('p.on_behalf_of_id', 'o.state_id', 's.state_id')}) AS state_id,
            coalesce(p.level, o.level) AS level,
            p.role NOT IN ('INVITER', 'SENDER') AS is_present
       FROM participation p
       LEFT JOIN tenure t ON t.id = p.tenure_id
       LEFT JOIN position_state o ON o.position_id = t.position_id
       LEFT JOIN actor_state s ON s.actor_id = p.actor_id
      WHERE p.retracted_at IS NULL`,
  ],
  [
    'engagement_side',
    `SELECT engagement_id, state_id, min(level) AS highest_level, bool_and(role = 'HOST') AS only_hosts
       FROM participation_side WHERE is_present AND state_id IS NOT NULL GROUP BY engagement_id, state_id`,
  ],
  [
    // A side is unknown where somebody present cannot be told to be of a state; then the form of the meeting is unknown too.
    'engagement_form',
    `SELECT p.engagement_id, min(p.level) AS highest_level,
            count(DISTINCT p.state_id)::integer AS sides,
            count(DISTINCT p.state_id) FILTER (WHERE p.role <> 'HOST')::integer AS guests,
            bool_or(p.state_id IS NULL) AS has_unknown_side
       FROM participation_side p WHERE p.is_present GROUP BY p.engagement_id`,
  ],
  [
    'engagement_gap',
    `SELECT engagement_id, (max(highest_level) - min(highest_level))::integer AS level_gap
       FROM engagement_side GROUP BY engagement_id HAVING count(*) = 2 AND count(highest_level) = 2`,
  ],
  [
    'engagement_format',
    `SELECT f.engagement_id,
            CASE WHEN f.guests >= 3 OR (f.sides >= 3 AND f.guests <> 2) THEN 'MULTILATERAL'
                 WHEN f.has_unknown_side THEN NULL
                 WHEN f.sides = 3 THEN 'THIRD_PARTY_HOSTED'
                 WHEN f.sides = 2 AND p.country_id NOT IN (
                      SELECT s.state_id FROM engagement_side s WHERE s.engagement_id = f.engagement_id) THEN 'THIRD_PARTY_HOSTED'
                 WHEN f.sides = 2 THEN 'BILATERAL'
            END AS format
       FROM engagement_form f JOIN engagement e ON e.id = f.engagement_id LEFT JOIN place p ON p.id = e.place_id`,
  ],
  [
    // Everybody an engagement counts for: who took part, the office's organization and its state, the state of an organization, and
    // on whose behalf. Branches, so that each is found by an index from the engagement as from the actor. Whoever holds the office
    // is the participation's own actor.
    'engagement_actor',
    `SELECT p.record_id AS engagement_id, p.actor_id, p.role
       FROM participation p WHERE p.retracted_at IS NULL AND p.actor_id IS NOT NULL
     UNION ALL
     SELECT p.record_id, o.organization_id, p.role
       FROM participation p JOIN tenure t ON t.id = p.tenure_id JOIN position o ON o.id = t.position_id
      WHERE p.retracted_at IS NULL AND o.organization_id IS NOT NULL
     UNION ALL
     SELECT p.record_id, o.state_id, p.role
       FROM participation p JOIN tenure t ON t.id = p.tenure_id JOIN position_state o ON o.position_id = t.position_id
      WHERE p.retracted_at IS NULL AND o.state_id IS NOT NULL
     UNION ALL
     SELECT p.record_id, a.state_id, p.role
       FROM participation p JOIN actor a ON a.id = p.actor_id
      WHERE p.retracted_at IS NULL AND a.state_id IS NOT NULL
     UNION ALL
     SELECT p.record_id, p.on_behalf_of_id, p.role
       FROM participation p WHERE p.retracted_at IS NULL AND p.on_behalf_of_id IS NOT NULL`,
  ],
];

export class DeriveSides1795300009000 implements MigrationInterface {
  name = 'DeriveSides1795300009000';

  async up(db: QueryRunner): Promise<void> {
    for (const [view, select] of VIEWS) await createDerived(db, view, select);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const [view] of [...VIEWS].reverse()) await dropDerived(db, view);
  }
}

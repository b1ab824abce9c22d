import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createDerived, dropDerived } from './support/versioned';

/** A target whose part is a name is about the spelling, not about whoever bears it. */
const IS_MEANT = `t.retracted_at IS NULL AND t.part_type IS DISTINCT FROM 'name'`;

/** The office of a position, and what it counts for. */
const OFFICE = 'CROSS JOIN LATERAL (VALUES (o.organization_id), (o.state_id)) AS v(id)';

export class DeriveClaimActors1795300016000 implements MigrationInterface {
  name = 'DeriveClaimActors1795300016000';

  async up(db: QueryRunner): Promise<void> {
    // Everybody whom a claim is about, in whatever role: whom it names, and for whom these count. Offices, organizations and persons
    // in office count for their state.
    await createDerived(
      db,
      'claim_actor',
      `SELECT t.record_id AS claim_id, a.id AS actor_id, t.role, TRUE AS is_named
         FROM claim_target t JOIN actor a ON a.id = t.target_id
        WHERE ${IS_MEANT}
       UNION
       SELECT t.record_id, s.state_id, t.role, FALSE
         FROM claim_target t JOIN actor_state s ON s.actor_id = t.target_id AND s.state_id <> s.actor_id
        WHERE ${IS_MEANT}
       UNION
       SELECT t.record_id, v.id, t.role, FALSE
         FROM claim_target t JOIN position_state o ON o.position_id = t.target_id ${OFFICE}
        WHERE ${IS_MEANT} AND v.id IS NOT NULL
       UNION
       SELECT t.record_id, v.id, t.role, FALSE
         FROM claim_target t
         JOIN tenure n ON n.record_id = t.target_id AND n.retracted_at IS NULL AND (t.part_type IS DISTINCT FROM 'tenure' OR n.id = t.part_id)
         JOIN position_state o ON o.position_id = n.position_id ${OFFICE}
        WHERE ${IS_MEANT} AND v.id IS NOT NULL`,
    );

    // In whose name the speakers of a claim speak: their own, that of the office they hold, and that of what they are an organ of. In
    // its own voice only an official statement speaks for anybody.
    await db.query(`
      CREATE FUNCTION claim_speakers(of_claim uuid) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
        WITH RECURSIVE
          step AS (SELECT * FROM attribution WHERE record_id = of_claim AND retracted_at IS NULL),
          named(id) AS (
            SELECT speaker_id FROM step
            UNION
            SELECT x.publisher_id FROM step JOIN source x ON x.id = step.referenced_source_id
            UNION
            SELECT s.publisher_id FROM claim c CROSS JOIN LATERAL source_roots(c.source_id) AS r(id) JOIN source s ON s.id = r.id
             WHERE c.id = of_claim AND s.kind = 'OFFICIAL_STATEMENT' AND NOT EXISTS (SELECT FROM step)
            UNION
            SELECT v.id FROM step
              JOIN tenure t ON t.retracted_at IS NULL AND (t.id = step.tenure_id OR (step.tenure_id IS NULL AND t.record_id = step.speaker_id))
              JOIN position_state o ON o.position_id = t.position_id
              ${OFFICE}),
          up(id) AS (
            SELECT a.id FROM named JOIN actor a ON a.id = named.id
            UNION
            SELECT b.id FROM up JOIN actor a ON a.id = up.id
              JOIN actor b ON b.id = a.parent_id
                OR (b.id = a.state_id AND coalesce(a.org_kind, 'OTHER') IN ('GOVERNMENT', 'MINISTRY', 'EMBASSY', 'OTHER')))
        SELECT id FROM up
      $$`);

    // Null where the question is none. A ministry is an organ of its state's government too.
    await db.query(`
      CREATE FUNCTION claim_is_stated(of_claim uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT CASE c.predicate WHEN 'OBJECTIVE' THEN EXISTS (
            SELECT FROM claim_target t WHERE ${IS_MEANT} AND t.record_id = c.id AND t.role = 'SUBJECT' AND EXISTS (
              SELECT FROM actor h JOIN claim_speakers(c.id) AS k(id) ON k.id = h.id OR (h.org_kind = 'GOVERNMENT' AND k.id = h.state_id)
               WHERE h.id = t.target_id)) END
          FROM claim c WHERE c.id = of_claim
      $$`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP FUNCTION claim_is_stated(uuid)');
    await db.query('DROP FUNCTION claim_speakers(uuid)');
    await dropDerived(db, 'claim_actor');
  }
}

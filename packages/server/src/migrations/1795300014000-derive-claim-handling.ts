import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createDerived, dropDerived } from './support/versioned';

/** Parts that claims can be about. */
const PARTS = [
  'name',
  'group_member',
  'tenure',
  'outlet_assessment',
  'context_event_actor',
  'source_citation',
  'participation',
  'agenda_item',
  'engagement_link',
  'agreement_party',
  'agreement_action',
  'commitment',
  'implementation_report',
  'claim_relation',
];

export class DeriveClaimHandling1795300014000 implements MigrationInterface {
  name = 'DeriveClaimHandling1795300014000';

  async up(db: QueryRunner): Promise<void> {
    await createDerived(
      db,
      'record_part',
      PARTS.map((table) => `SELECT '${table}' AS type, id, record_id, marking FROM ${table}`).join(
        '\nUNION ALL\n',
      ),
    );

    // Views for the door alone, which sees every row: readers have no right to them. A claim is for whoever may see one of its
    // subjects and, where it has passages, one of these. What was erased is no subject that anybody could see.
    await db.query(`
      CREATE VIEW claim_handling AS
      SELECT c.id AS claim_id,
             greatest(
               c.marking,
               s.marking,
               (SELECT min(CASE WHEN t.target_id IS NOT NULL THEN greatest(r.marking, p.marking)
                                WHEN t.descriptor <> 'erased' THEN 0::smallint END)
                  FROM claim_target t
                  LEFT JOIN record r ON r.id = t.target_id
                  LEFT JOIN record_part p ON p.type = t.part_type AND p.id = t.part_id
                 WHERE t.record_id = c.id AND t.role = 'SUBJECT' AND t.retracted_at IS NULL),
               (SELECT min(p.marking) FROM claim_passage l JOIN passage p ON p.id = l.passage_id
                 WHERE l.record_id = c.id AND l.retracted_at IS NULL)
             ) AS clearance
        FROM claim c LEFT JOIN source s ON s.id = c.source_id`);

    // A row that points at what is hidden goes with it. An attribution goes only where nothing else would be left of it: an empty
    // one would tell that there is a hidden speaker.
    await db.query(`
      CREATE VIEW claim_row_handling AS
      SELECT 'claim_target' AS type, t.id, t.record_id AS claim_id, greatest(c.clearance, r.marking, p.marking) AS marking
        FROM claim_target t JOIN claim c ON c.id = t.record_id
        LEFT JOIN record r ON r.id = t.target_id
        LEFT JOIN record_part p ON p.type = t.part_type AND p.id = t.part_id
      UNION ALL
      SELECT 'claim_passage', l.id, l.record_id, greatest(c.clearance, p.marking)
        FROM claim_passage l JOIN claim c ON c.id = l.record_id JOIN passage p ON p.id = l.passage_id
      UNION ALL
      SELECT 'attribution', a.id, a.record_id,
             greatest(c.clearance, CASE WHEN a.descriptor IS NULL THEN least(s.marking, t.marking, x.marking) END)
        FROM attribution a JOIN claim c ON c.id = a.record_id
        LEFT JOIN record s ON s.id = a.speaker_id
        LEFT JOIN tenure t ON t.id = a.tenure_id
        LEFT JOIN record x ON x.id = a.referenced_source_id
      UNION ALL
      SELECT 'claim_relation', r.id, r.record_id, greatest(c.clearance, e.clearance)
        FROM claim_relation r JOIN claim c ON c.id = r.record_id JOIN claim e ON e.id = r.to_id`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP VIEW claim_row_handling');
    await db.query('DROP VIEW claim_handling');
    await dropDerived(db, 'record_part');
  }
}

import { CANDIDATES, COUNTS, datesOf, effectOf, HAS_NO_ENTRY, milestonesFrom } from './agreement-milestones';

const [, ...CANDIDATES_BUT_MENTION] = CANDIDATES;

/**
 * A source is asked once for each agreement, however many claims of it there are. What is asked of the parties of an agreement
 * is asked of those alone that somebody bound himself to by signing, or left.
 */
export const FASTER_MILESTONES = milestonesFrom([
  `SELECT named.agreement_id, 'FIRST_MENTION', ${datesOf('s.published')}
     FROM (
       SELECT DISTINCT g.id AS agreement_id, c.source_id
         FROM agreement g
         JOIN claim_target t ON t.target_id = g.id AND t.retracted_at IS NULL
         JOIN claim c ON c.id = t.record_id AND c.retracted_at IS NULL
     ) named
     JOIN source s ON s.id = named.source_id AND s.retracted_at IS NULL
    WHERE coalesce(s.published_earliest, '-infinity') <= on_day`,

  ...CANDIDATES_BUT_MENTION,

  // Bound by signature alone: in force when the last of the parties had signed.
  `SELECT last.agreement_id, 'ENTRY_INTO_FORCE', ${effectOf}
     FROM (
       SELECT first.agreement_id, count(*) AS bound, max(coalesce(first.in_effect_from, '-infinity')) AS complete_from,
              (array_agg(first.action_id ORDER BY first.in_effect_from DESC NULLS LAST))[1] AS action_id
         FROM (
           SELECT DISTINCT ON (c.agreement_id, c.actor_id) c.agreement_id, c.actor_id, c.action_id, c.in_effect_from
             FROM agreement_conduct c JOIN agreement_roster r ON r.agreement_id = c.agreement_id AND r.actor_id = c.actor_id
            WHERE c.is_binding_by_itself
            ORDER BY c.agreement_id, c.actor_id, c.in_effect_from NULLS FIRST
         ) first
        GROUP BY first.agreement_id
     ) last
     JOIN agreement_action x ON x.id = last.action_id
    WHERE last.complete_from <= on_day
      AND last.bound = (SELECT count(DISTINCT r.actor_id) FROM agreement_roster r WHERE r.agreement_id = last.agreement_id)
      AND ${HAS_NO_ENTRY('last.agreement_id')}`,

  // The withdrawal that left fewer than two parties. Its status is asked once for each that somebody left: the condition is an aggregate's.
  `SELECT gone.agreement_id, 'TERMINATION', ${effectOf}
     FROM (
       SELECT d.agreement_id, d.action_id, d.party_id,
              row_number() OVER (PARTITION BY d.agreement_id ORDER BY d.counts_from NULLS FIRST, d.action_id) AS nth
         FROM agreement_deed d WHERE d.kind = 'WITHDRAWAL' AND ${COUNTS}
     ) gone
     JOIN (
       SELECT d.agreement_id FROM agreement_deed d WHERE d.kind = 'WITHDRAWAL' AND ${COUNTS} GROUP BY d.agreement_id
       HAVING CASE WHEN count(*) > 0 THEN agreement_status(d.agreement_id, on_day) END = 'TERMINATED'
     ) ended ON ended.agreement_id = gone.agreement_id
     JOIN agreement_action x ON x.id = gone.action_id
    WHERE gone.party_id IS NULL
       OR (SELECT count(DISTINCT r.actor_id) FROM agreement_roster r WHERE r.agreement_id = gone.agreement_id) - gone.nth < 2`,
]);

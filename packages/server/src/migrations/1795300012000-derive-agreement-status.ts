import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createDerived, dropDerived } from './support/versioned';

const kinds = (...names: string[]) => names.map((name) => `'${name}'`).join(', ');

const SIGNING = kinds('SIGNATURE', 'DEFINITIVE_SIGNATURE', 'EXCHANGE_OF_NOTES');
const BINDING_BY_ITSELF = kinds('DEFINITIVE_SIGNATURE', 'EXCHANGE_OF_NOTES');
const CONSENT = `${BINDING_BY_ITSELF}, ${kinds('RATIFICATION', 'ACCEPTANCE', 'APPROVAL', 'ACCESSION', 'FORMAL_CONFIRMATION', 'SUCCESSION')}`;
const TAKING_EFFECT = kinds(
  'PROVISIONAL_APPLICATION',
  'ENTRY_INTO_FORCE',
  'SUSPENSION',
  'RESUMPTION',
  'WITHDRAWAL',
  'TERMINATION',
  'EXPIRY',
);

/** The last day a date may mean, or the first one where no end is known; null if no day is known at all. */
const lastDayOf = (date: string) =>
  `coalesce(nullif(${date}_latest, 'infinity'), nullif(${date}_earliest, '-infinity'))`;

/** The rules are those of docs/adr/0010-agreement-status.md. A day that nobody knows is null here, and counts from ever. */
const DEED = `
  SELECT x.id AS action_id, x.record_id AS agreement_id, x.kind,
         x.kind IN (${SIGNING}) AS is_signature,
         x.kind IN (${CONSENT}) AS is_consent,
         x.kind IN (${BINDING_BY_ITSELF}) AS is_binding_by_itself,
         -- An organization acts for its state, unless it is a party itself.
         CASE WHEN x.party_id IS NULL THEN NULL ELSE coalesce(
           (SELECT p.actor_id FROM agreement_party p
             WHERE p.record_id = x.record_id AND p.retracted_at IS NULL AND p.actor_id = x.party_id LIMIT 1),
           (SELECT p.actor_id FROM actor_state s
              JOIN agreement_party p ON p.actor_id = s.state_id AND p.record_id = x.record_id AND p.retracted_at IS NULL
             WHERE s.actor_id = x.party_id LIMIT 1),
           x.party_id) END AS party_id,
         day.effect AS in_effect_from,
         CASE WHEN x.kind IN (${TAKING_EFFECT}) THEN day.effect ELSE coalesce(day.done, day.effect) END AS counts_from
    FROM agreement_action x
   CROSS JOIN LATERAL (
     -- What was recorded in the middle of the days it may mean had happened by then.
     SELECT CASE WHEN x.on_earliest > '-infinity' AND x.on_latest < 'infinity'
                  AND (x.recorded_from AT TIME ZONE 'UTC')::date BETWEEN x.on_earliest AND x.on_latest
                 THEN (x.recorded_from AT TIME ZONE 'UTC')::date
                 ELSE ${lastDayOf('x.on')} END AS done
   ) known
   CROSS JOIN LATERAL (SELECT known.done, coalesce(${lastDayOf('x.effective_on')}, known.done) AS effect) day
   WHERE x.retracted_at IS NULL`;

/** What each actor has done by a day. Without a visible party, the agreement stands in for all of them. */
const STANDING = `
  CREATE FUNCTION agreement_standing(agreement uuid, on_day date)
  RETURNS TABLE (actor_id uuid, is_listed boolean, has_signed boolean, has_consented boolean, is_in_force boolean,
                 is_bound_by_signing boolean, is_withdrawn boolean, is_suspended boolean)
  LANGUAGE sql STABLE AS $$
    SELECT a.actor_id, a.is_listed,
           coalesce(bool_or(d.is_signature), FALSE),
           coalesce(bool_or(d.is_consent), FALSE),
           coalesce(bool_or(d.kind = 'ENTRY_INTO_FORCE' AND d.party_id IS NOT NULL), FALSE),
           coalesce(bool_or(d.is_binding_by_itself AND coalesce(d.in_effect_from, '-infinity') <= on_day), FALSE),
           -- Whoever left is back only if it is known to have joined later.
           coalesce(max(coalesce(d.counts_from, 'infinity')) FILTER (WHERE d.kind = 'WITHDRAWAL')
                    >= coalesce(max(coalesce(d.counts_from, '-infinity')) FILTER (WHERE d.is_consent), '-infinity'), FALSE),
           -- A resumption that may be as late as the last suspension ends it.
           coalesce(max(coalesce(d.counts_from, '-infinity')) FILTER (WHERE d.kind = 'SUSPENSION')
                    > max(coalesce(d.counts_from, 'infinity')) FILTER (WHERE d.kind = 'RESUMPTION'),
                    bool_or(d.kind = 'SUSPENSION') AND NOT bool_or(d.kind = 'RESUMPTION'), FALSE)
      FROM (
        SELECT DISTINCT p.actor_id, TRUE AS is_listed
          FROM agreement_party p WHERE p.record_id = agreement AND p.retracted_at IS NULL
        UNION ALL
        SELECT agreement, TRUE
         WHERE NOT EXISTS (SELECT FROM agreement_party p WHERE p.record_id = agreement AND p.retracted_at IS NULL)
        UNION ALL
        SELECT DISTINCT d.party_id, FALSE
          FROM agreement_deed d
         WHERE d.agreement_id = agreement AND d.party_id IS NOT NULL
           AND d.party_id NOT IN (SELECT p.actor_id FROM agreement_party p WHERE p.record_id = agreement AND p.retracted_at IS NULL)
      ) a
      LEFT JOIN agreement_deed d
        ON d.agreement_id = agreement AND (d.party_id IS NULL OR d.party_id = a.actor_id)
       AND coalesce(d.counts_from, '-infinity') <= on_day
     GROUP BY a.actor_id, a.is_listed
  $$`;

const STATUS = `
  CREATE FUNCTION agreement_status(agreement uuid, on_day date) RETURNS text LANGUAGE sql STABLE COST 10000 AS $$
    SELECT CASE
        WHEN deed.is_ended OR (party.somebody_left AND party.remaining < 2) THEN 'TERMINATED'
        WHEN party.somebody_suspended AND party.operating < 2 THEN 'SUSPENDED'
        WHEN deed.is_in_force
             OR (NOT deed.has_entry AND (party.are_bound_by_signing OR (NOT is_binding AND party.signed > 0)))
          THEN CASE WHEN is_binding THEN 'IN_FORCE' ELSE 'OPERATIVE' END
        WHEN deed.is_abandoned THEN 'ABANDONED'
        WHEN deed.is_applied THEN 'PROVISIONALLY_APPLIED'
        WHEN party.consented > 0 AND party.awaited = 0 THEN 'BOUND'
        WHEN party.consented > 0 THEN 'PARTIALLY_BOUND'
        WHEN party.signed > 0 THEN 'SIGNED'
        WHEN deed.has_text THEN 'TEXT_AGREED'
        WHEN deed.is_negotiated THEN 'UNDER_NEGOTIATION'
        ELSE 'ANTICIPATED'
      END
      FROM (
        SELECT coalesce(bool_or(s.is_withdrawn AND s.is_listed), FALSE) AS somebody_left,
               count(*) FILTER (WHERE s.is_listed AND NOT s.is_withdrawn) AS remaining,
               coalesce(bool_or(s.is_suspended), FALSE) AS somebody_suspended,
               count(*) FILTER (WHERE s.is_listed AND NOT s.is_withdrawn AND NOT s.is_suspended) AS operating,
               bool_and(s.is_bound_by_signing) FILTER (WHERE s.is_listed) AS are_bound_by_signing,
               count(*) FILTER (WHERE s.has_signed) AS signed,
               count(*) FILTER (WHERE s.has_consented AND NOT s.is_withdrawn) AS consented,
               -- Whose consent is still to come: of whoever signed, or of the parties where no signature is known.
               CASE WHEN bool_or(s.has_signed AND NOT s.is_withdrawn)
                    THEN count(*) FILTER (WHERE s.has_signed AND NOT s.is_withdrawn AND NOT s.has_consented)
                    ELSE count(*) FILTER (WHERE s.is_listed AND NOT s.is_withdrawn AND NOT s.has_consented) END AS awaited
          FROM agreement_standing(agreement, on_day) s
      ) party
     CROSS JOIN (
        SELECT coalesce(bool_or(d.counts AND d.kind IN ('TERMINATION', 'EXPIRY')), FALSE) AS is_ended,
               -- What is resumed is in force again, whether or not its entry into force is known.
               coalesce(bool_or(d.counts AND d.kind IN ('ENTRY_INTO_FORCE', 'RESUMPTION')), FALSE) AS is_in_force,
               coalesce(bool_or(d.kind = 'ENTRY_INTO_FORCE'), FALSE) AS has_entry,
               coalesce(bool_or(d.counts AND d.kind = 'ABANDONMENT'), FALSE) AS is_abandoned,
               coalesce(bool_or(d.counts AND d.kind = 'PROVISIONAL_APPLICATION'), FALSE) AS is_applied,
               coalesce(bool_or(d.counts AND d.kind IN ('TEXT_AGREED', 'INITIALLED', 'ADOPTION')), FALSE) AS has_text,
               coalesce(bool_or(d.counts AND d.kind = 'NEGOTIATION_OPENED'), FALSE) AS is_negotiated
          FROM (SELECT e.kind, coalesce(e.counts_from, '-infinity') <= on_day AS counts
                  FROM agreement_deed e WHERE e.agreement_id = agreement) d
      ) deed
     CROSS JOIN (
        SELECT coalesce((SELECT g.is_binding FROM agreement g WHERE g.id = agreement_status.agreement), TRUE) AS is_binding
      ) law
  $$`;

const PARTY_STATUS = `
  CREATE FUNCTION agreement_party_status(party uuid, on_day date) RETURNS text LANGUAGE sql STABLE COST 20000 AS $$
    SELECT CASE
        WHEN s.is_withdrawn THEN 'WITHDRAWN'
        WHEN agreement_status(p.record_id, on_day) IN ('IN_FORCE', 'OPERATIVE', 'SUSPENDED') AND (
               s.has_consented OR s.is_in_force OR (g.is_binding IS FALSE AND s.has_signed)
               OR NOT EXISTS (
                 SELECT FROM agreement_deed d
                  WHERE d.agreement_id = p.record_id AND d.party_id IS NOT NULL AND coalesce(d.counts_from, '-infinity') <= on_day
                    AND (d.is_consent OR d.kind = 'ENTRY_INTO_FORCE' OR (g.is_binding IS FALSE AND d.is_signature))))
          THEN 'PARTY'
        WHEN s.has_consented THEN 'CONTRACTING'
        WHEN s.has_signed THEN 'SIGNATORY'
        ELSE 'PROSPECTIVE'
      END
      FROM agreement_party p
      LEFT JOIN agreement g ON g.id = p.record_id
      LEFT JOIN LATERAL agreement_standing(p.record_id, on_day) s ON s.actor_id = p.actor_id
     WHERE p.id = party
  $$`;

const dates = (date: string) =>
  ['text', 'edtf', 'earliest', 'latest'].map((column) => `${date}_${column}`).join(', ');

/** When it took effect if that can be resolved, else when it was done, else what is said of its effect. */
const effectDates = ['text', 'edtf', 'earliest', 'latest']
  .map(
    (column) =>
      `CASE WHEN x.effective_on_edtf IS NOT NULL OR x.on_earliest IS NULL THEN x.effective_on_${column} ELSE x.on_${column} END`,
  )
  .join(', ');

const doneDates = ['text', 'edtf', 'earliest', 'latest']
  .map(
    (column) => `CASE WHEN x.on_earliest IS NOT NULL THEN x.on_${column} ELSE x.effective_on_${column} END`,
  )
  .join(', ');

const MILESTONES = `
  CREATE FUNCTION agreement_milestones(agreement uuid, on_day date DEFAULT 'infinity')
  RETURNS TABLE (milestone text, date_text text, date_edtf text, date_earliest date, date_latest date)
  LANGUAGE sql STABLE COST 10000 ROWS 7 AS $$
    SELECT DISTINCT ON (m.milestone) m.milestone, m.date_text, m.date_edtf, m.date_earliest, m.date_latest
      FROM (
        SELECT 'FIRST_MENTION', ${dates('s.published')}
          FROM claim_target t
          JOIN claim c ON c.id = t.record_id AND c.retracted_at IS NULL
          JOIN source s ON s.id = c.source_id AND s.retracted_at IS NULL
         WHERE t.target_id = agreement AND t.retracted_at IS NULL AND coalesce(s.published_earliest, '-infinity') <= on_day
        UNION ALL
        SELECT 'FIRST_ENGAGEMENT', ${dates('e.when')}
          FROM engagement e
         WHERE e.retracted_at IS NULL AND coalesce(e.when_earliest, '-infinity') <= on_day
           AND (e.id IN (SELECT x.engagement_id FROM agreement_action x WHERE x.record_id = agreement AND x.retracted_at IS NULL)
                OR (e.status IN ('UNDER_WAY', 'HELD')
                    AND e.id IN (SELECT i.record_id FROM agenda_item i WHERE i.agreement_id = agreement AND i.retracted_at IS NULL)))
        UNION ALL
        SELECT CASE d.kind WHEN 'NEGOTIATION_OPENED' THEN 'NEGOTIATION_OPENED'
                           WHEN 'ABANDONMENT' THEN 'TERMINATION'
                           ELSE CASE WHEN d.is_signature THEN 'SIGNATURE' ELSE 'TEXT_AGREED' END END, ${doneDates}
          FROM agreement_deed d JOIN agreement_action x ON x.id = d.action_id
         WHERE d.agreement_id = agreement AND coalesce(d.counts_from, '-infinity') <= on_day
           AND (d.is_signature OR d.kind IN ('NEGOTIATION_OPENED', 'TEXT_AGREED', 'INITIALLED', 'ADOPTION', 'ABANDONMENT'))
        UNION ALL
        SELECT CASE d.kind WHEN 'ENTRY_INTO_FORCE' THEN 'ENTRY_INTO_FORCE' ELSE 'TERMINATION' END, ${effectDates}
          FROM agreement_deed d JOIN agreement_action x ON x.id = d.action_id
         WHERE d.agreement_id = agreement AND coalesce(d.counts_from, '-infinity') <= on_day
           AND d.kind IN ('ENTRY_INTO_FORCE', 'TERMINATION', 'EXPIRY')
        UNION ALL
        -- Not binding in law: operative from the first signature.
        SELECT 'ENTRY_INTO_FORCE', ${doneDates}
          FROM agreement g
          JOIN agreement_deed d ON d.agreement_id = g.id AND d.is_signature
          JOIN agreement_action x ON x.id = d.action_id
         WHERE g.id = agreement AND g.is_binding IS FALSE AND coalesce(d.counts_from, '-infinity') <= on_day
           AND NOT EXISTS (SELECT FROM agreement_deed e WHERE e.agreement_id = agreement AND e.kind = 'ENTRY_INTO_FORCE')
        UNION ALL
        -- Bound by signature alone: in force when the last of the parties had signed.
        SELECT 'ENTRY_INTO_FORCE', ${effectDates}
          FROM (
            SELECT first.action_id
              FROM (
                SELECT DISTINCT ON (s.actor_id) d.action_id, d.in_effect_from
                  FROM agreement_standing(agreement, on_day) s
                  LEFT JOIN agreement_deed d
                    ON d.agreement_id = agreement AND d.is_binding_by_itself AND (d.party_id IS NULL OR d.party_id = s.actor_id)
                 WHERE s.is_listed
                 ORDER BY s.actor_id, d.in_effect_from NULLS FIRST
              ) first
             ORDER BY first.in_effect_from DESC NULLS LAST LIMIT 1
          ) last
          JOIN agreement_action x ON x.id = last.action_id
         WHERE NOT EXISTS (SELECT FROM agreement_standing(agreement, on_day) s WHERE s.is_listed AND NOT s.is_bound_by_signing)
           AND NOT EXISTS (SELECT FROM agreement_deed e WHERE e.agreement_id = agreement AND e.kind = 'ENTRY_INTO_FORCE')
        UNION ALL
        -- The withdrawal that left fewer than two parties.
        SELECT 'TERMINATION', ${effectDates}
          FROM (
            SELECT d.action_id, d.party_id,
                   (SELECT count(*) FROM agreement_standing(agreement, on_day) s WHERE s.is_listed)
                     - row_number() OVER (ORDER BY d.counts_from NULLS FIRST, d.action_id) AS remaining
              FROM agreement_deed d
             WHERE d.agreement_id = agreement AND d.kind = 'WITHDRAWAL' AND coalesce(d.counts_from, '-infinity') <= on_day
          ) gone
          JOIN agreement_action x ON x.id = gone.action_id
         WHERE (gone.party_id IS NULL OR gone.remaining < 2) AND agreement_status(agreement, on_day) = 'TERMINATED'
      ) m(milestone, date_text, date_edtf, date_earliest, date_latest)
     ORDER BY m.milestone, coalesce(nullif(m.date_earliest, '-infinity'), nullif(m.date_latest, 'infinity')) NULLS LAST,
              m.date_latest NULLS LAST, m.date_text NULLS LAST
  $$`;

export class DeriveAgreementStatus1795300012000 implements MigrationInterface {
  name = 'DeriveAgreementStatus1795300012000';

  async up(db: QueryRunner): Promise<void> {
    await createDerived(db, 'agreement_deed', DEED);
    // Names in a function's text are looked up when it runs: the same function serves the present and the past.
    for (const definition of [STANDING, STATUS, PARTY_STATUS, MILESTONES]) await db.query(definition);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP FUNCTION agreement_milestones(uuid, date)');
    await db.query('DROP FUNCTION agreement_party_status(uuid, date)');
    await db.query('DROP FUNCTION agreement_status(uuid, date)');
    await db.query('DROP FUNCTION agreement_standing(uuid, date)');
    await dropDerived(db, 'agreement_deed');
  }
}

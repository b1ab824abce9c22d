import type { MigrationInterface, QueryRunner } from 'typeorm';
import { AGREEMENT_MILESTONES } from './agreements/agreement-milestones';
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

const DEED =
  'd.action_id, d.kind, d.is_signature, d.is_consent, d.is_binding_by_itself, d.in_effect_from, d.counts_from';

/** The rules are those of docs/adr/0010-agreement-status.md. A day that nobody knows is null here, and counts from ever. */
const VIEWS: readonly [string, string][] = [
  [
    // Each action that stands, and from when it counts.
    'agreement_deed',
    `SELECT x.id AS action_id, x.record_id AS agreement_id, x.kind, x.party_id,
            x.kind IN (${SIGNING}) AS is_signature,
            x.kind IN (${CONSENT}) AS is_consent,
            x.kind IN (${BINDING_BY_ITSELF}) AS is_binding_by_itself,
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
      -- OFFSET keeps it one value: else its expression is repeated wherever a day is asked for.
      CROSS JOIN LATERAL (SELECT known.done, coalesce(${lastDayOf('x.effective_on')}, known.done) AS effect OFFSET 0) day
      WHERE x.retracted_at IS NULL`,
  ],
  [
    // Whoever is a party. Where none can be seen, the agreement stands in for all of them.
    'agreement_roster',
    `SELECT p.record_id AS agreement_id, p.actor_id FROM agreement_party p WHERE p.retracted_at IS NULL
     UNION ALL
     SELECT g.id, g.id FROM agreement g
      WHERE NOT EXISTS (SELECT FROM agreement_party p WHERE p.record_id = g.id AND p.retracted_at IS NULL)`,
  ],
  [
    // Who did it: a party; all of them, if none is named; or somebody who is none, where an organization acts for its state.
    'agreement_conduct',
    `SELECT d.agreement_id, p.actor_id, TRUE AS is_its_own, ${DEED}
       FROM agreement_deed d
       JOIN agreement_party p ON p.record_id = d.agreement_id AND p.actor_id = d.party_id AND p.retracted_at IS NULL
     UNION ALL
     SELECT d.agreement_id, r.actor_id, FALSE, ${DEED}
       FROM agreement_deed d JOIN agreement_roster r ON r.agreement_id = d.agreement_id
      WHERE d.party_id IS NULL
     UNION ALL
     SELECT d.agreement_id, coalesce(s.actor_id, d.party_id), TRUE, ${DEED}
       FROM agreement_deed d
       LEFT JOIN actor o ON o.id = d.party_id
       LEFT JOIN agreement_party s ON s.record_id = d.agreement_id AND s.actor_id = o.state_id AND s.retracted_at IS NULL
      WHERE d.party_id IS NOT NULL
        AND NOT EXISTS (SELECT FROM agreement_party p
                         WHERE p.record_id = d.agreement_id AND p.actor_id = d.party_id AND p.retracted_at IS NULL)`,
  ],
];

/** What each actor has done by a day, alone or with all the others. */
const STANDING = `
  CREATE FUNCTION agreement_standing(on_day date)
  RETURNS TABLE (agreement_id uuid, actor_id uuid, is_listed boolean, has_signed boolean, has_consented boolean,
                 has_signed_itself boolean, has_joined_itself boolean, is_in_force boolean, is_bound_by_signing boolean,
                 is_withdrawn boolean, is_suspended boolean, deeds text[], has_entry boolean)
  LANGUAGE sql STABLE AS $$
    SELECT s.agreement_id, s.actor_id,
           bool_or(s.kind IS NULL),
           bool_or(s.counts AND s.is_signature),
           bool_or(s.counts AND s.is_consent),
           bool_or(s.counts AND s.is_its_own AND s.is_signature),
           bool_or(s.counts AND s.is_its_own AND (s.is_consent OR s.kind = 'ENTRY_INTO_FORCE')),
           bool_or(s.counts AND s.is_its_own AND s.kind = 'ENTRY_INTO_FORCE'),
           bool_or(s.is_binding_by_itself AND coalesce(s.in_effect_from, '-infinity') <= on_day),
           -- Whoever left is back only if it is known to have joined later.
           coalesce(max(coalesce(s.counts_from, 'infinity')) FILTER (WHERE s.counts AND s.kind = 'WITHDRAWAL')
                    >= coalesce(max(coalesce(s.counts_from, '-infinity')) FILTER (WHERE s.counts AND s.is_consent), '-infinity'), FALSE),
           -- A resumption that may be as late as the last suspension ends it.
           coalesce(max(coalesce(s.counts_from, '-infinity')) FILTER (WHERE s.counts AND s.kind = 'SUSPENSION')
                    > max(coalesce(s.counts_from, 'infinity')) FILTER (WHERE s.counts AND s.kind = 'RESUMPTION'),
                    bool_or(s.counts AND s.kind = 'SUSPENSION') AND bool_or(s.counts AND s.kind = 'RESUMPTION') IS NOT TRUE, FALSE),
           array_agg(s.kind) FILTER (WHERE s.counts AND s.kind IS NOT NULL),
           coalesce(bool_or(s.kind = 'ENTRY_INTO_FORCE'), FALSE)
      FROM (
        SELECT r.agreement_id, r.actor_id, NULL AS kind, FALSE AS counts, FALSE AS is_its_own, FALSE AS is_signature,
               FALSE AS is_consent, FALSE AS is_binding_by_itself, NULL::date AS in_effect_from, NULL::date AS counts_from
          FROM agreement_roster r
        UNION ALL
        SELECT c.agreement_id, c.actor_id, c.kind, coalesce(c.counts_from, '-infinity') <= on_day, c.is_its_own, c.is_signature,
               c.is_consent, c.is_binding_by_itself, c.in_effect_from, c.counts_from
          FROM agreement_conduct c
      ) s
     GROUP BY s.agreement_id, s.actor_id
  $$`;

export const STATUSES = `
  CREATE OR REPLACE FUNCTION agreement_statuses(on_day date)
  RETURNS TABLE (agreement_id uuid, status text, is_binding boolean, has_own_consent boolean)
  LANGUAGE sql STABLE AS $$
    SELECT g.id,
      CASE
        WHEN party.is_ended OR (party.somebody_left AND party.remaining < 2) THEN 'TERMINATED'
        WHEN party.somebody_suspended AND party.operating < 2 THEN 'SUSPENDED'
        WHEN party.is_in_force
             OR (NOT party.has_entry AND (party.are_bound_by_signing OR (g.is_binding IS FALSE AND party.signed > 0)))
          THEN CASE WHEN g.is_binding IS FALSE THEN 'OPERATIVE' ELSE 'IN_FORCE' END
        WHEN party.is_abandoned THEN 'ABANDONED'
        WHEN party.is_applied THEN 'PROVISIONALLY_APPLIED'
        -- All consented who signed, or all parties where no signature is known.
        WHEN party.consented > 0 AND CASE WHEN party.signatories > 0 THEN party.hesitant_signatories ELSE party.hesitant END = 0 THEN 'BOUND'
        WHEN party.consented > 0 THEN 'PARTIALLY_BOUND'
        WHEN party.signed > 0 THEN 'SIGNED'
        WHEN party.has_text THEN 'TEXT_AGREED'
        WHEN party.is_negotiated THEN 'UNDER_NEGOTIATION'
        ELSE 'ANTICIPATED'
      END,
      g.is_binding IS DISTINCT FROM FALSE,
      party.joined_itself OR (g.is_binding IS FALSE AND party.signed_itself)
      FROM agreement g
      JOIN (
        SELECT s.agreement_id,
               bool_or(s.is_withdrawn AND s.is_listed) AS somebody_left,
               count(*) FILTER (WHERE s.is_listed AND NOT s.is_withdrawn) AS remaining,
               bool_or(s.is_suspended) AS somebody_suspended,
               count(*) FILTER (WHERE s.is_listed AND NOT s.is_withdrawn AND NOT s.is_suspended) AS operating,
               bool_and(s.is_bound_by_signing) FILTER (WHERE s.is_listed) AS are_bound_by_signing,
               count(*) FILTER (WHERE s.has_signed) AS signed,
               count(*) FILTER (WHERE s.has_consented AND NOT s.is_withdrawn) AS consented,
               count(*) FILTER (WHERE s.has_signed AND NOT s.is_withdrawn) AS signatories,
               count(*) FILTER (WHERE s.has_signed AND NOT s.is_withdrawn AND NOT s.has_consented) AS hesitant_signatories,
               count(*) FILTER (WHERE s.is_listed AND NOT s.is_withdrawn AND NOT s.has_consented) AS hesitant,
               bool_or(s.has_joined_itself) AS joined_itself,
               bool_or(s.has_signed_itself) AS signed_itself,
               bool_or(s.has_entry) AS has_entry,
               coalesce(bool_or(s.deeds && ARRAY['TERMINATION', 'EXPIRY']), FALSE) AS is_ended,
               -- What is resumed is in force again, whether or not its entry into force is known.
               coalesce(bool_or(s.deeds && ARRAY['ENTRY_INTO_FORCE', 'RESUMPTION']), FALSE) AS is_in_force,
               bool_or(s.deeds && ARRAY['ABANDONMENT']) AS is_abandoned,
               bool_or(s.deeds && ARRAY['PROVISIONAL_APPLICATION']) AS is_applied,
               bool_or(s.deeds && ARRAY['TEXT_AGREED', 'INITIALLED', 'ADOPTION']) AS has_text,
               bool_or(s.deeds && ARRAY['NEGOTIATION_OPENED']) AS is_negotiated
          FROM agreement_standing(on_day) s GROUP BY s.agreement_id
      ) party ON party.agreement_id = g.id
  $$`;

const PARTY_STATUSES = `
  CREATE FUNCTION agreement_party_statuses(on_day date)
  RETURNS TABLE (party_id uuid, agreement_id uuid, status text)
  LANGUAGE sql STABLE AS $$
    SELECT p.id, p.record_id,
      CASE
        WHEN s.is_withdrawn THEN 'WITHDRAWN'
        WHEN a.status IN ('IN_FORCE', 'OPERATIVE', 'SUSPENDED')
             AND (s.has_consented OR s.is_in_force OR (NOT a.is_binding AND s.has_signed) OR NOT a.has_own_consent)
          THEN 'PARTY'
        WHEN s.has_consented THEN 'CONTRACTING'
        WHEN s.has_signed THEN 'SIGNATORY'
        ELSE 'PROSPECTIVE'
      END
      FROM agreement_party p
      LEFT JOIN agreement_statuses(on_day) a ON a.agreement_id = p.record_id
      LEFT JOIN agreement_standing(on_day) s ON s.agreement_id = p.record_id AND s.actor_id = p.actor_id
  $$`;

/**
 * The same for one: the rows of others fall away before anything is computed of them. STRICT keeps what answers with rows from being
 * merged into a statement, where it would be computed of all.
 */
export const OF_ONE = [
  `CREATE OR REPLACE FUNCTION agreement_status(agreement uuid, on_day date) RETURNS text LANGUAGE sql STABLE COST 10000 AS $$
     SELECT s.status FROM agreement_statuses(on_day) s WHERE s.agreement_id = agreement
   $$`,
  `CREATE OR REPLACE FUNCTION agreement_party_statuses(agreement uuid, on_day date) RETURNS TABLE (party_id uuid, status text)
   LANGUAGE sql STABLE STRICT COST 10000 ROWS 2 AS $$
     SELECT s.party_id, s.status FROM agreement_party_statuses(on_day) s WHERE s.agreement_id = agreement
   $$`,
  `CREATE OR REPLACE FUNCTION agreement_party_status(party uuid, on_day date) RETURNS text LANGUAGE sql STABLE COST 10000 AS $$
     SELECT s.status FROM agreement_party p CROSS JOIN LATERAL agreement_party_statuses(p.record_id, on_day) s
      WHERE p.id = party AND s.party_id = party
   $$`,
  `CREATE OR REPLACE FUNCTION agreement_milestones(agreement uuid, on_day date DEFAULT 'infinity')
   RETURNS TABLE (milestone text, date_text text, date_edtf text, date_earliest date, date_latest date)
   LANGUAGE sql STABLE STRICT COST 10000 ROWS 7 AS $$
     SELECT m.milestone, m.date_text, m.date_edtf, m.date_earliest, m.date_latest
       FROM agreement_milestones_reached(on_day) m WHERE m.agreement_id = agreement
   $$`,
];

export class DeriveAgreementStatus1795300012000 implements MigrationInterface {
  name = 'DeriveAgreementStatus1795300012000';

  async up(db: QueryRunner): Promise<void> {
    for (const [view, select] of VIEWS) await createDerived(db, view, select);
    // Names in a function's text are looked up when it runs: the same function serves the present and the past.
    for (const definition of [STANDING, STATUSES, PARTY_STATUSES, AGREEMENT_MILESTONES, ...OF_ONE])
      await db.query(definition);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const signature of [
      'agreement_milestones(uuid, date)',
      'agreement_party_status(uuid, date)',
      'agreement_party_statuses(uuid, date)',
      'agreement_status(uuid, date)',
      'agreement_milestones_reached(date)',
      'agreement_party_statuses(date)',
      'agreement_statuses(date)',
      'agreement_standing(date)',
    ])
      await db.query(`DROP FUNCTION ${signature}`);
    for (const [view] of [...VIEWS].reverse()) await dropDerived(db, view);
  }
}

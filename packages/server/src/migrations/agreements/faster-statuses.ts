/**
 * Statuses as ADR 0010 has them, in the same words as `agreement_statuses` of 1795300012000, but told by an agreement's actions alone
 * where that is enough: who did what only matters once somebody consented, left or suspended, which is so of few among many.
 */
const statuses = (signature: string, deedsOf: string, agreementsOf: string) => `
  CREATE OR REPLACE FUNCTION agreement_statuses(${signature})
  RETURNS TABLE (agreement_id uuid, status text, is_binding boolean, has_own_consent boolean)
  LANGUAGE sql STABLE AS $$
    WITH deed AS MATERIALIZED (
      SELECT d.agreement_id, d.kind, d.party_id, d.is_signature, d.is_consent, d.counts_from,
             coalesce(d.counts_from, '-infinity') <= on_day AS counts,
             d.is_binding_by_itself AND coalesce(d.in_effect_from, '-infinity') <= on_day AS is_bound_by_signing
        FROM agreement_deed d ${deedsOf}
    ), gist AS MATERIALIZED (
      SELECT d.agreement_id,
             bool_or(d.counts AND d.kind IN ('TERMINATION', 'EXPIRY')) AS is_ended,
             -- What is resumed is in force again, whether or not its entry into force is known.
             bool_or(d.counts AND d.kind IN ('ENTRY_INTO_FORCE', 'RESUMPTION')) AS is_in_force,
             bool_or(d.kind = 'ENTRY_INTO_FORCE') AS has_entry,
             bool_or(d.counts AND d.kind = 'ABANDONMENT') AS is_abandoned,
             bool_or(d.counts AND d.kind = 'PROVISIONAL_APPLICATION') AS is_applied,
             bool_or(d.counts AND d.kind IN ('TEXT_AGREED', 'INITIALLED', 'ADOPTION')) AS has_text,
             bool_or(d.counts AND d.kind = 'NEGOTIATION_OPENED') AS is_negotiated,
             bool_or(d.counts AND d.is_signature) AS is_signed,
             bool_or(d.counts AND d.is_consent OR d.is_bound_by_signing) AS has_consent,
             bool_or(d.counts AND d.kind IN ('WITHDRAWAL', 'SUSPENSION')) AS is_left,
             bool_or(d.counts AND d.party_id IS NOT NULL AND (d.is_consent OR d.kind = 'ENTRY_INTO_FORCE')) AS joined_itself,
             bool_or(d.counts AND d.party_id IS NOT NULL AND d.is_signature) AS signed_itself
        FROM deed d GROUP BY d.agreement_id
    ), divided AS MATERIALIZED (
      SELECT g.agreement_id FROM gist g WHERE g.is_left OR (g.has_consent AND NOT g.is_ended AND NOT g.is_in_force)
    ), roster AS MATERIALIZED (
      SELECT v.agreement_id, p.actor_id
        FROM divided v JOIN agreement_party p ON p.record_id = v.agreement_id AND p.retracted_at IS NULL
      UNION ALL
      SELECT v.agreement_id, v.agreement_id FROM divided v
       WHERE NOT EXISTS (SELECT FROM agreement_party p WHERE p.record_id = v.agreement_id AND p.retracted_at IS NULL)
    ), conduct AS (
      SELECT r.agreement_id, r.actor_id, TRUE AS is_listed, NULL AS kind, FALSE AS counts, FALSE AS is_signature, FALSE AS is_consent,
             FALSE AS is_bound_by_signing, NULL::date AS counts_from
        FROM roster r
      UNION ALL
      SELECT d.agreement_id, coalesce(r.actor_id, s.actor_id, d.party_id), FALSE, d.kind, d.counts, d.is_signature, d.is_consent,
             d.is_bound_by_signing, d.counts_from
        FROM divided v
        JOIN deed d ON d.agreement_id = v.agreement_id AND d.party_id IS NOT NULL
        LEFT JOIN roster r ON r.agreement_id = d.agreement_id AND r.actor_id = d.party_id
        -- An organization acts for its state, if that is a party and it is not.
        LEFT JOIN actor o ON o.id = d.party_id AND r.actor_id IS NULL
        LEFT JOIN roster s ON s.agreement_id = d.agreement_id AND s.actor_id = o.state_id
      UNION ALL
      SELECT d.agreement_id, r.actor_id, FALSE, d.kind, d.counts, d.is_signature, d.is_consent, d.is_bound_by_signing, d.counts_from
        FROM roster r JOIN deed d ON d.agreement_id = r.agreement_id AND d.party_id IS NULL
    ), standing AS (
      SELECT c.agreement_id,
             bool_or(c.is_listed) AS is_listed,
             bool_or(c.counts AND c.is_signature) AS has_signed,
             bool_or(c.counts AND c.is_consent) AS has_consented,
             bool_or(c.is_bound_by_signing) AS is_bound_by_signing,
             -- Whoever left is back only if it is known to have joined later.
             coalesce(max(coalesce(c.counts_from, 'infinity')) FILTER (WHERE c.counts AND c.kind = 'WITHDRAWAL')
                      >= coalesce(max(coalesce(c.counts_from, '-infinity')) FILTER (WHERE c.counts AND c.is_consent), '-infinity'), FALSE) AS is_withdrawn,
             -- A resumption that may be as late as the last suspension ends it.
             coalesce(max(coalesce(c.counts_from, '-infinity')) FILTER (WHERE c.counts AND c.kind = 'SUSPENSION')
                      > max(coalesce(c.counts_from, 'infinity')) FILTER (WHERE c.counts AND c.kind = 'RESUMPTION'),
                      bool_or(c.counts AND c.kind = 'SUSPENSION') AND bool_or(c.counts AND c.kind = 'RESUMPTION') IS NOT TRUE, FALSE) AS is_suspended
        FROM conduct c GROUP BY c.agreement_id, c.actor_id
    ), party AS (
      SELECT s.agreement_id,
             bool_or(s.is_withdrawn AND s.is_listed) AS somebody_left,
             count(*) FILTER (WHERE s.is_listed AND NOT s.is_withdrawn) AS remaining,
             bool_or(s.is_suspended) AS somebody_suspended,
             count(*) FILTER (WHERE s.is_listed AND NOT s.is_withdrawn AND NOT s.is_suspended) AS operating,
             bool_and(s.is_bound_by_signing) FILTER (WHERE s.is_listed) AS are_bound_by_signing,
             count(*) FILTER (WHERE s.has_consented AND NOT s.is_withdrawn) AS consented,
             count(*) FILTER (WHERE s.has_signed AND NOT s.is_withdrawn) AS signatories,
             count(*) FILTER (WHERE s.has_signed AND NOT s.is_withdrawn AND NOT s.has_consented) AS hesitant_signatories,
             count(*) FILTER (WHERE s.is_listed AND NOT s.is_withdrawn AND NOT s.has_consented) AS hesitant
        FROM standing s GROUP BY s.agreement_id
    )
    SELECT g.id,
      CASE
        WHEN t.is_ended OR (p.somebody_left AND p.remaining < 2) THEN 'TERMINATED'
        WHEN p.somebody_suspended AND p.operating < 2 THEN 'SUSPENDED'
        WHEN t.is_in_force
             OR (NOT t.has_entry AND (p.are_bound_by_signing OR (g.is_binding IS FALSE AND t.is_signed)))
          THEN CASE WHEN g.is_binding IS FALSE THEN 'OPERATIVE' ELSE 'IN_FORCE' END
        WHEN t.is_abandoned THEN 'ABANDONED'
        WHEN t.is_applied THEN 'PROVISIONALLY_APPLIED'
        -- All consented who signed, or all parties where no signature is known.
        WHEN p.consented > 0 AND CASE WHEN p.signatories > 0 THEN p.hesitant_signatories ELSE p.hesitant END = 0 THEN 'BOUND'
        WHEN p.consented > 0 THEN 'PARTIALLY_BOUND'
        WHEN t.is_signed THEN 'SIGNED'
        WHEN t.has_text THEN 'TEXT_AGREED'
        WHEN t.is_negotiated THEN 'UNDER_NEGOTIATION'
        ELSE 'ANTICIPATED'
      END,
      g.is_binding IS DISTINCT FROM FALSE,
      coalesce(t.joined_itself OR (g.is_binding IS FALSE AND t.signed_itself), FALSE)
      FROM agreement g
      LEFT JOIN gist t ON t.agreement_id = g.id
      LEFT JOIN party p ON p.agreement_id = g.id ${agreementsOf}
  $$`;

/** Of all agreements, and of some. */
export const FASTER_STATUSES: readonly string[] = [
  statuses('on_day date', '', ''),
  statuses(
    'agreements uuid[], on_day date',
    'WHERE d.agreement_id = ANY(agreements)',
    'WHERE g.id = ANY(agreements)',
  ),
];

export const FASTER_OF_ONE: readonly string[] = [
  `CREATE OR REPLACE FUNCTION agreement_status(agreement uuid, on_day date) RETURNS text LANGUAGE sql STABLE COST 10000 AS $$
     SELECT s.status FROM agreement_statuses(ARRAY[agreement], on_day) s
   $$`,
  `CREATE OR REPLACE FUNCTION agreement_party_statuses(agreement uuid, on_day date) RETURNS TABLE (party_id uuid, status text)
   LANGUAGE sql STABLE STRICT COST 10000 ROWS 2 AS $$
     SELECT p.id,
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
       LEFT JOIN agreement_statuses(ARRAY[agreement], on_day) a ON a.agreement_id = p.record_id
       LEFT JOIN (SELECT * FROM agreement_standing(on_day) o WHERE o.agreement_id = agreement) s ON s.actor_id = p.actor_id
      WHERE p.record_id = agreement
   $$`,
];

const worded = (column: string) => `coalesce(${column}_text, ${column}_edtf)`;

/** Days that are sure: a day, or from a day to a day. */
const areCertainDays = (alias: string) =>
  `${alias}.when_edtf ~ '^\\d{4}-\\d\\d-\\d\\d(/\\d{4}-\\d\\d-\\d\\d)?$'`;

/** Somebody was there in person, as far as is known. */
const isInPerson = (alias: string) =>
  `coalesce(${alias}.mode, 'IN_PERSON') = 'IN_PERSON' AND ${alias}.kind NOT IN ('CALL', 'CORRESPONDENCE')
   AND ${alias}.status NOT IN ('INVITED', 'POSTPONED', 'CANCELLED')`;

const isPresent = (alias: string) =>
  `${alias}.retracted_at IS NULL AND ${alias}.role NOT IN ('INVITER', 'SENDER')`;

const isCoded = (alias: string, code: string) =>
  `EXISTS (SELECT FROM engagement_code k WHERE k.record_id = ${alias}.id AND k.retracted_at IS NULL
                  AND k.scheme = 'CAMEO' AND k.code = '${code}')`;

const hasSide = (alias: string, role: string, state: string) =>
  `EXISTS (SELECT FROM participation_side x WHERE x.engagement_id = ${alias}.id AND x.role = '${role}' AND x.state_id = ${state})`;

export const ENGAGEMENT_WARNINGS: readonly string[] = [
  // Only what cannot lie in the parent is odd: a month may hold the parent's day.
  `SELECT e.id AS record_id, 'OUTSIDE_PARENT_DATES'::text AS code,
          format('It is dated %s, and what it is part of %s', ${worded('e.when')}, ${worded('u.when')}) AS message,
          'when'::text AS field
     FROM engagement e JOIN engagement u ON u.id = e.parent_id AND u.retracted_at IS NULL
    WHERE e.retracted_at IS NULL AND (e.when_latest < u.when_earliest OR e.when_earliest > u.when_latest)`,

  `SELECT e.id, 'TENURE_DOES_NOT_COVER'::text,
          format('%s was %s%s%s; the engagement is dated %s', h.label, o.title,
                 ' from ' || ${worded('t.from')}, ' to ' || ${worded('t.to')}, ${worded('e.when')}),
          'participations'::text
     FROM engagement e
     JOIN participation p ON p.record_id = e.id AND p.retracted_at IS NULL
     JOIN tenure t ON t.id = p.tenure_id AND t.retracted_at IS NULL
     JOIN position o ON o.id = t.position_id
     JOIN actor h ON h.id = t.record_id
    WHERE e.retracted_at IS NULL AND (e.when_latest < t.from_earliest OR e.when_earliest > t.to_latest)`,

  `SELECT e.id, 'TWO_COUNTRIES_AT_ONCE'::text,
          format('%s was in %s, %s, and in %s, %s', h.label, l.label, ${worded('e.when')}, m.label, ${worded('f.when')}),
          'participations'::text
     FROM engagement e
     JOIN place l ON l.id = e.place_id
     JOIN participation p ON p.record_id = e.id AND ${isPresent('p')}
     JOIN actor h ON h.id = p.actor_id AND h.kind = 'PERSON'
     JOIN participation q ON q.actor_id = p.actor_id AND q.record_id <> e.id AND ${isPresent('q')}
     JOIN engagement f ON f.id = q.record_id AND f.retracted_at IS NULL
     JOIN place m ON m.id = f.place_id AND m.country_id <> l.country_id
    WHERE e.retracted_at IS NULL AND e.when_earliest <= f.when_latest AND f.when_earliest <= e.when_latest
      AND ${areCertainDays('e')} AND ${areCertainDays('f')} AND ${isInPerson('e')} AND ${isInPerson('f')}`,

  // Event data code a journey twice, as a visit made (042) and as one received (043): with the roles as they were, or turned round.
  `SELECT e.id, 'MIRRORED_PAIR'::text,
          format('%s and %s have two visits on %s, one as the visitor and one as the host would code it', v.label, w.label, e.when_edtf),
          'participations'::text
     FROM engagement e
    CROSS JOIN LATERAL (
          SELECT x.state_id AS visitor, y.state_id AS host
            FROM participation_side x JOIN participation_side y ON y.engagement_id = x.engagement_id
           WHERE x.engagement_id = e.id AND x.role = 'VISITOR' AND y.role = 'HOST' AND x.state_id <> y.state_id
           LIMIT 1) d
     JOIN actor v ON v.id = d.visitor
     JOIN actor w ON w.id = d.host
     JOIN engagement f ON f.when_earliest = e.when_earliest
          AND f.when_latest = e.when_earliest AND f.id <> e.id AND f.kind = 'VISIT' AND f.retracted_at IS NULL
    WHERE e.kind = 'VISIT' AND e.retracted_at IS NULL AND e.when_latest = e.when_earliest
      AND ((${hasSide('f', 'VISITOR', 'd.host')} AND ${hasSide('f', 'HOST', 'd.visitor')})
        OR (${hasSide('f', 'VISITOR', 'd.visitor')} AND ${hasSide('f', 'HOST', 'd.host')}
            AND ((${isCoded('e', '042')} AND ${isCoded('f', '043')}) OR (${isCoded('e', '043')} AND ${isCoded('f', '042')}))))`,
];

/**
 * Statements that compute facets, one a type of record: $1 the records, $2 the day. Each value carries the lowest clearance that may
 * know it: along a path from the record to it the highest of the markings, of several paths the lowest. They run as the owner of the
 * tables, in the present as under the search path of the past, and mean what the filters of the lists mean to each reader.
 */

/** `{id: clearance}` of rows `(id, known)`. */
const knownOf = (paths: string) =>
  `(SELECT jsonb_object_agg(k.id, k.known) FROM (
     SELECT path.id, min(path.known) AS known FROM (${paths}) path(id, known) WHERE path.id IS NOT NULL GROUP BY path.id) k)`;

/** The organization of a position \`o\` and the state it counts for, as joins and as what each needs to be known. */
const OFFICE = `LEFT JOIN actor g ON g.id = o.organization_id
                LEFT JOIN actor s ON s.id = CASE WHEN o.state_id IS NOT NULL THEN o.state_id ELSE g.state_id END`;
const ORGANIZATION = '(g.id, greatest(o.marking, g.marking))';
const STATE = '(s.id, greatest(o.marking, CASE WHEN o.state_id IS NULL THEN g.marking END, s.marking))';

/** Topics and all broader ones; a topic that was withdrawn still counts itself, but for nothing broader. */
const broader = (first: string) => `
  WITH RECURSIVE up(id, known, parent) AS (
    SELECT t.id, greatest(f.known, t.marking), CASE WHEN t.retracted_at IS NULL THEN t.parent_id END
      FROM (${first}) f(id, known) JOIN topic t ON t.id = f.id
    UNION
    SELECT t.id, greatest(up.known, t.marking), CASE WHEN t.retracted_at IS NULL THEN t.parent_id END
      FROM up JOIN topic t ON t.id = up.parent)
  SELECT id, known FROM up`;

/** Whom an engagement counts for, as the view engagement_actor has it. */
const ENGAGEMENT_ACTORS = `
  SELECT v.id, greatest(r.marking, p.marking, v.known)
    FROM participation p
    LEFT JOIN actor a ON a.id = p.actor_id
    LEFT JOIN actor b ON b.id = a.state_id
    LEFT JOIN actor f ON f.id = p.on_behalf_of_id
    LEFT JOIN tenure t ON t.id = p.tenure_id
    LEFT JOIN position o ON o.id = t.position_id
    ${OFFICE}
   CROSS JOIN LATERAL (VALUES (a.id, a.marking), (b.id, greatest(a.marking, b.marking)), (f.id, f.marking)
     UNION ALL SELECT w.id, greatest(t.marking, w.known) FROM (VALUES ${ORGANIZATION}, ${STATE}) w(id, known)) v(id, known)
   WHERE p.record_id = r.id AND p.retracted_at IS NULL`;

/** The levels of those present; that of the office, unless one is stated. */
const ENGAGEMENT_LEVELS = `
  SELECT coalesce(p.level, o.level), greatest(r.marking, p.marking, CASE WHEN p.level IS NULL THEN greatest(t.marking, o.marking) END)
    FROM participation p LEFT JOIN tenure t ON t.id = p.tenure_id LEFT JOIN position o ON o.id = t.position_id
   WHERE p.record_id = r.id AND p.retracted_at IS NULL AND p.role NOT IN ('INVITER', 'SENDER')`;

const AGENDA = `SELECT i.topic_id, greatest(r.marking, i.marking) FROM agenda_item i WHERE i.record_id = r.id AND i.retracted_at IS NULL`;

const PARTIES = `
  SELECT v.id, greatest(r.marking, p.marking, a.marking, v.marking)
    FROM agreement_party p JOIN actor a ON a.id = p.actor_id LEFT JOIN actor s ON s.id = a.state_id
   CROSS JOIN LATERAL (VALUES (a.id, a.marking), (s.id, s.marking)) v(id, marking)
   WHERE p.record_id = r.id AND p.retracted_at IS NULL`;

const AGREEMENT_TOPICS = `SELECT i.topic_id, greatest(r.marking, i.marking) FROM agreement_topic i WHERE i.record_id = r.id AND i.retracted_at IS NULL`;

/** A target whose part is a name is about the spelling, not about whoever bears it. */
const MEANT = `x.record_id = r.id AND x.retracted_at IS NULL AND x.part_type IS DISTINCT FROM 'name'`;

/** Whom a claim is about, as the view claim_actor has it. */
const CLAIM_ACTORS = `
  SELECT v.id, greatest(r.marking, x.marking, a.marking, v.marking)
    FROM claim_target x JOIN actor a ON a.id = x.target_id LEFT JOIN actor s ON s.id = a.state_id
   CROSS JOIN LATERAL (VALUES (a.id, a.marking), (s.id, s.marking)) v(id, marking)
   WHERE ${MEANT}
  UNION ALL
  SELECT v.id, greatest(r.marking, x.marking, v.known)
    FROM claim_target x JOIN position o ON o.id = x.target_id ${OFFICE}
   CROSS JOIN LATERAL (VALUES ${ORGANIZATION}, ${STATE}) v(id, known)
   WHERE ${MEANT}
  UNION ALL
  SELECT v.id, greatest(r.marking, x.marking, t.marking, v.known)
    FROM claim_target x
    JOIN tenure t ON t.record_id = x.target_id AND t.retracted_at IS NULL AND (x.part_type IS DISTINCT FROM 'tenure' OR t.id = x.part_id)
    JOIN position o ON o.id = t.position_id ${OFFICE}
   CROSS JOIN LATERAL (VALUES ${ORGANIZATION}, ${STATE}) v(id, known)
   WHERE ${MEANT}`;

const CLAIM_TOPICS = `SELECT x.target_id, greatest(r.marking, x.marking) FROM claim_target x WHERE ${MEANT}`;

/** Itself, its state and organization, the offices it holds and, of a group, its members. */
const ACTOR_ITSELF = `
  SELECT v.id, greatest(r.marking, v.marking)
    FROM actor a LEFT JOIN actor s ON s.id = a.state_id LEFT JOIN actor h ON h.id = a.parent_id
   CROSS JOIN LATERAL (VALUES (a.id, a.marking), (s.id, s.marking), (h.id, h.marking)) v(id, marking)
   WHERE a.id = r.id
  UNION ALL
  SELECT v.id, greatest(r.marking, t.marking, v.known)
    FROM tenure t JOIN position o ON o.id = t.position_id ${OFFICE}
   CROSS JOIN LATERAL (VALUES ${ORGANIZATION}, ${STATE}) v(id, known)
   WHERE t.record_id = r.id AND t.retracted_at IS NULL
  UNION ALL
  SELECT v.id, greatest(r.marking, m.marking, a.marking, v.marking)
    FROM group_member m JOIN actor a ON a.id = m.actor_id LEFT JOIN actor s ON s.id = a.state_id
   CROSS JOIN LATERAL (VALUES (a.id, a.marking), (s.id, s.marking)) v(id, marking)
   WHERE m.record_id = r.id AND m.retracted_at IS NULL`;

const POSITION_ACTORS = `
  SELECT v.id, greatest(r.marking, v.known)
    FROM position o ${OFFICE} LEFT JOIN actor c ON c.id = o.accredited_to_id
   CROSS JOIN LATERAL (VALUES ${ORGANIZATION}, ${STATE}, (c.id, c.marking)) v(id, known)
   WHERE o.id = r.id`;

/** Who is named, the members of a group that is named, and the state of either. */
const CONTEXT_EVENT_ACTORS = `
  SELECT v.id, greatest(r.marking, c.marking, v.known)
    FROM context_event_actor c JOIN actor a ON a.id = c.actor_id LEFT JOIN actor s ON s.id = a.state_id
    LEFT JOIN group_member m ON m.record_id = a.id AND m.retracted_at IS NULL
    LEFT JOIN actor n ON n.id = m.actor_id LEFT JOIN actor k ON k.id = n.state_id
   CROSS JOIN LATERAL (VALUES (a.id, a.marking), (s.id, greatest(a.marking, s.marking)),
     (n.id, greatest(m.marking, n.marking)), (k.id, greatest(m.marking, n.marking, k.marking))) v(id, known)
   WHERE c.record_id = r.id AND c.retracted_at IS NULL`;

const PLACE_COUNTRY = `SELECT s.id, greatest(r.marking, s.marking) FROM place p JOIN actor s ON s.id = p.country_id WHERE p.id = r.id`;

/** The claims that support a record, and those that support these, by whatever way. */
const SUPPORTING = `
  SELECT c.id, greatest(r.marking, x.marking, c.clearance)
    FROM claim_target x JOIN claim c ON c.id = x.record_id
   WHERE x.target_id = r.id AND x.role = 'SUBJECT' AND x.retracted_at IS NULL AND c.retracted_at IS NULL
     AND c.predicate = 'SUPPORTS_RECORD' AND c.polarity = 'POSITIVE'`;

const grounds = (claims: string) => `
  WITH RECURSIVE
    ground(id, known) AS (
      ${claims}
      UNION
      SELECT c.id, greatest(g.known, l.marking, c.clearance)
        FROM ground g JOIN claim_relation l ON l.to_id = g.id AND l.kind = 'SUPPORTS' AND l.retracted_at IS NULL
        JOIN claim c ON c.id = l.record_id AND c.retracted_at IS NULL),
    text(id, known) AS (
      SELECT v.id, v.known
        FROM ground g
       CROSS JOIN LATERAL (
             SELECT c.source_id, g.known FROM claim c WHERE c.id = g.id AND c.source_id IS NOT NULL
             UNION ALL
             SELECT a.referenced_source_id, greatest(g.known, a.marking) FROM attribution a
              WHERE a.record_id = g.id AND a.retracted_at IS NULL AND a.referenced_source_id IS NOT NULL) v(id, known)
      UNION
      SELECT c.cites_id, greatest(text.known, c.marking)
        FROM text JOIN source_citation c ON c.record_id = text.id AND c.retracted_at IS NULL)
  SELECT id, known FROM text`;

/** A source and all that it repeats, by whatever way. */
const REPEATED = `
  WITH RECURSIVE text(id, known) AS (
    SELECT r.id, r.marking
    UNION
    SELECT c.cites_id, greatest(text.known, c.marking)
      FROM text JOIN source_citation c ON c.record_id = text.id AND c.retracted_at IS NULL)
  SELECT id, known FROM text`;

/** Sources, and their publishers. */
const textsOf = (sources: string) => `
  (SELECT jsonb_object_agg(h.id, h.known) FILTER (WHERE h.is_source) AS sources,
          jsonb_object_agg(h.id, h.known) FILTER (WHERE NOT h.is_source) AS publishers
     FROM (
       SELECT v.id, v.is_source, min(v.known) AS known
         FROM (${sources}) f(id, known) JOIN source s ON s.id = f.id LEFT JOIN actor p ON p.id = s.publisher_id
        CROSS JOIN LATERAL (VALUES (s.id, TRUE, greatest(f.known, s.marking)), (p.id, FALSE, greatest(f.known, s.marking, p.marking)))
              v(id, is_source, known)
        WHERE v.id IS NOT NULL GROUP BY v.id, v.is_source) h)`;

/** Above its record something is marked that may decide what an agreement's status is. */
const HAS_HIDDEN = `
  EXISTS (SELECT FROM agreement_action x LEFT JOIN actor a ON a.id = x.party_id
           WHERE x.record_id = r.id AND x.retracted_at IS NULL AND greatest(x.marking, a.marking) > r.marking)
  OR EXISTS (SELECT FROM agreement_party x WHERE x.record_id = r.id AND x.retracted_at IS NULL AND x.marking > r.marking)`;

interface Parts {
  /** Facets of this type beside those that every record has, by name. */
  facets: { [name: string]: string };
  sources?: string;
  /** Columns beside the facets. */
  more?: string;
}

const TYPES: { readonly [table: string]: Parts } = {
  actor: { facets: { actors: knownOf(ACTOR_ITSELF) } },
  position: { facets: { actors: knownOf(POSITION_ACTORS) } },
  place: { facets: { actors: knownOf(PLACE_COUNTRY) } },
  topic: { facets: { topics: knownOf(broader('SELECT r.id, r.marking')) } },
  engagement: {
    facets: {
      actors: knownOf(ENGAGEMENT_ACTORS),
      topics: knownOf(broader(AGENDA)),
      kind: 'own.kind',
      levels: knownOf(ENGAGEMENT_LEVELS),
    },
  },
  agreement: {
    facets: {
      actors: knownOf(PARTIES),
      topics: knownOf(broader(AGREEMENT_TOPICS)),
      statuses:
        'CASE WHEN own.id IS NOT NULL THEN to_jsonb(array_fill(agreement_status(own.id, $2::date), ARRAY[5])) END',
    },
    more: `, ${HAS_HIDDEN} AS has_hidden`,
  },
  context_event: { facets: { actors: knownOf(CONTEXT_EVENT_ACTORS) } },
  source: { facets: {}, sources: REPEATED },
  claim: {
    facets: {
      actors: knownOf(CLAIM_ACTORS),
      topics: knownOf(broader(CLAIM_TOPICS)),
      credibility: 'own.credibility',
    },
    sources: grounds('SELECT r.id, r.marking'),
  },
};

export const FACET_TYPES: readonly string[] = Object.keys(TYPES);

export const FACET_STATEMENTS: { readonly [table: string]: string } = Object.fromEntries(
  Object.entries(TYPES).map(([table, { facets, sources = grounds(SUPPORTING), more = '' }]) => {
    const fields = Object.entries(facets).map(([name, value]) => `'${name}', ${value}`);
    return [
      table,
      `SELECT r.id, jsonb_strip_nulls(jsonb_build_object(
                'marking', r.marking,
                'isGone', CASE WHEN r.expunged_at IS NOT NULL OR own.retracted_at IS NOT NULL THEN TRUE END,
                ${[...fields, "'sources', text.sources", "'publishers', text.publishers"].join(',\n                ')})) AS facets${more}
         FROM unnest($1::uuid[]) AS asked(id) JOIN record r ON r.id = asked.id LEFT JOIN ${table} own ON own.id = r.id
        CROSS JOIN LATERAL ${textsOf(sources)} text
        WHERE $2::date IS NOT NULL`,
    ];
  }),
);

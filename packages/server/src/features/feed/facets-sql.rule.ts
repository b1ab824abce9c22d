/**
 * Statements that compute facets, one a type of record: $1 the records, $2 the day. Each value carries the lowest clearance that may
 * know it: along a path from the record to it the highest of the markings, of several paths the lowest. They run as the owner of the
 * tables, in the present as under the search path of the past, and mean what the filters of the lists mean to each reader.
 */

/**
 * Rows of a table by one column, looked up for each row before it. OFFSET keeps PostgreSQL from merging the look-up into the statement:
 * a view of the past would then be read whole, and so would a table that was small when the plan was made.
 */
const rowsOf = (table: string, alias: string, column: string, value: string) =>
  `LATERAL (SELECT * FROM ${table} WHERE ${column} = ${value} OFFSET 0) ${alias}`;
const join = (table: string, alias: string, column: string, value: string) =>
  `JOIN ${rowsOf(table, alias, column, value)} ON TRUE`;
const leftJoin = (table: string, alias: string, column: string, value: string) =>
  `LEFT ${join(table, alias, column, value)}`;

/** `{id: clearance}` of rows `(id, known)`. */
const knownOf = (paths: string) =>
  `(SELECT jsonb_object_agg(k.id, k.known) FROM (
     SELECT path.id, min(path.known) AS known FROM (${paths}) path(id, known) WHERE path.id IS NOT NULL GROUP BY path.id) k)`;

/** The organization of a position `o` and the state it counts for, as joins and as what each needs to be known. */
const OFFICE = `${leftJoin('actor', 'g', 'id', 'o.organization_id')}
                ${leftJoin('actor', 's', 'id', 'CASE WHEN o.state_id IS NOT NULL THEN o.state_id ELSE g.state_id END')}`;
const ORGANIZATION = '(g.id, greatest(o.marking, g.marking))';
const STATE = '(s.id, greatest(o.marking, CASE WHEN o.state_id IS NULL THEN g.marking END, s.marking))';

/** Topics and all broader ones; a topic that was withdrawn still counts itself, but for nothing broader. */
const broader = (first: string) => `
  WITH RECURSIVE up(id, known, parent) AS (
    SELECT t.id, greatest(f.known, t.marking), CASE WHEN t.retracted_at IS NULL THEN t.parent_id END
      FROM (${first}) f(id, known) ${join('topic', 't', 'id', 'f.id')}
    UNION
    SELECT t.id, greatest(up.known, t.marking), CASE WHEN t.retracted_at IS NULL THEN t.parent_id END
      FROM up ${join('topic', 't', 'id', 'up.parent')})
  SELECT id, known FROM up`;

/** Whom an engagement counts for, as the view engagement_actor has it. */
const ENGAGEMENT_ACTORS = `
  SELECT v.id, greatest(r.marking, p.marking, v.known)
    FROM ${rowsOf('participation', 'p', 'record_id', 'r.id')}
    ${leftJoin('actor', 'a', 'id', 'p.actor_id')}
    ${leftJoin('actor', 'b', 'id', 'a.state_id')}
    ${leftJoin('actor', 'f', 'id', 'p.on_behalf_of_id')}
    ${leftJoin('tenure', 't', 'id', 'p.tenure_id')}
    ${leftJoin('position', 'o', 'id', 't.position_id')}
    ${OFFICE}
   CROSS JOIN LATERAL (VALUES (a.id, a.marking), (b.id, greatest(a.marking, b.marking)), (f.id, f.marking)
     UNION ALL SELECT w.id, greatest(t.marking, w.known) FROM (VALUES ${ORGANIZATION}, ${STATE}) w(id, known)) v(id, known)
   WHERE p.retracted_at IS NULL`;

/** The levels of those present; that of the office, unless one is stated. */
const ENGAGEMENT_LEVELS = `
  SELECT coalesce(p.level, o.level), greatest(r.marking, p.marking, CASE WHEN p.level IS NULL THEN greatest(t.marking, o.marking) END)
    FROM ${rowsOf('participation', 'p', 'record_id', 'r.id')}
    ${leftJoin('tenure', 't', 'id', 'p.tenure_id')}
    ${leftJoin('position', 'o', 'id', 't.position_id')}
   WHERE p.retracted_at IS NULL AND p.role NOT IN ('INVITER', 'SENDER')`;

const topicsIn = (table: string) =>
  `SELECT i.topic_id, greatest(r.marking, i.marking) FROM ${rowsOf(table, 'i', 'record_id', 'r.id')} WHERE i.retracted_at IS NULL`;

/** Actors a part points at, and their states. */
const withStates = (part: string, pointer: string, more = '') => `
  SELECT v.id, greatest(r.marking, x.marking, a.marking, v.marking)
    FROM ${rowsOf(part, 'x', 'record_id', 'r.id')}
    ${join('actor', 'a', 'id', `x.${pointer}`)}
    ${leftJoin('actor', 's', 'id', 'a.state_id')}
   CROSS JOIN LATERAL (VALUES (a.id, a.marking), (s.id, s.marking)) v(id, marking)
   WHERE x.retracted_at IS NULL ${more}`;

/** A target whose part is a name is about the spelling, not about whoever bears it. */
const IS_MEANT = `AND x.part_type IS DISTINCT FROM 'name'`;

/** Whom a claim is about, as the view claim_actor has it. */
const CLAIM_ACTORS = `
  ${withStates('claim_target', 'target_id', IS_MEANT)}
  UNION ALL
  SELECT v.id, greatest(r.marking, x.marking, v.known)
    FROM ${rowsOf('claim_target', 'x', 'record_id', 'r.id')}
    ${join('position', 'o', 'id', 'x.target_id')}
    ${OFFICE}
   CROSS JOIN LATERAL (VALUES ${ORGANIZATION}, ${STATE}) v(id, known)
   WHERE x.retracted_at IS NULL ${IS_MEANT}
  UNION ALL
  SELECT v.id, greatest(r.marking, x.marking, t.marking, v.known)
    FROM ${rowsOf('claim_target', 'x', 'record_id', 'r.id')}
    ${join('tenure', 't', 'record_id', 'x.target_id')}
    ${join('position', 'o', 'id', 't.position_id')}
    ${OFFICE}
   CROSS JOIN LATERAL (VALUES ${ORGANIZATION}, ${STATE}) v(id, known)
   WHERE x.retracted_at IS NULL ${IS_MEANT}
     AND t.retracted_at IS NULL AND (x.part_type IS DISTINCT FROM 'tenure' OR t.id = x.part_id)`;

const CLAIM_TOPICS = `
  SELECT x.target_id, greatest(r.marking, x.marking) FROM ${rowsOf('claim_target', 'x', 'record_id', 'r.id')}
   WHERE x.retracted_at IS NULL ${IS_MEANT}`;

/** Itself, its state and organization, the offices it holds and, of a group, its members. */
const ACTOR_ITSELF = `
  SELECT v.id, greatest(r.marking, v.marking)
    FROM ${rowsOf('actor', 'a', 'id', 'r.id')}
    ${leftJoin('actor', 's', 'id', 'a.state_id')}
    ${leftJoin('actor', 'h', 'id', 'a.parent_id')}
   CROSS JOIN LATERAL (VALUES (a.id, a.marking), (s.id, s.marking), (h.id, h.marking)) v(id, marking)
  UNION ALL
  SELECT v.id, greatest(r.marking, t.marking, v.known)
    FROM ${rowsOf('tenure', 't', 'record_id', 'r.id')}
    ${join('position', 'o', 'id', 't.position_id')}
    ${OFFICE}
   CROSS JOIN LATERAL (VALUES ${ORGANIZATION}, ${STATE}) v(id, known)
   WHERE t.retracted_at IS NULL
  UNION ALL ${withStates('group_member', 'actor_id')}`;

const POSITION_ACTORS = `
  SELECT v.id, greatest(r.marking, v.known)
    FROM ${rowsOf('position', 'o', 'id', 'r.id')}
    ${OFFICE}
    ${leftJoin('actor', 'c', 'id', 'o.accredited_to_id')}
   CROSS JOIN LATERAL (VALUES ${ORGANIZATION}, ${STATE}, (c.id, c.marking)) v(id, known)`;

/** Who is named, the members of a group that is named, and the state of either. */
const CONTEXT_EVENT_ACTORS = `
  ${withStates('context_event_actor', 'actor_id')}
  UNION ALL
  SELECT v.id, greatest(r.marking, c.marking, m.marking, n.marking, v.marking)
    FROM ${rowsOf('context_event_actor', 'c', 'record_id', 'r.id')}
    ${join('group_member', 'm', 'record_id', 'c.actor_id')}
    ${join('actor', 'n', 'id', 'm.actor_id')}
    ${leftJoin('actor', 'k', 'id', 'n.state_id')}
   CROSS JOIN LATERAL (VALUES (n.id, n.marking), (k.id, k.marking)) v(id, marking)
   WHERE c.retracted_at IS NULL AND m.retracted_at IS NULL`;

const PLACE_COUNTRY = `
  SELECT s.id, greatest(r.marking, s.marking)
    FROM ${rowsOf('place', 'p', 'id', 'r.id')} ${join('actor', 's', 'id', 'p.country_id')}`;

/** The claims that support a record, with the clearance of each. */
const SUPPORTING = `
  SELECT c.id, greatest(r.marking, x.marking, c.clearance)
    FROM ${rowsOf('claim_target', 'x', 'target_id', 'r.id')}
    ${join('claim', 'c', 'id', 'x.record_id')}
   WHERE x.role = 'SUBJECT' AND x.retracted_at IS NULL
     AND c.retracted_at IS NULL AND c.predicate = 'SUPPORTS_RECORD' AND c.polarity = 'POSITIVE'`;

/** The texts that claims, and those that support them by whatever way, were made in or refer to, and all that these repeat. */
const textsUnder = (claims: string) => `
  WITH RECURSIVE
    ground(id, known) AS (
      ${claims}
      UNION
      SELECT c.id, greatest(g.known, l.marking, c.clearance)
        FROM ground g
        ${join('claim_relation', 'l', 'to_id', 'g.id')}
        ${join('claim', 'c', 'id', 'l.record_id')}
       WHERE l.kind = 'SUPPORTS' AND l.retracted_at IS NULL AND c.retracted_at IS NULL),
    text(id, known) AS (
      SELECT v.id, v.known
        FROM ground g
       CROSS JOIN LATERAL (
             SELECT c.source_id, g.known FROM ${rowsOf('claim', 'c', 'id', 'g.id')} WHERE c.source_id IS NOT NULL
             UNION ALL
             SELECT a.referenced_source_id, greatest(g.known, a.marking) FROM ${rowsOf('attribution', 'a', 'record_id', 'g.id')}
              WHERE a.retracted_at IS NULL AND a.referenced_source_id IS NOT NULL) v(id, known)
      UNION
      SELECT c.cites_id, greatest(text.known, c.marking)
        FROM text ${join('source_citation', 'c', 'record_id', 'text.id')} WHERE c.retracted_at IS NULL)
  SELECT id, known FROM text`;

/** A source and all that it repeats, by whatever way. */
const REPEATED = `
  WITH RECURSIVE text(id, known) AS (
    SELECT r.id, r.marking
    UNION
    SELECT c.cites_id, greatest(text.known, c.marking)
      FROM text ${join('source_citation', 'c', 'record_id', 'text.id')} WHERE c.retracted_at IS NULL)
  SELECT id, known FROM text`;

/** Sources, and their publishers. */
const withPublishers = (sources: string) => `
  (SELECT jsonb_object_agg(h.id, h.known) FILTER (WHERE h.is_source) AS sources,
          jsonb_object_agg(h.id, h.known) FILTER (WHERE NOT h.is_source) AS publishers
     FROM (
       SELECT v.id, v.is_source, min(v.known) AS known
         FROM (${sources}) f(id, known)
         ${join('source', 's', 'id', 'f.id')}
         ${leftJoin('actor', 'p', 'id', 's.publisher_id')}
        CROSS JOIN LATERAL (VALUES (s.id, TRUE, greatest(f.known, s.marking)), (p.id, FALSE, greatest(f.known, s.marking, p.marking)))
              v(id, is_source, known)
        WHERE v.id IS NOT NULL GROUP BY v.id, v.is_source) h)`;

/** Whether something is marked above its agreement that may decide what status this has. */
const HAS_HIDDEN = `
  EXISTS (SELECT FROM ${rowsOf('agreement_action', 'x', 'record_id', 'r.id')} ${leftJoin('actor', 'a', 'id', 'x.party_id')}
           WHERE x.retracted_at IS NULL AND greatest(x.marking, a.marking) > r.marking)
  OR EXISTS (SELECT FROM ${rowsOf('agreement_party', 'x', 'record_id', 'r.id')} WHERE x.retracted_at IS NULL AND x.marking > r.marking)`;

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
      topics: knownOf(broader(topicsIn('agenda_item'))),
      kind: 'own.kind',
      levels: knownOf(ENGAGEMENT_LEVELS),
    },
  },
  agreement: {
    facets: {
      actors: knownOf(withStates('agreement_party', 'actor_id')),
      topics: knownOf(broader(topicsIn('agreement_topic'))),
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
    sources: textsUnder('SELECT r.id, r.marking'),
  },
};

export const FACET_STATEMENTS: { readonly [table: string]: string } = Object.fromEntries(
  Object.entries(TYPES).map(([table, { facets, sources = textsUnder(SUPPORTING), more = '' }]) => {
    const fields = Object.entries(facets).map(([name, value]) => `'${name}', ${value}`);
    return [
      table,
      `SELECT r.id, jsonb_strip_nulls(jsonb_build_object(
                'marking', r.marking,
                'isGone', CASE WHEN r.expunged_at IS NOT NULL OR own.retracted_at IS NOT NULL THEN TRUE END,
                ${[...fields, "'sources', rests.sources", "'publishers', rests.publishers"].join(',\n                ')})) AS facets${more}
         FROM unnest($1::uuid[]) AS asked(id)
         ${join('record', 'r', 'id', 'asked.id')}
         ${leftJoin(table, 'own', 'id', 'r.id')}
        CROSS JOIN LATERAL ${withPublishers(sources)} rests
        WHERE $2::date IS NOT NULL`,
    ];
  }),
);

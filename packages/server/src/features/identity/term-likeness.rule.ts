import {
  bothOf,
  type Comparison,
  chanceOf,
  type Facts,
  type Ground,
  inBoth,
  type Keys,
} from './likeness.rule';

interface Named {
  id: string;
  label: string;
}

interface Spelling {
  value: string;
  folded: string;
}

export interface PlaceFacts extends Facts {
  names: Spelling[];
  resolution: string;
  country: Named | null;
  geo_names_id: number | null;
  latitude: number | null;
  longitude: number | null;
}

export interface TopicFacts extends Facts {
  names: Spelling[];
  slug: string;
}

export interface PositionFacts extends Facts {
  title: string;
  folded_title: string;
  level: number | null;
  organization: Named | null;
  /** Its own, or that of its organization. */
  state: Named | null;
  accredited_to_id: string | null;
}

/** Each is a chance to be one; together they leave open what all of them leave open. */
const WEIGHTS = {
  name: 0.55,
  country: 0.35,
  geoNames: 0.97,
  near: 0.4,
  otherResolution: -0.3,
  topicName: 0.75,
  slug: 0.9,
  title: 0.5,
  organization: 0.55,
  state: 0.4,
  level: 0.1,
  otherLevel: -0.4,
};

/** In degrees: nearer than the one is near, farther than the other is elsewhere. */
const NEAR = 0.3;
const FAR = 2;

const NAMES = (table: string) => `
  (SELECT coalesce(jsonb_agg(jsonb_build_object('value', n.value, 'folded', n.folded) ORDER BY n.ordinal, n.id), '[]')
     FROM name n WHERE n.record_id = ${table}.id AND n.retracted_at IS NULL) AS names`;
const NAMED = (id: string) =>
  `(SELECT jsonb_build_object('id', x.id, 'label', x.label) FROM actor x WHERE x.id = ${id})`;
const FROM = (table: string, alias: string) =>
  `FROM unnest($1::uuid[]) AS asked(id) JOIN ${table} ${alias} ON ${alias}.id = asked.id WHERE ${alias}.marking = $2 AND ${alias}.retracted_at IS NULL`;

const both = (keys: string[]): Keys => ({ holds: keys, seeks: keys });

function sameName(one: readonly Spelling[], other: readonly Spelling[], weight: number): Ground[] {
  const [found] = inBoth(one, other, ({ folded }) => folded);
  const match = other.find(({ folded }) => folded === found?.folded);
  return found && match ? [{ weight, reason: `same name: ${bothOf(found.value, match.value)}` }] : [];
}

function same(what: string, one: Named | null, other: Named | null, weight: number): Ground[] {
  return one !== null && one.id === other?.id
    ? [{ weight, reason: `same ${what}: ${one.label}`, restsOn: [one.id] }]
    : [];
}

const areTwo = (one: unknown, other: unknown) => one !== null && other !== null && one !== other;

export const places: Comparison<PlaceFacts> = {
  type: 'place',
  statement: `SELECT p.id, p.marking, p.resolution, p.geo_names_id, p.latitude, p.longitude, ${NAMED('p.country_id')} AS country, ${NAMES('p')}
    ${FROM('place', 'p')}`,
  weigh: chanceOf,
  keysOf: ({ names, geo_names_id }) =>
    both([
      ...names.map(({ folded }) => `called ${folded}`),
      ...(geo_names_id === null ? [] : [`GeoNames ${geo_names_id}`]),
    ]),
  grounds(one, other) {
    if (areTwo(one.country?.id ?? null, other.country?.id ?? null)) return null;
    const distance = distanceOf(one, other);
    if (distance !== null && distance > FAR) return null;
    return [
      ...sameName(one.names, other.names, WEIGHTS.name),
      ...same('country', one.country, other.country, WEIGHTS.country),
      ...(one.geo_names_id !== null && one.geo_names_id === other.geo_names_id
        ? [{ weight: WEIGHTS.geoNames, reason: `same GeoNames id: ${one.geo_names_id}` }]
        : []),
      ...(distance !== null && distance < NEAR
        ? [
            {
              weight: WEIGHTS.near,
              reason: `near each other: ${one.latitude}, ${one.longitude} and ${other.latitude}, ${other.longitude}`,
            },
          ]
        : []),
      ...(one.resolution === other.resolution ? [] : [{ weight: WEIGHTS.otherResolution }]),
    ];
  },
};

function distanceOf(one: PlaceFacts, other: PlaceFacts): number | null {
  if (one.latitude === null || other.latitude === null || one.longitude === null || other.longitude === null)
    return null;
  const longitude = Math.abs(one.longitude - other.longitude);
  return Math.max(Math.abs(one.latitude - other.latitude), Math.min(longitude, 360 - longitude));
}

export const topics: Comparison<TopicFacts> = {
  type: 'topic',
  statement: `SELECT t.id, t.marking, t.slug, ${NAMES('t')} ${FROM('topic', 't')}`,
  weigh: chanceOf,
  keysOf: ({ names, slug }) => both([...names.map(({ folded }) => `called ${folded}`), `slug ${slug}`]),
  grounds: (one, other) => [
    ...sameName(one.names, other.names, WEIGHTS.topicName),
    ...(one.slug === other.slug ? [{ weight: WEIGHTS.slug, reason: `same slug: ${one.slug}` }] : []),
  ],
};

export const positions: Comparison<PositionFacts> = {
  type: 'position',
  statement: `SELECT p.id, p.marking, p.title, p.folded_title, p.level, p.accredited_to_id, ${NAMED('p.organization_id')} AS organization,
           ${NAMED('(SELECT s.state_id FROM position_state s WHERE s.position_id = p.id)')} AS state
    ${FROM('position', 'p')}`,
  weigh: chanceOf,
  keysOf: ({ folded_title, organization, state }) =>
    both(
      [organization, state].flatMap((owner) => (owner === null ? [] : [`${folded_title} of ${owner.id}`])),
    ),
  grounds(one, other) {
    // An ambassador to another state holds another office.
    if (one.accredited_to_id !== other.accredited_to_id) return null;
    if (areTwo(one.organization?.id ?? null, other.organization?.id ?? null)) return null;
    if (one.folded_title !== other.folded_title) return null;
    return [
      { weight: WEIGHTS.title, reason: `same title: ${bothOf(one.title, other.title)}` },
      ...same('organization', one.organization, other.organization, WEIGHTS.organization),
      ...same('state', one.state, other.state, WEIGHTS.state),
      ...(one.level === null || other.level === null
        ? []
        : [{ weight: one.level === other.level ? WEIGHTS.level : WEIGHTS.otherLevel }]),
    ];
  },
};

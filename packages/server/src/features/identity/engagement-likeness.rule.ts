import { fold } from '../../platform/fold';
import { type DateFacts, dateGround, monthsOf, yearsOf } from './date-likeness.rule';
import { bothOf, type Comparison, type Facts, type Ground, inBoth, type Keys, sumOf } from './likeness.rule';

interface Named {
  id: string;
  label: string;
}

export interface EngagementFacts extends Facts {
  kind: string;
  status: string;
  number: string;
  title: string | null;
  series: string | null;
  edition: number | null;
  parent_id: string | null;
  when: DateFacts;
  place: (Named & { resolution: string }) | null;
  sides: (Named & { level: number | null })[];
  /** Who else was present; those that count for no state are ends of a dyad as states are. */
  others: (Named & { is_person: boolean; has_state: boolean })[];
  /** What its evidence rests on, but for datasets, of which every row has one address. */
  sources: { id: string; url: string }[];
  /** Engagements that it is linked to: they are others. */
  linked: string[];
}

/** They add up to 1 where everything is known and agrees. */
const WEIGHTS = {
  /** For the share of ends that are of both. */
  sides: 0.3,
  dates: {
    day: 0.3,
    week: 0.22,
    month: 0.15,
    year: 0.08,
    yearless: 0.12,
    possible: -0.02,
    unknown: -0.12,
  },
  kind: 0.15,
  kindLike: 0.07,
  place: 0.15,
  otherPlace: -0.15,
  level: 0.1,
  otherLevel: -0.05,
  person: 0.15,
  organization: 0.05,
  url: 0.15,
  title: 0.2,
  /** What is still expected is told of on other days than what took place. */
  otherStage: -0.1,
};

/** Kinds that one source uses where another uses the other. */
const LIKE: readonly (readonly [string, string])[] = [
  ['VISIT', 'MEETING'],
  ['VISIT', 'TALKS'],
  ['MEETING', 'TALKS'],
  ['MEETING', 'SUMMIT'],
  ['TALKS', 'SUMMIT'],
  ['SUMMIT', 'CONFERENCE'],
  ['TALKS', 'CALL'],
  ['TALKS', 'MEDIATION'],
  ['MEETING', 'SIGNING_CEREMONY'],
];

const EXPECTED = ['INVITED', 'EXPECTED', 'SCHEDULED', 'POSTPONED', 'CANCELLED'];

/** More ends than these are looked up as one. */
const MOST_ENDS = 6;
const MOST_SHOWN = 5;

const STATEMENT = `
  SELECT e.id, e.marking, e.kind, e.status, e.number, e.title, e.series, e.edition, e.parent_id,
         jsonb_build_object('text', e.when_text, 'edtf', e.when_edtf, 'earliest', e.when_earliest::text, 'latest', e.when_latest::text) AS when,
         (SELECT jsonb_build_object('id', p.id, 'label', p.label, 'resolution', p.resolution) FROM place p WHERE p.id = e.place_id) AS place,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.state_id, 'label', a.label, 'level', s.highest_level) ORDER BY s.state_id), '[]')
            FROM engagement_side s JOIN actor a ON a.id = s.state_id WHERE s.engagement_id = e.id) AS sides,
         (SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('id', a.id, 'label', a.label, 'is_person', a.kind = 'PERSON', 'has_state', a.state_id IS NOT NULL)), '[]')
            FROM participation p JOIN actor a ON a.id = p.actor_id
           WHERE p.record_id = e.id AND p.retracted_at IS NULL AND a.kind <> 'STATE' AND p.role NOT IN ('INVITER', 'SENDER')) AS others,
         (SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('id', s.id, 'url', s.url)) FILTER (WHERE c.predicate = 'SUPPORTS_RECORD'), '[]')
            FROM claim_target t JOIN claim c ON c.id = t.record_id AND c.retracted_at IS NULL
            LEFT JOIN attribution x ON x.record_id = c.id AND x.retracted_at IS NULL AND x.referenced_source_id IS NOT NULL
            JOIN source s ON s.id IN (c.source_id, x.referenced_source_id)
           WHERE t.target_id = e.id AND t.retracted_at IS NULL AND s.url IS NOT NULL AND s.kind <> 'DATASET_ROW') AS sources,
         (SELECT coalesce(jsonb_agg(l.to_id), '[]') FROM engagement_link l WHERE l.record_id = e.id AND l.retracted_at IS NULL) AS linked
    FROM unnest($1::uuid[]) AS asked(id) JOIN engagement e ON e.id = asked.id WHERE e.marking = $2 AND e.retracted_at IS NULL`;

const idOf = ({ id }: { id: string }) => id;

const endsOf = ({ sides, others }: EngagementFacts): Named[] => [
  ...sides,
  ...others.filter((other) => !other.has_state && !other.is_person),
];

export const engagements: Comparison<EngagementFacts> = {
  type: 'engagement',
  statement: STATEMENT,
  weigh: sumOf,
  keysOf,
  grounds,
};

/** By two who were there and when; one whose date is not known well is compared with all of the two. */
function keysOf(facts: EngagementFacts): Keys {
  // A row for several of unknown number is no other row.
  if (facts.number !== 'ONE') return { holds: [], seeks: [] };
  const pairs = pairsOf(endsOf(facts).map(idOf).sort());
  const [months, years] = [monthsOf(facts.when), yearsOf(facts.when)];
  const keys = (prefix: string, values: readonly string[] = ['']) =>
    pairs.flatMap((pair) => values.map((value) => `${prefix} ${pair} ${value}`));
  const always = keys('any');
  if (years === null) return { holds: [...keys('undated'), ...always], seeks: always };
  if (months === null)
    return {
      holds: [...keys('in year', years), ...always],
      seeks: [...keys('in year', years), ...keys('within year', years), ...keys('undated')],
    };
  const { earliest, latest } = facts.when;
  const there = earliest === latest ? keys('on day', [`${earliest} ${facts.place?.id ?? ''}`]) : [];
  const fine = [...there, ...keys('in month', months)];
  return {
    holds: [...fine, ...keys('within year', years), ...always],
    seeks: [...fine, ...keys('in year', years), ...keys('undated')],
  };
}

function pairsOf(ends: readonly string[]): string[] {
  if (ends.length < 2) return [];
  if (ends.length > MOST_ENDS) return [ends.join(' ')];
  return ends.flatMap((one, at) => ends.slice(at + 1).map((other) => `${one} ${other}`));
}

function grounds(one: EngagementFacts, other: EngagementFacts): Ground[] | null {
  if (areOthers(one, other)) return null;
  const when = dateGround(one.when, other.when, WEIGHTS.dates);
  const kind = kindGround(one.kind, other.kind);
  const sides = sidesGround(endsOf(one), endsOf(other));
  if (when === null || kind === null || sides === null) return null;
  return [
    sides,
    when,
    kind,
    ...placeGround(one, other),
    ...levelGround(one, other),
    ...personGround(one, other),
    ...sourceGround(one, other),
    ...titleGround(one, other),
    ...(EXPECTED.includes(one.status) === EXPECTED.includes(other.status)
      ? []
      : [{ weight: WEIGHTS.otherStage }]),
  ];
}

/** A visit and its meeting, two meetings of a visit, two editions of a series: whoever recorded them knew that they are two. */
function areOthers(one: EngagementFacts, other: EngagementFacts): boolean {
  return (
    one.parent_id === other.id ||
    other.parent_id === one.id ||
    (one.parent_id !== null && one.parent_id === other.parent_id) ||
    one.linked.includes(other.id) ||
    other.linked.includes(one.id) ||
    (one.edition !== null && other.edition !== null && one.edition !== other.edition)
  );
}

function sidesGround(one: readonly Named[], other: readonly Named[]): Ground | null {
  const both = inBoth(one, other, idOf).sort((a, b) => a.label.localeCompare(b.label));
  if (both.length < 2) return null;
  const shown = both.slice(0, MOST_SHOWN);
  const rest = both.length > MOST_SHOWN ? ` and ${both.length - MOST_SHOWN} more` : '';
  return {
    weight: (WEIGHTS.sides * both.length) / (one.length + other.length - both.length),
    reason: `same sides: ${shown.map(({ label }) => label).join(' – ')}${rest}`,
    restsOn: shown.map(idOf),
  };
}

function kindGround(one: string, other: string): Ground | null {
  if (one === other) return { weight: WEIGHTS.kind, reason: `same kind: ${one}` };
  const isLike = LIKE.some((pair) => pair.includes(one) && pair.includes(other));
  return isLike ? { weight: WEIGHTS.kindLike, reason: `kinds that may be one: ${one} and ${other}` } : null;
}

function placeGround({ place: one }: EngagementFacts, { place: other }: EngagementFacts): Ground[] {
  if (one === null || other === null) return [];
  if (one.id === other.id)
    return [{ weight: WEIGHTS.place, reason: `same place: ${one.label}`, restsOn: [one.id] }];
  // A city may lie in a country: only two of a kind are two.
  return one.resolution === other.resolution ? [{ weight: WEIGHTS.otherPlace }] : [];
}

const LEVELS = [
  'HEAD_OF_STATE',
  'HEAD_OF_GOVERNMENT',
  'MINISTER',
  'DEPUTY_MINISTER',
  'AMBASSADOR',
  'SENIOR_OFFICIAL',
  'OFFICIAL',
];

function levelGround(one: EngagementFacts, other: EngagementFacts): Ground[] {
  const [highest, otherHighest] = [one, other].map(({ sides }) =>
    Math.min(...sides.map(({ level }) => level ?? Number.POSITIVE_INFINITY)),
  ) as [number, number];
  const name = LEVELS[highest - 1];
  if (name === undefined || !Number.isFinite(otherHighest)) return [];
  return highest === otherHighest
    ? [{ weight: WEIGHTS.level, reason: `same highest level: ${name}` }]
    : [{ weight: WEIGHTS.otherLevel }];
}

function personGround(one: EngagementFacts, other: EngagementFacts): Ground[] {
  const both = inBoth(one.others, other.others, idOf).filter((each) => each.is_person || each.has_state);
  const shown = both.slice(0, MOST_SHOWN);
  if (shown.length === 0) return [];
  const names = shown.map(({ label }) => label).join(', ');
  const weight = shown.some((each) => each.is_person) ? WEIGHTS.person : WEIGHTS.organization;
  return [{ weight, reason: `took part in both: ${names}`, restsOn: shown.map(idOf) }];
}

/** Rows of one article are often several engagements: an address alone says nothing. */
function sourceGround(one: EngagementFacts, other: EngagementFacts): Ground[] {
  const [both] = inBoth(one.sources, other.sources, ({ url }) => url);
  return both
    ? [{ weight: WEIGHTS.url, reason: `same source: ${bothOf(both.url, both.url)}`, restsOn: [both.id] }]
    : [];
}

function titleGround(one: EngagementFacts, other: EngagementFacts): Ground[] {
  const titles = [one, other].map(({ title, series }) => title ?? series);
  const [title, otherTitle] = titles;
  if (title == null || otherTitle == null || fold(title) !== fold(otherTitle)) return [];
  return [{ weight: WEIGHTS.title, reason: `same title: ${bothOf(title, otherTitle)}` }];
}

import { fold } from '../../platform/fold';
import { areNamesAlike, nameKeys } from '../../platform/name-key';
import {
  bothOf,
  type Comparison,
  chanceOf,
  type Facts,
  type Ground,
  inBoth,
  type Keys,
  once,
} from './likeness.rule';

export interface ActorFacts extends Facts {
  kind: string;
  org_kind: string | null;
  wikidata_id: string | null;
  domain: string | null;
  state: { id: string; label: string } | null;
  /** How it is called; "Doha" for a state names a city as well. */
  names: { value: string; kind: string }[];
  /** Offices that a person held. */
  offices: { id: string; label: string }[];
}

/** Each is a chance to be one; together they leave open what all of them leave open. */
const WEIGHTS = {
  wikidata: 0.97,
  domain: 0.9,
  name: 0.6,
  /** Names of one word, and acronyms, are of many. */
  shortName: 0.35,
  nameAlike: 0.4,
  shortNameAlike: 0.15,
  state: 0.3,
  office: 0.45,
  orgKind: 0.15,
  otherOrgKind: -0.35,
};

const MOST_NAMES = 20;

const STATEMENT = `
  SELECT a.id, a.marking, a.kind, a.org_kind, a.wikidata_id, a.domain,
         (SELECT jsonb_build_object('id', s.id, 'label', s.label) FROM actor s WHERE s.id = a.state_id) AS state,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('value', n.value, 'kind', n.kind) ORDER BY n.ordinal, n.id), '[]')
            FROM name n WHERE n.record_id = a.id AND n.retracted_at IS NULL AND n.kind <> 'METONYM') AS names,
         (SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('id', p.id, 'label', p.title)), '[]')
            FROM tenure t JOIN position p ON p.id = t.position_id WHERE t.record_id = a.id AND t.retracted_at IS NULL) AS offices
    FROM unnest($1::uuid[]) AS asked(id) JOIN actor a ON a.id = asked.id WHERE a.marking = $2 AND a.retracted_at IS NULL`;

export const actors: Comparison<ActorFacts> = {
  type: 'actor',
  statement: STATEMENT,
  weigh: chanceOf,
  keysOf({ kind, wikidata_id, domain, names }): Keys {
    const keys = new Set([
      ...(wikidata_id === null ? [] : [`wikidata ${wikidata_id}`]),
      ...(domain === null ? [] : [`domain ${domain}`]),
      ...names.slice(0, MOST_NAMES).map(({ value }) => `${kind} called ${fold(value)}`),
      // Organizations are translated, people are transliterated.
      ...(kind === 'PERSON'
        ? names.slice(0, MOST_NAMES).flatMap(({ value }) => nameKeys(value).map((key) => `sounds ${key}`))
        : []),
    ]);
    return { holds: [...keys], seeks: [...keys] };
  },
  grounds(one, other): Ground[] | null {
    if (one.kind !== other.kind) return null;
    if (one.state !== null && other.state !== null && one.state.id !== other.state.id) return null;
    if (areTwo(one.wikidata_id, other.wikidata_id)) return null;
    return [
      ...equal(one.wikidata_id, other.wikidata_id, WEIGHTS.wikidata, 'same Wikidata id'),
      ...equal(one.domain, other.domain, WEIGHTS.domain, 'same domain'),
      ...nameGround(one, other),
      ...(one.state !== null && other.state !== null
        ? [
            {
              weight: WEIGHTS.state,
              reason: `same state: ${one.state.label}`,
              restsOn: [one.state.id],
            },
          ]
        : []),
      ...officeGround(one, other),
      ...(one.kind === 'ORGANIZATION' ? orgKindGround(one.org_kind, other.org_kind) : []),
    ];
  },
};

const areTwo = (one: string | null, other: string | null) => one !== null && other !== null && one !== other;

function equal(one: string | null, other: string | null, weight: number, what: string): Ground[] {
  return one !== null && one === other ? [{ weight, reason: `${what}: ${one}` }] : [];
}

/** The best of all pairs of names. */
function nameGround(one: ActorFacts, other: ActorFacts): Ground[] {
  let best: Ground | null = null;
  for (const name of one.names.slice(0, MOST_NAMES))
    for (const otherName of other.names.slice(0, MOST_NAMES)) {
      const ground = likeNames(name, otherName, one.kind);
      if (ground !== null && ground.weight > (best?.weight ?? 0)) best = ground;
    }
  return best === null ? [] : [best];
}

type Spelling = ActorFacts['names'][number];

const folded = once(({ value }: Spelling) => fold(value));

function likeNames(one: Spelling, other: Spelling, kind: string): Ground | null {
  const isShort = !folded(one).includes(' ') || one.kind === 'ACRONYM' || other.kind === 'ACRONYM';
  if (folded(one) === folded(other))
    return {
      weight: isShort ? WEIGHTS.shortName : WEIGHTS.name,
      reason: `same name: ${bothOf(one.value, other.value)}`,
    };
  if (kind !== 'PERSON' || !areNamesAlike(one.value, other.value)) return null;
  return {
    weight: isShort ? WEIGHTS.shortNameAlike : WEIGHTS.nameAlike,
    reason: `names that sound alike: ${bothOf(one.value, other.value)}`,
  };
}

function officeGround(one: ActorFacts, other: ActorFacts): Ground[] {
  const [office] = inBoth(one.offices, other.offices, ({ id }) => id);
  return office
    ? [{ weight: WEIGHTS.office, reason: `held the same office: ${office.label}`, restsOn: [office.id] }]
    : [];
}

function orgKindGround(one: string | null, other: string | null): Ground[] {
  if (one === null || other === null) return [];
  return one === other
    ? [{ weight: WEIGHTS.orgKind, reason: `same kind: ${one}` }]
    : [{ weight: WEIGHTS.otherOrgKind }];
}

import { fold } from '../../platform/fold';
import { type DateFacts, dateGround } from './date-likeness.rule';
import {
  bothOf,
  type Comparison,
  chanceOf,
  type Facts,
  type Ground,
  inBoth,
  type Keys,
  once,
  shortened,
} from './likeness.rule';

export interface AgreementFacts extends Facts {
  title: string | null;
  number: string;
  form: string | null;
  registrations: string[];
  parties: { id: string; label: string }[];
  /** Of the first signature. */
  signed: DateFacts | null;
  /** Agreements that it supersedes or amends: they are others. */
  succeeds: string[];
}

/** Each is a chance to be one; together they leave open what all of them leave open. */
const WEIGHTS = {
  /** One number may be of a paper that holds several. */
  registration: 0.5,
  title: 0.45,
  titleLike: 0.25,
  /** Two that are called otherwise are two, but for a day of many signatures. */
  otherTitle: -0.4,
  parties: 0.3,
  otherParties: -0.3,
  signed: { day: 0.3, week: 0.15, month: 0.1, year: 0.05, yearless: 0.05, possible: 0, unknown: 0 },
  form: 0.1,
  otherForm: -0.3,
  otherRegistration: -0.5,
};

/** From which share of their words on two titles are like each other. */
const LIKE_FROM = 0.6;
const MOST_SHOWN = 5;

const STATEMENT = `
  SELECT g.id, g.marking, g.title, g.number, g.form, g.registrations,
         (SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('id', a.id, 'label', a.label)), '[]')
            FROM agreement_party p JOIN actor a ON a.id = p.actor_id WHERE p.record_id = g.id AND p.retracted_at IS NULL) AS parties,
         (SELECT jsonb_build_object('text', x.on_text, 'edtf', x.on_edtf, 'earliest', x.on_earliest::text, 'latest', x.on_latest::text)
            FROM agreement_action x
           WHERE x.record_id = g.id AND x.retracted_at IS NULL AND x.kind IN ('SIGNATURE', 'DEFINITIVE_SIGNATURE', 'EXCHANGE_OF_NOTES')
             AND x.on_latest IS NOT NULL ORDER BY x.on_latest, x.id LIMIT 1) AS signed,
         (SELECT coalesce(jsonb_agg(s.to_id), '[]') FROM agreement_succession s WHERE s.record_id = g.id AND s.retracted_at IS NULL) AS succeeds
    FROM unnest($1::uuid[]) AS asked(id) JOIN agreement g ON g.id = asked.id WHERE g.marking = $2 AND g.retracted_at IS NULL`;

const folded = once(({ title }: AgreementFacts) => (title === null ? '' : fold(title)));
const words = once((facts: AgreementFacts) => new Set(folded(facts).split(' ')));

const UNKNOWN: DateFacts = { text: null, edtf: null, earliest: null, latest: null };

export const agreements: Comparison<AgreementFacts> = {
  type: 'agreement',
  statement: STATEMENT,
  weigh: chanceOf,
  keysOf(facts): Keys {
    const { number, registrations, parties, signed } = facts;
    if (number !== 'ONE') return { holds: [], seeks: [] };
    const ids = parties.map(({ id }) => id).sort();
    const keys = [
      ...(folded(facts) === '' ? [] : [`title ${folded(facts)}`]),
      ...registrations.map((registration) => `registered ${registration}`),
      ...(signed?.earliest && ids.length > 1 ? [`signed ${signed.earliest} by ${ids.join(' ')}`] : []),
    ];
    return { holds: keys, seeks: keys };
  },
  grounds(one, other): Ground[] | null {
    if (one.succeeds.includes(other.id) || other.succeeds.includes(one.id)) return null;
    const signed = dateGround(one.signed ?? UNKNOWN, other.signed ?? UNKNOWN, WEIGHTS.signed);
    const parties = partiesGround(one, other);
    if (signed === null || parties === null) return null;
    return [
      ...titleGround(one, other),
      ...parties,
      signed,
      ...formGround(one.form, other.form),
      ...registrationGround(one.registrations, other.registrations),
    ];
  },
};

function titleGround(one: AgreementFacts, other: AgreementFacts): Ground[] {
  const [title, otherTitle] = [one.title, other.title];
  if (title === null || otherTitle === null) return [];
  if (folded(one) === folded(other))
    return [{ weight: WEIGHTS.title, reason: `same title: ${bothOf(title, otherTitle)}` }];
  return shareOf(words(one), words(other)) >= LIKE_FROM
    ? [{ weight: WEIGHTS.titleLike, reason: `titles alike: ${bothOf(title, otherTitle)}` }]
    : [{ weight: WEIGHTS.otherTitle }];
}

function shareOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = [...one].filter((word) => other.has(word)).length;
  return both / (one.size + other.size - both);
}

/** Null where both name their parties and have none in common. */
function partiesGround(
  { parties: one }: AgreementFacts,
  { parties: other }: AgreementFacts,
): Ground[] | null {
  if (one.length === 0 || other.length === 0) return [];
  const both = inBoth(one, other, ({ id }) => id);
  if (both.length === 0) return null;
  if (both.length < Math.max(one.length, other.length)) return [{ weight: WEIGHTS.otherParties }];
  const shown = both.slice(0, MOST_SHOWN);
  const rest = both.length > MOST_SHOWN ? ` and ${both.length - MOST_SHOWN} more` : '';
  return [
    {
      weight: WEIGHTS.parties,
      reason: `same parties: ${shown.map(({ label }) => label).join(' – ')}${rest}`,
      restsOn: shown.map(({ id }) => id),
    },
  ];
}

function formGround(one: string | null, other: string | null): Ground[] {
  if (one === null || other === null) return [];
  return one === other
    ? [{ weight: WEIGHTS.form, reason: `same form: ${one}` }]
    : [{ weight: WEIGHTS.otherForm }];
}

function registrationGround(one: readonly string[], other: readonly string[]): Ground[] {
  if (one.length === 0 || other.length === 0) return [];
  const [both] = inBoth(one, other, (each) => each);
  return both === undefined
    ? [{ weight: WEIGHTS.otherRegistration }]
    : [{ weight: WEIGHTS.registration, reason: `same registration: ${shortened(both)}` }];
}

import type { OrganizationKind } from '../actor/actor.entity';
import type { Level } from '../actor/position.entity';
import type { PlaceResolution } from '../place/place.entity';

/** A state as a row names it. */
export interface NamedState {
  by: 'NAME' | 'CAMEO' | 'FIPS';
  value: string;
}

/** Whom a row may mean by one of its two actors. */
export type Who =
  | { is: 'STATE'; state: NamedState }
  /** A name by itself: of a state, if there is one of that name, else of whom it looks like. */
  | { is: 'NAME'; else: { is: 'PERSON' } | { is: 'ORGANIZATION'; orgKind: OrganizationKind | null } }
  | { is: 'ORGANIZATION'; name: string; orgKind: OrganizationKind | null; state: NamedState | null }
  /** Whoever holds an office. */
  | { is: 'OFFICE'; title: string; level: Level | null; state: NamedState }
  /** Nobody in particular, though it may act for a state. */
  | { is: 'UNNAMED'; onBehalfOf: NamedState | null; level: Level | null; isSeveral: boolean };

/** One of the two actors of a row. */
export interface EventParty {
  /** As the row writes it. */
  wording: string;
  who: Who;
}

export interface EventPlace {
  /** What names it in its dataset, for ever. */
  key: string;
  name: string;
  /** The name with what it lies in, if the row gives that. */
  longName: string | null;
  resolution: PlaceResolution;
  country: NamedState | null;
  latitude: number | null;
  longitude: number | null;
}

/** What a row of event data says: on a day, somebody did something that a code names, to somebody else. */
export interface EventFact {
  /** Which edition of the dataset it stands in. Example: `2.0`. */
  edition: string | null;
  /** ISO 8601. */
  day: string;
  /** Of CAMEO, one that has a meaning here. */
  code: string;
  /** The one who did it and the one it was done to; either may be missing, not both. */
  parties: readonly [EventParty | null, EventParty | null];
  place: EventPlace | null;
  /** Where it was read: an address, or the words that stand for one. */
  article: string | null;
}

/** Whether an actor is one whose dealings are diplomacy: a state, one who acts for it, or somebody with a name of its own. */
export function isParty(party: EventParty | null): boolean {
  return party !== null && (party.who.is !== 'UNNAMED' || party.who.onBehalfOf !== null);
}

/** Rows of which nobody can be told who it was. */
export const NO_ACTOR = 'no actor';
export const NO_PARTY = 'no party';

export const SKIPPED_LABELS: Readonly<Record<string, string>> = {
  [NO_ACTOR]: 'Nobody is named at all',
  [NO_PARTY]:
    'Nobody in it is a state, acts for one or has a name: pupils, companies, citizens among themselves',
};

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;
const LAST_OF_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a text is a day of the calendar that dates can be of. */
export function isDay(text: string): boolean {
  const [, year = '', month = '', day = ''] = DAY.exec(text) ?? [];
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (!(y >= 1000 && y <= 2200 && m >= 1 && m <= 12 && d >= 1)) return false;
  const isLeap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  return d <= (m === 2 && !isLeap ? 28 : (LAST_OF_MONTH[m - 1] as number));
}

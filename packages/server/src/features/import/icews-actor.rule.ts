import { OrganizationKind } from '../actor/actor.entity';
import type { Oddity } from './dataset.rule';
import type { EventParty, Who } from './event-fact.rule';
import { KNOWN_ORGANIZATIONS } from './icews-organizations.data';
import { BODIES, OFFICES, OFFICIALS, ORGANS, ROLES } from './icews-sectors.data';

const bodies = new Set(BODIES);
const roles = new Set(ROLES);

const MINISTRY = /\bminist(?:ry|ery)\b|\bdepartment\/|\/department\b/i;
const PARTY =
  /\b(?:party|parties|alliance|front|movement|congress|coalition|union|faction|league|press|news|voice)\b/i;
const PLURAL =
  /(?:[^s]s|\bmen|\bwomen|\bchildren|\bpersonnel|\bpeople|\bpopulation|\bclergy|\bfishermen|\bseamen|\bpoor)$/i;

/** Parts of the world, which are nobody, and organizations of no particular name. */
const NOBODY = new Set(
  `Africa|Antarctica|Arab World|Asia|Balkans|Caribbean|Caucasus|Central America|Central Asia|East Asia|Eastern Europe|Europe|Gulf States|International Government Organizations|International Non-Government Organizations|Latin America|Middle East|North Africa|North America|Oceania|Scandinavia|South America|South Asia|Southeast Asia|Sub-Saharan Africa|West Africa|Western Europe|The West`.split(
    '|',
  ),
);

const IGO = /^(?:UN|United Nations)\b|\bUnited Nations\b/;
const OUTLET =
  /\b(?:news|press|agency france|presse|radio|television|televisión|tv|broadcasting|times|post|daily|gazette|herald|tribune|star|telegraph|newspaper|journal)\b/i;
const COMPANY =
  /\b(?:company|companies|corp|corporation|co|inc|ltd|limited|plc|gmbh|airlines|airways|holdings?|industries|petroleum|motors?|systems|technologies)\b\.?(?: |$)/i;
const BODY =
  /\b(?:academy|administration|agency|air force|alliance|armed|army|assembly|association|authority|bank|bar|board|brigades?|bureau|cartel|center|centre|chamber|church|clan|club|coalition|college|command|commission|commissioners?|committees?|commonwealth|communists?|community|confederation|conference|congress|corps|council|court|defen[cs]e|democracy|democratic|department|directorate|duma|embassy|exchange|federation|forces?|foreign|forum|foundation|front|fund|government|governors|greens|group|guards?|high commission|hospital|house|institute|intelligence|inter-services|international|investigations?|islamic|jihad|judiciary|league|left|liberation|lok|majlis|martyrs|medecins|military|militia|ministers|ministry|mission|mosque|movement|mujahideen|navy|network|office|opec|organi[sz]ations?|parliament|part(?:y|ies)|peoples?|police|presidency|program(?:me)?|prosecutor|railways?|rapporteurs|red cross|republic|republicans?|reserve|rights|sabha|school|secretariat|security|senate|service|services|shura|society|solidarity|state|students?|syndicate|tribe|tribunal|union|united|university|watch|wing|women|youth)\b/i;
/** Someone with a title before the name is a person, whatever else the words are. */
const TITLED =
  /^(?:Minister|Prime Minister|President|King|Queen|Prince|Princess|Emperor|Sheikh|Shaikh|Sultan|Pope|Sir|Dr\.?|Gen|General|Pol Gen|Cardinal|Bishop|Chief Secretary|Information Minister|Solicitor|Grand Duke|Paramount Ruler)\b.* \S/;

/** Whom ICEWS means by the name of an actor. */
export function icewsParty(wording: string): { party: EventParty | null; oddity: Oddity | null } {
  if (wording === '') return { party: null, oddity: null };
  const at = wording.endsWith(')') ? openingOf(wording) : -1;
  if (at <= 0) return { party: { wording, who: ofName(wording) }, oddity: null };
  const { who, oddity } = ofSector(wording.slice(0, at).trim(), wording.slice(at + 1, -1), wording);
  return { party: { wording, who }, oddity };
}

/** Where the last brackets open, which may hold others: `Cabinet (Holy See (Vatican City State))`. */
function openingOf(wording: string): number {
  let depth = 0;
  for (let at = wording.length - 1; at >= 0; at -= 1) {
    if (wording[at] === ')') depth += 1;
    else if (wording[at] === '(') depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

interface Guess {
  who: Who;
  oddity: Oddity | null;
}

function ofSector(label: string, country: string, wording: string): Guess {
  const state = { by: 'NAME', value: country } as const;
  const sure = (who: Who): Guess => ({ who, oddity: null });
  const level = OFFICES.get(label);
  if (level !== undefined) return sure({ is: 'OFFICE', title: label, level, state });
  const organ =
    ORGANS.get(label) ??
    (MINISTRY.test(label) || /^Ministry\b/.test(label) ? OrganizationKind.MINISTRY : undefined);
  if (organ !== undefined) return sure({ is: 'ORGANIZATION', name: wording, orgKind: organ, state });
  const isSeveral = PLURAL.test(label);
  const rank = OFFICIALS.get(label);
  if (rank !== undefined) return sure({ is: 'UNNAMED', onBehalfOf: state, level: rank, isSeveral });
  if (roles.has(label)) return sure({ is: 'UNNAMED', onBehalfOf: null, level: null, isSeveral });
  if (bodies.has(label) || PARTY.test(label))
    return sure({ is: 'ORGANIZATION', name: wording, orgKind: null, state: null });
  return {
    who: { is: 'UNNAMED', onBehalfOf: null, level: null, isSeveral },
    oddity: { kind: 'sector', value: label },
  };
}

function ofName(name: string): Who {
  if (NOBODY.has(name)) return { is: 'UNNAMED', onBehalfOf: null, level: null, isSeveral: true };
  const orgKind = organizationKind(name);
  return orgKind === undefined
    ? { is: 'NAME', else: { is: 'PERSON' } }
    : { is: 'NAME', else: { is: 'ORGANIZATION', orgKind } };
}

/** Undefined: no word says that it is an organization. */
function organizationKind(name: string): OrganizationKind | null | undefined {
  const known = KNOWN_ORGANIZATIONS.get(name);
  if (known !== undefined) return known;
  if (TITLED.test(name)) return undefined;
  if (IGO.test(name)) return OrganizationKind.IGO;
  if (OUTLET.test(name)) return OrganizationKind.MEDIA;
  if (/\bministry\b/i.test(name)) return OrganizationKind.MINISTRY;
  if (COMPANY.test(name)) return OrganizationKind.COMPANY;
  if (BODY.test(name)) return null;
  // Initials, and names of ships.
  return /^(?:[A-Z]{2,}|[A-Z]&[A-Z]|[A-Z]{2,}&[A-Z]+)$|^(?:USS|HMS) /.test(name) ? null : undefined;
}

import type { Participant, Participants } from './participants.rule';
import { nameKey } from './state-names.rule';
import { DEPENDENT, TERRITORIES_OF } from './territories.data';

const BY_NAME = new Map(
  Object.entries(TERRITORIES_OF).flatMap(([codes, names]) =>
    names.map((name) => [nameKey(name), codes.split(' ')] as const),
  ),
);
const UNLISTED: readonly string[] = ['GB'];
const DEPENDENT_CODES = [...DEPENDENT];

/** A party, with the territories that it extends the agreement to. */
export interface PartyWithTerritories {
  actor: Participant;
  appliesTo: string[];
}

export interface Parties {
  parties: PartyWithTerritories[];
  /** Territories whose state is not listed beside them. */
  orphans: string[];
}

/**
 * Parties of a list that has territories among them. A territory goes to the first listed party that answers for it. One whose state is
 * not listed acted for itself if it is a state by now; else its state becomes a party by it.
 */
export function partiesOf(names: readonly string[], participants: Participants): Parties {
  const parties = new Map<string, PartyWithTerritories>();
  const party = (actor: Participant) => {
    const known = parties.get(actor.id) ?? { actor, appliesTo: [] };
    parties.set(actor.id, known);
    return known;
  };
  for (const name of names) if (!isTerritory(name, participants)) party(participants.find(name));
  const orphans: string[] = [];
  for (const name of names) {
    if (!isTerritory(name, participants)) continue;
    const states = (BY_NAME.get(nameKey(name)) ?? UNLISTED).flatMap((code) => participants.state(code) ?? []);
    const answering = states.find(({ id }) => parties.has(id));
    if (answering) {
      party(answering).appliesTo.push(name);
      continue;
    }
    orphans.push(name);
    if (isSovereign(name, participants) || (isInCapitals(name) && participants.isState(name)))
      party(participants.find(name));
    else party(states[0] as Participant).appliesTo.push(name);
  }
  return { parties: [...parties.values()], orphans };
}

/** The list writes parties in capitals and territories in mixed case, but for a few that are known to be none. */
function isTerritory(name: string, participants: Participants): boolean {
  return !isInCapitals(name) || (BY_NAME.has(nameKey(name)) && !isSovereign(name, participants));
}

function isInCapitals(name: string): boolean {
  return name === name.toUpperCase();
}

/** Whether it is a state of its own, by now or once. */
function isSovereign(name: string, participants: Participants): boolean {
  if (!participants.isState(name)) return false;
  const { id } = participants.find(name);
  return !DEPENDENT_CODES.some((code) => participants.state(code)?.id === id);
}

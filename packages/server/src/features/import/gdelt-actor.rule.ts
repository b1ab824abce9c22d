import { CAMEO_GROUPS, CAMEO_REGIONS } from './cameo-groups.data';
import type { Oddity } from './dataset.rule';
import type { EventParty, NamedState, Who } from './event-fact.rule';

/** An actor as GDELT takes it apart, by CAMEO's codes. */
export interface GdeltActor {
  /** All codes together, three letters each. Example: `IGOUNODEVWBK`. */
  code: string;
  name: string;
  country: string;
  group: string;
  ethnic: string;
  religions: readonly string[];
  types: readonly string[];
}

/** Organs of the state: whatever they do, it does. */
const ORGANS = new Set(['GOV', 'MIL', 'SPY', 'COP', 'LEG', 'JUD']);

const UNNAMED = { is: 'UNNAMED', onBehalfOf: null, level: null, isSeveral: false } satisfies Who;

/** Whom GDELT means by an actor: null where there is none. */
export function gdeltParty(actor: GdeltActor): { party: EventParty | null; oddity: Oddity | null } {
  const wording = actor.name || actor.code || actor.country || actor.group;
  if (wording === '') return { party: null, oddity: null };
  const { who, oddity = null } = meant(actor);
  return { party: { wording, who }, oddity };
}

function meant(actor: GdeltActor): { who: Who; oddity?: Oddity } {
  const { country, types } = actor;
  const group = groupOf(actor);
  // A group is no state's: neither the Taliban Afghanistan's, nor an organization that of its region.
  if (group) return { who: { is: 'ORGANIZATION', name: group[0], orgKind: group[1], state: null } };
  const state = stateOf(actor);
  const oddity: Oddity | undefined =
    actor.group !== '' && actor.group !== country && actor.group !== 'PSE'
      ? { kind: 'CAMEO known group', value: actor.group }
      : undefined;
  if (state === null) return { who: UNNAMED, oddity };
  const others = types.filter((type) => type !== '');
  const isPlain = others.length === 0 && actor.ethnic === '' && actor.religions.every((code) => code === '');
  if (isPlain) return { who: { is: 'STATE', state }, oddity };
  const first = others[0] ?? '';
  return { who: ORGANS.has(first) ? { ...UNNAMED, onBehalfOf: state } : UNNAMED, oddity };
}

/** The narrowest organization there is a code for: of the World Bank, that and not the United Nations. */
function groupOf({ code, group }: GdeltActor) {
  const codes = [
    group,
    ...(group === '' && !/^(?:IGO|NGO|NGM|IMG)/.test(code) ? [] : (code.match(/.{3}/g) ?? [])),
  ];
  return codes.map((each) => CAMEO_GROUPS.get(each)).findLast((known) => known !== undefined);
}

function stateOf({ country, group }: GdeltActor): NamedState | null {
  const code = country || (group === 'PSE' ? group : '');
  return code === '' || CAMEO_REGIONS.has(code) ? null : { by: 'CAMEO', value: code };
}

import type { Load } from '../../platform/change/load';
import { fold } from '../../platform/fold';
import { importedId } from '../../platform/imported-id';
import type { Catalog } from '../../platform/read/catalog';
import { Actor, type OrganizationKind } from '../actor/actor.entity';
import { Name, NameKind } from '../record/name.entity';
import { GROUPS, OF_TREATIES, ORGANIZATIONS } from './organization-names.data';
import { nameKey, type StateNames } from './state-names.rule';

const CLEAR = 0;

/** Whoever concludes treaties, found by name. */
export interface Participant {
  id: string;
  label: string;
  /** False for a name that is nobody's whom the tables know: it is kept as an organization's. */
  isKnown: boolean;
}

interface Known {
  kind: 'ORGANIZATION' | 'GROUP';
  label: string;
  orgKind: OrganizationKind | null;
  names: readonly string[];
}

/** Names of states, organizations and groups in lists of treaties. Nobody is lost: an unknown name becomes an actor of that name. */
export class Participants {
  readonly #others = new Map<string, Known>();
  readonly #found = new Map<string, Participant>();
  readonly #records = new Map<string, Known>();

  constructor(
    private readonly states: StateNames,
    private readonly catalog: Catalog,
  ) {
    for (const [label, names = []] of ORGANIZATIONS)
      this.#learn({ kind: 'ORGANIZATION', label, orgKind: OF_TREATIES, names });
    for (const label of GROUPS) this.#learn({ kind: 'GROUP', label, orgKind: null, names: [] });
  }

  find(name: string): Participant {
    let found = this.#found.get(name);
    if (!found) {
      found = this.#look(name);
      this.#found.set(name, found);
    }
    return found;
  }

  /** By ISO 3166-1 code. */
  state(iso: string): Participant | null {
    const id = this.states.byIso(iso);
    return id === null ? null : { id, label: iso, isKnown: true };
  }

  isState(name: string): boolean {
    return this.states.byName(name) !== null;
  }

  /** Sees to it that the record is there. */
  need(load: Load, { id }: { id: string }): void {
    const known = this.#records.get(id);
    if (!known) {
      this.states.need(load, this.catalog, id);
      return;
    }
    const { kind, label, orgKind, names } = known;
    load.ensure('actor', id, CLEAR, () => [
      [
        Actor,
        this.catalog.shape(Actor).create({ id, marking: CLEAR, kind, label, orgKind } as Partial<Actor>),
      ],
      ...[label, ...names].map((value, ordinal) => [Name, this.#name(id, value, ordinal)] as const),
    ]);
  }

  #look(name: string): Participant {
    const state = this.states.byName(name);
    if (state !== null) return { id: state, label: name, isKnown: true };
    const known =
      this.#others.get(nameKey(name)) ?? this.#others.get(nameKey(name.replace(/\([^)]*\)/g, ' ')));
    if (known) return { id: actorId(known.kind, known.label), label: known.label, isKnown: true };
    const label = name.trim();
    const unknown: Known = { kind: 'ORGANIZATION', label, orgKind: null, names: [] };
    const id = actorId(unknown.kind, label);
    this.#records.set(id, unknown);
    return { id, label, isKnown: false };
  }

  #learn(known: Known): void {
    for (const name of [known.label, ...known.names]) this.#others.set(nameKey(name), known);
    this.#records.set(actorId(known.kind, known.label), known);
  }

  #name(recordId: string, value: string, ordinal: number): Name {
    const isAcronym = ordinal > 0 && /^[A-Z]+$/.test(value);
    return this.catalog.shape(Name).create({
      id: importedId('name', recordId, value),
      recordId,
      ordinal,
      marking: CLEAR,
      value,
      folded: fold(value),
      kind: isAcronym ? NameKind.ACRONYM : ordinal === 0 ? NameKind.COMMON : NameKind.ALIAS,
      language: 'en',
    } as Partial<Name>);
  }
}

/** One id for whoever has one name, whichever dataset names it first. */
export function actorId(kind: 'ORGANIZATION' | 'GROUP', name: string): string {
  return importedId('actor', kind, fold(name), '');
}

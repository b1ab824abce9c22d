import type { Load } from '../../platform/change/load';
import { fold } from '../../platform/fold';
import { importedId } from '../../platform/imported-id';
import type { Catalog, EntityClass } from '../../platform/read/catalog';
import { Actor, type OrganizationKind } from '../actor/actor.entity';
import { type Level, Position } from '../actor/position.entity';
import { Tenure } from '../actor/tenure.entity';
import { Place } from '../place/place.entity';
import { Name, NameKind } from '../record/name.entity';
import type { EventPlace, NamedState } from './event-fact.rule';
import type { ImportedRows } from './imported-rows.rule';
import type { StateNames } from './state-names.rule';

const CLEAR = 0;

interface ImportedOrganization {
  id: string;
  name: string;
  orgKind: OrganizationKind | null;
  stateId?: string | null;
  domain?: string | null;
}

type Rows<T> = (readonly [EntityClass<T>, object])[];

/** An organization of one name, which stood first in the source. */
export function organizationRows(
  rows: ImportedRows,
  { id, name, orgKind, stateId = null, domain = null }: ImportedOrganization,
  firstSourceId: string | null,
): Rows<Actor | Name> {
  return [
    [Actor, rows.make(Actor, { id, kind: 'ORGANIZATION', label: name, orgKind, stateId, domain })],
    [Name, nameRow(rows, id, name, firstSourceId)],
  ];
}

function nameRow(
  rows: ImportedRows,
  recordId: string,
  value: string,
  firstSourceId: string | null,
  kind = NameKind.COMMON,
  ordinal = 0,
): Name {
  const id = importedId('name', recordId, value);
  return rows.make(Name, { id, recordId, ordinal, kind, value, folded: fold(value), firstSourceId });
}

/** What a name is told apart by; a name of signs alone is told apart by them. */
const keyOf = (name: string) => fold(name) || name;

/**
 * Actors, offices and places that rows name, each by an id of its own that all datasets share. None is taken for a record of an
 * editor's: that two are one, the finder of duplicates proposes.
 */
export class ImportedActors {
  readonly #states = new Map<string, string | null>();
  readonly #ids = new Map<string, string>();

  constructor(
    private readonly rows: ImportedRows,
    private readonly catalog: Catalog,
    private readonly names: StateNames,
  ) {}

  /** Null for a name or code that is no state's. */
  state(load: Load, { by, value }: NamedState): string | null {
    const key = `${by} ${value}`;
    let id = this.#states.get(key);
    if (id === undefined) {
      id =
        by === 'NAME'
          ? this.names.byName(value)
          : by === 'FIPS'
            ? this.names.byFips(value)
            : this.names.byCameo(value);
      remember(this.#states, key, id);
    }
    if (id !== null) this.names.need(load, this.catalog, id);
    return id;
  }

  organization(
    load: Load,
    organization: { name: string; orgKind: OrganizationKind | null; stateId: string | null },
    sourceId: string,
  ): string {
    const { name, stateId } = organization;
    const id = this.#id('actor', 'ORGANIZATION', keyOf(name), stateId ?? '');
    load.ensure('actor', id, CLEAR, () => organizationRows(this.rows, { ...organization, id }, sourceId));
    return id;
  }

  person(load: Load, name: string, sourceId: string): string {
    const id = this.#id('actor', 'PERSON', keyOf(name), '');
    load.ensure('actor', id, CLEAR, () => [
      [Actor, this.rows.make(Actor, { id, kind: 'PERSON', label: name })],
      [Name, nameRow(this.rows, id, name, sourceId)],
    ]);
    return id;
  }

  /** Whoever held an office, though nobody says who that was: a person without a name, and the tenure by which it is held. */
  office(
    load: Load,
    { title, level, stateId }: { title: string; level: Level | null; stateId: string },
    wording: string,
  ): { tenureId: string } {
    const positionId = this.#id('position', keyOf(title), stateId);
    const holderId = this.#id('actor', 'UNNAMED HOLDER', positionId);
    const tenureId = this.#id('tenure', holderId);
    load.ensure('position', positionId, CLEAR, () => [
      [
        Position,
        this.rows.make(Position, { id: positionId, title, foldedTitle: fold(title), stateId, level }),
      ],
    ]);
    load.ensure('actor', holderId, CLEAR, () => [
      [Actor, this.rows.make(Actor, { id: holderId, kind: 'PERSON', label: `${wording}, not named` })],
      [Tenure, this.rows.make(Tenure, { id: tenureId, recordId: holderId, ordinal: 0, positionId })],
    ]);
    return { tenureId };
  }

  place(load: Load, place: EventPlace, sourceId: string): string {
    const { name, longName, country, ...rest } = place;
    const id = this.#id('place', place.key);
    const countryId = country === null ? null : this.state(load, country);
    load.ensure('place', id, CLEAR, () => [
      [
        Place,
        this.rows.make(Place, {
          id,
          label: name,
          countryId,
          resolution: rest.resolution,
          latitude: rest.latitude,
          longitude: rest.longitude,
        }),
      ],
      [Name, nameRow(this.rows, id, name, sourceId)],
      ...(longName === null || longName === name
        ? []
        : [[Name, nameRow(this.rows, id, longName, sourceId, NameKind.ALIAS, 1)] as const]),
    ]);
    return id;
  }

  #id(...key: string[]): string {
    const known = this.#ids.get(key.join('\0'));
    if (known !== undefined) return known;
    const id = importedId(...key);
    remember(this.#ids, key.join('\0'), id);
    return id;
  }
}

/** So many names that memory does not grow with the file. */
const MOST_REMEMBERED = 50_000;

function remember<V>(known: Map<string, V>, key: string, value: V): void {
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(key, value);
}

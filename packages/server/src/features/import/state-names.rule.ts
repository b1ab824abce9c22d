import type { Load } from '../../platform/change/load';
import { fold } from '../../platform/fold';
import { importedId } from '../../platform/imported-id';
import type { Catalog } from '../../platform/read/catalog';
import { State } from '../actor/actor.entity';
import { Name, NameKind } from '../record/name.entity';
import { OTHER_STATES } from './former-states.data';
import { STATE_ALIASES } from './state-aliases.data';
import { BY_CAMEO, BY_FIPS } from './state-codes.data';

const CLEAR = 0;
const STOP_WORDS = new Set(['the', 'of', 'and', 'de']);

interface ReferenceRow {
  id: string;
  iso2: string | null;
  iso3: string | null;
  names: string[];
}

/**
 * States by the names and codes that datasets give them: those of the reference data, and those that ISO 3166-1 does not list, which
 * `need` has written where a row names one.
 */
export class StateNames {
  readonly #byIso = new Map<string, string>();
  readonly #byKey = new Map<string, string>();
  readonly #others = new Map<string, readonly [name: string, names: readonly string[]]>();

  private constructor(rows: readonly ReferenceRow[]) {
    for (const { id, iso2, iso3 } of rows)
      for (const code of [iso2, iso3]) if (code) this.#byIso.set(code, id);
    for (const { id, names } of rows) for (const name of names) this.#learn(name, id);
    for (const [iso2, names] of STATE_ALIASES)
      for (const name of names) this.#learn(name, this.#byIso.get(iso2));
    for (const [name, names] of OTHER_STATES) {
      const id = importedId('state', name);
      this.#others.set(id, [name, names]);
      for (const spelling of [name, ...names]) this.#learn(spelling, id);
    }
  }

  static async load(world: {
    rows<R>(text: string, values?: readonly unknown[]): Promise<R[]>;
  }): Promise<StateNames> {
    // Whatever editors add later has no bearing on an import: the same file makes the same records.
    const rows = await world.rows<ReferenceRow>(
      `SELECT a.id, a.iso2, a.iso3, array_agg(n.value ORDER BY n.ordinal) FILTER (WHERE n.kind <> 'METONYM') AS names
         FROM actor a
         JOIN record r ON r.id = a.id AND r.recorded_by = 'reference data'
         JOIN name n ON n.record_id = a.id AND n.retracted_at IS NULL
        WHERE a.kind = 'STATE' AND a.retracted_at IS NULL
        GROUP BY a.id, a.iso2, a.iso3
        ORDER BY a.iso2`,
    );
    return new StateNames(rows.map((row) => ({ ...row, names: row.names ?? [] })));
  }

  /** By any name, in any order of its words; a note in brackets or a footnote's number at its end is left out where it is needed. */
  byName(name: string): string | null {
    return (
      this.#byKey.get(nameKey(name)) ??
      this.#byKey.get(nameKey(name.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '))) ??
      null
    );
  }

  /** By FIPS 10-4 code. Example: `IZ`, Iraq. */
  byFips(code: string): string | null {
    return this.#byCodeOrName(BY_FIPS.get(code));
  }

  /** By the alpha-3 code of CAMEO, which is ISO's but for a few. */
  byCameo(code: string): string | null {
    return this.#byIso.get(code) ?? this.#byCodeOrName(BY_CAMEO.get(code));
  }

  /** By ISO 3166-1 alpha-2 or alpha-3 code. */
  byIso(code: string): string | null {
    return this.#byIso.get(code) ?? null;
  }

  /** Sees to it that the record is there: of the reference data they are, of other states they are written once they are named. */
  need(load: Load, catalog: Catalog, id: string): void {
    const other = this.#others.get(id);
    if (!other) return;
    const [label, names] = other;
    load.ensure('actor', id, CLEAR, () => [
      [State, catalog.shape(State).create({ id, marking: CLEAR, kind: 'STATE', label } as Partial<State>)],
      ...[label, ...names].map(
        (value, ordinal) =>
          [
            Name,
            catalog.shape(Name).create({
              id: importedId('state name', label, value),
              recordId: id,
              ordinal,
              marking: CLEAR,
              value,
              folded: fold(value),
              kind: ordinal === 0 ? NameKind.COMMON : NameKind.ALIAS,
              language: 'en',
              firstSourceId: null,
            } as Partial<Name>),
          ] as const,
      ),
    ]);
  }

  #byCodeOrName(codeOrName: string | undefined): string | null {
    if (codeOrName === undefined) return null;
    return this.#byIso.get(codeOrName) ?? this.byName(codeOrName);
  }

  /** The first to have a name keeps it. */
  #learn(name: string, id: string | undefined): void {
    const key = nameKey(name);
    if (id !== undefined && key !== '' && !this.#byKey.has(key)) this.#byKey.set(key, id);
  }
}

/** What is left of a name when case, accents, order, footnotes and the small words do not count: `IRAN, ISLAMIC REPUBLIC OF` is `Iran (Islamic Republic of)`. */
export function nameKey(name: string): string {
  return fold(name)
    .replace(/(?:\s\d+)+$/, '')
    .split(' ')
    .filter((word) => word !== '' && !STOP_WORDS.has(word))
    .map((word) => (word === 'st' ? 'saint' : word))
    .sort()
    .join(' ');
}

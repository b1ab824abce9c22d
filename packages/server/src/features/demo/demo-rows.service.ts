import type { Catalog, EntityClass } from '../../platform/read/catalog';
import { demoId } from './demo-ids.rule';

const CLEAR = 0;

interface Standing {
  id: string;
  marking: number;
  recordId?: string;
}

/** What a symbolic name stands for: a record, or a part of one. */
interface Known {
  id: string;
  table: string;
  /** Itself, if it is a record. */
  recordId: string;
}

/** Enum values are written as the words they are. */
type Values<T> = { [K in keyof T]?: T[K] extends string | null ? string | null : T[K] };

/** Rows of the demo, table by table in the order of their first mention: what is pointed at is added before what points at it. */
export class DemoRows {
  readonly #tables = new Map<EntityClass<Standing>, Standing[]>();
  readonly #known = new Map<string, Known>();
  readonly #ordinals = new Map<string, number>();

  constructor(private readonly catalog: Catalog) {}

  get tables(): ReadonlyMap<EntityClass<Standing>, readonly Standing[]> {
    return this.#tables;
  }

  /** New records, of which the reference data is none. */
  get records(): { id: string; table: string }[] {
    return [...this.#known]
      .filter(([symbol, { id, recordId }]) => id === recordId && id === demoId(symbol))
      .map(([, known]) => known);
  }

  /** A record that stands already, whose parts of a table are counted on from here. */
  know(symbol: string, table: string, id: string): void {
    this.#known.set(symbol, { id, table, recordId: id });
  }

  countFrom<T extends Standing>(entity: EntityClass<T>, recordId: string, ordinal: number): void {
    this.#ordinals.set(`${this.catalog.shape(entity).table} ${recordId}`, ordinal);
  }

  /** A new record. */
  record<T extends Standing>(entity: EntityClass<T>, symbol: string, values: Values<T>): string {
    const id = demoId(symbol);
    this.#name(symbol, { id, table: this.catalog.shape(entity).table, recordId: id });
    this.#add(entity, { ...values, id });
    return id;
  }

  /** A new part of a record. */
  part<T extends Standing>(entity: EntityClass<T>, symbol: string, of: string, values: Values<T>): string {
    const id = demoId(symbol);
    const { table } = this.catalog.shape(entity);
    const recordId = this.at(of).recordId;
    const ordinal = this.#ordinals.get(`${table} ${recordId}`) ?? 0;
    this.#ordinals.set(`${table} ${recordId}`, ordinal + 1);
    this.#name(symbol, { id, table, recordId });
    this.#add(entity, { ...values, id, recordId, ordinal });
    return id;
  }

  at(symbol: string): Known {
    const known = this.#known.get(symbol);
    if (!known) throw new Error(`the demo speaks of ${symbol}, which it does not hold`);
    return known;
  }

  id(symbol: string): string {
    return this.at(symbol).id;
  }

  /** Null for what is left out. */
  idOrNull(symbol: string | undefined): string | null {
    return symbol === undefined ? null : this.id(symbol);
  }

  #name(symbol: string, known: Known): void {
    if (this.#known.has(symbol)) throw new Error(`the demo holds ${symbol} twice`);
    this.#known.set(symbol, known);
  }

  #add<T extends Standing>(entity: EntityClass<T>, values: object): void {
    const rows = this.#tables.get(entity) ?? [];
    rows.push(this.catalog.shape(entity).create({ ...values, marking: CLEAR } as Partial<T>));
    this.#tables.set(entity, rows);
  }
}

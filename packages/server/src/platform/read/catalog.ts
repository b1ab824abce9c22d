import {
  type DataSource,
  type EntityMetadata,
  type EntityTarget,
  getMetadataArgsStorage,
  type ObjectLiteral,
} from 'typeorm';

export type EntityClass<T> = abstract new (...args: never[]) => T;
type Values = { [column: string]: unknown };

interface Member {
  column: string;
  property: string;
  /** The property of the owner in which an embedded value object lies. */
  within: string | null;
}

/** How rows of one table become objects of one class, and back. Read from TypeORM's metadata, so that each shape is written once. */
export class Shape<T> {
  readonly table: string;
  readonly columns: readonly string[];
  /** Which table's rows each pointing column points at; those that may point at any record are left out. */
  readonly pointers: { readonly [column: string]: string };
  /** Columns that hold the id of another record or part. */
  readonly references: readonly string[];
  readonly #members: readonly Member[];
  readonly #variants: ReadonlyMap<string, EntityMetadata>;
  readonly #discriminator: string | null;

  constructor(private readonly metadata: EntityMetadata) {
    this.table = metadata.tableName;
    const keys = [metadata, ...metadata.childEntityMetadatas].flatMap((each) => each.foreignKeys);
    this.pointers = Object.fromEntries(
      keys
        .filter((key) => key.referencedEntityMetadata.tableName !== 'record')
        .map((key) => [key.columnNames[0], key.referencedEntityMetadata.tableName]),
    );
    const all = [metadata, ...metadata.childEntityMetadatas];
    this.#members = [
      ...new Map(all.flatMap((each) => each.columns).map((column) => [column.databaseName, column])).values(),
    ]
      .filter((column) => !column.isVirtual && !column.isDiscriminator)
      .map((column) => ({
        column: column.databaseName,
        property: column.propertyName,
        within: column.embeddedMetadata?.propertyName ?? null,
      }));
    this.#discriminator = metadata.discriminatorColumn?.databaseName ?? null;
    this.#variants = new Map(
      metadata.childEntityMetadatas.map((child) => [String(child.discriminatorValue), child]),
    );
    this.columns = [
      ...new Set([
        ...this.#members.map((member) => member.column),
        ...(this.#discriminator ? [this.#discriminator] : []),
      ]),
    ];
    const uuids = new Set(
      all.flatMap((each) =>
        each.columns.filter(({ type }) => type === 'uuid').map((column) => column.databaseName),
      ),
    );
    this.references = this.columns.filter(
      (column) => uuids.has(column) && column !== 'id' && column !== 'record_id',
    );
  }

  /** For a new row: columns that are null are left out, which most are. */
  dehydrateKnown(object: object, recordedFrom: Date): Values {
    const source = object as Values;
    const row: Values = {};
    for (const { column, property, within } of this.#members) {
      const owner = within === null ? source : (source[within] as Values | null | undefined);
      const value = owner?.[property];
      if (value !== null && value !== undefined) row[column] = value;
    }
    if (this.#discriminator) row[this.#discriminator] = source[this.#discriminator];
    row.recorded_from = recordedFrom;
    return row;
  }

  /** An embedded value none of whose columns says anything is null, not an object of nulls. */
  hydrate(row: Values): T {
    const variant = this.#discriminator ? this.#variants.get(String(row[this.#discriminator])) : undefined;
    const object = (variant ?? this.metadata).create() as Values;
    if (this.#discriminator) object[this.#discriminator] = row[this.#discriminator];
    for (const embedded of this.metadata.embeddeds) object[embedded.propertyName] = null;
    for (const { column, property, within } of this.#members) {
      const value = row[column] ?? null;
      if (within === null) object[property] = value;
      else if (value !== null) {
        object[within] ??= this.#embedded(within);
        (object[within] as Values)[property] = value;
      }
    }
    return object as T;
  }

  #embedded(name: string): unknown {
    const embedded = this.metadata.embeddeds.find((each) => each.propertyName === name);
    const blank = embedded?.create() as Values;
    for (const column of embedded?.columns ?? []) blank[column.propertyName] = null;
    return blank;
  }

  /** A new object: what is not given is null. */
  create(values: Partial<T>): T {
    const object = this.hydrate({
      ...this.dehydrate(values),
      ...(this.#discriminator ? { [this.#discriminator]: (values as Values)[this.#discriminator] } : {}),
    });
    return Object.assign(object as object, values) as T;
  }

  /** Every column, so that a row can replace a row. */
  dehydrate(object: object): Values {
    const source = object as Values;
    const row: Values = {};
    for (const { column, property, within } of this.#members) {
      const owner = within === null ? source : (source[within] as Values | null | undefined);
      row[column] = owner?.[property] ?? null;
    }
    if (this.#discriminator) row[this.#discriminator] = source[this.#discriminator] ?? null;
    return row;
  }
}

/** The shapes of all entities, built once a process. */
export class Catalog {
  readonly #shapes = new Map<unknown, Shape<unknown>>();
  readonly #byTable = new Map<string, EntityClass<unknown>>();

  constructor(private readonly database: DataSource) {
    for (const metadata of database.entityMetadatas)
      if (metadata.tableType === 'regular')
        this.#byTable.set(metadata.tableName, metadata.target as EntityClass<unknown>);
  }

  shape<T>(entity: EntityClass<T>): Shape<T> {
    let shape = this.#shapes.get(entity);
    if (shape === undefined) {
      const metadata = this.database.getMetadata(entity as unknown as EntityTarget<ObjectLiteral>);
      // One table, one shape: which class a row becomes, its discriminator says.
      shape = new Shape(metadata.tableType === 'entity-child' ? metadata.parentEntityMetadata : metadata);
      this.#shapes.set(entity, shape);
    }
    return shape as Shape<T>;
  }

  /** What is pointed at stands before what points at it. */
  inOrder<T>(entities: readonly EntityClass<T>[]): EntityClass<T>[] {
    // Several classes may be of one table, as actors are.
    const left = new Map<string, EntityClass<T>[]>();
    for (const entity of entities) {
      const { table } = this.shape(entity);
      left.set(table, [...(left.get(table) ?? []), entity]);
    }
    const order: EntityClass<T>[] = [];
    const take = (table: string) => {
      const [first, ...others] = left.get(table) ?? [];
      if (first === undefined) return;
      left.delete(table);
      for (const pointed of Object.values(this.shape(first).pointers)) take(pointed);
      order.push(first, ...others);
    };
    for (const table of [...left.keys()]) take(table);
    return order;
  }

  entity(table: string): EntityClass<unknown> | null {
    return this.#byTable.get(table) ?? null;
  }
}

const tables = new Map<unknown, string>();

/** The table of an object's class; it is also the prefix of its id on the wire. */
export function tableOf(object: object): string {
  const known = tables.get(object.constructor);
  if (known !== undefined) return known;
  for (
    let type: unknown = object.constructor;
    typeof type === 'function';
    type = Object.getPrototypeOf(type)
  ) {
    const named = getMetadataArgsStorage().tables.find(
      (table) => table.target === type && table.type === 'regular',
    );
    if (named?.name !== undefined) {
      tables.set(object.constructor, named.name);
      return named.name;
    }
  }
  throw new Error(`${object.constructor.name} has no table`);
}

import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** Values that the record can answer: ids by prefix, codes, slugs, spellings. */
export interface Pool {
  ids: string[];
  actors: string[];
  topics: string[];
}

const TEXTS: { [name: string]: string[] } = {
  name: ['Qatar', 'al-Qanemi', 'Doha', 'Ministry of Interior'],
  title: ['Interior Minister', 'Ambassador', 'Prime Minister'],
  series: ['Homeland Security'],
  code: ['CAMEO:04', 'PLOVER:CONSULT'],
  value: ['MEDIATOR', 'STRAINED', 'RIVALRY'],
  field: ['when', 'agenda', 'children', 'mode'],
  language: ['en', 'ar'],
};

/** Which ids an input of this name takes. */
const ID_KINDS: { [name: string]: string } = {
  source: 'source',
  sources: 'source',
  repeats: 'source',
  place: 'place',
  position: 'position',
  agreement: 'agreement',
  record: '',
  part: 'participation',
};

/** Small and seeded: a failing query can be made again from its number. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Makes valid queries from a schema, preferring what it has selected least. */
export class QueryGenerator {
  readonly selected = new Map<string, number>();
  #random = Math.random;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly pool: Pool,
  ) {
    for (const field of this.fields()) this.selected.set(field, 0);
  }

  /** Every field of every object type that a query can reach. */
  fields(): string[] {
    const seen = new Set<string>();
    const visit = (type: GraphQLNamedType): void => {
      if (seen.has(type.name) || (!isObjectType(type) && !isInterfaceType(type))) return;
      seen.add(type.name);
      for (const field of Object.values(type.getFields())) visit(getNamedType(field.type));
      if (isInterfaceType(type)) this.schema.getPossibleTypes(type).forEach(visit);
    };
    visit(this.schema.getQueryType() as GraphQLObjectType);
    return [...seen].flatMap((name) => {
      const type = this.schema.getType(name);
      return isObjectType(type) ? Object.keys(type.getFields()).map((field) => `${name}.${field}`) : [];
    });
  }

  make(seed: number): string {
    this.#random = randomOf(seed);
    const root = this.schema.getQueryType() as GraphQLObjectType;
    const fields = this.#choose(root, 1 + this.#below(2));
    return `{ ${fields.map((field, index) => this.#field(root.name, field, 5, `r${index}: `)).join(' ')} }`;
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  #pick<T>(values: readonly T[]): T {
    return values[this.#below(values.length)] as T;
  }

  /** The least selected first, with some chance for any: what is rare gets its turn. */
  #choose(type: GraphQLObjectType, count: number): GraphQLField<unknown, unknown>[] {
    return Object.values(type.getFields())
      .map((field) => ({
        field,
        rank:
          (this.selected.get(`${type.name}.${field.name}`) ?? 0) * (0.5 + this.#random()) + this.#random(),
      }))
      .sort((a, b) => a.rank - b.rank)
      .slice(0, count)
      .map(({ field }) => field);
  }

  #field(owner: string, field: GraphQLField<unknown, unknown>, depth: number, alias = ''): string {
    const type = getNamedType(field.type);
    const key = `${owner}.${field.name}`;
    this.selected.set(key, (this.selected.get(key) ?? 0) + 1);
    const given = field.args.flatMap((argument) => {
      const isNeeded = isNonNullType(argument.type) && argument.defaultValue === undefined;
      if (
        argument.name === 'after' ||
        (!isNeeded && this.#random() < (argument.name === 'filter' ? 0.7 : 0.4))
      )
        return [];
      return [`${argument.name}: ${this.#value(argument.type, argument, 2)}`];
    });
    const call = `${alias}${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''}`;
    return isLeafType(type) ? call : `${call} { ${this.#selection(type, depth - 1)} }`;
  }

  #selection(type: GraphQLNamedType, depth: number): string {
    if (isInterfaceType(type)) {
      const possible = [...this.schema.getPossibleTypes(type)];
      const chosen = Array.from({ length: 2 }, () => this.#pick(possible));
      const ids = type.getFields().id ? 'id ' : '';
      return `__typename ${ids}${[...new Set(chosen)].map((each) => `... on ${each.name} { ${this.#ofObject(each, depth, each.name)} }`).join(' ')}`;
    }
    return this.#ofObject(type as GraphQLObjectType, depth, '');
  }

  /** Behind a fragment on a type, aliases keep equal names of different types apart. */
  #ofObject(type: GraphQLObjectType, depth: number, prefix: string): string {
    const leaves = Object.values(type.getFields()).filter((field) => isLeafType(getNamedType(field.type)));
    const wanted = this.#choose(type, 2).filter((field) => depth > 0 || isLeafType(getNamedType(field.type)));
    const always = leaves.length > 0 ? [this.#pick(leaves)] : [];
    const connection = type.name.endsWith('Connection')
      ? Object.values(type.getFields()).filter((field) => field.name === 'nodes')
      : [];
    const fields = [...new Set([...always, ...wanted, ...connection])];
    const alias = (name: string) => (prefix ? `${prefix.toLowerCase()}_${name}: ` : '');
    return fields.length === 0
      ? '__typename'
      : fields.map((field) => this.#field(type.name, field, depth, alias(field.name))).join(' ');
  }

  #value(
    type: GraphQLInputType,
    argument: Pick<GraphQLArgument, 'name' | 'description'>,
    depth: number,
  ): string {
    if (isNonNullType(type)) return this.#value(type.ofType, argument, depth);
    if (isListType(type)) {
      const length = argument.name === 'between' ? 2 : 1 + this.#below(2);
      return `[${[...new Set(Array.from({ length: length * 2 }, () => this.#value(type.ofType, argument, depth)))].slice(0, length).join(', ')}]`;
    }
    if (isEnumType(type)) return this.#pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (field) => isNonNullType(field.type) || this.#random() < 0.12,
      );
      const open = fields.filter((field) => depth > 0 || !isInputObjectType(getNamedType(field.type)));
      return `{${open.map((field) => `${field.name}: ${this.#value(field.type, field, depth - 1)}`).join(', ')}}`;
    }
    return this.#scalar(type.name, argument);
  }

  #scalar(
    name: string,
    { name: argument, description }: Pick<GraphQLArgument, 'name' | 'description'>,
  ): string {
    const text = JSON.stringify;
    switch (name) {
      case 'ID': {
        const prefix = /Begins with `([a-z_]+)_`/.exec(description ?? '')?.[1] ?? ID_KINDS[argument] ?? '';
        const fitting = this.pool.ids.filter((id) => id.slice(0, -27) === prefix);
        const records = this.pool.ids.filter((id) => !/^(claim_target|attribution|passage)/.test(id));
        return text(this.#pick(fitting.length > 0 ? fitting : records));
      }
      case 'ActorRef':
        return text(this.#pick(this.pool.actors));
      case 'TopicRef':
        return text(this.#pick(this.pool.topics));
      case 'RecordRef':
        return text(this.#pick([...this.pool.actors, ...this.pool.topics]));
      case 'Int':
        return String(argument === 'first' ? 1 + this.#below(3) : 1 + this.#below(4));
      case 'Float':
        return String(this.#below(10));
      case 'Boolean':
        return String(this.#random() < 0.5);
      case 'Edtf':
        return text(this.#pick(['2017', '2021', '2021-03', '2021-03-15', '2026']));
      case 'Duration':
        return text(this.#pick(['P12M', 'P5Y', 'P30D']));
      case 'Date':
        return text(this.#pick(['2021-03-15', '2026-11-21']));
      case 'DateTime':
        return text(this.#pick(['2026-11-01T00:00:00Z', new Date().toISOString()]));
      case 'URL':
        return text('https://example.org/a');
      default:
        return text(this.#pick(TEXTS[argument] ?? ['Qatar']));
    }
  }
}

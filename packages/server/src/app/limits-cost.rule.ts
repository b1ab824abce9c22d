import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getIntrospectionQuery,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  OperationTypeNode,
  parse,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';
import { argumentsOf, isLeftOut, type Values, valuesOf } from './limits-argument.rule';
import { type Chosen, chosenIn } from './limits-operation.rule';

/** Stored or derived beside what has them, so they take no reading of their own. */
const FREE = new Set(['FuzzyDate', 'PageInfo']);
const TOTAL_COUNT = 5;
const PLAIN_LIST = 5;
const MUTATION = 5;

/** Connections whose pages are larger than the usual. */
const LARGER_PAGES: Readonly<Record<string, number>> = { EventConnection: 1_000 };

/** Rows of a counted set: so many cost one, and never less; what the records in them have is paid as anywhere. */
const STATISTICS: Readonly<Record<string, { once: number; rowsForOne: number }>> = {
  Group: { once: 1, rowsForOne: 100 },
  Tie: { once: 20, rowsForOne: Infinity },
};
const MOST_ROWS = 1_000;

/** How many items a list of the introspection has, about. That of types is counted. */
const INTROSPECTED: Readonly<Record<string, number>> = {
  fields: 10,
  inputFields: 8,
  enumValues: 8,
  directives: 6,
  args: 3,
  possibleTypes: 3,
  interfaces: 2,
};

/** What one selection costs: once, and for each item of the page where it is one of a connection. */
interface Price {
  once: number;
  each: number;
}

/**
 * How many objects an operation may come to read, reckoned before it runs: one an object, a connection its `first` times its node, a plain list five times its item.
 * Each selection is priced once for each type, so that fragments within fragments cannot make this slow; fields that would be merged are therefore counted twice.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Record<string, unknown>,
  pageSize: number,
): { cost: number; introspection: number } {
  const chosen = chosenIn(document, operationName);
  const root = chosen && schema.getRootType(chosen.operation.operation);
  if (!root) return { cost: 0, introspection: 0 };
  const pricing = new Pricing(schema, chosen, valuesOf(chosen.operation, variables), pageSize);
  const { once } = pricing.priceOf(chosen.operation.selectionSet, root);
  const factor = chosen.operation.operation === OperationTypeNode.MUTATION ? MUTATION : 1;
  return { cost: capped(once * factor), introspection: capped(pricing.introspection) };
}

const introspectionCosts = new WeakMap<GraphQLSchema, number>();

/** What tools ask for to know the whole schema. */
export function fullIntrospectionCost(schema: GraphQLSchema): number {
  const known = introspectionCosts.get(schema);
  if (known !== undefined) return known;
  const whole = parse(
    getIntrospectionQuery({
      inputValueDeprecation: true,
      schemaDescription: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      oneOf: true,
    }),
  );
  const { introspection } = costOf(schema, whole, null, {}, 0);
  introspectionCosts.set(schema, introspection);
  return introspection;
}

class Pricing {
  introspection = 0;
  readonly #priced = new Map<SelectionSetNode, Map<GraphQLNamedType, Price>>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly chosen: Chosen,
    private readonly values: Values,
    private readonly pageSize: number,
  ) {}

  priceOf(selections: SelectionSetNode, type: GraphQLNamedType): Price {
    const prices = this.#priced.get(selections) ?? new Map<GraphQLNamedType, Price>();
    this.#priced.set(selections, prices);
    const known = prices.get(type);
    if (known) return known;
    // Stands in for a fragment that contains itself, which validation refuses.
    prices.set(type, { once: 0, each: 0 });
    const price = isAbstractType(type) ? this.#dearest(selections, type) : this.#sum(selections, type);
    prices.set(type, price);
    return price;
  }

  /** An object behind an interface is of one type, so the fragments for the others cost nothing. */
  #dearest(selections: SelectionSetNode, type: GraphQLNamedType): Price {
    const once = isAbstractType(type)
      ? this.schema.getPossibleTypes(type).map((each) => this.priceOf(selections, each).once)
      : [];
    return { once: Math.max(0, ...once), each: 0 };
  }

  #sum(selections: SelectionSetNode, type: GraphQLNamedType): Price {
    const sum = { once: 0, each: 0 };
    const spread = new Set<string>();
    for (const selection of selections.selections) {
      if (isLeftOut(selection, this.values)) continue;
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        if (spread.has(selection.name.value)) continue;
        spread.add(selection.name.value);
      }
      const { once, each } =
        selection.kind === Kind.FIELD ? this.#field(selection, type) : this.#fragment(selection, type);
      sum.once += once;
      sum.each += each;
    }
    return { once: capped(sum.once), each: capped(sum.each) };
  }

  #fragment(selection: Exclude<SelectionNode, FieldNode>, type: GraphQLNamedType): Price {
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : this.chosen.fragments.get(selection.name.value);
    const condition = fragment?.typeCondition ? this.schema.getType(fragment.typeCondition.name.value) : type;
    const isMet =
      condition === type ||
      (isAbstractType(condition) && isObjectType(type) && this.schema.isSubType(condition, type));
    return fragment && isMet ? this.priceOf(fragment.selectionSet, type) : { once: 0, each: 0 };
  }

  #field(field: FieldNode, parent: GraphQLNamedType): Price {
    const name = field.name.value;
    if (name === '__schema' || name === '__type') return this.#introspect(field);
    const definition = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    if (!definition) return { once: 0, each: 0 };
    const type = getNamedType(definition.type);
    if (!isCompositeType(type))
      return { once: isConnection(parent) && name === 'totalCount' ? TOTAL_COUNT : 0, each: 0 };
    if (FREE.has(type.name)) return { once: 0, each: 0 };

    const { once, each } = field.selectionSet ? this.priceOf(field.selectionSet, type) : { once: 0, each: 0 };
    if (STATISTICS[type.name]) return { once: this.#rows(field, definition, once), each: 0 };
    if (STATISTICS[parent.name]) return { once, each: 0 };
    if (isConnection(parent) && name === 'nodes') return { once: 0, each: 1 + once };
    // An edge is its node: together they are one object.
    if (isConnection(parent) && name === 'edges') return { once: 0, each: Math.max(1, once) };
    if (isConnection(type)) return { once: 1 + once + this.#pageOf(field, definition) * each, each: 0 };
    return { once: this.#widthOf(field, definition, parent) * (1 + once), each: 0 };
  }

  #rows(field: FieldNode, definition: GraphQLField<unknown, unknown>, within: number): number {
    const { once, rowsForOne } = STATISTICS[getNamedType(definition.type).name] as {
      once: number;
      rowsForOne: number;
    };
    const { top } = argumentsOf(field, definition, this.values);
    const rows = typeof top === 'number' && top >= 0 ? Math.min(top, MOST_ROWS) : MOST_ROWS;
    return Math.max(once, Math.ceil(rows / rowsForOne)) + rows * within;
  }

  /** Counted by itself, so that a full one is allowed and types within types are not. */
  #introspect(field: FieldNode): Price {
    const type = getNamedType(
      field.name.value === '__schema' ? SchemaMetaFieldDef.type : TypeMetaFieldDef.type,
    );
    this.introspection += 1 + (field.selectionSet ? this.priceOf(field.selectionSet, type).once : 0);
    return { once: 0, each: 0 };
  }

  #pageOf(field: FieldNode, definition: GraphQLField<unknown, unknown>): number {
    const { first } = argumentsOf(field, definition, this.values);
    const largest = LARGER_PAGES[getNamedType(definition.type).name] ?? this.pageSize;
    // More than a page is refused where it is read, in words about `first`.
    return typeof first === 'number' && first >= 0 ? Math.min(first, largest) : this.pageSize;
  }

  #widthOf(field: FieldNode, definition: GraphQLField<unknown, unknown>, parent: GraphQLNamedType): number {
    if (!isListType(getNullableType(definition.type))) return 1;
    if (parent.name.startsWith('__'))
      return INTROSPECTED[definition.name] ?? Object.keys(this.schema.getTypeMap()).length;
    const { ids } = argumentsOf(field, definition, this.values);
    return Array.isArray(ids) ? ids.length : PLAIN_LIST;
  }
}

/** JSON has no infinity. */
function capped(cost: number): number {
  return Math.min(cost, Number.MAX_SAFE_INTEGER);
}

function isConnection(type: GraphQLNamedType): boolean {
  return type.name.endsWith('Connection');
}

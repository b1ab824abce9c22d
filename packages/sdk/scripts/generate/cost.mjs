// The price the server puts on an operation, by the rules it publishes, so that no operation of ours can be refused as too costly.
import { getNamedType, getNullableType, isListType, Kind } from 'graphql';

const LIMIT = 5000;
const LARGEST_PAGE = 100;
const FREE = new Set(['FuzzyDate', 'PageInfo']);

/** What one call costs; of a connection, what one item costs. */
export function costOf(schema, definition, operation) {
  const root = schema.getRootType(operation.kind);
  let item = 0;
  const price = (selectionSet, parent, paged) => {
    let sum = 0;
    for (const selection of selectionSet.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = definition(selection.name.value);
        sum += price(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value), paged);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        sum += price(selection.selectionSet, schema.getType(selection.typeCondition.name.value), paged);
      } else if (selection.selectionSet) {
        sum += fieldPrice(selection, parent, paged);
      } else if (selection.name.value === 'totalCount') {
        sum += 5;
      }
    }
    return sum;
  };
  const fieldPrice = (field, parent, paged) => {
    const type = parent.getFields()[field.name.value].type;
    const named = getNamedType(type);
    if (FREE.has(named.name)) return 0;
    const inner = price(field.selectionSet, named, pageOf(field));
    if (['nodes', 'edges'].includes(field.name.value)) {
      if (operation.isConnection) item = Math.max(item, 1 + inner);
      return paged * (1 + inner);
    }
    return isListType(getNullableType(type)) ? 5 * (1 + inner) : 1 + inner;
  };
  const total = price(operation.node.selectionSet, root, 0) * (operation.kind === 'mutation' ? 5 : 1);
  if (total > LIMIT) throw new Error(`${operation.name} costs ${total}; the server takes ${LIMIT}.`);
  return operation.isConnection ? item : total;
}

function pageOf(field) {
  const first = field.arguments?.find(({ name }) => name.value === 'first')?.value;
  if (!first) return 20;
  return first.kind === Kind.INT ? Number(first.value) : LARGEST_PAGE;
}

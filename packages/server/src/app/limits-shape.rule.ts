import { Kind, type SelectionSetNode } from 'graphql';
import type { Chosen } from './limits-operation.rule';

/** Fields within fields; what introspection asks for below `__schema` and `__type` is not counted. */
export function depthOf({ operation, fragments }: Chosen): number {
  // Each selection is measured once, however often it is spread; one within itself counts as nothing.
  const measured = new Map<SelectionSetNode, number>();
  const below = (selections: SelectionSetNode | undefined): number => {
    if (!selections) return 0;
    const known = measured.get(selections);
    if (known !== undefined) return known;
    measured.set(selections, 0);
    let deepest = 0;
    for (const selection of selections.selections) {
      if (selection.kind === Kind.FIELD)
        deepest = Math.max(
          deepest,
          selection.name.value.startsWith('__') ? 1 : 1 + below(selection.selectionSet),
        );
      else if (selection.kind === Kind.INLINE_FRAGMENT)
        deepest = Math.max(deepest, below(selection.selectionSet));
      else deepest = Math.max(deepest, below(fragments.get(selection.name.value)?.selectionSet));
    }
    measured.set(selections, deepest);
    return deepest;
  };
  return below(operation.selectionSet);
}

/** As written: an alias in a fragment counts once, however often it is spread. */
export function aliasesOf({ operation, fragments }: Chosen): number {
  const counted = new Set<SelectionSetNode>();
  const within = (selections: SelectionSetNode | undefined): number => {
    if (!selections || counted.has(selections)) return 0;
    counted.add(selections);
    let count = 0;
    for (const selection of selections.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD)
        count += within(fragments.get(selection.name.value)?.selectionSet);
      else
        count += within(selection.selectionSet) + (selection.kind === Kind.FIELD && selection.alias ? 1 : 0);
    }
    return count;
  };
  return within(operation.selectionSet);
}

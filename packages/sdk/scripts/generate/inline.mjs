// Texts as they are sent: a fragment that stands in one place only is written out there, which takes less room than naming it.
import { Kind, visit } from 'graphql';

/** Each definition as it is sent, and the names of the fragments that go with it. */
export function inlined({ fragments, operations }) {
  const all = [...fragments.values(), ...operations];
  const uses = new Map();
  for (const { node } of all)
    visit(node, {
      FragmentSpread: ({ name }) => void uses.set(name.value, (uses.get(name.value) ?? 0) + 1),
    });
  const isInlined = (name) => uses.get(name) === 1;
  const written = (node) =>
    visit(node, {
      SelectionSet: {
        leave: (set) => ({
          ...set,
          selections: set.selections.flatMap((selection) =>
            selection.kind === Kind.FRAGMENT_SPREAD && isInlined(selection.name.value)
              ? written(fragments.get(selection.name.value).node).selectionSet.selections
              : [selection],
          ),
        }),
      },
    });
  return {
    node: ({ node }) => written(node),
    fragments: (names) => names.filter((name) => !isInlined(name)),
  };
}

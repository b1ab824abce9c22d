import type { FieldNode } from 'graphql';
import { Kind, parse, print, visit } from 'graphql';

export interface LiveOperation {
  query: string;
  variables?: Record<string, unknown> | null;
  operationName?: string | null;
}

/** The cursor of a frame, if the operation asks for it: all of a subscription lies below one field. */
export function cursorIn(data: Record<string, unknown> | null | undefined): string | null {
  const [frame] = Object.values(data ?? {});
  const cursor = (frame as { cursor?: unknown } | null | undefined)?.cursor;
  return typeof cursor === 'string' ? cursor : null;
}

/** The same operation, going on after `cursor` wherever it began. */
export function resumed({ query, ...rest }: LiveOperation, cursor: string): LiveOperation {
  const variables = { ...rest.variables };
  const changed = visit(parse(query), {
    OperationDefinition(node) {
      if (node.operation !== 'subscription') return false;
      const selections = node.selectionSet.selections.map((selection) =>
        selection.kind === Kind.FIELD ? goingOn(selection) : selection,
      );
      return { ...node, selectionSet: { ...node.selectionSet, selections } };
    },
  });
  return { ...rest, query: print(changed), variables };

  /** A variable keeps its place, else the document would declare one that nothing uses. */
  function goingOn(field: FieldNode): FieldNode {
    const after = field.arguments?.find(({ name }) => name.value === 'after');
    if (after?.value.kind === Kind.VARIABLE) {
      variables[after.value.name.value] = cursor;
      return field;
    }
    const value = { kind: Kind.STRING, value: cursor } as const;
    const name = { kind: Kind.NAME, value: 'after' } as const;
    const others = field.arguments?.filter((argument) => argument !== after) ?? [];
    return { ...field, arguments: [...others, { kind: Kind.ARGUMENT, name, value }] };
  }
}

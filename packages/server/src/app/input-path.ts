import { type ASTNode, BREAK, type DocumentNode, Kind, visit } from 'graphql';

/** Where a value stands in what the caller sent: the argument, then fields and indexes. */
export type Path = readonly (string | number)[];

/** Services name fields from within their input, so `input` itself is left out wherever a place is named. */
export function written(path: Path): string {
  return (path[0] === 'input' && path.length > 1 ? path.slice(1) : path).join('.');
}

/** A variable is known to the caller by the argument it is given for. */
export function pathOfVariable(document: DocumentNode, name: string): Path | undefined {
  return pathOfNode(
    document,
    (node, key) => key === 'value' && node.kind === Kind.VARIABLE && node.name.value === name,
  );
}

export function pathOfNode(
  document: DocumentNode,
  isWanted: (node: ASTNode, key: unknown) => boolean,
): Path | undefined {
  let found: Path | undefined;
  visit(document, {
    enter(node, key, _parent, keys) {
      if (!isWanted(node, key)) return undefined;
      found = argumentPath(document, keys);
      return BREAK;
    },
  });
  return found;
}

/** From the keys that lead through the document to the path that the caller sees: argument, fields, indexes. */
function argumentPath(document: DocumentNode, keys: Path): Path {
  let node: unknown = document;
  let path: (string | number)[] = [];
  keys.forEach((key, depth) => {
    node = (node as Record<string | number, unknown>)[key];
    const step = node as ASTNode;
    if (step.kind === Kind.ARGUMENT) path = [step.name.value];
    else if (step.kind === Kind.VARIABLE_DEFINITION) path = [step.variable.name.value];
    else if (step.kind === Kind.OBJECT_FIELD) path.push(step.name.value);
    else if (keys[depth - 1] === 'values' && typeof key === 'number') path.push(key);
  });
  return path;
}

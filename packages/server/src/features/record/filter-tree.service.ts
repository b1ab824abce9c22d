import type { Sql } from 'sql-template-tag';
import sql from 'sql-template-tag';
import { DomainError } from '../../platform/errors';
import { allOf, anyOf } from '../../platform/read/conditions';

/** A filter whose conditions can be joined by `and`, `or` and `not`. */
export interface FilterTree<F> {
  and?: F[] | null;
  or?: F[] | null;
  not?: F | null;
  isRetracted?: boolean | null;
}

/** The conditions of one node of the tree, without its `and`, `or` and `not`. `path` names the node for a refusal. */
type Leaf<F> = (filter: F, path: string) => Promise<Sql[]>;

const DEEPEST = 5;
const MOST_CONDITIONS = 50;
const JOINING = new Set(['and', 'or', 'not', 'isRetracted']);

/** What a filter means in SQL. Trees too deep or too wide to be meant are refused before anything is looked up. */
export async function conditionsOf<F extends FilterTree<F>>(
  filter: F,
  path: string,
  leaf: Leaf<F>,
): Promise<Sql[]> {
  refuseUnwieldy(filter, path);
  return treeOf(filter, path, leaf);
}

async function treeOf<F extends FilterTree<F>>(filter: F, path: string, leaf: Leaf<F>): Promise<Sql[]> {
  const within = async (name: string, each: F) => allOf(await treeOf(each, `${path}.${name}`, leaf));
  const all = (name: 'and' | 'or') =>
    Promise.all((filter[name] ?? []).map((each, index) => within(`${name}.${index}`, each)));
  const [own, and, or] = await Promise.all([leaf(filter, path), all('and'), all('or')]);
  return [
    ...own,
    ...and,
    ...(filter.or == null ? [] : [anyOf(or)]),
    // What is unknown is not so: IS NOT TRUE, since NOT of an unknown would be unknown.
    ...(filter.not == null ? [] : [sql`(${await within('not', filter.not)}) IS NOT TRUE`]),
  ];
}

/** Before anything is looked up. */
export function refuseUnwieldy<F extends FilterTree<F>>(
  filter: F,
  path: string,
  depth = 0,
  counted = { conditions: 0 },
): void {
  const refuse = (why: string): never => {
    throw new DomainError('BAD_USER_INPUT', `${path} ${why}`, { field: path });
  };
  if (depth > DEEPEST) refuse(`is nested too deep; and, or and not may be nested ${DEEPEST} levels`);
  if (depth > 0 && filter.isRetracted) refuse('asks for isRetracted, which only the outermost filter takes');
  counted.conditions += conditionsIn(filter);
  if (counted.conditions > MOST_CONDITIONS)
    refuse(`makes more than ${MOST_CONDITIONS} conditions; ask in several queries`);
  for (const name of ['and', 'or'] as const)
    for (const [index, each] of (filter[name] ?? []).entries())
      refuseUnwieldy(each, `${path}.${name}.${index}`, depth + 1, counted);
  if (filter.not != null) refuseUnwieldy(filter.not, `${path}.not`, depth + 1, counted);
}

/** Each of `between` is a condition of its own, and so is asking for nothing. */
function conditionsIn(filter: object): number {
  if (Object.entries(filter).every(([name, value]) => value == null || name === 'isRetracted')) return 1;
  const own = Object.entries(filter).filter(([name, value]) => value != null && !JOINING.has(name));
  return own.reduce(
    (count, [name, value]) => count + (name === 'between' ? (value as unknown[]).length : 1),
    0,
  );
}

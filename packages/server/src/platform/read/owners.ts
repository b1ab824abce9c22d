import sql, { type Sql } from 'sql-template-tag';

/** Whose rows are meant: those of one, or those that two have in common. */
export interface Within {
  ownerId: string;
  otherId?: string;
  /** Ties a row to `owner.id`, and to `owner.other` where there are two. */
  link: Sql;
  /** That the row is one of all those that its owners are involved in: of whom, counters may know. */
  isInvolvement?: boolean;
}

/** What tells owners apart who are asked for together. */
export const ownerKey = ({ ownerId, otherId }: Within): string =>
  otherId === undefined ? ownerId : `${ownerId} ${otherId}`;

/** The owners of these keys as rows `owner(id, other, at)`; `at` counts them from 1. */
export function owners(keys: readonly string[]): Sql {
  const pairs = keys.map((key) => key.split(' '));
  const ids = pairs.map(([id]) => id);
  if (pairs.every(([, other]) => other === undefined))
    return sql`unnest(${ids}::uuid[]) WITH ORDINALITY AS owner(id, at)`;
  return sql`unnest(${ids}::uuid[], ${pairs.map(([, other]) => other)}::uuid[]) WITH ORDINALITY AS owner(id, other, at)`;
}

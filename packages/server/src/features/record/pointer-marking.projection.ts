import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Projection } from '../../platform/change/projection';
import type { Transaction } from '../../platform/change/transaction';
import type { EntityClass } from '../../platform/read/catalog';
import { isClearThroughout } from './clear-change.service';
import type { OwnedRow } from './record.entity';

/** Parts that say nothing without the record they point at: with it hidden, they would still tell that somebody is there. */
const NOTHING_WITHOUT: readonly [table: string, column: string][] = [
  ['participation', 'actor_id'],
  ['agreement_party', 'actor_id'],
  ['commitment_party', 'actor_id'],
  ['group_member', 'actor_id'],
  ['context_event_actor', 'actor_id'],
  ['engagement_link', 'to_id'],
  ['agreement_succession', 'to_id'],
  ['source_citation', 'cites_id'],
];

/** Keeps such parts from being marked below what they point at, whichever of the two was written. It only raises. */
export const pointerMarkings: Projection = {
  name: 'pointer markings',
  async apply(tx, touches) {
    const ids = touches.map((touch) => touch.id);
    if (ids.length === 0 || (await isClearThroughout(tx))) return;
    const below = await tx.rows<{ table: string; id: string; owner: string; marking: number }>(
      join(
        NOTHING_WITHOUT.map(([table, column]) => tooLow(table, column, ids)),
        ' UNION ALL ',
      ),
    );
    for (const owner of new Set(below.map((row) => row.owner))) await tx.open(owner, null);
    for (const [table] of NOTHING_WITHOUT)
      await raise(
        tx,
        table,
        below.filter((row) => row.table === table),
      );
  },
};

function tooLow(table: string, column: string, ids: readonly string[]): Sql {
  return sql`SELECT ${table}::text AS table, t.id, t.record_id AS owner, r.marking FROM ${raw(table)} t
      JOIN record r ON r.id = t.${raw(column)} AND r.marking > t.marking
     WHERE t.record_id = ANY(${ids}::uuid[]) OR t.${raw(column)} = ANY(${ids}::uuid[])`;
}

async function raise(
  tx: Transaction,
  table: string,
  below: readonly { id: string; marking: number }[],
): Promise<void> {
  if (below.length === 0) return;
  const marking = new Map(below.map((row) => [row.id, row.marking]));
  const entity = tx.catalog.entity(table) as EntityClass<OwnedRow>;
  const rows = await tx.all(
    entity,
    sql`SELECT * FROM ${raw(table)} WHERE id = ANY(${[...marking.keys()]}::uuid[])`,
  );
  await tx.update(
    entity,
    rows.map((row) => Object.assign(row, { marking: marking.get(row.id) })),
  );
}

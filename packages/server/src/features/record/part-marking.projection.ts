import sql, { join, raw } from 'sql-template-tag';
import type { Projection } from '../../platform/change/projection';
import type { Touch } from '../../platform/change/touch';
import type { Transaction } from '../../platform/change/transaction';
import type { EntityClass } from '../../platform/read/catalog';
import type { OwnedRow } from './record.entity';
import { PART_TYPES } from './retraction.service';

/** Rows of records but for claims: those are kept by what they point at. */
export const FOLLOWING = [
  ...PART_TYPES.filter((type) => type !== 'claim_relation'),
  'source_text',
  'passage',
  'engagement_code',
  'agreement_topic',
  'agreement_succession',
  'commitment_party',
];

/**
 * Keeps the marking of a record in `record`, and its parts from being marked below it. A part marked as its record was follows it, up
 * and down; one that was marked above it follows only upwards.
 */
export const partMarkings: Projection = {
  name: 'part markings',
  async apply(tx, touches) {
    for (const touch of touches) {
      const former = formerMarking(touch);
      if (former === null) continue;
      await entered(tx, touch);
      await follow(tx, touch, former);
    }
  },
};

function formerMarking({ isNew, type, changes }: Touch): number | null {
  if (isNew || type === 'claim') return null;
  const change = changes.find(({ path }) => path === 'marking');
  return typeof change?.before === 'number' ? change.before : null;
}

/** Into `record` at once: what is derived next looks there. */
async function entered(tx: Transaction, { id, marking }: Touch): Promise<void> {
  await tx.execute(
    sql`UPDATE record SET marking = ${marking}, recorded_from = ${await tx.recordedAt()} WHERE id = ${id}`,
  );
  // What was told of it so far is told from now on to whoever may still see it.
  await tx.execute(
    sql`UPDATE record_version SET marking = ${marking} WHERE record_id = ${id} AND marking < ${marking}`,
  );
}

async function follow(tx: Transaction, { id, marking }: Touch, former: number): Promise<void> {
  const behind = sql`record_id = ${id} AND (marking = ${former} OR marking < ${marking})`;
  const found = await tx.rows<{ table: string }>(
    join(
      FOLLOWING.map(
        (table) =>
          sql`SELECT ${table}::text AS table WHERE EXISTS (SELECT FROM ${raw(table)} WHERE ${behind})`,
      ),
      ' UNION ALL ',
    ),
  );
  for (const { table } of found) {
    const entity = tx.catalog.entity(table) as EntityClass<OwnedRow>;
    const rows = await tx.all(entity, sql`SELECT * FROM ${raw(table)} WHERE ${behind}`);
    await tx.update(
      entity,
      rows.map((row) => Object.assign(row, { marking })),
    );
  }
}

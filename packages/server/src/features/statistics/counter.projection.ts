import sql from 'sql-template-tag';
import type { Projection } from '../../platform/change/projection';
import type { Touch } from '../../platform/change/touch';
import type { Transaction } from '../../platform/change/transaction';

/** Counted by what they hold and by what that points at. The other types are counted by triggers on their tables. */
const COUNTED = ['engagement', 'agreement'];

/** What of an actor or an office others are counted by, and what of a tenure. */
const CAUSE = /^(level|marking|organization|state)$/;
const CAUSE_IN_TENURE = /^tenure_\w+\.(marking|position)$/;

/**
 * Keeps what each engagement and agreement counts for, by appending what it counts for more or less than before: nobody waits for a row
 * that others add to.
 */
export const counters: Projection = {
  name: 'counters',
  async apply(tx, touches) {
    const records = COUNTED.flatMap((type) => ofType(tx, touches, type));
    const causes = [
      ...touches.filter(isCause).map((touch) => touch.id),
      ...tx.affected('actor'),
      ...tx.affected('position'),
    ];
    if (records.length === 0 && causes.length === 0) return;
    await tx.execute(sql`SELECT count_anew(${records}::uuid[], ${causes}::uuid[])`);
  },
};

function ofType(tx: Transaction, touches: readonly Touch[], type: string): string[] {
  return [...touches.filter((touch) => touch.type === type).map((touch) => touch.id), ...tx.affected(type)];
}

/** Nothing that stood points at what is new. */
function isCause({ type, isNew, changes }: Touch): boolean {
  return (
    (type === 'actor' || type === 'position') &&
    !isNew &&
    changes.some(({ path, before }) => CAUSE.test(path) || (before !== null && CAUSE_IN_TENURE.test(path)))
  );
}

import sql, { type Sql } from 'sql-template-tag';
import type { Projection } from '../../platform/change/projection';
import type { Touch } from '../../platform/change/touch';
import type { Transaction } from '../../platform/change/transaction';
import { typeIdOf, uuidOf } from '../../platform/type-id';
import { oneAtATime, renewSameness } from './sameness.projection';

interface Ids {
  /** Engagements that came to stand otherwise to others, and those others: it may be another one that stands for them. */
  moved: string[];
  /** Erased in this transaction. */
  erased: string[];
  /** Of which a row was marked anew. */
  marked: string[];
  /** Withdrawn or reinstated. */
  withdrawn: string[];
}

/**
 * Keeps what is said of pairs as hidden as their records are, and who is counted under whom, when records go, come back or are marked
 * anew. What is only guessed goes with each such change, since it may tell what is hidden by now: the finder looks at the records again.
 */
export const identity: Projection = {
  name: 'identity',
  async apply(tx, touches) {
    const { erased, marked, withdrawn, moved } = idsOf(touches);
    const hidden = [...new Set([...erased, ...marked, ...withdrawn])];
    if (hidden.length === 0 && moved.length === 0) return;
    if (hidden.length > 0)
      await forgetGuesses(tx, marked.length > 0 ? await behind(tx, hidden) : hidden, [...erased, ...marked]);
    const loosened = erased.length > 0 ? tx.affected('engagement') : [];
    const others = await visitsAndMeetings(tx, [...withdrawn, ...marked]);
    const reached = [...hidden, ...moved, ...loosened, ...others];
    const isSaidOf = await tx.rows(sql`SELECT FROM identity WHERE ${isOf(reached)} LIMIT 1`);
    if (isSaidOf.length === 0 && marked.length === 0) return;
    await oneAtATime(tx);
    reached.push(...(await markPairs(tx, hidden)), ...(await erase(tx, erased)));
    for (const [type, ids] of await merged(tx, reached)) await renewSameness(tx, type, ids);
  },
};

function idsOf(touches: readonly Touch[]): Ids {
  const former = touches.filter((touch) => !touch.isNew);
  const idsWith = (isSo: (touch: Touch) => boolean) => former.filter(isSo).map((touch) => touch.id);
  return {
    erased: idsWith(({ kind }) => kind === 'EXPUNGED'),
    marked: idsWith(({ changes }) =>
      changes.some(
        ({ path, before }) => before !== null && (path === 'marking' || path.endsWith('.marking')),
      ),
    ),
    withdrawn: idsWith(({ changes }) => changes.some(({ path }) => path === 'retractedAt')),
    moved: touches.filter(({ type }) => type === 'engagement' || type === 'agreement').flatMap(moves),
  };
}

function moves({ id, isNew, changes }: Touch): string[] {
  const parents = changes
    .filter(({ path }) => path === 'parent')
    .flatMap(({ before, after }) => [before, after])
    .filter((parent) => typeof parent === 'string')
    .map((parent) => uuidOf(parent, 'engagement', 'parent'));
  const isOther = !isNew && changes.some(({ path }) => path === 'kind' || path === 'number');
  return [...(isOther || parents.length > 0 ? [id] : []), ...parents];
}

async function visitsAndMeetings(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT parent_id AS id FROM engagement WHERE id = ANY(${ids}::uuid[]) AND parent_id IS NOT NULL
     UNION ALL SELECT id FROM engagement WHERE parent_id = ANY(${ids}::uuid[])`);
  return rows.map(({ id }) => id);
}

const isOf = (ids: readonly string[]): Sql =>
  sql`(one_id = ANY(${ids}::uuid[]) OR other_id = ANY(${ids}::uuid[]))`;

/** These records, and those of which a guess may have told by what these are or say. */
async function behind(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  const any = sql`= ANY(${ids}::uuid[])`;
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT unnest(${ids}::uuid[]) AS id
     UNION SELECT record_id FROM participation WHERE actor_id ${any} OR on_behalf_of_id ${any}
     UNION SELECT p.record_id FROM participation p JOIN actor a ON a.id = p.actor_id WHERE a.state_id ${any}
     UNION SELECT p.record_id FROM participation p JOIN tenure t ON t.id = p.tenure_id WHERE t.record_id ${any} OR t.position_id ${any}
     UNION SELECT p.record_id FROM participation p JOIN tenure t ON t.id = p.tenure_id JOIN position o ON o.id = t.position_id
            WHERE o.organization_id ${any} OR o.state_id ${any}
     UNION SELECT id FROM engagement WHERE place_id ${any}
     UNION SELECT record_id FROM agreement_party WHERE actor_id ${any}
     UNION SELECT id FROM source WHERE publisher_id ${any}
     UNION SELECT id FROM position WHERE organization_id ${any} OR state_id ${any} OR accredited_to_id ${any}
     UNION SELECT id FROM place WHERE country_id ${any}
     UNION SELECT id FROM actor WHERE state_id ${any} OR parent_id ${any}
     UNION SELECT target_id FROM claim_target WHERE record_id ${any} AND target_id IS NOT NULL
     UNION SELECT t.target_id FROM claim c JOIN claim_target t ON t.record_id = c.id WHERE c.source_id ${any} AND t.target_id IS NOT NULL`);
  return rows.map((row) => row.id);
}

/** Guesses on these records, and those that name some of the others. Also what an editor's verdict took over from a guess. */
async function forgetGuesses(
  tx: Transaction,
  of: readonly string[],
  naming: readonly string[],
): Promise<void> {
  const which = naming.length === 0 ? isOf(of) : sql`(${isOf(of)} OR rests_on && ${[...naming]}::uuid[])`;
  await tx.execute(sql`DELETE FROM identity WHERE decided_by IS NULL AND ${which}`);
  await tx.execute(
    sql`UPDATE identity SET reasons = '{}', rests_on = '{}', score = NULL WHERE ${which} AND (reasons <> '{}' OR score IS NOT NULL)`,
  );
}

/**
 * A pair is marked as the stricter of the two. A reason given while it was hidden stays with those who could read it then, in history;
 * what was told of the one names the other, and is hidden with it. Claims go with what they point at, whoever touched that.
 */
async function markPairs(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  const moved = await tx.rows<{ one_id: string; other_id: string; type: string; marking: number }>(sql`
    WITH moved AS (
    UPDATE identity i SET marking = greatest(a.marking, b.marking),
           reason = CASE WHEN greatest(a.marking, b.marking) < i.marking THEN NULL ELSE i.reason END
      FROM record a, record b
     WHERE a.id = i.one_id AND b.id = i.other_id AND i.marking <> greatest(a.marking, b.marking)
       AND i.id IN (SELECT id FROM identity WHERE ${isOf(ids)} UNION ALL SELECT id FROM identity WHERE type = 'claim')
    RETURNING i.one_id, i.other_id, i.type, i.marking) SELECT * FROM moved`);
  for (const { one_id, other_id, type, marking } of moved)
    for (const [of, named] of [
      [one_id, other_id],
      [other_id, one_id],
    ] as const)
      await tx.execute(
        sql`UPDATE record_version SET marking = ${marking} WHERE record_id = ${of} AND marking < ${marking} AND ${tellsOf(type, named)}`,
      );
  return moved.flatMap(({ one_id, other_id }) => [one_id, other_id]);
}

const tellsOf = (type: string, id: string): Sql =>
  sql`change = 'IDENTIFIED' AND after -> 'identity' ->> 'record' = ${typeIdOf(type, id)}`;

/** What was said of an erased record goes with it, and so do the words in which it was told of others. Answers with those. */
async function erase(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const gone = await tx.rows<{ one_id: string; other_id: string; type: string }>(
    sql`WITH gone AS (DELETE FROM identity WHERE ${isOf(ids)} RETURNING one_id, other_id, type) SELECT * FROM gone`,
  );
  for (const { one_id, other_id, type } of gone)
    for (const [of, named] of [
      [one_id, other_id],
      [other_id, one_id],
    ] as const)
      await tx.execute(
        sql`UPDATE record_version SET before = NULL, after = NULL, changed = '{}', reason = NULL WHERE record_id = ${of} AND ${tellsOf(type, named)}`,
      );
  return gone.flatMap(({ one_id, other_id }) => [one_id, other_id]);
}

/** Those of these that are, or were, the same as another, by type. */
async function merged(tx: Transaction, ids: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await tx.rows<{ id: string; type: string }>(sql`
    SELECT r.id, r.type FROM record r WHERE r.id = ANY(${ids}::uuid[])
       AND (EXISTS (SELECT FROM sameness s WHERE s.record_id = r.id OR s.counted_as = r.id)
            OR EXISTS (SELECT FROM identity i WHERE i.is_latest AND i.status = 'SAME' AND (i.one_id = r.id OR i.other_id = r.id)))`);
  const byType = new Map<string, string[]>();
  for (const { id, type } of rows) byType.set(type, [...(byType.get(type) ?? []), id]);
  return byType;
}

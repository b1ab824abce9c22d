import type { Pair } from '../features/identity/component.rule';
import { type CountedAs, type Member, membersOf, samenessOf } from '../features/identity/sameness.rule';

interface Rows {
  query(text: string): Promise<{ [column: string]: unknown }[]>;
}

/** What must hold of verdicts and guesses on pairs. Each answers with what breaks it. */
export const IDENTITY_RULES: readonly [string, string][] = [
  [
    'the two records of an identity are there and of its type',
    `SELECT i.id FROM identity i LEFT JOIN record a ON a.id = i.one_id AND a.type = i.type AND a.expunged_at IS NULL
       LEFT JOIN record b ON b.id = i.other_id AND b.type = i.type AND b.expunged_at IS NULL WHERE a.id IS NULL OR b.id IS NULL`,
  ],
  [
    'an identity is marked as the stricter of its records',
    `SELECT i.id FROM identity i JOIN record a ON a.id = i.one_id JOIN record b ON b.id = i.other_id WHERE i.marking <> greatest(a.marking, b.marking)`,
  ],
  [
    'of what was said of two records one thing holds, the last verdict',
    `SELECT i.id FROM identity i WHERE i.is_latest <> NOT EXISTS (
        SELECT FROM identity l WHERE l.one_id = i.one_id AND l.other_id = i.other_id AND l.id <> i.id
           AND (l.decided_at, l.id) > (coalesce(i.decided_at, '-infinity'), i.id))`,
  ],
];

/** Records that are counted under another one than a recount from the verdicts says. */
export async function wronglyCounted(db: Rows): Promise<string[]> {
  const found = await db.query('SELECT record_id, clearance, counted_as FROM sameness');
  const wrong = new Set(found.map((row) => keyOf(row as unknown as CountedAs)));
  const said = await db.query(
    `SELECT type, one_id, other_id FROM identity WHERE is_latest AND status = 'SAME'`,
  );
  for (const type of new Set(said.map((row) => String(row.type)))) {
    const ends = (end: string) =>
      `SELECT ${end} FROM identity WHERE is_latest AND status = 'SAME' AND type = '${type}'`;
    const members = await db.query(membersOf(type, `${ends('one_id')} UNION ${ends('other_id')}`));
    const pairs = said
      .filter((row) => row.type === type)
      .map((row): Pair => [String(row.one_id), String(row.other_id)]);
    for (const row of samenessOf(members as unknown as Member[], pairs)) {
      const key = keyOf(row);
      if (!wrong.delete(key)) wrong.add(key);
    }
  }
  return [...new Set([...wrong].map((key) => String(key.split(' ')[0])))];
}

const keyOf = ({ record_id, clearance, counted_as }: CountedAs) => `${record_id} ${clearance} ${counted_as}`;

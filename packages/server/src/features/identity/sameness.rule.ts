import { type Pair, representatives } from './component.rule';

const CLEARANCES = [0, 1, 2, 3, 4];

/** A record that verdicts join to others, with what decides whether it may stand for them. */
export interface Member {
  id: string;
  marking: number;
  stands: boolean;
  /** Whether its row is one of several of unknown number, which counts for none. */
  is_several: boolean;
  /** From which clearance on it is a visit with meetings, which is counted by them. */
  meetings_from: number | null;
  /** From which clearance on it is a meeting of a visit. */
  visit_from: number | null;
}

/** That a record is counted under another one by whoever has this clearance. */
export interface CountedAs {
  record_id: string;
  clearance: number;
  counted_as: string;
}

/** Members of one type as a statement that reads them; `ids` is one, too. */
export function membersOf(type: string, ids: string): string {
  const isSeveral = ['engagement', 'agreement'].includes(type)
    ? `coalesce(t.number <> 'ONE', FALSE)`
    : 'FALSE';
  const meetings = `(SELECT min(c.marking) FROM engagement c
      WHERE c.parent_id = t.id AND t.kind = 'VISIT' AND c.retracted_at IS NULL AND c.number = 'ONE')`;
  const visit = `(SELECT p.marking FROM engagement p WHERE p.id = t.parent_id AND p.kind = 'VISIT' AND p.retracted_at IS NULL)`;
  const isEngagement = type === 'engagement';
  return `SELECT r.id, r.marking, r.expunged_at IS NULL AND t.id IS NOT NULL AND t.retracted_at IS NULL AS stands,
       ${isSeveral} AS is_several,
       ${isEngagement ? meetings : 'NULL::smallint'} AS meetings_from,
       ${isEngagement ? visit : 'NULL::smallint'} AS visit_from
  FROM record r LEFT JOIN ${type} t ON t.id = r.id WHERE r.type = '${type}' AND r.id IN (${ids}) ORDER BY r.id`;
}

/**
 * Who is counted under whom, for each clearance over the records that stand and that it sees. One that is counted comes before one of
 * several; a visit with meetings before one without, since both are told by the meetings; a meeting of a visit before one that knows of
 * none; then the one that was recorded first.
 */
export function samenessOf(members: readonly Member[], pairs: readonly Pair[]): CountedAs[] {
  return CLEARANCES.flatMap((clearance) => {
    const seen = members.filter((member) => member.stands && member.marking <= clearance);
    const order = new Map(seen.map((member) => [member.id, preferenceOf(member, clearance)]));
    const ids = seen
      .map(({ id }) => id)
      .sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0) || (a < b ? -1 : 1));
    return [...representatives(ids, pairs)]
      .filter(([id, countedAs]) => id !== countedAs)
      .map(([id, countedAs]) => ({ record_id: id, clearance, counted_as: countedAs }));
  });
}

function preferenceOf({ is_several, meetings_from, visit_from }: Member, clearance: number): number {
  const isSeen = (from: number | null) => from !== null && from <= clearance;
  return (is_several ? 4 : 0) + (isSeen(meetings_from) ? 0 : 2) + (isSeen(visit_from) ? 0 : 1);
}

// Compares what subscribers wrote down with what happened.

/**
 * What one subscriber got wrong. `lines`: what it wrote down, in its order: `{ id, recordId, version }`. `truth`: by event id
 * `{ recordId, version, order }`.
 * - lost: happened, and was never told
 * - invented: was told, and never happened, or not so
 * - duplicated: told again under another id: what remains after whoever goes by the id has dropped repeats
 * - repeats: told again under the same id
 * - holes: told while the record's version before had not been told
 * - reordered: told after a later version of its record
 * - displaced: told after what the log has later; of no meaning where records are told side by side
 */
export function judge(lines, truth) {
  const found = {
    told: lines.length,
    lost: 0,
    invented: 0,
    duplicated: 0,
    repeats: 0,
    holes: 0,
    reordered: 0,
    displaced: 0,
  };
  const ids = new Set();
  const changes = new Set();
  const latest = new Map();
  let last = 0;
  for (const { id, recordId, version } of lines) {
    if (ids.has(id)) {
      found.repeats += 1;
      continue;
    }
    ids.add(id);
    const change = `${recordId} ${version}`;
    if (changes.has(change) && !truth.has(id)) {
      found.duplicated += 1;
      continue;
    }
    changes.add(change);
    const fact = truth.get(id);
    if (!fact || fact.recordId !== recordId || fact.version !== version) found.invented += 1;
    const before = latest.get(recordId) ?? 0;
    if (version > before + 1) found.holes += 1;
    if (version < before) found.reordered += 1;
    latest.set(recordId, Math.max(before, version));
    if (fact && fact.order < last) found.displaced += 1;
    last = Math.max(last, fact?.order ?? 0);
  }
  for (const id of truth.keys()) if (!ids.has(id)) found.lost += 1;
  return found;
}

export function sum(findings) {
  const total = {};
  for (const finding of findings)
    for (const [name, count] of Object.entries(finding)) total[name] = (total[name] ?? 0) + count;
  return total;
}

/** Alters what one subscriber wrote down, as a faulty product would have. */
export const PLANTS = {
  loss: (lines) => lines.toSpliced(middle(lines), 1),
  duplicate: (lines) =>
    lines.toSpliced(middle(lines) + 1, 0, {
      ...lines[middle(lines)],
      id: `${lines[middle(lines)].id}_again`,
    }),
  repeat: (lines) => lines.toSpliced(middle(lines), 0, lines[middle(lines)]),
  swap: (lines) => {
    const [first, second] = neighbours(lines);
    const swapped = [...lines];
    [swapped[first], swapped[second]] = [lines[second], lines[first]];
    return swapped;
  },
};

const middle = (lines) => Math.floor(lines.length / 2);

/** Where two versions of one record stand that follow each other. */
function neighbours(lines) {
  const seen = new Map();
  for (const [at, { recordId }] of lines.entries()) {
    if (at > middle(lines) && seen.has(recordId)) return [seen.get(recordId), at];
    seen.set(recordId, at);
  }
  throw new Error('no record was told of twice');
}

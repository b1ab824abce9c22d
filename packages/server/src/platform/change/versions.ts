import { newId } from '../type-id';
import type { Command } from './command';
import type { FieldChange } from './differences';
import type { Telling, Touch } from './touch';

/** What a version says of a record, as its row in `record_version` does. */
export function versionsOf(touches: readonly Touch[], { by, reason }: Command, at: Date) {
  return touches.flatMap((touch) =>
    [...byLevel(touch)].map(([marking, changes]) => ({
      id: newId(),
      record_id: touch.id,
      record_type: touch.type,
      version: touch.version,
      marking,
      change: touch.kind,
      // Of a new record, whatever it says is what changed: see `changedIn`.
      changed: touch.isNew ? [] : [...new Set(changes.map((change) => change.path))],
      before: touch.isNew ? null : valuesOf(changes, 'before'),
      after: valuesOf(changes, 'after'),
      at,
      by,
      reason: reason ?? null,
    })),
  );
}

/** What is said of a record besides its changes: an entry of its own, which raises no version. */
export function versionOf(touch: Touch, telling: Telling, { by, reason }: Command, at: Date) {
  return {
    id: newId(),
    record_id: touch.id,
    record_type: touch.type,
    version: touch.version,
    marking: telling.marking,
    change: telling.change,
    changed: [telling.field],
    before: { [telling.field]: telling.before },
    after: { [telling.field]: telling.after },
    at,
    by,
    reason: reason ?? null,
  };
}

/** Changes by who may be told of them: one entry a marking. A new or erased record has an entry in any case. */
function byLevel({ changes, marking, isNew, kind }: Touch): Map<number, FieldChange[]> {
  const levels = new Map<number, FieldChange[]>();
  if (isNew || kind === 'EXPUNGED') levels.set(marking, []);
  for (const change of changes) {
    const level = Math.max(change.marking, marking);
    const told = levels.get(level);
    if (told) told.push(change);
    else levels.set(level, [change]);
  }
  return levels;
}

function valuesOf(changes: readonly FieldChange[], side: 'before' | 'after'): { [path: string]: unknown } {
  const values: { [path: string]: unknown } = {};
  for (const change of changes) if (change[side] !== undefined) values[change.path] = change[side];
  return values;
}

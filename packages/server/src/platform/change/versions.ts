import { newId } from '../type-id';
import type { Command } from './command';
import type { FieldChange } from './differences';
import type { Telling, Touch } from './touch';

/**
 * What versions say of records, as rows of `record_version` in JSON. Written as text at once: an object of a thousand different names,
 * which they are, costs more than everything else about them.
 */
export function versionsOf(touches: readonly Touch[], command: Command, at: Date): string[] {
  const versions: string[] = [];
  for (const touch of touches)
    for (const [marking, changes] of byLevel(touch))
      versions.push(
        rowOf(
          {
            ...stateOf(touch, command, at),
            marking,
            change: touch.kind,
            // Of a new record, whatever it says is what changed: see `changedIn`.
            changed: touch.isNew ? [] : [...new Set(changes.map((change) => change.path))],
          },
          touch.isNew ? 'null' : valuesOf(changes, 'before'),
          valuesOf(changes, 'after'),
        ),
      );
  return versions;
}

/** What is said of a record besides its changes: an entry of its own, which raises no version. */
export function versionOf(touch: Touch, telling: Telling, command: Command, at: Date): string {
  const { marking, change, field, before, after } = telling;
  return rowOf(
    { ...stateOf(touch, command, at), marking, change, changed: [field] },
    JSON.stringify({ [field]: before }),
    JSON.stringify({ [field]: after }),
  );
}

function stateOf({ id, type, version }: Touch, { by, reason }: Command, at: Date) {
  return { id: newId(), record_id: id, record_type: type, version, at, by, reason: reason ?? null };
}

function rowOf(state: object, before: string, after: string): string {
  return `${JSON.stringify(state).slice(0, -1)},"before":${before},"after":${after}}`;
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

/** The last of several changes of one field is what is told. */
function valuesOf(changes: readonly FieldChange[], side: 'before' | 'after'): string {
  let text = '';
  for (const change of changes)
    if (change[side] !== undefined) text += `,"${change.path}":${JSON.stringify(change[side])}`;
  return `{${text.slice(1)}}`;
}

import { DomainError } from '../../platform/errors';
import type { EventCursors, EventPosition } from './event-cursor.rule';

/** What the log says of itself, by clearance. */
interface Standing {
  readonly epoch: string;
  readonly heads: readonly number[];
  readonly oldest: readonly number[];
}

/** Never a silent wrong position: what the log no longer has, or never had, is refused. */
export function refuseLost(
  { epoch, clearance, number }: EventPosition,
  log: Standing,
  cursors: EventCursors,
  field = 'after',
): void {
  const head = log.heads[clearance] ?? 0;
  const oldest = log.oldest[clearance] ?? head;
  if (epoch !== log.epoch || number > head)
    throw new DomainError(
      'EPOCH_CHANGED',
      `${field} is a cursor of before the log was restored from a backup; start from a snapshot`,
      { field },
    );
  if (number < oldest)
    throw new DomainError(
      'CURSOR_EXPIRED',
      `${field} is older than the oldest event kept; start from a snapshot, or at oldestCursor, knowing that events are missing between`,
      { field, oldestCursor: cursors.write({ epoch: log.epoch, clearance, number: oldest }) },
    );
}

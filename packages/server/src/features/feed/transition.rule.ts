import { Transition } from './event.entity';
import type { Matcher } from './event-match.rule';
import { type Facets, type LogEntry, visibilityOf } from './log-entry.rule';

/** What an event means for whoever wants what matches; null: nothing. */
export function transitionOf(entry: LogEntry, matcher: Matcher, clearance: number): Transition | null {
  if (visibilityOf(entry, clearance) === 'NONE') return null;
  const fits = (facets: Facets | null): facets is Facets =>
    facets !== null && facets.marking <= clearance && matcher.matches(entry, facets, clearance);
  const { before, after } = entry;
  const wasIn = fits(before) && !before.isGone;
  const isIn = fits(after) && !after.isGone;
  if (isIn)
    return wasIn ? Transition.UPDATED : entry.change === 'RECORDED' ? Transition.CREATED : Transition.ENTERED;
  if (wasIn) return after.isGone ? Transition.DELETED : Transition.LEFT;
  // What happens to a record that is withdrawn already, such as its erasure.
  return after.isGone && (fits(before) || fits(after)) ? Transition.DELETED : null;
}

import { DomainError } from '../../platform/errors';
import { StreamStart, type Transition } from './event.entity';
import type { EventFilter } from './event-filter.input';
import { allMatching, type Matcher, ofEvent } from './event-match.rule';
import { isShownIn, type StreamField } from './frame.rule';
import type { LogEntry } from './log-entry.rule';
import { transitionOf } from './transition.rule';

/** What a subscription asks for. */
export interface StreamRequest {
  readonly field: StreamField;
  readonly after: string | null;
  readonly from: StreamStart;
  readonly filter: EventFilter | null;
  /** Null for typed views, which have no checkpoints. */
  readonly checkpointSeconds: number | null;
}

const SHORTEST_CHECKPOINT = 1;
const LONGEST_CHECKPOINT = 60;
const USUAL_CHECKPOINT = 15;

export interface StreamArguments {
  after?: string | null;
  from?: StreamStart | null;
  filter?: EventFilter | null;
  checkpointSeconds?: number | null;
}

export function streamRequest(field: StreamField, args: StreamArguments): StreamRequest {
  const seconds = args.checkpointSeconds ?? USUAL_CHECKPOINT;
  if (seconds < SHORTEST_CHECKPOINT || seconds > LONGEST_CHECKPOINT)
    throw new DomainError(
      'BAD_USER_INPUT',
      `checkpointSeconds must be ${SHORTEST_CHECKPOINT} to ${LONGEST_CHECKPOINT}, not ${seconds}`,
      { field: 'checkpointSeconds' },
    );
  return {
    field,
    after: args.after ?? null,
    from: args.from ?? StreamStart.LATEST,
    filter: args.filter ?? null,
    checkpointSeconds: field === 'events' ? seconds : null,
  };
}

/** A filter as a field narrows it: the typed views are of one type of record. */
export function narrowed(field: StreamField, filter: Matcher): Matcher {
  if (field === 'events') return filter;
  const type = ofEvent('type', [field === 'engagementChanged' ? 'engagement' : 'agreement']);
  return allMatching([filter, type]);
}

/** What an event means for a subscription; null: nothing. */
export function meaningOf(
  field: StreamField,
  entry: LogEntry,
  matcher: Matcher,
  clearance: number,
): Transition | null {
  const transition = transitionOf(entry, matcher, clearance);
  return transition !== null && isShownIn(field, entry, clearance) ? transition : null;
}

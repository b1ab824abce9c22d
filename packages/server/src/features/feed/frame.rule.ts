import type { AgreementStatus } from '../agreement/agreement.entity';
import {
  AgreementStatusChange,
  EngagementChange,
  type Event,
  EventDelivered,
  type EventFrame,
  type Transition,
} from './event.entity';
import type { LogEntry } from './log-entry.rule';

/** The forms in which the log is streamed: whole, or as a typed view of it. */
export type StreamField = 'events' | 'engagementChanged' | 'agreementStatusChanged';

/** Whether a typed view shows such an entry to a clearance at all. */
export function isShownIn(field: StreamField, entry: LogEntry, clearance: number): boolean {
  if (field === 'engagementChanged') return entry.recordType === 'engagement';
  return field === 'events' || statusChangeOf(entry, clearance) !== null;
}

export interface Told {
  cursor: string;
  event: Event;
  transition: Transition;
}

/** The frame that tells of an event; null where the view does not show it. */
export function frameOf(
  field: StreamField,
  entry: LogEntry,
  clearance: number,
  told: Told,
): EventFrame | null {
  if (!isShownIn(field, entry, clearance)) return null;
  if (field === 'events') return Object.assign(new EventDelivered(), told);
  if (field === 'engagementChanged') return Object.assign(new EngagementChange(), told);
  return Object.assign(new AgreementStatusChange(), told, statusChangeOf(entry, clearance));
}

/** What is derived differs by what a reader knows, and so does whether it changed. */
export function statusChangeOf(
  { recordType, before, after }: LogEntry,
  clearance: number,
): { from: AgreementStatus | null; to: AgreementStatus } | null {
  const isSeen = after.marking <= clearance && !after.isGone;
  const to = recordType === 'agreement' && isSeen ? after.statuses?.[clearance] : undefined;
  const from = before !== null && before.marking <= clearance ? (before.statuses?.[clearance] ?? null) : null;
  return to === undefined || to === from
    ? null
    : { from: from as AgreementStatus | null, to: to as AgreementStatus };
}

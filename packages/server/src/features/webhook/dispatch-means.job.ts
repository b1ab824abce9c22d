import type { OutboundAddresses } from '../../platform/public-address';
import type { SecretBox } from '../../platform/secret-box';
import type { EventContents } from '../feed/event.query';
import type { EventCursors } from '../feed/event-cursor.rule';
import type { EventLog, Statements } from '../feed/event-log.query';
import type { References } from '../record/references.query';

interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

export interface DispatchMeans {
  /** The owner of the tables. */
  db: Statements;
  log: EventLog;
  cursors: EventCursors;
  box: SecretBox;
  addresses: OutboundAddresses;
  /** What a clearance may see, read anew at each call. */
  audienceOf(clearance: number): { references: References; eventContents: EventContents };
  journal: Log;
  /** Most deliveries to one endpoint at a time. */
  window?: number;
  /** Milliseconds since 1970; a test may hasten it. */
  now?: () => number;
  /** From 0 to 1. */
  chance?: () => number;
}

import type { EventCursors } from '../features/feed/event-cursor.rule';
import type { OutboundAddresses } from '../platform/public-address';
import type { CursorSeal } from '../platform/read/cursor';
import type { StatementListener } from '../platform/read/session';
import type { SecretBox } from '../platform/secret-box';
import type { Database } from './database';

/** Who asks: what it may see, and whether it may write. Anonymous readers see what is CLEAR. */
export interface Viewer {
  account: string | null;
  clearance: number;
  mayWrite: boolean;
}

export const ANONYMOUS: Viewer = { account: null, clearance: 0, mayWrite: false };

/** What lasts as long as the process. */
export interface Runtime {
  database: Database;
  seal: CursorSeal;
  eventCursors: EventCursors;
  /** For the secrets of webhooks. */
  webhookSecrets: SecretBox;
  /** Which addresses others may have this server call. */
  outbound: OutboundAddresses;
  /** Today's date; a test may stop it. */
  today(): string;
  /** What a change is dated with; absent: the clock of the database. */
  clock?: () => Date;
  /** Called after each change of this process was committed. */
  committed?: () => void;
  heard?: StatementListener;
  /** For the test that the policies hold alone. */
  hasOnlyPolicies?: boolean;
}

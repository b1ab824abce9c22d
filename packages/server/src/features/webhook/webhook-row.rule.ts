import { typeIdOf } from '../../platform/type-id';
import type { EventCursors } from '../feed/event-cursor.rule';
import type { StoredFilter } from './stored-filter.rule';
import { Webhook } from './webhook.entity';

/** A row of `webhook`, as its driver gives it. */
export interface WebhookRow {
  id: string;
  account: string;
  clearance: number;
  name: string;
  url: string;
  filter: StoredFilter | null;
  secret: Buffer;
  former_secret: Buffer | null;
  former_secret_until: Date | null;
  revision: string;
  paused_at: Date | null;
  disabled_at: Date | null;
  disabled_reason: string | null;
  retired_at: Date | null;
  epoch: string;
  /** Numbers of its clearance; bigint comes as text. */
  reached: string;
  replay_reached: string | null;
  replay_until: string | null;
  failures: number;
  failing_since: Date | null;
}

/** What hangs on whose secret it is. */
export const ownerOf = (id: string): string => typeIdOf('webhook', id);

/** `oldestPending`: the number of the first event that was not accepted yet; what comes before it is dealt with. */
export function webhookOf(
  row: WebhookRow & { oldest_pending: string | null },
  cursors: EventCursors,
): Webhook {
  const number = row.oldest_pending === null ? Number(row.reached) : Number(row.oldest_pending) - 1;
  return Object.assign(new Webhook(), {
    id: row.id,
    account: row.account,
    clearance: row.clearance,
    name: row.name,
    url: row.url,
    filter: row.filter,
    pausedAt: row.paused_at,
    disabledAt: row.disabled_at,
    cursor: cursors.write({ epoch: row.epoch, clearance: row.clearance, number }),
    secret: null,
  });
}

import { uuidOf } from '../../platform/type-id';
import type { EventCursors } from '../feed/event-cursor.rule';
import type { Statements } from '../feed/event-log.query';
import { type DeliveryStatus, type Webhook, WebhookDelivery } from './webhook.entity';
import { type WebhookRow, webhookOf } from './webhook-row.rule';

/** Most webhooks of an account. */
export const MOST_WEBHOOKS = 100;
const MOST_DELIVERIES = 100;

const OLDEST_PENDING = `(SELECT min(d.number) FROM webhook_delivery d
   WHERE d.webhook_id = w.id AND d.status = 'PENDING' AND NOT d.is_replay AND d.number IS NOT NULL) AS oldest_pending`;

interface DeliveryRow {
  id: string;
  version_id: string | null;
  status: DeliveryStatus;
  attempts: number;
  http_status: number | null;
  last_attempt_at: Date | null;
}

/** Reads an account's webhooks as the owner of the tables: no reader's role has them. */
export class WebhookQuery {
  constructor(
    private readonly db: Statements,
    private readonly cursors: EventCursors,
    private readonly viewer: { account: string | null; clearance: number },
  ) {}

  async byId(id: string, field = 'id'): Promise<Webhook | null> {
    return this.#one('w.id = $3 AND w.retired_at IS NULL', uuidOf(id, 'webhook', field));
  }

  /** Also one that was retired just now, for the answer to that. */
  async anyById(uuid: string): Promise<Webhook | null> {
    return this.#one('w.id = $3', uuid);
  }

  /** For the two answers that show a secret. */
  async withSecret({ id, secret }: { id: string; secret: string }): Promise<Webhook | null> {
    const webhook = await this.anyById(id);
    return webhook && Object.assign(webhook, { secret });
  }

  async all(): Promise<Webhook[]> {
    return this.#select(`w.retired_at IS NULL ORDER BY w.id LIMIT ${MOST_WEBHOOKS}`, []);
  }

  async deliveries(webhookId: string, status: readonly DeliveryStatus[] | null): Promise<WebhookDelivery[]> {
    const rows: DeliveryRow[] = await this.db.query(
      `SELECT id, version_id, status, attempts, http_status, last_attempt_at FROM webhook_delivery
        WHERE webhook_id = $1 AND ($2::text[] IS NULL OR status = ANY($2)) ORDER BY nth DESC LIMIT ${MOST_DELIVERIES}`,
      [webhookId, status],
    );
    return rows.map(deliveryOf);
  }

  async delivery(id: string, field = 'id'): Promise<WebhookDelivery | null> {
    const [row]: DeliveryRow[] = await this.db.query(
      `SELECT d.* FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id
        WHERE w.account = $1 AND w.clearance <= $2 AND w.retired_at IS NULL AND d.id = $3`,
      [this.viewer.account, this.viewer.clearance, uuidOf(id, 'webhook_delivery', field)],
    );
    return row ? deliveryOf(row) : null;
  }

  async #one(where: string, id: string): Promise<Webhook | null> {
    return (await this.#select(where, [id]))[0] ?? null;
  }

  async #select(where: string, values: unknown[]): Promise<Webhook[]> {
    const { account, clearance } = this.viewer;
    if (account === null) return [];
    const rows: (WebhookRow & { oldest_pending: string | null })[] = await this.db.query(
      `SELECT w.*, ${OLDEST_PENDING} FROM webhook w WHERE w.account = $1 AND w.clearance <= $2 AND ${where}`,
      [account, clearance, ...values],
    );
    return rows.map((row) => webhookOf(row, this.cursors));
  }
}

function deliveryOf(row: DeliveryRow): WebhookDelivery {
  return Object.assign(new WebhookDelivery(), {
    id: row.id,
    versionId: row.version_id,
    status: row.status,
    attempts: row.attempts,
    httpStatus: row.http_status,
    lastAttemptAt: row.last_attempt_at,
  });
}

import type { Statements } from '../feed/event-log.query';
import type { WebhookRow } from './webhook-row.rule';

/** A delivery as its row says. */
export interface PendingRow {
  id: string;
  nth: string;
  webhook_id: string;
  version_id: string | null;
  number: string | null;
  attempts: number;
  due_at: Date;
}

/** Events that become deliveries, and how far their webhook gets by that. */
export interface Enrolment {
  id: string;
  isReplay: boolean;
  /** What the row says up to now: another leader may have been here. */
  from: number;
  to: number;
  isOver: boolean;
  deliveries: { id: string; versionId: string; number: number }[];
}

export interface Result {
  id: string;
  status: string;
  attempts: number;
  http_status: number | null;
  last_attempt_at: Date;
  due_at: Date;
}

/** How a webhook does. */
export interface Standing {
  id: string;
  failures: number;
  failing_since: Date | null;
  disabled_at: Date | null;
  disabled_reason: string | null;
}

const ACTIVE = 'retired_at IS NULL AND paused_at IS NULL AND disabled_at IS NULL';
const PENDING = 'id, nth, webhook_id, version_id, number, attempts, due_at';

/** The books of the sender. */
export class WebhookStore {
  constructor(private readonly db: Statements) {}

  /** Numbers by clearance, 0 to 4. */
  async head(): Promise<{ epoch: string; heads: number[] }> {
    const [row] = await this.db.query('SELECT epoch, numbers || seq AS heads FROM event_head');
    return { epoch: row.epoch, heads: row.heads.map(Number) };
  }

  active(): Promise<WebhookRow[]> {
    return this.db.query(`SELECT * FROM webhook WHERE ${ACTIVE} ORDER BY id`);
  }

  /** The revisions of those of them that are active. */
  async revisions(ids: readonly string[]): Promise<Map<string, string>> {
    const rows: { id: string; revision: string }[] = await this.db.query(
      `SELECT id, revision FROM webhook WHERE id = ANY($1::uuid[]) AND ${ACTIVE}`,
      [ids],
    );
    return new Map(rows.map(({ id, revision }) => [id, revision]));
  }

  pending(webhookId: string): Promise<PendingRow[]> {
    return this.db.query(
      `SELECT ${PENDING} FROM webhook_delivery WHERE webhook_id = $1 AND status = 'PENDING' ORDER BY nth`,
      [webhookId],
    );
  }

  tests(webhookIds: readonly string[]): Promise<PendingRow[]> {
    return this.db.query(
      `SELECT ${PENDING} FROM webhook_delivery WHERE webhook_id = ANY($1::uuid[]) AND status = 'PENDING' AND version_id IS NULL`,
      [webhookIds],
    );
  }

  /**
   * Deliveries and positions are one: no event is enrolled twice, none is passed over. Each webhook once. Answers with what was
   * enrolled.
   */
  enrol(enrolments: readonly Enrolment[], now: Date): Promise<PendingRow[]> {
    const moves = enrolments.map(({ deliveries: _, ...move }) => move);
    const rows = enrolments.flatMap(({ id, isReplay, deliveries }) =>
      deliveries.map((each) => ({ ...each, webhookId: id, isReplay })),
    );
    const placed = rows.map((row, place) => ({ ...row, place }));
    return this.db.query(
      `WITH moved AS (
         UPDATE webhook w SET
                reached = CASE WHEN m."isReplay" THEN w.reached ELSE m."to" END,
                replay_reached = CASE WHEN NOT m."isReplay" THEN w.replay_reached WHEN NOT m."isOver" THEN m."to" END,
                replay_until = CASE WHEN NOT m."isReplay" OR NOT m."isOver" THEN w.replay_until END
           FROM jsonb_to_recordset($1::jsonb) AS m(id uuid, "isReplay" boolean, "from" bigint, "to" bigint, "isOver" boolean)
          WHERE w.id = m.id AND ${ACTIVE} AND m."from" = CASE WHEN m."isReplay" THEN w.replay_reached ELSE w.reached END
         RETURNING w.id)
       INSERT INTO webhook_delivery (id, webhook_id, version_id, number, is_replay, created_at, due_at)
       SELECT d.id, d."webhookId", d."versionId", d.number, d."isReplay", $3, $3
         FROM jsonb_to_recordset($2::jsonb) AS d(id uuid, "webhookId" uuid, "versionId" uuid, number bigint, "isReplay" boolean, place integer)
         JOIN moved ON moved.id = d."webhookId"
        ORDER BY d.place
       RETURNING ${PENDING}`,
      [JSON.stringify(moves), JSON.stringify(placed), now],
    );
  }

  /** What came of many attempts, and how their webhooks do. */
  async settle(results: readonly Result[], standings: readonly Standing[]): Promise<void> {
    await this.db.query(
      `WITH result AS (
         UPDATE webhook_delivery d SET status = r.status, attempts = r.attempts, http_status = r.http_status,
                last_attempt_at = r.last_attempt_at, due_at = r.due_at
           FROM jsonb_to_recordset($1::jsonb)
             AS r(id uuid, status text, attempts integer, http_status smallint, last_attempt_at timestamptz, due_at timestamptz)
          WHERE d.id = r.id AND d.status = 'PENDING')
       UPDATE webhook w SET failures = s.failures, failing_since = s.failing_since,
              disabled_at = coalesce(w.disabled_at, s.disabled_at), disabled_reason = coalesce(w.disabled_reason, s.disabled_reason)
         FROM jsonb_to_recordset($2::jsonb)
           AS s(id uuid, failures integer, failing_since timestamptz, disabled_at timestamptz, disabled_reason text)
        WHERE w.id = s.id`,
      [JSON.stringify(results), JSON.stringify(standings)],
    );
  }

  /** Deliveries that nobody is to know of any more. */
  async forget(ids: readonly string[]): Promise<void> {
    await this.db.query('DELETE FROM webhook_delivery WHERE id = ANY($1::uuid[])', [ids]);
  }

  /** What the log no longer has cannot be sent. */
  async giveUp(ids: readonly string[]): Promise<void> {
    await this.db.query(
      `UPDATE webhook_delivery SET status = 'FAILED' WHERE id = ANY($1::uuid[]) AND status = 'PENDING'`,
      [ids],
    );
  }

  /** Its place in the log is lost: what it waits for is, too. */
  async disable(id: string, reason: string, now: Date): Promise<void> {
    await this.db.query(
      `WITH lost AS (UPDATE webhook_delivery SET status = 'FAILED' WHERE webhook_id = $1 AND status = 'PENDING')
       UPDATE webhook SET disabled_at = $3, disabled_reason = $2, replay_reached = NULL, replay_until = NULL
        WHERE id = $1 AND disabled_at IS NULL`,
      [id, reason, now],
    );
  }
}

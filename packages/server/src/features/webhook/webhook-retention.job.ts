import type { Statements } from '../feed/event-log.query';

const HOUR_MS = 3_600_000;
const KEPT_DAYS = 30;
/** For as long as a repeat of the command gets its answer, and a little more. */
const RETIRED_HOURS = 48;
/** Rows that one statement deletes, so that none takes long. */
const AT_ONCE = 5_000;

/** Ends the delivery log after 30 days, and what is left of retired webhooks. */
export class WebhookRetention {
  readonly name = 'retention of deliveries';
  readonly everyMs = HOUR_MS;

  constructor(private readonly db: Statements) {}

  async run(isOver: AbortSignal): Promise<void> {
    await this.#delete(`status <> 'PENDING' AND created_at < now() - interval '${KEPT_DAYS} days'`, isOver);
    const gone = `SELECT id FROM webhook WHERE retired_at < now() - interval '${RETIRED_HOURS} hours'`;
    await this.#delete(`webhook_id IN (${gone})`, isOver);
    if (!isOver.aborted) await this.db.query(`DELETE FROM webhook WHERE id IN (${gone})`);
    // What a rotation replaced signs no more.
    await this.db.query(
      'UPDATE webhook SET former_secret = NULL, former_secret_until = NULL WHERE former_secret_until < now()',
    );
  }

  async #delete(which: string, isOver: AbortSignal): Promise<void> {
    for (let gone = AT_ONCE; gone === AT_ONCE && !isOver.aborted; ) {
      const [row] = await this.db.query(
        `WITH old AS (DELETE FROM webhook_delivery WHERE id IN
           (SELECT id FROM webhook_delivery WHERE ${which} ORDER BY created_at LIMIT ${AT_ONCE}) RETURNING 1)
         SELECT count(*)::integer AS gone FROM old`,
      );
      gone = row.gone;
    }
  }
}

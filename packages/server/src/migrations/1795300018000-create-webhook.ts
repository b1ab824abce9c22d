import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateWebhook1795300018000 implements MigrationInterface {
  name = 'CreateWebhook1795300018000';

  async up(db: QueryRunner): Promise<void> {
    // No reader's role has any right to these: an account's own are read by the server for it.
    await db.query(`
      CREATE TABLE webhook (
        id uuid PRIMARY KEY,
        account text NOT NULL,
        clearance smallint NOT NULL CHECK (clearance BETWEEN 0 AND 4),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
        url text NOT NULL,
        filter jsonb,
        secret bytea NOT NULL,
        former_secret bytea,
        former_secret_until timestamptz(3),
        registered_at timestamptz(3) NOT NULL,
        -- Rises with every amendment, so that the sender knows when what it holds is old.
        revision bigint NOT NULL DEFAULT 1,
        paused_at timestamptz(3),
        disabled_at timestamptz(3),
        disabled_reason text,
        -- Kept for as long as a repeat of the command may ask for the answer.
        retired_at timestamptz(3),
        -- Up to where events have become deliveries: a number of its clearance, in an epoch of the log.
        epoch text NOT NULL,
        reached bigint NOT NULL,
        replay_reached bigint,
        replay_until bigint,
        failures integer NOT NULL DEFAULT 0,
        failing_since timestamptz(3),
        CHECK ((former_secret IS NULL) = (former_secret_until IS NULL)),
        CHECK ((replay_reached IS NULL) = (replay_until IS NULL))
      )`);
    // Serves webhooks.
    await db.query('CREATE INDEX webhook_by_account ON webhook (account, id)');

    await db.query(`
      CREATE TABLE webhook_delivery (
        id uuid PRIMARY KEY,
        -- The order in which deliveries of a record are made.
        nth bigint GENERATED ALWAYS AS IDENTITY,
        webhook_id uuid NOT NULL REFERENCES webhook ON DELETE CASCADE,
        -- Null: a test.
        version_id uuid,
        number bigint,
        is_replay boolean NOT NULL DEFAULT false,
        status text NOT NULL DEFAULT 'PENDING' CHECK (status IN ('PENDING', 'DELIVERED', 'FAILED')),
        attempts integer NOT NULL DEFAULT 0,
        http_status smallint,
        created_at timestamptz(3) NOT NULL,
        due_at timestamptz(3) NOT NULL,
        last_attempt_at timestamptz(3),
        CHECK ((version_id IS NULL) = (number IS NULL))
      )`);
    // Serves Webhook.deliveries.
    await db.query('CREATE INDEX webhook_delivery_by_webhook ON webhook_delivery (webhook_id, nth DESC)');
    // Serves the sender, and how far a webhook got.
    await db.query(
      `CREATE INDEX webhook_delivery_pending ON webhook_delivery (webhook_id, nth) WHERE status = 'PENDING'`,
    );
    // Serves Webhook.deliveries of what was given up, which is rare.
    await db.query(
      `CREATE INDEX webhook_delivery_failed ON webhook_delivery (webhook_id, nth DESC) WHERE status = 'FAILED'`,
    );
    // Serves the end of the delivery log.
    await db.query('CREATE INDEX webhook_delivery_by_age ON webhook_delivery (created_at)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE webhook_delivery');
    await db.query('DROP TABLE webhook');
  }
}

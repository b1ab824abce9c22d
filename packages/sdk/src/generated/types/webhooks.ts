// Generated from schema.graphql and operations/*.graphql by `pnpm --filter @entente/sdk run generate`. Do not edit.
import type { Change, Cursor, DateTime, EventFilter } from './common.js';

/** How a delivery stands. */
export const DeliveryStatus = {
  /** Accepted. */
  DELIVERED: 'DELIVERED',
  /** Given up; replayWebhook sends it again. */
  FAILED: 'FAILED',
  /** To be tried, or tried again. */
  PENDING: 'PENDING'
} as const;
export type DeliveryStatus = (typeof DeliveryStatus)[keyof typeof DeliveryStatus] | (string & {});

/** An endpoint. */
export type WebhookInput = {
  /** Where to begin; only when registering. Absent: from now on. */
  after?: Cursor | null;
  /** What it wants. Absent: all you may see. */
  filter?: EventFilter | null;
  /** Pause or resume it. */
  isPaused?: boolean | null;
  /** What it is for, 1 to 100 characters; needed when registering. */
  name?: string | null;
  /** Where to send, https, a public address; needed when registering. */
  url?: string | null;
};

/** An endpoint, and how far it got. */
export interface WebhookSummary {
  /** Its type and UUIDv7. Example: `engagement_01h455vb4pex5vsknk084sn02q`. */
  id: string;
  /** What it is for. */
  name: string;
  /** Where events are sent. */
  url: string;
  /** What it wants, as given; null for all. */
  filter: unknown | null;
  /** When its owner paused it; null if not. */
  pausedAt: DateTime | null;
  /** When the server gave up, after failures or 410 Gone; null if not. */
  disabledAt: DateTime | null;
  /** How far it got. */
  cursor: Cursor;
}

/** An endpoint with the secret that is shown only once. */
export interface WebhookWithSecret extends WebhookSummary {
  /** The signing secret, `whsec_…`; only in the answers of registerWebhook and rotateWebhookSecret. */
  secret: string | null;
}

/** An endpoint with its delivery log. */
export interface WebhookDetail extends WebhookSummary {
  /** The delivery log, the latest first (at most 100, 30 days). */
  deliveries: Array<{
    id: string;
    /** How it stands. */
    status: DeliveryStatus;
    /** How often it was tried. */
    attempts: number;
    /** The last answer; null if there was none. */
    httpStatus: number | null;
    /** When it was last tried. */
    lastAttemptAt: DateTime | null;
    /** The event; null if past retention or hidden. */
    event: {
      id: string;
      /** Which one. */
      recordId: string;
      /** Its version after the change. */
      recordVersion: number;
      /** What happened. */
      change: Change;
    } | null;
  }>;
}

/** What `getWebhook` takes. */
export interface GetWebhookVariables {
  /** Begins with `webhook_`. */
  id: string;
  status?: Array<DeliveryStatus> | null;
}

/** What `listWebhooks` takes. */
export interface ListWebhooksVariables {
}

/** What `registerWebhook` takes. */
export interface RegisterWebhookVariables {
  /** Where to send what. */
  input: WebhookInput;
}

/** What `amendWebhook` takes. */
export interface AmendWebhookVariables {
  /** Which one. */
  id: string;
  /** What changes. */
  input: WebhookInput;
}

/** What `rotateWebhookSecret` takes. */
export interface RotateWebhookSecretVariables {
  /** Which one. */
  id: string;
}

/** What `replayWebhook` takes. */
export interface ReplayWebhookVariables {
  /** Which one. */
  id: string;
  /** Send what comes after this. */
  after: Cursor;
  /** Up to and including this. Absent: the head. */
  until?: Cursor | null;
}

/** What `sendTestEvent` takes. */
export interface SendTestEventVariables {
  /** Which webhook. */
  id: string;
}

/** What `retireWebhook` takes. */
export interface RetireWebhookVariables {
  /** Which one. */
  id: string;
}

import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Cursor, DateTime, Json, Url } from '../../platform/scalars';
import { Node } from '../record/record.entity';

export enum DeliveryStatus {
  PENDING = 'PENDING',
  DELIVERED = 'DELIVERED',
  FAILED = 'FAILED',
}

registerEnumType(DeliveryStatus, {
  name: 'DeliveryStatus',
  description: 'How a delivery stands.',
  valuesConfig: {
    PENDING: { description: 'To be tried, or tried again.' },
    DELIVERED: { description: 'Accepted.' },
    FAILED: { description: 'Given up; replayWebhook sends it again.' },
  },
});

@ObjectType({
  implements: Node,
  description: 'A named filter and the endpoint that gets what matches.',
})
export class Webhook extends Node {
  account: string;
  clearance: number;

  @Field(() => String, { description: 'What it is for.' })
  name: string;

  @Field(() => Url, { description: 'Where events are sent.' })
  url: string;

  @Field(() => Json, { nullable: true, description: 'What it wants, as given; null for all.' })
  filter: unknown;

  @Field(() => DateTime, { nullable: true, description: 'When its owner paused it; null if not.' })
  pausedAt: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the server gave up, after failures or 410 Gone; null if not.',
  })
  disabledAt: Date | null;

  @Field(() => Cursor, { description: 'How far it got.' })
  cursor: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The signing secret, `whsec_…`; only in the answers of registerWebhook and rotateWebhookSecret.',
  })
  secret: string | null;

  override get table(): string {
    return 'webhook';
  }
}

@ObjectType({ implements: Node, description: 'One event to one endpoint.' })
export class WebhookDelivery extends Node {
  /** Null: a test. */
  versionId: string | null;

  @Field(() => DeliveryStatus, { description: 'How it stands.' })
  status: DeliveryStatus;

  @Field(() => Int, { description: 'How often it was tried.' })
  attempts: number;

  @Field(() => Int, { nullable: true, description: 'The last answer; null if there was none.' })
  httpStatus: number | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was last tried.' })
  lastAttemptAt: Date | null;

  override get table(): string {
    return 'webhook_delivery';
  }
}

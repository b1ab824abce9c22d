import { Arg, Args, ArgsType, Field, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Services } from '../../app/context';
import { Using } from '../../platform/read/using';
import { Cursor } from '../../platform/scalars';
import { typeIdOf } from '../../platform/type-id';
import { Event } from '../feed/event.entity';
import { RecordArgs } from '../record/command-args.input';
import { DeliveryStatus, Webhook, WebhookDelivery } from './webhook.entity';
import { WebhookInput } from './webhook.input';

const WHICH = { description: 'Which one.' };

@ArgsType()
class ReplayArgs extends RecordArgs {
  @Field(() => ID, WHICH)
  id: string;

  @Field(() => Cursor, { description: 'Send what comes after this.' })
  after: string;

  @Field(() => Cursor, { nullable: true, description: 'Up to and including this. Absent: the head.' })
  until?: string | null;
}

@Resolver(() => Webhook)
export class WebhookResolver {
  @Query(() => Webhook, { nullable: true, description: 'One webhook.' })
  webhook(
    @Arg('id', () => ID, { description: 'Begins with `webhook_`.' }) id: string,
    @Using() { webhooks }: Services,
  ): Promise<Webhook | null> {
    return webhooks.byId(id);
  }

  @Query(() => [Webhook], { description: "Your webhooks (at most 100); everybody's for the role ADMIN." })
  webhooks(@Using() { webhooks }: Services): Promise<Webhook[]> {
    return webhooks.all();
  }

  @FieldResolver(() => [WebhookDelivery], {
    description: 'The delivery log, the latest first (at most 100, 30 days).',
  })
  deliveries(
    @Arg('status', () => [DeliveryStatus], { nullable: true, description: 'Of these. Absent: all.' })
    status: DeliveryStatus[] | null,
    @Root() { id }: Webhook,
    @Using() { webhooks }: Services,
  ): Promise<WebhookDelivery[]> {
    return webhooks.deliveries(id, status ?? null);
  }

  @Mutation(() => Webhook, {
    nullable: true,
    description: 'Registers an endpoint; the secret is shown only now. Role ANALYST.',
  })
  async registerWebhook(
    @Arg('input', () => WebhookInput, { description: 'Where to send what.' }) input: WebhookInput,
    @Args(() => RecordArgs) { idempotencyKey }: RecordArgs,
    @Using() { webhooks, recording }: Services,
  ): Promise<Webhook | null> {
    return webhooks.withSecret(await recording.webhooks.register(input, idempotencyKey));
  }

  @Mutation(() => Webhook, {
    nullable: true,
    description: 'Changes, pauses or resumes an endpoint. Its owner, or ADMIN.',
  })
  async amendWebhook(
    @Arg('id', () => ID, WHICH) id: string,
    @Arg('input', () => WebhookInput, { description: 'What changes.' }) input: WebhookInput,
    @Args(() => RecordArgs) { idempotencyKey }: RecordArgs,
    @Using() { webhooks, recording }: Services,
  ): Promise<Webhook | null> {
    return webhooks.anyById(await recording.webhooks.amend(id, input, idempotencyKey));
  }

  @Mutation(() => Webhook, {
    nullable: true,
    description: 'Gives a new secret; the old one signs too for 24 hours. Its owner, or ADMIN.',
  })
  async rotateWebhookSecret(
    @Arg('id', () => ID, WHICH) id: string,
    @Args(() => RecordArgs) { idempotencyKey }: RecordArgs,
    @Using() { webhooks, recording }: Services,
  ): Promise<Webhook | null> {
    return webhooks.withSecret(await recording.webhooks.rotate(id, idempotencyKey));
  }

  @Mutation(() => Webhook, {
    nullable: true,
    description: 'Sends a range of events again. Its owner, or ADMIN.',
  })
  async replayWebhook(
    @Args(() => ReplayArgs) { id, after, until, idempotencyKey }: ReplayArgs,
    @Using() { webhooks, recording }: Services,
  ): Promise<Webhook | null> {
    return webhooks.anyById(await recording.webhooks.replay(id, after, until ?? null, idempotencyKey));
  }

  @Mutation(() => Webhook, {
    nullable: true,
    description: 'Sends one signed test event. Its owner, or ADMIN.',
  })
  async sendTestEvent(
    @Arg('id', () => ID, { description: 'Which webhook.' }) id: string,
    @Args(() => RecordArgs) { idempotencyKey }: RecordArgs,
    @Using() { webhooks, recording }: Services,
  ): Promise<Webhook | null> {
    return webhooks.anyById(await recording.webhooks.test(id, idempotencyKey));
  }

  @Mutation(() => Webhook, {
    nullable: true,
    description: 'Removes an endpoint. Answers with what it was. Its owner, or ADMIN.',
  })
  async retireWebhook(
    @Arg('id', () => ID, WHICH) id: string,
    @Args(() => RecordArgs) { idempotencyKey }: RecordArgs,
    @Using() { webhooks, recording }: Services,
  ): Promise<Webhook | null> {
    return webhooks.anyById(await recording.webhooks.retire(id, idempotencyKey));
  }
}

@Resolver(() => WebhookDelivery)
export class WebhookDeliveryResolver {
  @FieldResolver(() => Event, {
    nullable: true,
    description: 'The event; null if past retention or hidden.',
  })
  async event(@Root() { versionId }: WebhookDelivery, @Using() { events }: Services): Promise<Event | null> {
    return versionId === null ? null : events.byId(typeIdOf('event', versionId), 'id');
  }
}

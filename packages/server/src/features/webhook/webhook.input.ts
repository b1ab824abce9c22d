import { Field, InputType } from 'type-graphql';
import { Cursor, Url } from '../../platform/scalars';
import { EventFilter } from '../feed/event-filter.input';

@InputType({ description: 'An endpoint.' })
export class WebhookInput {
  @Field(() => String, {
    nullable: true,
    description: 'What it is for, 1 to 100 characters; needed when registering.',
  })
  name?: string | null;

  @Field(() => Url, {
    nullable: true,
    description: 'Where to send, https, a public address; needed when registering.',
  })
  url?: string | null;

  @Field(() => EventFilter, { nullable: true, description: 'What it wants. Absent: all you may see.' })
  filter?: EventFilter | null;

  @Field(() => Cursor, {
    nullable: true,
    description: 'Where to begin; only when registering. Absent: from now on.',
  })
  after?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Pause or resume it.' })
  isPaused?: boolean | null;
}

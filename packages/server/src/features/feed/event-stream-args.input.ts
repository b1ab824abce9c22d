import { ArgsType, Field, Int } from 'type-graphql';
import { Cursor } from '../../platform/scalars';
import { StreamStart } from './event.entity';
import { EventFilter } from './event-filter.input';

@ArgsType()
export class ChangeStreamArgs {
  @Field(() => Cursor, { nullable: true, description: 'Go on after this.' })
  after?: string | null;

  @Field(() => EventFilter, { nullable: true, description: 'Absent: all you may see.' })
  filter?: EventFilter | null;
}

@ArgsType()
export class EventStreamArgs {
  @Field(() => Cursor, {
    nullable: true,
    description: 'Go on after this. Too old is CURSOR_EXPIRED, of another epoch EPOCH_CHANGED.',
  })
  after?: string | null;

  @Field(() => EventFilter, { nullable: true, description: 'Absent: all you may see.' })
  filter?: EventFilter | null;

  @Field(() => StreamStart, {
    nullable: true,
    defaultValue: StreamStart.LATEST,
    description: 'Where to begin when `after` is absent.',
  })
  from?: StreamStart | null;

  @Field(() => Int, { nullable: true, defaultValue: 15, description: 'Between checkpoints, 1 to 60.' })
  checkpointSeconds?: number | null;
}

import { Arg, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { Services } from '../../app/context';
import { Using } from '../../platform/read/using';
import { Cursor } from '../../platform/scalars';
import { typeIdOf } from '../../platform/type-id';
import { Agreement } from '../agreement/agreement.entity';
import { Engagement } from '../engagement/engagement.entity';
import { DomainRecord } from '../record/record.entity';
import {
  AgreementStatusChange,
  EngagementChange,
  Event,
  EventConnection,
  SnapshotItem,
} from './event.entity';
import { EventFilter } from './event-filter.input';

@Resolver(() => Event)
export class EventResolver {
  @Query(() => EventConnection, {
    description:
      'Every change after a cursor, in log order, deletions included: the pull form of the stream.',
  })
  events(
    @Arg('after', () => Cursor, {
      nullable: true,
      description: 'Where to go on. Absent: the oldest event kept.',
    })
    after: string | null,
    @Arg('filter', () => EventFilter, { nullable: true, description: 'Absent: all you may see.' })
    filter: EventFilter | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 100, description: 'How many, 0 to 1000.' })
    first: number | null,
    @Using() { events }: Services,
  ): Promise<EventConnection> {
    return events.page({ after, filter, first });
  }

  @FieldResolver(() => ID, { description: 'Stable over all transports and retries.' })
  id(@Root() event: Event): string {
    return typeIdOf(event.table, event.id);
  }

  @FieldResolver(() => DomainRecord, {
    nullable: true,
    description: 'The record as it is now, for you; null if gone or hidden.',
  })
  record(@Root() event: Event, @Using() { records }: Services): Promise<DomainRecord | null> {
    return records.byId(event.recordKey);
  }
}

@Resolver(() => SnapshotItem)
export class SnapshotItemResolver {
  @FieldResolver(() => DomainRecord, { description: 'The record.' })
  record(@Root() item: SnapshotItem, @Using() { records }: Services): Promise<DomainRecord | null> {
    return records.byId(item.recordId);
  }
}

@Resolver(() => EngagementChange)
export class EngagementChangeResolver {
  @FieldResolver(() => Engagement, {
    nullable: true,
    description: 'The engagement as it is now; null if gone or hidden.',
  })
  engagement(@Root() { event }: EngagementChange, @Using() { reader }: Services): Promise<Engagement | null> {
    return reader.one(Engagement, event.recordKey);
  }
}

@Resolver(() => AgreementStatusChange)
export class AgreementStatusChangeResolver {
  @FieldResolver(() => Agreement, {
    nullable: true,
    description: 'The agreement as it is now; null if gone or hidden.',
  })
  agreement(
    @Root() { event }: AgreementStatusChange,
    @Using() { reader }: Services,
  ): Promise<Agreement | null> {
    return reader.one(Agreement, event.recordKey);
  }
}

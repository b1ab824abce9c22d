import { Field, ID, Int, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';
import { PageInfo } from '../../platform/read/page';
import { typeNames } from '../../platform/read/type-names';
import { Cursor, DateTime, Json } from '../../platform/scalars';
import { AgreementStatus } from '../agreement/agreement.entity';
import { Node } from '../record/record.entity';
import { Change } from '../record/version.entity';

/** In tables their names are in lower case. */
export enum RecordType {
  ACTOR = 'ACTOR',
  POSITION = 'POSITION',
  PLACE = 'PLACE',
  TOPIC = 'TOPIC',
  ENGAGEMENT = 'ENGAGEMENT',
  AGREEMENT = 'AGREEMENT',
  CONTEXT_EVENT = 'CONTEXT_EVENT',
  SOURCE = 'SOURCE',
  CLAIM = 'CLAIM',
}

registerEnumType(RecordType, {
  name: 'RecordType',
  description: 'The types of record.',
  valuesConfig: {
    ACTOR: { description: 'State, Organization, Person or ActorGroup.' },
    POSITION: { description: 'Position.' },
    PLACE: { description: 'Place.' },
    TOPIC: { description: 'Topic.' },
    ENGAGEMENT: { description: 'Engagement.' },
    AGREEMENT: { description: 'Agreement.' },
    CONTEXT_EVENT: { description: 'ContextEvent.' },
    SOURCE: { description: 'Source.' },
    CLAIM: { description: 'Claim.' },
  },
});

export enum Transition {
  CREATED = 'CREATED',
  UPDATED = 'UPDATED',
  DELETED = 'DELETED',
  ENTERED = 'ENTERED',
  LEFT = 'LEFT',
}

registerEnumType(Transition, {
  name: 'Transition',
  description: 'What a change means for a filter and a reader.',
  valuesConfig: {
    CREATED: { description: 'New in the log and in the filter.' },
    UPDATED: { description: 'Was in, is in.' },
    DELETED: { description: 'Withdrawn or erased.' },
    ENTERED: { description: 'Came in, by a change or a lowered marking.' },
    LEFT: { description: 'Went out, by a change or a raised marking.' },
  },
});

export enum StreamStart {
  LATEST = 'LATEST',
  EARLIEST = 'EARLIEST',
  SNAPSHOT = 'SNAPSHOT',
}

registerEnumType(StreamStart, {
  name: 'StreamStart',
  description: 'Where a stream begins.',
  valuesConfig: {
    LATEST: { description: 'With what happens from now on.' },
    EARLIEST: { description: 'With the oldest event kept.' },
    SNAPSHOT: { description: 'With the records as they are, then with what happens.' },
  },
});

/** As one clearance is told of it. */
@ObjectType({ implements: Node, description: 'One change, as an entry of the event log.' })
export class Event extends Node {
  @Field(() => RecordType, { description: 'What changed.' })
  recordType: RecordType;

  @Field(() => ID, { description: 'Which one.' })
  recordId: string;

  /** The record's id in memory. */
  recordKey: string;

  @Field(() => Int, { description: 'Its version after the change.' })
  recordVersion: number;

  @Field(() => Change, { description: 'What happened.' })
  change: Change;

  @Field(() => [String], { description: 'Fields and parts that changed.' })
  changed: readonly string[];

  @Field(() => Json, { nullable: true, description: 'The changed values before; see schemaVersion.' })
  before: unknown;

  @Field(() => Json, { nullable: true, description: 'The changed values after.' })
  after: unknown;

  @Field(() => DateTime, { description: 'When it was committed.' })
  at: Date;

  @Field(() => String, { description: 'The account or importer.' })
  by: string;

  @Field(() => String, { nullable: true, description: 'Why, if said.' })
  reason: string | null;

  @Field(() => Int, { description: 'Of `before` and `after`; additive within a number.' })
  schemaVersion: number;

  /** Its row is one of `record_version`; on the wire it is an event. */
  override get table(): string {
    return 'event';
  }
}

@ObjectType({ description: 'An event in the log.' })
export class EventEdge {
  @Field(() => Cursor, { description: 'Its position, for your clearance.' })
  cursor: string;

  @Field(() => Transition, { description: 'What it means for the filter.' })
  transition: Transition;

  @Field(() => Event, { description: 'The event.' })
  node: Event;
}

@ObjectType({ description: 'A page of the log: each event has a cursor of its own to resume from.' })
export abstract class EventConnection {
  @Field(() => [EventEdge], { name: 'edges', description: 'The page with cursors.' })
  abstract readonly edges: Promise<EventEdge[]>;

  @Field(() => [Event], { name: 'nodes', description: 'The page.' })
  abstract readonly nodes: Promise<Event[]>;

  @Field(() => PageInfo, { name: 'pageInfo', description: 'Where the page ends.' })
  abstract readonly pageInfo: Promise<PageInfo>;

  @Field(() => Cursor, {
    description: 'After the latest event of the log, whatever the filter; `first: 0` asks for this alone.',
  })
  readonly head: string;

  @Field(() => Cursor, { description: 'Before the oldest event kept (90 days).' })
  readonly oldest: string;
}

@InterfaceType({ description: 'One frame of a stream.', resolveType: typeNames })
export abstract class EventFrame {
  @Field(() => Cursor, { description: 'To be saved once the frame is dealt with; of one clearance.' })
  cursor: string;
}

@ObjectType({ implements: EventFrame, description: 'An event.' })
export class EventDelivered extends EventFrame {
  @Field(() => Cursor, { description: 'Where to resume.' })
  override cursor: string;

  @Field(() => Event, { description: 'The event.' })
  event: Event;

  @Field(() => Transition, { description: 'What it means for the filter.' })
  transition: Transition;
}

@ObjectType({
  implements: EventFrame,
  description: 'A record as it is. Apply it if its version is newer than yours.',
})
export class SnapshotItem extends EventFrame {
  @Field(() => Cursor, { description: 'Where to resume the snapshot.' })
  override cursor: string;

  recordId: string;
}

@ObjectType({ implements: EventFrame, description: 'The snapshot is complete; the log follows.' })
export class SnapshotEnd extends EventFrame {
  @Field(() => Cursor, { description: 'Where the log goes on.' })
  override cursor: string;
}

@ObjectType({
  implements: EventFrame,
  description: 'Nothing matched for a while; the position advanced. Sent by time only.',
})
export class Checkpoint extends EventFrame {
  @Field(() => Cursor, { description: 'Where to resume.' })
  override cursor: string;

  @Field(() => Int, { description: 'How far behind the log this stream is.' })
  lagMs: number;

  @Field(() => DateTime, { description: "The server's clock." })
  serverTime: Date;
}

@ObjectType({ implements: EventFrame, description: 'A change of an engagement.' })
export class EngagementChange extends EventFrame {
  @Field(() => Cursor, { description: 'Where to resume.' })
  override cursor: string;

  @Field(() => Event, { description: 'The event.' })
  event: Event;

  @Field(() => Transition, { description: 'What it means for the filter.' })
  transition: Transition;
}

@ObjectType({ implements: EventFrame, description: "A change of an agreement's status." })
export class AgreementStatusChange extends EventFrame {
  @Field(() => Cursor, { description: 'Where to resume.' })
  override cursor: string;

  @Field(() => Event, { description: 'The event.' })
  event: Event;

  @Field(() => Transition, { description: 'What it means for the filter.' })
  transition: Transition;

  @Field(() => AgreementStatus, { nullable: true, description: 'The status before; null if new.' })
  from: AgreementStatus | null;

  @Field(() => AgreementStatus, { description: 'The status after.' })
  to: AgreementStatus;
}

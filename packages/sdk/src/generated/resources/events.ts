// Generated from schema.graphql and operations/*.graphql by `pnpm --filter @entente/sdk run generate`. Do not edit.
import type { CallOptions } from '../../options.js';
import type { Core } from '../../core.js';
import { type HasDocument, listing, single } from '../../operation.js';
import type { Uncounted } from '../../paginate.js';
import type { Stream, StreamOptions } from '../../stream.js';
import { streaming } from '../../streaming.js';
import { ChangeEvent as ChangeEventText, RecordEvent as RecordEventText, StreamedRecord as StreamedRecordText } from '../fragments.js';
import type { AnyEventFrame, EventAtPosition, EventBounds, EventsVariables, GetEventBoundsVariables, ListEventsVariables } from '../types/events.js';

export * from '../../resources/events.js';

/**
 * Everything that changes, in one order, as it happens. It connects again by itself and goes on after what you dealt with;
 * an item counts as dealt with when the next one is asked for.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `filter`: Absent: all you may see.
 * @param options - Where to begin, where to remember it, signal and the like.
 * @throws CursorExpiredError - Something was missed, too long ago to be told; see `onGap`.
 * @throws EpochChangedError - The log was restored from a backup; see `onGap`.
 * @throws AbortedError - Your signal ended it.
 * @throws EntenteError - The server refuses for good.
 * @example
 * ```ts
 * for await (const item of events(entente, { filter: { between: ['QA', 'IQ'] } }, { from: 'SNAPSHOT' })) {
 *   console.log(item.kind, item.recordId, item.recordVersion, item.record?.label);
 *   break; // or follow it for ever
 * }
 * ```
 */
export const events: (<Options extends StreamOptions = object>(core: Core, variables?: EventsVariables, options?: Options) => Stream<AnyEventFrame, Options>) & HasDocument = /*#__PURE__*/ streaming<EventsVariables, AnyEventFrame>('events', 6, 'subscription events($after:Cursor$filter:EventFilter$from:StreamStart$checkpointSeconds:Int){events(after:$after filter:$filter from:$from checkpointSeconds:$checkpointSeconds){__typename cursor ...on EventDelivered{transition event{...RecordEvent}}...on SnapshotItem{record{...StreamedRecord}}...on Checkpoint{lagMs serverTime}}}', RecordEventText, ChangeEventText, StreamedRecordText);

/**
 * The event log, the oldest first, page by page; the stream goes on after any `cursor`.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - `filter`: Absent: all you may see.
 * @param options - Signal, deadline and the like.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * for (const { cursor, transition, node } of await listEvents(entente, { filter: { recordType: ['AGREEMENT'] } }).take(5)) console.log(cursor, transition, node.recordId);
 * ```
 */
export const listEvents: ((core: Core, variables?: ListEventsVariables, options?: CallOptions) => Uncounted<EventAtPosition>) & HasDocument = /*#__PURE__*/ listing<ListEventsVariables, EventAtPosition>('events', 4, 'query listEvents($filter:EventFilter$first:Int$after:Cursor){events(filter:$filter first:$first after:$after){nodes:edges{cursor transition node{...RecordEvent}}pageInfo{hasNextPage endCursor}}}', RecordEventText, ChangeEventText, StreamedRecordText);

/**
 * Where the log begins and ends, for you: the positions before the oldest event and after the latest.
 *
 * @param core - A client, or the bare core of one.
 * @param variables - None.
 * @param options - Signal, deadline and the like.
 * @throws NotFoundError - There is none, or none for you.
 * @throws EntenteError - Whatever else went wrong.
 * @example
 * ```ts
 * const { head } = await getEventBounds(entente);
 * console.log(head);
 * ```
 */
export const getEventBounds: ((core: Core, variables?: GetEventBoundsVariables, options?: CallOptions) => Promise<EventBounds>) & HasDocument = /*#__PURE__*/ single<GetEventBoundsVariables, EventBounds>('events', 1, 'query getEventBounds{events(first:0){head oldest}}');

import type { RecordEvent, StreamedRecord } from './generated/types.js';
import type { PartOf } from './testing-part.js';

/**
 * The event log of a fake server, and what can befall those who follow it. Filters are not applied: tell what would match.
 *
 * @example
 * ```ts
 * import { createClient } from '@entente/sdk';
 * import { createFakeServer } from '@entente/sdk/testing';
 *
 * const server = createFakeServer();
 * const log = server.events;
 * const client = createClient({ url: 'http://fake.test/graphql', fetch: server.fetch });
 * log.tell({ recordId: 'agreement_1' }).tell({ recordId: 'agreement_2' });
 *
 * const got: string[] = [];
 * for await (const item of client.events({}, { from: 'EARLIEST', onGap: 'earliest', silenceMs: 200 })) {
 *   got.push(item.kind === 'gap' ? item.reason : item.recordId);
 *   if (got.length === 1) log.drop().repeat();
 *   if (got.length === 2) log.silence().tell({ recordId: 'agreement_3' });
 *   if (got.length === 3) log.tell({ recordId: 'agreement_4' }).expire().drop();
 *   if (got.length === 4) log.tell({ recordId: 'agreement_5' });
 *   if (got.length === 5) break;
 * }
 * console.log(got.join(), server.requests.length); // agreement_1,agreement_2,agreement_3,CURSOR_EXPIRED,agreement_5
 * ```
 */
export interface FakeEvents {
  /** Where the log begins and ends. */
  readonly bounds: { readonly head: string; readonly oldest: string };
  /** How many connections are open. */
  readonly connections: number;
  /** What a stream that begins with a snapshot hands out. */
  records: PartOf<StreamedRecord>[];
  /** Tells an event. `frame` goes beside it: `transition`, or `from` and `to` of a status. */
  tell(event: PartOf<RecordEvent>, frame?: Readonly<Record<string, unknown>>): FakeEvents;
  /** Tells the last event again, with its id. */
  repeat(): FakeEvents;
  /** Tells the position alone. */
  checkpoint(): FakeEvents;
  /** Breaks every connection. */
  drop(): FakeEvents;
  /** Leaves every connection open and says nothing over it any more, not even a heartbeat. */
  silence(): FakeEvents;
  /** Has every frame take so many milliseconds from now on. */
  delay(ms: number): FakeEvents;
  /** Forgets what was told so far: cursors of before are CURSOR_EXPIRED. */
  expire(): FakeEvents;
  /** Restores the log from a backup: cursors of before are EPOCH_CHANGED. Every connection breaks. */
  changeEpoch(): FakeEvents;
}

interface Log extends FakeEvents {
  connect(
    query: string,
    variables: Record<string, unknown>,
    signal: AbortSignal | null | undefined,
  ): Response;
}

interface Connection {
  send(text: string): void;
  break(): void;
  isSilent: boolean;
}

type Entry = Record<string, unknown> & { __typename?: string };

const typenames: Record<string, string> = {
  engagementChanged: 'EngagementChange',
  agreementStatusChanged: 'AgreementStatusChange',
};

export function createFakeEvents(): Log {
  const entries: Entry[] = [];
  const open = new Map<Connection, (entry: Entry, cursor: string) => string>();
  let epoch = 1;
  let kept = 0;
  let told = 0;
  let delayMs = 0;

  const cursorOf = (position: number): string => `${epoch}.${position}`;
  const send = (connection: Connection, text: string): void => {
    const now = (): void => {
      if (!connection.isSilent && open.has(connection)) connection.send(text);
    };
    if (delayMs > 0) setTimeout(now, delayMs);
    else now();
  };
  const add = (entry: Entry): Log => {
    entries.push(entry);
    for (const [connection, write] of open) send(connection, write(entry, cursorOf(entries.length)));
    return log;
  };

  const log: Log = {
    records: [],
    get bounds() {
      return { head: cursorOf(entries.length), oldest: cursorOf(kept) };
    },
    get connections() {
      return open.size;
    },
    tell(event, frame) {
      told++;
      const record = { id: event.recordId, version: event.recordVersion ?? 1 };
      return add({
        transition: 'UPDATED',
        event: { id: `event_${told}`, recordVersion: 1, change: 'AMENDED', changed: [], record, ...event },
        ...frame,
      });
    },
    repeat() {
      const last = entries.filter(({ event }) => event).at(-1);
      return last ? add(last) : log;
    },
    checkpoint: () => add({ __typename: 'Checkpoint', lagMs: 0, serverTime: new Date().toISOString() }),
    drop() {
      for (const connection of [...open.keys()]) connection.break();
      return log;
    },
    silence() {
      for (const connection of open.keys()) connection.isSilent = true;
      return log;
    },
    delay(ms) {
      delayMs = ms;
      return log;
    },
    expire() {
      kept = entries.length;
      return log;
    },
    changeEpoch() {
      epoch++;
      return log.drop();
    },
    connect(query, { after, from = 'LATEST' }, signal) {
      const [, alias, field = ''] = /subscription[^{]*\{\s*(?:(\w+)\s*:\s*)?(\w+)/.exec(query) ?? [];
      const write = (entry: Entry, cursor: string): string => {
        const { event = {} } = entry as { event?: { record?: unknown } };
        const { record = null } = event;
        const frame = {
          __typename: typenames[field] ?? 'EventDelivered',
          ...(field !== 'events' && { record, engagement: record, agreement: record }),
          ...entry,
          cursor,
        };
        return `event: next\nid: ${cursor}\ndata: ${JSON.stringify({ data: { [alias ?? field]: frame } })}\n\n`;
      };
      const refusal = refusalOf(after as string | null | undefined);
      if (refusal) return refusal;

      let leave = (): void => {};
      const body = new ReadableStream<string>({
        start(controller) {
          const connection: Connection = {
            isSilent: false,
            send: (text) => controller.enqueue(text),
            break() {
              leave();
              controller.error(new TypeError('The connection was dropped'));
            },
          };
          leave = () => {
            open.delete(connection);
            signal?.removeEventListener('abort', connection.break);
          };
          signal?.addEventListener('abort', connection.break);
          open.set(connection, write);
          const begin = after ?? (from === 'EARLIEST' ? cursorOf(kept) : cursorOf(entries.length));
          const [, position, item = from === 'SNAPSHOT' && !after ? '0' : undefined] =
            String(begin).split('.');
          if (item) {
            for (let index = Number(item); index < log.records.length; index++) {
              const entry = { __typename: 'SnapshotItem', record: log.records[index] };
              send(connection, write(entry, `${epoch}.${position}.${index + 1}`));
            }
            send(connection, write({ __typename: 'SnapshotEnd' }, `${epoch}.${position}`));
          }
          for (let index = Number(position); index < entries.length; index++)
            send(connection, write(entries[index] as Entry, cursorOf(index + 1)));
        },
        cancel: () => leave(),
      });
      return new Response(body.pipeThrough(new TextEncoderStream()), {
        headers: { 'content-type': 'text/event-stream' },
      });
    },
  };

  function refusalOf(after: string | null | undefined): Response | undefined {
    if (!after) return undefined;
    const [ofEpoch = 0, position = 0] = after.split('.').map(Number);
    const isOther = ofEpoch !== epoch || !(position <= entries.length);
    if (!isOther && position >= kept) return undefined;
    const extensions = isOther
      ? { code: 'EPOCH_CHANGED' }
      : { code: 'CURSOR_EXPIRED', oldestCursor: cursorOf(kept) };
    const message = isOther ? 'The cursor is of another log' : 'The cursor is older than the log';
    return new Response(
      `event: next\ndata: ${JSON.stringify({ data: null, errors: [{ message, extensions }] })}\n\nevent: complete\ndata:\n\n`,
      { headers: { 'content-type': 'text/event-stream' } },
    );
  }
  return log;
}

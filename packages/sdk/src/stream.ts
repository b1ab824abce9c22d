import type { CursorExpiredError, EpochChangedError, Fault } from './errors.js';
import type { Transport } from './transport.js';

/** Where a stream remembers how far it got, for instance a `fileCursor()` of `@entente/sdk/node`. */
export interface CursorStore {
  /** What was saved last; null if nothing was. */
  load(): Promise<string | null>;
  /** Called one at a time, each time after an item was dealt with; the next item waits for it. */
  save(cursor: string): Promise<void>;
}

/** How a stream is followed. */
export interface StreamOptions {
  /** Where to begin if there is no cursor. Absent: `LATEST`, with what happens from now on. `SNAPSHOT` is for `events`; to others it is `EARLIEST`. */
  readonly from?: 'LATEST' | 'EARLIEST' | 'SNAPSHOT' | undefined;
  /** Go on after this cursor, unless the store knows a later one. */
  readonly after?: string | null | undefined;
  /** Remembers how far the stream got: an item's cursor is saved when the next item is asked for. */
  readonly store?: CursorStore | undefined;
  /** Ends the stream with an `AbortedError`; what was dealt with is saved before. */
  readonly signal?: AbortSignal | undefined;
  /** What to do when something was missed: throw (absent), or hand out an item of the kind `gap` and go on from there. */
  readonly onGap?: 'snapshot' | 'earliest' | 'latest' | undefined;
  /** Whether to hand out checkpoints and the end of the snapshot, too. */
  readonly checkpoints?: boolean | undefined;
  /** How many seconds between checkpoints, 1 to 60. Absent: 15. */
  readonly checkpointSeconds?: number | undefined;
  /** After how many milliseconds without a byte to connect anew. Absent: three checkpoints. */
  readonly silenceMs?: number | undefined;
  /** Sent with each connection. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** What carries the stream. Absent: as the client says, or else server-sent events. */
  readonly transport?: Transport | undefined;
}

/** Something was missed between the items before and after this one; only with `onGap`. */
export interface Gap {
  readonly kind: 'gap';
  /** `CURSOR_EXPIRED`: it was too long ago; `EPOCH_CHANGED`: the log was restored from a backup. */
  readonly reason: 'CURSOR_EXPIRED' | 'EPOCH_CHANGED' | (string & {});
  /** From where the stream goes on. */
  readonly from: 'snapshot' | 'earliest' | 'latest';
  /** What would have been thrown. */
  readonly error: CursorExpiredError | EpochChangedError;
}

interface Position {
  /** Where to resume once this is dealt with. */
  readonly cursor: string;
}

interface Told extends Position {
  /** The record. */
  readonly recordId: string;
  /** Its version; apply the item if yours is older. */
  readonly recordVersion: number;
  /** What could not be read of it; null stands in its place. */
  readonly errors: readonly Fault[];
}

/** What every frame has. */
export interface AnyFrame {
  readonly __typename: string;
  readonly cursor: string;
}

type RecordOf<Frame> = Frame extends { record: infer Found }
  ? Found
  : Frame extends { event: { record: infer Found } }
    ? Found
    : never;

/** A frame as it is handed out: a change with its event, or a record of the snapshot. */
export type ItemOf<Frame extends AnyFrame> = Frame extends { __typename: 'SnapshotItem' }
  ? Told & Omit<Frame, '__typename'> & { readonly kind: 'snapshot' }
  : Frame extends { event: unknown }
    ? Told &
        Omit<Frame, '__typename'> & {
          readonly kind: 'change';
          /** The record as it is now, for you; null if gone or hidden. */
          readonly record: RecordOf<Frame>;
        }
    : never;

/** A frame that only says how far the stream is; only with `checkpoints`. */
export type MarkOf<Frame extends AnyFrame> = Frame extends { __typename: 'Checkpoint' }
  ? Omit<Frame, '__typename'> & { readonly kind: 'checkpoint' }
  : 'SnapshotEnd' extends Frame['__typename']
    ? Omit<Frame, '__typename'> & { readonly kind: 'snapshotEnd' }
    : never;

/** What follows a subscription until the loop is left, the signal aborts, or the server refuses for good. */
export type Stream<Frame extends AnyFrame, Options = object> = AsyncIterableIterator<
  | ItemOf<Frame>
  | ('onGap' extends keyof Options ? Gap : never)
  | ('checkpoints' extends keyof Options ? MarkOf<Frame> : never)
>;

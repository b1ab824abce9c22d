import type { Streams } from '../../../features/feed/streams.stream';

export type { Frame, Sink } from '../../../features/feed/frame.stream';

/** What the transports need of the feed. */
export type StreamSource = Pick<Streams, 'attach'>;

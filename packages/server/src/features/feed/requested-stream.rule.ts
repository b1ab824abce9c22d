import type { EventFrame } from './event.entity';
import type { StreamRequest } from './stream-request.rule';

/** What a frame is resolved from. */
export interface FrameRoot {
  frame: EventFrame;
}

/** Stands where graphql-js wants a stream: the frames themselves come from the engine, in which many subscriptions share them. */
export class RequestedStream implements AsyncIterable<FrameRoot> {
  constructor(readonly request: StreamRequest) {}

  [Symbol.asyncIterator](): AsyncIterator<FrameRoot> {
    throw new Error('a requested stream is served by the engine, not iterated');
  }
}

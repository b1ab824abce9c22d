import type { DocumentNode } from 'graphql';
import type { Frame, Sink, StreamViewer } from './frame.stream';

export type { Frame, Sink };

/** A subscription as a transport asks for it. */
export interface StreamAsk {
  /** Validated, its limits checked. Give the same object for the same text: what is derived from it is kept with it. */
  document: DocumentNode;
  variables: Record<string, unknown>;
  operationName: string | null;
  viewer: StreamViewer;
  requestId: string;
  /** Of a client that comes back; stands above `after`. */
  lastEventId?: string | null;
}

/** Every subscription of the process. */
export class Streams {
  get count(): number {
    return 0;
  }

  /**
   * Throws before anything is attached. Once it resolves the subscription is live: only then may a transport acknowledge it.
   */
  async attach(_ask: StreamAsk, _sink: Sink): Promise<{ detach(): void }> {
    return { detach: () => undefined };
  }

  async stop(): Promise<void> {}
}

/** One answer of a subscription, made once for all who get it. */
export interface Frame {
  /** JSON text of the ExecutionResult, UTF-8. */
  readonly body: Buffer;
  /** Where to resume after it. */
  readonly cursor: string;
}

/** Where the frames of one subscription go: a transport's side of it. */
export interface Sink {
  send(frame: Frame): void;
  /** True while the peer has not taken what was sent: the subscription waits, and nothing is kept for it. */
  readonly isFull: boolean;
  /** Set by the streams; called when a sink that was full can take again. */
  onDrain?: (() => void) | null;
  /** The stream ends with this error; nothing follows. */
  fail(error: unknown): void;
}

/** Who is told. As `Viewer` of the application, of which nothing else matters here. */
export interface StreamViewer {
  readonly account: string | null;
  readonly clearance: number;
  readonly mayWrite: boolean;
}

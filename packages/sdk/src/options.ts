/** What may be said of one call. */
export interface CallOptions {
  /** Aborts the call. */
  readonly signal?: AbortSignal | undefined;
  /** How long the call may take, all attempts together, in milliseconds. Of a list: each page. */
  readonly deadlineMs?: number | undefined;
  /** How long one attempt may take, in milliseconds. Absent: as the client says. */
  readonly timeoutMs?: number | undefined;
  /** Sent with this call. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** What may be said of one call that writes. */
export interface WriteOptions extends CallOptions {
  /** Marks repeats of one write: within 24 hours the server carries it out once. Absent: a new one, kept over retries. */
  readonly idempotencyKey?: string | undefined;
}

/** What `call` is told beside the public options. */
export interface InnerOptions extends WriteOptions {
  /** Whether an answer with data and errors is an answer. */
  readonly partial?: boolean | undefined;
}

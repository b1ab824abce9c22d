import { type DocumentNode, parse, validate } from 'graphql';
import { type Feed, type FeedOptions, openFeed } from '../../src/app/feed';
import { schema } from '../../src/app/schema';
import type { Frame, Sink } from '../../src/features/feed/streams.stream';
import { createLog } from '../../src/platform/log';
import type { Api } from './api';

// biome-ignore lint/suspicious/noExplicitAny: tests look into frames of any shape.
type Told = any;

/** A subscriber in memory: keeps what it was sent, as text, and can stall. */
export class Ear implements Sink {
  readonly frames: Frame[] = [];
  error: Told = null;
  /** Takes so many more, then is full. */
  room = Number.POSITIVE_INFINITY;
  detach: () => void = () => undefined;
  onDrain: (() => void) | null = null;

  get isFull(): boolean {
    return this.room <= 0;
  }

  send(frame: Frame): void {
    this.room--;
    this.frames.push(frame);
  }

  fail(error: unknown): void {
    this.error = error;
  }

  /** What each frame says of its field, checkpoints left out. */
  get told(): Told[] {
    return this.answers.filter((told) => told?.__typename !== 'Checkpoint');
  }

  get answers(): Told[] {
    return this.frames.map(({ body }) => {
      const { data, errors } = JSON.parse(body.toString());
      return errors ? { errors } : Object.values(data)[0];
    });
  }
}

const documents = new Map<string, DocumentNode>();

/** Parsed once, as transports do: the streams know a document by its identity. */
function documentOf(text: string): DocumentNode {
  let document = documents.get(text);
  if (!document) {
    document = parse(text);
    const faults = validate(schema(), document);
    if (faults.length > 0) throw new Error(faults.map((fault) => fault.message).join('\n'));
    documents.set(text, document);
  }
  return document;
}

export interface Listen {
  variables?: Record<string, unknown>;
  clearance?: number;
  lastEventId?: string;
  ear?: Ear;
}

/** The streams of a process on the database of `api`, without a network. */
export class Listening {
  private constructor(readonly feed: Feed) {}

  static async on(api: Api, options: Partial<FeedOptions> = {}): Promise<Listening> {
    const log = createLog({ level: 'silent' });
    return new Listening(await openFeed(api.runtime, { log, deadlineMs: 10_000, ...options }));
  }

  get streams() {
    return this.feed.streams;
  }

  async hear(text: string, { variables = {}, clearance = 4, lastEventId, ear = new Ear() }: Listen = {}) {
    const { detach } = await this.streams.attach(
      {
        document: documentOf(text),
        variables,
        operationName: null,
        viewer: { account: null, clearance, mayWrite: false },
        requestId: 'test',
        lastEventId: lastEventId ?? null,
      },
      ear,
    );
    ear.detach = detach;
    return ear;
  }

  stop(): Promise<void> {
    return this.feed.stop();
  }
}

/** Waits until it is so, and fails with what was waited for when it does not come to be. */
export async function until(isSo: () => boolean, what: string, ms = 5_000): Promise<void> {
  const end = Date.now() + ms;
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

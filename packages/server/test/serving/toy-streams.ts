import { type DocumentNode, type ExecutionResult, execute, GraphQLError, type GraphQLSchema } from 'graphql';
import type { Frame, Sink } from '../../src/features/feed/frame.stream';
import type { StreamAsk } from '../../src/features/feed/streams.stream';
import { DomainError } from '../../src/platform/errors';

/** A feed that says what it is told to, with the manners of the real one: it asks a sink before it sends, and keeps nothing for it. */
export class ToyStreams {
  readonly asked: StreamAsk[] = [];
  readonly sinks = new Set<Sink>();
  most = 0;
  #number = 0;

  constructor(private readonly schema: GraphQLSchema) {}

  get count(): number {
    return this.sinks.size;
  }

  async attach(ask: StreamAsk, sink: Sink): Promise<{ detach(): void }> {
    this.asked.push(ask);
    if (ask.lastEventId === 'cursor_old')
      throw new DomainError('CURSOR_EXPIRED', 'Older than what the log keeps', { oldestCursor: 'cursor_0' });
    if (ask.variables.after === 'broken') throw new Error('SELECT hunter2 FROM event_log');
    if (ask.variables.after === 'late') await new Promise((resolve) => setTimeout(resolve, 250));
    if (ask.variables.after === 'invalid') throw new GraphQLError('Variable "$after" is not a cursor');
    this.sinks.add(sink);
    this.most = Math.max(this.most, this.sinks.size);
    return { detach: () => this.sinks.delete(sink) };
  }

  /** Tells everybody who listens and can take it; one frame for all. */
  async tell(greeting: string): Promise<Frame> {
    this.#number += 1;
    const [ask] = this.asked;
    const result = ask ? await this.#result(ask.document, greeting) : {};
    const frame = { cursor: `cursor_${this.#number}`, body: Buffer.from(JSON.stringify(result)) };
    for (const sink of this.sinks) if (!sink.isFull) sink.send(frame);
    return frame;
  }

  /** To each as often as it can take, at once. Answers how many each took. */
  pour(body: Buffer, most: number): number[] {
    return [...this.sinks].map((sink) => {
      let sent = 0;
      while (sent < most && !sink.isFull) {
        this.#number += 1;
        sink.send({ cursor: `cursor_${this.#number}`, body });
        sent += 1;
      }
      return sent;
    });
  }

  async #result(document: DocumentNode, greeting: string): Promise<ExecutionResult> {
    return execute({ schema: this.schema, document, rootValue: { greetings: greeting } });
  }
}

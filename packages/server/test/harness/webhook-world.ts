import { type WebhookJobs, webhookJobs } from '../../src/app/webhooks';
import { createLog } from '../../src/platform/log';
import { Api } from './api';
import { Receiver } from './receiver';

let count = 0;

/** The sender of webhooks over a database of its own, with a clock that can be hastened. */
export class WebhookWorld {
  /** How far the sender's clock is ahead. */
  ahead = 0;
  /** Every line of the log. */
  readonly lines: string[] = [];
  readonly #receivers: Receiver[] = [];
  readonly #senders: { end: AbortController; jobs: WebhookJobs; done: Promise<void> }[] = [];

  private constructor(readonly api: Api) {}

  static async open(): Promise<WebhookWorld> {
    return new WebhookWorld(await Api.open());
  }

  readonly now = () => Date.now() + this.ahead;

  /** As the leader does; nothing is numbered but by `api.sequence()`. Twice: as if two believed to lead. */
  start(more: { window?: number } = {}): void {
    const log = createLog({ level: 'trace', to: { write: (line: string) => void this.lines.push(line) } });
    const jobs = webhookJobs(this.api.runtime, log, { now: this.now, chance: () => 0.5, ...more });
    const end = new AbortController();
    const done = Promise.resolve(jobs.jobs[0]?.run(end.signal));
    this.#senders.push({ end, jobs, done });
  }

  /** In order, as a leader that is told to. */
  async stop(): Promise<void> {
    for (const { end, done, jobs } of this.#senders.splice(0)) {
      end.abort();
      await done;
      await jobs.stop();
    }
  }

  /** As if the process was killed: nothing of what is under way is written. */
  async kill(): Promise<void> {
    for (const { end, done, jobs } of this.#senders.splice(0)) {
      await jobs.stop();
      end.abort();
      await done;
    }
  }

  async receiver(): Promise<Receiver> {
    const receiver = await Receiver.open();
    this.#receivers.push(receiver);
    return receiver;
  }

  async register(url: string, input: object = {}): Promise<{ id: string; secret: string; cursor: string }> {
    const { registerWebhook } = await this.api.data(
      'mutation ($input: WebhookInput!) { registerWebhook(input: $input) { id secret cursor } }',
      { input: { name: 'A desk', url, ...input } },
    );
    return registerWebhook;
  }

  // biome-ignore lint/suspicious/noExplicitAny: as the harness of the API.
  async ask(id: string): Promise<any> {
    const { webhook } = await this.api.data(
      `query ($id: ID!) { webhook(id: $id) { id cursor pausedAt disabledAt deliveries { id status attempts httpStatus lastAttemptAt event { id change } } } }`,
      { id },
    );
    return webhook;
  }

  /** A record with so many versions, numbered at once; answers with its id. */
  async record(versions = 1, input: object = {}): Promise<string> {
    const id = await this.write(versions, input);
    await this.api.sequence();
    return id;
  }

  /** As `record`, not numbered. */
  async write(versions = 1, input: object = {}): Promise<string> {
    count++;
    const slug = `t-${process.pid}-${count}`;
    const { recordTopic } = await this.api.data(
      'mutation ($input: TopicInput!) { recordTopic(input: $input) { id } }',
      { input: { slug, names: [{ value: slug }], ...input } },
    );
    for (let version = 1; version < versions; version++) await this.amend(recordTopic.id, version);
    return recordTopic.id;
  }

  async amend(id: string, version: number, input: object = {}): Promise<void> {
    await this.api.data(
      'mutation ($id: ID!, $version: Int!, $input: TopicInput!) { amendTopic(id: $id, expectedVersion: $version, input: $input) { id } }',
      { id, version, input: { names: [{ value: `version ${version + 1} of ${id}` }], ...input } },
    );
  }

  async close(): Promise<void> {
    await this.stop();
    await Promise.all(this.#receivers.map((receiver) => receiver.close()));
    await this.api.close();
  }
}

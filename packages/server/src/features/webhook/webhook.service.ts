import sql from 'sql-template-tag';
import type { Change } from '../../platform/change/change';
import type { Transaction } from '../../platform/change/transaction';
import { DomainError } from '../../platform/errors';
import type { OutboundAddresses } from '../../platform/public-address';
import type { SecretBox } from '../../platform/secret-box';
import { newId, uuidOf } from '../../platform/type-id';
import type { EventCursors } from '../feed/event-cursor.rule';
import type { EventFilter } from '../feed/event-filter.input';
import { matcherOf } from '../feed/event-filter.service';
import { EventLog, type LogState } from '../feed/event-log.query';
import { refuseLost } from '../feed/event-position.rule';
import type { Writer } from '../record/commands.service';
import { References } from '../record/references.query';
import { newSecret } from './signature.rule';
import { toStored } from './stored-filter.rule';
import type { WebhookInput } from './webhook.input';
import { MOST_WEBHOOKS } from './webhook.query';
import { ownerOf, type WebhookRow } from './webhook-row.rule';

/** The secret is kept sealed, in the answer for a repeat too. */
interface SealedAnswer {
  id: string;
  sealed: string;
}

interface Means {
  change: Change;
  writer: Writer;
  cursors: EventCursors;
  box: SecretBox;
  addresses: OutboundAddresses;
}

type Key = string | null | undefined;

export class WebhookService {
  constructor(private readonly means: Means) {}

  async register(input: WebhookInput, key: Key): Promise<{ id: string; secret: string }> {
    const { change, writer, box } = this.means;
    const command = writer.command('registerWebhook', { input }, key);
    const clearance = command.clearance ?? 0;
    const name = nameOf(input.name ?? '');
    const url = await this.#checked(input.url);
    const answer = await change.run(command, async (tx): Promise<SealedAnswer> => {
      await url();
      await refuseMany(tx);
      const begin = this.#begin(await stateOf(tx), input.after ?? null, clearance);
      const id = newId();
      const secret = box.seal(newSecret(), ownerOf(id));
      await tx.rows(sql`
        INSERT INTO webhook (id, account, clearance, name, url, filter, secret, registered_at, paused_at, epoch, reached)
        VALUES (${id}, ${command.by}, ${clearance}, ${name}, ${input.url}, ${await filterText(tx, input.filter)}::jsonb, ${secret},
                now(), ${input.isPaused ? new Date() : null}, ${begin.epoch}, ${begin.number})`);
      return { id, sealed: secret.toString('base64') };
    });
    return this.#opened(answer);
  }

  async amend(id: string, input: WebhookInput, key: Key): Promise<string> {
    const { change, writer } = this.means;
    const command = writer.command('amendWebhook', { id, input }, key);
    if (input.after != null)
      throw refusal('after', 'is only for registering; replayWebhook sends a range again');
    if (input.url === null) throw refusal('url', 'cannot be taken away; give another one');
    const url = await this.#checked(input.url);
    return change.run(command, async (tx) => {
      const row = await own(tx, id);
      if (input.url !== undefined) await url();
      if (input.name !== undefined)
        await tx.rows(sql`UPDATE webhook SET name = ${nameOf(input.name ?? '')} WHERE id = ${row.id}`);
      if (input.url !== undefined)
        await tx.rows(sql`UPDATE webhook SET url = ${input.url} WHERE id = ${row.id}`);
      if (input.filter !== undefined)
        await tx.rows(
          sql`UPDATE webhook SET filter = ${await filterText(tx, input.filter)}::jsonb WHERE id = ${row.id}`,
        );
      if (input.isPaused === true)
        await tx.rows(sql`UPDATE webhook SET paused_at = coalesce(paused_at, now()) WHERE id = ${row.id}`);
      if (input.isPaused === false) await this.#resume(tx, row);
      await tx.rows(sql`UPDATE webhook SET revision = revision + 1 WHERE id = ${row.id}`);
      return row.id;
    });
  }

  async rotate(id: string, key: Key): Promise<{ id: string; secret: string }> {
    const { change, writer, box } = this.means;
    const answer = await change.run(
      writer.command('rotateWebhookSecret', { id }, key),
      async (tx): Promise<SealedAnswer> => {
        const row = await own(tx, id);
        const secret = box.seal(newSecret(), ownerOf(row.id));
        await tx.rows(sql`UPDATE webhook SET former_secret = secret, former_secret_until = now() + interval '24 hours', secret = ${secret},
          revision = revision + 1 WHERE id = ${row.id}`);
        return { id: row.id, sealed: secret.toString('base64') };
      },
    );
    return this.#opened(answer);
  }

  /** What is still on its way to the endpoint for the first time is not sent twice: a replay ends where the webhook got to. */
  async replay(id: string, after: string, until: string | null, key: Key): Promise<string> {
    const { change, writer, cursors } = this.means;
    return change.run(writer.command('replayWebhook', { id, after, until }, key), async (tx) => {
      const row = await own(tx, id);
      if (row.replay_until !== null)
        throw new DomainError(
          'CONFLICT',
          'A replay of this webhook is under way; ask again when it is done',
          {
            field: 'id',
          },
        );
      const state = await stateOf(tx);
      const position = (text: string, field: string) => {
        const read = cursors.read(text, row.clearance, field);
        refuseLost(read, state, cursors, field);
        return read.number;
      };
      if (row.epoch !== state.epoch) throw stopped('was stopped when the log was restored');
      const from = position(after, 'after');
      const to = Math.min(Number(row.reached), until === null ? Infinity : position(until, 'until'));
      if (until !== null && position(until, 'until') < from)
        throw refusal('until', 'comes before after; give the earlier cursor as after');
      if (from < to)
        await tx.rows(
          sql`UPDATE webhook SET replay_reached = ${from}, replay_until = ${to}, revision = revision + 1 WHERE id = ${row.id}`,
        );
      return row.id;
    });
  }

  async test(id: string, key: Key): Promise<string> {
    const { change, writer } = this.means;
    return change.run(writer.command('sendTestEvent', { id }, key), async (tx) => {
      const row = await own(tx, id);
      if (row.paused_at ?? row.disabled_at) throw stopped('is paused or disabled');
      await tx.rows(
        sql`INSERT INTO webhook_delivery (id, webhook_id, created_at, due_at) VALUES (${newId()}, ${row.id}, now(), now())`,
      );
      return row.id;
    });
  }

  async retire(id: string, key: Key): Promise<string> {
    const { change, writer } = this.means;
    return change.run(writer.command('retireWebhook', { id }, key), async (tx) => {
      const row = await own(tx, id);
      await tx.rows(sql`UPDATE webhook SET retired_at = now(), secret = ''::bytea, former_secret = NULL, former_secret_until = NULL,
        revision = revision + 1 WHERE id = ${row.id}`);
      return row.id;
    });
  }

  /**
   * Takes up where it stopped. Where the log has no such place any more, since it was restored or the events are too old, it goes on from
   * the head: whoever resumes a disabled webhook was told by its cursor, which is refused, that there is a gap.
   */
  async #resume(tx: Transaction, row: WebhookRow): Promise<void> {
    const state = await stateOf(tx);
    const head = state.heads[row.clearance] ?? 0;
    const oldest = state.oldest[row.clearance] ?? 0;
    const isLost = row.epoch !== state.epoch || Number(row.reached) < oldest || Number(row.reached) > head;
    await tx.rows(sql`UPDATE webhook SET paused_at = NULL, disabled_at = NULL, disabled_reason = NULL, failures = 0, failing_since = NULL
      WHERE id = ${row.id}`);
    if (isLost)
      await tx.rows(sql`UPDATE webhook SET epoch = ${state.epoch}, reached = ${head}, replay_reached = NULL, replay_until = NULL
        WHERE id = ${row.id}`);
    await tx.rows(
      sql`UPDATE webhook_delivery SET due_at = now() WHERE webhook_id = ${row.id} AND status = 'PENDING'`,
    );
  }

  /** Name servers are asked before the transaction; the refusal waits until the key has been looked up. */
  async #checked(url: string | null | undefined): Promise<() => Promise<URL>> {
    const checked = this.means.addresses.checkNow(url ?? '', 'url');
    await checked.catch(() => undefined);
    return () => checked;
  }

  #begin(state: LogState, after: string | null, clearance: number): { epoch: string; number: number } {
    const { cursors } = this.means;
    if (after === null) return { epoch: state.epoch, number: state.heads[clearance] ?? 0 };
    const position = cursors.read(after, clearance);
    if (position.snapshotAfter !== undefined)
      throw refusal(
        'after',
        'is a place within a snapshot; finish the snapshot and give the cursor of its end',
      );
    refuseLost(position, state, cursors);
    return position;
  }

  #opened({ id, sealed }: SealedAnswer): { id: string; secret: string } {
    return { id, secret: this.means.box.open(Buffer.from(sealed, 'base64'), ownerOf(id)) };
  }
}

/** Where the log stands, read on the connection that the command has: it may be the last one. */
function stateOf(tx: Transaction): Promise<LogState> {
  return new EventLog({ query: (text, values) => tx.manager.query(text, values) }).state();
}

/** Locked, so that two commands for one webhook follow each other. Another account's does not exist. */
async function own(tx: Transaction, id: string): Promise<WebhookRow> {
  const { by, clearance } = tx.command;
  const [row] = await tx.rows<WebhookRow>(sql`SELECT * FROM webhook
    WHERE id = ${uuidOf(id, 'webhook', 'id')} AND account = ${by} AND clearance <= ${clearance ?? 4} AND retired_at IS NULL FOR UPDATE`);
  if (!row) throw new DomainError('NOT_FOUND', 'There is no such webhook', { field: 'id' });
  return row;
}

async function refuseMany(tx: Transaction): Promise<void> {
  const [count] = await tx.rows<{ webhooks: number }>(
    sql`SELECT count(*)::integer AS webhooks FROM webhook WHERE account = ${tx.command.by} AND retired_at IS NULL`,
  );
  if ((count?.webhooks ?? 0) >= MOST_WEBHOOKS)
    throw new DomainError(
      'CONFLICT',
      `An account has at most ${MOST_WEBHOOKS} webhooks; retire one, or widen the filter of another`,
    );
}

/** The filter as it was given, once what it names has been found. */
async function filterText(tx: Transaction, filter: EventFilter | null | undefined): Promise<string | null> {
  if (filter == null) return null;
  await matcherOf(filter, new References(tx, tx.command.clearance));
  return JSON.stringify(toStored(filter));
}

function nameOf(text: string): string {
  const name = text.trim();
  if (name.length === 0 || name.length > 100)
    throw refusal('name', 'has 1 to 100 characters and says what it is for');
  return name;
}

function refusal(field: string, why: string): DomainError {
  return new DomainError('BAD_USER_INPUT', `${field} ${why}`, { field });
}

function stopped(why: string): DomainError {
  return new DomainError('CONFLICT', `The webhook ${why}; resume it first with isPaused: false`, {
    field: 'id',
  });
}

// The product's own way to write and read, without a network in between: the same schema, services and transactions.
import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { packageOfServer, product, SECRET } from './product.mjs';

const EDITOR = { account: 'operator', clearance: 4, mayWrite: true };

/** What chance has decided for a transaction. */
const fate = new AsyncLocalStorage();

export class PlannedRollback extends Error {}

export class Door {
  #documents = new Map();

  static async open(url, poolSize) {
    const { Database } = product('app/database');
    const database = await Database.open(url, { poolSize, deadlineMs: 30_000, secret: SECRET });
    interfere(database.writer);
    return new Door(database);
  }

  constructor(database) {
    this.database = database;
    const { CursorSeal } = product('platform/read/cursor');
    const { EventCursors } = product('features/feed/event-cursor.rule');
    this.runtime = {
      database,
      seal: new CursorSeal(SECRET),
      eventCursors: new EventCursors(SECRET),
      today: () => new Date().toISOString().slice(0, 10),
    };
    this.execute = product('app/execute').executeOver(product('app/schema').schema());
  }

  /** The data of an answer; throws its first error. `destiny`: `{ delayMs, isRolledBack, committing }` of its transaction. */
  async ask(source, variables = {}, destiny = {}) {
    const { Context } = product('app/context');
    const context = new Context(this.runtime, EDITOR, 'bench');
    const { data, errors } = await fate.run(destiny, () =>
      this.execute(this.#parsed(source), variables, context),
    );
    if (errors) throw errors[0].originalError ?? errors[0];
    return data;
  }

  #parsed(source) {
    let document = this.#documents.get(source);
    if (!document) {
      document = packageOfServer('graphql').parse(source);
      this.#documents.set(source, document);
    }
    return document;
  }

  rows(text, values) {
    return this.database.writer.query(text, values);
  }

  close() {
    return this.database.close();
  }
}

/** The last moment before COMMIT, when everything is written: there a transaction dawdles, or is undone. */
function interfere(writer) {
  const transaction = writer.transaction.bind(writer);
  writer.transaction = (work) =>
    transaction(async (manager) => {
      const answer = await work(manager);
      const destiny = fate.getStore();
      if (destiny?.delayMs) await sleep(destiny.delayMs);
      if (destiny?.isRolledBack) throw new PlannedRollback('rolled back on purpose');
      destiny?.committing?.();
      return answer;
    });
}

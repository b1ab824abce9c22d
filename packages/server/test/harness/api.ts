import { type DocumentNode, parse, validate } from 'graphql';
import { Context } from '../../src/app/context';
import { Database } from '../../src/app/database';
import { executeOver } from '../../src/app/execute';
import { formatError } from '../../src/app/format-error';
import type { Runtime, Viewer } from '../../src/app/runtime';
import { schema } from '../../src/app/schema';
import { EventCursors } from '../../src/features/feed/event-cursor.rule';
import { FacetsQuery } from '../../src/features/feed/facets.query';
import { SEQUENCER_SETTINGS, Sequencer } from '../../src/features/feed/sequencer.job';
import { OutboundAddresses } from '../../src/platform/public-address';
import { CursorSeal } from '../../src/platform/read/cursor';
import { SecretBox } from '../../src/platform/secret-box';
import { Given } from './given';
import { freshTestDatabase, TEST_SECRET, testDatabase } from './postgres/test-database';

export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of any shape.
  data: any;
  errors?: {
    message: string;
    path?: readonly (string | number)[];
    extensions: { code: string; [detail: string]: unknown };
  }[];
}

/** Once a test file: each has modules of its own. */
let prepared: Promise<unknown> | null = null;

export const EDITOR: Viewer = { account: 'editor', clearance: 4, mayWrite: true };

/** Asks the product as a client does, without a network: the same schema, limits of the database, roles and door for writing. */
export class Api {
  /** The statements that readers ran, newest last. Set its length to 0 to count from there. */
  readonly sql: string[] = [];
  readonly given = new Given(this);
  today = '2026-11-21';
  readonly #runtime: Runtime;
  #sequencing: ReturnType<typeof sequencing> | null = null;

  private constructor(readonly database: Database) {
    this.#runtime = {
      database,
      seal: new CursorSeal(TEST_SECRET),
      eventCursors: new EventCursors(TEST_SECRET),
      webhookSecrets: new SecretBox(TEST_SECRET, 'webhook secrets'),
      outbound: new OutboundAddresses(true),
      today: () => this.today,
      heard: (text) => this.sql.push(text),
    };
  }

  /** A pool of one runs the statements of a request one after the other, so that their number does not hang on who is first. */
  static async open(url?: string, poolSize = 5): Promise<Api> {
    // What another file left in the worker's database is none of this one's.
    prepared ??= url === undefined ? freshTestDatabase() : Promise.resolve();
    await prepared;
    return Api.#on(url ?? testDatabase(), poolSize);
  }

  static async #on(url: string, poolSize: number): Promise<Api> {
    const database = await Database.open(url, { poolSize, deadlineMs: 10_000, secret: TEST_SECRET });
    await watchOutbox(database);
    return new Api(database);
  }

  async close(): Promise<void> {
    await (await this.#sequencing)?.connection.end();
    await this.database.close();
  }

  /** Numbers everything that was committed and not yet told, as the leader would; answers with how much it was. */
  async sequence(): Promise<number> {
    this.#sequencing ??= sequencing(this.#runtime);
    const { sequencer } = await this.#sequencing;
    let count = 0;
    for (let more = -1; more !== 0; count += more) more = await sequencer.pass();
    return count;
  }

  get runtime(): Runtime {
    return this.#runtime;
  }

  /** Reads without the plan's own conditions on marking: what then is hidden, the policies hide. */
  withPoliciesAlone(isSo: boolean): void {
    this.#runtime.hasOnlyPolicies = isSo;
  }

  /** As the holder of the token, who reads and writes everything. */
  query(source: string, variables: { [name: string]: unknown } = {}): Promise<Answer> {
    return this.as(EDITOR, source, variables);
  }

  /** As a reader of a clearance: 0 is CLEAR, 4 is RED. */
  read(clearance: number, source: string, variables: { [name: string]: unknown } = {}): Promise<Answer> {
    return this.as({ account: null, clearance, mayWrite: false }, source, variables);
  }

  async as(viewer: Viewer, source: string, variables: { [name: string]: unknown } = {}): Promise<Answer> {
    const document = parse(source);
    const faults = validate(schema(), document);
    if (faults.length > 0) throw new Error(faults.map((fault) => fault.message).join('\n'));
    return this.run(viewer, document, variables);
  }

  /** Runs what is known to be valid. */
  async run(
    viewer: Viewer,
    document: DocumentNode,
    variables: { [name: string]: unknown } = {},
  ): Promise<Answer> {
    const context = new Context(this.#runtime, viewer, 'test');
    const { data, errors } = await executeOver(schema())(document, variables, context);
    // A masked error is a bug; its cause belongs on the screen of whoever runs the test.
    for (const error of errors ?? [])
      if (formatError(error, '').extensions.code === 'INTERNAL')
        process.stderr.write(`${error.originalError?.stack ?? error.stack}\n`);
    return errors
      ? ({ data, errors: errors.map((error) => formatError(error, 'test')) } as Answer)
      : ({ data } as Answer);
  }

  /** The data of an answer that must have no errors. */
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  async data(source: string, variables: { [name: string]: unknown } = {}): Promise<any> {
    const { data, errors } = await this.query(source, variables);
    if (errors) throw new Error(JSON.stringify(errors, null, 2));
    return data;
  }
}

async function sequencing({ database, today, clock }: Runtime) {
  const connection = database.alone('sequencer of a test', SEQUENCER_SETTINGS);
  connection.on('error', () => undefined);
  await connection.connect();
  const facets = new FacetsQuery((clearance) => database.reader(clearance), today);
  return { connection, sequencer: new Sequencer(connection, facets, clock) };
}

/** In tests, a transaction that changes a record and tells no subscriber fails. */
async function watchOutbox({ writer }: Database): Promise<void> {
  await writer.query(`
    CREATE OR REPLACE FUNCTION outbox_was_written() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NOT EXISTS (SELECT FROM event_outbox WHERE transaction_id = pg_current_xact_id()) THEN
        RAISE EXCEPTION '% was changed without an event', TG_TABLE_NAME;
      END IF;
      RETURN NULL;
    END $$`);
  const tables: { name: string }[] = await writer.query(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
      WHERE c.relkind = 'r' AND c.relname || '_history' IN (SELECT relname FROM pg_class)
        AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'outbox_was_written')`,
  );
  for (const { name } of tables)
    await writer.query(`CREATE CONSTRAINT TRIGGER outbox_was_written AFTER INSERT OR UPDATE ON ${name}
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION outbox_was_written()`);
}

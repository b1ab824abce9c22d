import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { Client } from 'pg';
import { dumpInto, dumpOfSchema } from '../../src/app/dump';
import { withExactText } from '../../src/app/dump-connection';
import { loadDemoIfEmpty } from '../../src/app/load-demo';
import { restoreInto, verify } from '../../src/app/restore';
import { Api } from '../harness/api';
import { freshTestDatabase, TEST_SECRET } from '../harness/postgres/test-database';

export const HARD_TEXT = 'Zeile 1\nZeile 2\r\n\tTab \\ "quoted" \u0001\u007f 🕊️ اتفاق السلام 和平 e\u0301';
const MUCH = '9223372036854775000';

const never = new AbortController().signal;

/** A database with the demo, hard values, history, what is numbered and what still waits, and files of it. */
export class DumpWorld {
  readonly folder = mkdtempSync(join(tmpdir(), 'entente-dump-'));
  #files = 0;

  private constructor(
    readonly api: Api,
    readonly url: string,
  ) {}

  static async open(): Promise<DumpWorld> {
    const url = await freshTestDatabase();
    const world = new DumpWorld(await Api.open(url), url);
    await world.#fill();
    return world;
  }

  async close(): Promise<void> {
    await this.api.close();
    rmSync(this.folder, { recursive: true });
  }

  async #fill(): Promise<void> {
    const { api } = this;
    await loadDemoIfEmpty(api.database);
    const person = await api.given.person(HARD_TEXT, { marking: 'RED' });
    const meeting = await api.given.engagement({
      names: [{ value: HARD_TEXT }],
      participations: [{ actor: person }],
    });
    await api.data(
      'mutation ($id: ID!) { amendEngagement(id: $id, expectedVersion: 1, input: {status: CANCELLED}) { version } }',
      { id: meeting },
    );
    await api.data(
      'mutation ($id: ID!) { retract(id: $id, expectedVersion: 2, reason: "for the test") { __typename } }',
      { id: meeting },
    );
    await api.data(
      `mutation ($input: WebhookInput!) { registerWebhook(input: $input, idempotencyKey: "once") { id } }`,
      { input: { name: 'A desk', url: 'http://127.0.0.1:9/', isPaused: true } },
    );
    await api.sequence();
    await api.given.topic('waits-to-be-numbered');
    // Values that the API does not make, but a table may hold.
    const { writer } = api.database;
    await writer.query(`UPDATE webhook SET revision = ${MUCH}, filter = 'null'::jsonb`);
    await writer.query(`INSERT INTO idempotency (account, key, field, digest, answer, at)
      VALUES ('a', 'json null', 'f', 'd', 'null', '2026-01-02T03:04:05.678Z'), ('a', 'no answer', 'f', 'd', NULL, 'infinity'),
             ('a', 'number', 'f', 'd', '{"n": 12345678901234567890.123456789, "b": 1, "aa": [[], {}]}', '-infinity')`);
  }

  path(): string {
    this.#files += 1;
    return join(this.folder, `${this.#files}.dump`);
  }

  /** The path of a dump of a database; of one that is not at the present schema, with the migration that it is at. */
  async dump(url = this.url, migration?: string): Promise<string> {
    const path = this.path();
    const out = createWriteStream(path);
    await withExactText(url, never, (db) =>
      migration === undefined ? dumpInto(db, out, never) : dumpOfSchema(db, out, migration, never),
    );
    out.end();
    await finished(out);
    return path;
  }

  async restore(path: string, url: string): Promise<void> {
    const verified = await verify(path, never);
    await restoreInto(url, { path, verified, secret: TEST_SECRET, signal: never });
  }

  /** The same content as a file of its own. */
  file(content: string | Buffer): string {
    const path = this.path();
    writeFileSync(path, content);
    return path;
  }
}

export const linesOf = (path: string) => readFileSync(path, 'utf8').trimEnd().split('\n');

/** Everything but the header. */
export const bodyOf = (path: string) => linesOf(path).slice(1);

export const headerOf = (path: string) => JSON.parse(linesOf(path)[0] ?? '');

export async function ask(url: string, text: string): Promise<{ [column: string]: unknown }[]> {
  const db = new Client({ connectionString: url });
  await db.connect();
  try {
    return (await db.query(text)).rows;
  } finally {
    await db.end();
  }
}

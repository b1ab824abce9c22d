import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Client } from 'pg';
import { verify } from '../../src/app/restore';
import { LEADER_LOCK } from '../../src/features/feed/leader.job';
import { STATES } from '../../src/migrations/data/states';
import { headerLine } from '../../src/platform/dump/dump-format';
import { emptyTestDatabase } from '../harness/postgres/test-database';
import { ask, DumpWorld, headerOf, linesOf } from './dump-world';

let world: DumpWorld;
let path: string;
let lines: string[];
let bytes: Buffer;
beforeAll(async () => {
  world = await DumpWorld.open();
  path = await world.dump();
  lines = linesOf(path);
  bytes = readFileSync(path);
}, 60_000);
afterAll(() => world.close());

const never = new AbortController().signal;
const check = (content: string | Buffer) => verify(world.file(content), never);
const checkLines = (changed: string[]) => check(`${changed.join('\n')}\n`);

/** With a header that says otherwise, and is sound. */
function withHeader(change: object): string[] {
  const { sha256: _, ...header } = headerOf(path);
  return [headerLine({ ...header, ...change }).trimEnd(), ...lines.slice(1)];
}

/** With other row counts in the last line. */
function withCount(table: string, count: number | undefined): string[] {
  const trailer = JSON.parse(lines.at(-1) ?? '');
  return [...lines.slice(0, -1), JSON.stringify({ ...trailer, rows: { ...trailer.rows, [table]: count } })];
}

const rowsOf = (table: string): { from: number; to: number } => {
  const from = lines.findIndex((line) => line.startsWith(`{"table":"${table}"`)) + 1;
  return { from, to: lines.findIndex((line, at) => at >= from && line.startsWith('{')) };
};

describe('a dump that is not whole', () => {
  test('is let through when it is', async () => {
    await expect(check(bytes)).resolves.toMatchObject({
      bytes: bytes.length,
      sha256: JSON.parse(lines.at(-1) ?? '').sha256,
    });
  });

  test('is refused with any one byte changed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.nat(bytes.length - 1),
          // The header and the last line are small, and else hit by nobody.
          fc.nat((lines[0]?.length ?? 1) - 1),
          fc.integer({ min: bytes.length - (lines.at(-1)?.length ?? 1), max: bytes.length - 1 }),
        ),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const changed = Buffer.from(bytes);
          changed[at] = (changed[at] ?? 0) ^ by;
          await expect(check(changed)).rejects.toThrow(/^This (dump|is no dump)/);
        },
      ),
      { numRuns: 300 },
    );
  }, 60_000);

  test('is refused wherever it was cut off', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), async (length) => {
        await expect(check(bytes.subarray(0, length))).rejects.toThrow(/cut off|altered|no dump/);
      }),
      { numRuns: 100 },
    );
    await expect(check(bytes.subarray(0, -1))).rejects.toThrow(
      'This dump was cut off: it ends before its last line. Copy or make it again.',
    );
    await expect(checkLines(lines.slice(0, -1))).rejects.toThrow('was cut off');
  }, 60_000);

  test('is refused without any one of its lines', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(lines.length - 1), async (at) => {
        await expect(checkLines(lines.toSpliced(at, 1))).rejects.toThrow(/cut off|altered|no dump/);
      }),
      { numRuns: 100 },
    );
    await expect(checkLines(lines.toSpliced(rowsOf('name').from, 1))).rejects.toThrow(
      /altered: the table name has \d+ rows, and \d+ by the last line/,
    );
  }, 60_000);

  test('is refused with two of its rows exchanged, or one of them twice', async () => {
    const { from } = rowsOf('name');
    const [first = '', second = ''] = lines.slice(from);

    await expect(checkLines(lines.toSpliced(from, 2, second, first))).rejects.toThrow('checksum');
    await expect(checkLines(lines.toSpliced(from, 0, first))).rejects.toThrow(/the table name has/);
  });

  test('is refused when its last line counts otherwise', async () => {
    await expect(checkLines(withCount('name', 1))).rejects.toThrow(/has \d+ rows, and 1 by the last line/);
    await expect(checkLines(withCount('name', undefined))).rejects.toThrow(/and none by the last line/);
    await expect(checkLines(withCount('names', 0))).rejects.toThrow('checksum');
  });

  test('is refused when it goes on after its end', async () => {
    await expect(checkLines([...lines, '[]'])).rejects.toThrow('it goes on after its last line');
    await expect(check(Buffer.concat([bytes, bytes]))).rejects.toThrow('it goes on after its last line');
  });
});

describe('a file that is another', () => {
  test.each([
    ['nothing', ''],
    ['a text', 'Dear colleague,\nthe meeting is at ten.\n'],
    ['other JSON', '{"format":"something-else","version":1}\n'],
    ['a list', '[1]\n'],
  ])('is refused: %s', async (_, content) => {
    await expect(check(content)).rejects.toThrow(/no dump: its first line|cut off/);
  });

  test('is refused when a later version made it', async () => {
    await expect(checkLines(withHeader({ version: 2, server: '9.0.0' }))).rejects.toThrow(
      'This dump has format version 2, and this program reads up to 1: restore it with the version that made it (9.0.0) or a later one.',
    );
    await expect(
      checkLines(withHeader({ migration: 'SplitEngagement1999999999999', server: '9.0.0' })),
    ).rejects.toThrow(
      'This dump is of a schema that this version does not know (SplitEngagement1999999999999, made by version 9.0.0): restore it with that version or a later one.',
    );
  });

  test('is refused when its header names other tables', async () => {
    await expect(checkLines(withHeader({ tables: headerOf(path).tables.slice(1) }))).rejects.toThrow(
      'its tables are others than its header says',
    );
  });
});

describe('a database', () => {
  test('in which something was recorded is not restored into', async () => {
    await expect(world.restore(path, world.url)).rejects.toThrow(
      /in use already[.].*set ENTENTE_DATA to a new directory, or DATABASE_URL to a new database/,
    );
  });

  test('that a server serves is not restored into', async () => {
    const url = await emptyTestDatabase('served');
    const leader = new Client({ connectionString: url });
    await leader.connect();
    await leader.query('SELECT pg_advisory_lock($1::bigint)', [LEADER_LOCK]);
    try {
      await expect(world.restore(path, url)).rejects.toThrow('A server runs on this database: stop it');
    } finally {
      await leader.end();
    }
  });

  test('is as it was when the dump does not hold together', async () => {
    const url = await emptyTestDatabase('refusing');
    // Sound as a file; only the database can see that its rows point at records that are not there.
    const { from, to } = rowsOf('name');
    const broken = resealed([
      ...lines.slice(0, from),
      ...lines.slice(from, to).map((line) => line.replace(/019b76da-a800-7000/g, '019b76da-a800-7eee')),
      ...lines.slice(to),
    ]);
    const states = 'SELECT count(*)::integer AS states FROM actor';
    await expect(world.restore(broken, url)).rejects.toThrow(
      /The database refuses this dump: .*foreign key.*Nothing was restored/,
    );

    const [before] = await ask(url, states);
    expect(before?.states).toBe(STATES.length);
    expect(await ask(url, 'SELECT FROM engagement')).toEqual([]);
    await world.restore(path, url);
    expect((await ask(url, 'SELECT FROM engagement')).length).toBeGreaterThan(0);
  }, 60_000);
});

/** With the checksum that it then has, as whoever made it on purpose would. */
function resealed(changed: string[]): string {
  const { rows } = JSON.parse(changed.at(-1) ?? '');
  const hash = createHash('sha256').update(`${changed.slice(1, -1).join('\n')}\n`);
  return world.file(
    `${[...changed.slice(0, -1), JSON.stringify({ rows, sha256: hash.digest('hex') })].join('\n')}\n`,
  );
}

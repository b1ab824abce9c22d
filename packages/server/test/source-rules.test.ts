import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const SOURCE = join(__dirname, '../src');
const ROLES = [
  'entity',
  'input',
  'service',
  'query',
  'resolver',
  'rule',
  'projection',
  'job',
  'stream',
  'data',
  'test',
];
const LONGEST = 400;

interface File {
  path: string;
  text: string;
}

const files: File[] = readdirSync(SOURCE, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({ path: relative(SOURCE, path), text: readFileSync(path, 'utf8') }));

/** What a job keeps for itself: how far it got, what it guesses; no content that anybody recorded. */
const BOOKKEEPING =
  /\b(INSERT\s+INTO|UPDATE|DELETE\s+FROM|TRUNCATE)\s+(event_\w+|identity(_\w+)?|import_\w+|webhook(_\w+)?|idempotency)\b/g;

/** Whoever writes past the door leaves no history, no version and no event. */
function writesPastTheDoor({ path, text }: File): boolean {
  if (/^(platform\/(change|dump)|migrations)\/|[.](projection|test)[.]ts$/.test(path)) return false;
  // Erasing takes the history away too, which the door exists to keep.
  if (path === 'features/record/expunge.service.ts') return false;
  const writes = /\b(INSERT\s+INTO|UPDATE\s+(ONLY\s+)?["$\w]+\s+SET|DELETE\s+FROM|TRUNCATE\s)/;
  // A webhook is no record: nobody asks what it was.
  const keepsBooks = path.endsWith('.job.ts') || path === 'features/webhook/webhook.service.ts';
  return writes.test(keepsBooks ? text.replace(BOOKKEEPING, '') : text);
}

function hasNoRole({ path }: File): boolean {
  return path.startsWith('features/') && !new RegExp(`/[a-z0-9-]+[.](${ROLES.join('|')})[.]ts$`).test(path);
}

function isTooLong({ text }: File): boolean {
  return text.trimEnd().split('\n').length > LONGEST;
}

function offenders(breaks: (file: File) => boolean): string[] {
  return files.filter(breaks).map(({ path }) => path);
}

describe('the source', () => {
  test('writes through one door', () => {
    expect(offenders(writesPastTheDoor)).toEqual([]);
  });

  test.each([
    ['features/claim/claim.service.ts', 'sql`INSERT INTO claim VALUES (1)`'],
    ['app/check.ts', "db.query('UPDATE claim SET title = 1')"],
    ['features/claim/claim.service.ts', 'sql`DELETE FROM claim`'],
  ])('would be caught writing in %s: %s', (path, text) => {
    expect(writesPastTheDoor({ path, text })).toBe(true);
    expect(writesPastTheDoor({ path: 'platform/change/store.ts', text })).toBe(false);
  });

  test('lets a job keep its books, and nothing else', () => {
    const path = 'features/feed/sequencer.job.ts';

    expect(writesPastTheDoor({ path, text: 'UPDATE event_head SET seq = 1; DELETE FROM event_outbox' })).toBe(
      false,
    );
    expect(
      writesPastTheDoor({ path, text: 'UPDATE event_head SET seq = 1; UPDATE record SET marking = 0' }),
    ).toBe(true);
    expect(writesPastTheDoor({ path: 'features/feed/x.query.ts', text: 'DELETE FROM event_log' })).toBe(true);
  });

  test('names each file of a feature after its role', () => {
    expect(offenders(hasNoRole)).toEqual([]);
    expect(hasNoRole({ path: 'features/claim/claim.helpers.ts', text: '' })).toBe(true);
  });

  test('has no file that is too long to read', () => {
    expect(offenders(isTooLong)).toEqual([]);
    expect(isTooLong({ path: '', text: 'line\n'.repeat(LONGEST + 1) })).toBe(true);
  });
});

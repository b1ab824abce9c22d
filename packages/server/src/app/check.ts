import { shownName } from '../features/record/name.service';
import { recordsFoundAmiss } from '../features/search/search-recount.query';
import { fold } from '../platform/fold';
import { createLog } from '../platform/log';
import { OperatorError } from '../platform/operator-error';
import { COUNTER_RULES } from './check-counters';
import { IDENTITY_RULES, wronglyCounted } from './check-identity';
import { logRules } from './check-log';
import type { Config } from './config';
import { Database } from './database';
import { readInstallation } from './installation';
import { withDatabase } from './with-database';

/** Something that cannot be if every change went through the door. */
export interface Finding {
  rule: string;
  id: string;
}

interface Rows {
  query(text: string, values?: unknown[]): Promise<{ [column: string]: unknown }[]>;
}

const ROOTS = [
  'actor',
  'position',
  'place',
  'topic',
  'engagement',
  'agreement',
  'context_event',
  'source',
  'claim',
];

/** Each answers with the ids of rows that break it. */
async function rules(db: Rows): Promise<[string, string][]> {
  const tables = (
    await db.query(`SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'past' AND c.relkind = 'v' AND to_regclass('public.' || c.relname || '_history') IS NOT NULL`)
  ).map((row) => String(row.name));
  const parts = tables.filter((table) => table !== 'record' && !ROOTS.includes(table));
  return [
    ...ROOTS.map((table): [string, string] => [
      `${table} has its row in record, with its marking`,
      `SELECT t.id FROM ${table} t LEFT JOIN record r ON r.id = t.id AND r.type = '${table}' AND r.marking = t.${table === 'claim' ? 'clearance' : 'marking'} WHERE r.id IS NULL`,
    ]),
    [
      'a record that was not erased has its row',
      `SELECT r.id FROM record r WHERE r.expunged_at IS NULL AND NOT EXISTS (${ROOTS.map((table) => `SELECT FROM ${table} t WHERE t.id = r.id`).join(' UNION ALL ')})`,
    ],
    ...parts.map((table): [string, string] => [
      `${table} is not marked below its record`,
      `SELECT t.id FROM ${table} t JOIN record r ON r.id = t.record_id WHERE t.marking < r.marking`,
    ]),
    [
      'claim is not marked below its source, nor its clearance below its marking',
      `SELECT c.id FROM claim c LEFT JOIN source s ON s.id = c.source_id WHERE c.marking < coalesce(s.marking, 0) OR c.clearance < c.marking`,
    ],
    [
      'the clearance of a claim is that of a recount',
      'SELECT c.id FROM claim c JOIN claim_handling h ON h.claim_id = c.id WHERE c.clearance <> h.clearance',
    ],
    ...['claim_target', 'claim_passage', 'attribution', 'claim_relation'].map((table): [string, string] => [
      `the marking of ${table} is that of a recount`,
      `SELECT t.id FROM ${table} t JOIN claim_row_handling h ON h.type = '${table}' AND h.id = t.id WHERE t.marking <> h.marking`,
    ]),
    ...tables.map((table): [string, string] => [
      `the states of ${table} follow each other without a gap`,
      `SELECT id FROM (SELECT id, recorded_to, lead(recorded_from) OVER (PARTITION BY id ORDER BY recorded_from) AS next
         FROM (SELECT id, recorded_from, recorded_to FROM ${table}_history UNION ALL SELECT id, recorded_from, NULL FROM ${table}) s) n
        WHERE next IS NOT NULL AND recorded_to IS DISTINCT FROM next`,
    ]),
    [
      'every version of a record is in its history, from 1 to the present one',
      `SELECT r.id FROM record r LEFT JOIN record_version v ON v.record_id = r.id
        GROUP BY r.id, r.version HAVING max(v.version) IS DISTINCT FROM r.version OR count(DISTINCT v.version) <> r.version`,
    ],
    [
      'an event tells of a version that is there',
      'SELECT o.version_id AS id FROM event_outbox o LEFT JOIN record_version v ON v.id = o.version_id WHERE v.id IS NULL',
    ],
    ...logRules(ROOTS),
    ...IDENTITY_RULES,
    ...COUNTER_RULES,
  ];
}

export async function findings(db: Rows): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const [rule, text] of await rules(db))
    for (const row of await db.query(text)) found.push({ rule, id: String(row.id) });
  for (const id of await wronglyCounted(db))
    found.push({ rule: 'a record is counted under the one that verdicts say', id });
  for (const row of await db.query('SELECT id, value, folded FROM name'))
    if (fold(String(row.value)) !== row.folded)
      found.push({ rule: 'a spelling is folded as searches fold it', id: String(row.id) });
  for (const row of await db.query('SELECT id, title, folded_title FROM position'))
    if (fold(String(row.title)) !== row.folded_title)
      found.push({ rule: 'a title is folded as searches fold it', id: String(row.id) });
  for (const id of await recordsFoundAmiss(db))
    found.push({ rule: 'what a search finds of a record is what is said of it', id });
  for (const table of ['actor', 'place', 'topic']) found.push(...(await labels(db, table)));
  return found;
}

async function labels(db: Rows, table: string): Promise<Finding[]> {
  const rows = await db.query(`
    SELECT t.id, t.label, t.marking, jsonb_agg(jsonb_build_object('value', n.value, 'kind', n.kind, 'marking', n.marking) ORDER BY n.ordinal, n.id) AS names
      FROM ${table} t JOIN name n ON n.record_id = t.id AND n.retracted_at IS NULL GROUP BY t.id`);
  return rows
    .filter((row) => {
      const shown = shownName(row.names as never, Number(row.marking));
      return shown !== null && shown !== row.label;
    })
    .map((row) => ({ rule: `the label of ${table} is the best of its names`, id: String(row.id) }));
}

/** The operator's command: says what was counted, and fails where something is wrong. */
export async function check(config: Config): Promise<string> {
  const log = createLog({ level: config.logLevel });
  return withDatabase(config, log, async (url) => {
    const { secret } = readInstallation(config);
    const database = await Database.open(url, { poolSize: 2, deadlineMs: config.limits.deadlineMs, secret });
    try {
      const found = await findings(database.writer);
      const [count] = await database.writer.query('SELECT count(*)::integer AS records FROM record');
      if (found.length > 0)
        throw new OperatorError(
          `${found.length} findings:\n${found
            .slice(0, 50)
            .map(({ rule, id }) => `  ${id}  breaks: ${rule}`)
            .join('\n')}`,
        );
      return `${count.records} records checked, nothing found.`;
    } finally {
      await database.close();
    }
  });
}

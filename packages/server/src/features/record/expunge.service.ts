import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Change } from '../../platform/change/change';
import type { Transaction } from '../../platform/change/transaction';
import { DomainError } from '../../platform/errors';
import { prefixOf, uuidOf } from '../../platform/type-id';
import type { Writer } from './commands.service';
import { RECORD_TYPES } from './references.query';

/** Parts and rows that point at parts go first. */
const OWNED = [
  'claim_relation',
  'attribution',
  'claim_passage',
  'claim_target',
  'implementation_report',
  'commitment_party',
  'commitment',
  'agreement_action',
  'agreement_party',
  'agreement_succession',
  'agreement_topic',
  'engagement_code',
  'engagement_link',
  'agenda_item',
  'participation',
  'context_event_actor',
  'outlet_assessment',
  'tenure',
  'group_member',
  'name',
  'passage',
  'source_citation',
  'source_text',
];

/** An office is of an organization or a state, or is none. */
const OFFICE_OF = ['position.organization_id', 'position.state_id'];

/** Columns that may be null, in rows that say nothing without them. */
const NOTHING_WITHOUT = ['agenda_item.topic_id', 'agenda_item.agreement_id', 'outlet_assessment.source_id'];

interface Pointer {
  table: string;
  column: string;
  isNullable: boolean;
}

/**
 * Takes a record's content out of every table, its history and its events. What stays is a tombstone: the id, when, by whom and why.
 * Rows of other records that point at it lose the pointer, or go where they cannot be without it; an office without its organization
 * is such a record.
 */
export class ExpungeService {
  constructor(
    private readonly change: Change,
    private readonly writer: Writer,
  ) {}

  async expunge(id: string, reason: string, idempotencyKey?: string | null): Promise<string> {
    const type = prefixOf(id) ?? '';
    const uuid = uuidOf(id, RECORD_TYPES, 'id');
    if (reason.trim().length < 3 || reason.length > 500)
      throw new DomainError('BAD_USER_INPUT', 'reason has 3 to 500 characters and says why', {
        field: 'reason',
      });
    return this.change.run(
      this.writer.command('expunge', { id, reason }, idempotencyKey, reason),
      async (tx) => {
        await tx.open(uuid, null, 'EXPUNGED', type);
        await this.#eraseRecords(tx, type, [uuid]);
        return id;
      },
    );
  }

  async #eraseRecords(tx: Transaction, type: string, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    for (const id of ids) await tx.open(id, null, 'EXPUNGED', type);
    await this.#eraseRecords(tx, 'claim', await this.#wordsOf(tx, ids));
    for (const table of OWNED) await this.#eraseRows(tx, table, sql`record_id = ANY(${ids}::uuid[])`);
    for (const table of ['claim_target', 'claim_target_history'])
      await tx.execute(sql`UPDATE ${raw(table)} SET target_id = NULL, part_id = NULL, part_type = NULL, field = NULL, descriptor = 'erased'
                            WHERE target_id = ANY(${ids}::uuid[])`);
    await this.#eraseRows(tx, type, sql`id = ANY(${ids}::uuid[])`);
    // What its changes said, in its history and in events not yet delivered.
    await tx.execute(
      sql`UPDATE record_version SET before = NULL, after = NULL, changed = '{}', reason = NULL WHERE record_id = ANY(${ids}::uuid[])`,
    );
    const at = await tx.recordedAt();
    await tx.execute(
      sql`UPDATE record SET expunged_at = ${at}, recorded_from = ${at} WHERE id = ANY(${ids}::uuid[])`,
    );
  }

  /** Claims that live by the record alone: made in it, if it is a source, or with no other subject. Their words are about it. */
  async #wordsOf(tx: Transaction, ids: readonly string[]): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>(sql`
      SELECT c.id FROM claim c WHERE c.source_id = ANY(${ids}::uuid[])
       UNION
      SELECT t.record_id FROM claim_target t WHERE t.role = 'SUBJECT' AND t.target_id = ANY(${ids}::uuid[])
         AND NOT EXISTS (SELECT FROM claim_target o WHERE o.record_id = t.record_id AND o.role = 'SUBJECT'
                          AND o.target_id IS DISTINCT FROM t.target_id)`);
    return rows.map((row) => row.id).filter((id) => !ids.includes(id));
  }

  async #eraseRows(tx: Transaction, table: string, which: Sql): Promise<void> {
    const rows = await tx.rows<{ id: string }>(
      sql`SELECT id FROM ${raw(table)} WHERE ${which} UNION SELECT id FROM ${raw(`${table}_history`)} WHERE ${which}`,
    );
    if (rows.length === 0) return;
    const ids = rows.map((row) => row.id);
    for (const pointer of await this.#pointersAt(tx, table)) await this.#loosen(tx, pointer, ids);
    await tx.execute(sql`DELETE FROM ${raw(table)} WHERE id = ANY(${ids}::uuid[])`);
    await tx.execute(sql`DELETE FROM ${raw(`${table}_history`)} WHERE id = ANY(${ids}::uuid[])`);
  }

  async #loosen(
    tx: Transaction,
    { table, column, isNullable }: Pointer,
    ids: readonly string[],
  ): Promise<void> {
    const which = sql`${raw(column)} = ANY(${ids}::uuid[])`;
    const owner = (RECORD_TYPES as readonly string[]).includes(table) ? 'id' : 'record_id';
    for (const { type, id } of await tx.rows<{ type: string; id: string }>(
      sql`SELECT r.type, r.id FROM record r WHERE r.id IN (SELECT ${raw(owner)} FROM ${raw(table)} WHERE ${which})`,
    ))
      tx.affect(type, [id]);
    if (OFFICE_OF.includes(`${table}.${column}`))
      return this.#eraseRecords(tx, table, await this.#idsOf(tx, table, which));
    if (!isNullable || NOTHING_WITHOUT.includes(`${table}.${column}`))
      return this.#eraseRows(tx, table, which);
    for (const each of [table, `${table}_history`]) {
      const set = [
        sql`${raw(column)} = NULL`,
        ...(table === 'participation' && column === 'actor_id'
          ? [sql`descriptor = coalesce(descriptor, 'erased')`]
          : []),
      ];
      await tx.execute(sql`UPDATE ${raw(each)} SET ${join(set, ', ')} WHERE ${which}`);
    }
  }

  async #idsOf(tx: Transaction, table: string, which: Sql): Promise<string[]> {
    return (await tx.rows<{ id: string }>(sql`SELECT id FROM ${raw(table)} WHERE ${which}`)).map(
      (row) => row.id,
    );
  }

  /** Foreign keys of other tables that lead here, but for those of the record's own rows, which are gone by now. */
  async #pointersAt(tx: Transaction, table: string): Promise<Pointer[]> {
    return tx.rows<Pointer>(sql`
      SELECT t.relname AS table, a.attname AS column, NOT a.attnotnull AS "isNullable"
        FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
       WHERE c.contype = 'f' AND c.confrelid = ${table}::regclass AND c.conrelid <> 'record'::regclass`);
  }
}

import sql, { type Sql } from 'sql-template-tag';
import { DomainError } from '../../platform/errors';
import type { OrderKey, Page, PageArgs } from '../../platform/read/page';
import type { Reader } from '../../platform/read/reader';
import { uuidOf } from '../../platform/type-id';
import type { DomainRecord } from '../record/record.entity';
import type { RecordQuery } from '../record/record.query';
import { RECORD_TYPES } from '../record/references.query';
import { Identity, IdentityStatus } from './identity.entity';
import type { IdentityFilter } from './identity.input';

const MOST_REASONS = 20;

/** As in the indexes. */
const SCORE = sql`(CASE WHEN i.score IS NULL THEN -1 ELSE i.score END)`;

const MOST_ALIKE: OrderKey[] = [{ sql: SCORE, type: 'double precision', descending: true }];

export class IdentityQuery {
  constructor(
    private readonly reader: Reader,
    private readonly records: Pick<RecordQuery, 'byId'>,
  ) {}

  byUuid(id: string): Promise<Identity | null> {
    return this.reader.one(Identity, id);
  }

  /** What holds of each pair, the most alike first. Both records of a pair are seen, since it is marked as the stricter is. */
  page(filter: IdentityFilter | null | undefined, args: PageArgs): Page<Identity> {
    const given = filter ?? {};
    return this.reader.page(
      {
        name: `identities ${JSON.stringify(given)}`,
        entity: Identity,
        alias: 'i',
        where: conditionsOf(given),
        order: MOST_ALIKE,
      },
      args,
    );
  }

  async recordsOf({ oneId, otherId }: Identity): Promise<DomainRecord[]> {
    const both = await Promise.all([this.records.byId(oneId), this.records.byId(otherId)]);
    return both.filter((record) => record !== null);
  }

  /** The editor's words first, then what was found. */
  reasonsOf({ reason, reasons }: Identity): string[] {
    return [...(reason === null ? [] : [reason]), ...reasons].slice(0, MOST_REASONS);
  }
}

function conditionsOf({ status, type, record, scoreAtLeast }: IdentityFilter): Sql[] {
  const conditions = [
    sql`i.is_latest`,
    oneOf(sql`i.status`, status ?? [IdentityStatus.CANDIDATE]),
    ...(type == null
      ? []
      : [
          oneOf(
            sql`i.type`,
            type.map((each) => each.toLowerCase()),
          ),
        ]),
  ];
  if (record != null) {
    const ids = record.map((id, at) => uuidOf(id, RECORD_TYPES, `filter.record.${at}`));
    conditions.push(sql`i.one_id = ANY(${ids}::uuid[]) OR i.other_id = ANY(${ids}::uuid[])`);
  }
  if (scoreAtLeast != null) {
    if (scoreAtLeast < 0 || scoreAtLeast > 1)
      throw new DomainError('BAD_USER_INPUT', `filter.scoreAtLeast is 0 to 1, not ${scoreAtLeast}`, {
        field: 'filter.scoreAtLeast',
      });
    conditions.push(sql`${SCORE} >= ${scoreAtLeast}::double precision`);
  }
  return conditions;
}

/** One value is compared with =, so that an index gives the order. */
function oneOf(column: Sql, values: readonly string[]): Sql {
  return values.length === 1 ? sql`${column} = ${values[0]}` : sql`${column} = ANY(${values}::text[])`;
}

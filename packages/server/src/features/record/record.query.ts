import sql from 'sql-template-tag';
import { DomainError } from '../../platform/errors';
import type { EntityClass } from '../../platform/read/catalog';
import type { Reader } from '../../platform/read/reader';
import { prefixOf, uuidOf } from '../../platform/type-id';
import { Name } from './name.entity';
import { named, type OrderedTerms } from './ordered-terms.rule';
import type { DomainRecord, Node, Retraction } from './record.entity';
import { RecordEntry } from './record-entry.entity';
import { RECORD_TYPES } from './references.query';
import { changedIn, Version } from './version.entity';
import type { Warning } from './warning.entity';

/** Tables that hold rows no id on the wire speaks of. */
export const WITHOUT_ID = [
  'record',
  'record_version',
  'source_text',
  'engagement_code',
  'agreement_topic',
  'agreement_succession',
  'commitment_party',
  'claim_passage',
];

/** How each type of record is called; `app/` knows them all. */
export type Labels = { [table: string]: (record: never) => string | Promise<string> };

/** How nodes that are no rows are found, by the prefix of their ids. */
export type Views = { [prefix: string]: (id: string, field: string) => Promise<Node | null> };

const MOST_IDS = 100;

export class RecordQuery {
  constructor(
    private readonly reader: Reader,
    private readonly labels: Labels,
    private readonly views: Views,
    private readonly terms: OrderedTerms,
    private readonly clearance: number,
  ) {}

  async node(id: string, field = 'id'): Promise<Node | null> {
    const view = Object.entries(this.views).find(([prefix]) => id.startsWith(`${prefix}_`));
    if (view) return view[1](id, field);
    const prefix = prefixOf(id);
    const entity = prefix === null || WITHOUT_ID.includes(prefix) ? null : this.reader.catalog.entity(prefix);
    if (prefix === null || entity === null)
      throw new DomainError(
        'BAD_USER_INPUT',
        `${field} is no id of this record; ids look like engagement_01h455vb4pex5vsknk084sn02q`,
        { field },
      );
    return this.reader.one(entity as EntityClass<Node>, uuidOf(id, prefix, field));
  }

  async nodes(ids: readonly string[]): Promise<(Node | null)[]> {
    if (ids.length > MOST_IDS)
      throw new DomainError('BAD_USER_INPUT', `ids takes at most ${MOST_IDS} ids, not ${ids.length}`, {
        field: 'ids',
      });
    return Promise.all(ids.map((id, index) => this.node(id, `ids.${index}`)));
  }

  /** A record of whatever type, by the type that `record` gives for it. */
  async byId(id: string | null): Promise<DomainRecord | null> {
    const entry = await this.reader.one(RecordEntry, id);
    const entity = entry && this.reader.catalog.entity(entry.type);
    return entity ? this.reader.one(entity as EntityClass<DomainRecord>, id) : null;
  }

  async entry(record: DomainRecord): Promise<RecordEntry> {
    const entry = await this.reader.one(RecordEntry, record.id);
    if (!entry) throw new Error(`${record.table} without its row in record`);
    return entry;
  }

  async label(record: DomainRecord): Promise<string> {
    const labeller = this.labels[record.table];
    if (!labeller) throw new Error(`${record.table} has no label`);
    return labeller(record as never);
  }

  retraction({ retractedAt, retractedBy, retractionReason }: DomainRecord): Retraction | null {
    return retractedAt === null
      ? null
      : { at: retractedAt, by: retractedBy ?? '', reason: retractionReason ?? '' };
  }

  names(record: DomainRecord): Promise<Name[]> {
    return this.reader.parts(Name, record.id);
  }

  warnings(record: DomainRecord): Promise<Warning[]> {
    return this.reader.batch(
      'warnings',
      async (ids) => {
        const rows = await this.reader.rows<Warning & { record_id: string }>(
          sql`SELECT record_id, code, message, field FROM record_warning WHERE record_id = ANY(${ids}::uuid[]) ORDER BY code, field`,
        );
        return ids.map((id) => rows.filter((row) => row.record_id === id));
      },
      record.id,
    );
  }

  async history(id: string, before: number | null, first: number): Promise<Version[]> {
    if (first < 1 || first > 100)
      throw new DomainError('BAD_USER_INPUT', `first must be 1 to 100, not ${first}`, { field: 'first' });
    const uuid = uuidOf(id, RECORD_TYPES, 'id');
    const versions = await this.reader.all(
      Version,
      // What was once said openly of a record that is hidden now is hidden with it.
      sql`SELECT * FROM record_version WHERE record_id = ${uuid} AND EXISTS (SELECT FROM record r WHERE r.id = ${uuid})
          AND (${before}::integer IS NULL OR version < ${before})
          ORDER BY version DESC, id DESC LIMIT ${first}`,
    );
    return versions.map((version) =>
      Object.assign(
        version,
        isComingIntoSight(version, this.clearance)
          ? { changed: [], before: null, after: null, reason: null }
          : {
              changed: changedIn(version),
              before: named(version.before, this.terms),
              after: named(version.after, this.terms),
            },
      ),
    );
  }
}

/** By this change the record's marking fell from above the clearance: what it was until then stays untold, as the event log has it. */
function isComingIntoSight({ before }: Version, clearance: number): boolean {
  const { marking } = (before ?? {}) as { marking?: unknown };
  return typeof marking === 'number' && marking > clearance;
}

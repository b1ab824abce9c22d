import sql from 'sql-template-tag';
import type { Reader } from '../../platform/read/reader';
import { typeIdOf } from '../../platform/type-id';
import { type Change, changedIn, Version } from '../record/version.entity';
import { Event, type RecordType } from './event.entity';
import { type LogEntry, visibilityOf } from './log-entry.rule';

const SCHEMA_VERSION = 1;

/** What events say, read when they are told and with the rights of whoever is told. */
export class EventContents {
  constructor(
    private readonly reader: Reader,
    /** Says the values of a version as the schema names them. */
    private readonly named: (values: unknown) => unknown,
  ) {}

  /** The event as this reader may see it now; null if it is hidden by now. One statement for all that are asked in a tick. */
  async of(entry: LogEntry, clearance: number): Promise<Event | null> {
    const visibility = visibilityOf(entry, clearance);
    if (visibility === 'NONE') return null;
    if (visibility === 'LEFT') return eventOf(entry);
    const version = await this.#version(entry.id);
    if (version === null) return null;
    // What the record was while it was hidden stays hidden.
    if (visibility === 'ENTERED') return eventOf(entry);
    return Object.assign(eventOf(entry), {
      changed: changedIn(version),
      before: this.named(version.before),
      after: this.named(version.after),
      reason: version.reason,
    });
  }

  #version(id: string): Promise<Version | null> {
    return this.reader.batch<Version | null>(
      'event contents',
      async (ids) => {
        const found = await this.reader.all(
          Version,
          // What was once said openly of a record that is hidden now is hidden with it.
          sql`SELECT v.* FROM record_version v JOIN record r ON r.id = v.record_id
               WHERE v.id = ANY(${ids}::uuid[]) AND ${this.reader.cleared('record_version', 'v')} AND ${this.reader.cleared('record', 'r')}
                 AND v.at <= coalesce(nullif(current_setting('entente.as_of', true), '')::timestamptz, 'infinity')`,
        );
        const byId = new Map(found.map((version) => [version.id, version]));
        return ids.map((each) => byId.get(each) ?? null);
      },
      id,
    );
  }
}

/** All that is told of a record that went out of sight. */
function eventOf(entry: LogEntry): Event {
  return Object.assign(new Event(), {
    id: entry.id,
    recordType: entry.recordType.toUpperCase() as RecordType,
    recordId: typeIdOf(entry.recordType, entry.recordId),
    recordKey: entry.recordId,
    recordVersion: entry.version,
    change: entry.change as Change,
    changed: [],
    before: null,
    after: null,
    at: entry.at,
    by: entry.by,
    reason: null,
    schemaVersion: SCHEMA_VERSION,
  });
}

import sql, { type Sql } from 'sql-template-tag';
import { fuzzyDateCondition } from '../../platform/fuzzy-date/fuzzy-date-range';
import { byLastDay } from '../../platform/fuzzy-date/sort-key';
import type { Listing, Page, PageArgs } from '../../platform/read/page';
import type { Reader } from '../../platform/read/reader';
import { uuidOf } from '../../platform/type-id';
import type { References } from '../record/references.query';
import { ContextEvent, ContextEventKind } from './context-event.entity';
import type { ContextEventFilter } from './context-event.input';

const MEASURES = [ContextEventKind.SANCTIONS, ContextEventKind.BLOCKADE, ContextEventKind.SEVERED_RELATIONS];

export class ContextEventQuery {
  constructor(
    private readonly reader: Reader,
    private readonly references: References,
    private readonly today: string,
  ) {}

  byId(id: string): Promise<ContextEvent | null> {
    return this.reader.one(ContextEvent, uuidOf(id, 'context_event', 'id'));
  }

  /** The newest first; one whose beginning is unknown last. `within` ties them to an owner: the row is `c`. */
  async page(
    filter: ContextEventFilter | null | undefined,
    args: PageArgs,
    within?: Listing<ContextEvent>['within'] & { name: string },
  ): Promise<Page<ContextEvent>> {
    const key = `${within?.name ?? ''} context events ${JSON.stringify(filter ?? {})}`;
    const where = await this.reader.once(key, () => this.#conditions(filter ?? {}));
    return this.reader.page(
      {
        name: key,
        entity: ContextEvent,
        alias: 'c',
        where,
        order: [{ sql: byLastDay('c.when_earliest'), type: 'date', descending: true }],
        filter: filter ?? {},
        ...(within ? { within } : {}),
      },
      args,
    );
  }

  isMeasure({ kind }: ContextEvent): boolean {
    return MEASURES.includes(kind);
  }

  async #conditions(filter: ContextEventFilter): Promise<Sql[]> {
    const { kind, isMeasure, when, involving, changedSince, isRetracted } = filter;
    const where = [isRetracted ? sql`c.retracted_at IS NOT NULL` : sql`c.retracted_at IS NULL`];
    if (kind != null) where.push(sql`c.kind = ANY(${kind})`);
    if (isMeasure != null) where.push(sql`(c.kind = ANY(${MEASURES})) = ${isMeasure}`);
    if (when != null) where.push(fuzzyDateCondition('c', 'when', when, 'filter.when', this.today));
    if (involving != null) {
      const actors = await this.references.actors(involving, 'filter.involving');
      where.push(
        sql`EXISTS (SELECT FROM context_event_involved i WHERE i.context_event_id = c.id AND i.actor_id = ANY(${actors}::uuid[]))`,
      );
    }
    if (changedSince != null)
      where.push(sql`EXISTS (SELECT FROM record r WHERE r.id = c.id AND r.changed_at > ${changedSince})`);
    return where;
  }
}

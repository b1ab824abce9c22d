import sql, { type Sql } from 'sql-template-tag';
import { byFirstDay, byLastDay } from '../../platform/fuzzy-date/sort-key';
import type { Listing, OrderKey, Page, PageArgs } from '../../platform/read/page';
import type { Reader } from '../../platform/read/reader';
import { uuidOf } from '../../platform/type-id';
import { Actor } from '../actor/actor.entity';
import { Name } from '../record/name.entity';
import { codeLabel } from './code-labels.rule';
import { Engagement, type EngagementFormat, Side } from './engagement.entity';
import type { Code } from './engagement-code.entity';
import type { EngagementConditions } from './engagement-conditions.query';
import { type EngagementFilter, EngagementOrder } from './engagement-filter.input';
import { EngagementLink } from './engagement-link.entity';
import { isOverdue } from './engagement-overdue.rule';
import type { Participation } from './participation.entity';

const newest: OrderKey = {
  sql: byLastDay('e.when_latest'),
  type: 'date',
  descending: true,
};

const ORDERS: { [order in EngagementOrder]: OrderKey[] } = {
  NEWEST: [newest],
  OLDEST: [{ sql: byFirstDay('e.when_earliest'), type: 'date' }],
  HIGHEST_LEVEL: [
    {
      sql: sql`coalesce((SELECT f.highest_level FROM engagement_form f WHERE f.engagement_id = e.id), 99)`,
      type: 'integer',
    },
  ],
  WIDEST_LEVEL_GAP: [
    {
      sql: sql`coalesce((SELECT g.level_gap FROM engagement_gap g WHERE g.engagement_id = e.id), -1)`,
      type: 'integer',
      descending: true,
    },
  ],
  MOST_SIDE_MEETINGS: [
    {
      sql: sql`(SELECT count(*)::integer FROM engagement_link l JOIN engagement s ON s.id = l.record_id AND s.retracted_at IS NULL
                 WHERE l.to_id = e.id AND l.kind = 'SIDELINES_OF' AND l.retracted_at IS NULL)`,
      type: 'integer',
      descending: true,
    },
  ],
  LAST_CHANGED: [
    {
      sql: sql`(SELECT r.changed_at FROM record r WHERE r.id = e.id)`,
      type: 'timestamptz',
      descending: true,
    },
  ],
};

interface Form {
  highestLevel: number | null;
  levelGap: number | null;
  format: EngagementFormat | null;
}

export class EngagementQuery {
  constructor(
    private readonly reader: Reader,
    private readonly conditions: EngagementConditions,
    private readonly today: string,
  ) {}

  byId(id: string): Promise<Engagement | null> {
    return this.reader.one(Engagement, uuidOf(id, 'engagement', 'id'));
  }

  /** Engagements that stand, or those withdrawn. `within` ties them to an owner: the row is `e`. */
  async page(
    filter: EngagementFilter | null | undefined,
    order: EngagementOrder | null | undefined,
    args: PageArgs,
    within?: Listing<Engagement>['within'] & { name: string },
  ): Promise<Page<Engagement>> {
    const chosen = order ?? EngagementOrder.NEWEST;
    const shown = filter?.isRetracted ?? false;
    const key = `${within?.name ?? ''} engagements ${JSON.stringify(filter ?? {})} ${chosen}`;
    const where = await this.reader.once(key, () => this.conditions.of(filter ?? {}, 'filter'));
    return this.reader.page(
      {
        name: key,
        entity: Engagement,
        alias: 'e',
        where: [shown ? sql`e.retracted_at IS NOT NULL` : sql`e.retracted_at IS NULL`, ...where],
        order: ORDERS[chosen],
        filter: filter ?? {},
        ...(within ? { within } : {}),
      },
      args,
    );
  }

  children(engagement: Engagement, args: PageArgs): Page<Engagement> {
    const order: OrderKey[] = [{ sql: sql`coalesce(e.sequence, 1000000)`, type: 'integer' }];
    return this.#pageWithin('children', engagement.id, sql`e.parent_id = owner.id`, order, args);
  }

  sideMeetings(engagement: Engagement, args: PageArgs): Page<Engagement> {
    const link = sql`EXISTS (SELECT FROM engagement_link l
      WHERE l.record_id = e.id AND l.to_id = owner.id AND l.kind = 'SIDELINES_OF' AND l.retracted_at IS NULL)`;
    return this.#pageWithin('side meetings', engagement.id, link, ORDERS.OLDEST, args);
  }

  #pageWithin(name: string, ownerId: string, link: Sql, order: OrderKey[], args: PageArgs): Page<Engagement> {
    return this.reader.page(
      {
        name,
        entity: Engagement,
        alias: 'e',
        where: [sql`e.retracted_at IS NULL`],
        order,
        filter: {},
        within: { ownerId, link },
      },
      args,
    );
  }

  /** Links are parts of the engagement they come from, and shown at both ends; the other end must be there to be shown. */
  async links(engagement: Engagement): Promise<EngagementLink[]> {
    const stands = sql`AND EXISTS (SELECT FROM engagement f WHERE f.id = engagement_link.record_id) AND EXISTS (SELECT FROM engagement t WHERE t.id = engagement_link.to_id)`;
    const [from, to] = await Promise.all([
      this.reader.parts(EngagementLink, engagement.id, 'record_id', stands),
      this.reader.parts(EngagementLink, engagement.id, 'to_id', stands),
    ]);
    return [...from, ...to];
  }

  isOverdue(engagement: Engagement): boolean {
    return isOverdue(engagement, this.today);
  }

  sides(engagement: Engagement): Promise<Side[]> {
    return this.reader.batch(
      'sides',
      async (ids) => {
        const rows = await this.reader.rows<{
          engagement_id: string;
          state_id: string;
          highest_level: number | null;
        }>(
          sql`SELECT engagement_id, state_id, highest_level FROM engagement_side WHERE engagement_id = ANY(${ids}::uuid[])
            ORDER BY highest_level NULLS LAST, state_id`,
        );
        return ids.map((id) =>
          rows
            .filter((row) => row.engagement_id === id)
            .map((row) =>
              Object.assign(new Side(), { stateId: row.state_id, highestLevel: row.highest_level }),
            ),
        );
      },
      engagement.id,
    );
  }

  /** What the sides make of it: the highest level of all present, the gap between two sides, how many sides there are. */
  form(engagement: Engagement): Promise<Form> {
    return this.reader.batch<Form>(
      'engagement form',
      async (ids) => {
        const rows = await this.reader.rows<Form & { id: string }>(
          sql`SELECT e.id,
                   (SELECT f.highest_level FROM engagement_form f WHERE f.engagement_id = e.id) AS "highestLevel",
                   (SELECT g.level_gap FROM engagement_gap g WHERE g.engagement_id = e.id) AS "levelGap",
                   (SELECT h.format FROM engagement_format h WHERE h.engagement_id = e.id) AS format
              FROM unnest(${ids}::uuid[]) AS e(id)`,
        );
        const byId = new Map(rows.map((row) => [row.id, row]));
        return ids.map((id) => byId.get(id) ?? { highestLevel: null, levelGap: null, format: null });
      },
      engagement.id,
    );
  }

  /** For whom and at what level somebody takes part: as stated, else as the office says. */
  sideOf(participation: Participation): Promise<{ stateId: string | null; level: number | null }> {
    return this.reader.batch(
      'side of',
      async (ids) => {
        const rows = await this.reader.rows<{ id: string; stateId: string | null; level: number | null }>(
          sql`SELECT participation_id AS id, state_id AS "stateId", level FROM participation_side WHERE participation_id = ANY(${ids}::uuid[])`,
        );
        const byId = new Map(rows.map((row) => [row.id, row]));
        return ids.map((id) => byId.get(id) ?? { stateId: null, level: null });
      },
      participation.id,
    );
  }

  async participantLabel({ actorId, descriptor }: Participation): Promise<string> {
    return (await this.reader.one(Actor, actorId))?.label ?? descriptor ?? 'Somebody';
  }

  /** Its title, its series with the edition, or else made of kind, sides and date: "Meeting, Iraq – Qatar, this week". */
  async label(engagement: Engagement): Promise<string> {
    const { title, series, edition, when, kind } = engagement;
    if (title) return title;
    if (series) return edition === null ? series : `${series} (${edition})`;
    const [name] = await this.reader.parts(Name, engagement.id);
    if (name) return name.value;
    const states = await Promise.all(
      (await this.sides(engagement)).map((side) => this.reader.one(Actor, side.stateId)),
    );
    const sides = states.flatMap((state) => state?.label ?? []).sort();
    return [worded(kind), sides.join(' – '), when?.text ?? when?.edtf].filter(Boolean).join(', ');
  }

  codeLabel({ scheme, code }: Code): string | null {
    return codeLabel(scheme, code);
  }
}

const worded = (kind: string) => kind.charAt(0) + kind.slice(1).toLowerCase().replaceAll('_', ' ');

import sql, { type Sql } from 'sql-template-tag';
import { DateMatch } from '../../platform/fuzzy-date/fuzzy-date-filter';
import { goingOnAt } from '../../platform/fuzzy-date/going-on';
import type { Page, PageArgs } from '../../platform/read/page';
import type { ContextEvent } from '../context-event/context-event.entity';
import type { ContextEventFilter } from '../context-event/context-event.input';
import type { ContextEventQuery } from '../context-event/context-event.query';
import type { Engagement } from './engagement.entity';
import type { EngagementQuery } from './engagement.query';
import type { EngagementListArgs } from './engagement-list-args.input';
import { isOnAgenda } from './engagement-matter-conditions.query';

/** The engagements that hang on another record, and what was going on around one. */
export class EngagementLists {
  constructor(
    private readonly engagements: EngagementQuery,
    private readonly contextEvents: ContextEventQuery,
  ) {}

  withActor(actorId: string, args: EngagementListArgs): Promise<Page<Engagement>> {
    const link = sql`e.id IN (SELECT a.engagement_id FROM engagement_actor a WHERE a.actor_id = owner.id)`;
    const within = { name: 'with an actor', ownerId: actorId, link, isInvolvement: true };
    return this.engagements.page(args.filter, args.orderBy, args, within);
  }

  atPlace(placeId: string, args: EngagementListArgs): Promise<Page<Engagement>> {
    return this.#page('at a place', placeId, sql`e.place_id = owner.id`, args);
  }

  onTopic(topicId: string, args: EngagementListArgs): Promise<Page<Engagement>> {
    return this.#page('on a topic', topicId, isOnAgenda(sql`SELECT owner.id`), args);
  }

  inTenure(tenureId: string, args: EngagementListArgs): Promise<Page<Engagement>> {
    const link = sql`e.id IN (SELECT p.record_id FROM participation p WHERE p.tenure_id = owner.id AND p.retracted_at IS NULL)`;
    return this.#page('in a tenure', tenureId, link, args);
  }

  /**
   * Context events of an engagement's states that were going on at the time. Groups count for their members on either side: a measure
   * by four states is one of each of them, and a group that meets brings its members' measures with it.
   */
  contextOf(
    engagement: Engagement,
    filter: ContextEventFilter | null,
    match: DateMatch | null,
    args: PageArgs,
  ): Promise<Page<ContextEvent>> {
    const sureness = match ?? DateMatch.POSSIBLE;
    const link = sql`
      EXISTS (SELECT FROM context_event_involved i JOIN actor s ON s.id = i.actor_id AND s.kind = 'STATE'
               WHERE i.context_event_id = c.id AND s.id IN (${STATES}))
      AND EXISTS (SELECT FROM engagement e WHERE e.id = owner.id AND ${goingOnAt('c.when', 'e.when', sureness)})`;
    return this.contextEvents.page(filter, args, {
      name: `around an engagement, ${sureness}`,
      ownerId: engagement.id,
      link,
    });
  }

  #page(name: string, ownerId: string, link: Sql, args: EngagementListArgs): Promise<Page<Engagement>> {
    return this.engagements.page(args.filter, args.orderBy, args, { name, ownerId, link });
  }
}

/** Whom an engagement `owner` counts for, members of groups that took part included. */
const STATES = sql`
  SELECT a.actor_id FROM engagement_actor a WHERE a.engagement_id = owner.id
  UNION ALL
  SELECT coalesce(s.state_id, m.actor_id) FROM engagement_actor a
    JOIN group_member m ON m.record_id = a.actor_id AND m.retracted_at IS NULL
    LEFT JOIN actor_state s ON s.actor_id = m.actor_id
   WHERE a.engagement_id = owner.id`;

import sql, { type Sql } from 'sql-template-tag';
import { DomainError } from '../../platform/errors';
import type { Listing, Page, PageArgs } from '../../platform/read/page';
import type { Reader } from '../../platform/read/reader';
import { Actor } from '../actor/actor.entity';
import type { Agreement } from '../agreement/agreement.entity';
import type { AgreementQuery } from '../agreement/agreement.query';
import type { AgreementFilter, AgreementOrder } from '../agreement/agreement-filter.input';
import type { Claim } from '../claim/claim.entity';
import type { ClaimFilter, ClaimOrder } from '../claim/claim.input';
import type { ClaimQuery } from '../claim/claim.query';
import type { ContextEvent } from '../context-event/context-event.entity';
import type { ContextEventFilter } from '../context-event/context-event.input';
import type { ContextEventQuery } from '../context-event/context-event.query';
import type { Engagement } from '../engagement/engagement.entity';
import type { EngagementQuery } from '../engagement/engagement.query';
import type { EngagementListArgs } from '../engagement/engagement-list-args.input';
import type { References } from '../record/references.query';
import { Relationship } from './relationship.entity';
import { actorsOf, relationshipId } from './relationship-id.rule';

type Within = NonNullable<Listing<unknown>['within']> & { name: string };

export class RelationshipQuery {
  constructor(
    private readonly reader: Reader,
    private readonly references: References,
    private readonly engagementQuery: EngagementQuery,
    private readonly agreementQuery: AgreementQuery,
    private readonly contextEventQuery: ContextEventQuery,
    private readonly claimQuery: ClaimQuery,
  ) {}

  async between(actors: readonly string[]): Promise<Relationship | null> {
    const field = 'between';
    const ids = [...new Set(await this.references.actors(actors, field))];
    if (actors.length !== 2 || ids.length !== 2)
      throw new DomainError(
        'BAD_USER_INPUT',
        `${field} takes exactly two different actors, such as ["QA", "IQ"]`,
        { field },
      );
    return this.#of(ids as [string, string]);
  }

  byId(id: string, field = 'id'): Promise<Relationship | null> {
    return this.#of(actorsOf(id, field));
  }

  /** There is a relationship of any two actors that there are, even if nothing is known of it. */
  async #of(ids: [string, string]): Promise<Relationship | null> {
    const actors = await Promise.all(ids.map((id) => this.reader.one(Actor, id)));
    if (actors.includes(null)) return null;
    return Object.assign(new Relationship(), { actorIds: ids.sort() });
  }

  id({ actorIds }: Relationship): string {
    return relationshipId(actorIds);
  }

  /** In the order of the label. */
  async actors({ actorIds }: Relationship): Promise<Actor[]> {
    const actors = await Promise.all(actorIds.map((id) => this.reader.one(Actor, id)));
    return actors.filter((actor) => actor !== null).sort((a, b) => a.label.localeCompare(b.label, 'en'));
  }

  async label(relationship: Relationship): Promise<string> {
    return (await this.actors(relationship)).map((actor) => actor.label).join(' – ');
  }

  engagements(relationship: Relationship, args: EngagementListArgs): Promise<Page<Engagement>> {
    const within = withBoth(
      relationship,
      (actor) => sql`e.id IN (SELECT a.engagement_id FROM engagement_actor a WHERE a.actor_id = ${actor})`,
    );
    return this.engagementQuery.page(args.filter, args.orderBy, args, within);
  }

  agreements(
    relationship: Relationship,
    filter: AgreementFilter | null,
    order: AgreementOrder | null,
    args: PageArgs,
  ): Promise<Page<Agreement>> {
    const within = withBoth(
      relationship,
      (
        actor,
      ) => sql`g.id IN (SELECT p.record_id FROM agreement_party p WHERE p.retracted_at IS NULL AND p.actor_id IN (
        SELECT ${actor} UNION SELECT o.id FROM actor o WHERE o.state_id = ${actor}))`,
    );
    return this.agreementQuery.page(filter, order, args, within);
  }

  contextEvents(
    relationship: Relationship,
    filter: ContextEventFilter | null,
    args: PageArgs,
  ): Promise<Page<ContextEvent>> {
    const within = withBoth(
      relationship,
      (actor) =>
        sql`c.id IN (SELECT i.context_event_id FROM context_event_involved i WHERE i.actor_id = ${actor})`,
    );
    return this.contextEventQuery.page(filter, args, within);
  }

  claims(
    relationship: Relationship,
    filter: ClaimFilter | null,
    order: ClaimOrder | null,
    args: PageArgs,
  ): Promise<Page<Claim>> {
    const within = withBoth(
      relationship,
      (actor) => sql`c.id IN (SELECT a.claim_id FROM claim_actor a WHERE a.actor_id = ${actor})`,
    );
    return this.claimQuery.page(filter, order, args, within);
  }
}

/** Ties a row to both actors. */
function withBoth({ actorIds: [one, other] }: Relationship, hasActor: (actor: Sql) => Sql): Within {
  const link = sql`${hasActor(sql`owner.id`)} AND ${hasActor(sql`owner.other`)}`;
  return { name: 'with two', ownerId: one, otherId: other, link, isInvolvement: true };
}

import sql from 'sql-template-tag';
import { FuzzyDate } from '../../platform/fuzzy-date/fuzzy-date';
import type { Listing, OrderKey, Page, PageArgs } from '../../platform/read/page';
import type { Reader } from '../../platform/read/reader';
import { uuidOf } from '../../platform/type-id';
import { Actor } from '../actor/actor.entity';
import { DayRange } from '../record/day-range.entity';
import { Name } from '../record/name.entity';
import { Topic } from '../topic/topic.entity';
import { Agreement, type AgreementStatus, type Milestone } from './agreement.entity';
import { AgreementAction, type AgreementActionKind } from './agreement-action.entity';
import type { AgreementConditions } from './agreement-conditions.query';
import { type AgreementFilter, AgreementOrder } from './agreement-filter.input';
import { untitledLabel } from './agreement-label.rule';
import { AgreementSuccession, AgreementTopic } from './agreement-link.entity';
import { AgreementParty } from './agreement-party.entity';
import { daysBetween } from './lag.rule';

/** A page of what belongs to one owner: the row is `g`, or `e` for engagements. */
export type Within = NonNullable<Listing<unknown>['within']> & { name: string };

/** The day of an action: when it was done, else from when it has effect. */
const dayOfActions = (bound: 'earliest' | 'latest', choose: 'min' | 'max', unknown: string) => {
  const [done, effect] = [`x.on_${bound}`, `x.effective_on_${bound}`];
  return sql([
    `(SELECT ${choose}(coalesce(nullif(${done}, '${unknown}'), nullif(${effect}, '${unknown}')))
        FROM agreement_action x WHERE x.record_id = g.id AND x.retracted_at IS NULL)`,
  ]);
};

const ORDERS: { [order in AgreementOrder]: OrderKey } = {
  NEWEST: {
    sql: sql`coalesce(greatest(${dayOfActions('latest', 'max', 'infinity')}, nullif(g.expected_by_latest, 'infinity')), '-infinity')`,
    type: 'date',
    descending: true,
  },
  OLDEST: {
    sql: sql`coalesce(least(${dayOfActions('earliest', 'min', '-infinity')}, nullif(g.expected_by_earliest, '-infinity')), 'infinity')`,
    type: 'date',
  },
  LAST_CHANGED: {
    sql: sql`(SELECT r.changed_at FROM record r WHERE r.id = g.id)`,
    type: 'timestamptz',
    descending: true,
  },
};

const EARLIEST_FIRST: OrderKey = {
  sql: sql`coalesce(nullif(x.on_earliest, '-infinity'), nullif(x.effective_on_earliest, '-infinity'), 'infinity')`,
  type: 'date',
};

const MOST_LINKS = 50;

interface Reached {
  milestone: Milestone;
  date: FuzzyDate | null;
}

export class AgreementQuery {
  constructor(
    private readonly reader: Reader,
    private readonly conditions: AgreementConditions,
    private readonly today: string,
  ) {}

  byId(id: string): Promise<Agreement | null> {
    return this.reader.one(Agreement, uuidOf(id, 'agreement', 'id'));
  }

  /** Agreements that stand, or those withdrawn; with `within`, only those of one owner. */
  async page(
    filter: AgreementFilter | null | undefined,
    order: AgreementOrder | null | undefined,
    args: PageArgs,
    within?: Within,
  ): Promise<Page<Agreement>> {
    const chosen = order ?? AgreementOrder.NEWEST;
    const name = `${within?.name ?? ''} agreements ${JSON.stringify(filter ?? {})} ${chosen}`;
    const where = await this.reader.once(name, () => this.conditions.of(filter ?? {}, 'filter'));
    const standing = filter?.isRetracted ? sql`g.retracted_at IS NOT NULL` : sql`g.retracted_at IS NULL`;
    const listing: Listing<Agreement> = {
      name,
      entity: Agreement,
      alias: 'g',
      where: [standing, ...where],
      order: [ORDERS[chosen]],
      filter: filter ?? {},
    };
    return this.reader.page(within ? { ...listing, within } : listing, args);
  }

  /** On the agenda of an engagement, or acted on there. */
  dealtWithAt(engagementId: string): Within {
    return {
      name: 'of engagement',
      ownerId: engagementId,
      link: sql`g.id IN (
        SELECT i.agreement_id FROM agenda_item i WHERE i.record_id = owner.id AND i.retracted_at IS NULL
        UNION SELECT x.record_id FROM agreement_action x WHERE x.engagement_id = owner.id AND x.retracted_at IS NULL)`,
    };
  }

  /** An organization of a state is a party for it. */
  ofParty(actorId: string): Within {
    return {
      name: 'of party',
      ownerId: actorId,
      isInvolvement: true,
      link: sql`g.id IN (
        SELECT p.record_id FROM agreement_party p
         WHERE p.retracted_at IS NULL
           AND p.actor_id IN (SELECT owner.id UNION SELECT o.id FROM actor o WHERE o.state_id = owner.id))`,
    };
  }

  /** Engagements `e` with the agreement on the agenda, or at which it was acted on. */
  engagementsOf(agreement: Agreement): Within {
    return {
      name: 'of agreement',
      ownerId: agreement.id,
      link: sql`e.id IN (
        SELECT i.record_id FROM agenda_item i WHERE i.agreement_id = owner.id AND i.retracted_at IS NULL
        UNION SELECT x.engagement_id FROM agreement_action x WHERE x.record_id = owner.id AND x.retracted_at IS NULL)`,
    };
  }

  actions(
    agreement: Agreement,
    kind: AgreementActionKind[] | null | undefined,
    args: PageArgs,
  ): Page<AgreementAction> {
    return this.reader.page(
      {
        name: `actions ${kind?.join() ?? 'all'}`,
        entity: AgreementAction,
        alias: 'x',
        where: [sql`x.retracted_at IS NULL`, ...(kind == null ? [] : [sql`x.kind = ANY(${kind})`])],
        order: [EARLIEST_FIRST],
        within: { ownerId: agreement.id, link: sql`x.record_id = owner.id` },
      },
      args,
    );
  }

  status(agreement: Agreement, on?: string | null): Promise<AgreementStatus> {
    const day = on ?? this.today;
    return this.reader.batch(
      `agreement status ${day}`,
      async (ids) => {
        const rows = await this.reader.rows<{ id: string; status: AgreementStatus }>(
          sql`SELECT s.agreement_id AS id, s.status FROM agreement_statuses(${ids}::uuid[], ${day}::date) s`,
        );
        const byId = new Map(rows.map((row) => [row.id, row.status]));
        return ids.map((id) => byId.get(id) as AgreementStatus);
      },
      agreement.id,
    );
  }

  /** The status from the day on from which an action counts; of one that nobody dates, among others that nobody dates. */
  statusAfter(action: AgreementAction): Promise<AgreementStatus> {
    return this.reader.batch(
      'agreement status after',
      async (ids) => {
        const rows = await this.reader.rows<{ id: string; status: AgreementStatus }>(
          sql`SELECT x.id, agreement_status(x.record_id, coalesce(d.counts_from, '-infinity')) AS status
                FROM agreement_action x LEFT JOIN agreement_deed d ON d.action_id = x.id WHERE x.id = ANY(${ids}::uuid[])`,
        );
        const byId = new Map(rows.map((row) => [row.id, row.status]));
        return ids.map((id) => byId.get(id) as AgreementStatus);
      },
      action.id,
    );
  }

  async milestone(agreement: Agreement, of: Milestone): Promise<FuzzyDate | null> {
    return (await this.#reached(agreement)).find(({ milestone }) => milestone === of)?.date ?? null;
  }

  async lag(agreement: Agreement, from: Milestone, to: Milestone): Promise<DayRange | null> {
    const reached = await this.#reached(agreement);
    const [begin, end] = [from, to].map((each) => reached.find(({ milestone }) => milestone === each));
    return begin && end ? Object.assign(new DayRange(), daysBetween(begin.date, end.date)) : null;
  }

  #reached(agreement: Agreement): Promise<Reached[]> {
    return this.reader.batch(
      'agreement milestones',
      async (ids) => {
        const rows = await this.reader.rows<FuzzyDate & { id: string; milestone: Milestone }>(
          sql`SELECT g.id, m.milestone, m.date_text AS text, m.date_edtf AS edtf, m.date_earliest AS earliest, m.date_latest AS latest
                FROM unnest(${ids}::uuid[]) AS g(id) CROSS JOIN LATERAL agreement_milestones(g.id, ${this.today}::date) m`,
        );
        return ids.map((id) => rows.filter((row) => row.id === id).map(reachedOf));
      },
      agreement.id,
    );
  }

  async topics(agreement: Agreement): Promise<Topic[]> {
    const links = await this.reader.parts(AgreementTopic, agreement.id);
    return present(await Promise.all(links.map((link) => this.reader.one(Topic, link.topicId))));
  }

  async succeeding(agreement: Agreement, kind: AgreementSuccession['kind']): Promise<Agreement[]> {
    const links = await this.reader.parts(AgreementSuccession, agreement.id);
    return this.#agreements(links.filter((link) => link.kind === kind).map((link) => link.toId));
  }

  async succeededBy(agreement: Agreement, kind: AgreementSuccession['kind']): Promise<Agreement[]> {
    const links = await this.reader.parts(AgreementSuccession, agreement.id, 'to_id');
    return this.#agreements(links.filter((link) => link.kind === kind).map((link) => link.recordId));
  }

  async #agreements(ids: readonly string[]): Promise<Agreement[]> {
    const found = await Promise.all(ids.map((id) => this.reader.one(Agreement, id)));
    return present(found)
      .filter((agreement) => agreement.retractedAt === null)
      .slice(0, MOST_LINKS);
  }

  /** Its title or another name of it, or else made of form, status and parties. */
  async label(agreement: Agreement): Promise<string> {
    if (agreement.title?.trim()) return agreement.title;
    const [name] = await this.reader.parts(Name, agreement.id);
    if (name) return name.value;
    const [status, parties] = await Promise.all([
      this.status(agreement),
      this.reader.parts(AgreementParty, agreement.id),
    ]);
    const actors = await Promise.all(parties.map((party) => this.reader.one(Actor, party.actorId)));
    return untitledLabel(
      agreement,
      status,
      present(actors).map((actor) => actor.label),
    );
  }
}

function reachedOf({
  milestone,
  text,
  edtf,
  earliest,
  latest,
}: FuzzyDate & { milestone: Milestone }): Reached {
  const isDated = text !== null || edtf !== null;
  return {
    milestone,
    date: isDated ? Object.assign(new FuzzyDate(), { text, edtf, earliest, latest }) : null,
  };
}

function present<T>(found: readonly (T | null)[]): T[] {
  return found.filter((each) => each !== null);
}

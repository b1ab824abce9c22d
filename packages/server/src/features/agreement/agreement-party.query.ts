import sql, { type Sql } from 'sql-template-tag';
import { fuzzyDateCondition } from '../../platform/fuzzy-date/fuzzy-date-range';
import type { Page, PageArgs } from '../../platform/read/page';
import type { Reader } from '../../platform/read/reader';
import { uuidOf } from '../../platform/type-id';
import type { References } from '../record/references.query';
import { AgreementAction } from './agreement-action.entity';
import type { AgreementPartyFilter } from './agreement-filter.input';
import { AgreementParty, type PartyStatus } from './agreement-party.entity';

/** An action `d` is one of the party `p`: by it, or by all of them, if it is of a kind that parties do. */
const IS_ITS_OWN = sql`d.agreement_id = p.record_id AND d.actor_id = p.actor_id
  AND (d.is_its_own OR d.is_signature OR d.is_consent OR d.kind = 'WITHDRAWAL')`;

/** Asked of each party by itself: joined at once, the actions of all parties of all agreements would be read. */
const ITS_OWN = sql`(SELECT d.* FROM agreement_conduct d WHERE ${IS_ITS_OWN} OFFSET 0)`;

const MOST_ACTIONS = 50;

interface Conduct {
  hasSigned: boolean;
  hasReservation: boolean;
  consentId: string | null;
}

export class AgreementPartyQuery {
  constructor(
    private readonly reader: Reader,
    private readonly references: References,
    private readonly today: string,
  ) {}

  async page(filter: AgreementPartyFilter | null | undefined, args: PageArgs): Promise<Page<AgreementParty>> {
    const name = `agreement parties ${JSON.stringify(filter ?? {})}`;
    const where = await this.reader.once(name, () => this.#conditions(filter ?? {}, 'filter'));
    const stands = sql`p.retracted_at IS NULL
      AND EXISTS (SELECT FROM agreement g WHERE g.id = p.record_id AND g.retracted_at IS NULL)`;
    return this.reader.page(
      { name, entity: AgreementParty, alias: 'p', where: [stands, ...where], order: [] },
      args,
    );
  }

  async #conditions(filter: AgreementPartyFilter, path: string): Promise<Sql[]> {
    const { agreement, actor, status, hasSigned, hasReservation } = filter;
    const where: Sql[] = [];
    if (agreement != null) {
      const ids = agreement.map((id, index) => uuidOf(id, 'agreement', `${path}.agreement.${index}`));
      where.push(sql`p.record_id = ANY(${ids}::uuid[])`);
    }
    if (actor != null) {
      const ids = await this.references.actors(actor, `${path}.actor`);
      where.push(sql`p.actor_id IN (SELECT v.id FROM actor v WHERE v.id = ANY(${ids}::uuid[]))`);
    }
    if (status != null)
      where.push(
        sql`p.id IN (WITH found(id) AS MATERIALIZED (
          SELECT s.party_id FROM agreement_party_statuses(${this.today}::date) s WHERE s.status = ANY(${status})) SELECT found.id FROM found)`,
      );
    if (hasSigned != null) where.push(sql`${this.#has(sql`d.is_signature`)} = ${hasSigned}`);
    if (hasReservation != null)
      where.push(sql`${this.#has(sql`d.kind = 'RESERVATION'`)} = ${hasReservation}`);
    return [...where, ...this.#consent(filter, path)];
  }

  /** Both are asked of one action. */
  #consent({ consent, consentOn }: AgreementPartyFilter, path: string): Sql[] {
    if (consent == null && consentOn == null) return [];
    const kind = consent == null ? sql`TRUE` : sql`d.kind = ANY(${consent})`;
    const when =
      consentOn == null
        ? sql`TRUE`
        : sql`EXISTS (SELECT FROM agreement_action x WHERE x.id = d.action_id
            AND ${fuzzyDateCondition('x', 'on', consentOn, `${path}.consentOn`, this.today)})`;
    return [this.#has(sql`d.is_consent AND ${kind} AND ${when}`)];
  }

  /** Those that did it by themselves, and those of agreements where it was done by all. Either is computed once for the statement. */
  #has(what: Sql): Sql {
    const counts = sql`${what} AND coalesce(d.counts_from, '-infinity') <= ${this.today}::date`;
    return sql`((p.record_id, p.actor_id) IN (WITH own AS MATERIALIZED (
        SELECT d.agreement_id, d.actor_id FROM agreement_conduct d WHERE d.is_its_own AND ${counts})
        SELECT o.agreement_id, o.actor_id FROM own o)
      OR p.record_id IN (WITH joint AS MATERIALIZED (
        SELECT d.agreement_id FROM agreement_deed d
         WHERE d.party_id IS NULL AND (d.is_signature OR d.is_consent OR d.kind = 'WITHDRAWAL') AND ${counts})
        SELECT j.agreement_id FROM joint j))`;
  }

  status(party: AgreementParty, on?: string | null): Promise<PartyStatus> {
    const day = on ?? this.today;
    return this.reader.batch(
      `party status ${day}`,
      async (keys) => {
        const agreements = new Set(keys.map((key) => key.split(' ')[1]));
        const rows = await this.reader.rows<{ id: string; status: PartyStatus }>(
          sql`SELECT s.party_id AS id, s.status FROM unnest(${[...agreements]}::uuid[]) AS g(id)
               CROSS JOIN LATERAL agreement_party_statuses(g.id, ${day}::date) s`,
        );
        const byId = new Map(rows.map((row) => [row.id, row.status]));
        return keys.map((key) => byId.get(String(key.split(' ')[0])) as PartyStatus);
      },
      // The parties of one agreement are computed together.
      `${party.id} ${party.recordId}`,
    );
  }

  async hasSigned(party: AgreementParty): Promise<boolean> {
    return (await this.#conduct(party)).hasSigned;
  }

  async hasReservation(party: AgreementParty): Promise<boolean> {
    return (await this.#conduct(party)).hasReservation;
  }

  /** The first action by which it consented to be bound. */
  async consent(party: AgreementParty): Promise<AgreementAction | null> {
    return this.reader.one(AgreementAction, (await this.#conduct(party)).consentId);
  }

  #conduct(party: AgreementParty): Promise<Conduct> {
    return this.reader.batch(
      'conduct of party',
      async (ids) => {
        const rows = await this.reader.rows<Conduct & { id: string }>(
          sql`SELECT p.id, bool_or(d.is_signature) AS "hasSigned", bool_or(d.kind = 'RESERVATION') AS "hasReservation",
                     (array_agg(d.action_id ORDER BY d.counts_from NULLS LAST, d.action_id) FILTER (WHERE d.is_consent))[1] AS "consentId"
                FROM agreement_party p CROSS JOIN LATERAL ${ITS_OWN} d
               WHERE p.id = ANY(${ids}::uuid[]) AND coalesce(d.counts_from, '-infinity') <= ${this.today}::date
               GROUP BY p.id`,
        );
        const byId = new Map(rows.map((row) => [row.id, row]));
        return ids.map((id) => byId.get(id) ?? { hasSigned: false, hasReservation: false, consentId: null });
      },
      party.id,
    );
  }

  /** What it did, by itself or with all the others, the earliest first. */
  actions(party: AgreementParty): Promise<AgreementAction[]> {
    return this.reader.batch(
      'actions of party',
      async (ids) => {
        const rows = await this.reader.rows<{ owner: string }>(
          sql`SELECT p.id AS owner, x.*
                FROM agreement_party p
               CROSS JOIN LATERAL ${ITS_OWN} d
                JOIN agreement_action x ON x.id = d.action_id
               WHERE p.id = ANY(${ids}::uuid[]) AND ${this.reader.cleared('agreement_action', 'x')}
               ORDER BY d.counts_from NULLS LAST, x.ordinal, x.id`,
        );
        const shape = this.reader.catalog.shape(AgreementAction);
        return ids.map((id) =>
          rows
            .filter((row) => row.owner === id)
            .slice(0, MOST_ACTIONS)
            .map((row) => shape.hydrate(row as never)),
        );
      },
      party.id,
    );
  }
}

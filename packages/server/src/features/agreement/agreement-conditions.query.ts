import sql, { join, type Sql } from 'sql-template-tag';
import { fuzzyDateCondition } from '../../platform/fuzzy-date/fuzzy-date-range';
import type { EvidenceConditions } from '../record/evidence-conditions.query';
import { conditionsOf } from '../record/filter-tree.service';
import type { References } from '../record/references.query';
import type { AgreementFilter } from './agreement-filter.input';

/** What a filter means in SQL, of an agreement `g`. */
export class AgreementConditions {
  constructor(
    private readonly references: References,
    private readonly evidence: EvidenceConditions,
    private readonly today: string,
  ) {}

  of(filter: AgreementFilter, path: string): Promise<Sql[]> {
    return conditionsOf(filter, path, async (node, at) => [
      ...this.#nature(node),
      ...(await this.#life(node, at)),
      ...(await this.#evidence(node, at)),
    ]);
  }

  #nature({ form, isBinding, ambit, marking, changedSince, warning }: AgreementFilter): Sql[] {
    const where: Sql[] = [];
    if (form != null) where.push(sql`g.form = ANY(${form})`);
    if (isBinding != null) where.push(sql`g.is_binding = ${isBinding}`);
    if (ambit != null) where.push(sql`g.ambit = ANY(${ambit})`);
    if (marking != null) where.push(sql`g.marking = ANY(${marking}::smallint[])`);
    if (changedSince != null)
      where.push(sql`EXISTS (SELECT FROM record r WHERE r.id = g.id AND r.changed_at > ${changedSince})`);
    if (warning != null)
      where.push(
        sql`EXISTS (SELECT FROM record_warning w WHERE w.record_id = g.id AND w.code = ANY(${warning}))`,
      );
    return where;
  }

  async #life(filter: AgreementFilter, path: string): Promise<Sql[]> {
    const { status, inForceOn, reached, notReached, expectedBy } = filter;
    const others = await this.#others(filter, path);
    const where = [...others];
    if (expectedBy != null)
      where.push(fuzzyDateCondition('g', 'expected_by', expectedBy, `${path}.expectedBy`, this.today));
    if (status != null) where.push(hasStatus(others, this.today, sql`= ANY(${status})`));
    if (inForceOn != null) where.push(hasStatus(others, inForceOn, sql`IN ('IN_FORCE', 'OPERATIVE')`));
    if (reached != null) {
      const when =
        reached.when == null
          ? sql`TRUE`
          : fuzzyDateCondition('m', 'date', reached.when, `${path}.reached.when`, this.today);
      where.push(this.#hasReached(sql`m.milestone = ${reached.milestone} AND ${when}`));
    }
    if (notReached != null) where.push(sql`NOT ${this.#hasReached(sql`m.milestone = ANY(${notReached})`)}`);
    return where;
  }

  #hasReached(what: Sql): Sql {
    return amongAll(
      sql`SELECT m.agreement_id FROM agreement_milestones_reached(${this.today}::date) m WHERE ${what}`,
    );
  }

  async #others({ between, involving, topics }: AgreementFilter, path: string): Promise<Sql[]> {
    const all = await this.references.actors(between ?? [], `${path}.between`);
    const where = [...new Set(all)].map((id) => hasParty([id]));
    if (involving != null) where.push(hasParty(await this.references.actors(involving, `${path}.involving`)));
    if (topics != null) where.push(hasTopic(await this.references.topics(topics, `${path}.topics`)));
    return where;
  }

  async #evidence({ modality, gap, evidence }: AgreementFilter, path: string): Promise<Sql[]> {
    const where: Sql[] = [];
    if (modality != null) where.push(this.evidence.ofModality(modality, 'g'));
    if (gap != null) where.push(this.evidence.ofGap(gap, 'g'));
    if (evidence != null) where.push(await this.evidence.ofRecord(evidence, 'g', `${path}.evidence`));
    return where;
  }
}

/** Computed once for the statement: a planner that expects few would compute it row by row. */
function amongAll(agreements: Sql): Sql {
  return sql`(g.id IN (WITH found(id) AS MATERIALIZED (${agreements}) SELECT found.id FROM found))`;
}

/** Computed of those alone that meet the conditions on parties and topics, if there are any. */
function hasStatus(others: readonly Sql[], day: string, what: Sql): Sql {
  const statuses =
    others.length === 0
      ? sql`agreement_statuses(${day}::date)`
      : sql`agreement_statuses(ARRAY(SELECT g.id FROM agreement g WHERE ${join(others, ' AND ')}), ${day}::date)`;
  return amongAll(sql`SELECT s.agreement_id FROM ${statuses} s WHERE s.status ${what}`);
}

/** One of these that can be seen, or an organization of one of them, is a party: the agreements of its parties intersect. */
function hasParty(ids: readonly string[]): Sql {
  return sql`g.id IN (SELECT p.record_id FROM agreement_party p WHERE p.retracted_at IS NULL AND p.actor_id IN (
    SELECT v.id FROM actor v WHERE v.id = ANY(${ids}::uuid[])
    UNION SELECT o.id FROM actor v JOIN actor o ON o.state_id = v.id WHERE v.id = ANY(${ids}::uuid[])))`;
}

function hasTopic(ids: readonly string[]): Sql {
  return sql`g.id IN (SELECT a.record_id FROM agreement_topic a WHERE a.retracted_at IS NULL AND a.topic_id IN (
    WITH RECURSIVE narrower(id) AS (
      SELECT v.id FROM topic v WHERE v.id = ANY(${ids}::uuid[])
      UNION SELECT t.id FROM narrower n JOIN topic t ON t.parent_id = n.id AND t.retracted_at IS NULL)
    SELECT n.id FROM narrower n))`;
}

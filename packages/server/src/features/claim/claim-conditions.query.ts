import sql, { type Sql } from 'sql-template-tag';
import { fuzzyDateCondition } from '../../platform/fuzzy-date/fuzzy-date-range';
import { allOf } from '../../platform/read/conditions';
import { prefixOf, uuidOf } from '../../platform/type-id';
import type { EvidenceConditions } from '../record/evidence-conditions.query';
import { conditionsOf } from '../record/filter-tree.service';
import type { References } from '../record/references.query';
import { PART_TYPES } from '../record/retraction.service';
import type { ClaimFilter, ClaimTargetFilter } from './claim.input';

/** What a filter means in SQL, of a row `c`. */
export class ClaimConditions {
  constructor(
    private readonly references: References,
    private readonly evidence: EvidenceConditions,
    private readonly today: string,
  ) {}

  of(filter: ClaimFilter, path: string): Promise<Sql[]> {
    return conditionsOf(filter, path, async (node, at) => [
      ...terms(node),
      ...this.#time(node, at),
      ...standing(node),
      ...(await this.#matter(node, at)),
      ...(await this.#actors(node, at)),
      ...(await this.#ground(node, at)),
    ]);
  }

  #time({ valid, isOpen, changedSince }: ClaimFilter, path: string): Sql[] {
    const where: Sql[] = [];
    if (valid != null) where.push(fuzzyDateCondition('c', 'valid', valid, `${path}.valid`, this.today));
    if (isOpen != null) where.push(sql`(${openOn(this.today)}) = ${isOpen}`);
    if (changedSince != null)
      where.push(sql`EXISTS (SELECT FROM record r WHERE r.id = c.id AND r.changed_at > ${changedSince})`);
    return where;
  }

  async #matter({ subject, target, topics }: ClaimFilter, path: string): Promise<Sql[]> {
    const where: Sql[] = [];
    if (subject != null) {
      const ids = await this.references.records(subject, `${path}.subject`);
      where.push(
        hasTarget([
          sql`t.role = 'SUBJECT' AND t.part_type IS DISTINCT FROM 'name' AND t.target_id = ANY(${ids}::uuid[])`,
        ]),
      );
    }
    if (target != null) where.push(hasTarget(await this.#target(target, `${path}.target`)));
    if (topics != null) {
      const ids = await this.references.topics(topics, `${path}.topics`);
      where.push(
        hasTarget([
          sql`t.part_type IS DISTINCT FROM 'name' AND t.target_id IN (
            WITH RECURSIVE narrower(id) AS (
              SELECT id FROM topic WHERE id = ANY(${ids}::uuid[])
              UNION SELECT n.id FROM narrower w JOIN topic n ON n.parent_id = w.id AND n.retracted_at IS NULL)
            SELECT id FROM narrower)`,
        ]),
      );
    }
    return where;
  }

  async #target({ role, record, part, field }: ClaimTargetFilter, path: string): Promise<Sql[]> {
    const where: Sql[] = [];
    if (role != null) where.push(sql`t.role = ANY(${role}::text[])`);
    if (record != null)
      where.push(sql`t.target_id = ANY(${await this.references.records(record, `${path}.record`)}::uuid[])`);
    if (part != null) {
      const ids = part.map((id, index) =>
        uuidOf(id, prefixOf(id) === null ? 'name' : PART_TYPES, `${path}.part.${index}`),
      );
      where.push(sql`t.part_id = ANY(${ids}::uuid[])`);
    }
    if (field != null) where.push(sql`t.field = ${field}`);
    return where;
  }

  async #actors({ between, involving, speaker }: ClaimFilter, path: string): Promise<Sql[]> {
    const where: Sql[] = [];
    for (const id of between == null ? [] : await this.references.actors(between, `${path}.between`))
      where.push(names([id]));
    if (involving != null) where.push(names(await this.references.actors(involving, `${path}.involving`)));
    if (speaker != null) {
      const ids = await this.references.actors(speaker, `${path}.speaker`);
      where.push(sql`EXISTS (SELECT FROM attribution a LEFT JOIN source x ON x.id = a.referenced_source_id
        JOIN actor k ON k.id IN (a.speaker_id, x.publisher_id)
        WHERE a.record_id = c.id AND a.retracted_at IS NULL AND k.id = ANY(${ids}::uuid[]))`);
    }
    return where;
  }

  async #ground({ source, relation, evidence }: ClaimFilter, path: string): Promise<Sql[]> {
    const where: Sql[] = [];
    if (source != null) {
      const ids = source.map((id, index) => uuidOf(id, 'source', `${path}.source.${index}`));
      where.push(sql`c.source_id = ANY(${ids}::uuid[])`);
    }
    if (relation != null)
      where.push(sql`c.id IN (
        SELECT v.id FROM claim_relation r CROSS JOIN LATERAL (VALUES (r.record_id), (r.to_id)) AS v(id)
         WHERE r.retracted_at IS NULL AND r.kind = ANY(${relation}::text[]))`);
    if (evidence != null) where.push(await this.evidence.ofClaim(evidence, 'c', `${path}.evidence`));
    return where;
  }
}

/** Open until what it says has ended; an end that nobody gives has not come. */
function openOn(day: string): Sql {
  return sql`coalesce(c.valid_latest, 'infinity') >= ${day}::date`;
}

function terms({ predicate, modality, polarity, value, gap, direction }: ClaimFilter): Sql[] {
  const where: Sql[] = [];
  if (predicate != null) where.push(sql`c.predicate = ANY(${predicate}::text[])`);
  if (modality != null) where.push(sql`c.modality = ANY(${modality}::text[])`);
  if (polarity != null) where.push(sql`c.polarity = ANY(${polarity}::text[])`);
  if (value != null) where.push(sql`c.value = ANY(${value}::text[])`);
  if (gap != null) where.push(sql`c.gap = ANY(${gap}::text[])`);
  if (direction != null) where.push(sql`c.direction = ANY(${direction}::text[])`);
  return where;
}

function standing({ isStated, credibilityAtLeast, standing: chosen, marking }: ClaimFilter): Sql[] {
  const where: Sql[] = [];
  if (isStated != null) where.push(sql`c.predicate = 'OBJECTIVE' AND claim_is_stated(c.id) = ${isStated}`);
  // 6, "cannot be judged", is no grade that another could be better than.
  if (credibilityAtLeast != null) where.push(sql`c.credibility <= ${credibilityAtLeast}`);
  if (chosen != null) where.push(sql`c.standing = ANY(${chosen}::text[])`);
  if (marking != null) where.push(sql`c.marking = ANY(${marking}::smallint[])`);
  return where;
}

function hasTarget(conditions: readonly Sql[]): Sql {
  return sql`c.id IN (SELECT t.record_id FROM claim_target t WHERE t.retracted_at IS NULL AND ${allOf(conditions)})`;
}

/** Ids can be written by hand; one of an actor that is hidden must match as little as one of none. */
function names(ids: readonly string[]): Sql {
  return sql`c.id IN (SELECT a.claim_id FROM claim_actor a JOIN actor v ON v.id = a.actor_id WHERE v.id = ANY(${ids}::uuid[]))`;
}

import sql, { raw, type Sql } from 'sql-template-tag';
import { DomainError } from '../../platform/errors';
import { allOf } from '../../platform/read/conditions';
import { uuidOf } from '../../platform/type-id';
import type { Gap, Modality } from './claim-terms.entity';
import type { EvidenceFilter } from './evidence.input';
import type { References } from './references.query';

/** How the claims that a row rests on are found. */
interface Evidence {
  /** Its independent origins. */
  origins: Sql;
  /** That it is, or is supported by, one of these claims. */
  isAmong: (claims: Sql) => Sql;
  /** The claims on it, without those that support them, as rows of `claims(id)`. */
  claims: Sql;
}

/** What a claim or a record rests on, as conditions on the row of its table that `alias` names. */
export class EvidenceConditions {
  constructor(private readonly references: References) {}

  /** Of a claim: it, and the claims that support it. `path` names the filter for a refusal. */
  ofClaim(filter: EvidenceFilter, alias: string, path: string): Promise<Sql> {
    const id = raw(`${alias}.id`);
    return this.#of(filter, path, {
      origins: sql`claim_origins(${id})`,
      isAmong: (claims) => sql`${id} IN (${claims})`,
      claims: sql`(SELECT ${id} AS id)`,
    });
  }

  /** Of a record: the claims that support it. */
  ofRecord(filter: EvidenceFilter, alias: string, path: string): Promise<Sql> {
    const id = raw(`${alias}.id`);
    return this.#of(filter, path, {
      origins: sql`record_origins(${id})`,
      isAmong: (claims) =>
        sql`${id} IN (SELECT support.record_id FROM record_support support WHERE support.claim_id IN (${claims}))`,
      claims: sql`(SELECT DISTINCT claim_id AS id FROM record_support WHERE record_id = ${id})`,
    });
  }

  /** Records said with one of these forces: that of the best claim on them, else on their parts. */
  ofModality(modalities: readonly (Modality | string)[], alias: string): Sql {
    return sql`(SELECT said.modality FROM claim_evidence said
                 WHERE said.record_id = ${raw(alias)}.id AND said.polarity = 'POSITIVE' AND said.gap IS NULL
                   AND (said.predicate = 'SUPPORTS_RECORD' OR said.part_id IS NOT NULL)
                 ORDER BY said.part_id IS NOT NULL, said.predicate <> 'SUPPORTS_RECORD', said.rank LIMIT 1) = ANY(${modalities}::text[])`;
  }

  /** Records of which a field is said to be empty so. */
  ofGap(gaps: readonly (Gap | string)[], alias: string): Sql {
    return sql`${raw(alias)}.id IN (SELECT support.record_id FROM record_support support WHERE support.gap = ANY(${gaps}::text[]))`;
  }

  async #of(filter: EvidenceFilter, path: string, evidence: Evidence): Promise<Sql> {
    return allOf([...(await this.#rests(filter, path, evidence)), ...originsOf(filter, path, evidence)]);
  }

  async #rests(filter: EvidenceFilter, path: string, { isAmong, claims }: Evidence): Promise<Sql[]> {
    const { sources, publishers, leavingOut, reliabilityAtLeast } = filter;
    const where: Sql[] = [];
    const restsOn = (chosen: Sql) => where.push(isAmong(sql`SELECT claims_resting_on(ARRAY(${chosen}))`));
    if (sources != null) {
      const ids = sources.map((id, index) => uuidOf(id, 'source', `${path}.sources.${index}`));
      restsOn(sql`SELECT unnest(${ids}::uuid[])`);
    }
    if (publishers != null) restsOn(await this.#sourcesOf(publishers, `${path}.publishers`));
    if (reliabilityAtLeast != null)
      restsOn(sql`SELECT s.id FROM source s JOIN outlet_standing o ON o.organization_id = s.publisher_id
                   WHERE o.reliability <= ${reliabilityAtLeast}`);
    if (leavingOut != null) {
      const left = await this.#sourcesOf(leavingOut, `${path}.leavingOut`);
      const isElsewhere = sql`held.source_id IS NOT NULL AND held.id NOT IN (SELECT claims_made_from(ARRAY(${left})))`;
      // Said elsewhere, or held up by what is: only few claims support another, so these are gone through once for all.
      where.push(sql`(EXISTS (SELECT FROM ${claims} own JOIN claim held ON held.id = own.id WHERE ${isElsewhere})
        OR ${isAmong(sql`
          WITH RECURSIVE upheld(id) AS (
            SELECT r.to_id FROM claim_relation r JOIN claim held ON held.id = r.record_id AND held.retracted_at IS NULL
             WHERE r.kind = 'SUPPORTS' AND r.retracted_at IS NULL AND ${isElsewhere}
            UNION
            SELECT r.to_id FROM upheld JOIN claim c ON c.id = upheld.id AND c.retracted_at IS NULL
              JOIN claim_relation r ON r.record_id = c.id AND r.kind = 'SUPPORTS' AND r.retracted_at IS NULL)
          SELECT id FROM upheld`)})`);
    }
    return where;
  }

  /** What actors published, as far as they may be seen: an id can be written by hand. */
  async #sourcesOf(publishers: readonly string[], path: string): Promise<Sql> {
    const ids = await this.references.actors(publishers, path);
    return sql`SELECT s.id FROM source s JOIN actor a ON a.id = s.publisher_id WHERE a.id = ANY(${ids}::uuid[])`;
  }
}

function originsOf(
  { affiliation, originsAtLeast, originsAtMost }: EvidenceFilter,
  path: string,
  { origins, isAmong, claims }: Evidence,
): Sql[] {
  const where: Sql[] = [];
  const count = sql`(SELECT count(*) FROM ${origins})`;
  // A claim has at most one origin of its own, so where no other claim supports them their number is a bound, which is found fast.
  const bound = sql`(SELECT CASE WHEN bool_or(EXISTS (
                        SELECT FROM claim_relation r WHERE r.to_id = claims.id AND r.kind = 'SUPPORTS' AND r.retracted_at IS NULL))
                      THEN NULL ELSE count(*) END FROM ${claims} claims)`;
  if (originsAtLeast != null) {
    const least = natural(originsAtLeast, `${path}.originsAtLeast`);
    where.push(sql`CASE WHEN ${bound} < ${least} THEN FALSE ELSE ${count} >= ${least} END`);
  }
  if (originsAtMost != null) {
    const most = natural(originsAtMost, `${path}.originsAtMost`);
    where.push(sql`CASE WHEN ${bound} <= ${most} THEN TRUE ELSE ${count} <= ${most} END`);
  }
  // An origin whose outlet was never assessed is of none of these, and no origin at all is not "all".
  if (affiliation != null)
    where.push(sql`CASE WHEN ${isAmong(sql`SELECT claims_heard_from(ARRAY(
                          SELECT o.organization_id FROM outlet_standing o WHERE o.affiliation = ANY(${affiliation}::text[])))`)}
                   THEN (SELECT bool_and(o.affiliation IS NOT NULL AND o.affiliation = ANY(${affiliation}::text[]))
                           FROM ${origins} origin LEFT JOIN outlet_standing o ON o.organization_id = origin.speaker_id)
                   ELSE FALSE END`);
  return where;
}

function natural(count: number, field: string): number {
  if (count >= 0) return count;
  throw new DomainError('BAD_USER_INPUT', `${field} counts from 0`, { field });
}

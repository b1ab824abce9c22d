import sql, { type Sql } from 'sql-template-tag';
import { fuzzyDateCondition } from '../../platform/fuzzy-date/fuzzy-date-range';
import { uuidOf } from '../../platform/type-id';
import type { References } from '../record/references.query';
import type { SourceFilter } from './source.input';

/** What a filter means in SQL, of a row `s`. */
export class SourceConditions {
  constructor(
    private readonly references: References,
    private readonly today: string,
  ) {}

  async of(filter: SourceFilter, path: string): Promise<Sql[]> {
    return [
      ...this.#nature(filter, path),
      ...(await this.#outlet(filter, path)),
      ...citation(filter, path),
      ...handling(filter),
    ];
  }

  #nature({ kind, published, language, isHeld, url }: SourceFilter, path: string): Sql[] {
    const where: Sql[] = [];
    if (kind != null) where.push(sql`s.kind = ANY(${kind})`);
    if (published != null)
      where.push(fuzzyDateCondition('s', 'published', published, `${path}.published`, this.today));
    if (language != null) where.push(sql`s.language = ANY(${language})`);
    if (isHeld != null) where.push(sql`s.is_held = ${isHeld}`);
    if (url != null) where.push(sql`s.url = ${url}`);
    return where;
  }

  async #outlet({ publisher, affiliation, reliabilityAtLeast }: SourceFilter, path: string): Promise<Sql[]> {
    const where: Sql[] = [];
    if (publisher != null) {
      const ids = await this.references.actors(publisher, `${path}.publisher`);
      where.push(sql`s.publisher_id IN (SELECT a.id FROM actor a WHERE a.id = ANY(${ids}::uuid[]))`);
    }
    if (affiliation != null)
      where.push(
        sql`s.publisher_id IN (SELECT o.organization_id FROM outlet_standing o WHERE o.affiliation = ANY(${affiliation}))`,
      );
    if (reliabilityAtLeast != null)
      where.push(
        sql`s.publisher_id IN (SELECT o.organization_id FROM outlet_standing o WHERE o.reliability <= ${reliabilityAtLeast})`,
      );
    return where;
  }
}

function citation({ isCited, repeats }: SourceFilter, path: string): Sql[] {
  const where: Sql[] = [];
  if (isCited != null)
    where.push(
      sql`${isCited ? sql`` : sql`NOT`} EXISTS (SELECT FROM source_citing c WHERE c.cited_id = s.id)`,
    );
  if (repeats != null) {
    const ids = repeats.map((id, index) => uuidOf(id, 'source', `${path}.repeats.${index}`));
    where.push(sql`EXISTS (SELECT FROM source_citation c JOIN source t ON t.id = c.cites_id
      WHERE c.record_id = s.id AND c.retracted_at IS NULL AND t.id = ANY(${ids}::uuid[]))`);
  }
  return where;
}

function handling({ marking, changedSince }: SourceFilter): Sql[] {
  const where: Sql[] = [];
  if (marking != null) where.push(sql`s.marking = ANY(${marking})`);
  if (changedSince != null)
    where.push(sql`EXISTS (SELECT FROM record r WHERE r.id = s.id AND r.changed_at > ${changedSince})`);
  return where;
}

import sql, { type Sql } from 'sql-template-tag';
import { fold } from '../../platform/fold';
import { fuzzyDateCondition } from '../../platform/fuzzy-date/fuzzy-date-range';
import { anyOf } from '../../platform/read/conditions';
import type { EvidenceConditions } from '../record/evidence-conditions.query';
import { conditionsOf } from '../record/filter-tree.service';
import type { References } from '../record/references.query';
import { codeCondition } from './code-prefix.rule';
import { EngagementActorConditions } from './engagement-actor-conditions.query';
import type { EngagementFilter } from './engagement-filter.input';
import { EngagementMatterConditions } from './engagement-matter-conditions.query';
import { overdueCondition } from './engagement-overdue.rule';

/** What a filter means in SQL, of a row `e`. */
export class EngagementConditions {
  readonly #actors: EngagementActorConditions;
  readonly #matter: EngagementMatterConditions;

  constructor(
    references: References,
    private readonly evidence: EvidenceConditions,
    private readonly today: string,
  ) {
    this.#actors = new EngagementActorConditions(references);
    this.#matter = new EngagementMatterConditions(references);
  }

  of(filter: EngagementFilter, path: string): Promise<Sql[]> {
    return conditionsOf(filter, path, async (node, at) => [
      ...this.#time(node, at),
      ...this.#nature(node, at),
      ...this.#handling(node),
      ...(await this.#actors.of(node, at)),
      ...(await this.#matter.of(node, at)),
      ...(await this.#evidence(node, at)),
    ]);
  }

  #time({ when, isOverdue, changedSince }: EngagementFilter, path: string): Sql[] {
    const where: Sql[] = [];
    if (when != null) where.push(fuzzyDateCondition('e', 'when', when, `${path}.when`, this.today));
    if (isOverdue != null)
      where.push(sql`(${overdueCondition(this.today)}) IS ${isOverdue ? sql`TRUE` : sql`NOT TRUE`}`);
    if (changedSince != null)
      where.push(sql`EXISTS (SELECT FROM record r WHERE r.id = e.id AND r.changed_at > ${changedSince})`);
    return where;
  }

  #nature({ kind, status, mode, series, isChild, code }: EngagementFilter, path: string): Sql[] {
    const where: Sql[] = [];
    if (kind != null) where.push(sql`e.kind = ANY(${kind})`);
    if (status != null) where.push(sql`e.status = ANY(${status})`);
    if (mode != null) where.push(sql`e.mode = ANY(${mode})`);
    if (series != null) where.push(sql`e.folded_series = ${fold(series)}`);
    // A parent that is hidden is none.
    if (isChild != null)
      where.push(
        sql`${isChild ? sql`` : sql`NOT`} EXISTS (SELECT FROM engagement u WHERE u.id = e.parent_id)`,
      );
    if (code != null) {
      const codes = anyOf(code.map((prefix, index) => codeCondition(prefix, `${path}.code.${index}`)));
      where.push(
        sql`EXISTS (SELECT FROM engagement_code c WHERE c.record_id = e.id AND c.retracted_at IS NULL AND (${codes}))`,
      );
    }
    return where;
  }

  #handling({ marking, warning }: EngagementFilter): Sql[] {
    const where: Sql[] = [];
    if (marking != null) where.push(sql`e.marking = ANY(${marking})`);
    if (warning != null)
      where.push(
        sql`EXISTS (SELECT FROM record_warning w WHERE w.record_id = e.id AND w.code = ANY(${warning}))`,
      );
    return where;
  }

  async #evidence({ modality, gap, evidence }: EngagementFilter, path: string): Promise<Sql[]> {
    const where: Sql[] = [];
    if (modality != null) where.push(this.evidence.ofModality(modality, 'e'));
    if (gap != null) where.push(this.evidence.ofGap(gap, 'e'));
    if (evidence != null) where.push(await this.evidence.ofRecord(evidence, 'e', `${path}.evidence`));
    return where;
  }
}

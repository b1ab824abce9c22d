import sql, { type Sql } from 'sql-template-tag';
import type { Page, PageArgs } from '../../platform/read/page';
import type { Reader } from '../../platform/read/reader';
import { isNamedLike } from '../record/name-search.query';
import type { References } from '../record/references.query';
import { Actor } from './actor.entity';
import type { ActorFilter } from './actor.input';

export class ActorQuery {
  constructor(
    private readonly reader: Reader,
    private readonly references: References,
  ) {}

  async byRef(ref: string): Promise<Actor | null> {
    return this.reader.one(Actor, await this.references.actor(ref, 'ref'));
  }

  async page(filter: ActorFilter | null | undefined, args: PageArgs): Promise<Page<Actor>> {
    const key = `actors ${JSON.stringify(filter ?? {})}`;
    const where = await this.reader.once(key, () => this.#conditions(filter ?? {}));
    return this.reader.page(
      {
        name: key,
        entity: Actor,
        alias: 'a',
        where,
        order: [{ sql: sql`a.label`, type: 'text' }],
        filter: filter ?? {},
      },
      args,
    );
  }

  async #conditions(filter: ActorFilter): Promise<Sql[]> {
    const { kind, name, orgKind, state, parent, changedSince, isRetracted } = filter;
    const where = [isRetracted ? sql`a.retracted_at IS NOT NULL` : sql`a.retracted_at IS NULL`];
    if (kind != null) where.push(sql`a.kind = ANY(${kind})`);
    if (name != null) where.push(isNamedLike(sql`a.id`, name));
    if (orgKind != null) where.push(sql`a.org_kind = ANY(${orgKind})`);
    if (state != null) {
      const states = await this.references.actors(state, 'filter.state');
      where.push(sql`a.state_id = ANY(${states}::uuid[])`);
    }
    if (parent != null) where.push(below(await this.references.actors(parent, 'filter.parent')));
    if (changedSince != null)
      where.push(sql`EXISTS (SELECT FROM record r WHERE r.id = a.id AND r.changed_at > ${changedSince})`);
    return where;
  }
}

/** Whatever belongs to one of these, or to what belongs to it. */
function below(actors: readonly string[]): Sql {
  return sql`a.id IN (
    WITH RECURSIVE below(id) AS (
      SELECT b.id FROM actor b WHERE b.parent_id = ANY(${actors}::uuid[])
      UNION SELECT b.id FROM below JOIN actor b ON b.parent_id = below.id)
    SELECT id FROM below)`;
}

import sql, { type Sql } from 'sql-template-tag';
import type { Listing, OrderKey, Page, PageArgs } from '../../platform/read/page';
import type { Reader } from '../../platform/read/reader';
import { uuidOf } from '../../platform/type-id';
import { wordsBegin } from '../record/name-search.query';
import type { References } from '../record/references.query';
import type { Person } from './actor.entity';
import type { Position } from './position.entity';
import { Tenure } from './tenure.entity';
import type { TenureFilter } from './tenure.input';

/** By the beginning; where that is unknown last, and then by the end. */
const LATEST_FIRST: OrderKey[] = [
  { sql: sql`coalesce(nullif(t.from_latest, 'infinity'), '-infinity')`, type: 'date', descending: true },
  { sql: sql`coalesce(t.to_latest, 'infinity')`, type: 'date', descending: true },
];

export class TenureQuery {
  constructor(
    private readonly reader: Reader,
    private readonly references: References,
  ) {}

  async page(filter: TenureFilter | null | undefined, args: PageArgs): Promise<Page<Tenure>> {
    const key = `tenures ${JSON.stringify(filter ?? {})}`;
    const where = await this.reader.once(key, () => this.#conditions(filter ?? {}));
    return this.#listed(key, where, args);
  }

  ofPerson(person: Person, on: string | null | undefined, args: PageArgs): Page<Tenure> {
    const where = [sql`t.retracted_at IS NULL`, ...mayCover(on)];
    return this.#listed(`tenures of a person ${on ?? ''}`, where, args, {
      ownerId: person.id,
      link: sql`t.record_id = owner.id`,
    });
  }

  ofPosition(position: Position, on: string | null | undefined, args: PageArgs): Page<Tenure> {
    const where = [STANDING, ...mayCover(on)];
    return this.#listed(`tenures of an office ${on ?? ''}`, where, args, {
      ownerId: position.id,
      link: sql`t.position_id = owner.id`,
    });
  }

  #listed(name: string, where: Sql[], args: PageArgs, within?: Listing<Tenure>['within']): Page<Tenure> {
    return this.reader.page(
      { name, entity: Tenure, alias: 't', where, order: LATEST_FIRST, ...(within ? { within } : {}) },
      args,
    );
  }

  async #conditions(filter: TenureFilter): Promise<Sql[]> {
    const { person, position, organization, state, title, levelAtLeast, on } = filter;
    const where = [STANDING, ...mayCover(on)];
    if (person != null)
      where.push(sql`t.record_id = ANY(${await this.references.actors(person, 'filter.person')}::uuid[])`);
    if (position != null) {
      const ids = position.map((id, index) => uuidOf(id, 'position', `filter.position.${index}`));
      where.push(sql`t.position_id = ANY(${ids}::uuid[])`);
    }
    const office: Sql[] = [];
    if (organization != null)
      office.push(
        sql` AND s.organization_id = ANY(${await this.references.actors(organization, 'filter.organization')}::uuid[])`,
      );
    if (state != null)
      office.push(sql` AND s.state_id = ANY(${await this.references.actors(state, 'filter.state')}::uuid[])`);
    if (title != null) office.push(sql` AND ${wordsBegin(sql`p.folded_title`, title)}`);
    if (levelAtLeast != null) office.push(sql` AND p.level <= ${levelAtLeast}`);
    for (const condition of office)
      where.push(
        sql`EXISTS (SELECT FROM position p JOIN position_state s ON s.position_id = p.id WHERE p.id = t.position_id${condition})`,
      );
    return where;
  }
}

/** A tenure is withdrawn with its person. */
const STANDING = sql`t.retracted_at IS NULL AND EXISTS (SELECT FROM actor h WHERE h.id = t.record_id AND h.retracted_at IS NULL)`;

/** Where a bound is unknown, any day may be covered. */
function mayCover(day: string | null | undefined): Sql[] {
  if (day == null) return [];
  return [
    sql`coalesce(t.from_earliest, '-infinity') <= ${day}::date AND coalesce(t.to_latest, 'infinity') >= ${day}::date`,
  ];
}

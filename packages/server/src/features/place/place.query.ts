import sql from 'sql-template-tag';
import type { Page, PageArgs } from '../../platform/read/page';
import type { Reader } from '../../platform/read/reader';
import { uuidOf } from '../../platform/type-id';
import { isNamedLike } from '../record/name-search.query';
import type { References } from '../record/references.query';
import { Place } from './place.entity';

export class PlaceQuery {
  constructor(
    private readonly reader: Reader,
    private readonly references: References,
  ) {}

  byId(id: string): Promise<Place | null> {
    return this.reader.one(Place, uuidOf(id, 'place', 'id'));
  }

  async page(
    name: string | null | undefined,
    country: string[] | null | undefined,
    args: PageArgs,
  ): Promise<Page<Place>> {
    const states = country == null ? null : await this.references.actors(country, 'country');
    return this.reader.page(
      {
        name: `places ${JSON.stringify([name ?? null, states])}`,
        entity: Place,
        alias: 'p',
        where: [
          sql`p.retracted_at IS NULL`,
          ...(name == null ? [] : [isNamedLike(sql`p.id`, name)]),
          ...(states === null ? [] : [sql`p.country_id = ANY(${states}::uuid[])`]),
        ],
        order: [{ sql: sql`p.label`, type: 'text' }],
        filter: { name, country },
      },
      args,
    );
  }
}

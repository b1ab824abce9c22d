import sql, { empty, raw, type Sql } from 'sql-template-tag';
import { ownerKey } from '../../platform/read/owners';
import type { Page } from '../../platform/read/page';
import type { Reader } from '../../platform/read/reader';
import { ActorKind } from '../actor/actor.entity';
import type { Engagement } from '../engagement/engagement.entity';
import { countersBy } from './counted-groups.rule';
import { type CountedSet, countedSet } from './counted-set.rule';
import { counterRows } from './counter-rows.rule';
import { Dimension } from './dimension.entity';
import { HIGHEST_LEVELS } from './engagement-facets.rule';
import { keyed, ofColumn, ofPairs, single } from './facet.rule';
import { Tie } from './group.entity';
import { checkedTop } from './group.query';
import { presentOf } from './pair-members.rule';
import { periodIn } from './period.rule';

const MOST_TIES = 1_000;

export interface NetworkArgs {
  of?: ActorKind | null;
  perYear?: boolean | null;
  top?: number | null;
}

interface Row {
  at: string;
  pair: string;
  year: number | null;
  count: number;
  highest_level: number | null;
}

/** Who met whom in the set of a connection: everybody present with everybody else, in engagements of up to 12 of the kind. */
export class NetworkQuery {
  constructor(
    private readonly reader: Reader,
    private readonly today: string,
  ) {}

  of(page: Page<Engagement>, { of, perYear, top }: NetworkArgs): Promise<Tie[]> {
    const { listing } = page;
    const set = countedSet(listing, this.reader, this.today);
    const most = checkedTop(top ?? 200, MOST_TIES);
    const kind = of ?? ActorKind.STATE;
    const isYearly = perYear ?? false;
    return this.reader.batch(
      `network ${set.name} ${kind} ${isYearly} ${most}`,
      async (owners) => {
        const counters = kind === ActorKind.STATE && this.#counters(set, isYearly);
        const rows = await this.reader.rows<Row>(sql`
          ${counters ? empty : sql`WITH ${set.items(owners)}`}
          SELECT ranked.* FROM (
            SELECT t.*, row_number() OVER (PARTITION BY t.at ORDER BY t.count DESC, t.year NULLS LAST, t.pair COLLATE "C") AS place
              FROM (${counters || tiesOf(kind, isYearly)}) t) ranked
           WHERE ranked.place <= ${most} ORDER BY ranked.at, ranked.place`);
        return owners.map((_, index) => rows.filter((row) => Number(row.at) === index + 1).map(tieOf));
      },
      listing.within ? ownerKey(listing.within) : '',
    );
  }

  /** The same ties of states from the counters, where these tell. */
  #counters(set: CountedSet, isYearly: boolean): Sql | null {
    const counters = set.isNested ? null : counterRows(set.filter, this.reader, this.today);
    const found =
      counters && countersBy(set, counters, [Dimension.RELATIONSHIP, Dimension.LEVEL, Dimension.YEAR]);
    if (!found) return null;
    const year = isYearly ? sql`k.key_2` : sql`NULL::integer`;
    return sql`
      SELECT k.at, k.key_0 AS pair, k.year, sum(k.count)::integer AS count, min(k.key_1) AS highest_level
        FROM (SELECT k.at, k.key_0, k.key_1, ${year} AS year, sum(k.count) AS count FROM (${found}) k GROUP BY 1, 2, 3, 4 HAVING sum(k.count) > 0) k
       GROUP BY k.at, k.key_0, k.year`;
  }
}

function tiesOf(kind: ActorKind, isYearly: boolean): Sql {
  const year = isYearly
    ? periodIn(Dimension.YEAR, 'item.when_earliest', 'item.when_latest')
    : raw('NULL::integer');
  const facets = [ofPairs(presentOf([kind])), ofColumn(year, 'integer'), single(HIGHEST_LEVELS, 'integer')];
  return sql`
    SELECT k.at, k.key_0 AS pair, k.key_1 AS year, count(*)::integer AS count, min(k.key_2) AS highest_level
      FROM (${keyed(facets)}) k GROUP BY k.at, k.key_0, k.key_1`;
}

function tieOf({ pair, year, count, highest_level }: Row): Tie {
  const [fromId, toId] = pair.split(' ');
  return Object.assign(new Tie(), { fromId, toId, year, count, highestLevel: highest_level });
}

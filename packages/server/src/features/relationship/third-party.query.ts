import sql from 'sql-template-tag';
import type { Reader } from '../../platform/read/reader';
import type { Relationship } from './relationship.entity';
import { ThirdParty } from './relationship.entity';

const MOST = 100;

/** Who else is named where two are: neither of them, nor an organization or office-holder of theirs, since these count for them. */
export class ThirdPartyQuery {
  constructor(private readonly reader: Reader) {}

  of({ actorIds }: Relationship): Promise<ThirdParty[]> {
    return this.reader.batch('third parties', (dyads) => this.#load(dyads), actorIds.join(' '));
  }

  async #load(dyads: readonly string[]): Promise<ThirdParty[][]> {
    const ones = dyads.map((dyad) => dyad.split(' ')[0]);
    const others = dyads.map((dyad) => dyad.split(' ')[1]);
    const rows = await this.reader.rows<ThirdParty & { dyad: string }>(
      sql`SELECT d.at AS dyad, t.*
            FROM unnest(${ones}::uuid[], ${others}::uuid[]) WITH ORDINALITY AS d(one, other, at)
           CROSS JOIN LATERAL (
                 SELECT a.actor_id AS "actorId", array_agg(DISTINCT a.role ORDER BY a.role) AS roles,
                        count(DISTINCT a.claim_id)::integer AS "claimCount"
                   FROM claim c
                   JOIN claim_actor a ON a.claim_id = c.id AND a.is_named
                  WHERE c.retracted_at IS NULL AND ${this.reader.cleared('claim', 'c')}
                    AND c.id IN (SELECT x.claim_id FROM claim_actor x WHERE x.actor_id = d.one)
                    AND c.id IN (SELECT y.claim_id FROM claim_actor y WHERE y.actor_id = d.other)
                    AND a.actor_id NOT IN (d.one, d.other)
                    AND NOT EXISTS (SELECT FROM actor_state s WHERE s.actor_id = a.actor_id AND s.state_id IN (d.one, d.other))
                    AND NOT EXISTS (SELECT FROM tenure n JOIN position_state o ON o.position_id = n.position_id
                                     WHERE n.record_id = a.actor_id AND n.retracted_at IS NULL
                                       AND (o.organization_id IN (d.one, d.other) OR o.state_id IN (d.one, d.other)))
                  GROUP BY a.actor_id) t
            JOIN actor named ON named.id = t."actorId"
           ORDER BY t."claimCount" DESC, named.label, named.id`,
    );
    return dyads.map((_, index) =>
      rows
        .filter((row) => Number(row.dyad) === index + 1)
        .slice(0, MOST)
        .map(({ actorId, roles, claimCount }) =>
          Object.assign(new ThirdParty(), { actorId, roles, claimCount }),
        ),
    );
  }
}

import sql from 'sql-template-tag';
import type { Reader } from '../../platform/read/reader';
import type { ActorGroup } from './actor.entity';

export class GroupMemberQuery {
  constructor(private readonly reader: Reader) {}

  /** As many members known as are said to be, and no claim says that some are missing; null where no number is said. */
  async isComplete({ id, statedSize }: ActorGroup): Promise<boolean | null> {
    if (statedSize === null) return null;
    const { members, isShort } = await this.#known(id);
    return members === statedSize && !isShort;
  }

  #known(group: string): Promise<{ members: number; isShort: boolean }> {
    return this.reader.batch(
      'group members known',
      async (ids) => {
        const rows = await this.reader.rows<{ id: string; members: number; isShort: boolean }>(sql`
        SELECT g.id,
               (SELECT count(DISTINCT m.actor_id)::integer FROM group_member m
                 WHERE m.record_id = g.id AND m.retracted_at IS NULL AND ${this.reader.cleared('group_member', 'm')}) AS members,
               EXISTS (SELECT FROM claim_target t JOIN claim c ON c.id = t.record_id
                        WHERE t.target_id = g.id AND t.field = 'members' AND t.retracted_at IS NULL AND c.gap = 'INCOMPLETE'
                          AND c.retracted_at IS NULL AND ${this.reader.cleared('claim', 'c')}) AS "isShort"
          FROM unnest(${ids}::uuid[]) AS g(id)`);
        const byId = new Map(rows.map((row) => [row.id, row]));
        return ids.map((id) => byId.get(id) ?? { members: 0, isShort: false });
      },
      group,
    );
  }
}

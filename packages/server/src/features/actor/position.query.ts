import sql, { type Sql } from 'sql-template-tag';
import { fold } from '../../platform/fold';
import type { Reader } from '../../platform/read/reader';
import { uuidOf } from '../../platform/type-id';
import { Actor, type Organization, type State } from './actor.entity';
import { Position } from './position.entity';

const MOST_POSITIONS = 300;

/** In two branches, so that each takes its index. */
const OF_STATE = sql`p.id IN (
  SELECT d.id FROM position d WHERE d.state_id = owner.id
  UNION ALL SELECT d.id FROM actor o JOIN position d ON d.organization_id = o.id WHERE o.state_id = owner.id)`;

export class PositionQuery {
  constructor(private readonly reader: Reader) {}

  byId(id: string): Promise<Position | null> {
    return this.reader.one(Position, uuidOf(id, 'position', 'id'));
  }

  /** Offices of a state and of its organizations. */
  ofState(state: State): Promise<Position[]> {
    return this.#highestFirst('positions of a state', OF_STATE, state.id);
  }

  ofOrganization(organization: Organization): Promise<Position[]> {
    return this.#highestFirst(
      'positions of an organization',
      sql`p.organization_id = owner.id`,
      organization.id,
    );
  }

  #highestFirst(name: string, link: Sql, ownerId: string): Promise<Position[]> {
    return this.reader.batch(
      name,
      async (owners) => {
        const shape = this.reader.catalog.shape(Position);
        const rows = await this.reader.rows<{ owner: string }>(sql`
        SELECT owner.id AS owner, item.* FROM unnest(${owners}::uuid[]) AS owner(id) CROSS JOIN LATERAL (
          SELECT p.* FROM position p
           WHERE ${link} AND p.retracted_at IS NULL AND ${this.reader.cleared('position', 'p')}
           ORDER BY p.level NULLS LAST, p.title, p.id LIMIT ${MOST_POSITIONS}) item`);
        return owners.map((owner) =>
          rows.filter((row) => row.owner === owner).map((row) => shape.hydrate(row as never)),
        );
      },
      ownerId,
    );
  }

  /** "Undersecretary, Ministry of Interior (MOI) of Qatar", "Ambassador of Iraq to Qatar". */
  async label({ title, organizationId, stateId, accreditedToId }: Position): Promise<string> {
    const [organization, state, receiver] = await Promise.all(
      [organizationId, stateId, accreditedToId].map((id) => this.reader.one(Actor, id)),
    );
    const of = organization
      ? `, ${await this.#organizationLabel(organization as Organization)}`
      : state
        ? ` of ${state.label}`
        : '';
    return `${title}${of}${receiver ? ` to ${receiver.label}` : ''}`;
  }

  /** Ministries are called alike the world over, so their state is named with them, unless their name does already. */
  async #organizationLabel({ label, stateId }: Organization): Promise<string> {
    const state = await this.reader.one(Actor, stateId);
    return state === null || fold(label).includes(fold(state.label)) ? label : `${label} of ${state.label}`;
  }
}

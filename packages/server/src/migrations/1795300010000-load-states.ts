import type { MigrationInterface, QueryRunner } from 'typeorm';
import { differences } from '../platform/change/differences';
import { fold } from '../platform/fold';
import { STATES, type StateEntry } from './data/states';

/** A UUIDv7 of the first instant of 2026 that ends in the ISO 3166-1 number, so that a state has one id in every installation. */
const idOf = (numeric: string, row: number) =>
  `019b76da-a800-7${row.toString(16).padStart(3, '0')}-8000-000000000${numeric}`;
const RECORD = 0;
const VERSION = 0xfff;

interface NameRow {
  value: string;
  kind: string;
}

function namesOf([, , , , , common, official, others = []]: StateEntry): NameRow[] {
  return [
    { value: common, kind: 'COMMON' },
    ...(official === null ? [] : [{ value: official, kind: 'OFFICIAL' }]),
    ...others.map((value) => ({ value, kind: /^[A-Z]+$/.test(value) ? 'ACRONYM' : 'ALIAS' })),
  ];
}

export class LoadStates1795300010000 implements MigrationInterface {
  name = 'LoadStates1795300010000';

  async up(db: QueryRunner): Promise<void> {
    const [{ at }] = await db.query(`SELECT date_trunc('milliseconds', clock_timestamp()) AS at`);
    const standing = { marking: 0, recorded_from: at };
    const actors = STATES.map(([numeric, iso2, iso3, region, wikidata_id, label]) => ({
      id: idOf(numeric, RECORD),
      ...standing,
      kind: 'STATE',
      label,
      wikidata_id,
      iso2,
      iso3,
      region,
    }));
    const names = STATES.flatMap((state) =>
      namesOf(state).map(({ value, kind }, ordinal) => ({
        id: idOf(state[0], 1 + ordinal),
        ...standing,
        record_id: idOf(state[0], RECORD),
        ordinal,
        value,
        folded: fold(value),
        kind,
        language: 'en',
      })),
    );
    await insert(
      db,
      'record',
      actors.map(({ id }) => ({
        id,
        ...standing,
        type: 'actor',
        version: 1,
        recorded_at: at,
        recorded_by: 'reference data',
        changed_at: at,
      })),
    );
    await insert(db, 'actor', actors);
    await insert(db, 'name', names);
    await insert(
      db,
      'record_version',
      actors.map((actor, index) => {
        const { recorded_from, ...row } = actor;
        const changes = [
          ...differences('actor', actor.id, null, row),
          ...names
            .filter((name) => name.record_id === actor.id)
            .flatMap((name) => differences('name', name.id, null, name)),
        ];
        return {
          id: idOf(STATES[index]?.[0] ?? '', VERSION),
          record_id: actor.id,
          record_type: 'actor',
          version: 1,
          marking: 0,
          change: 'RECORDED',
          changed: [...new Set(changes.map((change) => change.path))],
          after: Object.fromEntries(changes.map((change) => [change.path, change.after])),
          at,
          by: 'reference data',
          reason: 'ISO 3166-1',
        };
      }),
    );
  }

  /** Refused by foreign keys while other records point at a state. */
  async down(db: QueryRunner): Promise<void> {
    const ids = STATES.map(([numeric]) => idOf(numeric, RECORD));
    await db.query(
      'DELETE FROM event_outbox WHERE version_id IN (SELECT id FROM record_version WHERE record_id = ANY($1))',
      [ids],
    );
    for (const table of ['record_version', 'name', 'name_history'])
      await db.query(`DELETE FROM ${table} WHERE record_id = ANY($1)`, [ids]);
    for (const table of ['actor', 'actor_history', 'record', 'record_history'])
      await db.query(`DELETE FROM ${table} WHERE id = ANY($1)`, [ids]);
  }
}

async function insert(db: QueryRunner, table: string, rows: readonly object[]): Promise<void> {
  await db.query(
    `INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::public.${table}, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}

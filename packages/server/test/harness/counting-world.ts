import { projections } from '../../src/app/projections';
import { Actor } from '../../src/features/actor/actor.entity';
import { Position } from '../../src/features/actor/position.entity';
import { Tenure } from '../../src/features/actor/tenure.entity';
import { Agreement } from '../../src/features/agreement/agreement.entity';
import { AgreementAction } from '../../src/features/agreement/agreement-action.entity';
import { AgreementParty } from '../../src/features/agreement/agreement-party.entity';
import { Engagement } from '../../src/features/engagement/engagement.entity';
import { Participation } from '../../src/features/engagement/participation.entity';
import { Change } from '../../src/platform/change/change';
import type { Transaction } from '../../src/platform/change/transaction';
import type { EntityClass } from '../../src/platform/read/catalog';
import { newId, typeIdOf } from '../../src/platform/type-id';
import type { Api } from './api';

const KINDS = ['MEETING', 'VISIT', 'VISIT', 'CALL', 'CORRESPONDENCE'];
const DATES = [
  null,
  '2021-03-05',
  '2021-03',
  '2021',
  '2020-12/2021-02',
  '2021-05~',
  'XXXX-03',
  '2003/..',
  '2019/',
];
const ROLES = ['HOST', 'VISITOR', 'PARTICIPANT', 'INVITER'];
const LEVELS = [null, null, 'HEAD_OF_STATE', 'MINISTER', 'OFFICIAL'];
const MARKINGS = ['CLEAR', 'CLEAR', 'CLEAR', 'GREEN', 'AMBER', 'RED'];
const TABLES: readonly EntityClass<never>[] = [
  Engagement,
  Engagement,
  Participation,
  Participation,
  Actor,
  Position,
  Tenure,
  Agreement,
  AgreementParty,
  AgreementAction,
] as never;

type Row = { id: string; marking: number; recordId?: string; [field: string]: unknown };

/** A small world in which anything may happen, the same for the same seed. */
export class CountingWorld {
  #seed: number;
  #states: string[] = [];
  #organizations: string[] = [];
  #people: string[] = [];
  #positions: string[] = [];
  #tenures: string[] = [];
  #engagements: string[] = [];
  #agreements: string[] = [];

  private constructor(
    private readonly api: Api,
    seed: number,
  ) {
    this.#seed = seed;
  }

  static async of(api: Api, seed: number): Promise<CountingWorld> {
    const world = new CountingWorld(api, seed);
    await world.#begin();
    return world;
  }

  async #begin(): Promise<void> {
    const { given } = this.api;
    this.#states = ['QA', 'IQ', 'FR', 'DE'];
    for (const n of [1, 2, 3])
      this.#organizations.push(
        await given.organization(`Ministry ${this.#seed} ${n}`, {
          orgKind: 'MINISTRY',
          state: this.#of(this.#states),
        }),
      );
    for (const n of [1, 2, 3]) this.#people.push(await given.person(`Person ${this.#seed} ${n}`));
    for (const n of [1, 2, 3, 4])
      this.#positions.push(
        await given.position(`Office ${this.#seed} ${n}`, {
          ...(n % 2 ? { organization: this.#of(this.#organizations) } : { state: this.#of(this.#states) }),
          level: this.#of(LEVELS),
        }),
      );
    for (const position of this.#positions)
      this.#tenures.push(await given.tenure(this.#of(this.#people), position));
    for (let n = 0; n < 8; n++) await this.#record();
    for (let n = 0; n < 3; n++) await this.#agree();
  }

  /** Does one of the things that can be done, and says which. */
  async step(): Promise<string> {
    const steps: [string, () => Promise<unknown>][] = [
      ['recorded', () => this.#record()],
      ['recorded', () => this.#record()],
      ['agreed', () => this.#agree()],
      ['amended', () => this.#amend()],
      ['amended', () => this.#amend()],
      ['marked', () => this.#mark()],
      ['marked', () => this.#mark()],
      ['marked', () => this.#mark()],
      ['withdrawn or reinstated', () => this.#withdraw()],
      ['withdrawn or reinstated', () => this.#withdraw()],
      ['an organization of another state', () => this.#moveOrganization()],
      ['an office of another level', () => this.#moveOffice()],
      ['acted', () => this.#act()],
      ['the same', () => this.#declareSame()],
      ['erased', () => this.#erase()],
      ['recorded many', () => this.#recordMany()],
    ];
    const [name, act] = this.#of(steps);
    return `${name} ${(await act()) ?? ''}`;
  }

  #of<T>(list: readonly T[]): T {
    return list[this.#below(list.length)] as T;
  }

  /** A number that looks random. */
  #below(limit: number): number {
    this.#seed = (Math.imul(this.#seed ^ (this.#seed >>> 15), 0x2c1b3c6d) + 0x297a2d39) | 0;
    return (this.#seed >>> 8) % limit;
  }

  #when() {
    const edtf = this.#of(DATES);
    return edtf === null ? null : { edtf };
  }

  #participations() {
    return Array.from({ length: this.#below(4) }, () => {
      const shape = this.#below(5);
      const seat = { role: this.#of(ROLES), level: this.#of(LEVELS) };
      if (shape === 0) return { ...seat, tenure: this.#of(this.#tenures) };
      if (shape === 1) return { ...seat, actor: this.#of(this.#organizations) };
      if (shape === 2)
        return { ...seat, actor: this.#of(this.#people), onBehalfOf: this.#of([...this.#states, null]) };
      if (shape === 3)
        return { ...seat, descriptor: 'somebody', onBehalfOf: this.#of([...this.#states, null]) };
      return { ...seat, actor: this.#of(this.#states) };
    });
  }

  #engagement() {
    return {
      kind: this.#of(KINDS),
      status: this.#of(['HELD', 'EXPECTED']),
      number: this.#of(['ONE', 'ONE', 'ONE', 'SEVERAL']),
      when: this.#when(),
      participations: this.#participations(),
      parent: this.#below(2) ? this.#of([...this.#engagements, null]) : null,
      marking: this.#of(MARKINGS),
    };
  }

  async #record(): Promise<void> {
    const data = await this.#try(
      'mutation ($input: EngagementInput!) { recordEngagement(input: $input) { id } }',
      { input: this.#engagement() },
    );
    if (data?.recordEngagement) this.#engagements.push(data.recordEngagement.id);
  }

  async #recordMany(): Promise<void> {
    const data = await this.#try(
      'mutation ($inputs: [EngagementInput!]!) { recordEngagements(inputs: $inputs) { engagement { id } } }',
      { inputs: Array.from({ length: 5 }, () => this.#engagement()) },
    );
    for (const { engagement } of data?.recordEngagements ?? [])
      if (engagement) this.#engagements.push(engagement.id);
  }

  async #agree(): Promise<void> {
    const parties = [...this.#states, ...this.#organizations].filter(() => this.#below(2) === 0);
    const data = await this.#try(
      'mutation ($input: AgreementInput!) { recordAgreement(input: $input) { id } }',
      {
        input: {
          form: this.#of(['TREATY', 'MOU', null]),
          number: this.#of(['ONE', 'ONE', 'SEVERAL']),
          parties: (parties.length ? parties : ['QA']).map((actor) => ({ actor })),
          marking: this.#of(MARKINGS),
        },
      },
    );
    if (data?.recordAgreement) this.#agreements.push(data.recordAgreement.id);
  }

  async #act(): Promise<void> {
    await this.#try(
      'mutation ($agreement: ID!, $input: AgreementActionInput!) { recordAgreementAction(agreement: $agreement, input: $input) { id } }',
      {
        agreement: this.#of(this.#agreements),
        input: {
          kind: this.#of(['SIGNATURE', 'EXCHANGE_OF_NOTES', 'RATIFICATION']),
          on: this.#when(),
          effectiveOn: this.#when(),
        },
      },
    );
  }

  async #amend(): Promise<void> {
    const id = this.#of(this.#engagements);
    const { participations, parent, ...rest } = this.#engagement();
    await this.#try(
      'mutation ($id: ID!, $v: Int!, $input: EngagementInput!) { amendEngagement(id: $id, expectedVersion: $v, input: $input) { id } }',
      {
        id,
        v: await this.#version(id),
        input: {
          ...rest,
          ...(this.#below(2) ? { participations } : {}),
          ...(parent === id ? {} : { parent }),
        },
      },
    );
  }

  async #moveOrganization(): Promise<void> {
    const id = this.#of(this.#organizations);
    await this.#try(
      'mutation ($id: ID!, $v: Int!, $input: ActorInput!) { amendActor(id: $id, expectedVersion: $v, input: $input) { id } }',
      { id, v: await this.#version(id), input: { state: this.#of([...this.#states, null]) } },
    );
  }

  async #moveOffice(): Promise<void> {
    const id = this.#of(this.#positions);
    await this.#try(
      'mutation ($id: ID!, $v: Int!, $input: PositionInput!) { amendPosition(id: $id, expectedVersion: $v, input: $input) { id } }',
      {
        id,
        v: await this.#version(id),
        input: this.#of<object>([
          { level: this.#of(LEVELS) },
          { state: this.#of(this.#states) },
          { organization: this.#of(this.#organizations) },
        ]),
      },
    );
  }

  /** Marks a row and, by the door's own rules, what goes with it. */
  #mark(): Promise<string> {
    return this.#change(async (tx) => {
      const entity = this.#of(TABLES) as EntityClass<Row>;
      const row = await this.#anyOf(tx, entity);
      if (!row) return 'nothing';
      const record = await tx.open(row.recordId ?? row.id, null);
      const marking = Math.max(this.#below(4), row.recordId ? record.marking : 0);
      await tx.update(entity, [Object.assign(row, { marking })]);
      return `${tx.catalog.shape(entity).table} as ${marking}`;
    });
  }

  async #withdraw(): Promise<string> {
    let row: Row | undefined;
    let target = '';
    let record = '';
    await this.#change(async (tx) => {
      const entity = this.#of(TABLES) as EntityClass<Row>;
      row = await this.#anyOf(tx, entity);
      if (!row) return 'nothing';
      const owner = await tx.open(row.recordId ?? row.id, null);
      target = typeIdOf(tx.catalog.shape(entity).table, row.id);
      record = typeIdOf(owner.type, owner.id);
      return target;
    });
    if (target === '') return 'nothing';
    const command = row?.retractedAt === null ? 'retract' : 'reinstate';
    await this.#try(
      `mutation ($id: ID!, $v: Int!) { ${command}(id: $id, expectedVersion: $v, reason: "as it is") { id } }`,
      { id: target, v: await this.#version(record) },
    );
    return `${command} ${target}`;
  }

  /** What the verdict on two engagements comes to: told to the door by whoever gives it. */
  #declareSame(): Promise<string> {
    return this.#change(async (tx) => {
      const [one, other] = [
        await this.#anyOf(tx, Engagement as never),
        await this.#anyOf(tx, Engagement as never),
      ];
      if (!one || !other || one.id === other.id) return 'nothing';
      const clearance = this.#below(5);
      await tx.rows({ text: 'DELETE FROM sameness WHERE record_id = $1', values: [one.id] } as never);
      await tx.rows({
        text: 'INSERT INTO sameness (record_id, clearance, counted_as) SELECT $1, c, $2 FROM generate_series($3::integer, 4) c',
        values: [one.id, other.id, clearance],
      } as never);
      tx.affect('engagement', [one.id]);
      return `from ${clearance} on`;
    });
  }

  /** Offices go with their organization, and tenures with their person: what names them from then on is refused. */
  async #erase(): Promise<string> {
    const list = this.#of([this.#engagements, this.#organizations, this.#people, this.#agreements]);
    if (list.length < 3) return 'nothing';
    const [id] = list.splice(this.#below(list.length), 1);
    await this.#try('mutation ($id: ID!) { expunge(id: $id, reason: "a court order") }', { id });
    return String(id);
  }

  async #anyOf(tx: Transaction, entity: EntityClass<Row>): Promise<Row | undefined> {
    const { table } = tx.catalog.shape(entity);
    const found = await tx.all(entity, {
      text: `SELECT * FROM ${table} WHERE ${table === 'actor' ? "kind <> 'STATE' OR iso2 = 'DE'" : 'TRUE'} ORDER BY id`,
      values: [],
    } as never);
    return found.length === 0 ? undefined : this.#of(found);
  }

  async #version(id: string): Promise<number> {
    const { node } = await this.api.data('query ($id: ID!) { node(id: $id) { ... on Record { version } } }', {
      id,
    });
    return node?.version ?? 1;
  }

  /** What the rules of the record refuse changes nothing, and must not be counted either. */
  // biome-ignore lint/suspicious/noExplicitAny: as the harness answers.
  async #try(source: string, variables: { [name: string]: unknown }): Promise<any> {
    const { data, errors } = await this.api.query(source, variables);
    const bad = errors?.find((error) => error.extensions.code === 'INTERNAL');
    if (bad) throw new Error(JSON.stringify(bad));
    return data;
  }

  #change(act: (tx: Transaction) => Promise<string>): Promise<string> {
    const { writer, catalog } = this.api.database;
    return new Change(writer, catalog, projections).run(
      { field: 'test', args: { id: newId() }, by: 'test' },
      act,
    );
  }
}

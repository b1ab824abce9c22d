import fc from 'fast-check';
import type { Api } from './api';

const MARKINGS = ['CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED'];
const KINDS = ['MEETING', 'VISIT', 'SUMMIT'];
const STATES = ['QA', 'IQ', 'IR'];

/** What happens to one of a few records. */
export interface Step {
  what: 'RECORD' | 'AMEND' | 'MARK' | 'RETRACT' | 'REINSTATE' | 'EXPUNGE';
  which: number;
  marking: number;
  kind: number;
  states: [number, number];
}

const STEPS: readonly { arbitrary: fc.Arbitrary<Step['what']>; weight: number }[] = [
  { arbitrary: fc.constant('RECORD'), weight: 3 },
  { arbitrary: fc.constant('AMEND'), weight: 5 },
  { arbitrary: fc.constant('MARK'), weight: 3 },
  { arbitrary: fc.constant('RETRACT'), weight: 2 },
  { arbitrary: fc.constant('REINSTATE'), weight: 2 },
  { arbitrary: fc.constant('EXPUNGE'), weight: 1 },
];

/** `hides`: whether anything may be hidden that was to be seen before. */
export function histories({ hides, length }: { hides: boolean; length: number }): fc.Arbitrary<Step[]> {
  const steps = hides ? STEPS : STEPS.filter((_, index) => index !== 2 && index !== 5);
  const step = fc.record({
    what: fc.oneof(...steps),
    which: fc.nat(4),
    marking: fc.oneof({ arbitrary: fc.constant(0), weight: 3 }, { arbitrary: fc.nat(4), weight: 2 }),
    kind: fc.nat(KINDS.length - 1),
    states: fc.tuple(fc.nat(2), fc.nat(2)),
  });
  return fc.array(step, { minLength: length / 2, maxLength: length });
}

/** Makes what a history says happen, through the API. What cannot be, such as amending what is erased, does not happen. */
export class Player {
  readonly #records: { id: string; version: number }[] = [];
  #count = 0;

  constructor(private readonly api: Api) {}

  /** Numbers each step by itself, or some together. */
  async play(steps: readonly Step[], together = 1): Promise<void> {
    for (const [index, step] of steps.entries()) {
      await this.#make(step);
      if (index % together === together - 1) await this.api.sequence();
    }
    await this.api.sequence();
  }

  async #make({ what, which, marking, kind, states }: Step): Promise<void> {
    const record = this.#records[which];
    const input = { kind: KINDS[kind], title: `Title ${++this.#count}` };
    if (what === 'RECORD' || !record) {
      const answer = await this.api.data(
        'mutation ($input: EngagementInput!) { recordEngagement(input: $input) { id version } }',
        {
          input: {
            ...input,
            status: 'HELD',
            marking: MARKINGS[marking],
            participations: states.map((state) => ({ descriptor: 'officials', onBehalfOf: STATES[state] })),
          },
        },
      );
      this.#records[record ? this.#records.length % 5 : which] = answer.recordEngagement;
      return;
    }
    const { id, version } = record;
    const variables = { id, version, input: what === 'MARK' ? { marking: MARKINGS[marking] } : input };
    const { data } = await this.api.query(MUTATIONS[what], variables);
    const answered: unknown = data && Object.values(data)[0];
    if (answered && typeof answered === 'object') record.version = (answered as { version: number }).version;
  }
}

const AMEND =
  'mutation ($id: ID!, $version: Int!, $input: EngagementInput!) { amendEngagement(id: $id, expectedVersion: $version, input: $input, reason: "Seen anew") { version } }';

const MUTATIONS = {
  AMEND,
  MARK: AMEND,
  RETRACT:
    'mutation ($id: ID!, $version: Int!) { retract(id: $id, expectedVersion: $version, reason: "Wrong") { version } }',
  REINSTATE:
    'mutation ($id: ID!, $version: Int!) { reinstate(id: $id, expectedVersion: $version, reason: "Right") { version } }',
  EXPUNGE: 'mutation ($id: ID!) { expunge(id: $id, reason: "By law") }',
};

/** Filters of each sort. */
export const FILTERS: readonly object[] = [
  {},
  { between: ['QA', 'IQ'] },
  { involving: ['IR'] },
  { engagementKind: ['VISIT', 'SUMMIT'] },
  { change: ['AMENDED', 'RETRACTED'] },
  { not: { engagementKind: ['MEETING'] } },
  { recordType: ['PLACE'] },
];

const EVENT =
  'id recordType recordId recordVersion change changed before after at by reason schemaVersion record { id version }';

export const STREAM = `subscription ($after: Cursor, $from: StreamStart, $filter: EventFilter, $seconds: Int) {
  events(after: $after, from: $from, filter: $filter, checkpointSeconds: $seconds) {
    __typename cursor ... on EventDelivered { transition event { ${EVENT} } } ... on SnapshotItem { record { id version } } } }`;

interface Told {
  cursor: string;
  transition: string;
  event: { recordId: string; recordVersion: number; [field: string]: unknown };
}

/** The log as it is pulled: what a stream has to agree with. */
export async function pulled(
  api: Api,
  clearance: number,
  after: string | null,
  filter: object,
): Promise<Told[]> {
  const { data, errors } = await api.read(
    clearance,
    `query ($after: Cursor, $filter: EventFilter) { events(after: $after, filter: $filter, first: 1000) {
       pageInfo { hasNextPage } edges { cursor transition event: node { ${EVENT} } } } }`,
    { after, filter },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.events.edges.map((edge: Told) => ({ __typename: 'EventDelivered', ...edge }));
}

export async function headOf(api: Api, clearance: number): Promise<string> {
  const { data } = await api.read(clearance, '{ events(first: 0) { head } }');
  return data.events.head;
}

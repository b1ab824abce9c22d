import { projections } from '../../src/app/projections';
import { Agreement } from '../../src/features/agreement/agreement.entity';
import { AgreementAction } from '../../src/features/agreement/agreement-action.entity';
import { Engagement } from '../../src/features/engagement/engagement.entity';
import type { Marking, Row } from '../../src/features/record/record.entity';
import { Change } from '../../src/platform/change/change';
import type { EntityClass } from '../../src/platform/read/catalog';
import { prefixOf, uuidOf } from '../../src/platform/type-id';
import type { Api } from './api';

const ENTITIES: { [prefix: string]: EntityClass<Row> } = {
  agreement: Agreement,
  agreement_action: AgreementAction,
  engagement: Engagement,
};

/** An action in short: kind, day, and who did it where it was not all of them. `from` says when it has effect. */
export type Deed = [kind: string, on?: string | null, party?: string | null, from?: string];

export const deed = ([kind, on, party, from]: Deed) => ({
  kind,
  on: on == null ? null : { edtf: on },
  party: party ?? null,
  effectiveOn: from === undefined ? null : { edtf: from },
});

/** A world of agreements, written and read as a client does. */
export class AgreementWorld {
  constructor(private readonly api: Api) {}

  async record(input: object = {}): Promise<string> {
    const { recordAgreement } = await this.api.data(
      'mutation ($input: AgreementInput!) { recordAgreement(input: $input) { id } }',
      { input: { parties: [{ actor: 'QA' }, { actor: 'IQ' }], ...input } },
    );
    return recordAgreement.id;
  }

  withHistory(history: readonly Deed[], input: object = {}): Promise<string> {
    return this.record({ ...input, actions: history.map(deed) });
  }

  async act(agreement: string, input: object): Promise<string> {
    const { recordAgreementAction } = await this.api.data(
      `mutation ($agreement: ID!, $input: AgreementActionInput!) {
        recordAgreementAction(agreement: $agreement, input: $input) { id }
      }`,
      { agreement, input },
    );
    return recordAgreementAction.id;
  }

  async engagement(input: object = {}): Promise<string> {
    const { recordEngagement } = await this.api.data(
      'mutation ($input: EngagementInput!) { recordEngagement(input: $input) { id } }',
      { input: { kind: 'MEETING', status: 'HELD', ...input } },
    );
    return recordEngagement.id;
  }

  async status(agreement: string, on: string | null = null, clearance = 4): Promise<string | undefined> {
    const { data } = await this.api.read(
      clearance,
      'query ($id: ID!, $on: Date) { agreement(id: $id) { status(on: $on) } }',
      { id: agreement, on },
    );
    return data.agreement?.status;
  }

  /** Marks one row, and nothing that belongs to it. */
  async mark(id: string, marking: Marking): Promise<void> {
    const prefix = String(prefixOf(id));
    const entity = ENTITIES[prefix] as EntityClass<Row>;
    const uuid = uuidOf(id, prefix, 'id');
    const { writer, catalog } = this.api.database;
    await new Change(writer, catalog, projections).run(
      { field: 'mark', args: { id }, by: 'test' },
      async (tx) => {
        const row = (await tx.one(entity, uuid)) as Row & { recordId?: string };
        await tx.open(row.recordId ?? row.id, null);
        await tx.update(entity as EntityClass<Row & { id: string }>, [Object.assign(row, { marking })]);
      },
    );
  }
}

import type { Load } from '../../platform/change/load';
import { importedId } from '../../platform/imported-id';
import { Agreement } from '../agreement/agreement.entity';
import { AgreementAction, AgreementActionKind } from '../agreement/agreement-action.entity';
import { AgreementParty } from '../agreement/agreement-party.entity';
import type { ImportedFact, Oddity } from './dataset.rule';
import type { EventFact } from './event-fact.rule';
import type { FoundParty } from './event-party.rule';
import type { Told } from './event-told.rule';
import type { ImportedRows } from './imported-rows.rule';
import { partId } from './part-id.rule';

const CLEAR = 0;

/** Agreements of which is known only that they were signed, when, and by whom. */
export class EventAgreements {
  constructor(
    private readonly rows: ImportedRows,
    private readonly dataset: string,
  ) {}

  write(
    load: Load,
    { externalId, fact, isChanged }: ImportedFact<EventFact>,
    parties: readonly (FoundParty | null)[],
    odd: (oddity: Oddity) => void,
  ): Told {
    const id = importedId('agreement', this.dataset, externalId);
    load.put('agreement', id, CLEAR);
    load.add(Agreement, this.rows.make(Agreement, { id, number: 'ONE', registrations: [] }), isChanged);
    const parts: Told['parts'][number][] = [];
    const named = new Set<string>();
    for (const [ordinal, party] of parties.entries()) {
      const partyId = partId(id, ordinal);
      const actionId = partId(id, ordinal);
      // Whoever acts for a state binds the state.
      const actorId = party?.actorId ?? party?.stateId ?? null;
      if (party !== null && actorId === null) odd({ kind: 'party without a name', value: party.wording });
      if (party === null || actorId === null || named.has(actorId)) {
        if (isChanged) {
          load.retract(AgreementParty, partyId, id);
          load.retract(AgreementAction, actionId, id);
        }
        continue;
      }
      named.add(actorId);
      load.add(
        AgreementParty,
        this.rows.make(AgreementParty, { id: partyId, recordId: id, ordinal, actorId, appliesTo: [] }),
        isChanged,
      );
      load.add(
        AgreementAction,
        this.rows.make(AgreementAction, {
          ...{ id: actionId, recordId: id, ordinal, kind: AgreementActionKind.SIGNATURE },
          ...{ partyId: actorId, byId: party.tenureId, on: this.rows.date(fact.day) },
        }),
        isChanged,
      );
      parts.push({ id: partyId, type: 'agreement_party' }, { id: actionId, type: 'agreement_action' });
    }
    return { recordId: id, type: 'agreement', parts };
  }
}

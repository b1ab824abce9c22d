import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/change/transaction';
import { fuzzyDate } from '../../platform/fuzzy-date/fuzzy-date';
import { newId } from '../../platform/type-id';
import type { EvidenceRecorder } from '../record/evidence.service';
import { existing, existingActor } from '../record/targets.query';
import type { AgreementActionInput } from './agreement.input';
import { AgreementAction, AgreementActionKind } from './agreement-action.entity';
import { AgreementParty } from './agreement-party.entity';
import { nextOrdinal } from './next-ordinal.query';

/** Kinds by which an actor shows itself to be a party, at least a prospective one. */
const JOINING: readonly AgreementActionKind[] = [
  AgreementActionKind.SIGNATURE,
  AgreementActionKind.DEFINITIVE_SIGNATURE,
  AgreementActionKind.EXCHANGE_OF_NOTES,
  AgreementActionKind.RATIFICATION,
  AgreementActionKind.ACCEPTANCE,
  AgreementActionKind.APPROVAL,
  AgreementActionKind.ACCESSION,
  AgreementActionKind.FORMAL_CONFIRMATION,
  AgreementActionKind.SUCCESSION,
];

const FIELDS = ['kind', 'party', 'by', 'on', 'effectiveOn', 'engagement', 'text'];

/**
 * Adds actions to an agreement that the transaction has opened, whatever is known of it so far. `list` names the list in which they
 * stand in the input; null for an input that is one action. Answers with their ids.
 */
export async function addActions(
  tx: Transaction,
  evidence: EvidenceRecorder,
  agreement: { id: string; marking: number },
  items: readonly AgreementActionInput[],
  list: string | null,
): Promise<string[]> {
  const ordinal = await nextOrdinal(tx, 'agreement_action', agreement.id);
  const rows: AgreementAction[] = [];
  for (const [index, item] of items.entries()) {
    const at = list === null ? '' : `${list}.${index}.`;
    const partyId = await existingActor(tx, item.party, `${at}party`);
    rows.push(
      tx.catalog.shape(AgreementAction).create({
        id: newId(),
        recordId: agreement.id,
        ordinal: ordinal + index,
        marking: Math.max(
          agreement.marking,
          await evidence.strictestMarking(tx, item.evidence),
          await markingOf(tx, partyId),
        ),
        kind: item.kind,
        partyId,
        byId: await existing(tx, 'tenure', item.by, `${at}by`),
        on: item.on == null ? null : fuzzyDate(item.on, `${at}on`),
        effectiveOn: item.effectiveOn == null ? null : fuzzyDate(item.effectiveOn, `${at}effectiveOn`),
        engagementId: await existing(tx, 'engagement', item.engagement, `${at}engagement`),
        text: item.text ?? null,
      }),
    );
  }
  await tx.insert(AgreementAction, rows);
  await addParties(tx, agreement.id, rows);
  for (const [index, row] of rows.entries())
    await evidence.recordEvidence(
      tx,
      {
        recordId: agreement.id,
        type: 'agreement',
        part: { id: row.id, type: 'agreement_action' },
        lists: {},
        fields: FIELDS,
      },
      items[index]?.evidence,
    );
  return rows.map((row) => row.id);
}

/** Whoever signs or consents is a party from then on, named as one or not; an organization of a party acts for it. */
async function addParties(
  tx: Transaction,
  agreementId: string,
  actions: readonly AgreementAction[],
): Promise<void> {
  const joining = new Map<string, number>();
  for (const { partyId, kind, marking } of actions)
    if (partyId !== null && JOINING.includes(kind))
      joining.set(partyId, Math.min(marking, joining.get(partyId) ?? marking));
  if (joining.size === 0) return;
  const unlisted = await tx.rows<{ id: string }>(
    sql`SELECT a.id FROM unnest(${[...joining.keys()]}::uuid[]) AS a(id)
         WHERE NOT EXISTS (
           SELECT FROM agreement_party p
             LEFT JOIN actor_state s ON s.actor_id = a.id
            WHERE p.record_id = ${agreementId} AND p.retracted_at IS NULL AND p.actor_id IN (a.id, s.state_id))`,
  );
  const ordinal = await nextOrdinal(tx, 'agreement_party', agreementId);
  const parties = unlisted.map(({ id }, index) =>
    tx.catalog.shape(AgreementParty).create({
      id: newId(),
      recordId: agreementId,
      ordinal: ordinal + index,
      marking: joining.get(id),
      actorId: id,
      appliesTo: [],
    } as Partial<AgreementParty>),
  );
  await tx.insert(AgreementParty, parties);
}

/** An action by somebody hidden would read as one by all: it is hidden too. */
async function markingOf(tx: Transaction, actorId: string | null): Promise<number> {
  if (actorId === null) return 0;
  const [row] = await tx.rows<{ marking: number }>(sql`SELECT marking FROM actor WHERE id = ${actorId}`);
  return row?.marking ?? 0;
}
